import type { OrgCode } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { madeName } from '../names.ts'
import { spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import type { Step } from '../tell.ts'
import { regionOf } from './where-and-when.ts'

/** F065–F067: 1,745 clippings, 500 and some of them national, 24 on the front page. F068–F070: accounts, followings, reads. */
const whole = {
  clippings: 1_745,
  national: 506,
  front: 24,
  local: 640,
  accounts: 479,
  followings: 10_021_000,
  impressions: 1_503_000_000,
}
const source = '平台后台截图（演示）'

/** Whether the i-th of `all` is one of `part`, spread evenly. */
const isOneOf = (part: number, all: number, i: number) =>
  Math.floor(((i + 1) * part) / all) > Math.floor((i * part) / all)

export async function makeClippings(making: Making): Promise<void> {
  const chance = new Chance(87)
  const spots = spotsFor(making, chance, { total: whole.clippings, atBanner: true, until: 8 })
  const share = (part: number) => Math.max(Math.round((part * spots.length) / whole.clippings), 1)
  const [nationals, fronts] = [share(whole.national), share(whole.front)]
  let nth = 0
  for (const [i, { place, day }] of spots.entries()) {
    const national = isOneOf(nationals, spots.length, i)
    const front = national && isOneOf(fronts, nationals, nth++)
    const outlet = front
      ? '中国妇女报'
      : national
        ? chance.pick(['中国妇女报', '国家级媒体（演示）'])
        : '省级媒体（演示）'
    await makeClipping(making, chance, {
      org: place.code,
      short: place.short,
      day,
      outlet,
      front,
      no: i,
      level: national ? 'national' : 'province',
    })
  }
  for (const [i, { place, day }] of spotsFor(making, chance, { total: whole.local, atBanner: true }).entries())
    await makeClipping(making, chance, {
      org: place.code,
      short: place.short,
      day,
      outlet: '盟市媒体（演示）',
      front: false,
      no: 1_000_000 + i,
      level: 'city',
    })
  await makeWaiting(making, chance)
}

/** The newest ones wait for the second person. */
async function makeWaiting(making: Making, chance: Chance): Promise<void> {
  for (const [i, { place }] of spotsFor(making, chance, { total: 40, atBanner: true }).entries())
    await makeClipping(
      making,
      chance,
      {
        org: place.code,
        short: place.short,
        day: making.calendar.worked - chance.whole(0, 5),
        outlet: '省级媒体（演示）',
        front: false,
        no: 2_000_000 + i,
        level: 'province',
      },
      true,
    )
}

interface Piece {
  readonly org: OrgCode
  readonly short: string
  readonly day: number
  readonly outlet: string
  readonly level: string
  readonly front: boolean
  readonly no: number
}

async function makeClipping({ calendar, filing }: Making, chance: Chance, piece: Piece, waits = false): Promise<void> {
  const on = calendar.day(piece.day)
  const what = chance.pick(['半边天在行动', '家门口的好工作', '婚调室里的家常话', '草原上的合作社', '志愿妈妈的周末'])
  await filing.file({
    programme: 'clipping',
    org: piece.org,
    made: on,
    answers: {
      title: `${piece.short}：${what}（演示${piece.no + 1}）`,
      publishedOn: on,
      outlet: piece.outlet,
      level: piece.level,
      page: piece.front ? '1版' : `${chance.whole(2, 8)}版`,
      front: piece.front,
      url: `https://example.invalid/news/${piece.no}`,
    },
    steps: waits ? [] : new Tale(calendar, piece.day).after(chance.whole(1, 6), 'verify').steps,
  })
}

/** Each account with one reading a month since it was filed; the last ones add up to the articles’ numbers. */
export async function makeMediaAccounts(making: Making): Promise<void> {
  const chance = new Chance(88)
  const spots = spotsFor(making, chance, { total: whole.accounts, atBanner: true })
  const keepers = [
    { org: regionOf(making), short: '北疆女声', area: 0 },
    ...spots.map(({ place, area }) => ({ org: place.code, short: `${place.short}女声`, area })),
  ]
  const weights = keepers.map((_, i) => (i === 0 ? keepers.length * 0.15 : 0.2 + chance.next() ** 2 * 2))
  const part = (total: number) =>
    apportion(Math.max(Math.round(total * making.scale), keepers.length * 100), weights, 50)
  const [followers, views] = [part(whole.followings), part(whole.impressions)]
  for (const [i, keeper] of keepers.entries()) {
    const { calendar, filing } = making
    const opened = calendar.indexOf('2023-01-09') + chance.whole(0, 500)
    const reviewers = [madeName(chance, keeper.area, 'female'), madeName(chance, keeper.area, 'female')]
    const { id } = await filing.file({
      programme: 'media-account',
      org: keeper.org,
      made: calendar.day(opened),
      answers: {
        name: `${keeper.short}（演示${i + 1}）`,
        openedOn: calendar.day(opened),
        platform: chance.pick(['wechat-account', 'wechat-channels', 'douyin', 'kuaishou', 'weibo', 'toutiao']),
        handle: `yanshi-${i + 1}`,
        purpose: '妇女工作、政策、身边人的故事',
        operator: `${reviewers[0]}（发稿）`,
        reviewer: `${reviewers[1]}（审核）`,
      },
      steps: monthly(making, chance, opened, followers[i] ?? 1, views[i] ?? 1, i > 0 && chance.happens(0.05)),
    })
    await makePosts(making, chance, keeper, id)
  }
}

/** Filed after a few days, read every thirty days; some have gone quiet since. */
function monthly(
  { calendar }: Making,
  chance: Chance,
  opened: number,
  followers: number,
  views: number,
  quiet: boolean,
): Step[] {
  const tale = new Tale(calendar, opened).after(chance.whole(1, 8), 'file', { answers: { filing: `演示备${opened}` } })
  const last = calendar.today - chance.whole(0, 24) - (quiet ? 50 : 0)
  const months = Math.max(Math.floor((last - tale.at - 1) / 30), 0) + 1
  for (let month = 1; month <= months; month++) {
    const day = last - 30 * (months - month)
    const so = month / months
    tale.after(day - tale.at, 'read', {
      answers: {
        readOn: calendar.day(day),
        followers: Math.round(followers * so),
        views: Math.round(views * so ** 1.4),
        lastPostOn: calendar.day(Math.max(day - chance.whole(0, 6), opened)),
        source,
      },
    })
  }
  if (quiet) tale.after(chance.whole(5, 40), 'rest', { reason: '编辑调走，暂时没人接' })
  return tale.steps
}

/** Two posts of each account whose counters are read: a week after, and a month after. */
async function makePosts(
  { calendar, filing }: Making,
  chance: Chance,
  { org, short }: { readonly org: OrgCode; readonly short: string },
  account: string,
): Promise<void> {
  for (const nth of [0, 1]) {
    const posted = calendar.today - 45 - nth * 60 + chance.whole(0, 30)
    const reads = chance.whole(200, 4_000)
    const read = (back: number, share: number) => ({
      answers: {
        readOn: calendar.day(posted + back),
        reads: Math.round(reads * share),
        likes: Math.round((reads * share) / 25),
        shares: Math.round((reads * share) / 40),
        comments: Math.round((reads * share) / 90),
        source,
      },
    })
    const tale = new Tale(calendar, posted + 1).after(6, 'read', read(7, 0.7)).after(23, 'read', read(30, 1))
    if (nth > 0) tale.after(3, 'finish')
    await filing.file({
      programme: 'media-post',
      org,
      made: calendar.day(posted + 1),
      answers: {
        title: `${short}：${chance.pick(['家门口的好工作', '草原上的合作社', '志愿妈妈的周末'])}（演示）`,
        postedOn: calendar.day(posted),
        account,
        url: `https://example.invalid/post/${account}-${nth + 1}`,
        form: nth === 0 ? 'article' : 'video',
      },
      steps: tale.steps,
    })
  }
}
