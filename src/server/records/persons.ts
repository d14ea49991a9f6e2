import { sql } from 'kysely'
import { maskName } from '../../core/mask.ts'
import type { Tx } from '../database/actor.ts'

/** Names in clear of those of these people this actor may see. One statement, none for nobody. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<{ id: string; name: string }>(
    sql`SELECT id, name FROM people WHERE id = ANY(${[...new Set(ids)]}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The same as lists show them: first character and a star (processes 0.2). */
export async function maskedNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const names = await namesOf(tx, ids)
  return new Map([...names].map(([id, name]) => [id, maskName(name)]))
}
