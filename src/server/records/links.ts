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
  /** States the record must be in to be named. */
  readonly standing?: readonly string[] | undefined
  readonly eachTime?: true | undefined
}

/** Persons and records that answers name, in the rows of lists too; sealed ones name nobody here. */
export function linksIn(fields: FieldMap, answers: Answers): Link[] {
  return Object.entries(answers).flatMap(([field, value]): Link[] => {
    const kind = fields[field]
    if (!kind || value === null || value === undefined || isSealedAnswer(value)) return []
    if (kind.kind === 'person') return [{ field, id: String(value), programme: undefined }]
    if (kind.kind === 'record')
      return [{ field, id: String(value), programme: kind.programme, standing: kind.standing, eachTime: kind.eachTime }]
    if (kind.kind === 'list')
      return (value as Answers[]).flatMap((row) => linksIn(kind.of, row).map((link) => ({ ...link, field })))
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
 * 'field-invalid' for a person or record that is not there for this actor, 'org-unknown' and 'org-ended' for an organisation;
 * what was named before stays named.
 */
export async function refuseUnknownLinks(
  { tx, actor }: Desk,
  fields: FieldMap,
  given: Answers,
  held: Answers,
): Promise<void> {
  await refuseUnknownOrgs(tx, fields, given, held)
  const before = new Set(linksIn(fields, held).map((l) => l.id))
  const fresh = linksIn(fields, given).filter((l) => l.eachTime || !before.has(l.id))
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
    refuseStanding(actor.language, fields, records, new Map(rows.map((row) => [row.id, row.state])))
  }
  const missing = fresh.find((l) => !known.has(l.programme === undefined ? l.id : `${l.programme}/${l.id}`))
  if (!missing) return
  const what = actor.language === 'zh' ? '找不到，或不在您的范围内' : 'not found, or not in your scope'
  throw new Refusal('field-invalid', {
    field: `answers.${missing.field}`,
    values: { label: fields[missing.field]?.label[actor.language] ?? missing.field, what },
  })
}

/** 'field-invalid' for a record that is there and does not stand as the field asks: an employer nobody has verified. */
function refuseStanding(
  language: Language,
  fields: FieldMap,
  links: readonly Link[],
  states: ReadonlyMap<string, string>,
): void {
  const wrong = links.find(({ id, standing }) => {
    const state = states.get(id)
    return standing && state !== undefined && !standing.includes(state)
  })
  if (!wrong) return
  const what = language === 'zh' ? '这一条现在的状态不能选' : 'cannot be chosen in the state it is in'
  throw new Refusal('field-invalid', {
    field: `answers.${wrong.field}`,
    values: { label: fields[wrong.field]?.label[language] ?? wrong.field, what },
  })
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
