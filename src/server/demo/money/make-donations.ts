import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'

/** Yuan: F040 since 2022; with 2021 it is F096's sum, over a longer time. Goods in hundreds of yuan. */
const since2022 = { cash: 120_000_000, goods: 59_000_000, gifts: 900 }
const in2021 = { cash: 4_000_000, gifts: 24 }
const sends = ['theory', 'warmth', 'culture', 'service', 'upbringing', 'care', 'health']
const goods = [
  ['母亲健康包', 'set'],
  ['爱心书包', 'piece'],
  ['图书', 'copy'],
  ['米面油', 'set'],
  ['冬衣', 'piece'],
] as const

/** Goods that came in, to be stored and given out. */
export interface CameIn {
  readonly id: string
  readonly spot: Spot
  /** Of the calendar. */
  readonly day: number
  readonly item: string
  readonly unit: string
  readonly quantity: number
}

/** A unit of goods is worth a hundred yuan. */
export const unitFen = 100_00

/** 募集: cash and goods, promised, received, receipted and disclosed. Gives the goods. */
export async function makeDonations(making: Making, fund: string): Promise<readonly CameIn[]> {
  const { calendar, scale } = making
  const chance = new Chance(51)
  await makeCash(making, chance, fund, calendar.indexOf('2021-02-01'), calendar.indexOf('2021-11-20'), in2021)
  const from = calendar.indexOf('2022-01-01')
  const until = calendar.today - 30
  await makeCash(making, chance, fund, from, until, since2022)
  const spots = spotsFor(making, chance, { total: 300, atBanner: true })
  const units = apportion(
    Math.round((since2022.goods * scale) / 100),
    spots.map(() => 0.3 + chance.next()),
    1,
  )
  const came: CameIn[] = []
  const days = daysBetween(chance, spots.length, from, until)
  for (const [i, spot] of spots.entries()) {
    const [item, unit] = chance.pick(goods)
    const quantity = units[i] ?? 1
    const day = days[i] ?? from
    const lines = [{ item, unit, quantity, unitValue: unitFen }]
    const id = await give(making, chance, fund, spot, day, 'goods', quantity * unitFen, {
      goods: lines,
      valuation: 'invoice',
    })
    came.push({ id, spot, day: day + 10, item, unit, quantity })
  }
  return came
}

const daysBetween = (chance: Chance, many: number, from: number, until: number) =>
  Array.from({ length: many }, () => chance.whole(from, until)).sort((a, b) => a - b)

async function makeCash(
  making: Making,
  chance: Chance,
  fund: string,
  from: number,
  until: number,
  { cash, gifts }: { cash: number; gifts: number },
): Promise<void> {
  const spots = spotsFor(making, chance, { total: gifts, atBanner: true })
  const yuan = apportion(
    Math.round(cash * making.scale),
    spots.map(() => 0.1 + chance.next() ** 3),
    1,
  )
  const days = daysBetween(chance, spots.length, from, until)
  for (const [i, spot] of spots.entries())
    await give(making, chance, fund, spot, days[i] ?? from, 'cash', (yuan[i] ?? 1) * 100, {})
}

async function give(
  { calendar, filing }: Making,
  chance: Chance,
  fund: string,
  { place }: Spot,
  day: number,
  type: 'cash' | 'goods',
  fen: number,
  more: Readonly<Record<string, unknown>>,
): Promise<string> {
  const donorKind = chance.pick(['enterprise', 'enterprise', 'person', 'organisation', 'foundation', 'agency'])
  const anonymous = donorKind === 'person' && chance.happens(0.5)
  const tale = new Tale(calendar, day)
    .after(chance.whole(0, 9), 'receive', { answers: { received: fen, handler: '演示经办', ...more } })
    .after(chance.whole(0, 4), 'issueReceipt', { answers: { receiptNo: `演示-${day}-${fen % 10_007}` } })
    .after(14, 'disclose', { answers: { where: '官方网站（演示）' } })
  const { id } = await filing.file({
    programme: 'donation',
    org: place.code,
    made: calendar.day(day),
    answers: {
      title: type === 'cash' ? chance.pick(['关爱捐款', '“三八”捐款', '助学捐款']) : '物资捐赠',
      promisedOn: calendar.day(day),
      type,
      amount: fen,
      send: chance.pick(sends),
      fund,
      donorKind,
      anonymous,
      ...(!anonymous && { donor: donorKind === 'person' ? '爱心人士（演示）' : '草原爱心单位（演示）' }),
      publishName: false,
    },
    steps: tale.steps,
  })
  return id
}
