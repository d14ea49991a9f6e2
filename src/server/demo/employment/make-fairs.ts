import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { employerOn, firstRegistered, type MadeEmployer } from './make-employers.ts'
import { makeIntent, makeLive } from './make-live.ts'
import { type MadePost, makePost, postedBefore } from './make-posts.ts'

/** F029 fairs; F030 positions, each once; F033 those of the association at one event; the posts they stand in and who came. */
const whole = {
  fairs: 326,
  positions: 28_000,
  association: 1_502,
  posts: 3_590,
  associationPosts: 110,
  visitors: 104_000,
}
/** Intentions told at fairs. */
const intentions = 2_800
const event = '2025-03-18'

interface Fair {
  readonly spot: Spot
  readonly event: boolean
  readonly posts: readonly number[]
  readonly association: readonly number[]
  readonly visitors: number
  readonly intents: number
}

/** Head-counts of so many posts; each takes somebody. */
const sizes = (chance: Chance, total: number, many: number) =>
  apportion(
    Math.max(total, many),
    Array.from({ length: many }, () => 0.3 + chance.next()),
    1,
  )

/** What each fair shows and who comes, before anything is made: totals hold over all of them. */
function planFairs(making: Making, chance: Chance): Fair[] {
  const { calendar, scale } = making
  // Posts are on show before a fair, and only a verified employer has some.
  const earliest = calendar.indexOf(firstRegistered) + 2 + postedBefore
  const spots = spotsFor(making, chance, { total: whole.fairs, atBanner: true }).map((spot) => ({
    ...spot,
    day: Math.max(spot.day, earliest),
  }))
  const eventDay = calendar.indexOf(event)
  const ofEvent = new Map<number, Spot>()
  for (const spot of spots) {
    const held = ofEvent.get(spot.area)
    if (!held || Math.abs(spot.day - eventDay) < Math.abs(held.day - eventDay)) ofEvent.set(spot.area, spot)
  }
  const chosen = new Set(ofEvent.values())
  const dated = spots
    .map((spot) => ({ event: chosen.has(spot), spot: chosen.has(spot) ? { ...spot, day: eventDay } : spot }))
    .sort((a, b) => a.spot.day - b.spot.day)
  const shares = (total: number, least: number) =>
    apportion(
      Math.max(Math.round(total * scale), least * dated.length),
      dated.map(() => 0.5 + chance.next()),
      least,
    )
  const perLeague = Math.max(Math.round((whole.associationPosts * scale) / chosen.size), 1)
  const association = sizes(chance, Math.round(whole.association * scale), perLeague * chosen.size)
  const posts = shares(whole.posts, 1)
  const heads = sizes(
    chance,
    Math.round(whole.positions * scale) - association.reduce((a, b) => a + b, 0),
    posts.reduce((a, b) => a + b, 0),
  )
  const visitors = shares(whole.visitors, 8)
  const intents = shares(intentions, 1)
  let next = 0
  let taken = 0
  return dated.map(({ spot, event: of }, i) => {
    const many = posts[i] ?? 1
    const own = heads.slice(next, next + many)
    next += many
    const theirs = of ? association.slice(taken, taken + perLeague) : []
    taken += theirs.length
    return { spot, event: of, posts: own, association: theirs, visitors: visitors[i] ?? 8, intents: intents[i] ?? 1 }
  })
}

/** Fairs in the order of their days, each with its posts, who came, and who would like which post. */
export async function makeFairs(making: Making, employers: ReadonlyMap<number, MadeEmployer[]>): Promise<void> {
  const chance = new Chance(81)
  const women = new Women(making.plan)
  /** Posts of a league still on show. */
  const onShow = new Map<number, MadePost[]>()
  const fairs = planFairs(making, chance)
  const leagues = fairs.filter((fair) => fair.event).length
  let streams = 0
  for (const fair of fairs) {
    const { spot } = fair
    const fresh: MadePost[] = []
    const day = spot.day - postedBefore
    for (const headcount of fair.posts)
      fresh.push(await makePost(making, chance, spot, employerOn(chance, employers, spot, day), { day, headcount }))
    for (const headcount of fair.association)
      fresh.push(
        await makePost(making, chance, spot, employerOn(chance, employers, spot, day), {
          day,
          headcount,
          association: true,
        }),
      )
    const again = (onShow.get(spot.area) ?? []).filter(({ until }) => until >= spot.day && chance.happens(0.15))
    const shown = [...fresh, ...again].slice(0, 300)
    onShow.set(spot.area, fresh)
    const seekers = Array.from({ length: fair.intents }, () => women.take(spot))
    const id = await makeFair(making, chance, fair, shown, seekers)
    for (const person of seekers)
      await makeIntent(making, chance, spot, { person, post: chance.pick(shown).id, channel: 'fair', fair: id })
    if (fair.event) await makeLive(making, chance, spot, { fair: id, shown, women, n: streams++, leagues })
  }
}

async function makeFair(
  making: Making,
  chance: Chance,
  fair: Fair,
  shown: readonly MadePost[],
  seekers: readonly string[],
): Promise<string> {
  const { calendar, filing } = making
  const { place, day } = fair.spot
  const on = calendar.day(day)
  const counted = countedHeads(making, place.code, Math.max(fair.visitors - seekers.length, 1))
  const units = [...new Map(shown.map(({ employer }) => [employer.name, employer])).keys()]
  const stalls = shown.map(({ id, headcount }, n) => ({ post: id, headcount, stall: `A${n + 1}` }))
  const tale = new Tale(calendar, day).after(0, 'hold', { answers: { units: units.length } })
  const results = units.slice(0, 40).map((unit) => {
    const interviews = chance.whole(1, 12)
    const hires = chance.whole(0, Math.ceil(interviews / 3))
    return { unit, cvs: interviews + chance.whole(2, 20), interviews, intentions: Math.ceil(interviews * 0.6), hires }
  })
  tale.after(chance.whole(5, 9), 'collect', { answers: { results } })
  tale.after(chance.whole(50, 80), 'close')
  const { id } = await filing.file({
    programme: 'job-fair',
    org: place.code,
    made: calendar.day(day - 40),
    answers: {
      title: fair.event
        ? `“民企聚力促就业”${place.short}民营企业专场招聘会（演示）`
        : `${place.short}${chance.pick(['“春风送岗”', '巾帼', '“家门口就业”', '女性'])}专场招聘会`,
      heldOn: on,
      place: `${place.short}${chance.pick(['会展中心', '文化广场', '人力资源市场'])}`,
      coHosts: '人力资源和社会保障局',
      licence: `${place.short}公共就业服务机构（演示许可）`,
      expected: fair.visitors + 50,
      plan: true,
      emergencyPlan: true,
      safetyPlan: true,
    },
    steps: [
      { action: 'approve', on: calendar.day(day - 30) },
      { action: 'announce', on: calendar.day(day - 28) },
      { action: 'show', on: calendar.day(day - 10), answers: { stalls } },
      { action: 'attend', on, attendance: seekers.map((person) => ({ person, minutes: null })) },
      { action: 'heads', on, heads: [counted.heads] },
      ...tale.steps,
    ],
  })
  counted.attach(id)
  return id
}
