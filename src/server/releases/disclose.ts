import { levelSpan } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { getMeasure } from '../figures/catalogue.ts'
import { isFew } from '../figures/hold-back.ts'
import type { Taken } from './take-figures.ts'

/** What a figure tells: itself, or both parts of a rate and what is between them. */
const numbersIn = ({ value, numerator, denominator }: Taken): number[] =>
  value !== null ? [value] : [numerator ?? 0, denominator ?? 0, (denominator ?? 0) - (numerator ?? 0)]

/**
 * Of a confidential measure only whole years of the region leave the house, and no small number of them: years do not
 * overlap, and there is no part to take off a whole (decision 0010). Refuses 'release-whole-years' and 'release-reveals'.
 */
export function refuseRevealing(figures: readonly Taken[]): void {
  for (const figure of figures) {
    const known = getMeasure(figure.measure)
    if (!known.programme.confidential) continue
    const { org, from, to, definition } = figure
    const values = { label: definition.label.zh }
    const year = to.slice(0, 4)
    const whole = to === `${year}-12-31` && (known.stock || from === `${year}-01-01`)
    if (!whole || org.code % levelSpan.region !== 0)
      throw new Refusal('release-whole-years', { field: 'figures', values })
    if (numbersIn(figure).some(isFew)) throw new Refusal('release-reveals', { field: 'figures', values })
  }
}
