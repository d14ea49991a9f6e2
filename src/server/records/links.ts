import { sql } from 'kysely'
import type { FieldMap } from '../../core/field.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'
import type { Desk } from './desk.ts'
import { type Answers, isSealedAnswer } from './sealing.ts'

interface Link {
  readonly field: string
  readonly id: string
  /** Of a record it names; undefined for a person. */
  readonly programme: string | undefined
  /** States a record must stand in to be named now. */
  readonly standsIn?: readonly string[] | undefined
}

/** Persons and records that answers name; sealed ones name nobody here. */
export function linksIn(fields: FieldMap, answers: Answers): Link[] {
  return Object.entries(answers).flatMap(([field, value]): Link[] => {
    const kind = fields[field]
    if (!kind || value === null || value === undefined || isSealedAnswer(value)) return []
    if (kind.kind === 'person') return [{ field, id: String(value), programme: undefined }]
    if (kind.kind === 'record')
      return [{ field, id: String(value), programme: kind.programme, standsIn: kind.standsIn }]
    if (kind.kind !== 'people') return []
    return (value as { person: string }[]).map(({ person }) => ({ field, id: person, programme: undefined }))
  })
}

/** Persons among the answers, each once. */
export const personsIn = (fields: FieldMap, answers: Answers): string[] => [
  ...new Set(
    linksIn(fields, answers)
      .filter((l) => l.programme === undefined)
      .map((l) => l.id),
  ),
]

/**
 * 'field-invalid' for a person or record that is not there for this actor or, where its field says in which states, does not
 * stand in one, 'org-unknown' and 'org-ended' for an organisation; what was named before stays named, but is asked again for its
 * state when it is named again.
 */
export async function refuseUnknownLinks(
  { tx, actor }: Desk,
  fields: FieldMap,
  given: Answers,
  held: Answers,
): Promise<void> {
  await refuseUnknownOrgs(tx, fields, given, held)
  const before = new Set(linksIn(fields, held).map((l) => l.id))
  const fresh = linksIn(fields, given).filter((l) => l.standsIn || !before.has(l.id))
  const people = fresh.filter((l) => l.programme === undefined)
  const records = fresh.filter((l) => l.programme !== undefined)
  const known = new Set<string>()
  if (fresh.length === 0) return
  if (people.length > 0) {
    const rows = await tx.rows<{ id: string }>(
      sql`SELECT id FROM people WHERE id = ANY(${people.map((l) => l.id)}::uuid[]) AND erased_at IS NULL`,
    )
    for (const row of rows) known.add(row.id)
  }
  if (records.length > 0) {
    const rows = await tx.rows<{ id: string; programme: string; state: string }>(
      sql`SELECT id, programme, state FROM records WHERE id = ANY(${records.map((l) => l.id)}::uuid[])`,
    )
    for (const row of rows) known.add(`${row.programme}/${row.id}`)
    refuseMoved(fields, actor.language, records, new Map(rows.map((row) => [row.id, row.state])))
  }
  const missing = fresh.find((l) => !known.has(l.programme === undefined ? l.id : `${l.programme}/${l.id}`))
  if (!missing) return
  const what = actor.language === 'zh' ? '找不到，或不在您的范围内' : 'not found, or not in your scope'
  throw new Refusal('field-invalid', {
    field: `answers.${missing.field}`,
    values: { label: fields[missing.field]?.label[actor.language] ?? missing.field, what },
  })
}

/** One that is there, but not in a state to be named. */
function refuseMoved(
  fields: FieldMap,
  language: Language,
  links: readonly Link[],
  states: ReadonlyMap<string, string>,
): void {
  const moved = links.find(({ id, standsIn }) => standsIn && states.has(id) && !standsIn.includes(states.get(id) ?? ''))
  if (!moved) return
  const what =
    language === 'zh' ? '现在的状态不能选，请看它自己那一页' : 'cannot be chosen as it stands now: see its own page'
  const label = fields[moved.field]?.label[language] ?? moved.field
  throw new Refusal('field-invalid', { field: `answers.${moved.field}`, values: { label, what } })
}

/** Organisations are public in the house: any that has not ended may be named. */
async function refuseUnknownOrgs(tx: Tx, fields: FieldMap, given: Answers, held: Answers): Promise<void> {
  const named = Object.entries(given).filter(
    ([key, value]) => fields[key]?.kind === 'org' && typeof value === 'number' && held[key] !== value,
  )
  if (named.length === 0) return
  const rows = await tx.rows<{ code: number; ended: boolean; successor: string | null }>(sql`
    SELECT o.code, o.valid_to IS NOT NULL AND o.valid_to < current_date AS ended, s.name AS successor
    FROM organisations o LEFT JOIN organisations s ON s.code = o.successor WHERE o.code = ANY(${named.map(([, code]) => code)}::bigint[])`)
  for (const [key, code] of named) {
    const row = rows.find((org) => org.code === code)
    if (!row) throw new Refusal('org-unknown', { field: `answers.${key}` })
    if (row.ended)
      throw new Refusal('org-ended', { field: `answers.${key}`, values: { successor: row.successor ?? '' } })
  }
}

/** Organisations the answers name. */
export const orgsIn = (fields: FieldMap, answers: Answers): number[] =>
  Object.entries(answers).flatMap(([key, value]) =>
    fields[key]?.kind === 'org' && typeof value === 'number' ? [value] : [],
  )
