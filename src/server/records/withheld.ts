import type { FieldMap } from '../../core/field.ts'
import type { Programme } from '../../core/programme.ts'
import type { ActionRow } from './facts.ts'
import type { RecordRow } from './record-row.ts'
import type { Answers } from './sealing.ts'

const open = (fields: FieldMap, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => (fields[key]?.class ?? 'P4') < 'P2'))

/**
 * What a definition withholds from whoever sees the record: nothing personal of one that has gone silent (`silentIn`), and
 * others' sheets while a judging is blind (`blindIn`). Checks and counts go on reading the whole.
 */
export function withheld<R extends Pick<RecordRow, 'state' | 'answers'>>(
  programme: Programme,
  row: R,
  history: readonly ActionRow[],
  account: string,
): { readonly row: R; readonly history: readonly ActionRow[] } {
  const silent = programme.silentIn.includes(row.state)
  const shown = history.map((act) => {
    const step = programme.actions[act.action]
    const blind = (step?.blindIn?.includes(row.state) ?? false) && act.by_account !== account
    if (!silent) return blind ? { ...act, answers: {} } : act
    return {
      ...act,
      reason: null,
      answers: blind ? {} : open(step?.asks ?? {}, act.answers),
      changes: openChanges(programme, act),
    }
  })
  return { row: silent ? { ...row, answers: open(programme.fields, row.answers) } : row, history: shown }
}

const openChanges = (programme: Programme, act: ActionRow): ActionRow['changes'] =>
  Object.fromEntries(
    Object.entries(act.changes).filter(([key]) => key === 'brand' || (programme.fields[key]?.class ?? 'P4') < 'P2'),
  )
