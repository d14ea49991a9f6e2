import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { book } from '../../core/posting.ts'
import { defineProgramme } from '../../core/programme.ts'
import { units, valuations } from './donation-fields.ts'

const hands = ['chair', 'rights', 'family', 'finance', 'publicity'] as const

/** 物资入库 — L120; R-FUND-04, R-FUND-08. A donated batch was booked with its donation; goods from above are booked here. */
export const giftBatch = defineProgramme({
  id: 'gift-batch',
  version: 1,
  kind: 'case',
  service: 'gifts',
  series: 'WP',
  label: { zh: '物资入库', en: 'Goods in' },
  short: { zh: '物资', en: 'Goods' },
  noun: { zh: '批', en: 'batch' },
  help: {
    zh: '一种物品一批。收货的人登记，另一个人点数后入库。捐来的写明是哪笔捐赠；上级配发的算收到物资，不算本级募集。',
    en: 'One kind of goods, one batch: entered by who takes it in, counted by another. Goods from above are not raised here.',
  },
  sources: ['L120', 'R-FUND-04', 'R-FUND-08'],
  access: { see: [...hands, 'auditor'], create: hands },
  fields: {
    item: field.text({ label: { zh: '物品', en: 'Item' }, class: 'P1', required: true, min: 1, max: 60 }),
    arrivedOn: field.day({ label: { zh: '到货日期', en: 'Arrived on' }, class: 'P1', required: true, past: true }),
    origin: field.choice(
      { donated: { zh: '捐赠', en: 'Donated' }, above: { zh: '上级配发', en: 'From above' } },
      { label: { zh: '哪里来的', en: 'From' }, class: 'P1', required: true },
    ),
    donation: field.record('donation', { label: { zh: '哪笔捐赠', en: 'Donation' }, class: 'P1' }),
    unit: field.choice(units, { label: { zh: '单位', en: 'Unit' }, class: 'P1', required: true }),
    quantity: field.integer({
      label: { zh: '数量', en: 'Quantity' },
      class: 'P1',
      required: true,
      min: 1,
      max: 10_000_000,
    }),
    unitValue: field.money({ label: { zh: '单价（公允价值）', en: 'Fair value of one' }, class: 'P1', required: true }),
    valuation: field.choice(valuations, {
      label: { zh: '价值怎么定的', en: 'How valued' },
      class: 'P1',
      required: true,
    }),
    fund: field.fund({ label: { zh: '记在哪笔资金', en: 'Fund' }, class: 'P1', required: true }),
    useBy: field.day({ label: { zh: '保质期至', en: 'Use by' }, class: 'P1' }),
    place: field.text({ label: { zh: '存放地点', en: 'Kept at' }, class: 'P1', max: 80 }),
    counted: field.integer({
      label: { zh: '点到的数量', en: 'Counted' },
      class: 'P1',
      required: true,
      min: 0,
      max: 10_000_000,
    }),
  },
  title: 'item',
  dated: 'arrivedOn',
  parentField: 'donation',
  opens: [
    'item',
    'arrivedOn',
    'origin',
    'donation',
    'unit',
    'quantity',
    'unitValue',
    'valuation',
    'fund',
    'useBy',
    'place',
  ],
  states: {
    arrived: { zh: '待点数', en: 'Arrived' },
    stored: { zh: '已入库', en: 'In store' },
    closed: { zh: '已发完', en: 'All issued' },
    cancelled: { zh: '已撤销', en: 'Cancelled' },
  },
  initial: 'arrived',
  editableIn: ['arrived'],
  checks: {
    countFits: {
      label: { zh: '点到的数量与登记一致', en: 'The count agrees' },
      rule: 'R-FUND-04',
      met: ({ answers }) => answers.counted === answers.quantity,
    },
    originFits: {
      label: { zh: '捐赠的写明是哪笔捐赠', en: 'A donated batch names its donation' },
      rule: 'R-FUND-04',
      met: ({ answers }) => (answers.origin === 'donated') === (answers.donation !== undefined),
    },
  },
  actions: {
    store: {
      label: { zh: '点数入库', en: 'Count and store' },
      from: ['arrived'],
      to: 'stored',
      by: hands,
      secondPerson: true,
      fills: ['counted'],
      needs: ['countFits', 'originFits'],
      tone: 'main',
    },
    close: { label: { zh: '发完了', en: 'All issued' }, from: ['stored'], to: 'closed', by: hands, tone: 'main' },
    cancel: {
      label: { zh: '登记有误，撤销', en: 'Cancel' },
      from: ['arrived'],
      to: 'cancelled',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    count: {
      label: { zh: '点数入库', en: 'Count' },
      from: 'arrived',
      until: ['stored', 'cancelled'],
      within: workingDays(2),
      legal: false,
      rule: 'R-FUND-04',
    },
    useBy: {
      label: { zh: '保质期', en: 'Use by' },
      from: 'stored',
      until: ['closed'],
      within: calendarDays(365),
      dueField: 'useBy',
      legal: false,
      rule: 'L120',
      remindBefore: [60, 30],
    },
  },
  // A donated batch is the list of what its donation brought: that one is booked there, once.
  postings: ({ reached, answers: { origin, fund, quantity = 0, unitValue = 0 } }) =>
    origin === 'above' && fund && reached.stored ? book.receiveGoods(fund, quantity * unitValue, reached.stored) : [],
  measures: {
    stored: flow('yuan', {
      label: { zh: '入库物资价值', en: 'Goods taken in, at value' },
      includes: '点数入库的物资，按公允价值，捐赠和上级配发都算',
      excludes: '未点数；募集数看“募集公益款物”，两者不相加',
    }),
    batches: flow('item', {
      label: { zh: '物资批次', en: 'Batches' },
      unitLabel: { zh: '批', en: 'batches' },
      includes: '点数入库的批次，按入库日期',
      excludes: '未点数、已撤销',
    }),
  },
  counts: ({ reached, answers: { quantity = 0, unitValue = 0, valuation } }, count) => [
    reached.stored && count.money('stored', quantity * unitValue, reached.stored, valuation === 'estimate' ? 'C' : 'B'),
    reached.stored && count.one('batches', reached.stored),
  ],
})
