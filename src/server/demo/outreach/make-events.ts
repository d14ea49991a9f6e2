import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import { brandsOf } from '../make-brands.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { rooms } from '../words.ts'
import { campaignFor, type Named } from './make-lectures.ts'
import { areasOf, lastDay, regionOf } from './where-and-when.ts'

/** F006: 120 bases. F007: above 80 experts at one seminar; F008: six representatives at one commemoration. */
const whole = { events: 5_200, bases: 120, experts: 83, representatives: 6 }

const kinds = [
  ['theme', '我奋斗家国美故事汇'],
  ['theme', '北疆巾帼心向党主题教育'],
  ['festival', '三八妇女节纪念活动'],
  ['reading', '书香飘万家读书分享'],
  ['reading', '阅读新征程分享会'],
  ['tour', '乌兰牧骑下牧区'],
  ['marriage', '婚育新风进嘎查'],
  ['homecoming', '女性典型和新就业姐妹回娘家'],
] as const

interface More {
  readonly guests?: readonly { readonly person: string; readonly role: string }[]
  readonly extra?: Readonly<Record<string, unknown>>
}

/** Activities of seven kinds over the region; the seminar and the commemoration the articles tell of; bases; suggestions. */
export async function makeEvents(making: Making, named: Named & { readonly appeal: string }): Promise<void> {
  const chance = new Chance(86)
  const women = new Women(making.plan)
  await makeBases(making, chance)
  const spots = spotsFor(making, chance, { total: whole.events, atBanner: true })
  const met = new Set<number>()
  for (const spot of spots) {
    // Each league has a talk and its suggestions, however small the demo.
    const [kind, title] = met.has(spot.area) ? chance.pick(kinds) : kinds[7]
    met.add(spot.area)
    const guests =
      kind === 'homecoming'
        ? Array.from({ length: 3 }, () => ({ person: women.take(spot), role: chance.pick(['newwork', 'speaker']) }))
        : undefined
    const event = await makeEvent(making, chance, named, spot, kind, title, guests ? { guests } : {})
    for (const guest of (guests ?? []).slice(0, 2)) await makeSuggestion(making, chance, spot, event, guest.person)
  }
  await makeRegions(making, chance, named, women)
}

async function makeEvent(
  making: Making,
  chance: Chance,
  named: Named,
  { place, day }: Spot,
  kind: string,
  title: string,
  { guests, extra }: More,
): Promise<string> {
  const { calendar, filing } = making
  const on = calendar.day(day)
  const many = chance.whole(25, kind === 'tour' ? 260 : 140)
  const counted = countedHeads(making, place.code, many)
  const campaign = campaignFor(chance, named, place.code, day)
  const brands = brandsOf('outreach-event')
  const brand = kind === 'theme' ? brands[0] : kind === 'reading' ? brands[1] : undefined
  const { id } = await filing.file({
    programme: 'outreach-event',
    org: place.code,
    made: on,
    brand,
    answers: {
      title,
      heldOn: on,
      kind,
      place: place.short + chance.pick(rooms),
      topic: chance.pick(named.topics),
      ...(campaign && { campaign }),
      ...(kind === 'reading' && { books: [{ title: chance.pick(['草原（演示书目）', '家书（演示书目）']) }] }),
      ...(kind === 'tour' && { troupe: '旗乌兰牧骑（演示）', stop: `第${chance.whole(1, 12)}站` }),
      ...(guests && { guests }),
      ...extra,
    },
    steps: [
      { action: 'heads', on, heads: [counted.heads] },
      ...new Tale(calendar, day).after(0, 'record', {
        answers: {
          ...(guests && { guestsAgree: true }),
          ...(kind === 'marriage' && { pledged: chance.whole(5, Math.min(many, 60)) }),
        },
      }).steps,
    ],
  })
  counted.attach(id)
  return id
}

const asked = [
  ['place', 'courier', '给外卖姐妹找个歇脚喝水的地方', '已在三处妇女之家挂牌，可以歇脚、充电。'],
  ['care', 'driver', '孩子放学没人接', '已联系社区四点半课堂，名额留好了。'],
  ['skill', 'stream', '想学规范带货', '下月的电商培训给新就业姐妹留了名额。'],
  ['federation', 'model', '请她们多到学校讲讲', '已和教育局商定，本学期讲六场。'],
] as const

