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
  onward: boolean
}

/** Records this one's steps opened, and the one it was opened by: those this reader sees, by number and never by title. */
export async function arisenOf(tx: Tx, id: string): Promise<{ from: Arisen[]; to: Arisen[] }> {
  // Most records have no link, and a look into records of every kind at once is dear.
  const linked = await tx.first(sql`
    SELECT FROM record_links WHERE from_record = ${id} UNION ALL SELECT FROM record_links WHERE to_record = ${id} LIMIT 1`)
  if (!linked) return { from: [], to: [] }
  const rows = await tx.rows<Row>(sql`
    SELECT r.id, r.programme, r.number, r.state, l.from_record = ${id} AS onward
    FROM (SELECT from_record, to_record, at FROM record_links WHERE from_record = ${id}
          UNION ALL SELECT from_record, to_record, at FROM record_links WHERE to_record = ${id}) l
    JOIN records r ON r.id = CASE WHEN l.from_record = ${id} THEN l.to_record ELSE l.from_record END
    ORDER BY l.at, r.id LIMIT 100`)
  const shown = (row: Row): Arisen[] => {
    const programme = findProgramme(row.programme)
    if (!programme) return []
    const stateLabel = programme.states[row.state] ?? { zh: row.state, en: row.state }
    return [{ id: row.id, programme: row.programme, label: programme.label, number: row.number, stateLabel }]
  }
  return {
    from: rows.filter((row) => !row.onward).flatMap(shown),
    to: rows.filter((row) => row.onward).flatMap(shown),
  }
}
