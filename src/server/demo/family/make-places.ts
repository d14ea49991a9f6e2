import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'

/**
 * F086–F089 at scale 1. F087: 8,400 schools and 1,612 points are 10,012 plaques at 9,500 places. F088: 2,387 children's homes,
 * 1,600 of them in a parent school. F089: 52 reading and 36 practice bases. F086: 117 centres: the region's, 12 of leagues,
 * 103 of banners and one of a development zone (C19).
 */
const whole = {
  schools: 8_400,
  pointsBeside: 512,
  points: 1_100,
  homesBeside: 1_600,
  homes: 787,
  reading: 52,
  practice: 36,
  ofSchools: 640,
  centres: 104,
}

export interface MadePlace {
  readonly id: string
  readonly spot: Spot
  readonly short: string
  readonly plaques: readonly string[]
  readonly opened: number
}

interface Wish {
  readonly spots: readonly Spot[]
  readonly host: string
  readonly nameOf: (short: string) => string
  readonly plaquesOf: (index: number, of: number) => readonly string[]
}

/** So many of a list, evenly along it: the i-th is one of them. */
const isOneOf = (part: number, all: number, i: number, of: number) =>
  Math.floor(((i + 1) * Math.round((part * of) / all)) / of) > Math.floor((i * Math.round((part * of) / all)) / of)

