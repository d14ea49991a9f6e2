import { field } from '../../core/field.ts'

const hands = ['rights', 'family', 'chair'] as const
const upper = ['banner', 'league', 'region'] as const

/** Agreed, list collected, eligibility checked, premium paid where it is ours, insured, told, over (L122). */
export const batchActions = {
  collect: {
    label: { zh: '名单收齐', en: 'The list is complete' },
    from: ['agreed'],
    to: 'listed',
    by: hands,
    fills: ['persons', 'premium', 'differs'],
    needs: ['term', 'sumFits'],
    tone: 'main',
  },
  check: {
    label: { zh: '资格核对完了', en: 'Eligibility is checked' },
    from: ['listed'],
    to: 'checked',
    by: hands,
    fills: ['persons', 'premium', 'differs'],
    needs: ['sumFits'],
    tone: 'main',
  },
  reopen: {
    label: { zh: '退回补名单', en: 'Back to the list' },
    from: ['listed', 'checked'],
    to: 'agreed',
    by: hands,
    reason: true,
  },
  approve: {
    label: { zh: '批准付保费', en: 'Approve the premium' },
    from: ['checked'],
    to: 'due',
    by: ['rights', 'family', 'chair', 'finance'],
    at: upper,
    secondPerson: true,
    fills: ['fund', 'account'],
    needs: ['ours', 'payable'],
    tone: 'main',
  },
  pay: { label: { zh: '保费已付', en: 'Premium paid' }, from: ['due'], to: 'paid', by: [] },
  bounce: {
    label: { zh: '银行退回', en: 'Returned by the bank' },
    from: ['due', 'paid', 'insured', 'notified'],
    to: 'returned',
    by: [],
  },
  correct: {
    label: { zh: '改正账号，重新付', en: 'Correct the account and pay again' },
    from: ['returned'],
    to: 'due',
    by: hands,
    otherThan: ['approve'],
    fills: ['account'],
    needs: ['payable'],
    reason: true,
  },
  insure: {
    label: { zh: '保单已生效', en: 'The policy is in force' },
    from: ['checked', 'paid'],
    to: 'insured',
    by: hands,
    fills: ['policy', 'coverFrom', 'coverTo'],
    needs: ['settled', 'term'],
    tone: 'main',
  },
  notify: {
    label: { zh: '都告知本人了', en: 'All were told' },
    from: ['insured'],
    to: 'notified',
    by: hands,
    tone: 'main',
  },
  expire: { label: { zh: '保险到期', en: 'Cover is over' }, from: ['insured', 'notified'], to: 'expired', by: [] },
  surrender: {
    label: { zh: '退保', en: 'Surrender' },
    from: ['paid', 'insured', 'notified'],
    to: 'surrendered',
    by: ['chair', 'finance'],
    at: upper,
    secondPerson: true,
    reason: true,
    asks: {
      refund: field.money({
        label: { zh: '退回本会的保费', en: 'Premium given back to us' },
        class: 'P1',
        required: true,
        help: { zh: '退回多少记多少；不会多于付出去的。', en: 'Never more than was paid.' },
      }),
    },
  },
  cancel: {
    label: { zh: '不办了', en: 'Cancel' },
    from: ['agreed', 'listed', 'checked', 'due', 'returned'],
    to: 'cancelled',
    by: hands,
    reason: true,
  },
} as const
