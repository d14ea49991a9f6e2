import { calendarDays, workingDays } from '../../core/clock.ts'
import { field } from '../../core/field.ts'
import { flow } from '../../core/measure.ts'
import { defineProgramme } from '../../core/programme.ts'
import { allocationSheet } from './documents/allocation-sheet.ts'
import { grantNotice } from './documents/grant-notice.ts'
import { meetingMinutes } from './documents/meeting-minutes.ts'
import { paymentList } from './documents/payment-list.ts'
import { publicList } from './documents/public-list.ts'
import { yearReport } from './documents/year-report.ts'
import { finding, objection } from './two-cancers/forms.ts'

const hands = ['rights', 'family', 'chair'] as const

/** 拟救助人员公示 — L121, L129; R-CAN-07, D17. Family name, township, amount, year; taken down when its time is over. */
export const reliefNotice = defineProgramme({
  id: 'relief-notice',
  version: 1,
  kind: 'case',
  service: 'relief',
  series: 'GS',
  label: { zh: '救助公示', en: 'Public list' },
  short: { zh: '公示', en: 'Lists' },
  noun: { zh: '次', en: 'list' },
  help: {
    zh: '一次公示一条。名单由列入的申请自动带出，只有姓氏、乡镇、金额、年份；不写证件号、电话、住址和病情。到期自动撤下，电话由旗县妇联接听。',
    en: 'One list, one record. Its names come from the applications put on it: family name, township, amount, year only. Taken down by itself.',
  },
  sources: ['L121', 'L129', 'R-CAN-05', 'R-CAN-07', 'D17'],
  access: { see: [...hands, 'finance', 'publicity'], create: [...hands, 'publicity'] },
  fields: {
    kind: field.choice(
      {
        relief: { zh: '救助对象公示', en: 'Relief' },
        grant: { zh: '助学对象公示', en: 'Grants' },
      },
      { label: { zh: '公示什么', en: 'What is listed' }, class: 'P1', required: true },
    ),
    from: field.day({ label: { zh: '公示开始', en: 'From' }, class: 'P1', required: true }),
    to: field.day({ label: { zh: '公示结束', en: 'To' }, class: 'P1', required: true }),
    year: field.integer({ label: { zh: '年度', en: 'Year' }, class: 'P1', required: true, min: 2009, max: 2100 }),
    phone: field.text({
      label: { zh: '监督电话（单位）', en: 'Phone for objections' },
      class: 'P1',
      required: true,
      max: 20,
    }),
    place: field.text({ label: { zh: '张贴地点', en: 'Where it hangs' }, class: 'P1', max: 120 }),
    meeting: field.text({ label: { zh: '会商纪要编号', en: 'Minutes no.' }, class: 'P1', max: 60 }),
    agencies: field.text({ label: { zh: '会商单位', en: 'Agencies' }, class: 'P1', max: 200 }),
    allocation: field.text({ label: { zh: '资金分配文号', en: 'Allocation document' }, class: 'P1', max: 60 }),
  },
  title: 'kind',
  dated: 'from',
  states: {
    draft: { zh: '拟公示', en: 'Being prepared' },
    noticed: { zh: '公示中', en: 'On display' },
    ended: { zh: '已撤下', en: 'Taken down' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: 'draft',
  editableIn: ['draft'],
  checks: {
    days: {
      label: { zh: '结束在开始之后', en: 'It ends after it begins' },
      rule: 'D17',
      met: ({ answers: { from = '', to = '' } }) => to > from,
    },
    begun: {
      label: { zh: '到了开始那天', en: 'Its first day has come' },
      rule: 'D17',
      met: ({ answers, today }) => today === undefined || (answers.from ?? '') <= today,
    },
  },
  actions: {
    publish: {
      label: { zh: '开始公示', en: 'Put on display' },
      from: ['draft'],
      to: 'noticed',
      by: [...hands, 'publicity'],
      at: ['banner', 'league'],
      secondPerson: true,
      needs: ['days', 'begun'],
      tone: 'main',
    },
    object: {
      label: { zh: '收到异议', en: 'An objection came' },
      from: ['noticed'],
      to: 'same',
      by: [...hands, 'publicity'],
      asks: objection,
    },
    answer: {
      label: { zh: '异议已办（结论记在各人的申请里）', en: 'The objection was dealt with' },
      from: ['noticed', 'ended'],
      to: 'same',
      by: hands,
      otherThan: ['create'],
      asks: finding,
    },
    takeDown: { label: { zh: '期满撤下', en: 'Taken down' }, from: ['noticed'], to: 'ended', by: [] },
    pull: {
      label: { zh: '提前撤下', en: 'Take down early' },
      from: ['noticed'],
      to: 'ended',
      by: hands,
      reason: true,
      tone: 'safety',
    },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['draft'], to: 'cancelled', by: hands, reason: true },
  },
  clocks: {
    display: {
      label: { zh: '公示期', en: 'On display' },
      from: 'noticed',
      until: ['ended'],
      within: calendarDays(7),
      dueField: 'to',
      legal: false,
      rule: 'D17',
      expires: 'takeDown',
    },
    objection: {
      label: { zh: '处理异议', en: 'Deal with the objection' },
      after: ['object'],
      done: ['answer'],
      until: [],
      within: workingDays(5),
      legal: false,
      rule: 'processes 2.3',
    },
  },
  documents: {
    'public-list': publicList,
    'grant-list': grantNotice,
    minutes: meetingMinutes,
    allocation: allocationSheet,
    'payment-list': paymentList,
    'year-report': yearReport,
  },
  measures: {
    notices: flow('item', {
      label: { zh: '救助公示', en: 'Public lists' },
      unitLabel: { zh: '次', en: 'lists' },
      includes: '开始公示的名单，按开始日期',
      excludes: '没有公示的',
    }),
  },
  counts: ({ reached }, count) => [reached.noticed && count.one('notices', reached.noticed)],
})
