import type { Day } from '../../core/day.ts'
import { book, type Posting } from '../../core/posting.ts'
import type { Done } from '../../core/programme.ts'

/** Premium that left our fund on a day, in fen; negative when it came back. */
export interface Move {
  readonly on: Day
  readonly fen: number
}

const refunded = ({ answers }: Done) => (typeof answers.refund === 'number' ? answers.refund : 0)

/** What moved, from the history of a batch: paid, sent back by the bank, refunded by the insurer (never more than he holds). */
export function premiumMoves(history: readonly Done[], premium: number): readonly Move[] {
  let held = 0
  return history.flatMap((done) => {
    const back = done.action === 'bounce' ? held : done.action === 'surrender' ? Math.min(held, refunded(done)) : 0
    const fen = done.action === 'pay' ? premium : 0 - back
    held += fen
    return fen === 0 ? [] : [{ on: done.on, fen }]
  })
}

/** Set aside when approved, freed when the batch comes to nothing; a premium is paid out but is no relief in a hand. */
export function premiumPostings(
  history: readonly Done[],
  state: string,
  fund: string | undefined,
  premium: number,
): readonly Posting[] {
  const approved = history.find((done) => done.action === 'approve')
  if (!fund || !approved) return []
  const freed = state === 'cancelled' ? history.at(-1) : undefined
  return [
    ...book.allocate(fund, premium, approved.on),
    ...(freed ? book.allocate(fund, -premium, freed.on) : []),
    ...premiumMoves(history, premium).flatMap(({ on, fen }) =>
      fen > 0 ? book.payPremium(fund, fen, on) : book.takeBack(fund, -fen, on),
    ),
  ]
}

/** The day the policy came into force; none while a premium the bank sent back is not paid again. */
export const inForceSince = (history: readonly Done[]): Day | undefined =>
  history.findLast((done) => done.action === 'insure' || done.action === 'bounce')?.action === 'insure'
    ? history.findLast((done) => done.action === 'insure')?.on
    : undefined
