import { sql } from 'kysely'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { borrowDuty } from '../database/borrow-duty.ts'
import { shredDocuments } from '../documents/shred.ts'
import type { Desk } from '../records/desk.ts'
import { writeRead } from '../traces/write-read.ts'
import { eraseOwnRecords } from './erase-records.ts'
import { getLivingPerson, getPersonRow } from './person-row.ts'
import { mayErase } from './show-person.ts'
import { writeEvent } from './write-person.ts'

/**
 * Erases a person, with every row merged into hers: her key is destroyed, names, numbers, dates and addresses go, her
 * consents end, she leaves her households, and so do the answers of her own member records. Her row and its dense number stay, so what was counted stays counted
 * (PIPL art. 47; DESIGN 7). It cannot be undone. Refuses not-allowed for others than chair and rights.
 */
export async function eraseIdentity(desk: Desk, id: string, reason: string): Promise<void> {
  const { tx, actor } = desk
  if (!mayErase(actor)) throw new Refusal('not-allowed')
  const seen = await getPersonRow(tx, id)
  if (seen.erasedAt) return
  const person = await getLivingPerson(tx, id)
  const erased = await borrowDuty(tx, 'erase', async () => {
    const rows = await tx.rows<{ id: string }>(sql`
      UPDATE people SET name = '已删除', name_key = '', gender = 'unknown', birth_date = NULL, id_type = 'none', id_sealed = NULL,
        id_hash = NULL, phone_sealed = NULL, phone_hash = NULL, phone_mask = NULL, phone_tail = NULL, phone_safe = 'no',
        key_salt = NULL, ethnicity = NULL, address = NULL, guardian = NULL, erased_at = now(), revision = revision + 1, updated_at = now()
      WHERE id = ${id} OR merged_into = ${id} RETURNING id`)
    const ids = rows.map((row) => row.id)
    await tx.rows(
      sql`UPDATE consents SET withdrawn_at = now() WHERE person = ANY(${ids}::uuid[]) AND withdrawn_at IS NULL`,
    )
    await tx.rows(sql`DELETE FROM household_members WHERE person = ANY(${ids}::uuid[])`)
    await tx.rows(
      sql`UPDATE person_merges SET reason = '' WHERE kept = ANY(${ids}::uuid[]) OR merged = ANY(${ids}::uuid[])`,
    )
    await shredDocuments(tx, ids)
    return ids
  })
  await borrowDuty(tx, 'load', () => eraseOwnRecords(desk, erased))
  const { org } = person
  await writeRead(tx, actor, { area: areaOf(org), subject: 'person', id, org, fields: ['erased'], purpose: reason })
  await writeEvent(tx, actor, person, 'erased', { reason })
}
