import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'
import { borrowDuty } from '../database/borrow-duty.ts'
import { postSeats } from '../ledger/directory.ts'
import { repost } from '../ledger/repost.ts'
import type { Secrets } from '../secrets.ts'

/**
 * Counts every record again that counts this person, after she was merged or parted: the ledger unites persons by the
 * living row. Sealed records the actor cannot open are counted too, under the duty 'repost'; she learns only how many.
 */
export function recountPerson(tx: Tx, secrets: Secrets, person: { id: string; no: number }): Promise<number> {
  return borrowDuty(tx, 'repost', async () => {
    const records = await recordsOf(tx, person)
    await repost(tx, secrets.dataKey, records)
    // Seats are held under their own ids: those among them that are seats are counted again from the directory.
    await postSeats(tx, undefined, records)
    return records.length
  })
}

/** Where she is named, and where she was ever counted, which finds the parties of a case in their sealed answers. */
async function recordsOf(tx: Tx, { id, no }: { id: string; no: number }): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM records WHERE person = ${id}
    UNION SELECT activity FROM attendances WHERE person = ${id}
    UNION SELECT id FROM organisation_members WHERE person = ${id}
    UNION SELECT e.record FROM measures m JOIN entries e ON e.measure = m.no AND e.person = ${no}`)
  return rows.map((row) => row.id)
}