/** 家庭教育阵地, each accepted by the level above; a few wait, rest or were closed. */
export async function makeFamilyPlaces(making: Making): Promise<MadePlace[]> {
  const chance = new Chance(61)
  const spots = (total: number, atBanner = false) => spotsFor(making, chance, { total, atBanner })
  const areas = [...new Set(making.plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  const own = (code: number, level: 'region' | 'league', area: number): Spot => ({
    place: { code, level, short: level === 'region' ? '自治区' : '盟市', quasi: false },
    banner: code,
    area,
    day: 0,
  })
  const higher = [
    own((first - (first % 100)) * levelSpan.league, 'region', first),
    ...areas.map((area) => own(area * levelSpan.league, 'league', area)),
  ]
  const banners = spots(whole.centres, true)
  const wishes: readonly Wish[] = [
    {
      spots: [...higher, ...onePerBanner(banners, making)],
      host: 'federation',
      nameOf: (short) => `${short}家庭教育指导中心`,
      plaquesOf: () => ['centre'],
    },
    {
      spots: spots(whole.schools),
      host: 'village',
      nameOf: (short) => `${short}家长学校`,
      plaquesOf: (i, of) => [
        'school',
        ...(isOneOf(whole.pointsBeside, whole.schools, i, of) ? ['point'] : []),
        ...(isOneOf(whole.homesBeside, whole.schools, i, of) ? ['home'] : []),
      ],
    },
    { spots: spots(whole.points), host: 'hospital', nameOf: (s) => `${s}家庭教育服务点`, plaquesOf: () => ['point'] },
    { spots: spots(whole.homes), host: 'village', nameOf: (s) => `${s}儿童之家`, plaquesOf: () => ['home'] },
    { spots: spots(whole.reading), host: 'library', nameOf: (s) => `${s}亲子阅读基地`, plaquesOf: () => ['reading'] },
    { spots: spots(whole.practice), host: 'library', nameOf: (s) => `${s}家庭实践基地`, plaquesOf: () => ['practice'] },
    {
      spots: spots(whole.ofSchools),
      host: 'school',
      nameOf: (s) => `${s}中心学校家长学校`,
      plaquesOf: () => ['school-parents'],
    },
  ]
  const made: MadePlace[] = []
  for (const { spots: at, host, nameOf, plaquesOf } of wishes)
    for (const [i, spot] of at.entries()) {
      const plaques = plaquesOf(i, at.length)
      made.push(await makePlace(making, chance, { spot, host, plaques, name: nameOf(spot.place.short) }))
    }
  await makeOthers(making, chance)
  return made
}

/** Each banner once, real ones before pseudo-units: a banner has one centre. */
function onePerBanner(spots: readonly Spot[], { plan, scale }: Making): Spot[] {
  const wanted = Math.max(Math.round(whole.centres * scale), 1)
  const banners = plan.offices
    .filter(({ place }) => place.level === 'banner')
    .map(({ place, banner, area }): Spot => ({ place, banner, area, day: 0 }))
  const drawn = new Set(spots.map(({ banner }) => banner))
  const order = (spot: Spot) => (spot.place.quasi ? 2 : drawn.has(spot.banner) ? 0 : 1)
  return banners.sort((a, b) => order(a) - order(b)).slice(0, wanted)
}

async function makePlace(
  { calendar, filing }: Making,
  chance: Chance,
  { spot, host, plaques, name }: { spot: Spot; host: string; plaques: readonly string[]; name: string },
): Promise<MadePlace> {
  const opened = calendar.indexOf('2018-03-01') + chance.whole(0, 1700)
  const on = calendar.day(opened)
  const tale = new Tale(calendar, opened).after(chance.whole(5, 15), 'inspect', {
    answers: { seen: '有固定场所，书桌和图书齐全。' },
  })
  const lastCheck = calendar.today - chance.whole(1, 360)
  if (plaques.includes('home')) tale.after(0, 'checkSafety', { answers: { by: '苏木镇和派出所', safe: true } })
  tale.after(chance.whole(1, 9), 'accept')
  tale.after(chance.whole(1, 20), 'setRoster', { answers: { roster: rosterOf(chance) } })
  if (plaques.includes('home'))
    tale.after(Math.max(lastCheck - tale.at, 1), 'checkSafety', { answers: { by: '苏木镇和派出所', safe: true } })
  const year = Number(calendar.day(calendar.today).slice(0, 4)) - 1
  tale.after(Math.max(calendar.today - chance.whole(1, 350) - tale.at, 1), 'checkYear', {
    answers: { year, plan: true, open: true, found: '按计划开展活动，值班有人。' },
  })
  const { id } = await filing.file({
    programme: 'family-place',
    org: spot.place.code,
    made: on,
    answers: {
      name,
      openedOn: on,
      host,
      plaques: plaques.map((kind) => ({ kind, namedOn: on, namedBy: '旗县区妇联、教育局' })),
      address: `${spot.place.short}党群服务中心`,
      openHours: '周一至周五 9:00—17:00，周六上午',
      area: 10 * chance.whole(4, 30),
    },
    steps: tale.steps,
  })
  return { id, spot, short: spot.place.short, plaques, opened }
}

const rosterOf = (chance: Chance) =>
  (['mon', 'wed', 'fri', 'sat'] as const).map((day) => ({
    day,
    hours: day === 'sat' ? '9:00—11:30' : '14:30—17:00',
    who: chance.pick(['指导员', '儿童主任', '妇联主席', '志愿者']),
  }))

/** Beside those that stand: some wait to be inspected, some were closed. */
async function makeOthers(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const [i, spot] of spotsFor(making, chance, { total: 160 }).entries()) {
    const waits = i % 2 === 0
    const opened = waits ? calendar.today - chance.whole(0, 12) : calendar.indexOf('2018-03-01') + chance.whole(0, 900)
    const on = calendar.day(opened)
    const tale = new Tale(calendar, opened)
    if (!waits)
      tale
        .after(9, 'inspect', { answers: { seen: '有固定场所。' } })
        .after(4, 'accept')
        .after(chance.whole(300, 1500), 'close', { reason: '村组合并，并到邻近家长学校' })
    await filing.file({
      programme: 'family-place',
      org: spot.place.code,
      made: on,
      answers: {
        name: `${spot.place.short}家长学校${waits ? '（新建）' : '（旧址）'}`,
        openedOn: on,
        host: 'village',
        plaques: [{ kind: 'school', namedOn: on }],
      },
      steps: tale.steps,
    })
  }
}
