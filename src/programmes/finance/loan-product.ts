import { calendarMonths } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { stock } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { productSheet } from './documents/product-sheet.ts'
import { lending } from './words.ts'

/** 贷款产品 — L086; R-LOAN-01, R-LOAN-02. What a bank offers, as data: whom, how much, how long, at what rate, who decides. */
export const loanProduct = defineProgramme({
  id: 'loan-product',
  version: 1,
  kind: 'case',
  service: 'finance',
  series: 'DP',
  label: { zh: '贷款产品', en: 'Loan products' },
  short: { zh: '产品', en: 'Products' },
  noun: { zh: '个', en: 'product' },
  help: {
    zh: '银行给妇女的贷款产品，一个登记一条：给谁、多少、多久、利率、要什么材料。由另一个人核对后发布，嘎查、苏木乡镇都能看到、能打印给她看。银行改了条件就停用，另登一个。',
    en: 'What a bank offers women: for whom, how much, how long, at what rate. Another person checks it; then everybody below can show it. When the bank changes its terms, end it and register a new one.',
  },
  sources: ['L086', 'R-LOAN-01', 'R-LOAN-02', 'R-LOAN-05', 'processes 9.2'],
  access: { see: [...lending, 'publicity', 'statistician'], create: lending },
  fields: {
    name: field.text({ label: { zh: '产品名称', en: 'Product' }, class: 'P0', required: true, min: 2, max: 60 }),
    registeredOn: field.day({
      label: { zh: '登记日期', en: 'Registered on' },
      class: 'P0',
      required: true,
      past: true,
    }),
    bank: field.text({ label: { zh: '银行', en: 'Bank' }, class: 'P0', required: true, min: 2, max: 60 }),
    scheme: field.choice(
      {
        'women-action': { zh: '金融支持妇女发展专项行动', en: 'Finance for women’s development' },
        'start-up': { zh: '创业担保贷款（财政贴息）', en: 'Start-up loan with subsidised interest' },
        other: { zh: '其他', en: 'Other' },
      },
      { label: { zh: '属于哪一类', en: 'Scheme' }, class: 'P0', required: true },
    ),
    whom: field.text({ label: { zh: '给谁', en: 'For whom' }, class: 'P0', required: true, min: 2, max: 300 }),
    most: field.money({ label: { zh: '最高额度', en: 'At most' }, class: 'P0', required: true }),
    months: field.integer({
      label: { zh: '最长期限', en: 'Longest term' },
      class: 'P0',
      required: true,
      min: 1,
      max: 360,
      unitLabel: { zh: '个月', en: 'months' },
    }),
    rate: field.text({
      label: { zh: '利率', en: 'Rate' },
      class: 'P0',
      required: true,
      max: 120,
      help: {
        zh: '照银行的说法写，年化，如“年利率 3.45%，固定”。',
        en: 'As the bank says it, by the year: “3.45% a year, fixed”.',
      },
    }),
    papers: field.text({ label: { zh: '要准备什么', en: 'What she brings' }, class: 'P0', required: true, max: 500 }),
    validTo: field.day({ label: { zh: '有效期至', en: 'Valid to' }, class: 'P0', required: true }),
  },
  title: 'name',
  dated: 'registeredOn',
  states: {
    draft: { zh: '待核对', en: 'To be checked' },
    offered: { zh: '在用', en: 'Offered' },
    ended: { zh: '已停用', en: 'Ended' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  shownBelow: ['offered'],
  checks: {
    someLoan: {
      label: { zh: '最高额度大于零', en: 'More than nothing is lent' },
      rule: 'processes 9.2',
      met: ({ answers }) => Number(answers.most ?? 0) > 0,
    },
  },
  actions: {
    offer: {
      label: { zh: '核对无误，发布', en: 'Checked: offer it' },
      from: ['draft'],
      to: 'offered',
      by: lending,
      otherThan: ['create'],
      needs: ['someLoan'],
      makes: ['product-sheet'],
      tone: 'main',
    },
    prolong: {
      label: { zh: '问过银行，继续用', en: 'Asked the bank: still offered' },
      from: ['offered'],
      to: 'same',
      by: lending,
      fills: ['validTo'],
    },
    end: { label: { zh: '停用', en: 'End' }, from: ['draft', 'offered'], to: 'ended', by: lending, reason: true },
    lapse: { label: { zh: '到期停用', en: 'Out of date' }, from: ['offered'], to: 'ended', by: [] },
  },
  clocks: {
    validity: {
      label: { zh: '到期前问银行还办不办', en: 'Ask the bank whether it is still offered' },
      from: 'offered',
      after: ['prolong'],
      done: ['prolong'],
      until: ['ended'],
      within: calendarMonths(12),
      dueField: 'validTo',
      legal: false,
      rule: 'R-LOAN-02',
      remindBefore: [30],
      expires: 'lapse',
    },
  },
  documents: { 'product-sheet': productSheet },
  measures: {
    offered: stock('item', {
      label: { zh: '在用贷款产品', en: 'Products offered' },
      unitLabel: { zh: '个', en: 'products' },
      includes: '当日在用的贷款产品，按发布日期',
      excludes: '待核对、已停用；产品不是贷款',
    }),
  },
  counts: ({ reached }, count) => [
    reached.offered && count.one('offered', reached.offered),
    reached.offered && reached.ended && count.gone('offered', reached.ended),
  ],
})
