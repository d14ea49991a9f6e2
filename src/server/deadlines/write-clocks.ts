import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'

/** One run as a row of `clocks`. */
export interface ClockRow {
  readonly area: number
  readonly record: string
  readonly clock: string
  readonly round: number
  readonly kind: string
  readonly programme: string
  readonly org: number
  readonly for_org: number | null
  readonly legal: boolean
  readonly sealed: boolean
  readonly handlers: readonly string[]
  readonly roles: readonly string[]
  readonly started_on: string
  readonly due_on: string
  readonly due_at: string | null
  readonly paused_on: string | null
  readonly ended_on: string | null
  readonly next_at: string | null
}

/**
 * Writes runs as they are now, in one statement. A run that ends on another day than it did, or belongs to somebody else,
 * is looked at anew by the house; a moment that differs by less than a second is the same one, read back from the history.
 */
export async function writeClocks(tx: Tx, rows: readonly ClockRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.change(sql`
    INSERT INTO clocks AS held (area, record, clock, round, kind, programme, org, for_org, legal, sealed, handlers, roles, started_on, due_on, due_at,
                                paused_on, ended_on, next_at)
    SELECT c.area, c.record, c.clock, c.round, c.kind, c.programme, c.org, c.for_org, c.legal, c.sealed,
           ARRAY(SELECT h::uuid FROM jsonb_array_elements_text(c.handlers) h), ARRAY(SELECT jsonb_array_elements_text(c.roles)),
           c.started_on, c.due_on, c.due_at, c.paused_on, c.ended_on, c.next_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS c (area integer, record uuid, clock text, round smallint, kind text, programme text, org bigint, for_org bigint, legal boolean, sealed boolean,
            handlers jsonb, roles jsonb, started_on date, due_on date, due_at timestamptz, paused_on date, ended_on date, next_at timestamptz)
    ON CONFLICT (area, record, clock, started_on, round) DO UPDATE SET
      org = excluded.org, for_org = excluded.for_org, handlers = excluded.handlers, roles = excluded.roles, due_on = excluded.due_on,
      due_at = CASE WHEN abs(extract(epoch FROM held.due_at - excluded.due_at)) < 1 THEN held.due_at ELSE excluded.due_at END,
      paused_on = excluded.paused_on, ended_on = excluded.ended_on,
      next_at = CASE WHEN held.due_on = excluded.due_on
                      AND (num_nulls(held.due_at, excluded.due_at) = 2 OR abs(extract(epoch FROM held.due_at - excluded.due_at)) < 1)
                      AND held.org = excluded.org AND held.for_org IS NOT DISTINCT FROM excluded.for_org AND held.handlers = excluded.handlers
                      AND held.paused_on IS NOT DISTINCT FROM excluded.paused_on AND (held.ended_on IS NULL) = (excluded.ended_on IS NULL)
                     THEN held.next_at ELSE excluded.next_at END`)
}
