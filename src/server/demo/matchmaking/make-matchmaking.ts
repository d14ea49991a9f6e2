import { levelSpan, type OrgCode } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import { madeId } from '../made-id.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

/**
 * F015, F016; F017 as 牵手, with 恋爱 and 登记 beside it under their own measures; F018 twelve venues; F019 and C14: 298 couples
 * came, 309 were confirmed, 326 applied.
 */
const whole = {
  events: 402,
  attendances: 40_060,
  pairs: 2_012,
  profiles: 600,
  applied: 326,
  confirmed: 309,
  attended: 298,
  reports: 24,
  takedowns: 36,
}
const shares = { dating: 0.4, married: 0.16 }
const troubles = [
  ['harassment', '活动散了以后一直发消息，说过不要再联系还是发。', '承认发过，答应不再联系。'],
  ['money', '见过两次面就开口借钱，说周转几天。', '说是一时手紧，钱没有借成。'],
] as const
const titles = ['爱在草原', '相约七夕', '情定金秋', '缘来是你', '遇见有缘人']
const words = '喜欢草原和音乐，性格安静，想找个踏实顾家的人一起过日子。'

/** A couple that came on the day, for the clothing subsidy. */
export interface CameCouple {
  readonly id: string
  readonly org: OrgCode
  readonly two: readonly { readonly person: string; readonly role: string }[]
  /** Of the calendar. */
  readonly day: number
}

/** 婚恋服务: profiles, events with their head-counts, couples, and one group wedding at a venue of each league; gives who came to it. */
export async function makeMatchmaking(making: Making): Promise<CameCouple[]> {
  const chance = new Chance(62)
  const people = new People(making)
  await makeProfiles(making, chance, people)
  const events = await makeEvents(making, chance)
  await makeCouples(making, chance, people, events)
  const came = await makeWeddings(making, chance, people)
  await makeReports(making, chance)
  await makeTakedowns(making, new Chance(63))
  return came
}

async function makeReports(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place, day } of spotsFor(making, chance, { total: whole.reports, atBanner: true })) {
    const on = calendar.day(day)
    const [trouble, what, said] = chance.pick(troubles)
    await filing.file({
      programme: 'match-report',
      org: place.code,
      made: on,
      answers: { from: 'event', reportedOn: on, trouble, what },
      steps: new Tale(calendar, day)
        .after(0, 'inform', { answers: { told: true } })
        .after(1, 'hear', { answers: { said } })
        .after(1, 'uphold', { reason: '双方说法和聊天记录对得上，已停止服务' }).steps,
    })
  }
}

/** Women and single men of a league, each given once. */
class People {
  private readonly women: Women
  private readonly men: Making['plan']['men']
  private readonly next = new Map<number, number>()

  constructor({ plan }: Making) {
    this.women = new Women(plan)
    this.men = plan.men
  }

  woman(spot: Spot): string {
    return this.women.take(spot)
  }

  man({ area }: Spot): string {
    const pool = this.men.get(area)
    const at = this.next.get(area) ?? 0
    if (!pool || at >= pool.size) throw new Error(`no man left in ${area}`)
    this.next.set(area, at + 1)
    return madeId('person', pool.first + at)
  }

  two(spot: Spot): { person: string; role: string }[] {
    return [this.woman(spot), this.man(spot)].map((person) => ({ person, role: 'one' }))
  }
}

async function makeProfiles(making: Making, chance: Chance, people: People): Promise<void> {
  const { calendar, filing } = making
  for (const [i, spot] of spotsFor(making, chance, { total: whole.profiles, atBanner: true, until: 3 }).entries()) {
    const woman = i % 2 === 0
    const on = calendar.day(spot.day)
    const tale = new Tale(calendar, spot.day).after(0, 'verify').after(0, 'state', {
      answers: {
        marital: chance.pick(['never', 'never', 'divorced']),
        proof: 'signed',
        poolAgreed: true,
        followAgreed: true,
      },
    })
    tale.after(2, 'review')
    const port = i % 3 === 0 && tale.told
    if (port) sendToPlatform(tale, chance)
    if (i % 5 === 4) tale.after(chance.whole(30, 200), 'pause')
    await filing.file({
      programme: 'single-profile',
      org: spot.place.code,
      made: on,
      answers: {
        name: `${chance.pick(['晨风', '云朵', '白桦', '小鹿', '星河', '格桑'])}${(i % 90) + 10}`,
        person: woman ? people.woman(spot) : people.man(spot),
        joinedOn: on,
        sex: woman ? 'woman' : 'man',
        bornOn: `${chance.whole(1988, 1999)}-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}`,
        education: chance.pick(['college', 'bachelor', 'middle']),
        words,
      },
      steps: tale.steps,
    })
  }
}

/** Consent, the list of the week and the platform's receipt. */
function sendToPlatform(tale: Tale, chance: Chance): void {
  tale
    .after(chance.whole(1, 5), 'agreePort', {
      answers: { portAgreed: true, portShares: ['born', 'education', 'words'] },
    })
    .after(chance.whole(2, 7), 'handOver')
    .after(chance.whole(5, 12), 'portTaken', { answers: { reference: `PT${chance.whole(100_000, 999_999)}（演示）` } })
}

