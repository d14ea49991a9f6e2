import { sql } from 'kysely'
import type { DocumentKind } from '../../core/citizen-id.ts'
import type { Day } from '../../core/day.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { comparableName } from '../../core/person-name.ts'
import { newSalt } from '../crypto/seal.ts'
import type { Tx } from '../database/actor.ts'
import type { Secrets } from '../secrets.ts'
import { documentColumns, phoneColumns } from './identity.ts'

/** A row of `people` as the database takes it. */
export interface InsertedRow {
  area: number
  id: string
  org: OrgCode
  name: string
  nameKey: string
  gender: 'female' | 'male' | 'unknown'
  birthDate: Day | null
  idType: string
  idSealed: Buffer | null
  idHash: Buffer | null
  phoneSealed: Buffer | null
  phoneHash: Buffer | null
  phoneMask: string | null
  phoneTail: string | null
  phoneSafe: 'yes' | 'no' | 'at-times'
  keySalt: Buffer
  ethnicity: string | null
  address: string | null
  guardian: string | null
  createdBy: string | null
  demo: boolean
}

/** A person whose fields have been read and checked: number and phone as they are kept. */
export interface BulkPerson {
  readonly id: string
  readonly org: OrgCode
  readonly name: string
  readonly gender: 'female' | 'male' | 'unknown'
  readonly birthDate: Day | null
  readonly idType?: DocumentKind
  readonly idNumber?: string
  readonly phone?: string
  readonly address?: string
  readonly guardian?: string
  readonly createdBy?: string
  readonly demo?: boolean
}

const atOnce = 5000

/**
 * Inserts many people, numbers and phones sealed, in statements of 5,000 rows; gives how many. It checks nothing: the
 * import reads and compares its rows before. A number that exists already fails the transaction (people_id_hash).
 */
export async function insertPeople(tx: Tx, secrets: Secrets, people: readonly BulkPerson[]): Promise<number> {
  let writing: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < people.length; from += atOnce) {
    // The next rows are sealed here while the database writes the last ones.
    const rows = people.slice(from, from + atOnce).map((p) => sealRow(secrets, p))
    await writing
    writing = insertRows(tx, rows)
    writing.catch(() => undefined)
  }
  await writing
  return people.length
}

function sealRow(secrets: Secrets, p: BulkPerson): InsertedRow {
  const keySalt = newSalt()
  const document = p.idNumber === undefined ? null : { kind: p.idType ?? 'citizen-id', number: p.idNumber }
  return {
    area: areaOf(p.org),
    id: p.id,
    org: p.org,
    name: p.name,
    nameKey: comparableName(p.name),
    gender: p.gender,
    birthDate: p.birthDate,
    ...documentColumns(secrets, p.id, keySalt, document),
    ...phoneColumns(secrets, p.id, keySalt, p.phone ?? null),
    phoneSafe: 'yes',
    keySalt,
    ethnicity: null,
    address: p.address ?? null,
    guardian: p.guardian ?? null,
    createdBy: p.createdBy ?? null,
    demo: p.demo ?? false,
  }
}

/** One statement for any number of rows. */
export async function insertRows(tx: Tx, rows: readonly InsertedRow[]): Promise<void> {
  const column = <K extends keyof InsertedRow>(key: K) => rows.map((row) => row[key])
  await tx.rows(sql`
    INSERT INTO people (area, id, org, name, name_key, gender, birth_date, id_type, id_sealed, id_hash, phone_sealed, phone_hash,
      phone_mask, phone_tail, phone_safe, key_salt, ethnicity, address, guardian, created_by, demo)
    SELECT * FROM unnest(${column('area')}::integer[], ${column('id')}::uuid[], ${column('org')}::bigint[], ${column('name')}::text[],
      ${column('nameKey')}::text[], ${column('gender')}::text[], ${column('birthDate')}::date[], ${column('idType')}::text[],
      ${column('idSealed')}::bytea[], ${column('idHash')}::bytea[], ${column('phoneSealed')}::bytea[], ${column('phoneHash')}::bytea[],
      ${column('phoneMask')}::text[], ${column('phoneTail')}::text[], ${column('phoneSafe')}::text[], ${column('keySalt')}::bytea[],
      ${column('ethnicity')}::text[], ${column('address')}::text[], ${column('guardian')}::uuid[], ${column('createdBy')}::uuid[],
      ${column('demo')}::boolean[])`)
}
