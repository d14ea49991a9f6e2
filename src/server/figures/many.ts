import type { FigurePart } from '../../core/api/figures.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Period } from '../../core/period.ts'
import type { Tx } from '../database/actor.ts'
import { askSums, countPersons, dayOne } from './ask.ts'
import type { Known } from './catalogue.ts'
import { partOf, sumOf } from './part.ts'

/**
 * Many measures of one organisation, each over every period, in two statements however many there are: gives how to read
 * one of them. Unguarded: what a confidential measure may tell is the caller's to decide.
 */
export async function askMany(
  tx: Tx,
  org: OrgCode,
  measures: readonly Known[],
  periods: readonly Period[],
): Promise<(known: Known, period: number) => FigurePart> {
  const sums = measures.filter((m) => !m.person)
  const persons = measures.filter((m) => m.person)
  const flows = [...new Set(sums.filter((m) => !m.stock).flatMap((m) => m.posted))]
  const stocks = sums.filter((m) => m.stock).map((m) => m.id)
  const [summed, counted] = await Promise.all([
    askSums(
      tx,
      [
        ...periods.map((p) => ({ ...p, org, by: 'total' as const, measures: flows })),
        ...periods.map((p) => ({ ...p, org, from: dayOne, by: 'total' as const, measures: stocks })),
      ],
      undefined,
    ),
    countPersons(
      tx,
      persons.flatMap((m) =>
        periods.map((p) => ({ ...p, org, ...(m.stock && { from: dayOne }), by: 'total' as const, measure: m.id })),
      ),
      undefined,
    ),
  ])
  for (const [i, m] of persons.entries())
    for (const n of periods.keys()) summed[n]?.set(m.id, counted[i * periods.length + n] ?? new Map())
  return (known, n) =>
    partOf(known, (id) => sumOf(summed[known.stock && !known.person ? n + periods.length : n], id, 0))
}
