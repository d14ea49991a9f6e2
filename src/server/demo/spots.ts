import type { OrgCode } from '../../core/org-code.ts'
import type { Chance } from './chance.ts'
import type { Making } from './making.ts'
import type { Office, Place } from './places.ts'
import { homes, overOffices, placeOf, showBanner } from './plan.ts'

/** Where and when one record is made. */
export interface Spot {
  readonly place: Place
  readonly banner: OrgCode
  readonly area: number
  /** Of the calendar. */
  readonly day: number
}

export interface SpotWish {
  /** At scale 1; in a smaller demo its share, one a league at least. */
  readonly total: number
  readonly weigh?: (office: Office) => number
  /** Banners keep it, not their townships. */
  readonly atBanner?: boolean
  /** Until how many days before today. */
  readonly until?: number
  /** Only in the year of the campaigns, or only before it. */
  readonly campaign?: 'in' | 'before'
}

/** So long before the last day: what the demo banner has under way, the newest few of each kind. */
const lately = [2, 7, 0, 16]

/**
 * Spreads records over the region and the years, in the order of their days. The demo banner's last few are of these days,
 * so that her desks have work before them.
 */
export function spotsFor({ plan, calendar, scale }: Making, chance: Chance, wish: SpotWish): Spot[] {
  const { total, weigh = homes, atBanner = false, until = 0, campaign } = wish
  const { from: start, until: end } = calendar.campaign
  const newest = { in: end, before: start - 1, any: calendar.today - until }[campaign ?? 'any']
  const last = Math.min(newest, calendar.worked)
  const spots = overOffices(chance, Math.round(total * scale), plan.offices, weigh, scale)
    .flatMap((many, office) => Array.from({ length: many }, () => office))
    .map((office) => {
      const at = plan.offices[office]
      const place = placeOf(plan.offices, office)
      const banner = at?.banner ?? place.code
      return {
        place: atBanner
          ? { ...place, code: banner, level: 'banner' as const, short: at?.bannerName ?? place.short }
          : place,
        banner,
        area: at?.area ?? 0,
        day: calendar.busyDay(chance, last, campaign === 'in' ? start : undefined),
      }
    })
  const shown =
    campaign === 'before' || until > 2
      ? []
      : spots.filter(({ banner }) => banner === showBanner).slice(0, lately.length)
  const dayOf = (spot: Spot) => {
    const back = lately[shown.indexOf(spot)]
    return back === undefined ? spot.day : last - back
  }
  return spots.map((spot) => ({ ...spot, day: dayOf(spot) })).sort((a, b) => a.day - b.day)
}
