import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { sumUpClock, visitChecks, visitStates, visitSteps } from '../../core/visit-steps.ts'
import { keepers, readers } from './posts.ts'

/** 来访、出访、研修 — L150, L151. A delegation is a number and a route; passports and names of guests are not kept here. */
export const delegation = defineProgramme({
  id: 'delegation',
  version: 1,
  kind: 'activity',
  service: 'organising',
  label: { zh: '来访出访', en: 'Delegations' },
  short: { zh: '交流', en: 'Exchange' },
  noun: { zh: '批', en: 'delegation' },
  help: {
    zh: '来访、出访、研修班现场教学，一批记一条：多少人、从哪来、去哪些点。先由另一个人批准。不登记客人的护照和姓名；名单按外事规定另存。结束十天内写小结。',
    en: 'Visits, study tours and field teaching, one record each: how many, from where, which sites. Another person approves. No passports or names of guests here. A summary within ten days.',
  },
  sources: ['L150', 'L151', 'R-PRI-08'],
  access: { see: readers, create: keepers },
  fields: {
    title: field.text({ label: { zh: '名称', en: 'Title' }, class: 'P1', required: true, min: 2, max: 80 }),
    startsOn: field.day({ label: { zh: '开始日期', en: 'Begins on' }, class: 'P1', required: true }),
    endsOn: field.day({ label: { zh: '结束日期', en: 'Ends on' }, class: 'P1', required: true }),
    direction: field.choice(
      {
        in: { zh: '来访', en: 'Coming' },
        out: { zh: '出访', en: 'Going' },
        study: { zh: '研修班现场教学', en: 'Study tour' },
      },
      { label: { zh: '哪一种', en: 'Kind' }, class: 'P1', required: true },
    ),
    countries: field.text({ label: { zh: '国家、地区', en: 'Countries' }, class: 'P1', required: true, max: 200 }),
    size: field.integer({
      label: { zh: '人数', en: 'Size' },
      class: 'P1',
      required: true,
      min: 1,
      max: 1000,
      unitLabel: { zh: '人', en: 'people' },
    }),
    sites: field.text({ label: { zh: '去哪些点', en: 'Sites' }, class: 'P1', required: true, max: 400 }),
    agreement: field.record('exchange-agreement', {
      label: { zh: '按哪份协议', en: 'Under which agreement' },
      class: 'P1',
    }),
    summary: field.text({ label: { zh: '小结', en: 'Summary' }, class: 'P1', required: true, min: 5, max: 2000 }),
  },
  title: 'title',
  dated: 'startsOn',
  parentField: 'agreement',
  opens: ['title', 'startsOn', 'endsOn', 'direction', 'countries', 'size', 'sites', 'agreement'],
  states: visitStates,
  initial: 'planned',
  editableIn: ['planned', 'approved'],
  checks: visitChecks,
  actions: visitSteps(keepers),
  clocks: { close: sumUpClock('L151') },
  measures: {
    delegations: flow('session', {
      label: { zh: '来访出访', en: 'Delegations' },
      unitLabel: { zh: '批', en: 'delegations' },
      includes: '办完的来访、出访、研修，一批一次，按开始日期',
      excludes: '待批准、已取消；国内考察',
    }),
    guests: flow('person-time', {
      label: { zh: '交流人次', en: 'People in delegations' },
      includes: '团组人数',
      excludes: '陪同、工作人员',
    }),
  },
  counts: ({ state, on, answers }, count) =>
    state === 'held' || state === 'closed'
      ? [count.one('delegations', on), count.many('guests', answers.size ?? 0, on, 'B')]
      : [],
})
