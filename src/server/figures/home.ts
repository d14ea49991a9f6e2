import type { ResponseOf } from '../../core/api/contract.ts'
import type { getHomeFigures } from '../../core/api/figures.ts'
import { todayInShanghai } from '../../core/day.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { askSums, countPersons, dayOne } from './ask.ts'
import { type Known, knownMeasures, measureRowOf, opensRecords } from './catalogue.ts'
import { readMoment } from './moment.ts'
import { partOf, sumOf } from './part.ts'
import { getScope, isGuarded } from './scope.ts'
import { isToldByHalfYear } from './told.ts'
import { hide } from './told-figure.ts'

/**
 * What the post's own organisation has to show this year, beside the whole of last year: every measure of the programmes
 * its role may see. Four statements at once, however many measures there are.
 */
export async function getHome(
  tx: Tx,
  actor: Actor,
  year = Number(todayInShanghai(new Date()).slice(0, 4)),
): Promise<ResponseOf<typeof getHomeFigures>> {
  const mine = knownMeasures(actor.org).filter((m) => opensRecords(m, actor))
  const period = { from: `${year}-01-01`, to: `${year}-12-31` }
  const years = [period, { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }]
  const sums = mine.filter((m) => !m.person)
  const persons = mine.filter((m) => m.person)
  const flows = [...new Set(sums.filter((m) => !m.stock).flatMap((m) => m.posted))]
  const stocks = sums.filter((m) => m.stock).map((m) => m.id)
  const [org, { watermark, asOf }, answers, counted] = await Promise.all([
    getScope(tx, actor.org),
    readMoment(tx, undefined),
    askSums(
      tx,
      [
        ...years.map((y) => ({ org: actor.org, ...y, by: 'total' as const, measures: flows })),
        ...years.map((y) => ({ org: actor.org, ...y, from: dayOne, by: 'total' as const, measures: stocks })),
      ],
      undefined,
    ),
    countPersons(
      tx,
      persons.flatMap((m) =>
        years.map((y) => ({
          org: actor.org,
          ...y,
          ...(m.stock ? { from: dayOne } : {}),
          by: 'total' as const,
          measure: m.id,
        })),
      ),
      undefined,
    ),
  ])
  for (const [i, m] of persons.entries()) {
    for (const year of [0, 1]) answers[year]?.set(m.id, counted[i * 2 + year] ?? new Map())
  }
  const isClosed = (m: Known) => isGuarded(actor, m, actor.org) && isToldByHalfYear(actor.org)
  return {
    org,
    ...period,
    asOf,
    watermark,
    items: mine.map((m) => {
      const at = m.stock && !m.person ? 2 : 0
      const row = measureRowOf(m, actor.language)
      const part = partOf(m, (id) => sumOf(answers[at], id, 0))
      return {
        measure: m.id,
        programme: row.programme,
        label: row.label,
        unit: row.unit,
        unitLabel: row.unitLabel,
        kind: m.kind,
        // Told by half-years elsewhere (decision 0009): here it would move with every case.
        ...(isClosed(m) ? hide(part) : part),
        previous: isClosed(m) ? null : partOf(m, (id) => sumOf(answers[at + 1], id, 0)).value,
      }
    }),
  }
}
