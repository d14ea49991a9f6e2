import type { Calendar } from './calendar.ts'
import { Chance } from './chance.ts'
import type { Office, Place } from './places.ts'
import { apportion, scatter } from './spread.ts'

/** What exists at scale 1: the articles' figures (domain/figures.csv F013, F014, F036, F037, F046, F098–F101). */
const whole = {
  evenings: 3_201,
  attendances: 882_460,
  rooms: 1_052,
  settled: 9_915,
  teams: 6_812,
  volunteers: 346_800,
  sessions: 854_700,
  serving: 10_000,
  served: 27_013_500,
}
const signingEach = 8
/** Pages of this banner are to look alive in a small demo too: it gets more than its share. */
export const showBanner = 152921_0000000000
const showTownships: readonly number[] = [152921110_0000000, 152921112_0000000]

export interface TeamPlan {
  readonly index: number
  readonly office: number
  readonly place: Place
  readonly setUp: number
  readonly fate: 'active' | 'dormant' | 'dissolved' | 'applied'
  /** Made persons first … first + members − 1: registered ones in the order they joined, then those who left, then applicants. */
  first: number
  registered: number
  left: number
  applied: number
  sessions: number
  /** So many of its first members sign in at its sessions; where none does, a sheet is kept. */
  signing: number
}

export interface EveningPlan {
  readonly office: number
  readonly place: Place
  readonly day: number
  readonly way: 'list' | 'sheet' | 'estimate'
  size: number
}

export interface CasePlan {
  readonly office: number
  readonly place: Place
  readonly outcome: 'settled' | 'failed' | 'refused' | 'blocked' | 'applied' | 'accepted' | 'mediating'
}

/** The people near an office who may sign in at its evenings. */
export interface Pool {
  first: number
  size: number
}

export interface Plan {
  readonly offices: readonly Office[]
  readonly rooms: readonly number[]
  readonly teams: readonly TeamPlan[]
  readonly evenings: readonly EveningPlan[]
  readonly cases: readonly CasePlan[]
  readonly pools: readonly Pool[]
  readonly served: number
  /** Women who serve or come; two parties for each case follow them. */
  readonly women: number
  /** Single men of each league, by area, for 婚恋服务: they follow the parties of the cases. */
  readonly men: ReadonlyMap<number, Pool>
  readonly people: number
}

/** Totals over the leagues in proportion, at least one each, and evenly over the offices of each league. */
export function overOffices(
  chance: Chance,
  total: number,
  offices: readonly Office[],
  weightOf: (office: Office) => number,
  scale: number,
  most = 8,
): number[] {
  const boost = Math.min(Math.max(0.2 / scale, 1), most)
  const showing = ({ banner, place }: Office) =>
    banner !== showBanner ? 1 : showTownships.includes(place.code) ? boost * Math.min(boost, 4) : boost
  const weights = offices.map((o) => weightOf(o) * showing(o))
  const areas = [...new Set(offices.map((o) => o.area))]
  const sums = areas.map((area) => offices.reduce((sum, o, i) => sum + (o.area === area ? (weights[i] ?? 0) : 0), 0))
  const parts = apportion(Math.max(total, areas.length), sums, 1)
  return areas.flatMap((area, a) =>
    scatter(
      chance,
      parts[a] ?? 0,
      weights.filter((_, i) => offices[i]?.area === area),
    ),
  )
}

export const homes = (office: Office) => (office.place.level === 'banner' ? 4 : office.villages.length + 2)
const repeat = (counts: readonly number[]) =>
  counts.flatMap((n, office) => Array.from({ length: n }, (_, k) => ({ office, k })))

