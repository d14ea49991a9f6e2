import { calendarDays, workingDays } from '../../core/clock.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { completionReport, guidancePlan, urgingAdvice } from './documents/order-documents.ts'
import { assessment, attendedSession, moving, orderFields, told } from './order-fields.ts'
import { attendedSessions, missedSessions } from './order-worth.ts'

const hands = ['guide', 'family', 'rights'] as const

/**
 * 家庭教育指导令 — R-EDU-03, R-EDU-04; 家庭教育促进法 第四十八、四十九条, 法发〔2023〕7号. The paper says how many sessions and
 * until when; a plan, sessions, and a report to whoever issued it. Its period is the law's, the others are promises.
 */
export const guidanceOrder = defineProgramme({
  id: 'guidance-order',
  version: 1,
  kind: 'case',
  service: 'education',
  series: 'JL',
  label: { zh: '家庭教育指导令', en: 'Order for guidance' },
  short: { zh: '指导令', en: 'Orders' },
  noun: { zh: '份', en: 'order' },
  help: {
    zh: '法院、检察院、公安责令家长接受指导的，或者我们建议家长接受指导的。收到七天内定计划，按文书写的次数和期限做。两次无故不来，三个工作日内告诉出具单位；做完七天内报告。孩子只写首字母和出生年。',
    en: 'Parents told to take guidance by a court, procuratorate or the police, or advised by us. A plan in seven days; sessions and period as the paper says. Two missed sessions are told to the issuer in three working days, the end in seven days. Initials and year of birth of the child only.',
  },
  sources: ['L063', 'R-EDU-03', 'R-EDU-04', 'processes 4.2'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: orderFields,
  title: 'topic',
  dated: 'receivedOn',
  opens: [
    'topic',
    'receivedOn',
    'kind',
    'issuer',
    'documentNo',
    'issuedOn',
    'parent',
    'childInitials',
    'childYear',
    'reason',
    'sessions',
    'periodTo',
  ],
  states: {
    received: { zh: '待定计划', en: 'Received' },
    planned: { zh: '已定计划', en: 'Planned' },
    guiding: { zh: '指导中', en: 'In guidance' },
    completed: { zh: '已完成，待报告', en: 'Completed, to be reported' },
    failed: { zh: '未履行，待通报', en: 'Not complied with, to be told' },
    reported: { zh: '已报告', en: 'Reported' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  initial: 'received',
  editableIn: ['received'],
  checks: {
    allDone: {
      label: { zh: '来的次数够文书要求', en: 'As many sessions as the paper asks for' },
      rule: 'R-EDU-04',
      met: ({ answers, history }) => attendedSessions(history).length >= (answers.sessions ?? 1),
    },
    twoMissed: {
      label: { zh: '两次无故没来', en: 'Two sessions missed without a reason' },
      rule: 'processes 4.2',
      met: ({ history }) => missedSessions(history) >= 2,
    },
  },
  actions: {
    plan: {
      label: { zh: '和出具单位定计划', en: 'Plan with the issuer' },
      from: ['received', 'planned'],
      to: 'planned',
      by: hands,
      fills: ['contact', 'goals', 'plan', 'guide'],
      makes: ['guidance-plan'],
      tone: 'main',
    },
    guide: {
      label: { zh: '记一次指导', en: 'Record a session' },
      from: ['planned', 'guiding'],
      to: 'guiding',
      by: hands,
      asks: attendedSession,
      tone: 'main',
    },
    complete: {
      label: { zh: '完成', en: 'Completed' },
      from: ['guiding'],
      to: 'completed',
      by: hands,
      asks: assessment,
      needs: ['allDone'],
      tone: 'main',
    },
    fail: {
      label: { zh: '没有履行', en: 'Not complied with' },
      from: ['guiding'],
      to: 'failed',
      by: hands,
      needs: ['twoMissed'],
      reason: true,
    },
    report: {
      label: { zh: '报告出具单位', en: 'Report to the issuer' },
      from: ['completed'],
      to: 'reported',
      by: hands,
      asks: told,
      makes: ['completion-report'],
      tone: 'main',
    },
    tell: {
      label: { zh: '告诉出具单位', en: 'Tell the issuer' },
      from: ['failed'],
      to: 'reported',
      by: hands,
      asks: told,
      tone: 'main',
    },
    resume: {
      label: { zh: '出具单位要求继续', en: 'The issuer asks to go on' },
      from: ['reported'],
      to: 'guiding',
      by: hands,
      fills: ['sessions', 'periodTo'],
      reason: true,
    },
    handOver: {
      label: { zh: '转到家长现住地', en: 'Hand over where the parent lives' },
      from: ['received', 'planned', 'guiding'],
      to: 'same',
      by: ['rights'],
      asks: moving,
      moves: 'to',
      reason: true,
    },
    withdrawn: {
      label: { zh: '出具单位撤回', en: 'The issuer takes it back' },
      from: ['received', 'planned', 'guiding', 'failed'],
      to: 'closed',
      by: hands,
      reason: true,
    },
    close: { label: { zh: '办结', en: 'Close' }, from: ['reported'], to: 'closed', by: hands, tone: 'main' },
  },
  clocks: {
    plan: {
      label: { zh: '定计划', en: 'Make the plan' },
      from: 'received',
      until: ['planned', 'closed'],
      within: calendarDays(7),
      legal: false,
      rule: 'processes 4.2',
    },
    period: {
      label: { zh: '文书写明的期限', en: 'The period of the paper' },
      from: 'received',
      after: ['resume'],
      until: ['completed', 'failed', 'closed'],
      within: calendarDays(90),
      dueField: 'periodTo',
      legal: true,
      law: '《家庭教育促进法》第四十九条',
      rule: 'R-EDU-04',
      remindBefore: [30, 7],
    },
    report: {
      label: { zh: '报告完成情况', en: 'Report completion' },
      from: 'completed',
      until: ['reported'],
      within: calendarDays(7),
      legal: false,
      rule: 'processes 4.2',
    },
    tell: {
      label: { zh: '告诉出具单位没有履行', en: 'Tell the issuer' },
      from: 'failed',
      until: ['reported', 'closed'],
      within: workingDays(3),
      legal: false,
      rule: 'processes 4.2',
    },
  },
  documents: {
    'guidance-plan': guidancePlan,
    'completion-report': completionReport,
    'urging-advice': urgingAdvice,
  },
  measures: {
    received: flow('item', {
      label: { zh: '收到指导令', en: 'Orders received' },
      aliases: ['家庭教育指导令'],
      includes: '法院、检察、公安的文书和督促接受指导建议，按收到日期',
      excludes: '家长自己来咨询的（看家庭教育咨询）',
    }),
    completed: flow('item', {
      label: { zh: '完成指导', en: 'Completed' },
      includes: '次数做够、完成的，按完成日期',
      excludes: '指导中、没有履行、撤回',
    }),
    failed: flow('item', {
      label: { zh: '没有履行', en: 'Not complied with' },
      includes: '两次无故不来、告诉了出具单位的，按认定日期；后来继续完成的仍算',
      excludes: '请假、撤回',
    }),
    sessions: flow('person-time', {
      label: { zh: '指导人次', en: 'Sessions' },
      includes: '家长来了的指导，一次一人次',
      excludes: '没来的',
    }),
  },
  counts: ({ on, history }, count) => [
    count.one('received', on),
    ...history.flatMap((done) => {
      if (done.action === 'complete') return [count.one('completed', done.on)]
      return done.action === 'fail' ? [count.one('failed', done.on)] : []
    }),
    ...attendedSessions(history).map((done) => count.many('sessions', 1, done.on, 'A')),
  ],
})
