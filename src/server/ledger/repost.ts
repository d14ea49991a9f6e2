import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'
import { postCounts } from './post.ts'
import { type CountedRow, countedColumns, worthOf } from './worth.ts'

/**
 * Counts records again by today's definitions and posts the differences: after a definition or a person changed. Takes a
 * transaction of the duty 'repost' and the house's data key; gives the number of entries posted. Their rows are locked.
 */
export async function repost(tx: Tx, key: string, records: readonly string[]): Promise<number> {
  const rows = await tx.rows<CountedRow>(sql`
    SELECT ${countedColumns} FROM records r WHERE r.id = ANY (${records}::uuid[]) ORDER BY r.id FOR UPDATE`)
  let posted = 0
  for (const { row, counts, action, shredded } of await worthOf(tx, key, rows)) {
    if (!action || shredded) continue
    posted += await postCounts(tx, { record: row.id, action, post: undefined, org: row.ledger_org }, counts)
  }
  return posted
}
