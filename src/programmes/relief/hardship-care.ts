import { careFields, careSteps, moneyCame, onceAYear } from '../../core/care-grant.ts'
import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { grantActions } from '../../core/grant-actions.ts'
import { grantFields } from '../../core/grant-fields.ts'
import { movesOf, paidOn } from '../../core/grant-money.ts'
import { approvedPostings, grantPayment, something } from '../../core/grant-payment.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'

const hands = ['chair', 'rights', 'family'] as const
const { giveBack, refuse } = careSteps(hands)

/** 困难妇女关爱救助 — L125; F051. Applied, seen at home, approved by another, paid, visited. Once a year. */
export const hardshipCare = defineProgramme({
  id: 'hardship-care',
  version: 1,
  kind: 'case',
  service: 'relief',
  series: 'KN',
  label: { zh: '困难妇女关爱', en: 'Care for women in hardship' },
  short: { zh: '困难关爱', en: 'Hardship' },
  noun: { zh: '件', en: 'application' },
  help: {
    zh: '遇到大病、意外、灾害、单亲等困难的妇女，先入户看一看再报，另一个人批准，财务发到本人账户，三十天后去看她。一年一次；发物资的记“十送”，不记在这里。',
    en: 'Women struck by illness, accident, disaster or raising children alone: seen at home, approved by another, paid to her account, visited. Once a year; goods are recorded as deliveries.',
  },
  sources: ['L125', 'L120', 'F051', 'R-FUND-03', 'R-FUND-06'],
  access: { see: [...hands, 'finance'], create: hands },
  fields: {
    hardship: field.choice(
      {
        illness: { zh: '大病', en: 'Serious illness' },
        disability: { zh: '残疾', en: 'Disability' },
        alone: { zh: '独自抚养孩子', en: 'Raising children alone' },
        bereaved: { zh: '丧偶、失独', en: 'Bereaved' },
        disaster: { zh: '灾害、意外', en: 'Disaster or accident' },
        livelihood: { zh: '生活困难', en: 'Livelihood' },
      },
      { label: { zh: '困难类型', en: 'Hardship' }, class: 'P1', required: true },
    ),
    ...careFields,
    consentLookup: field.yesNo({
      label: { zh: '本人同意向有关部门核对', en: 'She agrees to lookups' },
      class: 'P1',
      required: true,
    }),
    visitedOn: field.day({ label: { zh: '入户日期', en: 'Visited on' }, class: 'P1', required: true, past: true }),
    assessment: field.text({
      label: { zh: '看到的情况', en: 'What was found' },
      class: 'P3',
      required: true,
      min: 5,
      max: 2000,
    }),
    ...grantFields,
  },
  title: 'hardship',
  dated: 'appliedOn',
  personField: 'person',
  opens: ['hardship', 'appliedOn', 'person', 'situation', 'consentLookup'],
  states: {
    applied: { zh: '已申请', en: 'Applied' },
    assessed: { zh: '已入户', en: 'Assessed' },
    approved: { zh: '已批准待发放', en: 'Approved' },
    paid: { zh: '已发放', en: 'Paid' },
    'bank-returned': { zh: '银行退回', en: 'Returned by the bank' },
    visited: { zh: '已回访', en: 'Visited' },
    refused: { zh: '不符合', en: 'Refused' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  initial: 'applied',
  editableIn: ['applied'],
  checks: {
    something,
    agreed: {
      label: { zh: '本人同意核对', en: 'She agrees' },
      rule: 'processes 0.3',
      met: ({ answers }) => answers.consentLookup === true,
    },
    nobodyRelated: {
      label: { zh: '批准人与她没有亲属和利益关系', en: 'Nobody deciding is related' },
      rule: 'R-FUND-03',
      met: ({ answers }) => answers.unrelated === true,
    },
  },
  actions: {
    assess: {
      label: { zh: '入户了解，提出金额', en: 'Assess' },
      from: ['applied'],
      to: 'assessed',
      by: hands,
      fills: ['visitedOn', 'assessment', 'fund', 'amount', 'account', 'holder', 'proof'],
      needs: ['something', 'agreed'],
      tone: 'main',
    },
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['assessed'],
      to: 'approved',
      by: hands,
      reach: 'below',
      at: ['township', 'banner', 'league', 'region'],
      otherThan: ['create', 'assess'],
      fills: ['unrelated'],
      needs: ['something', 'nobodyRelated'],
      tone: 'main',
    },
    giveBack,
    ...grantActions,
    visit: {
      label: { zh: '发放后回访', en: 'Visit after payment' },
      from: ['paid'],
      to: 'visited',
      by: hands,
      asks: {
        received: moneyCame,
        now: field.text({ label: { zh: '现在怎么样，还需要什么', en: 'How she is now' }, class: 'P3', max: 1000 }),
      },
      tone: 'main',
    },
    refuse,
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['applied', 'assessed', 'approved', 'bank-returned'],
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
      rule: 'L125',
    },
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: 'assessed',
      until: ['approved', 'applied', 'refused', 'withdrawn'],
      within: workingDays(5),
      legal: false,
      rule: 'L125',
    },
    visit: {
      label: { zh: '发放后回访', en: 'Visit after payment' },
      from: 'paid',
      until: ['visited', 'bank-returned'],
      within: calendarDays(30),
      legal: false,
      rule: 'L125',
    },
  },
  claims: onceAYear('hardship-care'),
  payment: { ...grantPayment, payee: 'person' },
  postings: approvedPostings('withdrawn'),
  measures: {
    people: flow('person', {
      label: { zh: '关爱困难妇女', en: 'Women helped' },
      includes: '已发放关爱金的妇女，按人去重，按发放日期',
      excludes: '申请、批准未发放；“两癌”救助、信访关爱（另计）',
    }),
    paid: flow('yuan', {
      label: { zh: '困难妇女关爱金', en: 'Paid' },
      includes: '实际发放的金额，减去银行退回',
      excludes: '批准未发放；物资',
    }),
  },
  counts: ({ history, answers: { amount = 0 }, person }, count) => {
    const paid = paidOn(history, amount)
    return [
      paid && person && count.person('people', paid, person),
      ...movesOf(history, amount).map(({ on, fen }) => count.money('paid', fen, on)),
    ]
  },
})
