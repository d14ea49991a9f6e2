import { sql } from 'kysely'
import type { Programme } from '../../core/programme.ts'
import { findProgramme } from '../../registry.ts'
import type { Desk } from '../records/desk.ts'
import { tableOf } from '../records/record-row.ts'
import type { ReadRow } from './read-row.ts'

/** A record named in a cell, or what is wrong with the name. */
type Found = { readonly id: string } | { readonly problem: string }

/**
 * The records that cells of `record` fields name (a team, a room), by number or by title, among those the importer sees:
 * one statement for a whole chunk and field. Two of one name are not guessed between.
 */
export async function findNamedRecords(
  desk: Desk,
  programme: Programme,
  rows: readonly ReadRow[],
): Promise<Map<string, Map<string, Found>>> {
  const byField = new Map<string, Map<string, Found>>()
  for (const [key, field] of Object.entries(programme.fields)) {
    const target = field.kind === 'record' ? findProgramme(field.programme) : undefined
    if (!target) continue
    const names = [
      ...new Set(
        rows.flatMap((row) => {
          const name = row.values.get(key)
          return typeof name === 'string' ? [name] : []
        }),
      ),
    ]
    if (names.length > 0) byField.set(key, await findByName(desk, target, names))
  }
  return byField
}

async function findByName({ tx }: Desk, programme: Programme, names: readonly string[]): Promise<Map<string, Found>> {
  const rows = await tx.rows<{ name: string; id: string }>(sql`
    SELECT n.name, r.id FROM unnest(${names}::text[]) AS n (name)
    JOIN ${tableOf(programme.kind)} r ON r.programme = ${programme.id} AND (r.title = n.name OR r.number = n.name)`)
  const ids = new Map<string, Set<string>>(names.map((name) => [name, new Set()]))
  for (const { name, id } of rows) ids.get(name)?.add(id)
  return new Map(
    [...ids].map(([name, [first, second]]): [string, Found] => {
      if (!first) return [name, { problem: `没有找到“${name}”，请先登记，或核对名称` }]
      return [name, second ? { problem: `有两个以上叫“${name}”的，请改填编号` } : { id: first }]
    }),
  )
}
