import type { Chance } from '../chance.ts'
import { madeCreditCode } from '../made-credit-code.ts'
import type { Making } from '../making.ts'
import { madeName } from '../names.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { employerNames, employerTails } from './words.ts'

/** No article numbers them. */
const total = 1_400

/** The first of each league is registered on this day, and verified within two. */
export const firstRegistered = '2023-01-04'

export interface MadeEmployer {
  readonly id: string
  readonly name: string
  readonly spot: Spot
  /** Days of the calendar it was verified on and stopped being so. */
  readonly from: number
  readonly until: number
}

/** Employers, verified and verified again before each half-year is over; one in ten let it lapse. The first of a league is old. */
export async function makeEmployers(making: Making, chance: Chance): Promise<ReadonlyMap<number, MadeEmployer[]>> {
  const { calendar, filing } = making
  const early = calendar.indexOf(firstRegistered)
  const spots = spotsFor(making, chance, { total, atBanner: true, until: 40 })
  const seen = new Set<number>()
  const dated = spots.map((spot) => {
    const first = !seen.has(spot.area)
    seen.add(spot.area)
    return { spot, first, day: first ? early : spot.day - Math.floor((spot.day - early) * 0.7) }
  })
  const made = new Map<number, MadeEmployer[]>()
  for (const [i, { spot, first, day }] of dated.sort((a, b) => a.day - b.day).entries()) {
    const [word, industry] = chance.pick(employerNames)
    const name = `${spot.place.short}${word}${chance.pick(employerTails)}（演示）`
    const on = calendar.day(day)
    const said = { checked: '看过营业执照原件、来人身份证和授权书', clean: true }
    const tale = new Tale(calendar, day).after(chance.whole(1, 2), 'verify', { answers: said })
    const from = tale.at
    const lapses = !first && chance.happens(0.1)
    const last = lapses ? chance.whole(0, 3) : Number.POSITIVE_INFINITY
    let until = Number.POSITIVE_INFINITY
    for (let n = 0; tale.told; n++) {
      if (n >= last) {
        until = tale.at + tale.months(6)
        // A legal term that ends on a holiday ends on the next working day: a fortnight covers the longest.
        tale.after(tale.months(6) + 12, 'lapse')
        break
      }
      tale.after(chance.whole(160, 176), 'recheck', { answers: said })
    }
    const { id } = await filing.file({
      programme: 'employer',
      org: spot.place.code,
      made: on,
      answers: {
        name,
        registeredOn: on,
        uscc: madeCreditCode(`91${Math.floor(spot.banner / 1e10)}MADEM${String(i).padStart(4, '0')}`),
        industry,
        size: chance.pick(['micro', 'small', 'small', 'large']),
        association: i % 6 === 0,
        address: `${spot.place.short}工业路${chance.whole(1, 200)}号`,
        contact: madeName(chance, spot.area, 'female'),
        phone: `169${String(70_000_000 + i).padStart(8, '0')}`,
      },
      steps: tale.steps,
    })
    made.set(spot.area, [...(made.get(spot.area) ?? []), { id, name, spot, from, until }])
  }
  return made
}

/** One of the league who is verified on a day; her own banner's before others. */
export function employerOn(
  chance: Chance,
  employers: ReadonlyMap<number, readonly MadeEmployer[]>,
  { area, banner }: Pick<Spot, 'area' | 'banner'>,
  day: number,
): MadeEmployer {
  const there = (employers.get(area) ?? []).filter(({ from, until }) => from <= day && day < until)
  const near = there.filter(({ spot }) => spot.banner === banner)
  return chance.pick(near.length > 0 ? near : there)
}
