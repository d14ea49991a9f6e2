import { sql } from 'kysely'
import type { BodyOf, ResponseOf } from '../../core/api/contract.ts'
import type { mergePeople } from '../../core/api/people.ts'
import { Refusal } from '../../core/refusal.ts'
import { newSalt, unseal } from '../crypto/seal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { Secrets } from '../secrets.ts'
import { documentColumns, phoneColumns, sealedAs } from './identity.ts'
import { findPeople, getLivingPerson, getPersonRow, type PersonFull } from './person-row.ts'
import { recountPerson } from './recount-person.ts'
import { mayMerge } from './show-person.ts'
import { updatePerson, writeEvent } from './write-person.ts'

type Outcome = ResponseOf<typeof mergePeople>
type Taken = 'document' | 'phone' | 'birthDate' | 'address' | 'guardian'

/**
 * Merges one row of a woman into another row of hers. The kept row takes over what it lacks; every row merged into the
 * first one before points on, so one step always leads to the living row. Her counts are recounted as the kept person.
 * Refuses merge-self, merge-documents-differ (two numbers of one kind are two women), merged-already, person-erased.
 */
export async function mergeRows(
  tx: Tx,
  actor: Actor,
  secrets: Secrets,
  id: string,
  body: BodyOf<typeof mergePeople>,
): Promise<Outcome> {
  if (!mayMerge(actor)) throw new Refusal('not-allowed')
  if (id === body.into) throw new Refusal('merge-self', { field: 'into' })
  const before = await tx.first<{ kept: string; merged: string }>(
    sql`SELECT kept, merged FROM person_merges WHERE id = ${body.id}`,
  )
  if (before?.kept === body.into && before.merged === id) return { merge: body.id, kept: body.into, records: 0 }
  if (before) throw new Refusal('action-reused')
  // Both rows are locked in the order of their ids, so two mergers the other way round do not wait for each other for ever.
  await findPeople(tx, [id, body.into].sort(), true)
  const merged = await getLivingPerson(tx, id)
  const kept = await getLivingPerson(tx, body.into)
  if (merged.idHash && kept.idHash && merged.idType === kept.idType && !merged.idHash.equals(kept.idHash)) {
    throw new Refusal('merge-documents-differ', { field: 'into' })
  }
  await updatePerson(tx, { ...merged, mergedInto: kept.id })
  await tx.rows(sql`UPDATE people SET merged_into = ${kept.id} WHERE merged_into = ${merged.id}`)
  const taken = whatIsLacking(kept, merged)
  if (taken.length > 0) await updatePerson(tx, takeOver(secrets, kept, merged, taken))
  await tx.rows(sql`
    INSERT INTO person_merges (area, id, org, kept, merged, reason, taken, by_post)
    VALUES (${kept.area}, ${body.id}, ${kept.org}, ${kept.id}, ${merged.id}, ${body.reason}, ${taken}::text[], ${actor.post})`)
  await writeEvent(tx, actor, merged, 'merged', { reason: body.reason })
  return { merge: body.id, kept: kept.id, records: await recountPerson(tx, secrets, merged) }
}

function whatIsLacking(kept: PersonFull, merged: PersonFull): Taken[] {
  const lacks: Record<Taken, boolean> = {
    document: !kept.idHash && merged.idHash !== null,
    phone: !kept.phoneHash && merged.phoneHash !== null,
    birthDate: kept.birthDate === null && merged.birthDate !== null,
    address: kept.address === null && merged.address !== null,
    guardian: kept.guardian === null && merged.guardian !== null && merged.guardian !== kept.id,
  }
  return (Object.keys(lacks) as Taken[]).filter((field) => lacks[field])
}

