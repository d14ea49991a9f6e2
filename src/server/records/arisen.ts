import { sql } from 'kysely'
import type { z } from 'zod'
import type { arisenShape } from '../../core/api/record-shapes.ts'
import { findProgramme } from '../../registry.ts'
import type { Tx } from '../database/actor.ts'

type Arisen = z.infer<typeof arisenShape>
interface Row {
  id: string
  programme: string
  number: string | null
  state: string
}

/** Records this one's steps opened, and the one it was opened by: those this reader sees, by number and never by title. */
export async function arisenOf(tx: Tx, id: string): Promise<{ from: Arisen[]; to: Arisen[] }> {
  const links = await tx.rows<{ id: string; onward: boolean }>(sql`
    SELECT to_record AS id, true AS onward, at FROM record_links WHERE from_record = ${id}
    UNION ALL SELECT from_record, false, at FROM record_links WHERE to_record = ${id}
    ORDER BY at, id LIMIT 100`)
  // Most records have none, and a look into records of every kind at once is dear.
  if (links.length === 0) return { from: [], to: [] }
  const onward = new Map(links.map((link) => [link.id, link.onward]))
  const found = await tx.rows<Row>(sql`
    SELECT id, programme, number, state FROM records
    WHERE id = ANY(${[...onward.keys()]}::uuid[]) ORDER BY array_position(${[...onward.keys()]}::uuid[], id)`)
  const shown = (row: Row): Arisen[] => {
    const programme = findProgramme(row.programme)
    if (!programme) return []
    const stateLabel = programme.states[row.state] ?? { zh: row.state, en: row.state }
    return [{ id: row.id, programme: row.programme, label: programme.label, number: row.number, stateLabel }]
  }
  return {
    from: found.filter((row) => !onward.get(row.id)).flatMap(shown),
    to: found.filter((row) => onward.get(row.id)).flatMap(shown),
  }
}
