import { isWithin, type OrgCode, parentOf } from '../../core/org-code.ts'
import type { Period } from '../../core/period.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { Known } from './catalogue.ts'
import type { Moment } from './moment.ts'
import { answer, childRows } from './rows.ts'
import { hiddenRows } from './suppress.ts'

/**
 * Whether a figure asked for by itself is one that the table above it hides from this reader, for each of the periods: a
 * banner's number must not be had by asking for the banner. The reader's own organisation stands in no table of hers.
 */
export async function areHidden(
  tx: Tx,
  actor: Actor,
  known: Known,
  org: OrgCode,
  periods: readonly Period[],
  moment: Moment | undefined,
): Promise<boolean[]> {
  const hidden = periods.map(() => false)
  for (
    let code = org, above = parentOf(code);
    above !== undefined && isWithin(above, actor.org);
    code = above, above = parentOf(code)
  ) {
    const parent = above
    const answers = await answer(
      tx,
      known,
      periods.map((period) => ({ org: parent, from: period.from, to: period.to, by: 'child' as const })),
      moment,
    )
    for (const [i, keys] of answers.entries()) {
      const rows = await childRows(tx, known, parent, keys, answers[1 - i])
      const at = rows.findIndex((row) => row.org.code === code)
      if (at >= 0 && hiddenRows(rows)[at]) hidden[i] = true
    }
  }
  return hidden
}
