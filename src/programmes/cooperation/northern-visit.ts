import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { sumUpClock, visitChecks, visitStates, visitSteps } from '../../core/visit-steps.ts'
import { keepers, readers } from './posts.ts'

/** 走北疆 — L088, L089. Distinguished guests see the north and say what they think; what became of it is followed (visit-result). */
export const northernVisit = defineProgramme({
  id: 'northern-visit',
  version: 1,
  kind: 'activity',
  service: 'cooperation',
  label: { zh: '走北疆', en: 'Visits to the north' },
  short: { zh: '走北疆', en: 'Visits' },
  noun: { zh: '次', en: 'visit' },
  help: {
    zh: '政协委员、女科学家、女企业家来考察，一次一条：谁组织、多少人、走哪几站。另一人批准，结束十天内小结。客人提的建议、要对接的需求、合作意向，在“走北疆成果”里一条一条记，都要有下文。',
    en: 'CPPCC members, women scientists and entrepreneurs on a visit: who organises, how many, which stops. Another person approves; a summary within ten days. What they suggest is followed, one by one, in the results.',
  },
  sources: ['L088', 'L089', 'R-STAT-01'],
  access: { see: readers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '名称', en: 'Title' }, class: 'P1', required: true, min: 2, max: 80 }),
    startsOn: field.day({ label: { zh: '开始日期', en: 'Begins on' }, class: 'P1', required: true }),
    endsOn: field.day({ label: { zh: '结束日期', en: 'Ends on' }, class: 'P1', required: true }),
    kind: field.choice(
      {
        cppcc: { zh: '政协委员走北疆', en: 'CPPCC members' },
        science: { zh: '女科学家、女科技工作者走北疆', en: 'Women scientists' },
        enterprise: { zh: '女企业家走北疆', en: 'Women entrepreneurs' },
        conference: { zh: '助力高质量发展大会', en: 'Development conference' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '哪一种', en: 'Kind' }, class: 'P1', required: true },
    ),
    organisers: field.text({ label: { zh: '谁组织', en: 'Organised by' }, class: 'P1', required: true, max: 120 }),
    size: field.integer({
      label: { zh: '来宾人数', en: 'Guests' },
      class: 'P1',
      required: true,
      min: 1,
      max: 3_000,
      unitLabel: { zh: '人', en: 'people' },
    }),
    guests: field.text({
      label: { zh: '主要来宾', en: 'Main guests' },
      class: 'P2',
      max: 400,
      help: { zh: '只写公开报道会写的；不写电话、证件。', en: 'As a public report would; no phones or papers.' },
    }),
    route: field.text({ label: { zh: '走哪几站', en: 'Stops' }, class: 'P1', required: true, max: 400 }),
    summary: field.text({ label: { zh: '小结', en: 'Summary' }, class: 'P1', required: true, min: 5, max: 2000 }),
  },
  title: 'title',
  dated: 'startsOn',
  opens: ['title', 'startsOn', 'endsOn', 'kind', 'organisers', 'size', 'guests', 'route'],
  states: visitStates,
  initial: 'planned',
  editableIn: ['planned', 'approved'],
  checks: visitChecks,
  actions: visitSteps(keepers),
  clocks: { close: sumUpClock('L088') },
  measures: {
    visits: flow('session', {
      label: { zh: '走北疆考察', en: 'Visits held' },
      aliases: ['走北疆'],
      unitLabel: { zh: '次', en: 'visits' },
      includes: '办完的走北疆考察、大会，按开始日期',
      excludes: '待批准、已取消；来访出访（外事，另计）',
    }),
    guests: flow('person-time', {
      label: { zh: '走北疆来宾', en: 'Guests' },
      includes: '来宾人数，一人来两次算两次',
      excludes: '陪同、工作人员、当地参加的群众',
    }),
  },
  counts: ({ state, on, answers }, count) =>
    state === 'held' || state === 'closed'
      ? [count.one('visits', on, 'B'), count.many('guests', answers.size ?? 0, on, 'B')]
      : [],
})
