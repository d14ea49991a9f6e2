import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { countsOf } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { turnClocks } from '../deadlines/turn-clocks.ts'
import { bookMany } from '../funds/book-postings.ts'
import { postCounts } from '../ledger/post.ts'
import { takeClaims } from './claims.ts'
import type { Desk } from './desk.ts'
import type { ActionRow } from './facts.ts'
import type { RecordRow } from './record-row.ts'
import type { Answers } from './sealing.ts'
import { tellFact } from './tell-fact.ts'

/** One thing that is being done to a record. */
export interface NewAction {
  readonly id: string
  readonly action: string
  readonly from: string | undefined
  readonly to: string
  /** Of the record after it. */
  readonly revision: number
  readonly on: Day
  /** As stored, sealed already. */
  readonly answers?: Answers
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly reason?: string | undefined
}

/** What an action hangs on. */
export type Subject = Pick<RecordRow, 'area' | 'id' | 'org' | 'ledger_org' | 'sealed' | 'handlers' | 'receiver'>

/**
 * Whether this action id has been done already. True for the same action on the same record: the caller answers with the
 * record as it is and changes nothing. Refuses 'action-reused' for any other.
 */
export async function isReplay(
  { tx }: Desk,
  area: number,
  id: string,
  record: string,
  action: string,
): Promise<boolean> {
  const held = await tx.first<{ record: string; action: string }>(
    sql`SELECT record, action FROM actions WHERE area = ${area} AND id = ${id}`,
  )
  if (!held) return false
  if (held.record !== record || held.action !== action) throw new Refusal('action-reused')
  return true
}

/** The same of a record whose history was read under its lock. An id that stands for another record is refused when it is written. */
export function isDoneIn(history: readonly Pick<ActionRow, 'id' | 'action'>[], id: string, action: string): boolean {
  const held = history.find((act) => act.id === id)
  if (held && held.action !== action) throw new Refusal('action-reused')
  return held !== undefined
}

/**
 * Writes the action into the record's history, turns its clocks, and posts what the record is worth now less what the
 * ledger holds, and takes or gives up its claims, and books its money: the second half of the transaction that changes a record. `facts` are those after the action.
 */
export async function commitAction(
  desk: Desk,
  programme: Programme,
  subject: Subject,
  facts: Facts,
  act: NewAction,
): Promise<void> {
  const { tx, actor } = desk
  const counts = countsOf(programme, facts)
  const source = { record: subject.id, action: act.id, post: actor.post || undefined, org: subject.ledger_org }
  // None waits for another's answer; they reach the database in this order.
  await Promise.all([
    tx.change(sql`
    INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, answers, changes, reason,
                         by_account, by_post, by_org, made_on)
    VALUES (${subject.area}, ${act.id}, ${subject.id}, ${programme.kind}, ${programme.id}, ${act.action}, ${act.from ?? null}, ${act.to},
            ${act.revision}, ${JSON.stringify(act.answers ?? {})}, ${JSON.stringify(act.changes ?? {})}, ${act.reason || null},
            ${actor.account || null}, ${actor.post || null}, ${actor.org}, ${act.on})`),
    tellFact(desk, programme, subject, act.action),
    turnClocks(desk, programme, subject, facts),
    takeClaims(tx, programme, subject, facts),
    // What is new holds nothing in the ledger that could be taken back.
    act.from === undefined && counts.length === 0 ? undefined : postCounts(tx, source, counts),
    bookFor(desk, programme, subject, facts, act),
  ])
}

async function bookFor(
  { tx, actor }: Desk,
  programme: Programme,
  { id, org }: Subject,
  facts: Facts,
  act: NewAction,
): Promise<void> {
  if (!programme.postings) return
  const postings = programme.postings(facts)
  await bookMany(tx, actor.post || undefined, [{ record: id, action: act.id, org, programme: programme.id, postings }])
}
