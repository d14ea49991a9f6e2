import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { NewPerson } from '../../core/api/people.ts'
import { areaOf, isWithin } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { newSalt } from '../crypto/seal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getStandingOrg } from '../organisations/org-rows.ts'
import type { Secrets } from '../secrets.ts'
import { askAboutSimilar, refuseSameDocument } from './duplicates.ts'
import { documentColumns, isChild, phoneColumns, readName } from './identity.ts'
import { insertRows } from './insert-people.ts'
import { readPersonFields } from './person-columns.ts'
import { findPeople, getPersonRow } from './person-row.ts'
import { writeEvent } from './write-person.ts'

/**
 * Registers a person once: the same number is refused with the way to her, similar people are shown first, a child under
 * 14 needs a guardian and the guardian's signed consent (PIPL art. 31). The id is made by the client; sent again it adds
 * nothing. Refuses person-exists, person-similar, guardian-needed, org-unknown, org-ended and what readPersonFields does.
 */
export async function registerPerson(tx: Tx, actor: Actor, secrets: Secrets, body: NewPerson): Promise<void> {
  const { name, nameKey } = readName(body.name, actor.language)
  const [before] = await findPeople(tx, [body.id])
  if (before?.nameKey === nameKey && before.org === body.org) return
  if (before) throw new Refusal('action-reused')
  if (!isWithin(body.org, actor.org)) throw new Refusal('org-unknown', { field: 'org' })
  await getStandingOrg(tx, body.org)
  const reading = readPersonFields(body, actor.language)
  const salt = newSalt()
  const row = {
    id: body.id,
    area: areaOf(body.org),
    org: body.org,
    name,
    nameKey,
    gender: reading.gender ?? 'unknown',
    birthDate: reading.birthDate ?? null,
    ...documentColumns(secrets, body.id, salt, reading.document ?? null),
    ...phoneColumns(secrets, body.id, salt, reading.phone ?? null),
    phoneSafe: body.phoneSafe ?? 'yes',
    keySalt: salt,
    ethnicity: body.ethnicity || null,
    address: reading.address ?? null,
    guardian: body.guardian ?? null,
    createdBy: actor.post,
    demo: false,
  }
  const signed = body.consents.some((c) => c.purpose === 'registration' && c.method === 'guardian-signed')
  if (isChild(row.birthDate) && !signed) throw new Refusal('guardian-needed', { field: 'consents' })
  await checkGuardian(tx, row)
  if (row.idHash) await refuseSameDocument(tx, actor.language, row.idType, row.idHash)
  if (!body.confirmedNew) await askAboutSimilar(tx, row)
  await insertRows(tx, [row])
  await tx.rows(sql`
    INSERT INTO consents (area, id, person, org, purpose, recipient, method, by_post)
    SELECT ${row.area}::integer, id, ${row.id}::uuid, ${row.org}::bigint, purpose, recipient, method, ${actor.post}::uuid
    FROM unnest(${body.consents.map(() => v7())}::uuid[], ${body.consents.map((c) => c.purpose)}::text[],
      ${body.consents.map((c) => c.recipient)}::text[], ${body.consents.map((c) => c.method)}::text[]) AS c (id, purpose, recipient, method)`)
  await writeEvent(tx, actor, row, 'added')
}

/** A child has a guardian; a guardian is a grown person the actor may see. */
export async function checkGuardian(
  tx: Tx,
  p: { id: string; birthDate: string | null; guardian: string | null },
): Promise<void> {
  if (p.guardian === null && isChild(p.birthDate)) throw new Refusal('guardian-needed', { field: 'guardian' })
  if (p.guardian === null) return
  const guardian = await getPersonRow(tx, p.guardian)
  if (guardian.id === p.id || isChild(guardian.birthDate)) throw new Refusal('guardian-needed', { field: 'guardian' })
}
