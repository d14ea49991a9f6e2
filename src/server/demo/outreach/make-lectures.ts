import { isWithin, levelSpan, type OrgCode } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import { brandsOf } from '../make-brands.ts'
import type { Making } from '../making.ts'
import { nameOf } from '../names.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { estimateReasons, rooms } from '../words.ts'
import type { MadeCampaign } from './make-campaigns.ts'
import { areasOf, regionOf } from './where-and-when.ts'

/** F063: 88,000 and some lectures; F064: above four million attendances. 十百千万 lecturers: ten, hundred, thousand, ten thousand. */
const whole = { lectures: 88_004, attendances: 4_003_000, ofBanners: 1_000, ofVillages: 10_000 }
const titles = [
  '返乡创业的大学生',
  '身边人讲身边事',
  '三代人的草原',
  '石榴籽一家亲',
  '她从草原来',
  '民族团结的好邻居',
  '党的好政策进毡房',
  '家庭家教家风论述摘编学习',
  '一件棉衣的故事',
  '我奋斗家国美',
] as const

/** Lecturers on the register: ids by the organisation that keeps them. */
export async function makeLecturers(making: Making): Promise<ReadonlyMap<OrgCode, readonly string[]>> {
  const chance = new Chance(82)
  const women = new Women(making.plan)
  const areas = areasOf(making)
  const own = (org: OrgCode, area: number): Spot => ({
    place: { code: org, level: 'league', short: '盟市', quasi: false },
    banner: org,
    area,
    day: 0,
  })
  const many = (n: number, least: number) => Math.max(Math.round(n * making.scale), least)
  const region = Array.from({ length: many(10, 1) }, (_, i) => own(regionOf(making), areas[i % areas.length] ?? 0))
  const leagues = Array.from({ length: many(100, areas.length) }, (_, i) => {
    const area = areas[i % areas.length] ?? 0
    return own(area * levelSpan.league, area)
  })
  const by = new Map<OrgCode, string[]>()
  const teams = [
    ['region', region],
    ['league', leagues],
    ['banner', spotsFor(making, chance, { total: whole.ofBanners, atBanner: true })],
    ['village', spotsFor(making, chance, { total: whole.ofVillages })],
  ] as const
  for (const [level, spots] of teams)
    for (const spot of spots) {
      const id = await makeLecturer(making, chance, level, spot, women.take(spot))
      by.set(spot.place.code, [...(by.get(spot.place.code) ?? []), id])
    }
  return by
}

async function makeLecturer(
  { calendar, filing }: Making,
  chance: Chance,
  level: string,
  spot: Spot,
  person: string,
): Promise<string> {
  const since = calendar.indexOf('2023-01-09') + chance.whole(0, 400)
  const tale = new Tale(calendar, since).after(chance.whole(1, 8), 'agree')
  const training = (day: number) =>
    tale.after(Math.max(day - tale.at, 1), 'train', {
      answers: { what: '宣讲员培训班（演示）', trainedOn: calendar.day(day), hours: chance.whole(4, 16) },
    })
  training(since + chance.whole(30, 200))
  const last = calendar.today - chance.whole(3, 320)
  if (last > tale.at) training(last)
  const { id } = await filing.file({
    programme: 'lecturer',
    org: spot.place.code,
    made: calendar.day(since),
    answers: {
      name: nameOf(person, spot.area),
      person,
      since: calendar.day(since),
      level,
      speaks: chance.pick([
        '返乡创业的经历',
        '草原上的民族团结故事',
        '家庭家教家风',
        '妇女权益和政策',
        '乡村振兴里的她',
      ]),
      willing: true,
    },
    steps: tale.steps,
  })
  return id
}

export interface Named {
  readonly topics: readonly string[]
  readonly campaigns: readonly MadeCampaign[]
}

/** The campaign under way where and when something was held, the nearest one first; most name none. */
export function campaignFor(chance: Chance, { campaigns }: Named, org: OrgCode, day: number): string | undefined {
  const open = campaigns.filter((c) => day >= c.from && isWithin(org, c.org)).reverse()
  return chance.happens(0.8) ? open[chance.whole(0, Math.max(open.length - 1, 0))]?.id : undefined
}

export async function makeLectures(
  making: Making,
  named: Named & { readonly lecturers: ReadonlyMap<OrgCode, readonly string[]> },
): Promise<void> {
  const chance = new Chance(83)
  const { calendar, filing } = making
  const spots = spotsFor(making, chance, { total: whole.lectures })
  const heads = apportion(
    Math.max(Math.round(whole.attendances * making.scale), spots.length),
    spots.map(({ place }) => (place.level === 'banner' ? 2 : 1) * (0.3 + chance.next() ** 2 * 2)),
    1,
  )
  const brands = brandsOf('lecture')
  for (const [i, spot] of spots.entries()) await makeLecture(making, chance, named, brands, spot, heads[i] ?? 1)
  for (const spot of spotsFor(making, chance, { total: 900 }).slice(0, Math.max(Math.round(900 * making.scale), 12)))
    await filing.file({
      programme: 'lecture',
      org: spot.place.code,
      made: calendar.day(calendar.today - 1),
      answers: {
        title: chance.pick(titles),
        heldOn: calendar.day(calendar.today + chance.whole(1, 14)),
        place: spot.place.short + chance.pick(rooms),
        topic: chance.pick(named.topics),
      },
    })
}

async function makeLecture(
  making: Making,
  chance: Chance,
  named: Parameters<typeof makeLectures>[1],
  brands: readonly string[],
  { place, day }: Spot,
  many: number,
): Promise<void> {
  const { calendar, filing } = making
  const on = calendar.day(day)
  const own = named.lecturers.get(place.code)
  const campaign = campaignFor(chance, named, place.code, day)
  const counted = chance.happens(0.7) ? countedHeads(making, place.code, many) : undefined
  const tale = new Tale(calendar, day).after(0, 'record')
  if (chance.happens(0.1)) tale.after(chance.whole(2, 20), 'verify')
  const { id } = await filing.file({
    programme: 'lecture',
    org: place.code,
    made: on,
    ...(chance.happens(0.85) && { brand: chance.pick(brands) }),
    answers: {
      title: chance.pick(titles),
      heldOn: on,
      place: place.short + chance.pick(rooms),
      ...(own ? { lecturer: chance.pick(own) } : { guest: '旗宣讲队（演示）' }),
      topic: chance.pick(named.topics),
      ...(campaign && { campaign }),
    },
    steps: [
      {
        action: 'heads',
        on,
        heads: [counted?.heads ?? { count: many, grade: 'C', reason: chance.pick(estimateReasons) }],
      },
      ...tale.steps,
    ],
  })
  counted?.attach(id)
}
