import { halfYearsAround } from '../../../core/half-year.ts'
import { divisionOf, levelSpan } from '../../../core/org-code.ts'
import { firstDayOf, lastDayOf, monthOf, type Period } from '../../../core/period.ts'
import type { MeasureInfo } from '../data/measures.ts'
import type { Me } from '../data/session.ts'

/** Whether the server tells this reader a figure by closed half-years and from banner level up only: she does not handle what it counts. */
export function isGuarded(measure: MeasureInfo, me: Pick<Me, 'post' | 'menu'>, org: number): boolean {
  if (!measure.confidential) return false
  const handles =
    me.post !== null &&
    divisionOf(me.post.org.code) === divisionOf(org) &&
    me.menu.some((entry) => entry.programme === measure.programme)
  return org % levelSpan.league === 0 || !handles
}

/** The period to ask for: the one wanted, or the half-years (of the region the months) around it where nothing less is told. */
export function periodToAsk(measure: MeasureInfo, me: Pick<Me, 'post' | 'menu'>, org: number, wanted: Period): Period {
  const { from, to } = wanted
  if (measure.kind === 'stock' || !isGuarded(measure, me, org)) return { from, to }
  if (org % levelSpan.region !== 0) return halfYearsAround({ from, to })
  return { from: firstDayOf(monthOf(from)), to: lastDayOf(monthOf(to)) }
}

/** Whether the figure of an organisation is this reader's to see at all. */
export function isTold(measure: MeasureInfo, me: Pick<Me, 'post' | 'menu'>, org: number): boolean {
  return org % levelSpan.banner === 0 || !isGuarded(measure, me, org)
}
