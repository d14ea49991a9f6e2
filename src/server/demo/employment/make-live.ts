import { addCalendarDays } from '../../../core/day.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import type { Spot } from '../spots.ts'
import { Tale } from '../tale.ts'
import type { Women } from '../women.ts'
import type { MadePost } from './make-posts.ts'

/** F034: views of the event's live sessions; F035: who had a first intention there. */
const whole = { views: 195_900, seekers: 207 }

interface Told {
  readonly person: string
  readonly post: string
  readonly channel: 'fair' | 'live'
  readonly fair?: string
  readonly live?: string
}

interface Beside {
  readonly fair: string
  readonly shown: readonly MadePost[]
  readonly women: Women
  /** The n-th of so many leagues. */
  readonly n: number
  readonly leagues: number
}

/** What of a total falls to the n-th of so many; all of them make the total. */
const shareOf = (total: number, n: number, of: number) =>
  Math.floor((total * (n + 1)) / of) - Math.floor((total * n) / of)

/** The live session beside the event's fair of a league: its views by platform, and who wanted which post. */
export async function makeLive(
  making: Making,
  chance: Chance,
  spot: Spot,
  { fair, shown, women, n, leagues }: Beside,
): Promise<void> {
  const { calendar, filing, scale } = making
  const { place, day } = spot
  const on = calendar.day(day)
  const readOn = addCalendarDays(on, 3)
  const views = shareOf(Math.max(Math.round(whole.views * scale), 2 * leagues), n, leagues)
  const onVideo = Math.ceil(views * 0.7)
  const source = '平台后台截图（演示）'
  const read = (channel: string, many: number) => ({ answers: { channel, readOn, views: many, source } })
  const { id: live } = await filing.file({
    programme: 'job-live',
    org: place.code,
    made: calendar.day(day - 7),
    answers: {
      title: `${place.short}直播带岗间（演示）`,
      liveOn: on,
      platforms: '短视频平台、融媒客户端（演示账号）',
      licence: `${place.short}公共就业服务机构（演示许可）`,
      fair,
      noPromise: true,
      posts: shown.slice(0, 12).map(({ id, headcount }) => ({ post: id, headcount })),
    },
    steps: new Tale(calendar, day - 3)
      .after(0, 'check')
      .after(3, 'air', { answers: { minutes: chance.whole(60, 180) } })
      .after(3, 'read', read('video', onVideo))
      .after(0, 'read', read('web', views - onVideo))
      .after(4, 'close').steps,
  })
  const many = shareOf(Math.max(Math.round(whole.seekers * scale), leagues), n, leagues)
  for (let i = 0; i < many; i++)
    await makeIntent(making, chance, spot, {
      person: women.take(spot),
      post: chance.pick(shown).id,
      channel: 'live',
      live,
    })
}

/** An intention and what came of it: most are contacted, fewer interviewed, a third in work and asked after. */
export async function makeIntent(making: Making, chance: Chance, spot: Spot, told: Told): Promise<void> {
  const { calendar, filing } = making
  const on = calendar.day(spot.day)
  const tale = new Tale(calendar, spot.day)
  const luck = chance.next()
  if (luck < 0.12) tale.after(2, 'decline', { reason: '本人另有安排' })
  else {
    tale.after(chance.whole(1, 2), 'contact', { answers: { reached: true, said: '约了面试' } })
    if (luck < 0.35) tale.after(chance.whole(2, 9), 'decline', { reason: '工作时间对不上' })
    else {
      tale.after(chance.whole(2, 8), 'interview')
      if (luck < 0.62) tale.after(chance.whole(3, 12), 'decline', { reason: '双方没有谈拢' })
      else hired(tale, making, chance, luck)
    }
  }
  await filing.file({
    programme: 'job-intent',
    org: spot.place.code,
    made: on,
    answers: {
      ...told,
      intendedOn: on,
      consent: chance.happens(0.9),
      education: chance.pick(['middle', 'high', 'college']),
      skills: chance.pick(['做过餐饮和收银', '会缝纫、刺绣', '做过客服，会用电脑', '照看过老人']),
    },
    steps: tale.steps,
  })
}

function hired(tale: Tale, { calendar }: Making, chance: Chance, luck: number): void {
  tale.after(chance.whole(2, 6), 'offer')
  const start = chance.whole(2, 8)
  const began = tale.at + start
  tale.after(start, 'hire', {
    answers: {
      hiredOn: calendar.day(Math.min(began, calendar.today)),
      form: chance.pick(['contract', 'contract', 'agreement', 'flexible']),
      proof: `演示合同 ${chance.whole(1000, 9999)}`,
    },
  })
  const follow = (days: number, still: string) => tale.after(days, 'follow', { answers: { still } })
  follow(chance.whole(26, 30), 'yes')
  if (luck < 0.72) tale.after(chance.whole(10, 40), 'leave', { reason: '换到离家近的地方' })
  else {
    follow(chance.whole(52, 59), 'yes')
    follow(chance.whole(80, 88), 'yes')
    tale.after(1, 'retain')
  }
}
