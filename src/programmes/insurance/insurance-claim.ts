import { calendarDays, workingDays } from '../../core/clock.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { claimFields } from './claim-fields.ts'

const hands = ['rights', 'family', 'chair'] as const

/** 保险理赔协助 — L122; R-INS-01. The insurer pays her directly; no fund of ours moves. */
export const insuranceClaim = defineProgramme({
  id: 'insurance-claim',
  version: 1,
  kind: 'case',
  service: 'insurance',
  series: 'LP',
  label: { zh: '理赔协助', en: 'Insurance claim' },
  short: { zh: '理赔', en: 'Claims' },
  noun: { zh: '件', en: 'claim' },
  help: {
    zh: '参保的妇女出了事，帮她报案、收齐材料、交给保险公司、盯到有结果。钱由保险公司直接打给她，不经过妇联。她得了什么病只有经办人看，不要对外说。',
    en: 'Help an insured woman to report, gather papers, hand them in, and see it through. The insurer pays her directly. Her illness is seen by those who handle it only.',
  },
  sources: ['L122', 'R-INS-01', '《保险法》第二十二至二十四条'],
  access: { see: hands, create: hands },
  fields: claimFields,
  title: 'via',
  dated: 'reportedOn',
  personField: 'person',
  parentField: 'insured',
  opens: ['via', 'reportedOn', 'person', 'insured', 'event', 'happenedOn'],
  states: {
    reported: { zh: '已报案', en: 'Reported' },
    ready: { zh: '材料齐了', en: 'Papers complete' },
    submitted: { zh: '保险公司审核中', en: 'With the insurer' },
    asked: { zh: '要补材料', en: 'More papers asked' },
    paid: { zh: '已赔付', en: 'Paid' },
    refused: { zh: '不予赔付', en: 'Refused' },
    closed: { zh: '已结案', en: 'Closed' },
    withdrawn: { zh: '本人撤回', en: 'Withdrawn' },
  },
  initial: 'reported',
  editableIn: ['reported', 'asked'],
  checks: {
    order: {
      label: { zh: '出险不晚于报案', en: 'It happened before it was reported' },
      rule: 'L122',
      met: ({ on, answers }) => (answers.happenedOn ?? '') <= on,
    },
    papers: {
      label: { zh: '至少有身份证件和一份证明', en: 'Identity and one proof at least' },
      rule: 'R-INS-01',
      met: ({ answers: { papers = [] } }) =>
        papers.includes('identity') && (papers.includes('diagnosis') || papers.includes('invoices')),
    },
    something: {
      label: { zh: '赔付金额大于零', en: 'Something was paid' },
      rule: 'L122',
      met: ({ answers }) => (answers.paidFen ?? 0) > 0,
    },
    afterReport: {
      label: { zh: '到账不早于报案', en: 'Paid after it was reported' },
      rule: 'L122',
      met: ({ on, answers }) => (answers.paidOn ?? '') >= on,
    },
  },
  actions: {
    gather: {
      label: { zh: '材料齐了', en: 'Papers complete' },
      from: ['reported'],
      to: 'ready',
      by: hands,
      fills: ['papers', 'asked'],
      needs: ['order', 'papers'],
      tone: 'main',
    },
    submit: {
      label: { zh: '交给保险公司', en: 'Hand in' },
      from: ['ready', 'asked'],
      to: 'submitted',
      by: hands,
      fills: ['submittedOn', 'insurerNo'],
      tone: 'main',
    },
    askMore: {
      label: { zh: '保险公司要补材料', en: 'The insurer asks for more' },
      from: ['submitted'],
      to: 'asked',
      by: hands,
      reason: true,
    },
    pay: {
      label: { zh: '赔款到账', en: 'She was paid' },
      from: ['submitted'],
      to: 'paid',
      by: hands,
      fills: ['paidFen', 'paidOn'],
      needs: ['something', 'afterReport'],
      tone: 'main',
    },
    refuse: {
      label: { zh: '保险公司不赔', en: 'The insurer refuses' },
      from: ['submitted'],
      to: 'refused',
      by: hands,
      fills: ['refusal'],
      reason: true,
    },
    again: {
      label: { zh: '帮她再申请', en: 'Ask again' },
      from: ['refused'],
      to: 'reported',
      by: hands,
      reason: true,
    },
    close: {
      label: { zh: '结果已告知，结案', en: 'She knows; close' },
      from: ['paid', 'refused'],
      to: 'closed',
      by: hands,
      tone: 'main',
    },
    withdraw: {
      label: { zh: '本人撤回', en: 'She withdraws' },
      from: ['reported', 'ready', 'asked'],
      to: 'withdrawn',
      by: hands,
      reason: true,
    },
  },
  clocks: {
    gather: {
      label: { zh: '帮她收材料、交保险公司', en: 'Gather the papers and hand them in' },
      from: 'reported',
      until: ['submitted', 'withdrawn'],
      within: workingDays(10),
      legal: false,
      rule: 'R-INS-01',
    },
    // 《保险法》第二十三条 binds the insurer; for us it is the day to press him, so it is no legal clock of ours.
    answer: {
      label: { zh: '催保险公司答复（保险法：三十日内核定）', en: 'Press the insurer: thirty days to decide' },
      from: 'submitted',
      until: ['paid', 'refused', 'asked'],
      within: calendarDays(30),
      legal: false,
      rule: '《保险法》第二十三条',
      remindBefore: [10],
    },
    tell: {
      label: { zh: '把结果和理由告诉她', en: 'Tell her the result and why' },
      from: 'refused',
      until: ['closed', 'reported'],
      within: workingDays(3),
      legal: false,
      rule: 'R-INS-01',
    },
  },
  measures: {
    claims: flow('item', {
      label: { zh: '理赔报案', en: 'Claims reported' },
      unitLabel: { zh: '件', en: 'claims' },
      includes: '登记的报案，按报案日期',
      excludes: '本人撤回',
    }),
    paidClaims: flow('item', {
      label: { zh: '已赔付', en: 'Claims paid' },
      unitLabel: { zh: '件', en: 'claims' },
      includes: '已经到账的理赔，按到账日期',
      excludes: '审核中、不予赔付',
    }),
    paid: flow('yuan', {
      label: { zh: '保险赔付金额', en: 'Paid by insurers' },
      includes: '保险公司赔给妇女本人的钱，按到账日期',
      excludes: '保额；保费；救助金；募集款物',
    }),
    women: flow('person', {
      label: { zh: '获得赔付的妇女', en: 'Women paid' },
      includes: '赔款到账的妇女，按人去重',
      excludes: '没有赔付的',
    }),
    refused: flow('item', {
      label: { zh: '不予赔付', en: 'Claims refused' },
      unitLabel: { zh: '件', en: 'claims' },
      includes: '保险公司不赔、没有再申请成功的，按不赔的日期',
      excludes: '审核中；后来赔付的',
    }),
  },
  counts: ({ state, on, person, history, reached, answers: { paidFen = 0, paidOn } }, count) => {
    if (state === 'withdrawn') return []
    const last = history.findLast((done) => done.action === 'pay' || done.action === 'refuse')
    const settled = state === 'paid' || state === 'refused' || state === 'closed' ? last?.action : undefined
    const paid = settled === 'pay' ? paidOn : undefined
    return [
      count.one('claims', on),
      paid && count.one('paidClaims', paid),
      paid && count.money('paid', paidFen, paid),
      paid && person && count.person('women', paid, person),
      settled === 'refuse' && reached.refused && count.one('refused', reached.refused),
    ]
  },
})
