import { calendarDays, workingDays } from '../../../core/clock.ts'

const over = ['returned', 'rejected', 'cancelled'] as const

/** Promises of service; the notice and the payment are terms of the project, none is law. */
export const clocks = {
  township: {
    label: { zh: '苏木乡镇初核', en: 'Township check' },
    from: 'submitted',
    until: ['township-checked', ...over],
    within: workingDays(3),
    legal: false,
    rule: 'processes 2.3',
  },
  banner: {
    label: { zh: '旗县核对', en: 'Banner lookups' },
    from: 'township-checked',
    until: ['verified', ...over],
    within: workingDays(10),
    legal: false,
    rule: 'processes 2.3',
  },
  decide: {
    label: { zh: '联审会商', en: 'Decision' },
    from: 'verified',
    until: ['banner-approved', ...over],
    within: workingDays(5),
    legal: false,
    rule: 'processes 2.3',
  },
  /** Seven days unless the form says another last day (D17). The house marks its end. */
  notice: {
    label: { zh: '公示期', en: 'Public notice' },
    from: 'noticed',
    until: ['objected', 'league-reported', ...over],
    done: ['noticeEnds'],
    within: calendarDays(7),
    dueField: 'noticeTo',
    legal: false,
    rule: 'D17',
    expires: 'noticeEnds',
  },
  objection: {
    label: { zh: '处理异议', en: 'Judge the objection' },
    from: 'objected',
    until: ['noticed', ...over],
    within: workingDays(5),
    legal: false,
    rule: 'processes 2.3',
  },
  report: {
    label: { zh: '上报盟市', en: 'Report to the league' },
    after: ['noticeEnds'],
    until: ['league-reported', 'objected', ...over],
    within: workingDays(2),
    legal: false,
    rule: 'processes 2.3',
  },
  payment: {
    label: { zh: '发放到本人（期限待核）', en: 'Pay her' },
    from: 'funded',
    until: ['paid', 'bank-returned', ...over],
    within: calendarDays(30),
    legal: false,
    rule: 'processes 2.3',
    remindBefore: [10, 3],
  },
  account: {
    label: { zh: '改正账号', en: 'Correct the account' },
    from: 'bank-returned',
    until: ['funded', ...over],
    within: workingDays(5),
    legal: false,
    rule: 'processes 2.8',
  },
  feedback: {
    label: { zh: '问她收到没有', en: 'Ask whether it came' },
    from: 'paid',
    until: ['fed-back', 'bank-returned', 'recovered'],
    within: calendarDays(15),
    legal: false,
    rule: 'processes 2.3',
  },
} as const
