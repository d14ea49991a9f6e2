import type { Calendar } from '../calendar.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { estimateReasons } from '../words.ts'

/** F095 as 人次 of children, by head-counts; 六一 without a figure. */
const whole = { holiday: 21_000, children: 3_803_000, days: 2_600, guests: 210_000 }
const offers = ['study', 'minding', 'safety', 'company', 'family', 'reading', 'sports', 'health'] as const
const titles = [
  '假期作业辅导',
  '安全自护小课堂',
  '和爸爸妈妈连线',
  '草原绘本时间',
  '冰雪体验日',
  '非遗手工课',
  '亲子运动会',
]
const dayTitles = {
  'childrens-day': '庆六一游园',
  theme: '少年儿童心向党',
  company: '志愿者陪你过周末',
  reading: '亲子阅读会',
  safety: '安全知识小竞赛',
} as const

/** “把爱带回家” of every holiday, and activities for children beside. */
export async function makeChildren(making: Making): Promise<void> {
  const chance = new Chance(43)
  const seasons = holidaysOf(making.calendar)
  const spots = spotsFor(making, chance, { total: whole.holiday }).map((spot) => {
    const { season, from, to } = chance.pick(seasons)
    return { ...spot, season, day: chance.whole(from, to) }
  })
  const sizes = sizesFor(making, chance, whole.children, spots)
  for (const [i, spot] of spots.entries())
    await hold(making, chance, 'holiday-care', spot, sizes[i] ?? 1, {
      title: chance.pick(titles),
      season: spot.season,
      offers: [chance.pick(offers), 'sports'].filter((offer, at, all) => all.indexOf(offer) === at),
    })
  const days = spotsFor(making, chance, { total: whole.days }).map((spot) => ({
    ...spot,
    kind: chance.pick(Object.keys(dayTitles) as (keyof typeof dayTitles)[]),
  }))
  const guests = sizesFor(making, chance, whole.guests, days)
  for (const [i, spot] of days.entries())
    await hold(making, chance, 'childrens-day', spot, guests[i] ?? 1, {
      title: dayTitles[spot.kind],
      kind: spot.kind,
    })
}

interface Holidays {
  readonly season: 'winter' | 'summer'
  /** Of the calendar. */
  readonly from: number
  readonly to: number
}

/** Winter and summer holidays from 2023 to today. */
function holidaysOf(calendar: Calendar): readonly Holidays[] {
  const last = Number(calendar.day(calendar.today).slice(0, 4))
  return Array.from({ length: last - 2022 }, (_, n) => 2023 + n)
    .flatMap((year) => [
      { season: 'winter' as const, from: `${year}-01-12`, to: `${year}-02-26` },
      { season: 'summer' as const, from: `${year}-07-12`, to: `${year}-08-26` },
    ])
    .map(({ season, from, to }) => ({
      season,
      from: calendar.indexOf(from),
      to: Math.min(calendar.indexOf(to), calendar.today),
    }))
    .filter(({ from, to }) => from <= to)
}

const sizesFor = ({ scale }: Making, chance: Chance, total: number, spots: readonly Spot[]) =>
  apportion(
    Math.max(Math.round(total * scale), spots.length),
    spots.map(() => 0.3 + chance.next() ** 2),
    1,
  )

async function hold(
  making: Making,
  chance: Chance,
  programme: string,
  { place, day }: Spot,
  many: number,
  more: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { calendar, filing } = making
  const on = calendar.day(day)
  const counted = chance.happens(0.88) ? countedHeads(making, place.code, many) : undefined
  const heads = counted?.heads ?? { count: many, grade: 'C' as const, reason: chance.pick(estimateReasons) }
  const photos = chance.pick(['none', 'faceless', 'agreed'])
  const { id } = await filing.file({
    programme,
    org: place.code,
    made: on,
    answers: { heldOn: on, place: `${place.short}妇女之家`, ...more },
    steps: new Tale(calendar, day)
      .after(0, 'heads', { heads: [heads] })
      .after(0, 'hold', { answers: { photos, adults: Math.ceil(many / 3), adultsBy: counted ? 'sheet' : 'estimate' } })
      .steps,
  })
  counted?.attach(id)
}
