import { sql } from 'kysely'
import type pg from 'pg'
import { onDuty } from '../database/actor.ts'

/** Shreds drafts nobody touched for seven days; gives how many. Safe to repeat, from any process. */
export function sweepDrafts(pool: pg.Pool): Promise<number> {
  return onDuty(pool, 'erase', (tx) => tx.change(sql`DELETE FROM drafts WHERE expires_at <= clock_timestamp()`))
}
