import type { Day } from './day.ts'

/**
 * Accounts of one fund. What came in and what went out are credits and debits of the same fen, so the sum of all accounts
 * of a fund is zero at every moment. Cash, goods at value and promises never mix (DESIGN 9).
 */
export type FundAccount =
  | 'cash'
  | 'goods'
  | 'pledged'
  | 'pledges'
  | 'income'
  | 'income-goods'
  | 'allocated'
  | 'allocations'
  | 'transferred-in'
  | 'transferred-out'
  | 'paid'
  | 'premium'
  | 'goods-issued'
  | 'returned'

/** One line of a double entry: fen, debit positive. */
export interface Posting {
  readonly fund: string
  readonly account: FundAccount
  readonly on: Day
  readonly fen: number
}

const pair = (fund: string, on: Day, debit: FundAccount, credit: FundAccount, fen: number): readonly Posting[] =>
  fen === 0
    ? []
    : [
        { fund, account: debit, on, fen },
        { fund, account: credit, on, fen: -fen },
      ]

/** The bookings a definition may make; each gives lines that sum to zero. Fen, never negative but to take one back. */
export const book = {
  /** A promise, until it is received or given up (then book it again with −fen). */
  pledge: (fund: string, fen: number, on: Day) => pair(fund, on, 'pledged', 'pledges', fen),
  receive: (fund: string, fen: number, on: Day) => pair(fund, on, 'cash', 'income', fen),
  receiveGoods: (fund: string, fen: number, on: Day) => pair(fund, on, 'goods', 'income-goods', fen),
  /** Set aside for persons or projects that were approved; no money has moved. */
  allocate: (fund: string, fen: number, on: Day) => pair(fund, on, 'allocated', 'allocations', fen),
  pay: (fund: string, fen: number, on: Day) => pair(fund, on, 'paid', 'cash', fen),
  /** An insurer's premium: paid out, but no relief in a hand. */
  payPremium: (fund: string, fen: number, on: Day) => pair(fund, on, 'premium', 'cash', fen),
  issueGoods: (fund: string, fen: number, on: Day) => pair(fund, on, 'goods-issued', 'goods', fen),
  /** What the bank or a recipient gave back. */
  takeBack: (fund: string, fen: number, on: Day) => pair(fund, on, 'cash', 'returned', fen),
  /** Passed to another organisation's fund: a pair on each side, so that money passed down is counted once. */
  transfer: (from: string, to: string, fen: number, on: Day): readonly Posting[] => [
    ...pair(from, on, 'transferred-out', 'cash', fen),
    ...pair(to, on, 'cash', 'transferred-in', fen),
  ],
} as const
