import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow, stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { readers, services, upper } from './words.ts'

const hands = ['development'] as const
const living = ['inForce', 'reviewing'] as const

/** 家政地方标准 — L072; figure F022. What a service, a price and a class refer to; read by every post below once approved. */
export const homecareStandard = defineProgramme({
  id: 'homecare-standard',
  version: 1,
  kind: 'item',
  service: 'homecare',
  label: { zh: '家政地方标准', en: 'Local standard' },
  short: { zh: '标准', en: 'Standards' },
  noun: { zh: '项', en: 'standard' },
  help: {
    zh: '一项地方标准记一条：立项、起草、征求意见、批准、实施。服务项目和培训班按标准来，先把标准登在这里。实施满五年要复审。',
    en: 'One record a standard, from proposal to force. Services and classes refer to it. Reviewed after five years.',
  },
  sources: ['L072', 'F022', 'R-HK-02'],
  access: { see: readers, create: hands },
  fields: {
    title: field.text({ label: { zh: '标准名称', en: 'Title' }, class: 'P0', required: true, min: 4, max: 80 }),
    proposedOn: field.day({ label: { zh: '立项日期', en: 'Proposed on' }, class: 'P0', required: true, past: true }),
    led: field.yesNo({ label: { zh: '由妇联牵头', en: 'Led by the federation' }, class: 'P0', required: true }),
    service: field.choices(services, { label: { zh: '管哪些服务', en: 'Services' }, class: 'P0', required: true }),
    scope: field.text({ label: { zh: '适用范围', en: 'Scope' }, class: 'P0', required: true, max: 500 }),
    items: field.list(
      { item: field.text({ label: { zh: '要做到', en: 'Asked for' }, class: 'P0', required: true, max: 120 }) },
      { label: { zh: '检查要点', en: 'What is checked' }, class: 'P0', max: 20 },
    ),
    number: field.text({ label: { zh: '标准号', en: 'Number' }, class: 'P0', required: true, max: 40 }),
    issuer: field.text({ label: { zh: '批准发布机关', en: 'Issued by' }, class: 'P0', required: true, max: 60 }),
    approvedOn: field.day({ label: { zh: '发布日期', en: 'Issued on' }, class: 'P0', required: true, past: true }),
    inForceOn: field.day({ label: { zh: '实施日期', en: 'In force on' }, class: 'P0', required: true }),
    replacedBy: field.text({ label: { zh: '由什么代替', en: 'Replaced by' }, class: 'P0', max: 120 }),
  },
  title: 'title',
  dated: 'proposedOn',
  opens: ['title', 'proposedOn', 'led', 'service', 'scope', 'items'],
  states: {
    drafting: { zh: '起草中', en: 'Drafting' },
    consulting: { zh: '征求意见', en: 'Consultation' },
    approved: { zh: '已发布待实施', en: 'Issued' },
    inForce: { zh: '实施中', en: 'In force' },
    reviewing: { zh: '复审中（继续有效）', en: 'Under review, still in force' },
    replaced: { zh: '已废止或代替', en: 'Replaced' },
    dropped: { zh: '已撤项', en: 'Dropped' },
  },
  initial: 'drafting',
  editableIn: ['drafting', 'consulting'],
  shownBelow: ['consulting', 'approved', ...living, 'replaced'],
  checks: {
    daysInOrder: {
      label: { zh: '实施不早于发布', en: 'In force no earlier than issued' },
      rule: 'L072',
      met: ({ answers: a }) => (a.inForceOn ?? '') >= (a.approvedOn ?? ''),
    },
    dayCame: {
      label: { zh: '到了实施那天', en: 'Its day has come' },
      rule: 'L072',
      waits: true,
      met: ({ answers: { inForceOn = '' }, today }) => today === undefined || today >= inForceOn,
    },
  },
  actions: {
    consult: {
      label: { zh: '公开征求意见', en: 'Consult in public' },
      from: ['drafting'],
      to: 'consulting',
      by: hands,
      tone: 'main',
    },
    redraft: { label: { zh: '再起草', en: 'Redraft' }, from: ['consulting'], to: 'drafting', by: hands, reason: true },
    approve: {
      label: { zh: '登记批准发布', en: 'Record its issue' },
      from: ['consulting'],
      to: 'approved',
      by: hands,
      reach: 'below',
      at: upper,
      fills: ['number', 'issuer', 'approvedOn', 'inForceOn'],
      needs: ['daysInOrder'],
      tone: 'main',
    },
    enforce: {
      label: { zh: '开始实施', en: 'Comes into force' },
      from: ['approved'],
      to: 'inForce',
      by: hands,
      needs: ['dayCame'],
      tone: 'main',
    },
    review: { label: { zh: '开始复审', en: 'Begin the review' }, from: ['inForce'], to: 'reviewing', by: hands },
    keep: {
      label: { zh: '复审继续有效', en: 'Stays in force' },
      from: ['reviewing'],
      to: 'inForce',
      by: hands,
      tone: 'main',
    },
    replace: {
      label: { zh: '废止或代替', en: 'Replace' },
      from: [...living, 'approved'],
      to: 'replaced',
      by: hands,
      fills: ['replacedBy'],
      reason: true,
    },
    drop: {
      label: { zh: '撤项', en: 'Drop' },
      from: ['drafting', 'consulting'],
      to: 'dropped',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    force: {
      label: { zh: '到实施日期', en: 'Its day of force' },
      from: 'approved',
      until: ['inForce', 'replaced'],
      within: calendarMonths(3),
      dueField: 'inForceOn',
      legal: false,
      rule: 'L072',
      expires: 'enforce',
    },
    review: {
      label: { zh: '复审标准', en: 'Review the standard' },
      from: 'inForce',
      until: ['reviewing', 'replaced'],
      within: calendarMonths(60),
      legal: true,
      law: '《标准化法》第二十九条',
      rule: 'L072',
      remindBefore: [90],
    },
  },
  measures: {
    led: stock('item', {
      label: { zh: '牵头制定的家政地方标准', en: 'Local standards led' },
      unitLabel: { zh: '项', en: 'standards' },
      includes: '妇联牵头、已批准发布、没有废止的地方标准，按发布日期',
      excludes: '起草、征求意见中的；别的单位牵头的；国家标准',
    }),
    issued: flow('item', {
      label: { zh: '发布的家政地方标准', en: 'Local standards issued' },
      unitLabel: { zh: '项', en: 'standards' },
      includes: '当期发布的，不论谁牵头',
      excludes: '修改单、复审继续有效的',
    }),
  },
  counts: ({ state, reached, answers: { approvedOn, led } }, count) => [
    reached.approved && approvedOn && led === true && count.one('led', approvedOn),
    reached.approved && approvedOn && count.one('issued', approvedOn),
    state === 'replaced' && reached.approved && led === true && reached.replaced && count.gone('led', reached.replaced),
  ],
})
