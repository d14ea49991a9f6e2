import type { PersonEdit } from '../../core/api/people.ts'
import { readDocumentNumber } from '../../core/citizen-id.ts'
import { todayInShanghai } from '../../core/day.ts'
import { isWithin } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { newSalt, unseal } from '../crypto/seal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getStandingOrg } from '../organisations/org-rows.ts'
import type { Secrets } from '../secrets.ts'
import { checkGuardian } from './add-person.ts'
import { refuseSameDocument } from './duplicates.ts'
import { documentColumns, phoneColumns, sealedAs, wrongField } from './identity.ts'
import { type Reading, readPersonFields } from './person-columns.ts'
import { getLivingPerson, type PersonFull } from './person-row.ts'
import { mayProtect, showPerson } from './show-person.ts'
import { updatePerson, writeEvent } from './write-person.ts'

/**
 * Changes what was said of a person; fields left out stay. Refuses stale-edit with her row as it is now when `revision`
 * is not hers any more, and whatever registering refuses.
 */
export async function changePerson(
  tx: Tx,
  actor: Actor,
  secrets: Secrets,
  id: string,
  body: PersonEdit,
): Promise<void> {
  const held = await getLivingPerson(tx, id)
  if (held.revision !== body.revision) {
    throw new Refusal('stale-edit', { facts: { current: await showPerson(tx, actor, secrets, id) } })
  }
  if (body.protected !== undefined && body.protected !== held.protected && !mayProtect(actor, held))
    throw new Refusal('not-allowed')
  if (body.org !== undefined && body.org !== held.org) {
    if (!isWithin(body.org, actor.org)) throw new Refusal('org-unknown', { field: 'org' })
    await getStandingOrg(tx, body.org)
  }
  const reading = readPersonFields(body, actor.language)
  checkAgainstDocument(actor, secrets, held, reading)
  const next = apply(secrets, held, body, reading)
  await checkGuardian(tx, next)
  if (next.idHash && reading.document) await refuseSameDocument(tx, actor.language, next.idType, next.idHash, id)
  await updatePerson(tx, next)
  const { revision: _, ...fields } = body
  await writeEvent(tx, actor, next, 'edited', { fields: Object.keys(fields) })
}

function apply(secrets: Secrets, held: PersonFull, body: PersonEdit, reading: Reading): PersonFull {
  const salt = held.keySalt ?? newSalt()
  const { document, phone, name, ...plain } = reading
  return {
    ...held,
    ...plain,
    ...name,
    keySalt: salt,
    org: body.org ?? held.org,
    phoneSafe: body.phoneSafe ?? held.phoneSafe,
    ...(body.ethnicity === undefined ? {} : { ethnicity: body.ethnicity || null }),
    ...(body.guardian === undefined ? {} : { guardian: body.guardian }),
    protected: body.protected ?? held.protected,
    ...(document === undefined
      ? {}
      : (documentColumns(secrets, held.id, salt, document) as Pick<PersonFull, 'idType' | 'idSealed' | 'idHash'>)),
    ...(phone === undefined ? {} : phoneColumns(secrets, held.id, salt, phone)),
  }
}

/** A birth date or sex that is typed alone must still agree with the number she is registered with. */
function checkAgainstDocument(
  actor: Actor,
  secrets: Secrets,
  held: PersonFull,
  { document, birthDate, gender }: Reading,
): void {
  if (document !== undefined || held.idType === 'none' || !held.idSealed || !held.keySalt) return
  if (birthDate === undefined && gender === undefined) return
  const number = unseal(secrets.dataKey, held.keySalt, held.idSealed, sealedAs(held.id, 'idNumber'))
  const carried = readDocumentNumber(held.idType, number, todayInShanghai(new Date()))
  if (!carried.ok) return
  if (birthDate !== undefined && carried.bornOn && birthDate !== carried.bornOn)
    throw wrongField('birthDate', actor.language)
  if (gender !== undefined && carried.sex && gender !== carried.sex) throw wrongField('gender', actor.language)
}
