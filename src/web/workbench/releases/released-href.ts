import type { ReleasedFigure } from '../../../core/api/releases.ts'
import { viewHref } from '../figures/view.ts'

/** The Figures view of a released number at its moment. A stock stands on a day: its view begins with the year. */
export const releasedHref = ({ measure, org, from, to }: ReleasedFigure, asOf: string): string =>
  viewHref({ measure, org: org.code, from: from === '0001-01-01' ? `${to.slice(0, 4)}-01-01` : from, to, asOf })
