import { calendarMonths, workingDays } from '../../core/clock.ts'

const over = ['not-recommended', 'withdrawn', 'closed'] as const

/** Promises of service; none is law (processes 9.2, D39). */
export const clocks = {
  advise: {
    label: { zh: '当面说明产品', en: 'Advise her' },
    from: 'asked',
    until: ['advised', ...over],
    within: workingDays(3),
    legal: false,
    rule: 'processes 9.2',
  },
  recommend: {
    label: { zh: '苏木乡镇推荐', en: 'The township recommends' },
    from: 'advised',
    until: ['recommended', ...over],
    within: workingDays(5),
    legal: false,
    rule: 'processes 9.2',
  },
  check: {
    label: { zh: '旗县核对', en: 'The banner checks' },
    from: 'recommended',
    until: ['checked', ...over],
    within: workingDays(3),
    legal: false,
    rule: 'processes 9.2',
  },
  send: {
    label: { zh: '送银行', en: 'Send to the bank' },
    from: 'checked',
    until: ['sent', ...over],
    within: workingDays(1),
    legal: false,
    rule: 'processes 9.2',
  },
  bank: {
    label: { zh: '银行告知结果', en: 'The bank tells the result' },
    from: 'sent',
    until: ['granted', 'refused', ...over],
    within: workingDays(10),
    legal: false,
    rule: 'D39',
    remindBefore: [2],
  },
  tell: {
    label: { zh: '把结果和原因告诉她', en: 'Tell her the result and why' },
    after: ['refuse', 'recordRefusal', 'decline'],
    until: ['closed'],
    within: workingDays(3),
    legal: false,
    rule: 'processes 9.2',
  },
  visit: {
    label: { zh: '放款后去看一次，帮一把', en: 'Visit her once, to help' },
    from: 'disbursed',
    until: ['closed'],
    within: calendarMonths(6),
    legal: false,
    rule: 'processes 9.2',
    remindBefore: [30],
  },
} as const
