import { atOnce, hours, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, rate } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { ageBands, careTopics, harmSituations } from '../../core/rights-words.ts'
import { reportForm } from './documents/report-form.ts'
import { checkUp, reportedBodies } from './report-forms.ts'

/** Every post may report, a company's whose workers are in homes too, and none asks anybody first (未成年人保护法 第十一条第二款). */
const everybody = [
  'chair',
  'rights',
  'family',
  'development',
  'organisation',
  'publicity',
  'finance',
  'operator',
  'mediator',
  'lawyer',
  'guide',
  'company',
  'volunteer-leader',
  'statistician',
] as const
const team = ['rights', 'operator'] as const

/** 强制报告 — R-REP-01, R-REP-02, D08. One page, at once, no permission; the rights team keeps it afterwards. */
export const mandatoryReport = defineProgramme({
  id: 'mandatory-report',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'QB',
  label: { zh: '强制报告', en: 'Mandatory report' },
  short: { zh: '强报', en: 'Report' },
  noun: { zh: '件', en: 'report' },
  help: {
    zh: '发现孩子（或无、限制行为能力的人）受到或可能受到伤害，马上报公安，不用请示。谁都可以报，报告人受保护。不要自己询问孩子细节、不要拍照。',
    en: 'Harm or danger to a child, or to an adult without full capacity: tell the police at once, asking nobody first. Do not question the child, take no photos.',
  },
  sources: ['L100', 'R-REP-01', 'R-REP-02', 'D08'],
  confidential: true,
  access: { see: everybody, create: everybody },

  fields: {
    topic: field.choice(careTopics, { label: { zh: '事项名称', en: 'Title' }, class: 'P1', required: true }),
    foundOn: field.day({ label: { zh: '发现日期', en: 'Found on' }, class: 'P1', required: true, past: true }),
    foundTime: field.text({
      label: { zh: '发现时间', en: 'Time' },
      class: 'P1',
      max: 10,
      help: { zh: '如 14:30', en: 'e.g. 14:30' },
    }),
    situation: field.choice(harmSituations, {
      label: { zh: '哪种情形', en: 'Situation' },
      class: 'P4',
      required: true,
    }),
    what: field.text({
      label: { zh: '发生了什么', en: 'What happened' },
      class: 'P4',
      required: true,
      min: 5,
      max: 2000,
      help: { zh: '只写看到、听到的，不追问孩子。', en: 'Only what was seen or heard.' },
    }),
    where: field.text({ label: { zh: '在哪里', en: 'Where' }, class: 'P4', required: true, max: 120 }),
    childAge: field.choice(ageBands, { label: { zh: '年龄段', en: 'Age band' }, class: 'P4', required: true }),
    reportedTo: field.choices(reportedBodies, {
      label: { zh: '报给了谁', en: 'Reported to' },
      class: 'P1',
      required: true,
    }),
    reportedAt: field.dateTime({ label: { zh: '报告时间', en: 'Reported at' }, class: 'P1', required: true }),
    receipt: field.text({
      label: { zh: '对方接收人或回执号', en: 'Taken by, or receipt' },
      class: 'P2',
      required: true,
      max: 80,
    }),
    replyOn: field.day({ label: { zh: '回复日期', en: 'Answered on' }, class: 'P1', required: true, past: true }),
    reply: field.text({ label: { zh: '回复内容', en: 'Answer' }, class: 'P4', required: true, min: 2, max: 2000 }),
    childSafe: field.yesNo({ label: { zh: '孩子现在安全', en: 'The child is safe now' }, class: 'P4', required: true }),
  },
  title: 'topic',
  dated: 'foundOn',
  opens: ['topic', 'foundOn', 'foundTime', 'situation', 'what', 'where', 'childAge'],

  states: {
    found: { zh: '已发现', en: 'Found' },
    reported: { zh: '已报告', en: 'Reported' },
    reply: { zh: '已有回复', en: 'Answered' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  initial: 'found',
  editableIn: ['found', 'reported'],

  checks: {
    toPolice: {
      label: { zh: '报了公安、民政或教育', en: 'Police, civil affairs or education told' },
      rule: 'R-REP-01',
      met: (f) => (f.answers.reportedTo?.length ?? 0) > 0,
    },
    childSafe: {
      label: { zh: '确认孩子现在安全', en: 'The child is safe now' },
      rule: 'R-REP-02',
      met: (f) => f.answers.childSafe === true,
    },
  },
  actions: {
    report: {
      label: { zh: '已报告', en: 'Reported' },
      from: ['found'],
      to: 'reported',
      by: everybody,
      fills: ['reportedTo', 'reportedAt', 'receipt'],
      needs: ['toPolice'],
      makes: ['report-form'],
      tells: ['chair'],
      tone: 'safety',
    },
    handOver: {
      label: { zh: '交给权益岗继续办', en: 'Hand to a rights post' },
      from: ['found', 'reported', 'reply'],
      to: 'same',
      by: everybody,
      asks: {
        to: field.org({
          label: { zh: '交给哪级妇联', en: 'To which federation' },
          class: 'P1',
          required: true,
          help: {
            zh: '一般是本旗县妇联。交出后您不再看到。',
            en: 'Usually the banner’s. You will not see it afterwards.',
          },
        }),
      },
      moves: 'to',
    },
    followUp: {
      label: { zh: '记跟进', en: 'Record a check' },
      from: ['reported', 'reply'],
      to: 'same',
      by: everybody,
      asks: checkUp,
      tone: 'main',
    },
    answered: {
      label: { zh: '对方已回复', en: 'They answered' },
      from: ['reported'],
      to: 'reply',
      by: team,
      fills: ['replyOn', 'reply'],
      tone: 'main',
    },
    reportAgain: {
      label: { zh: '情况没有变，再次报告', en: 'No change: report again' },
      from: ['reported', 'reply'],
      to: 'reported',
      by: team,
      fills: ['reportedTo', 'reportedAt', 'receipt'],
      needs: ['toPolice'],
      makes: ['report-form'],
      reason: true,
      tone: 'safety',
    },
    close: {
      label: { zh: '孩子安全，办结', en: 'The child is safe: close' },
      from: ['reply'],
      to: 'closed',
      by: ['rights'],
      fills: ['childSafe'],
      needs: ['childSafe'],
      reason: true,
      tone: 'main',
    },
    reopen: { label: { zh: '有新情况', en: 'Reopen' }, from: ['closed'], to: 'reported', by: ['rights'], reason: true },
  },
  clocks: {
    report: {
      label: { zh: '立即报告', en: 'Report at once' },
      from: 'found',
      until: ['reported'],
      within: atOnce,
      legal: true,
      law: '《未成年人保护法》第十一条第二款、《反家庭暴力法》第十四条',
      rule: 'D08',
    },
    checks: {
      label: { zh: '跟进孩子是否安全', en: 'Check on the child' },
      from: 'reported',
      done: ['followUp'],
      until: ['closed'],
      within: hours(24),
      rounds: [hours(72)],
      legal: false,
      rule: 'R-REP-02',
    },
    settle: {
      label: { zh: '收到回复后办结', en: 'Close after the answer' },
      from: 'reply',
      until: ['closed', 'reported'],
      within: workingDays(5),
      legal: false,
      rule: 'processes 1.2',
    },
  },
  documents: { 'report-form': reportForm },

  measures: {
    reports: flow('item', {
      label: { zh: '强制报告', en: 'Mandatory reports' },
      includes: '已向公安、民政或教育报告的事项，一件一次，按首次报告日期',
      excludes: '发现后还没有报告的；同一事项的再次报告',
    }),
    sameDay: flow('item', {
      label: { zh: '发现当天报告', en: 'Reported the same day' },
      includes: '发现当天就报告的事项',
      excludes: '第二天及以后报告的',
    }),
    sameDayRate: rate('sameDay', ['reports'], {
      label: { zh: '当天报告率', en: 'Reported the same day' },
      includes: '发现当天报告 ÷ 强制报告',
      excludes: '还没有报告的',
    }),
  },
  counts: ({ on, history }, count) => {
    const first = history.find((done) => done.action === 'report')
    if (!first) return []
    return [count.one('reports', first.on), first.on <= on && count.one('sameDay', first.on)]
  },
})
