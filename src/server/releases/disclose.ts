import type { Day } from '../../core/day.ts'
import { levelSpan, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { getMeasure, type Known } from '../figures/catalogue.ts'
import { isFew } from '../figures/hold-back.ts'
import type { Taken } from './take-figures.ts'

/** What a figure tells: itself, or both parts of a rate and what is between them. */
const numbersIn = ({ value, numerator, denominator }: Pick<Taken, 'value' | 'numerator' | 'denominator'>): number[] =>
  value !== null ? [value] : [numerator ?? 0, denominator ?? 0, (denominator ?? 0) - (numerator ?? 0)]

interface Asked {
  readonly org: OrgCode
  readonly from: Day
  readonly to: Day
}

/** Whether a figure of these days may leave the house at all: of a confidential measure, whole years of the region. */
export function mayLeave(known: Known, { org, from, to }: Asked): boolean {
  if (!known.programme.confidential) return true
  const year = to.slice(0, 4)
  return to === `${year}-12-31` && (known.stock || from === `${year}-01-01`) && org % levelSpan.region === 0
}

/** Whether it is so small that it may not, being confidential. */
export const isTooFew = (known: Known, numbers: Pick<Taken, 'value' | 'numerator' | 'denominator'>): boolean =>
  known.programme.confidential && numbersIn(numbers).some(isFew)

/**
 * Of a confidential measure only whole years of the region leave the house, and no small number of them: years do not
 * overlap, and there is no part to take off a whole (decision 0010). Refuses 'release-whole-years' and 'release-reveals'.
 */
export function refuseRevealing(figures: readonly Taken[]): void {
  for (const figure of figures) {
    const known = getMeasure(figure.measure)
    const { org, from, to, definition } = figure
    const values = { label: definition.label.zh }
    if (!mayLeave(known, { org: org.code, from, to }))
      throw new Refusal('release-whole-years', { field: 'figures', values })
    if (isTooFew(known, figure)) throw new Refusal('release-reveals', { field: 'figures', values })
  }
}
