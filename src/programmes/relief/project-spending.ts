import { workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { grantActions } from '../../core/grant-actions.ts'
import { payeeFields } from '../../core/grant-fields.ts'
import { movesOf, paidOn } from '../../core/grant-money.ts'
import { approvedPayment, approvedPostings, something } from '../../core/grant-payment.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['rights', 'family', 'chair'] as const

/** 项目支出 — L124; F050. What a project pays to an organisation: prepared, approved by another, paid by the funds room. */
export const projectSpending = defineProgramme({
  id: 'project-spending',
  version: 1,
  kind: 'case',
  service: 'relief',
  series: 'XZ',
  label: { zh: '项目支出', en: 'Project spending' },
  short: { zh: '支出', en: 'Spending' },
  noun: { zh: '笔', en: 'payment' },
  help: {
    zh: '项目付给单位的钱，付一笔记一笔：师资、场地、教材、物资。先看过合同和发票，另一人批准，财务付款。发给个人的不记在这里。',
    en: 'What a project pays to an organisation, one record each: teachers, rooms, books, goods. Contract and invoice are seen, another approves, finance pays. Grants to persons are not recorded here.',
  },
  sources: ['L124', 'F050', 'R-FUND-04', 'R-FUND-08'],
  access: { see: [...hands, 'finance', 'auditor'], create: hands },
  fields: {
    title: field.text({
      label: { zh: '付什么钱', en: 'What for' },
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
      help: { zh: '别写个人姓名，如“培训场地费”。', en: 'No names of persons.' },
    }),
    preparedOn: field.day({ label: { zh: '填写日期', en: 'Prepared on' }, class: 'P1', required: true, past: true }),
    project: field.record('relief-project', { label: { zh: '哪个项目', en: 'Project' }, class: 'P1', required: true }),
    ...payeeFields,
    papers: field.yesNo({
      label: { zh: '合同（清单）和发票已看', en: 'Contract and invoice seen' },
      class: 'P1',
      required: true,
    }),
  },
  title: 'title',
  dated: 'preparedOn',
  parentField: 'project',
  states: {
    prepared: { zh: '待批准', en: 'Prepared' },
    approved: { zh: '已批准待付', en: 'Approved' },
    paid: { zh: '已付', en: 'Paid' },
    'bank-returned': { zh: '银行退回', en: 'Returned by the bank' },
    refused: { zh: '不批准', en: 'Refused' },
    cancelled: { zh: '已撤销', en: 'Cancelled' },
  },
  initial: 'prepared',
  editableIn: ['prepared'],
  checks: {
    something,
    papersSeen: {
      label: { zh: '合同（清单）和发票已看', en: 'Contract and invoice were seen' },
      rule: 'R-FUND-04',
      met: ({ answers }) => answers.papers === true,
    },
  },
  actions: {
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['prepared'],
      to: 'approved',
      by: hands,
      reach: 'below',
      secondPerson: true,
      needs: ['something', 'papersSeen'],
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
    pay: { ...grantActions.pay, label: { zh: '已付', en: 'Paid' } },
    bounce: grantActions.bounce,
    correct: {
      label: { zh: '改正账号，重新付', en: 'Correct the account and pay again' },
      from: ['bank-returned'],
      to: 'approved',
      by: hands,
      otherThan: ['approve'],
      fills: ['payee', 'account'],
      reason: true,
      tone: 'main',
    },
    cancel: {
      label: { zh: '撤销', en: 'Cancel' },
      from: ['prepared', 'approved', 'bank-returned'],
      to: 'cancelled',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    approve: {
      label: { zh: '批准支出', en: 'Approve' },
      from: 'prepared',
      until: ['approved', 'refused', 'cancelled'],
      within: workingDays(5),
      legal: false,
      rule: 'L124',
    },
  },
  payment: { ...approvedPayment, payee: 'payee' },
  postings: approvedPostings('cancelled'),
  measures: {
    paid: flow('yuan', {
      label: { zh: '关爱救助项目付给单位', en: 'Paid by projects to organisations' },
      includes: '项目实际付给单位的钱，减去银行退回，按付款日期',
      excludes: '计划金额；批准未付；发给个人的救助金、助学金、关爱金（各自另计）；物资',
    }),
    payments: flow('item', {
      label: { zh: '项目支出笔数', en: 'Payments of projects' },
      unitLabel: { zh: '笔', en: 'payments' },
      includes: '已付给单位、没有退回的，按付款日期',
      excludes: '批准未付；已退回',
    }),
  },
  counts: ({ history, answers: { amount = 0 } }, count) => {
    const paid = paidOn(history, amount)
    return [
      paid && count.one('payments', paid),
      ...movesOf(history, amount).map(({ on, fen }) => count.money('paid', fen, on)),
    ]
  },
})