async function makeSuggestion(
  { calendar, filing }: Making,
  chance: Chance,
  { place, day }: Spot,
  event: string,
  speaker: string,
): Promise<void> {
  const [category, group, title, answer] = chance.pick(asked)
  const on = calendar.day(day)
  const tale = new Tale(calendar, day)
    .after(chance.whole(0, 2), 'assign', { answers: { assignedTo: '组织部' } })
    .after(chance.whole(3, 20), 'reply', { answers: { answer } })
    .after(chance.whole(5, 30), 'close', { answers: { result: chance.pick(['done', 'done', 'partly', 'explained']) } })
  await filing.file({
    programme: 'event-suggestion',
    org: place.code,
    made: on,
    answers: { title, saidOn: on, event, speaker, group, category, words: `${title}。` },
    steps: tale.steps,
  })
}

/** What the region held itself: 8 March with its appeal and six women, and the two days of papers in June. */
async function makeRegions(
  making: Making,
  chance: Chance,
  named: Named & { readonly appeal: string },
  women: Women,
): Promise<void> {
  const areas = areasOf(making)
  const at = (day: number): Spot => ({
    place: { code: regionOf(making), level: 'region', short: '自治区', quasi: false },
    banner: 0,
    area: areas[0] ?? 0,
    day,
  })
  const guests = (many: number, role: string) =>
    Array.from({ length: many }, (_, i) => ({
      person: women.take({
        banner: (areas[i % areas.length] ?? 0) * levelSpan.league,
        area: areas[i % areas.length] ?? 0,
      }),
      role,
    }))
  await makeEvent(
    making,
    chance,
    named,
    at(lastDay(making, '03-08', 5)),
    'festival',
    '“三八”国际妇女节纪念活动（演示）',
    {
      guests: guests(whole.representatives, 'representative'),
      extra: { appeal: named.appeal },
    },
  )
  await makeEvent(making, chance, named, at(lastDay(making, '06-04', 5)), 'seminar', '征文成果展示活动（演示）', {
    guests: guests(Math.max(Math.round(whole.experts * making.scale), 12), 'expert'),
    extra: { coHosts: '民族事务委员会（演示）' },
  })
}

const baseNames = ['妇女儿童公园', '民族团结展馆', '文化馆', '石榴籽之家', '草原书屋'] as const

/** Named ones, reviewed within the year; beside them a few that wait and a few whose plaque came down. */
async function makeBases(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  const wishes = [
    ['open', spotsFor(making, chance, { total: whole.bases, atBanner: true })],
    ['applied', spotsFor(making, chance, { total: 12, atBanner: true }).slice(0, 6)],
    ['removed', spotsFor(making, chance, { total: 12, atBanner: true }).slice(6)],
  ] as const
  for (const [fate, spots] of wishes)
    for (const [i, { place }] of spots.entries()) {
      const applied =
        fate === 'applied'
          ? calendar.today - chance.whole(1, 14)
          : calendar.indexOf('2022-05-09') + chance.whole(0, 700)
      const tale = new Tale(calendar, applied)
      if (fate !== 'applied') {
        const named = applied + chance.whole(12, 30)
        tale.after(chance.whole(3, 11), 'inspect', { answers: { seen: '有展陈，有讲解员，通道平整。' } })
        tale.after(named - tale.at, 'name', {
          answers: {
            namedAs: i % 3 === 0 ? 'region' : 'league',
            namedOn: calendar.day(named),
            batch: '第一批（演示）',
          },
        })
        const last = calendar.today - chance.whole(5, 330)
        if (fate === 'removed') tale.after(chance.whole(200, 500), 'remove', { reason: '展陈拆除，不再开放' })
        else
          tale.after(Math.max(last - tale.at, 1), 'review', {
            answers: { year: Number(calendar.day(last).slice(0, 4)), found: '开放正常，展陈更新过。' },
          })
      }
      await filing.file({
        programme: 'education-base',
        org: place.code,
        made: calendar.day(applied),
        answers: {
          name: place.short + chance.pick(baseNames),
          appliedOn: calendar.day(applied),
          kind: chance.pick(['park', 'museum', 'culture', 'village']),
          address: `${place.short}（演示地址）`,
          keeper: '旗县区妇联',
          openHours: '9:00—17:00',
          capacity: 10 * chance.whole(3, 30),
        },
        steps: tale.steps,
      })
    }
}