/** Some whose consent was withdrawn or who left: their own profiles are gone, what is left is the platform's confirmation. */
async function makeTakedowns({ calendar, filing, ...making }: Making, chance: Chance): Promise<void> {
  const wish = { total: whole.takedowns, atBanner: true }
  for (const [i, { place, day }] of spotsFor({ calendar, filing, ...making }, chance, wish).entries())
    await filing.file({
      programme: 'profile-takedown',
      org: place.code,
      made: calendar.day(day),
      answers: {
        why: i % 3 === 0 ? 'left' : 'withdrawn',
        openedOn: calendar.day(day),
        handedOn: calendar.day(day - chance.whole(60, 200)),
        shown: `${chance.pick(['晨风', '云朵', '白桦'])}${(i % 90) + 10}`,
        reference: `PT${chance.whole(100_000, 999_999)}（演示）`,
      },
      steps: new Tale(calendar, day)
        .after(chance.whole(0, 2), 'ask', { answers: { way: 'account' } })
        .after(chance.whole(3, 12), 'confirm', { answers: { seen: 'written' } }).steps,
    })
}

async function makeEvents(making: Making, chance: Chance): Promise<{ id: string; spot: Spot }[]> {
  const { calendar, filing, scale } = making
  const spots = spotsFor(making, chance, { total: whole.events, atBanner: true })
  const sizes = apportion(
    Math.max(Math.round(whole.attendances * scale), 4 * spots.length),
    spots.map(() => 0.5 + chance.next()),
    1,
  )
  const events: { id: string; spot: Spot }[] = []
  for (const [i, spot] of spots.entries()) {
    const on = calendar.day(spot.day)
    const counted = countedHeads(making, spot.place.code, sizes[i] ?? 1)
    const { id } = await filing.file({
      programme: 'match-event',
      org: spot.place.code,
      made: calendar.day(spot.day - 30),
      answers: {
        title: `${spot.place.short}“${chance.pick(titles)}”交友活动`,
        heldOn: on,
        place: `${spot.place.short}文化馆`,
        men: 50,
        women: 50,
        ageFrom: 22,
        ageTo: 40,
        safetyPlan: true,
        noAlcohol: true,
        free: true,
      },
      steps: [
        { action: 'approve', on: calendar.day(spot.day - 25) },
        { action: 'heads', on, heads: [counted.heads] },
        { action: 'hold', on },
        { action: 'match', on },
      ],
    })
    counted.attach(id)
    events.push({ id, spot })
  }
  return events
}

/** Pairs of each event in turn; every league has one that goes on. */
async function makeCouples(
  making: Making,
  chance: Chance,
  people: People,
  events: readonly { id: string; spot: Spot }[],
): Promise<void> {
  const { calendar, filing, scale } = making
  const total = Math.max(Math.round(whole.pairs * scale), events.length)
  const counts = apportion(
    total,
    events.map(() => 0.5 + chance.next()),
    1,
  )
  for (const [i, { id, spot }] of events.entries())
    for (let n = 0; n < (counts[i] ?? 0); n++) {
      const tale = new Tale(calendar, spot.day)
      const [dates, marries] = [chance.happens(shares.dating), chance.happens(shares.married / shares.dating)]
      if (dates) tale.after(chance.whole(30, 70), 'date')
      tale.after(chance.whole(5, 15), 'ask', {
        answers: { said: dates ? 'well' : chance.pick(['private', 'apart', 'away']) },
      })
      if (dates && marries) tale.after(chance.whole(20, 90), 'register')
      else if (dates)
        for (const days of [chance.whole(80, 90), chance.whole(150, 180)])
          tale.after(days, 'ask', { answers: { said: 'well' } })
      else tale.after(chance.whole(20, 60), 'end')
      await filing.file({
        programme: 'couple',
        org: spot.place.code,
        made: calendar.day(spot.day),
        answers: { source: 'event', metOn: calendar.day(spot.day), two: people.two(spot), event: id },
        steps: tale.steps,
      })
    }
}

async function makeWeddings(making: Making, chance: Chance, people: People): Promise<CameCouple[]> {
  const came: CameCouple[] = []
  const { calendar, filing, plan, scale } = making
  const day = calendar.indexOf('2024-09-22')
  const leagues = [...new Set(plan.offices.map((o) => o.area))]
  const share = (many: number) =>
    apportion(
      Math.max(Math.round(many * scale), leagues.length),
      leagues.map(() => 1),
    )
  const [applied, confirmed, attended] = [share(whole.applied), share(whole.confirmed), share(whole.attended)]
  for (const [i, area] of leagues.entries()) {
    const office = plan.offices.find((o) => o.area === area)
    const org = area * levelSpan.league
    const { id } = await filing.file({
      programme: 'group-wedding',
      org,
      made: calendar.day(day - 70),
      answers: { title: '家国同庆·见证幸福（演示）', heldOn: calendar.day(day), place: '会展中心广场', places: 40 },
      steps: [{ action: 'hold', on: calendar.day(day) }],
    })
    for (let n = 0; n < (applied[i] ?? 0); n++) {
      const spot = {
        place: office?.place ?? { code: org, level: 'league', short: '' },
        banner: office?.banner ?? org,
        area,
        day,
      } as Spot
      const on = calendar.day(day - chance.whole(30, 60))
      const tale = new Tale(calendar, day - 29).after(1, 'check', {
        answers: { certificate: String(1000 + n), registeredOn: on },
      })
      if (n < (confirmed[i] ?? 0)) tale.after(5, 'confirm')
      if (n < (attended[i] ?? 0)) tale.after(23, 'attend')
      const two = people.two(spot)
      const put = await filing.file({
        programme: 'wedding-couple',
        org,
        made: on,
        answers: {
          path: 'self',
          appliedOn: on,
          two,
          wedding: id,
          weddingOn: calendar.day(day),
          noWedding: true,
          noPrice: true,
          noFeast: true,
        },
        steps: tale.steps,
      })
      if (n < (attended[i] ?? 0)) came.push({ id: put.id, org, two, day })
    }
  }
  return came
}
