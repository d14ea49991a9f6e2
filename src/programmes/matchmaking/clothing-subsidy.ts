import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { grantActions } from '../../core/grant-actions.ts'
import { grantFields } from '../../core/grant-fields.ts'
import { movesOf, paidOn } from '../../core/grant-money.ts'
import { approvedPostings, grantPayment } from '../../core/grant-payment.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { clothingReceipt } from './documents/clothing-receipt.ts'
import { clothingFen, matchmakers, two, upper } from './words.ts'

const claimedIn = ['prepared', 'approved', 'paid', 'bank-returned', 'received']
const seen = (zh: string, en: string) => field.yesNo({ label: { zh, en }, class: 'P1', required: true })

/**
 * 集体婚礼服装补贴 — L058; R-MAT-04, R-FUND-03. Apart from the couple's record: money is kept in the books when the couple has
 * the other erased, and the finance post sees nothing of the matchmakers' zone but this.
 */
export const clothingSubsidy = defineProgramme({
  id: 'clothing-subsidy',
  version: 1,
  kind: 'case',
  service: 'matchmaking',
  series: 'FB',
  label: { zh: '集体婚礼服装补贴', en: 'Clothing subsidy' },
  short: { zh: '服装补贴', en: 'Clothing' },
  noun: { zh: '对', en: 'couple' },
  help: {
    zh: '新人到场后自动开一件，每对 500 元，一辈子一次。红娘登记收款人和账号，另一个人批准，财务成批发放；银行退回的改了账号再发。领到后签领取单。这是活动补贴，不是救助。',
    en: 'Opened when a couple has attended: 500 yuan, once for life. One registers the account, another approves, finance pays in a batch; a returned payment is put right and paid again. Signed for. No relief.',
  },
  sources: ['L058', 'R-MAT-04', 'R-FUND-03'],
  access: { see: [...matchmakers, 'finance'], create: matchmakers },
  fields: {
    certificateSeen: seen('看过结婚证', 'Certificate seen'),
    weddingOn: field.day({
      label: { zh: '婚礼日期', en: 'Day of the wedding' },
      class: 'P1',
      required: true,
      past: true,
    }),
    two,
    couple: field.record('wedding-couple', { label: { zh: '哪一对新人', en: 'Couple' }, class: 'P1' }),
    noWedding: seen('以前没有办过婚礼', 'No wedding was held before'),
    pledged: seen('两项承诺都签了', 'Both pledges signed'),
    payee: field.person({
      label: { zh: '收款人（两人之一）', en: 'Payee, one of the two' },
      class: 'P2',
      required: true,
    }),
    ...grantFields,
  },
  title: 'weddingOn',
  dated: 'weddingOn',
  parentField: 'couple',
  opens: ['certificateSeen', 'weddingOn', 'two', 'couple', 'noWedding', 'pledged'],
  states: {
    open: { zh: '待登记账号', en: 'Account to be registered' },
    prepared: { zh: '待批准', en: 'To be approved' },
    approved: { zh: '已批准待发放', en: 'Approved' },
    paid: { zh: '已发放', en: 'Paid' },
    'bank-returned': { zh: '银行退回', en: 'Returned by the bank' },
    received: { zh: '已签收', en: 'Signed for' },
    declined: { zh: '不要补贴', en: 'Declined' },
    refused: { zh: '不符合', en: 'Refused' },
  },
  initial: 'open',
  editableIn: [],
  checks: {
    fits: {
      label: { zh: '看过证、没办过婚礼、签了承诺', en: 'Certificate seen, no wedding before, pledged' },
      rule: 'R-MAT-04',
      met: ({ answers: a }) => a.certificateSeen === true && a.noWedding === true && a.pledged === true,
    },
    standard: {
      label: { zh: '正好 500 元', en: '500 yuan exactly' },
      rule: 'R-MAT-04',
      met: ({ answers }) => answers.amount === clothingFen,
    },
    oneOfTwo: {
      label: { zh: '收款人是两人之一', en: 'The payee is one of the two' },
      rule: 'R-FUND-03',
      met: ({ answers: { two: both, payee } }) => both?.some(({ person }) => person === payee) === true,
    },
    nobodyRelated: {
      label: { zh: '批准人与两人没有亲属和利益关系', en: 'Nobody deciding is related' },
      rule: 'R-FUND-03',
      met: ({ answers }) => answers.unrelated === true,
    },
  },
  actions: {
    prepare: {
      label: { zh: '登记收款人和账号', en: 'Register payee and account' },
      from: ['open'],
      to: 'prepared',
      by: matchmakers,
      fills: ['payee', 'fund', 'amount', 'account', 'holder', 'proof'],
      needs: ['fits', 'standard', 'oneOfTwo'],
      tone: 'main',
    },
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['prepared'],
      to: 'approved',
      by: matchmakers,
      reach: 'below',
      at: upper,
      otherThan: ['create', 'prepare'],
      fills: ['unrelated'],
      needs: ['fits', 'standard', 'oneOfTwo', 'nobodyRelated'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回重新登记', en: 'Give back' },
      from: ['prepared'],
      to: 'open',
      by: matchmakers,
      reach: 'below',
      reason: true,
    },
    ...grantActions,
    correct: { ...grantActions.correct, by: matchmakers },
    sign: {
      label: { zh: '签收', en: 'Signed for' },
      from: ['paid'],
      to: 'received',
      by: matchmakers,
      makes: ['clothing-receipt'],
      tone: 'main',
    },
    decline: {
      label: { zh: '两人说不要', en: 'They decline' },
      from: ['open', 'prepared', 'approved', 'bank-returned'],
      to: 'declined',
      by: matchmakers,
    },
    refuse: {
      label: { zh: '不符合，告知两人', en: 'Refuse and tell them' },
      from: ['open', 'prepared'],
      to: 'refused',
      by: matchmakers,
      reach: 'below',
      reason: true,
    },
  },
  clocks: {
    prepare: {
      label: { zh: '登记账号', en: 'Register the account' },
      from: 'open',
      until: ['prepared', 'declined', 'refused'],
      within: workingDays(10),
      legal: false,
      rule: 'L058',
    },
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: 'prepared',
      until: ['approved', 'open', 'declined', 'refused'],
      within: workingDays(5),
      legal: false,
      rule: 'L058',
    },
    sign: {
      label: { zh: '签收', en: 'Sign for it' },
      from: 'paid',
      until: ['received', 'bank-returned'],
      within: calendarDays(30),
      legal: false,
      rule: 'L058',
    },
  },
  documents: { 'clothing-receipt': clothingReceipt },
  // Who had it has held a group wedding, and so is in no second couple that may have it.
  claims: ({ state, answers }) =>
    claimedIn.includes(state) ? (answers.two ?? []).map(({ person }) => ({ person, key: 'clothing-subsidy' })) : [],
  payment: { ...grantPayment, payee: 'payee' },
  postings: approvedPostings('declined'),
  measures: {
    couples: flow('couple', {
      label: { zh: '领到服装补贴的新人', en: 'Couples paid' },
      includes: '服装补贴已发放的新人，一对一次，按最后一次发放日期',
      excludes: '没有到场的；批准未发放、银行退回的',
    }),
    paid: flow('yuan', {
      label: { zh: '集体婚礼服装补贴', en: 'Clothing subsidy paid' },
      includes: '实际发放的金额，减去银行退回',
      excludes: '批准未发放；各类救助、关爱金（另计，不相加）',
    }),
  },
  counts: ({ history, answers: { amount = 0 } }, count) => {
    const paid = paidOn(history, amount)
    return [
      paid && count.one('couples', paid),
      ...movesOf(history, amount).map(({ on, fen }) => count.money('paid', fen, on)),
    ]
  },
})
