import { calendarDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { defineProgramme } from '../../core/programme.ts'
import { diseases, incomeClasses, stages } from './two-cancers/fields.ts'

const hands = ['rights', 'finance'] as const
const disease = {
  disease: field.choice(diseases, { label: { zh: '病种', en: 'Disease' }, class: 'P1', required: true }),
  code: field.text({ label: { zh: '疾病编码', en: 'Code' }, class: 'P1', max: 20 }),
  from: field.choice(stages, { label: { zh: '从哪一期起', en: 'From stage' }, class: 'P1' }),
}

/** 救助项目办法 — L121; R-CAN-01, R-CAN-08. One version of one fund's rule for one year; frozen when its window has passed. */
export const reliefRule = defineProgramme({
  id: 'relief-rule',
  version: 1,
  kind: 'case',
  service: 'relief',
  series: 'BF',
  label: { zh: '救助项目办法', en: 'Relief rule' },
  short: { zh: '办法', en: 'Rules' },
  noun: { zh: '版', en: 'version' },
  help: {
    zh: '每年每笔资金的办法登记一版：标准、困难类型、病种分期、截止日、申请时间、公示天数。发布后按它办；用过就封存，改动要出新的一版。旧年份不改。',
    en: 'One version a year and fund: standard, classes, diseases, dates. Frozen once used; a change is a new version.',
  },
  sources: ['L121', 'R-CAN-01', 'R-CAN-05', 'R-CAN-08', 'D17'],
  access: { see: ['chair', 'rights', 'family', 'finance', 'statistician'], create: hands },
  fields: {
    title: field.text({ label: { zh: '办法名称', en: 'Name' }, class: 'P0', required: true, min: 4, max: 60 }),
    madeOn: field.day({ label: { zh: '发文日期', en: 'Dated' }, class: 'P0', required: true, past: true }),
    year: field.integer({ label: { zh: '年度', en: 'Year' }, class: 'P0', required: true, min: 2009, max: 2100 }),
    edition: field.integer({ label: { zh: '第几版', en: 'Edition' }, class: 'P0', required: true, min: 1, max: 99 }),
    documentNo: field.text({ label: { zh: '文号', en: 'Document no.' }, class: 'P0', max: 60 }),
    source: field.choice(
      {
        lottery: { zh: '中央专项彩票公益金', en: 'Central lottery welfare fund' },
        region: { zh: '自治区资金', en: 'Region' },
        foundation: { zh: '基金会', en: 'Foundation' },
        local: { zh: '当地补充资金', en: 'Local top-up' },
      },
      { label: { zh: '资金', en: 'Money' }, class: 'P0', required: true },
    ),
    fund: field.fund({ label: { zh: '平台内的资金', en: 'Fund' }, class: 'P1' }),
    standard: field.money({ label: { zh: '每人标准', en: 'Standard' }, class: 'P0', required: true }),
    incomeClasses: field.choices(incomeClasses, {
      label: { zh: '困难类型', en: 'Income classes' },
      class: 'P0',
      required: true,
    }),
    diseases: field.list(disease, {
      label: { zh: '病种和分期', en: 'Diseases' },
      class: 'P0',
      required: true,
      max: 10,
    }),
    statusDate: field.day({ label: { zh: '状态截止日', en: 'Status date' }, class: 'P0', required: true }),
    windowFrom: field.day({ label: { zh: '申请开始', en: 'Window from' }, class: 'P0', required: true }),
    windowTo: field.day({ label: { zh: '申请截止', en: 'Window to' }, class: 'P0', required: true }),
    payBy: field.day({ label: { zh: '发放截止', en: 'Pay by' }, class: 'P0' }),
    noticeDays: field.integer({
      label: { zh: '公示天数', en: 'Notice days' },
      class: 'P0',
      required: true,
      min: 1,
      max: 30,
    }),
    lifetimeOnce: field.yesNo({ label: { zh: '一生一次', en: 'Once in a life' }, class: 'P0', required: true }),
    order: field.text({
      label: { zh: '资金不够时的先后顺序', en: 'Order when money is short' },
      class: 'P0',
      required: true,
      max: 300,
      help: { zh: '申请开始前就公布，如“困难类型、病情分期、提交时间”。', en: 'Published before the window opens.' },
    }),
    papers: field.text({ label: { zh: '要哪些材料', en: 'Papers' }, class: 'P0', max: 1000 }),
    excludes: field.text({ label: { zh: '领过哪些资金的不再救助', en: 'Excluded funds' }, class: 'P0', max: 300 }),
  },
  title: 'title',
  dated: 'madeOn',
  states: {
    draft: { zh: '起草', en: 'Draft' },
    published: { zh: '已发布', en: 'Published' },
    frozen: { zh: '已封存', en: 'Frozen' },
    withdrawn: { zh: '已作废', en: 'Withdrawn' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  checks: {
    datesFit: {
      label: { zh: '开始不晚于截止，发放在截止之后', en: 'The dates follow each other' },
      rule: 'R-CAN-05',
      met: ({ answers: { windowFrom = '', windowTo = '', payBy } }) =>
        windowFrom <= windowTo && (payBy === undefined || payBy >= windowTo),
    },
    standardGiven: {
      label: { zh: '标准大于零', en: 'A standard' },
      rule: 'R-CAN-03',
      met: ({ answers }) => (answers.standard ?? 0) > 0,
    },
  },
  actions: {
    publish: {
      label: { zh: '发布', en: 'Publish' },
      from: ['draft'],
      to: 'published',
      by: ['rights', 'finance', 'chair'],
      at: ['region', 'league', 'banner'],
      secondPerson: true,
      needs: ['datesFit', 'standardGiven'],
      tone: 'main',
    },
    revise: {
      label: { zh: '还没用过，收回修改', en: 'Not used yet: take back' },
      from: ['published'],
      to: 'draft',
      by: hands,
      reason: true,
    },
    freeze: {
      label: { zh: '已使用，封存', en: 'Used: freeze' },
      from: ['published'],
      to: 'frozen',
      by: hands,
      tone: 'main',
    },
    windowCloses: {
      label: { zh: '申请期满，封存', en: 'Window over: frozen' },
      from: ['published'],
      to: 'frozen',
      by: [],
    },
    withdraw: {
      label: { zh: '作废', en: 'Withdraw' },
      from: ['draft', 'published'],
      to: 'withdrawn',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    window: {
      label: { zh: '申请截止', en: 'The window closes' },
      from: 'published',
      until: ['frozen', 'draft', 'withdrawn'],
      within: calendarDays(30),
      dueField: 'windowTo',
      legal: false,
      rule: 'R-CAN-05',
      remindBefore: [7, 2],
      expires: 'windowCloses',
    },
  },
  measures: {},
  counts: () => [],
})
