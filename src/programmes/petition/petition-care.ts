import { careFields, careSteps, moneyCame, onceAYear } from '../../core/care-grant.ts'
import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { approvedPayment, approvedPostings, something } from '../../core/grant-payment.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['rights', 'chair'] as const
const { giveBack, refuse } = careSteps(hands)

/** 困难信访妇女关爱 — L111; F051 (one of the ten care projects). Processes 0.1: nobody approves what she applied for. */
export const petitionCare = defineProgramme({
  id: 'petition-care',
  version: 1,
  kind: 'case',
  service: 'relief',
  series: 'GA',
  label: { zh: '困难信访妇女关爱', en: 'Care for petitioning women in hardship' },
  short: { zh: '信访关爱', en: 'Petition care' },
  noun: { zh: '人', en: 'woman' },
  help: {
    zh: '帮助生活困难的信访妇女。申请、入户了解、另一人批准、财务发放、三十天后回访。帮困难不等于答复信访，也不以息访为条件。一人一年一次。',
    en: 'Help for petitioning women in hardship: applied, assessed, approved by a second person, paid, visited. Never on condition of giving up a petition. Once a year.',
  },
  sources: ['L111', 'F051'],
  access: { see: [...hands, 'finance'], create: hands },
  fields: {
    hardship: field.choice(
      {
        illness: { zh: '重病', en: 'Serious illness' },
        disability: { zh: '残疾', en: 'Disability' },
        bereaved: { zh: '丧偶、失独', en: 'Bereaved' },
        school: { zh: '子女上学困难', en: 'Schooling of children' },
        disaster: { zh: '灾害、意外', en: 'Disaster or accident' },
        livelihood: { zh: '生活困难', en: 'Livelihood' },
      },
      { label: { zh: '困难类型', en: 'Hardship' }, class: 'P1', required: true },
    ),
    ...careFields,
    visitedOn: field.day({ label: { zh: '入户了解日期', en: 'Visited on' }, class: 'P1', required: true, past: true }),
    assessment: field.text({
      label: { zh: '了解到的情况', en: 'What was found' },
      class: 'P3',
      required: true,
      min: 5,
      max: 2000,
    }),
    fund: field.fund({ label: { zh: '用哪笔资金', en: 'Fund' }, class: 'P1', required: true }),
    amount: field.money({ label: { zh: '金额', en: 'Amount' }, class: 'P2', required: true }),
    account: field.text({
      label: { zh: '收款账号（本人）', en: 'Her bank account' },
      class: 'P3',
      required: true,
      min: 6,
      max: 40,
    }),
  },
  title: 'hardship',
  dated: 'appliedOn',
  personField: 'person',
  opens: ['hardship', 'appliedOn', 'person', 'situation'],
  states: {
    applied: { zh: '已申请', en: 'Applied' },
    assessed: { zh: '已入户了解', en: 'Assessed' },
    approved: { zh: '已批准待发放', en: 'Approved' },
    paid: { zh: '已发放', en: 'Paid' },
    returned: { zh: '银行退回', en: 'Returned by the bank' },
    visited: { zh: '已回访', en: 'Visited' },
    refused: { zh: '不符合', en: 'Refused' },
    withdrawn: { zh: '本人撤回', en: 'Withdrawn' },
  },
  initial: 'applied',
  editableIn: ['applied'],
  checks: {
    something: { ...something, rule: 'L111' },
  },
  actions: {
    assess: {
      label: { zh: '入户了解', en: 'Assess' },
      from: ['applied'],
      to: 'assessed',
      by: hands,
      fills: ['visitedOn', 'assessment', 'fund', 'amount', 'account'],
      needs: ['something'],
      tone: 'main',
    },
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['assessed'],
      to: 'approved',
      by: hands,
      reach: 'below',
      otherThan: ['create', 'assess'],
      needs: ['something'],
      tone: 'main',
    },
    giveBack,
    pay: { label: { zh: '已发放', en: 'Paid' }, from: ['approved'], to: 'paid', by: [] },
    bounce: {
      label: { zh: '银行退回', en: 'Returned by the bank' },
      from: ['approved', 'paid'],
      to: 'returned',
      by: [],
    },
    correct: {
      label: { zh: '改正账号，重新发放', en: 'Correct the account and pay again' },
      from: ['returned'],
      to: 'approved',
      by: hands,
      otherThan: ['approve'],
      fills: ['account'],
      reason: true,
    },
    visit: {
      label: { zh: '回访', en: 'Visit' },
      from: ['paid'],
      to: 'visited',
      by: hands,
      asks: {
        received: moneyCame,
        now: field.text({ label: { zh: '现在怎么样', en: 'How she is now' }, class: 'P3', max: 1000 }),
      },
      tone: 'main',
    },
    refuse,
    withdraw: {
      label: { zh: '本人撤回', en: 'Withdrawn by her' },
      from: ['applied', 'assessed', 'approved', 'returned'],
      to: 'withdrawn',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    assess: {
      label: { zh: '入户了解', en: 'Assess' },
      from: 'applied',
      until: ['assessed', 'refused', 'withdrawn'],
      within: workingDays(10),
      legal: false,
      rule: 'L111',
    },
    visit: {
      label: { zh: '发放后回访', en: 'Visit after payment' },
      from: 'paid',
      until: ['visited', 'returned'],
      within: calendarDays(30),
      legal: false,
      rule: 'L111',
    },
  },
  claims: onceAYear('petition-care'),
  payment: { ...approvedPayment, payee: 'person' },
  postings: approvedPostings('withdrawn'),
  measures: {
    people: flow('person', {
      label: { zh: '关爱信访妇女', en: 'Women cared for' },
      includes: '已发放的困难信访妇女，按人去重，按发放日期',
      excludes: '申请、批准未发放；银行退回未再发',
    }),
    paid: flow('yuan', {
      label: { zh: '发放关爱金', en: 'Paid' },
      includes: '已发放的金额',
      excludes: '批准未发放；银行退回',
    }),
  },
  counts: ({ history, state, answers, person }, count) => {
    const paid = state === 'paid' || state === 'visited' ? history.findLast((d) => d.action === 'pay')?.on : undefined
    return [
      paid && person && count.person('people', paid, person),
      paid && count.money('paid', answers.amount ?? 0, paid),
    ]
  },
})
