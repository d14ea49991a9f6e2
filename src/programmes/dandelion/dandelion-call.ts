import { field } from '../../core/field.ts'
import { defineProgramme } from '../../core/programme.ts'
import { dandelionNotice } from './documents/call-notice.ts'
import { lanes } from './lanes.ts'

const hands = ['rights', 'chair'] as const
const upper = ['banner', 'league', 'region'] as const

/** 蒲公英项目征集 — L102. The rules of one year's call; once published they stand. */
export const dandelionCall = defineProgramme({
  id: 'dandelion-call',
  version: 1,
  kind: 'case',
  service: 'dandelion',
  series: 'PZ',
  label: { zh: '蒲公英项目征集', en: 'Dandelion call' },
  short: { zh: '项目征集', en: 'Calls' },
  noun: { zh: '次', en: 'call' },
  help: {
    zh: '每年向社会组织征集权益服务项目：方向、预算、起止、评委人数、公示天数。发布后规则不再改。',
    en: 'The yearly call for rights projects: lanes, budget, window, judges, days of notice. Once published the rules stand.',
  },
  sources: ['L102', 'F093'],
  access: { see: [...hands, 'organisation', 'finance', 'statistician'], create: hands },
  fields: {
    title: field.text({ label: { zh: '题目', en: 'Title' }, class: 'P0', required: true, min: 4, max: 60 }),
    opensOn: field.day({ label: { zh: '开始征集', en: 'Opens on' }, class: 'P0', required: true }),
    closesOn: field.day({ label: { zh: '截止征集', en: 'Closes on' }, class: 'P0', required: true }),
    lanes: field.choices(lanes, { label: { zh: '方向', en: 'Lanes' }, class: 'P0', required: true }),
    budget: field.money({ label: { zh: '预算总额', en: 'Budget' }, class: 'P0', required: true }),
    ceiling: field.money({ label: { zh: '单个项目最高', en: 'Most for one project' }, class: 'P0', required: true }),
    judges: field.integer({ label: { zh: '评委人数', en: 'Judges' }, class: 'P0', required: true, min: 3, max: 15 }),
    noticeDays: field.integer({
      label: { zh: '公示天数', en: 'Days of public notice' },
      class: 'P0',
      required: true,
      min: 3,
      max: 30,
    }),
    conditions: field.text({ label: { zh: '申报条件', en: 'Conditions' }, class: 'P0', required: true, max: 3000 }),
  },
  title: 'title',
  dated: 'opensOn',
  states: {
    draft: { zh: '起草中', en: 'Draft' },
    open: { zh: '征集中', en: 'Open' },
    closed: { zh: '已截止', en: 'Closed' },
    dropped: { zh: '取消', en: 'Dropped' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  checks: {
    ordered: {
      label: { zh: '截止晚于开始', en: 'It closes after it opens' },
      rule: 'L102',
      met: ({ answers: a }) => (a.closesOn ?? '') > (a.opensOn ?? ''),
    },
    ceilingFits: {
      label: { zh: '单个最高不超过总额', en: 'One project costs no more than all' },
      rule: 'L102',
      met: ({ answers: a }) => (a.ceiling ?? 0) > 0 && (a.ceiling ?? 0) <= (a.budget ?? 0),
    },
  },
  actions: {
    publish: {
      label: { zh: '发布', en: 'Publish' },
      from: ['draft'],
      to: 'open',
      by: hands,
      at: upper,
      secondPerson: true,
      needs: ['ordered', 'ceilingFits'],
      makes: ['call-notice'],
      tone: 'main',
    },
    close: { label: { zh: '截止', en: 'Close' }, from: ['open'], to: 'closed', by: hands },
    end: { label: { zh: '到期截止', en: 'Closes' }, from: ['open'], to: 'closed', by: [] },
    drop: { label: { zh: '取消', en: 'Drop' }, from: ['draft', 'open'], to: 'dropped', by: hands, reason: true },
  },
  clocks: {
    window: {
      label: { zh: '征集截止', en: 'The call closes' },
      from: 'open',
      until: ['closed', 'dropped'],
      within: { count: 30, unit: 'day' },
      dueField: 'closesOn',
      legal: false,
      rule: 'L102',
      expires: 'end',
    },
  },
  documents: { 'call-notice': dandelionNotice },
  measures: {},
  counts: () => [],
})
