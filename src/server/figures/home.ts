import type { ResponseOf } from '../../core/api/contract.ts'
import type { getHomeFigures } from '../../core/api/figures.ts'
import { todayInShanghai } from '../../core/day.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { type Known, knownMeasures, measureRowOf, opensRecords } from './catalogue.ts'
import { askMany } from './many.ts'
import { readMoment } from './moment.ts'
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
  const lastYear = { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  const [org, { watermark, asOf }, told] = await Promise.all([
    getScope(tx, actor.org),
    readMoment(tx, undefined),
    askMany(tx, actor.org, mine, [period, lastYear]),
  ])
  const isClosed = (m: Known) => isGuarded(actor, m, actor.org) && isToldByHalfYear(actor.org)
  return {
    org,
    ...period,
    asOf,
    watermark,
    items: mine.map((m) => {
      const row = measureRowOf(m, actor.language)
      return {
        measure: m.id,
        programme: row.programme,
        label: row.label,
        unit: row.unit,
        unitLabel: row.unitLabel,
        kind: m.kind,
        // Told by half-years elsewhere (decision 0009): here it would move with every case.
        ...(isClosed(m) ? hide(told(m, 0)) : told(m, 0)),
        previous: isClosed(m) ? null : told(m, 1).value,
      }
    }),
  }
}
