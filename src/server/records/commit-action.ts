import { sql } from 'kysely'
import { clocksOf, type RunningClock } from '../../core/clock.ts'
import type { Day } from '../../core/day.ts'
import { countsOf } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { postCounts } from '../ledger/post.ts'
import type { Desk } from './desk.ts'
import type { RecordRow } from './record-row.ts'
import type { Answers } from './sealing.ts'

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
type Subject = Pick<RecordRow, 'area' | 'id' | 'org' | 'ledger_org' | 'sealed' | 'handlers'>

/**
 * Whether this action id has been done already. True for the same action on the same record: the caller answers with the
 * record as it is and changes nothing. Refuses 'action-reused' for any other. Call it with the record's row locked.
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

/**
 * Writes the action into the record's history, turns its clocks, and posts what the record is worth now less what the
 * ledger holds: the second half of the transaction that changes a record. `facts` are those after the action.
 */
export async function commitAction(
  desk: Desk,
  programme: Programme,
  subject: Subject,
  facts: Facts,
  act: NewAction,
): Promise<void> {
  const { tx, actor } = desk
  await tx.change(sql`
    INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, answers, changes, reason,
                         by_account, by_post, by_org, made_on)
    VALUES (${subject.area}, ${act.id}, ${subject.id}, ${programme.kind}, ${programme.id}, ${act.action}, ${act.from ?? null}, ${act.to},
            ${act.revision}, ${JSON.stringify(act.answers ?? {})}, ${JSON.stringify(act.changes ?? {})}, ${act.reason || null},
            ${actor.account}, ${actor.post}, ${actor.org}, ${act.on})`)
  await turnClocks(desk, programme, subject, facts)
  await postCounts(
    tx,
    { record: subject.id, action: act.id, post: actor.post, org: subject.ledger_org },
    countsOf(programme, facts),
  )
}

/** Roles whose steps end a clock: whose to-do it is when nobody handles the record. */
export function rolesOf(programme: Programme, id: string): string[] {
  const clock = programme.clocks[id]
  const ends = Object.entries(programme.actions).filter(
    ([key, action]) => clock?.until.includes(action.to) || clock?.done?.includes(key),
  )
  return [...new Set(ends.flatMap(([, action]) => action.by))]
}

/** Clocks follow from the history alone, so writing them all again is right and safe to repeat. */
async function turnClocks({ tx }: Desk, programme: Programme, subject: Subject, facts: Facts): Promise<void> {
  if (Object.keys(programme.clocks).length === 0) return
  // Two runs of one clock on one day are one row: the later run is the one that matters.
  const runs = new Map<string, RunningClock>(
    clocksOf(programme.clocks, facts.history).map((run) => [`${run.clock} ${run.startedOn}`, run]),
  )
  if (runs.size === 0) return
  const rows = [...runs.values()].map((run) => ({
    clock: run.clock,
    legal: programme.clocks[run.clock]?.legal ?? false,
    roles: rolesOf(programme, run.clock),
    started_on: run.startedOn,
    due_on: run.dueOn,
    ended_on: run.endedOn ?? null,
  }))
  await tx.change(sql`
    INSERT INTO clocks (area, record, clock, kind, programme, org, legal, sealed, handlers, roles, started_on, due_on, ended_on)
    SELECT ${subject.area}, ${subject.id}, c.clock, ${programme.kind}, ${programme.id}, ${subject.org}, c.legal, ${subject.sealed},
           ${subject.handlers}::uuid[], ARRAY(SELECT jsonb_array_elements_text(c.roles)), c.started_on, c.due_on, c.ended_on
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS c (clock text, legal boolean, roles jsonb, started_on date, due_on date, ended_on date)
    ON CONFLICT (area, record, clock, started_on)
      DO UPDATE SET org = excluded.org, handlers = excluded.handlers, due_on = excluded.due_on, ended_on = excluded.ended_on`)
}
