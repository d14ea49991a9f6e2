import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const makers = ['chair', 'rights', 'mediator'] as const

/** 权益风险排查 — L108; F091 (one half of it). How many homes were asked, never which: no list of families is kept. */
export const screeningRound = defineProgramme({
  id: 'screening-round',
  version: 1,
  kind: 'activity',
  service: 'rights',
  label: { zh: '权益风险排查', en: 'Screening round' },
  short: { zh: '排查', en: 'Screening' },
  noun: { zh: '轮', en: 'round' },
  help: {
    zh: '一轮排查记一条：哪段时间、走了多少户。只记户数，不记户名，不给家庭打分分类。发现有人需要帮助，另记一条“帮助线索”。',
    en: 'One record for one round: when, and how many homes. No names of families, no marks. Somebody who needs help is a clue of its own.',
  },
  sources: ['L108', 'F091', 'R-BUR-02'],
  access: { see: [...makers, 'organisation', 'statistician'], create: makers },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P1', required: true, min: 2, max: 60 }),
    startedOn: field.day({ label: { zh: '开始日期', en: 'From' }, class: 'P1', required: true }),
    endedOn: field.day({ label: { zh: '结束日期', en: 'To' }, class: 'P1', past: true }),
    households: field.integer({
      label: { zh: '走了多少户', en: 'Homes visited' },
      class: 'P1',
      max: 20_000,
      unitLabel: { zh: '户次', en: 'home visits' },
    }),
    method: field.choice(
      { sheet: { zh: '有走访记录清点', en: 'Counted from sheets' }, estimate: { zh: '估计', en: 'Estimated' } },
      { label: { zh: '怎么数的', en: 'How counted' }, class: 'P1' },
    ),
    note: field.text({
      label: { zh: '发现的共性问题', en: 'What was common' },
      class: 'P1',
      max: 1000,
      help: { zh: '不写姓名、门牌，不点名某一家。', en: 'No names, no house numbers.' },
    }),
  },
  title: 'title',
  dated: 'startedOn',
  states: {
    planned: { zh: '进行中', en: 'Under way' },
    done: { zh: '已完成', en: 'Done' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned'],
  checks: {
    counted: {
      label: { zh: '写了户数和怎么数的', en: 'Homes, and how they were counted' },
      rule: 'R-STAT-01',
      met: ({ answers: a }) => a.households !== undefined && a.method !== undefined && a.endedOn !== undefined,
    },
    ordered: {
      label: { zh: '结束不早于开始', en: 'It ended after it began' },
      rule: 'R-STAT-01',
      met: ({ answers: a, on }) => a.endedOn === undefined || a.endedOn >= on,
    },
  },
  actions: {
    finish: {
      label: { zh: '排查完了', en: 'Done' },
      from: ['planned'],
      to: 'done',
      by: makers,
      fills: ['endedOn', 'households', 'method', 'note'],
      needs: ['counted', 'ordered'],
      tone: 'main',
    },
    reopen: { label: { zh: '改回进行中', en: 'Reopen' }, from: ['done'], to: 'planned', by: makers, reason: true },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', by: makers, reason: true },
  },
  clocks: {
    finish: {
      label: { zh: '记排查结果', en: 'Record the round' },
      from: 'planned',
      until: ['done', 'cancelled'],
      within: calendarDays(30),
      legal: false,
      rule: 'L108',
    },
  },
  measures: {
    rounds: flow('session', {
      label: { zh: '排查轮次', en: 'Rounds' },
      unitLabel: { zh: '轮', en: 'rounds' },
      includes: '已完成的排查，按开始日期',
      excludes: '进行中、已取消',
    }),
    homes: flow('item', {
      label: { zh: '排查户次', en: 'Homes visited' },
      unitLabel: { zh: '户次', en: 'home visits' },
      includes: '每轮走访的户数相加：同一户走两轮算两次',
      excludes: '户数（不去重，不能当作户）',
    }),
  },
  counts: ({ state, on, answers }, count) => {
    if (state !== 'done') return []
    const grade = answers.method === 'sheet' ? 'B' : 'C'
    return [count.one('rounds', on, grade), count.many('homes', answers.households ?? 0, on, grade)]
  },
})
