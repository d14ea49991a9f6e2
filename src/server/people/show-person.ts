import { sql } from 'kysely'
import type { BodyOf, ResponseOf } from '../../core/api/contract.ts'
import type { OpenableField, openPerson, PersonPage } from '../../core/api/people.ts'
import { maskAddress, maskDocumentNumber } from '../../core/mask.ts'
import { areaOf, levelOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Role } from '../../core/role.ts'
import { unseal } from '../crypto/seal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { Secrets } from '../secrets.ts'
import { writeRead } from '../traces/write-read.ts'
import { isChild, sealedAs } from './identity.ts'
import { getPersonRow, keeps, type PersonFull, toPersonRow } from './person-row.ts'

const mergers: readonly Role[] = ['chair', 'rights', 'family', 'organisation']
const erasers: readonly Role[] = ['chair', 'rights']
const readersOfNumbers: readonly Role[] = [
  'chair',
  'rights',
  'family',
  'development',
  'organisation',
  'finance',
  'operator',
  'mediator',
  'guide',
]

export function mayMerge(actor: Actor): boolean {
  return mergers.includes(actor.role)
}
export function mayErase(actor: Actor): boolean {
  return erasers.includes(actor.role)
}
/** Only the organisation that keeps a woman decides that she needs protection. */
export function mayProtect(actor: Actor, person: PersonFull): boolean {
  return actor.role === 'rights' && keeps(actor, person.org)
}

function unsealField(secrets: Secrets, p: PersonFull, field: 'idNumber' | 'phone'): string | null {
  const sealed = field === 'phone' ? p.phoneSealed : p.idSealed
  return p.keySalt && sealed ? unseal(secrets.dataKey, p.keySalt, sealed, sealedAs(p.id, field)) : null
}

/** One person, masked: numbers in parts, name and birth date whole only for the organisation that keeps her. */
export async function showPerson(tx: Tx, actor: Actor, secrets: Secrets, id: string): Promise<PersonPage> {
  const p = await getPersonRow(tx, id)
  const row = toPersonRow(actor, p)
  const consents = await tx.rows<
    { givenAt: Date; withdrawnAt: Date | null } & Omit<PersonPage['consents'][number], 'givenAt' | 'withdrawnAt'>
  >(sql`
    SELECT id, purpose, recipient, method, given_at AS "givenAt", withdrawn_at AS "withdrawnAt"
    FROM consents WHERE person = ${id} ORDER BY given_at, id`)
  const households = await tx.rows<PersonPage['households'][number]>(sql`
    SELECT household AS id, relation, to_date AS "to" FROM household_members WHERE person = ${id} ORDER BY to_date NULLS FIRST, household`)
  const merges = await tx.rows<{ id: string; merged: string; reason: string; at: Date }>(sql`
    SELECT id, merged, reason, at FROM person_merges WHERE kept = ${id} AND undone_at IS NULL ORDER BY at`)
  const number = unsealField(secrets, p, 'idNumber')
  return {
    ...row,
    birthDate: row.named ? p.birthDate : null,
    idType: p.idType === 'none' ? null : p.idType,
    idNumber: number === null ? null : maskDocumentNumber(number),
    phoneSafe: p.phoneSafe,
    address: p.address === null ? null : maskAddress(p.address),
    ethnicity: row.named ? p.ethnicity : null,
    guardian: p.guardian,
    mergedInto: p.mergedInto,
    erased: p.erasedAt !== null,
    protected: p.protected,
    revision: p.revision,
    consents: consents.map((c) => ({
      ...c,
      givenAt: c.givenAt.toISOString(),
      withdrawnAt: c.withdrawnAt?.toISOString() ?? null,
    })),
    households,
    merges: merges.map((m) => ({ ...m, at: m.at.toISOString() })),
    abilities: abilitiesOn(actor, p),
  }
}

function abilitiesOn(actor: Actor, p: PersonFull): PersonPage['abilities'] {
  if (p.erasedAt || p.mergedInto) return []
  return [
    'open',
    'edit',
    'consent',
    ...(mayMerge(actor) ? (['merge'] as const) : []),
    ...(mayErase(actor) ? (['erase'] as const) : []),
    ...(mayProtect(actor, p) ? (['protect'] as const) : []),
  ]
}

/** P3: her number, and everything of a child. League and region handle no one from afar (processes 0.1). */
function isSensitive(field: OpenableField, p: PersonFull): boolean {
  return field === 'idNumber' || isChild(p.birthDate)
}
function mayOpenSensitive(actor: Actor, p: PersonFull): boolean {
  const near = keeps(actor, p.org) || !['region', 'league'].includes(levelOf(actor.org))
  return near && readersOfNumbers.includes(actor.role)
}

/**
 * The whole text of masked fields. Who read what of whom and for which purpose is written in this very transaction: a
 * read that cannot be logged is not answered (DESIGN 7.3). Refuses purpose-needed, not-allowed.
 */
export async function openFields(
  tx: Tx,
  actor: Actor,
  secrets: Secrets,
  id: string,
  { purpose, fields }: BodyOf<typeof openPerson>,
): Promise<ResponseOf<typeof openPerson>> {
  if (purpose.length < 2) throw new Refusal('purpose-needed', { field: 'purpose' })
  const p = await getPersonRow(tx, id)
  if (fields.some((field) => isSensitive(field, p)) && !mayOpenSensitive(actor, p)) throw new Refusal('not-allowed')
  const read = {
    area: areaOf(p.org),
    subject: 'person',
    id,
    org: p.org,
    fields: [...new Set(fields)],
    purpose,
  } as const
  await writeRead(tx, actor, read)
  const whole: Record<OpenableField, () => string | null> = {
    name: () => p.name,
    address: () => p.address,
    birthDate: () => p.birthDate,
    idNumber: () => unsealField(secrets, p, 'idNumber'),
    phone: () => unsealField(secrets, p, 'phone'),
  }
  return Object.fromEntries(fields.map((field) => [field, whole[field]()])) as ResponseOf<typeof openPerson>
}
