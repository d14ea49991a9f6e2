import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { payeeFields } from '../../core/grant-fields.ts'
import { approvedPayment, approvedPostings, something } from '../../core/grant-payment.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['rights', 'chair'] as const

/** 蒲公英拨款 — L102. One instalment to a social organisation; prepared, approved by another, paid by the funds room. */
export const dandelionInstalment = defineProgramme({
  id: 'dandelion-instalment',
  version: 1,
  kind: 'case',
  service: 'dandelion',
  series: 'PB',
  label: { zh: '蒲公英拨款', en: 'Dandelion instalment' },
  short: { zh: '拨款', en: 'Instalments' },
  noun: { zh: '笔', en: 'instalment' },
  help: {
    zh: '给项目拨一期款记一笔：哪个项目、哪一期、多少、用哪笔资金。另一人批准后由财务付款。',
    en: 'One instalment to a project: which, how much, from which fund. Approved by a second person, paid by finance.',
  },
  sources: ['L102'],
  access: { see: [...hands, 'finance'], create: hands },
  fields: {
    instalment: field.choice(
      { first: { zh: '首期', en: 'First' }, second: { zh: '二期', en: 'Second' }, last: { zh: '尾款', en: 'Last' } },
      { label: { zh: '哪一期', en: 'Which' }, class: 'P1', required: true },
    ),
    preparedOn: field.day({ label: { zh: '填写日期', en: 'Prepared on' }, class: 'P1', required: true, past: true }),
    project: field.record('dandelion-project', { label: { zh: '项目', en: 'Project' }, class: 'P1', required: true }),
    ...payeeFields,
  },
  title: 'instalment',
  dated: 'preparedOn',
  parentField: 'project',
  states: {
    prepared: { zh: '待批准', en: 'Prepared' },
    approved: { zh: '已批准待拨付', en: 'Approved' },
    paid: { zh: '已拨付', en: 'Paid' },
    returned: { zh: '银行退回', en: 'Returned by the bank' },
    refused: { zh: '不批准', en: 'Refused' },
    cancelled: { zh: '已撤销', en: 'Cancelled' },
  },
  initial: 'prepared',
  editableIn: ['prepared'],
  checks: {
    something: { ...something, rule: 'L102' },
  },
  actions: {
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['prepared'],
      to: 'approved',
      by: hands,
      reach: 'below',
      secondPerson: true,
      needs: ['something'],
      tone: 'main',
    },
    refuse: {
      label: { zh: '不批准', en: 'Refuse' },
      from: ['prepared'],
      to: 'refused',
      by: hands,
      reach: 'below',
      reason: true,
    },
    pay: { label: { zh: '已拨付', en: 'Paid' }, from: ['approved'], to: 'paid', by: [] },
    bounce: {
      label: { zh: '银行退回', en: 'Returned by the bank' },
      from: ['approved', 'paid'],
      to: 'returned',
      by: [],
    },
    correct: {
      label: { zh: '改正账号，重新拨付', en: 'Correct the account and pay again' },
      from: ['returned'],
      to: 'approved',
      by: hands,
      otherThan: ['approve'],
      fills: ['payee', 'account'],
      reason: true,
    },
    cancel: {
      label: { zh: '撤销', en: 'Cancel' },
      from: ['prepared', 'approved', 'returned'],
      to: 'cancelled',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    approve: {
      label: { zh: '批准拨款', en: 'Approve' },
      from: 'prepared',
      until: ['approved', 'refused', 'cancelled'],
      within: workingDays(5),
      legal: false,
      rule: 'L102',
    },
  },
  payment: { ...approvedPayment, payee: 'payee' },
  postings: approvedPostings('cancelled'),
  measures: {
    paid: flow('yuan', {
      label: { zh: '蒲公英项目拨付', en: 'Paid to projects' },
      includes: '已拨付的金额，按拨付日期',
      excludes: '批准未拨付；银行退回',
    }),
  },
  counts: ({ state, history, answers }, count) => {
    const paid = state === 'paid' ? history.findLast((d) => d.action === 'pay')?.on : undefined
    return [paid && count.money('paid', answers.amount ?? 0, paid)]
  },
})
