import { sql } from 'kysely'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal, refusalText } from '../../core/refusal.ts'
import { hashDocument, hashPhone, isChild } from '../people/identity.ts'
import { type Reading, readPersonFields } from '../people/person-columns.ts'
import type { Desk } from '../records/desk.ts'

/** A person as a sheet names her. `slot` tells her from the others of a chunk; `newId` is hers if she is new. */
export interface Named {
  readonly slot: string
  readonly newId: string
  readonly name: string
  readonly document?: string | undefined
  readonly phone?: string | undefined
  readonly gender?: 'female' | 'male' | undefined
  readonly birthDate?: string | undefined
  readonly address?: string | undefined
}

export interface FreshPerson {
  readonly id: string
  readonly org: OrgCode
  readonly reading: Reading
}

export type Resolved =
  | { readonly kind: 'known'; readonly id: string }
  /** `similar`: somebody of the same name and birth date, give or take, is registered; the person at the sheet must say. */
  | { readonly kind: 'new'; readonly id: string; readonly person: FreshPerson; readonly similar: boolean }
  | { readonly kind: 'problem'; readonly problem: string }

interface Holder {
  hash: string
  id: string
  org: number | null
  orgName: string | null
  visible: boolean
  nameKey: string | null
}
interface Candidate {
  slot: string
  newId: string
  reading: Reading
  document: Buffer | undefined
  phone: Buffer | undefined
}

const problem = (text: string): Resolved => ({ kind: 'problem', problem: text })

/**
 * Finds the people of a chunk: by document number anywhere in the house, else by phone and name among those the importer
 * sees; the others are new, each once however often she stands in the chunk. Reads only. Three statements.
 */
export async function resolvePeople(
  desk: Desk,
  org: OrgCode,
  people: readonly Named[],
): Promise<Map<string, Resolved>> {
  const resolved = new Map<string, Resolved>()
  const candidates: Candidate[] = []
  for (const person of people) {
    const read = readNamed(desk, person)
    if ('problem' in read) resolved.set(person.slot, problem(read.problem))
    else candidates.push(read)
  }
  const holders = await holdersOf(desk, candidates)
  const similar = await similarOnes(
    desk,
    org,
    candidates.filter((c) => !holders.has((c.document ?? c.phone)?.toString('hex') ?? '')),
  )
  const fresh = new Map<string, Resolved>()
  for (const c of candidates) {
    const key = c.document?.toString('hex') ?? `${c.phone?.toString('hex')}|${c.reading.name?.nameKey}`
    const known = c.document ? knownByDocument(holders, c) : knownByPhone(holders, c)
    const found = known ?? fresh.get(key) ?? newPerson(desk, org, c, similar.has(c.slot))
    if (found.kind === 'new' && !fresh.has(key)) fresh.set(key, found)
    const twice = found.kind === 'new' && found.person.reading.name?.nameKey !== c.reading.name?.nameKey
    resolved.set(c.slot, twice ? problem('同一证件号码在表中有不同的姓名') : found)
  }
  return resolved
}

function readNamed({ house }: Desk, person: Named): Candidate | { problem: string } {
  if (!person.document && !person.phone) return { problem: '证件号码和电话至少填一样，才能认出是同一个人' }
  try {
    const reading = readPersonFields(
      {
        name: person.name,
        idNumber: person.document,
        phone: person.phone,
        gender: person.gender,
        birthDate: person.birthDate,
        address: person.address,
      },
      'zh',
    )
    return {
      slot: person.slot,
      newId: person.newId,
      reading,
      document: reading.document
        ? hashDocument(house.secrets, reading.document.kind, reading.document.number)
        : undefined,
      phone: reading.phone ? hashPhone(house.secrets, reading.phone) : undefined,
    }
  } catch (error) {
    if (error instanceof Refusal)
      return { problem: refusalText(error.code, 'zh', error.detail.values).replace(/。$/, '') }
    throw error
  }
}

/** Who holds these numbers now; a woman beyond the importer's scope only as "registered at …". */
async function holdersOf({ tx }: Desk, candidates: readonly Candidate[]): Promise<Map<string, Holder[]>> {
  const documents = candidates.flatMap((c) => c.document ?? [])
  const phones = candidates.flatMap((c) => (c.document || !c.phone ? [] : [c.phone]))
  const rows: Holder[] = []
  if (documents.length > 0) {
    rows.push(
      ...(await tx.rows<Holder>(sql`
      SELECT encode(h.hash, 'hex') AS hash, d.id, d.org, o.name AS "orgName", d.visible, p.name_key AS "nameKey"
      FROM (SELECT DISTINCT hash FROM unnest(${documents}::bytea[]) AS u (hash)) h
      CROSS JOIN LATERAL person_by_document('citizen-id', h.hash) d
      LEFT JOIN organisations o ON o.code = d.org
      LEFT JOIN people p ON p.id = d.id`)),
    )
  }
  if (phones.length > 0) {
    rows.push(
      ...(await tx.rows<Holder>(sql`
      SELECT encode(p.phone_hash, 'hex') AS hash, p.id, p.org, NULL AS "orgName", true AS visible, p.name_key AS "nameKey"
      FROM people p WHERE p.phone_hash = ANY(${phones}::bytea[]) AND p.merged_into IS NULL AND p.erased_at IS NULL`)),
    )
  }
  const holders = new Map<string, Holder[]>()
  for (const row of rows) holders.set(row.hash, [...(holders.get(row.hash) ?? []), row])
  return holders
}

function knownByDocument(holders: Map<string, Holder[]>, c: Candidate): Resolved | undefined {
  const [holder] = holders.get(c.document?.toString('hex') ?? '') ?? []
  if (!holder) return undefined
  if (!holder.visible)
    return problem(`这个证件号码已登记在${holder.orgName ?? '另一个组织'}，不在您的范围内，请与对方联系`)
  if (holder.nameKey !== c.reading.name?.nameKey) return problem('证件号码已登记，但姓名与登记的不同，请核对')
  return { kind: 'known', id: holder.id }
}

function knownByPhone(holders: Map<string, Holder[]>, c: Candidate): Resolved | undefined {
  const same = (holders.get(c.phone?.toString('hex') ?? '') ?? []).filter((h) => h.nameKey === c.reading.name?.nameKey)
  if (same.length > 1) return problem('有两个以上同名同电话的人，请填证件号码')
  return same[0] && { kind: 'known', id: same[0].id }
}

function newPerson({ today }: Desk, org: OrgCode, c: Candidate, similar: boolean): Resolved {
  if (isChild(c.reading.birthDate ?? null, today))
    return problem('未满 14 周岁，须监护人同意，请在“人员”里单独登记后再导入')
  return { kind: 'new', id: c.newId, similar, person: { id: c.newId, org, reading: c.reading } }
}

/** Slots of those whom somebody registered may be, as single registration asks too (people_similar). */
async function similarOnes({ tx }: Desk, org: OrgCode, candidates: readonly Candidate[]): Promise<Set<string>> {
  if (candidates.length === 0) return new Set()
  const rows = await tx.rows<{ slot: string }>(sql`
    SELECT c.slot FROM unnest(${candidates.map((c) => c.slot)}::text[], ${candidates.map((c) => c.reading.name?.nameKey ?? '')}::text[],
      ${candidates.map((c) => c.reading.birthDate ?? null)}::date[], ${candidates.map((c) => c.document ?? null)}::bytea[]) AS c (slot, name, birth, hash)
    WHERE EXISTS (SELECT FROM people_similar(c.name, c.birth, ${org}::bigint, 'citizen-id', c.hash))`)
  return new Set(rows.map((row) => row.slot))
}
