import { field } from './field.ts'

export const bankAnswer = {
  reference: field.text({ label: { zh: '银行流水号', en: 'Bank reference' }, class: 'P2', max: 80 }),
}

/** What the funds room does with an approved grant, and how a returned payment is put right. */
export const grantActions = {
  pay: { label: { zh: '已发放', en: 'Paid' }, from: ['approved'], to: 'paid', by: [], asks: bankAnswer },
  bounce: {
    label: { zh: '银行退回', en: 'Returned by the bank' },
    from: ['approved', 'paid'],
    to: 'bank-returned',
    by: [],
  },
  correct: {
    label: { zh: '改正账号，重新发放', en: 'Correct the account and pay again' },
    from: ['bank-returned'],
    to: 'approved',
    by: ['chair', 'rights', 'family'],
    otherThan: ['approve'],
    fills: ['account', 'holder', 'proof'],
    reason: true,
    tone: 'main',
  },
} as const