/** Sealed fields are opened and sealed again under the key of the row that takes them. */
function takeOver(secrets: Secrets, kept: PersonFull, merged: PersonFull, taken: readonly Taken[]): PersonFull {
  const salt = kept.keySalt ?? newSalt()
  const opened = (field: 'idNumber' | 'phone', sealed: Buffer | null) =>
    merged.keySalt && sealed ? unseal(secrets.dataKey, merged.keySalt, sealed, sealedAs(merged.id, field)) : null
  const number = taken.includes('document') ? opened('idNumber', merged.idSealed) : null
  const phone = taken.includes('phone') ? opened('phone', merged.phoneSealed) : null
  return {
    ...kept,
    keySalt: salt,
    ...(number !== null && merged.idType !== 'none'
      ? (documentColumns(secrets, kept.id, salt, { kind: merged.idType, number }) as Pick<
          PersonFull,
          'idType' | 'idSealed' | 'idHash'
        >)
      : {}),
    ...(phone !== null ? phoneColumns(secrets, kept.id, salt, phone) : {}),
    ...(taken.includes('birthDate') ? { birthDate: merged.birthDate } : {}),
    ...(taken.includes('address') ? { address: merged.address } : {}),
    ...(taken.includes('guardian') ? { guardian: merged.guardian } : {}),
  }
}

/**
 * Takes a merge apart again: the row lives, what it had given is taken back unless it was changed since, and her counts
 * are hers again. Merges are undone last first: refuses merge-later-first while the kept row is itself merged.
 */
export async function unmergeRows(tx: Tx, actor: Actor, secrets: Secrets, mergeId: string): Promise<Outcome> {
  if (!mayMerge(actor)) throw new Refusal('not-allowed')
  const merge = await tx.first<{ kept: string; merged: string; taken: Taken[]; undone: boolean }>(sql`
    SELECT kept, merged, taken, undone_at IS NOT NULL AS undone FROM person_merges WHERE id = ${mergeId} FOR UPDATE`)
  if (!merge) throw new Refusal('not-found')
  if (merge.undone) return { merge: mergeId, kept: merge.kept, records: 0 }
  await findPeople(tx, [merge.kept, merge.merged].sort(), true)
  const kept = await getPersonRow(tx, merge.kept)
  const merged = await getPersonRow(tx, merge.merged)
  if (kept.erasedAt || merged.erasedAt) throw new Refusal('person-erased')
  if (kept.mergedInto) throw new Refusal('merge-later-first')
  if (merge.taken.length > 0) await updatePerson(tx, giveBack(secrets, kept, merged, merge.taken))
  await updatePerson(tx, { ...merged, mergedInto: null })
  // Rows merged into the parted one earlier had been pointed on with it; they come back with it.
  await tx.rows(sql`
    WITH RECURSIVE came AS (
      SELECT merged AS id FROM person_merges WHERE kept = ${merged.id} AND undone_at IS NULL
      UNION SELECT m.merged FROM person_merges m JOIN came c ON m.kept = c.id WHERE m.undone_at IS NULL)
    UPDATE people SET merged_into = ${merged.id} FROM came WHERE people.id = came.id`)
  await tx.rows(
    sql`UPDATE person_merges SET undone_at = clock_timestamp(), undone_by = ${actor.post} WHERE id = ${mergeId}`,
  )
  await writeEvent(tx, actor, merged, 'unmerged')
  return { merge: mergeId, kept: kept.id, records: await recountPerson(tx, secrets, merged) }
}

function giveBack(secrets: Secrets, kept: PersonFull, merged: PersonFull, taken: readonly Taken[]): PersonFull {
  const same = (a: Buffer | null, b: Buffer | null) => a !== null && b !== null && a.equals(b)
  const salt = kept.keySalt ?? newSalt()
  return {
    ...kept,
    ...(taken.includes('document') && same(kept.idHash, merged.idHash)
      ? { idType: 'none' as const, idSealed: null, idHash: null }
      : {}),
    ...(taken.includes('phone') && same(kept.phoneHash, merged.phoneHash)
      ? phoneColumns(secrets, kept.id, salt, null)
      : {}),
    ...(taken.includes('birthDate') && kept.birthDate === merged.birthDate ? { birthDate: null } : {}),
    ...(taken.includes('address') && kept.address === merged.address ? { address: null } : {}),
    ...(taken.includes('guardian') && kept.guardian === merged.guardian ? { guardian: null } : {}),
  }
}
