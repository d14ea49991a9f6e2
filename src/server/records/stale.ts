import { isSealedClass } from '../../core/field.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import type { RecordRow } from './record-row.ts'
import type { Answers } from './sealing.ts'

/**
 * 'stale-edit' when the record has moved on since it was read: `facts` carry its revision and state, what was sent, and
 * what those fields hold now. P3 and P4 are named as changed, not shown.
 */
export function refuseStale(
  programme: Programme,
  row: Pick<RecordRow, 'revision' | 'state'>,
  held: Answers,
  sent: { revision: number; answers?: Answers | undefined },
): void {
  if (sent.revision === row.revision) return
  const keys = Object.keys(sent.answers ?? {}).filter((key) => Object.hasOwn(programme.fields, key))
  const open = keys.filter((key) => !isSealedClass(programme.fields[key]?.class ?? 'P4'))
  throw new Refusal('stale-edit', {
    facts: {
      revision: row.revision,
      state: row.state,
      yours: sent.answers ?? {},
      theirs: Object.fromEntries(open.map((key) => [key, held[key] ?? null])),
      masked: keys.filter((key) => !open.includes(key)),
    },
  })
}
