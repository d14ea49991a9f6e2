import { flow } from '../../core/measure.ts'
import { defineProgramme, type Facts } from '../../core/programme.ts'
import { clueClocks } from './clue-clocks.ts'
import { categoryOf, opening, visiting, working } from './clue-fields.ts'

const hands = ['rights', 'mediator', 'chair'] as const
const open = ['found', 'graded', 'assigned', 'visited'] as const

const grade = (zh: string, en: string, urgent: boolean) =>
  ({
    label: { zh, en },
    from: open,
    to: 'graded',
    by: hands,
    tone: urgent ? 'safety' : 'plain',
  }) as const

const openCase = ({ answers, on }: Facts) => [
  {
    programme: 'rights-case',
    answers: {
      topic: 'service',
      receivedOn: on,
      channel: 'screening',
      category: categoryOf[answers.kind as keyof typeof categoryOf],
      narrative: answers.narrative,
      safeContact: answers.safeContact,
      woman: answers.woman,
    },
  },
]

/** 帮助线索 — L108; F091. A clue says that somebody may be in danger and how soon she must be seen; nobody is rated by it. */
export const riskClue = defineProgramme({
  id: 'risk-clue',
  version: 1,
  kind: 'case',
  service: 'rights',
  series: 'XS',
  label: { zh: '帮助线索', en: 'Clue that help is needed' },
  short: { zh: '线索', en: 'Clues' },
  noun: { zh: '条', en: 'clue' },
  help: {
    zh: '看到有人可能需要帮助就记一条。颜色只说要多快去看她：红马上、橙四小时、黄一天、绿一周，不是给人和家庭分等级。九十天没有转办的到期，内容不再显示。',
    en: 'Write down that somebody may need help. The colour says how soon to go: red at once, orange four hours, yellow a day, green a week. It is no mark of a person or a family. It expires after ninety days.',
  },
  sources: ['L108', 'F091', 'R-DV-02', 'R-REP-01'],
  confidential: true,
  access: { see: hands, create: hands },
  fields: { ...opening, ...working },
  title: 'kind',
  dated: 'foundOn',
  parentField: 'round',
  opens: Object.keys(opening) as (keyof typeof opening)[],
  states: {
    found: { zh: '新发现', en: 'Found' },
    graded: { zh: '已判断多急', en: 'Urgency said' },
    assigned: { zh: '已派人', en: 'Somebody goes' },
    visited: { zh: '已去看过', en: 'Visited' },
    resolved: { zh: '已解决', en: 'Resolved' },
    converted: { zh: '已转办', en: 'Taken on as a case' },
    unfounded: { zh: '不属实', en: 'Unfounded' },
    expired: { zh: '已到期', en: 'Expired' },
  },
  initial: 'found',
  editableIn: ['found', 'graded'],
  // No list of people is kept beside: what was not taken on is not there to be read (R-BUR-02, 个人信息保护法 第四十七条).
  silentIn: ['expired', 'unfounded'],
  checks: {
    seenSafe: {
      label: { zh: '最近一次去看，她是安全的', en: 'At the last visit she was safe' },
      rule: 'R-DV-02',
      met: ({ history }) => history.findLast((d) => d.action === 'visit')?.answers.safe === 'yes',
    },
    notSafety: {
      label: { zh: '不涉及人身安全和孩子（涉及的要去看过才能了结）', en: 'Not about safety or a child' },
      rule: 'R-DV-02',
      met: ({ answers, history }) =>
        (answers.kind !== 'safety' && answers.kind !== 'child') || history.some((d) => d.action === 'visit'),
    },
  },
  actions: {
    red: grade('马上去（红）', 'At once (red)', true),
    orange: grade('四小时内去（橙）', 'Within four hours (orange)', true),
    yellow: grade('一天内去（黄）', 'Within a day (yellow)', false),
    green: grade('一周内去（绿）', 'Within a week (green)', false),
    assign: {
      label: { zh: '派人去', en: 'Send somebody' },
      from: ['graded', 'assigned'],
      to: 'assigned',
      by: hands,
      fills: ['assignedTo'],
      tone: 'main',
    },
    visit: {
      label: { zh: '去看过了', en: 'Visited' },
      from: ['graded', 'assigned', 'visited'],
      to: 'visited',
      by: hands,
      asks: visiting,
      tone: 'main',
    },
    resolve: {
      label: { zh: '已解决', en: 'Resolved' },
      from: ['visited'],
      to: 'resolved',
      by: hands,
      fills: ['result'],
      needs: ['seenSafe'],
      tone: 'main',
    },
    convert: {
      label: { zh: '转为权益办件', en: 'Open a rights case' },
      from: open,
      to: 'converted',
      by: hands,
      starts: openCase,
      tone: 'safety',
    },
    refer: {
      label: { zh: '转请部门协助', en: 'Refer to an agency' },
      from: ['graded', 'assigned', 'visited'],
      to: 'converted',
      by: ['rights', 'mediator'],
      starts: ({ today, on }) => [{ programme: 'referral', answers: { ask: 'coordinate', preparedOn: today ?? on } }],
    },
    unfounded: {
      label: { zh: '不属实', en: 'Unfounded' },
      from: open,
      to: 'unfounded',
      by: hands,
      needs: ['notSafety'],
      reason: true,
    },
    keep: {
      label: { zh: '延长保留（写明为什么）', en: 'Keep longer' },
      from: open,
      to: 'same',
      by: ['rights'],
      fills: ['keepUntil'],
      reason: true,
    },
    expire: { label: { zh: '到期', en: 'Expires' }, from: open, to: 'expired', by: [] },
  },
  clocks: clueClocks,
  measures: {
    clues: flow('item', {
      label: { zh: '排查问题', en: 'Clues found' },
      aliases: ['排查侵害妇女儿童权益问题', '排查线索'],
      includes: '发现并判断过的线索，按发现日期',
      excludes: '不属实的；调解案件（另计，不相加）',
    }),
    resolved: flow('item', {
      label: { zh: '线索已解决', en: 'Clues resolved' },
      includes: '去看过并解决的线索',
      excludes: '转办、到期、不属实',
    }),
    converted: flow('item', {
      label: { zh: '线索转办', en: 'Clues taken on' },
      includes: '转为权益办件或转请部门协助的线索',
      excludes: '当场解决的',
    }),
  },
  counts: ({ state, on, reached }, count) => {
    if (state === 'unfounded') return []
    return [
      (reached.graded || reached.converted) && count.one('clues', on),
      reached.resolved && count.one('resolved', reached.resolved),
      reached.converted && count.one('converted', reached.converted),
    ]
  },
})
