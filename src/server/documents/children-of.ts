import { sql } from 'kysely'
import type { Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { Desk } from '../records/desk.ts'
import { loadManyFacts } from '../records/facts.ts'
import { type RecordRow, tableOf } from '../records/record-row.ts'

/** What one document may list. */
export const mostChildren = 5_000

/** Records under this one that a list prints, with what they say: three statements, whatever their number. */
export interface Children {
  readonly programme: Programme | undefined
  readonly facts: readonly Facts[]
}

/** By day, then by number. Only those this post sees; refuses 'document-too-long' beyond `mostChildren`. */
export async function childrenOf(desk: Desk, programmeId: string | undefined, parent: string): Promise<Children> {
  const { tx, house, today } = desk
  const programme = programmeId === undefined ? undefined : findProgramme(programmeId)
  if (!programme) return { programme: undefined, facts: [] }
  const rows = await tx.rows<RecordRow>(sql`
    SELECT r.area, r.id, r.programme, r.org, r.state, r.on_date, r.person, r.answers, r.key_salt, r.heads
    FROM ${tableOf(programme.kind)} r WHERE r.parent = ${parent} AND r.programme = ${programme.id}
    ORDER BY r.on_date, r.number, r.id LIMIT ${mostChildren + 1}`)
  if (rows.length > mostChildren) throw new Refusal('document-too-long', { values: { limit: String(mostChildren) } })
  const loaded = await loadManyFacts(tx, house.secrets.dataKey, programme, rows, today)
  return { programme, facts: rows.flatMap((row) => loaded.get(row.id)?.facts ?? []) }
}
