import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import type { Women } from '../women.ts'

/** F079–F084. Families are distinct; a sixteenth of them was named again a level higher: F084 counts families, not namings. */
const whole = { families: 120_000, holders: 580, models: 62, posts: 123, advanced: 44, banners: 323, works: 180 }
const again = 16

interface Given {
  readonly honour: string
  readonly level: string
  readonly person?: string
  readonly holder?: string
  readonly category?: string
}
const higher: Readonly<Record<string, string>> = {
  township: 'banner',
  banner: 'league',
  league: 'region',
  region: 'national',
  national: 'national',
}

/** 荣誉: every title behind the articles’ figures, kept where it was nominated. */
export async function makeAwards(making: Making, chance: Chance, women: Women): Promise<void> {
  const give = giver(making)
  const categories = ['country', 'elders', 'children', 'thrift', 'neighbours', 'green', 'books', 'integrity', 'unity']
  const families = spotsFor(making, chance, { total: whole.families })
  for (const [i, spot] of families.entries()) {
    const level = chance.pick(['township', 'township', 'banner', 'banner', 'banner', 'league', 'league', 'region'])
    const one = { honour: 'beautiful-family', person: women.take(spot), category: chance.pick(categories) }
    await give(spot, { ...one, level })
    if (i % again === 0)
      await give(
        { ...spot, day: Math.min(spot.day + 300, making.calendar.today) },
        { ...one, level: higher[level] ?? 'league' },
      )
  }
  const each = async (total: number, given: (spot: Spot, i: number) => Given) => {
    for (const [i, spot] of spotsFor(making, chance, { total, atBanner: true }).entries())
      await give(spot, given(spot, i))
  }
  await each(whole.holders, (spot, i) => ({
    honour: 'red-banner-holder',
    level: i % 12 === 0 ? 'national' : 'region',
    person: women.take(spot),
  }))
  await each(whole.models, (spot) => ({ honour: 'model', level: 'national', person: women.take(spot) }))
  await each(whole.posts, (spot) => ({
    honour: 'civilised-post',
    level: 'national',
    holder: `${spot.place.short}政务服务窗口`,
  }))
  await each(whole.advanced, (spot) => ({
    honour: 'advanced-collective',
    level: 'national',
    holder: `${spot.place.short}巾帼合作社`,
  }))
  await each(whole.banners, (spot, i) => ({
    honour: 'red-banner-collective',
    level: i % 10 === 0 ? 'national' : 'region',
    holder: `${spot.place.short}妇女服务队`,
  }))
  await each(whole.works, (spot) => ({
    honour: 'recital',
    level: 'league',
    person: women.take(spot),
    holder: '草原上的家书',
  }))
}

/** Files one title; those older than three years have been reviewed. */
const giver =
  ({ calendar, filing }: Making) =>
  async ({ place, day }: Spot, given: Given): Promise<void> => {
    const on = calendar.day(day)
    const tale = new Tale(calendar, day)
    await filing.file({
      programme: 'award',
      org: place.code,
      made: on,
      answers: { ...given, awardedOn: on, document: `（演示）妇发〔${on.slice(0, 4)}〕8号` },
      steps: tale.after(tale.months(35), 'review', { answers: { found: '事迹未变，群众没有反映。' } }).steps,
    })
  }
