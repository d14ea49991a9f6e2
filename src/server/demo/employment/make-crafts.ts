import { addCalendarDays } from '../../../core/day.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { nameOf } from '../names.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { orderTitles, workTitles } from './words.ts'

/** No article numbers them. */
const whole = { makers: 1_200, worksEach: 0.7, orders: 2_400 }
const crafts = ['embroidery', 'embroidery', 'knots', 'felt', 'leather', 'robes', 'paper'] as const

interface Maker {
  readonly id: string
  readonly craft: string
  readonly listed: number
}

/** Makers with their works, and orders they took; the first of each league was there early. */
export async function makeCrafts(making: Making): Promise<void> {
  const chance = new Chance(40)
  const makers = await makeMakers(making, chance)
  await makeOrders(making, chance, makers)
}

async function makeMakers(making: Making, chance: Chance): Promise<ReadonlyMap<number, Maker[]>> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  const made = new Map<number, Maker[]>()
  for (const spot of spotsFor(making, chance, { total: whole.makers, atBanner: true, until: 20 })) {
    const first = !made.has(spot.area)
    const day = first ? calendar.indexOf('2023-01-10') : spot.day
    const person = women.take(spot)
    const craft = chance.pick(crafts)
    const inheritor = chance.pick(['none', 'none', 'none', 'none', 'banner', 'league', 'region'])
    const tale = new Tale(calendar, day).after(chance.whole(2, 9), 'list')
    if (!first && chance.happens(0.04)) tale.after(chance.whole(60, 200), 'pause')
    const { id } = await filing.file({
      programme: 'craftswoman',
      org: spot.place.code,
      made: calendar.day(day),
      answers: {
        name: nameOf(person, spot.area),
        person,
        since: calendar.day(day),
        craft,
        inheritor,
        ...(inheritor !== 'none' && { paper: `演示传承 ${chance.whole(10, 99)}` }),
        studio: `${spot.place.short}巧手工作室`,
        led: chance.whole(0, 40),
        shown: chance.happens(0.9),
      },
      steps: tale.steps,
    })
    made.set(spot.area, [...(made.get(spot.area) ?? []), { id, craft, listed: day + 10 }])
    if (first || chance.happens(whole.worksEach)) await makeWork(making, chance, spot, { id, craft, listed: day + 10 })
  }
  return made
}

async function makeWork({ calendar, filing }: Making, chance: Chance, { place }: Spot, maker: Maker): Promise<void> {
  const day = Math.min(maker.listed + chance.whole(2, 90), calendar.today)
  const tale = new Tale(calendar, day).after(0, 'list')
  if (chance.happens(0.4))
    tale.after(chance.whole(10, 60), 'show', {
      answers: { where: chance.pick(['旗文化馆', '巾帼手工展', '非遗展厅']) },
    })
  if (chance.happens(0.3)) tale.after(chance.whole(5, 90), 'sell')
  await filing.file({
    programme: 'craft-work',
    org: place.code,
    made: calendar.day(day),
    answers: {
      title: chance.pick(workTitles),
      maker: maker.id,
      madeOn: calendar.day(day),
      craft: maker.craft,
      material: '布面、丝线',
      price: chance.whole(60, 2000) * 100,
      consent: true,
    },
    steps: tale.steps,
  })
}

async function makeOrders(making: Making, chance: Chance, makers: ReadonlyMap<number, Maker[]>): Promise<void> {
  const { calendar, filing } = making
  for (const [i, { place, area, day }] of spotsFor(making, chance, {
    total: whole.orders,
    atBanner: true,
  }).entries()) {
    const there = (makers.get(area) ?? []).filter(({ listed }) => listed <= day)
    const maker = there.length > 0 ? chance.pick(there) : makers.get(area)?.[0]
    if (!maker) continue
    const on = calendar.day(Math.max(day, maker.listed))
    const pieces = chance.whole(5, 200)
    const agreed = pieces * chance.whole(20, 120) * 100
    const tale = new Tale(calendar, Math.max(day, maker.listed))
      .after(chance.whole(0, 2), 'accept')
      .after(chance.whole(0, 3), 'make', { answers: { hands: chance.whole(1, 12) } })
      .after(chance.whole(10, 24), 'deliver')
      .after(chance.whole(2, 25), 'pay', { answers: { paid: agreed, proof: '转账单（演示）' } })
      .after(chance.whole(0, 4), 'confirm')
    await filing.file({
      programme: 'craft-order',
      org: place.code,
      made: on,
      answers: {
        title: chance.pick(orderTitles),
        maker: maker.id,
        orderedOn: on,
        craft: maker.craft,
        pieces,
        buyer: chance.pick(['旅游商店（演示）', '文创公司（演示）', '礼品店（演示）', '学校（演示）']),
        contact: `169${String(80_000_000 + i).padStart(8, '0')}`,
        dueOn: addCalendarDays(on, 32),
        agreed,
      },
      steps: tale.steps,
    })
  }
}
