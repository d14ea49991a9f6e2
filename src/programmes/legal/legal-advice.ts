import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { aidRequest } from './documents/aid-request.ts'
import { topics } from './topics.ts'

const hands = ['rights', 'lawyer'] as const

/** 法律咨询 — L109; D15 (法律援助法 art. 43). The asker may stay anonymous; a lawyer answers, legal aid is a step of its own. */
export const legalAdvice = defineProgramme({
  id: 'legal-advice',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'FZ',
  label: { zh: '法律咨询', en: 'Legal advice' },
  short: { zh: '法律咨询', en: 'Advice' },
  noun: { zh: '件', en: 'question' },
  help: {
    zh: '有人问法律问题就记一条，可以不留名。律师答复；需要打官司又请不起律师的，帮她申请法律援助：七天内决定，三天内指派。家庭暴力受害人申请不看经济条件。',
    en: 'A legal question, anonymous if she likes. A lawyer answers; who cannot pay for one is helped to apply for legal aid: decided in seven days, a lawyer assigned in three. Victims of family violence need no test of means.',
  },
  sources: ['L109', 'D15', 'R-DV-08'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: {
    topic: field.choice(topics, { label: { zh: '问的哪方面', en: 'Topic' }, class: 'P1', required: true }),
    askedOn: field.day({ label: { zh: '咨询日期', en: 'Asked on' }, class: 'P1', required: true, past: true }),
    asker: field.person({
      label: { zh: '咨询人', en: 'Asker' },
      class: 'P2',
      help: { zh: '不愿留名就空着。', en: 'May stay empty.' },
    }),
    question: field.text({ label: { zh: '问题', en: 'Question' }, class: 'P3', required: true, min: 5, max: 3000 }),
    clinic: field.record('legal-clinic', { label: { zh: '哪一场', en: 'Clinic' }, class: 'P1' }),
    advice: field.text({ label: { zh: '答复意见', en: 'Advice' }, class: 'P3', required: true, min: 5, max: 3000 }),
    law: field.text({ label: { zh: '引用的法律', en: 'Law cited' }, class: 'P1', max: 300 }),
    violence: field.yesNo({
      label: { zh: '家庭暴力受害人（不审查经济条件）', en: 'Victim of family violence (no test of means)' },
      class: 'P4',
    }),
    centre: field.text({ label: { zh: '法律援助机构', en: 'Legal aid centre' }, class: 'P1', required: true, max: 80 }),
    aidFor: field.text({
      label: { zh: '申请援助的事项', en: 'What aid is asked for' },
      class: 'P3',
      required: true,
      max: 500,
    }),
    lawyerName: field.text({
      label: { zh: '指派的律师', en: 'Lawyer assigned' },
      class: 'P2',
      required: true,
      max: 60,
    }),
  },
  title: 'topic',
  dated: 'askedOn',
  parentField: 'clinic',
  opens: ['topic', 'askedOn', 'asker', 'question', 'clinic'],
  states: {
    asked: { zh: '待答复', en: 'Asked' },
    advised: { zh: '已答复', en: 'Advised' },
    referred: { zh: '已申请法律援助', en: 'Legal aid applied for' },
    granted: { zh: '同意援助', en: 'Granted' },
    assigned: { zh: '已指派律师', en: 'Lawyer assigned' },
    denied: { zh: '不予援助', en: 'Denied' },
    closed: { zh: '已办结', en: 'Closed' },
    withdrawn: { zh: '本人撤回', en: 'Withdrawn' },
  },
  initial: 'asked',
  editableIn: ['asked'],
  checks: {
    askerKnown: {
      label: { zh: '申请法律援助要有本人身份', en: 'Legal aid needs to know who applies' },
      rule: 'D15',
      met: ({ answers }) => Boolean(answers.asker),
    },
  },
  actions: {
    identify: {
      label: { zh: '补记本人', en: 'Say who she is' },
      from: ['asked', 'advised'],
      to: 'same',
      by: hands,
      fills: ['asker'],
    },
    advise: {
      label: { zh: '答复', en: 'Advise' },
      from: ['asked'],
      to: 'advised',
      by: hands,
      fills: ['advice', 'law'],
      tone: 'main',
    },
    refer: {
      label: { zh: '帮她申请法律援助', en: 'Apply for legal aid with her' },
      from: ['advised'],
      to: 'referred',
      by: hands,
      fills: ['centre', 'aidFor', 'violence'],
      needs: ['askerKnown'],
      makes: ['aid-request'],
      tone: 'main',
    },
    grant: { label: { zh: '法援机构同意', en: 'Granted' }, from: ['referred'], to: 'granted', by: hands, tone: 'main' },
    deny: { label: { zh: '法援机构不同意', en: 'Denied' }, from: ['referred'], to: 'denied', by: hands, reason: true },
    assign: {
      label: { zh: '已指派律师', en: 'Lawyer assigned' },
      from: ['granted'],
      to: 'assigned',
      by: hands,
      fills: ['lawyerName'],
      tone: 'main',
    },
    close: {
      label: { zh: '办结', en: 'Close' },
      from: ['advised', 'assigned', 'denied'],
      to: 'closed',
      by: hands,
      tone: 'main',
    },
    withdraw: {
      label: { zh: '本人撤回', en: 'Withdrawn' },
      from: ['asked', 'advised', 'referred', 'granted'],
      to: 'withdrawn',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    advise: {
      label: { zh: '答复咨询', en: 'Advise' },
      from: 'asked',
      until: ['advised', 'closed', 'withdrawn'],
      within: workingDays(3),
      legal: false,
      rule: 'L109',
    },
    aid: {
      label: { zh: '法律援助机构作出决定', en: 'Decision on legal aid' },
      from: 'referred',
      until: ['granted', 'denied', 'withdrawn', 'closed'],
      within: calendarDays(7),
      legal: true,
      law: '《法律援助法》第四十三条',
      rule: 'D15',
    },
    assign: {
      label: { zh: '指派法律援助律师', en: 'A lawyer assigned' },
      from: 'granted',
      until: ['assigned', 'withdrawn', 'closed'],
      within: calendarDays(3),
      legal: true,
      law: '《法律援助法》第四十三条',
      rule: 'D15',
    },
  },
  documents: { 'aid-request': aidRequest },
  measures: {
    asked: flow('item', {
      label: { zh: '法律咨询', en: 'Questions' },
      includes: '登记的法律咨询，按咨询日期，含不留名的',
      excludes: '12338热线里的咨询；讲座听众',
    }),
    advised: flow('item', {
      label: { zh: '已答复咨询', en: 'Advised' },
      includes: '律师或权益岗已答复的，按答复日期',
      excludes: '未答复、撤回',
    }),
    aided: flow('item', {
      label: { zh: '获得法律援助', en: 'Legal aid granted' },
      includes: '法援机构同意援助的，按同意日期',
      excludes: '申请中、不予援助',
    }),
  },
  counts: ({ on, reached }, count) => [
    count.one('asked', on),
    reached.advised && count.one('advised', reached.advised),
    reached.granted && count.one('aided', reached.granted),
  ],
})
