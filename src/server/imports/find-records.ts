import { sql } from 'kysely'
import type { Field } from '../../core/field.ts'
import type { Programme } from '../../core/programme.ts'
import { findProgramme } from '../../registry.ts'
import type { Desk } from '../records/desk.ts'
import { tableOf } from '../records/record-row.ts'
import type { ReadRow } from './read-row.ts'

/** A record named in a cell, or what is wrong with the name. */
type Found = { readonly id: string } | { readonly problem: string }

/**
 * What cells name: records (a team, a room) by number or by title, organisations and funds by name or code, among those the importer sees:
 * one statement for a whole chunk and field. Two of one name are not guessed between.
 */
export async function findNamedRecords(
  desk: Desk,
  programme: Programme,
  rows: readonly ReadRow[],
): Promise<Map<string, Map<string, Found>>> {
  const byField = new Map<string, Map<string, Found>>()
  for (const [key, field] of Object.entries(programme.fields)) {
    const find = finderOf(desk, field)
    if (!find) continue
    const names = [
      ...new Set(
        rows.flatMap((row) => {
          const name = row.values.get(key)
          return typeof name === 'string' ? [name] : []
        }),
      ),
    ]
    if (names.length > 0) byField.set(key, await find(names))
  }
  return byField
}

type Finder = (names: readonly string[]) => Promise<Map<string, Found>>

/** How the cells of a field are looked up: none for a field that names nothing. */
function finderOf(desk: Desk, field: Field): Finder | undefined {
  if (field.kind === 'org') return (names) => findOrgs(desk, names)
  if (field.kind === 'fund') return (names) => findFunds(desk, names)
  const target = field.kind === 'record' ? findProgramme(field.programme) : undefined
  return target && ((names) => findByName(desk, target, names))
}

/** Organisations that have not ended, by whole name or code. */
async function findOrgs({ tx }: Desk, names: readonly string[]): Promise<Map<string, Found>> {
  return oneEach(
    names,
    await tx.rows<{ name: string; id: string }>(sql`
    SELECT n.name, o.code::text AS id FROM unnest(${[...names]}::text[]) AS n (name)
    JOIN organisations o ON o.name = n.name OR o.short_name = n.name OR o.code::text = n.name
    WHERE o.valid_to IS NULL OR o.valid_to >= current_date`),
  )
}

/** Funds this post sees, by name or code. */
async function findFunds({ tx }: Desk, names: readonly string[]): Promise<Map<string, Found>> {
  return oneEach(
    names,
    await tx.rows<{ name: string; id: string }>(sql`
    SELECT n.name, f.id FROM unnest(${[...names]}::text[]) AS n (name) JOIN funds f ON f.name = n.name OR f.code = n.name`),
  )
}

async function findByName({ tx }: Desk, programme: Programme, names: readonly string[]): Promise<Map<string, Found>> {
  const rows = await tx.rows<{ name: string; id: string }>(sql`
    SELECT n.name, r.id FROM unnest(${names}::text[]) AS n (name)
    JOIN ${tableOf(programme.kind)} r ON r.programme = ${programme.id} AND (r.title = n.name OR r.number = n.name)`)
  return oneEach(names, rows)
}

/** The one each name means; two of one name are not guessed between. */
function oneEach(names: readonly string[], rows: readonly { name: string; id: string }[]): Map<string, Found> {
  const ids = new Map<string, Set<string>>(names.map((name) => [name, new Set()]))
  for (const { name, id } of rows) ids.get(name)?.add(id)
  return new Map(
    [...ids].map(([name, [first, second]]): [string, Found] => {
      if (!first) return [name, { problem: `没有找到“${name}”，请先登记，或核对名称` }]
      return [name, second ? { problem: `有两个以上叫“${name}”的，请改填编号` } : { id: first }]
    }),
  )
}
