import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'

/**
 * What documents say of erased persons goes with them; numbers, days and checksums stay, so that a paper can still be told
 * from a forgery. Under the duty 'erase'. Documents of a record whose key is destroyed need nothing more.
 */
export async function shredDocuments(tx: Tx, people: readonly string[]): Promise<void> {
  await tx.rows(
    sql`UPDATE documents SET content = NULL, page = NULL WHERE persons && ${[...people]}::uuid[] AND content IS NOT NULL`,
  )
}
