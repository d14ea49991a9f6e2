import { sql } from 'kysely'
import { v5 } from 'uuid'
import type { Programme, Start } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import { atHand } from './at-hand.ts'
import { makeRecord } from './create.ts'
import type { Desk } from './desk.ts'
import type { RecordRow } from './record-row.ts'

/** Where records come from that a step opens. */
interface Origin {
  readonly row: Pick<RecordRow, 'area' | 'id' | 'org' | 'programme'>
  readonly actionId: string
}

/**
 * Opens the records a step starts, in its transaction, kept by the same organisation; their ids come from the step's own, so
 * that a retry makes no second one. The step is the right to do it: her role need not be one that makes or sees such
 * records. Refuses what making one refuses, save 'not-allowed'.
 */
export async function startRecords(desk: Desk, starts: readonly Start[], { row, actionId }: Origin): Promise<void> {
  for (const [at, start] of starts.entries()) {
    const programme = findProgramme(start.programme)
    if (!programme) throw new Refusal('programme-unknown')
    const id = v5(`${at}`, actionId)
    const made = {
      id,
      actionId: v5(`${at} create`, actionId),
      answers: { ...start.answers, ...parentIn(programme, row) },
    }
    await atHand(desk.tx, id, async () => {
      await makeRecord(desk, programme, made, row.org, { started: true })
      await desk.tx.change(sql`
        INSERT INTO record_links (area, from_record, to_record, kind, action) VALUES (${row.area}, ${row.id}, ${id}, 'started', ${actionId})
        ON CONFLICT DO NOTHING`)
    })
  }
}

/** The record it comes from is its parent, where its definition has a place for one of that programme: evidence of a case. */
function parentIn({ parentField, fields }: Programme, row: Origin['row']): Record<string, string> {
  const field = parentField === undefined ? undefined : fields[parentField]
  return parentField !== undefined && field?.kind === 'record' && field.programme === row.programme
    ? { [parentField]: row.id }
    : {}
}
