import type { Day } from './day.ts'
import { book, type Posting } from './posting.ts'
import type { Done } from './programme.ts'

/** Money of one grant that moved: fen to her on a day, negative when it came back. */
export interface Move {
  readonly on: Day
  readonly fen: number
}

const asked = ({ answers }: Done) => (typeof answers.backFen === 'number' ? answers.backFen : 0)

/**
 * What left for her and what came back, from the history of a grant: `pay`, `bounce` (the bank), `repay` (a part, by her),
 * `recover` (found not to qualify). No more comes back than is with her; a payment that failed at the bank never left.
 */
export function movesOf(history: readonly Done[], amount: number): readonly Move[] {
  let held = 0
  return history.flatMap((done) => {
    const back = done.action === 'bounce' ? held : Math.min(held, asked(done))
    const fen = done.action === 'pay' ? amount : back === 0 ? 0 : -back
    held += fen
    return fen === 0 ? [] : [{ on: done.on, fen }]
  })
}

/** What is with her now, in fen. */
export const heldOf = (history: readonly Done[], amount: number): number =>
  movesOf(history, amount).reduce((sum, move) => sum + move.fen, 0)

/** The day she was paid last, if the money is with her; a bounced payment is none. */
export const paidOn = (history: readonly Done[], amount: number): Day | undefined =>
  heldOf(history, amount) > 0 ? history.findLast((done) => done.action === 'pay')?.on : undefined

interface Grant {
  readonly history: readonly Done[]
  readonly fund: string | undefined
  readonly amount: number | undefined
  /** The step that sets the money aside, and the state in which it is given free again. */
  readonly setAside: string
  readonly given: boolean
}

/** The bookings of a grant: set aside when approved, freed when it comes to nothing, paid and taken back as it moved. */
export function grantPostings({ history, fund, amount, setAside, given }: Grant): readonly Posting[] {
  if (!fund || !amount) return []
  const approved = history.find((done) => done.action === setAside)
  const freed = approved && given ? history.at(-1) : undefined
  return [
    ...(approved ? book.allocate(fund, amount, approved.on) : []),
    ...(freed ? book.allocate(fund, -amount, freed.on) : []),
    ...movesOf(history, amount).flatMap(({ on, fen }) =>
      fen > 0 ? book.pay(fund, fen, on) : book.takeBack(fund, -fen, on),
    ),
  ]
}
