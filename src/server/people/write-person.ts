import { sql } from 'kysely'
import { v7 } from 'uuid'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { PersonFull } from './person-row.ts'

/** Writes a whole row back over the revision it was read at. Refuses stale-edit when somebody was quicker. */
export async function updatePerson(tx: Tx, p: PersonFull): Promise<void> {
  const changed = await tx.change(sql`
    UPDATE people SET org = ${p.org}, name = ${p.name}, name_key = ${p.nameKey}, gender = ${p.gender}, birth_date = ${p.birthDate},
      id_type = ${p.idType}, id_sealed = ${p.idSealed}, id_hash = ${p.idHash}, phone_sealed = ${p.phoneSealed},
      phone_hash = ${p.phoneHash}, phone_mask = ${p.phoneMask}, phone_tail = ${p.phoneTail}, phone_safe = ${p.phoneSafe},
      key_salt = ${p.keySalt}, ethnicity = ${p.ethnicity}, address = ${p.address}, guardian = ${p.guardian},
      merged_into = ${p.mergedInto}, erased_at = ${p.erasedAt}, protected = ${p.protected},
      revision = revision + 1, updated_at = now()
    WHERE area = ${p.area} AND id = ${p.id} AND revision = ${p.revision}`)
  if (changed === 0) throw new Refusal('stale-edit')
}

/** The trace of a change: which fields, never what stood in them. */
export async function writeEvent(
  tx: Tx,
  actor: Actor,
  p: Pick<PersonFull, 'area' | 'id' | 'org'>,
  event: 'added' | 'edited' | 'merged' | 'unmerged' | 'erased',
  detail: { fields?: readonly string[]; reason?: string } = {},
): Promise<void> {
  await tx.rows(sql`
    INSERT INTO person_events (area, id, person, org, event, fields, reason, by_account, by_post)
    VALUES (${p.area}, ${v7()}, ${p.id}, ${p.org}, ${event}, ${detail.fields ?? []}::text[], ${detail.reason ?? ''}, ${actor.account}, ${actor.post})`)
}