/** What is made where, and how many, before anything is made. The same scale and day give the same plan. */
export function planDemo(offices: readonly Office[], calendar: Calendar, scale: number): Plan {
  const chance = new Chance(1529)
  const many = (n: number) => Math.round(n * scale)
  const rooms = planRooms(chance, offices, many(whole.rooms))
  const teams = planTeams(chance, offices, calendar, many(whole.teams), scale)
  const serving = teams.filter((t) => t.fate !== 'applied')
  const registered = scatter(
    chance,
    Math.max(many(whole.volunteers), serving.length),
    serving.map(() => 0.5 + chance.next()),
  )
  const sessions = scatter(
    chance,
    Math.max(many(whole.sessions), serving.length),
    serving.map((t) => (t.fate === 'active' ? 0.4 + chance.next() : 0.1)),
  )
  serving.forEach((team, i) => {
    team.registered = registered[i] ?? 0
    team.sessions = sessions[i] ?? 0
    team.left = Math.floor(team.registered * 0.015 + chance.next())
    team.applied = chance.happens(Math.max(0.03, 0.003 / scale)) ? 1 : 0
  })
  planSigning(teams, many(whole.serving))
  const evenings = planEvenings(chance, offices, calendar, many(whole.evenings), many(whole.attendances), scale)
  const { pools, women } = layPeople(offices, teams, evenings)
  const areas = [...new Set(offices.map((o) => o.area))]
  const bachelors = many(800) + 12
  const cases = planCases(chance, offices, many(whole.settled), scale)
  return {
    offices,
    rooms,
    teams,
    evenings,
    cases,
    pools,
    women,
    served: many(whole.served),
    men: new Map(areas.map((area, i) => [area, { first: women + 2 * cases.length + i * bachelors, size: bachelors }])),
    people: women + 2 * cases.length + areas.length * bachelors,
  }
}

/** One room a township or street, first where they are real ones. */
function planRooms(chance: Chance, offices: readonly Office[], total: number): number[] {
  const townships = offices.flatMap((o, i) => (o.place.level === 'township' ? [i] : []))
  const weights = townships.map((i) => (offices[i]?.place.quasi ? 0.15 : 1))
  const asked = Math.max(total, new Set(offices.map((o) => o.area)).size)
  const real = townships.filter((_, t) => weights[t] === 1)
  if (asked >= real.length)
    return [...real, ...townships.filter((_, t) => weights[t] !== 1).slice(0, asked - real.length)]
  const counts = overOffices(
    chance,
    asked,
    real.flatMap((i) => offices[i] ?? []),
    () => 1,
    1,
  )
  const chosen = real.filter((_, t) => (counts[t] ?? 0) > 0)
  // The first demo township has one, in place of another of its league.
  const shown = real.find((i) => offices[i]?.place.code === showTownships[0])
  if (shown === undefined || chosen.includes(shown)) return chosen
  const instead = chosen.find((i) => offices[i]?.area === offices[shown]?.area)
  return chosen.map((i) => (i === instead ? shown : i)).sort((a, b) => a - b)
}

function planTeams(
  chance: Chance,
  offices: readonly Office[],
  calendar: Calendar,
  total: number,
  scale: number,
): TeamPlan[] {
  const counts = overOffices(chance, total, offices, homes, scale)
  const fateOf = (): TeamPlan['fate'] => (chance.happens(0.04) ? 'dormant' : 'active')
  const listed = repeat(counts).map(({ office, k }) => ({ office, k, fate: fateOf() }))
  // Beside those that are registered today: some dissolved since, some not approved yet.
  const others = listed
    .filter(() => chance.happens(0.025))
    .map(({ office, k }) => ({
      office,
      k: k + 1,
      fate: chance.happens(0.7) ? ('dissolved' as const) : ('applied' as const),
    }))
  return [...listed, ...others]
    .sort((a, b) => a.office - b.office)
    .map(({ office, k, fate }, index) => {
      const seats = seatsOf(offices, office)
      const setUp =
        fate === 'applied'
          ? calendar.today - chance.whole(0, 6)
          : calendar.indexOf('2016-03-08') + chance.whole(0, 2900)
      return {
        index,
        office,
        place: seats[k % seats.length] ?? placeOf(offices, office),
        setUp,
        fate,
        first: 0,
        registered: 0,
        left: 0,
        applied: 0,
        sessions: 0,
        signing: 0,
      }
    })
}

/** Who signs in, a few women of each of some teams: the 万名 of F046. */
function planSigning(teams: readonly TeamPlan[], total: number): void {
  const able = teams.filter((t) => t.fate === 'active' && t.registered >= signingEach)
  const chosen = scatter(
    new Chance(1530),
    Math.min(Math.ceil(total / signingEach), able.length),
    able.map(() => 1),
  )
  let left = total
  able.forEach((team, i) => {
    if (!chosen[i]) return
    team.signing = Math.min(signingEach, left)
    left -= team.signing
  })
}

