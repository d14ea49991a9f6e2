import { calendarDays, workingDays } from '../../core/clock.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { batchActions } from './batch-actions.ts'
import { batchFields } from './batch-fields.ts'
import { inForceSince, premiumMoves, premiumPostings } from './batch-money.ts'

/** 妇女健康保险批次 — L122; F043, F044; R-INS-01. The federation organises and may pay; it is no insurer. */
export const insuranceBatch = defineProgramme({
  id: 'insurance-batch',
  version: 1,
  kind: 'case',
  service: 'insurance',
  series: 'BX',
  label: { zh: '妇女健康保险', en: "Women's health insurance" },
  short: { zh: '保险批次', en: 'Batches' },
  noun: { zh: '批', en: 'batch' },
  help: {
    zh: '和保险公司谈好一批记一批。参保人用“参保人”的 Excel 模板导入，所属批次写本批名称。保费、人数、保额、赔付是四个数：保额不是募集款，也不是发出去的钱，谁也不能加在一起。',
    en: 'One record for one batch agreed with an insurer. Insured persons come by the Excel template of “Insured persons”, with the name of this batch. Premium, persons, sum insured and claims are four numbers and are never added, nor to money raised.',
  },
  sources: ['L122', 'F043', 'F044', 'R-INS-01', 'R-FUND-08'],
  access: { see: ['chair', 'rights', 'family', 'finance', 'auditor'], create: ['chair', 'rights', 'family'] },
  fields: batchFields,
  title: 'title',
  dated: 'agreedOn',
  opens: [
    'title',
    'agreedOn',
    'insurer',
    'product',
    'covers',
    'payer',
    'premiumEach',
    'sumEach',
    'coverFrom',
    'coverTo',
  ],
  states: {
    agreed: { zh: '已商定，收名单', en: 'Agreed' },
    listed: { zh: '名单已收齐', en: 'List complete' },
    checked: { zh: '资格已核对', en: 'Checked' },
    due: { zh: '待付保费', en: 'Premium due' },
    paid: { zh: '保费已付，等保单', en: 'Premium paid' },
    returned: { zh: '银行退回', en: 'Returned by the bank' },
    insured: { zh: '保险中，待告知本人', en: 'In force' },
    notified: { zh: '保险中，已告知', en: 'In force, all told' },
    expired: { zh: '已到期', en: 'Over' },
    surrendered: { zh: '已退保', en: 'Surrendered' },
    cancelled: { zh: '未办成', en: 'Cancelled' },
  },
  initial: 'agreed',
  editableIn: ['agreed'],
  checks: {
    term: {
      label: { zh: '到期在开始之后', en: 'It ends after it begins' },
      rule: 'L122',
      met: ({ answers: a }) => (a.coverTo ?? '') > (a.coverFrom ?? ''),
    },
    sumFits: {
      label: { zh: '保费合计＝人数×每人保费，不等的写明原因', en: 'Premium is persons times premium, or says why not' },
      rule: 'R-INS-01',
      met: ({ answers: { premium, premiumEach, persons = 0, differs } }) =>
        premium !== undefined && (premium === persons * (premiumEach ?? 0) || Boolean(differs)),
    },
    ours: {
      label: { zh: '保费由本会资金出', en: 'We pay the premium' },
      rule: 'R-INS-01',
      met: ({ answers }) => answers.payer === 'fund',
    },
    payable: {
      label: { zh: '金额、资金、保险公司账号都有', en: 'Amount, fund and account are there' },
      rule: 'R-FUND-08',
      met: ({ answers: a }) => (a.premium ?? 0) > 0 && Boolean(a.fund) && Boolean(a.account),
    },
    settled: {
      label: { zh: '本会出的保费已经付了', en: 'A premium of ours is paid' },
      rule: 'R-INS-01',
      met: ({ state, answers }) => answers.payer !== 'fund' || state === 'paid',
    },
  },
  actions: batchActions,
  clocks: {
    check: {
      label: { zh: '核对资格', en: 'Check who qualifies' },
      from: 'listed',
      until: ['checked', 'agreed', 'cancelled'],
      within: workingDays(10),
      legal: false,
      rule: 'L122',
    },
    tell: {
      label: { zh: '告知参保的妇女', en: 'Tell the insured women' },
      from: 'insured',
      until: ['notified', 'expired', 'surrendered', 'returned'],
      within: workingDays(15),
      legal: false,
      rule: 'R-INS-01',
    },
    cover: {
      label: { zh: '保险到期', en: 'Cover ends' },
      from: 'insured',
      until: ['expired', 'surrendered', 'returned', 'cancelled'],
      within: calendarDays(365),
      dueField: 'coverTo',
      legal: false,
      rule: 'L122',
      remindBefore: [60, 30],
      expires: 'expire',
    },
  },
  payment: {
    in: ['due'],
    fund: 'fund',
    amount: 'premium',
    payee: 'insurer',
    account: 'account',
    paid: 'pay',
    returned: 'bounce',
  },
  postings: ({ history, state, answers: { fund, premium = 0 } }) => premiumPostings(history, state, fund, premium),
  measures: {
    premium: flow('yuan', {
      label: { zh: '本会支付保费', en: 'Premium paid by us' },
      aliases: ['保费'],
      includes: '本会资金付给保险公司的保费，按付款日；退回、退保的按当日减去',
      excludes: '保额；赔付；财政、爱心单位、保险公司出的保费；救助金',
    }),
    premiumByOthers: flow('yuan', {
      label: { zh: '各方代付保费', en: 'Premium paid by others' },
      includes: '财政、爱心单位、保险公司出的保费，按保单生效登记日（凭证 B 级）',
      excludes: '本会资金付的保费；保额；赔付；不计入募集款物',
    }),
    batches: flow('item', {
      label: { zh: '生效保险批次', en: 'Batches in force' },
      unitLabel: { zh: '批', en: 'batches' },
      includes: '保单已生效的批次，按生效登记日',
      excludes: '商定未生效、未办成；银行退回未补付',
    }),
  },
  counts: ({ history, answers: { payer, premium = 0 } }, count) => {
    const inForce = inForceSince(history)
    const ours = payer === 'fund'
    return [
      ...premiumMoves(history, premium).map(({ on, fen }) => count.money('premium', fen, on)),
      inForce && !ours && count.money('premiumByOthers', premium, inForce, 'B'),
      inForce && count.one('batches', inForce),
    ]
  },
})
