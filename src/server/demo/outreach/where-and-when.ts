import { levelSpan, type OrgCode } from '../../../core/org-code.ts'
import type { Making } from '../making.ts'

/** The region's own organisation. */
export const regionOf = ({ plan }: Making): OrgCode => {
  const area = plan.offices[0]?.area ?? 0
  return (area - (area % 100)) * levelSpan.league
}

export const areasOf = ({ plan }: Making): number[] => [...new Set(plan.offices.map(({ area }) => area))]

/** The newest day of a year (MM-DD) that is so long ago. */
export function lastDay({ calendar }: Making, monthDay: string, ago: number): number {
  const year = Number(calendar.day(calendar.today).slice(0, 4))
  const day = calendar.indexOf(`${year}-${monthDay}`)
  return day + ago <= calendar.today ? day : calendar.indexOf(`${year - 1}-${monthDay}`)
}