export const placeOf = (offices: readonly Office[], office: number): Place => {
  const found = offices[office]
  if (!found) throw new Error(`no office ${office}`)
  return found.place
}
const seatsOf = (offices: readonly Office[], office: number) => [
  placeOf(offices, office),
  ...(offices[office]?.villages ?? []),
]

function planEvenings(
  chance: Chance,
  offices: readonly Office[],
  calendar: Calendar,
  total: number,
  people: number,
  scale: number,
): EveningPlan[] {
  const counts = overOffices(chance, total, offices, (o) => (o.place.level === 'banner' ? 14 : homes(o)), scale, 14)
  const evenings = repeat(counts).map(({ office }): EveningPlan => {
    const seats = seatsOf(offices, office)
    const place = chance.happens(0.65) ? placeOf(offices, office) : chance.pick(seats)
    const way = chance.next()
    return {
      office,
      place,
      day: calendar.busyDay(chance),
      way: way < 0.42 ? 'list' : way < 0.85 ? 'sheet' : 'estimate',
      size: 0,
    }
  })
  const share = { region: 4, league: 4, banner: 2.6, township: 1, village: 0.35 }
  const sizes = apportion(
    people,
    evenings.map((e) => share[e.place.level] * (0.6 + 0.8 * chance.next())),
    Math.min(12, Math.floor(people / (evenings.length * 2))),
  )
  evenings.forEach((evening, i) => {
    evening.size = sizes[i] ?? 0
  })
  return evenings
}

/**
 * Numbers the people office by office. Who comes to an evening comes from the banner: its members, and where they are too
 * few others, who belong to the banner's first office.
 */
function layPeople(
  offices: readonly Office[],
  teams: readonly TeamPlan[],
  evenings: readonly EveningPlan[],
): { pools: Pool[]; women: number } {
  const pools = offices.map((): Pool => ({ first: 0, size: 0 }))
  const bannerOf = (office: number) => offices[office]?.banner ?? 0
  const sumBy = new Map<number, number>()
  for (const t of teams)
    sumBy.set(bannerOf(t.office), (sumBy.get(bannerOf(t.office)) ?? 0) + t.registered + t.left + t.applied)
  const needed = new Map<number, number>()
  for (const { office, size, way } of evenings) {
    if (way === 'list') needed.set(bannerOf(office), Math.max(needed.get(bannerOf(office)) ?? 0, Math.ceil(size * 1.1)))
  }
  let next = 0
  let team = 0
  pools.forEach((pool, office) => {
    const banner = bannerOf(office)
    pool.first = next
    for (let plan = teams[team]; plan?.office === office; plan = teams[++team]) {
      plan.first = next
      next += plan.registered + plan.left + plan.applied
    }
    if (banner !== bannerOf(office - 1)) next += Math.max(0, (needed.get(banner) ?? 0) - (sumBy.get(banner) ?? 0))
    pool.size = next - pool.first
  })
  return { pools, women: next }
}

/** So many people or more around an office, none from outside its banner. */
export function poolAround({ offices, pools }: Pick<Plan, 'offices' | 'pools'>, office: number, wanted: number): Pool {
  const banner = offices[office]?.banner
  let low = office
  let high = office
  const sizeOf = () => (pools[high]?.first ?? 0) + (pools[high]?.size ?? 0) - (pools[low]?.first ?? 0)
  while (sizeOf() < wanted) {
    const below = offices[low - 1]?.banner === banner
    const above = offices[high + 1]?.banner === banner
    if (!below && !above) break
    if (above) high++
    if (below) low--
  }
  return { first: pools[low]?.first ?? 0, size: sizeOf() }
}

function planCases(chance: Chance, offices: readonly Office[], settled: number, scale: number): CasePlan[] {
  const counts = overOffices(chance, settled, offices, (o) => (o.place.level === 'banner' ? 14 : homes(o)), scale)
  const beside: readonly (readonly [CasePlan['outcome'], number])[] = [
    ['failed', 0.085],
    ['refused', 0.05],
    ['blocked', 0.014],
    ['applied', 0.006],
    ['accepted', 0.009],
    ['mediating', 0.014],
  ]
  return repeat(counts).flatMap(({ office }): CasePlan[] => {
    const place = placeOf(offices, office)
    const extra = beside.filter(([, share]) => chance.happens(share)).map(([outcome]) => ({ office, place, outcome }))
    return [{ office, place, outcome: 'settled' }, ...extra]
  })
}
