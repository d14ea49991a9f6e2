import { Chance } from '../chance.ts'
import { brandsOf } from '../make-brands.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { lastDay, regionOf } from './where-and-when.ts'

/** F011: 14 episodes; F012: about five million plays, read by platform. Stories and articles are nobody's figure. */
const whole = { episodes: 14, plays: 5_006_000, stories: 1_900 }
const source = '平台后台截图（演示）'
const proof = { answers: { proof: '核对提法，改正错字（演示）' } }
const reviewed = (tale: Tale): Tale =>
  tale.after(1, 'firstReview', proof).after(1, 'secondReview', proof).after(1, 'finalReview', proof)

/** 遇见春天遇见你: every other day around 8 March, read a day later, and again in April. */
export async function makeOnlineLectures(making: Making, topics: readonly string[]): Promise<void> {
  const { calendar, filing, scale } = making
  const chance = new Chance(84)
  const first = lastDay(making, '03-01', 75)
  const many = Math.max(Math.round(whole.episodes * scale), 1)
  const plays = apportion(
    Math.max(Math.round(whole.plays * scale), many * 10),
    Array.from({ length: many }, () => 0.5 + chance.next()),
    10,
  )
  const [brand] = brandsOf('online-lecture')
  for (const [i, all] of plays.entries()) {
    const airOn = first + Math.floor((i * 28) / many)
    const replay = Math.floor(all * 0.2)
    const other = Math.floor((all - replay) * 0.35)
    const read = (platform: string, counter: string, day: number, value: number) => ({
      answers: { platform, counter, readOn: calendar.day(day), value, source },
    })
    const tale = reviewed(new Tale(calendar, airOn - 20)).after(17, 'air')
    tale.after(1, 'read', read('douyin', 'live-plays', airOn + 1, all - replay - other))
    tale.after(0, 'read', read('wechat-channels', 'live-plays', airOn + 1, other))
    tale.after(0, 'read', read('douyin', 'live-accounts', airOn + 1, Math.ceil(all * 0.3)))
    tale.after(0, 'read', read('douyin', 'live-peak', airOn + 1, Math.ceil(all * 0.05)))
    tale.after(1, 'putUp', { answers: { replay: 'https://example.invalid/replay' } })
    tale.after(30, 'read', read('douyin', 'replay-plays', airOn + 32, replay)).after(2, 'archive')
    await filing.file({
      programme: 'online-lecture',
      org: regionOf(making),
      made: calendar.day(airOn - 20),
      brand,
      answers: {
        title: `遇见春天遇见你 第${i + 1}期（演示）`,
        airOn: calendar.day(airOn),
        script: '一位返乡女青年讲自己的合作社。',
        topic: chance.pick(topics),
        live: 'https://example.invalid/live',
      },
      steps: tale.steps,
    })
  }
}

const pieces = [
  ['story', 'work', '她把毡房变成了合作社', '她从城里回来，带着八户人家一起做奶食。'],
  ['story', 'unity', '两家人一口井', '两家不同民族的邻居，二十年合用一口井。'],
  ['video', 'service', '周末妈妈的一天', '志愿妈妈陪孩子写作业、做饭。'],
  ['article', 'marriage', '婚事简办也热闹', '不比彩礼，一杯奶茶，两家人坐在一起。'],
  ['article', 'marriage', '家务一起做', '谁有空谁来，孩子两个人一起带。'],
  ['story', 'family', '一封家书', '三代人留着的一封家书。'],
] as const

/** Stories and articles of the banners, and the region's appeal of 8 March: gives its id. */
export async function makeStories(making: Making, topics: readonly string[]): Promise<string> {
  const { calendar, filing } = making
  const chance = new Chance(85)
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.stories, atBanner: true })) {
    const [kind, theme, title, words] = chance.pick(pieces)
    const about = kind === 'story' ? 'adult' : 'nobody'
    const on = calendar.day(spot.day)
    const agreed = { consent: true, consentOn: on, consentWay: about === 'nobody' ? 'none' : 'signed' }
    const tale = new Tale(calendar, spot.day)
      .after(0, 'check', { answers: { facts: '到嘎查核实，和本人见过面（演示）' } })
      .after(0, 'agree', { answers: agreed })
    reviewed(tale).after(chance.whole(1, 3), 'publish', { answers: { published: '旗县妇联公众号（演示）' } })
    tale.after(chance.whole(25, 40), 'read', {
      answers: {
        channel: 'web',
        readOn: calendar.day(Math.min(tale.at, calendar.today)),
        views: chance.whole(80, 9_000),
        source,
      },
    })
    await filing.file({
      programme: 'outreach-story',
      org: spot.place.code,
      made: on,
      answers: {
        title,
        writtenOn: on,
        kind,
        theme,
        topic: chance.pick(topics),
        words,
        about,
        ...(about === 'adult' && { protagonist: women.take(spot) }),
      },
      steps: tale.steps,
    })
  }
  const day = lastDay(making, '03-01', 30)
  const on = calendar.day(day)
  const tale = new Tale(calendar, day)
    .after(0, 'check', { answers: { facts: '逐条核对（演示）' } })
    .after(0, 'agree', { answers: { consent: true, consentOn: on, consentWay: 'none' } })
  reviewed(tale).after(3, 'publish', { answers: { published: '内蒙古妇女网（演示）' } })
  const { id } = await filing.file({
    programme: 'outreach-story',
    org: regionOf(making),
    made: on,
    answers: {
      title: '“三八”国际妇女节倡议（演示）',
      writtenOn: on,
      kind: 'appeal',
      theme: 'unity',
      words: '倡议全区各族妇女互相学习、互相帮助（演示文字）。',
      about: 'nobody',
    },
    steps: tale.steps,
  })
  return id
}
