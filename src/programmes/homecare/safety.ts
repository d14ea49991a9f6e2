import { hours, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme, type Facts } from '../../core/programme.ts'

const hands = ['rights', 'operator'] as const
const open = ['told', 'reached'] as const

const openCase = ({ answers, on }: Facts) => [
  {
    programme: 'rights-case',
    answers: {
      topic: 'service',
      receivedOn: on,
      channel: 'agency',
      category: 'personal',
      narrative: `上门服务中的安全求助：${answers.what ?? ''}`.slice(0, 5000),
      ...(answers.contact !== undefined && { safeContact: answers.contact }),
    },
  },
]

/**
 * 家政安全求助 — a woman alone in a stranger's home, or a household afraid of who came (R-HK-03, R-DV-02, D33, D34). Kept by the
 * rights post: company, client and worker learn nothing from it, and nothing of it stands on an order or a complaint of theirs.
 */
export const homecareSafety = defineProgramme({
  id: 'homecare-safety',
  version: 1,
  kind: 'case',
  service: 'homecare',
  series: 'JS',
  label: { zh: '家政安全求助', en: 'Safety report' },
  short: { zh: '安全求助', en: 'Safety' },
  noun: { zh: '件', en: 'report' },
  help: {
    zh: '家政员在客户家遇到危险、骚扰，或者客户家里人害怕上门的人，都记在这里。人有危险先打110。一小时内联系本人，问清安不安全；只有权益岗和热线看得到，公司、客户、家政员互相都看不到。涉及孩子的，另填“强制报告”。',
    en: 'Danger or harassment, of a worker in a client’s home or of a household by who came. Danger now: 110 first. She is reached within an hour. Only the rights post and the hotline see it; company, client and worker do not. A child concerned: also a mandatory report.',
  },
  sources: ['L071', 'R-HK-03', 'R-DV-02', 'R-REP-01', 'D33', 'D34'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: {
    where: field.choice(
      {
        home: { zh: '上门服务中', en: 'During a service' },
        way: { zh: '路上', en: 'On the way' },
        after: { zh: '服务以后', en: 'After a service' },
      },
      {
        label: { zh: '什么时候的事', en: 'When it was' },
        class: 'P1',
        required: true,
        help: { zh: '名称只能选：看不出是谁、哪一家。', en: 'Chosen, never written: it tells nothing.' },
      },
    ),
    toldOn: field.day({ label: { zh: '求助日期', en: 'Told on' }, class: 'P1', required: true, past: true }),
    side: field.choice(
      { worker: { zh: '家政员', en: 'The worker' }, household: { zh: '客户家里人', en: 'The household' } },
      { label: { zh: '谁在求助', en: 'Who asks for help' }, class: 'P4', required: true },
    ),
    what: field.text({
      label: { zh: '发生了什么', en: 'What happened' },
      class: 'P4',
      required: true,
      min: 5,
      max: 2000,
    }),
    place: field.text({ label: { zh: '人在哪里', en: 'Where she is' }, class: 'P4', max: 120 }),
    contact: field.text({ label: { zh: '安全的联系方式', en: 'Safe contact' }, class: 'P4', max: 60 }),
    result: field.text({ label: { zh: '结果', en: 'Result' }, class: 'P4', required: true, min: 2, max: 2000 }),
  },
  title: 'where',
  dated: 'toldOn',
  opens: ['where', 'toldOn', 'side', 'what', 'place', 'contact'],
  states: {
    told: { zh: '马上联系', en: 'Reach her now' },
    reached: { zh: '已联系上', en: 'Reached' },
    taken: { zh: '已转权益办件', en: 'Taken on as a case' },
    closed: { zh: '已了结', en: 'Closed' },
  },
  initial: 'told',
  editableIn: ['told', 'reached'],
  checks: {
    safeNow: {
      label: { zh: '最近一次联系，人是安全的', en: 'At the last contact the person was safe' },
      rule: 'R-DV-02',
      by: ['reach'],
      met: ({ history }) => history.findLast((done) => done.action === 'reach')?.answers.safe === 'yes',
    },
  },
  actions: {
    police: {
      label: { zh: '已报110', en: '110 is told' },
      from: [...open],
      to: 'same',
      by: hands,
      tone: 'safety',
    },
    reach: {
      label: { zh: '联系本人', en: 'Reach the person' },
      from: [...open],
      to: 'reached',
      by: hands,
      asks: {
        safe: field.choice(
          {
            yes: { zh: '已离开，安全', en: 'Away, and safe' },
            no: { zh: '不安全', en: 'Not safe' },
            unknown: { zh: '没联系上', en: 'Not reached' },
          },
          { label: { zh: '人安全吗', en: 'Is the person safe' }, class: 'P4', required: true },
        ),
        wants: field.text({ label: { zh: '本人想怎么办', en: 'What she wants' }, class: 'P4', max: 1000 }),
      },
      tone: 'main',
    },
    openCase: {
      label: { zh: '转为权益办件', en: 'Open a rights case' },
      from: [...open],
      to: 'taken',
      by: ['rights'],
      starts: openCase,
      tone: 'safety',
    },
    close: {
      label: { zh: '安全了，了结', en: 'Safe: close' },
      from: ['reached'],
      to: 'closed',
      by: hands,
      fills: ['result'],
      needs: ['safeNow'],
      tone: 'main',
    },
  },
  clocks: {
    reach: {
      label: { zh: '一小时内联系本人', en: 'Reach the person within an hour' },
      from: 'told',
      until: ['reached', 'taken'],
      within: hours(1),
      legal: false,
      rule: 'D34',
    },
    settle: {
      label: { zh: '转办或了结', en: 'Take on or close' },
      from: 'reached',
      until: ['taken', 'closed'],
      within: workingDays(1),
      legal: false,
      rule: 'D34',
    },
  },
  measures: {
    reports: flow('item', {
      label: { zh: '家政安全求助', en: 'Safety reports' },
      includes: '收到的求助，按求助日期，不分哪一方',
      excludes: '服务质量、价格投诉',
    }),
    taken: flow('item', {
      label: { zh: '安全求助转权益办件', en: 'Safety reports taken on' },
      includes: '转为权益办件的求助，按转办日期',
      excludes: '当场了结的',
    }),
  },
  counts: ({ on, reached }, count) => [count.one('reports', on), reached.taken && count.one('taken', reached.taken)],
})
