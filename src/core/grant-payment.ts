import { grantPostings } from './grant-money.ts'
import type { Facts } from './programme.ts'

/** What an approved grant or payment to an organisation is paid by; whom, each definition says. */
export const approvedPayment = {
  in: ['approved'],
  fund: 'fund',
  amount: 'amount',
  account: 'account',
  paid: 'pay',
  returned: 'bounce',
} as const

/** The same where the account may be another's; with grantFields. */
export const grantPayment = { ...approvedPayment, holder: 'holder', proof: 'proof' } as const

interface Money {
  readonly fund?: string | undefined
  readonly amount?: number | undefined
}

/** The bookings of what is set aside when approved, until it comes to nothing in this state. */
export const approvedPostings =
  (nothing: string) =>
  ({ history, state, answers: { fund, amount } }: Pick<Facts, 'history' | 'state'> & { readonly answers: Money }) =>
    grantPostings({ history, fund, amount, setAside: 'approve', given: state === nothing })

/** Nothing is approved that gives nothing. */
export const something = {
  label: { zh: '金额大于零', en: 'More than nothing' },
  rule: 'R-FUND-06',
  met: ({ answers }: { readonly answers: Money }) => (answers.amount ?? 0) > 0,
} as const
