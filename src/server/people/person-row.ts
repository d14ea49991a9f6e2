import { sql } from 'kysely'
import type { PersonRow } from '../../core/api/people.ts'
import type { DocumentKind } from '../../core/citizen-id.ts'
import type { Day } from '../../core/day.ts'
import { maskName } from '../../core/mask.ts'
import { divisionOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { isChild } from './identity.ts'

/** What a list needs of a person. */
export interface PersonBrief {
  id: string
  org: OrgCode
  orgName: string
  name: string
  nameKey: string
  gender: PersonRow['gender']
  birthDate: Day | null
  idType: DocumentKind | 'none'
  phoneMask: string | null
}

export const briefColumns = sql`p.id, p.org, o.name AS "orgName", p.name, p.name_key AS "nameKey", p.gender,
  p.birth_date AS "birthDate", p.id_type AS "idType", p.phone_mask AS "phoneMask"`

/** All of a person's row. */
export interface PersonFull extends PersonBrief {
  area: number
  no: number
  idSealed: Buffer | null
  idHash: Buffer | null
  phoneSealed: Buffer | null
  phoneHash: Buffer | null
  phoneTail: string | null
  phoneSafe: 'yes' | 'no' | 'at-times'
  keySalt: Buffer | null
  ethnicity: string | null
  address: string | null
  guardian: string | null
  mergedInto: string | null
  erasedAt: Date | null
  protected: boolean
  revision: number
}

const fullColumns = sql`${briefColumns}, p.area, p.no, p.id_sealed AS "idSealed", p.id_hash AS "idHash",
  p.phone_sealed AS "phoneSealed", p.phone_hash AS "phoneHash", p.phone_tail AS "phoneTail", p.phone_safe AS "phoneSafe",
  p.key_salt AS "keySalt", p.ethnicity, p.address, p.guardian, p.merged_into AS "mergedInto", p.erased_at AS "erasedAt",
  p.protected, p.revision`

/** Whoever of these the actor may see, in the order asked for. `lock` keeps others from changing them meanwhile. */
export async function findPeople(tx: Tx, ids: readonly string[], lock = false): Promise<PersonFull[]> {
  const rows = await tx.rows<PersonFull>(sql`
    SELECT ${fullColumns} FROM people p JOIN organisations o ON o.code = p.org
    WHERE p.id = ANY(${ids}::uuid[]) ORDER BY p.id ${lock ? sql`FOR UPDATE OF p` : sql``}`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Refuses not-found for one the actor may not see: hidden and absent look the same. */
export async function getPersonRow(tx: Tx, id: string, lock = false): Promise<PersonFull> {
  const [person] = await findPeople(tx, [id], lock)
  if (!person) throw new Refusal('not-found')
  return person
}

/** One that may be changed or used: neither erased nor merged into another. */
export async function getLivingPerson(tx: Tx, id: string): Promise<PersonFull> {
  const person = await getPersonRow(tx, id, true)
  if (person.erasedAt) throw new Refusal('person-erased')
  if (person.mergedInto) throw new Refusal('merged-already', { facts: { into: person.mergedInto } })
  return person
}

/** Whether the actor's own organisation keeps her: its staff know their people by name. */
export function keeps(actor: Actor, org: OrgCode): boolean {
  return divisionOf(actor.org) === divisionOf(org)
}

/**
 * A row of a list. The name is whole for the organisation that keeps her, or when `typed` is the whole name; a child's
 * under 14 never without being opened (processes 0.2).
 */
export function toPersonRow(actor: Actor, p: PersonBrief, typed?: string): PersonRow {
  const child = isChild(p.birthDate)
  const named = typed === p.nameKey || (keeps(actor, p.org) && !child)
  return {
    id: p.id,
    name: named ? p.name : maskName(p.name),
    named,
    gender: p.gender,
    birthYear: p.birthDate === null ? null : Number(p.birthDate.slice(0, 4)),
    minor: child,
    org: { code: p.org, name: p.orgName },
    phone: p.phoneMask,
    hasDocument: p.idType !== 'none',
  }
}
