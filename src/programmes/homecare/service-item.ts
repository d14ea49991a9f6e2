import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { company, keepers, priceUnits, readers, services, upper } from './words.ts'

const hands = ['company'] as const
const priced = {
  price: field.money({ label: { zh: '价格', en: 'Price' }, class: 'P0', required: true }),
  unit: field.choice(priceUnits, { label: { zh: '怎么算', en: 'For' }, class: 'P0', required: true }),
}

/** 家政服务项目 — L071, L072; R-HK-03: prices are shown before anybody orders. No payment through the house (R-HK-04). */
export const homecareItem = defineProgramme({
  id: 'homecare-item',
  version: 1,
  kind: 'listing',
  service: 'homecare',
  label: { zh: '家政服务项目', en: 'Service offered' },
  short: { zh: '服务项目', en: 'Services' },
  noun: { zh: '项', en: 'service' },
  help: {
    zh: '公司把服务和价格明码标出来：按哪个标准、包括什么、怎么算钱。旗县看过才上架；改价要重新看。平台不收钱，合同是客户和公司签。',
    en: 'A company lists a service with its price, its standard and what it includes. The banner looks before it is shown, and again when the price changes. No money passes through the house.',
  },
  sources: ['L071', 'L072', 'R-HK-02', 'R-HK-03', 'R-HK-04'],
  access: { see: readers, create: hands },
  fields: {
    name: field.text({ label: { zh: '服务名称', en: 'Service' }, class: 'P0', required: true, min: 2, max: 60 }),
    offeredOn: field.day({ label: { zh: '填写日期', en: 'Offered on' }, class: 'P0', required: true, past: true }),
    company,
    category: field.choice(services, { label: { zh: '类别', en: 'Category' }, class: 'P0', required: true }),
    standard: field.record('homecare-standard', {
      label: { zh: '按哪项地方标准', en: 'Local standard' },
      class: 'P0',
      standing: ['inForce', 'reviewing'],
    }),
    otherStandard: field.text({
      label: { zh: '没有地方标准的，写国家或行业标准号', en: 'Else the national or trade standard' },
      class: 'P0',
      max: 60,
    }),
    includes: field.text({ label: { zh: '包括什么', en: 'What it includes' }, class: 'P0', required: true, max: 500 }),
    ...priced,
  },
  title: 'name',
  dated: 'offeredOn',
  parentField: 'company',
  states: {
    offered: { zh: '待上架', en: 'Offered' },
    published: { zh: '已上架', en: 'Shown' },
    withdrawn: { zh: '已下架', en: 'Withdrawn' },
  },
  initial: 'offered',
  editableIn: ['offered'],
  checks: {
    costs: {
      label: { zh: '标了价格', en: 'It has a price' },
      rule: 'R-HK-03',
      met: ({ answers }) => (answers.price ?? 0) > 0,
    },
    byStandard: {
      label: { zh: '写明按哪个标准', en: 'A standard is named' },
      rule: 'R-HK-02',
      met: ({ answers }) => answers.standard !== undefined || (answers.otherStandard ?? '') !== '',
    },
  },
  actions: {
    publish: {
      label: { zh: '价格、标准看过，上架', en: 'Show it' },
      from: ['offered'],
      to: 'published',
      by: keepers,
      reach: 'below',
      at: upper,
      needs: ['costs', 'byStandard'],
      tone: 'main',
    },
    reprice: {
      label: { zh: '改价（重新上架）', en: 'Change the price' },
      from: ['published'],
      to: 'offered',
      by: hands,
      fills: Object.keys(priced) as (keyof typeof priced)[],
    },
    withdraw: {
      label: { zh: '下架', en: 'Withdraw' },
      from: ['offered', 'published'],
      to: 'withdrawn',
      by: [...hands, ...keepers],
      reach: 'below',
      reason: true,
    },
  },
  clocks: {
    publish: {
      label: { zh: '看价格和标准', en: 'Look at price and standard' },
      from: 'offered',
      until: ['published', 'withdrawn'],
      within: workingDays(3),
      legal: false,
      rule: 'R-HK-03',
    },
  },
  measures: {
    shown: stock('item', {
      label: { zh: '上架服务项目', en: 'Services shown' },
      unitLabel: { zh: '项', en: 'services' },
      includes: '当天在架的服务项目',
      excludes: '待上架、改价重看、下架的',
    }),
  },
  counts: ({ history }, count) =>
    history.flatMap((done) => [
      done.action === 'publish' && count.one('shown', done.on),
      done.from === 'published' && done.to !== 'published' && count.gone('shown', done.on),
    ]),
})
