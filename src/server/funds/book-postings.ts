import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Posting } from '../../core/posting.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import type { Tx } from '../database/actor.ts'
import type { Desk } from '../records/desk.ts'
import { refusingMoney } from './money-refusal.ts'

/** A record with the money it stands for now. */
export interface Booked {
  readonly record: string
  /** The row of `actions` that made it what it is. */
  readonly action: string
  /** Keeps it now: it may use its own funds and those of the organisations above. */
  readonly org: OrgCode
  readonly programme: string
  readonly postings: readonly Posting[]
}

export interface Booking {
  /** Lines written; 0 when the ledger held them already. */
  readonly lines: number
  /** The latest day a line was moved to, because the month it is of is closed. */
  readonly movedTo: Day | null
}

/**
 * Books what a record's money is now less what the funds hold for it, in the transaction that changes the record, its row
 * locked; the same again books nothing. Facts are those after the step, fen throughout. A closed month's line is dated to
 * the first open day. Refuses 'fund-not-usable' (neither own nor above, or not for this service), 'fund-closed' and
 * 'fund-overdrawn' (cash or goods would go below what is promised). Nothing for a programme without `postings`.
 */
export async function bookPostings(
  { tx, actor }: Pick<Desk, 'tx' | 'actor'>,
  programme: Programme,
  subject: { readonly id: string; readonly org: OrgCode },
  facts: Facts,
  actionId: string,
): Promise<Booking> {
  if (!programme.postings) return { lines: 0, movedTo: null }
  const postings = programme.postings(facts)
  return bookMany(tx, actor.post, [
    { record: subject.id, action: actionId, org: subject.org, programme: programme.id, postings },
  ])
}

/** The same for many records in one statement. `post` is undefined under a duty of the house. */
export async function bookMany(tx: Tx, post: string | undefined, records: readonly Booked[]): Promise<Booking> {
  const lines = records.flatMap((r) => r.postings.map((line) => ({ ...line, record: r.record })))
  const row = await refusingMoney(
    tx.first<{ booked: number; moved_to: Day | null }>(sql`
      SELECT * FROM book_postings(${post ?? null}::uuid, ${records.map((r) => r.record)}::uuid[], ${records.map((r) => r.action)}::uuid[],
        ${records.map((r) => r.org)}::bigint[], ${records.map((r) => r.programme)}::text[],
        ${lines.map((l) => l.record)}::uuid[], ${lines.map((l) => l.fund)}::uuid[], ${lines.map((l) => l.account)}::text[],
        ${lines.map((l) => l.on)}::date[], ${lines.map((l) => l.fen)}::bigint[])`),
  )
  return { lines: row?.booked ?? 0, movedTo: row?.moved_to ?? null }
}
