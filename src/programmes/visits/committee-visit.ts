import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const makers = ['chair', 'organisation', 'rights', 'family'] as const

/** 万名执委进万家 — L142; figures F045, F049. A visit, its visitors, and how many were met; no list of families. */
export const committeeVisit = defineProgramme({
  id: 'committee-visit',
  version: 1,
  kind: 'activity',
  service: 'visits',
  label: { zh: '执委进万家', en: 'Committee visit' },
  short: { zh: '走访', en: 'Visits' },
  noun: { zh: '次', en: 'visit' },
  help: {
    zh: '执委入户走访，走一趟记一次：谁去的、走了几户、见到几位妇女、帮了什么。不写户名。她提出的需求另记“走访需求”，十五天内给她回话。看到有危险的，立刻记“帮助线索”。',
    en: 'One record for one round of home visits: who went, how many homes, how many women. No names of families. A need is a record of its own and answered within fifteen days; danger is a clue at once.',
  },
  sources: ['L142', 'F045', 'F049', 'D36', 'R-BUR-02'],
  access: { see: [...makers, 'statistician'], create: makers },
  fields: {
    purpose: field.choice(
      {
        daily: { zh: '日常走访', en: 'Everyday visit' },
        festival: { zh: '节日慰问', en: 'Festival visit' },
        hardship: { zh: '困难帮扶', en: 'Help in hardship' },
        policy: { zh: '政策宣讲', en: 'Explaining a policy' },
        follow: { zh: '回访', en: 'Return visit' },
      },
      { label: { zh: '走访目的', en: 'Purpose' }, class: 'P1', required: true },
    ),
    visitedOn: field.day({ label: { zh: '走访日期', en: 'Date' }, class: 'P1', required: true }),
    visitors: field.people(
      { member: { zh: '执委', en: 'Committee member' }, helper: { zh: '同行', en: 'With her' } },
      { label: { zh: '走访的人', en: 'Who went' }, class: 'P2', required: true, min: 1, max: 10 },
    ),
    homes: field.integer({
      label: { zh: '走访', en: 'Homes' },
      class: 'P1',
      max: 100,
      unitLabel: { zh: '户次', en: 'home visits' },
    }),
    women: field.integer({
      label: { zh: '见到妇女', en: 'Women met' },
      class: 'P1',
      max: 500,
      unitLabel: { zh: '人次', en: 'attendances' },
    }),
    helped: field.integer({
      label: { zh: '当场帮到', en: 'Helped on the spot' },
      class: 'P1',
      max: 500,
      unitLabel: { zh: '人次', en: 'attendances' },
      help: { zh: '真正办了一件事才算，只发宣传单不算。', en: 'Something was done for her; a leaflet is not help.' },
    }),
    given: field.text({ label: { zh: '帮了什么', en: 'What was done' }, class: 'P1', max: 500 }),
  },
  title: 'purpose',
  dated: 'visitedOn',
  states: {
    planned: { zh: '待走访', en: 'Planned' },
    visited: { zh: '已走访', en: 'Visited' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'planned',
  editableIn: ['planned', 'visited'],
  checks: {
    hasHappened: {
      label: { zh: '到了走访那天', en: 'The day has come' },
      rule: 'R-STAT-01',
      waits: true,
      met: ({ today, on }) => today === undefined || today >= on,
    },
    counted: {
      label: { zh: '写了几户、几位妇女', en: 'Homes and women are written' },
      rule: 'R-STAT-01',
      met: ({ answers: a }) => (a.homes ?? 0) > 0 && a.women !== undefined,
    },
    helpFits: {
      label: { zh: '帮到的不多于见到的', en: 'No more helped than met' },
      rule: 'R-STAT-01',
      met: ({ answers: a }) => (a.helped ?? 0) <= (a.women ?? 0),
    },
  },
  actions: {
    visit: {
      label: { zh: '走访完了', en: 'Visited' },
      from: ['planned'],
      to: 'visited',
      by: makers,
      fills: ['homes', 'women', 'helped', 'given'],
      needs: ['hasHappened', 'counted', 'helpFits'],
      tone: 'main',
    },
    reopen: { label: { zh: '改回待走访', en: 'Reopen' }, from: ['visited'], to: 'planned', by: makers, reason: true },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', by: makers, reason: true },
  },
  clocks: {
    record: {
      label: { zh: '走访后补记', en: 'Write the visit down' },
      from: 'planned',
      until: ['visited', 'cancelled'],
      within: calendarDays(7),
      dueField: 'visitedOn',
      legal: false,
      rule: 'L142',
    },
  },
  measures: {
    visits: flow('session', {
      label: { zh: '执委走访', en: 'Visits' },
      unitLabel: { zh: '次', en: 'visits' },
      includes: '已走访的次数，按走访日期',
      excludes: '待走访、已取消；志愿者活动',
    }),
    members: flow('person', {
      label: { zh: '走访的执委', en: 'Committee members who visited' },
      aliases: ['万名妇联执委', '执委进万家'],
      includes: '期间内去走访过的执委，一人多次只算一人',
      excludes: '没有走访的执委；同行的工作人员',
    }),
    homes: flow('item', {
      label: { zh: '走访户次', en: 'Home visits' },
      unitLabel: { zh: '户次', en: 'home visits' },
      includes: '走访的户次，同一户走两次算两次',
      excludes: '户数（不去重）',
    }),
    women: flow('person-time', {
      label: { zh: '见到妇女', en: 'Women met' },
      includes: '走访时见到的妇女人次',
      excludes: '没见到本人的',
    }),
    helped: flow('person-time', {
      label: { zh: '走访帮到妇女', en: 'Women helped on a visit' },
      aliases: ['提供了实实在在的帮助'],
      includes: '当场帮到的人次；与志愿服务、律师走基层、婚调室行动的人次分开记',
      excludes: '只见面、只宣传的',
    }),
  },
  counts: ({ state, on, answers }, count) => {
    if (state !== 'visited') return []
    return [
      count.one('visits', on, 'B'),
      count.many('homes', answers.homes ?? 0, on, 'B'),
      count.many('women', answers.women ?? 0, on, 'B'),
      count.many('helped', answers.helped ?? 0, on, 'B'),
      ...(answers.visitors ?? []).map((v) => v.role === 'member' && count.person('members', on, v.person)),
    ]
  },
})
