import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { type CameIn, unitFen } from './make-donations.ts'

/** F097 as 人次, by head-counts: so many deliveries, not so many records. */
const whole = { deliveries: 9_000, helped: 10_040_000 }
const sends: Readonly<Record<string, readonly string[]>> = {
  theory: ['理论宣讲进嘎查', '板凳课堂'],
  warmth: ['冬日送暖', '节日慰问'],
  culture: ['送戏下乡', '文化大篷车'],
  service: ['便民服务日', '巾帼志愿集市'],
  upbringing: ['家庭教育讲座', '亲子课堂'],
  care: ['关爱孩子在行动', '困境妇女关爱'],
  health: ['健康义诊', '两癌知识讲座'],
}

/** “十送”: batches of goods with what was given out of them, and deliveries without goods. */
export async function makeGifts(making: Making, fund: string, came: readonly CameIn[]): Promise<void> {
  const chance = new Chance(52)
  const { calendar, filing, scale } = making
  for (const { id: donation, spot, day, item, unit, quantity } of came) {
    const given = Math.min(day + chance.whole(3, 20), calendar.today)
    const { id: batch } = await filing.file({
      programme: 'gift-batch',
      org: spot.place.code,
      made: calendar.day(day),
      answers: {
        item,
        arrivedOn: calendar.day(day),
        origin: 'donated',
        donation,
        unit,
        quantity,
        unitValue: unitFen,
        valuation: 'invoice',
        fund,
        place: '妇联库房',
      },
      steps: new Tale(calendar, day).after(1, 'store', { answers: { counted: quantity } }).after(given - day, 'close')
        .steps,
    })
    const more = { batch, fund, unit, quantity, unitValue: unitFen, receiver: '苏木镇妇联（演示）', signed: true }
    const helped = Math.max(1, Math.min(Math.floor(quantity * 0.8), 900))
    await deliver(making, chance, spot.place, given, 'warmth', helped, more)
  }
  const spots = spotsFor(making, chance, { total: whole.deliveries })
  const rest = Math.max(Math.round(whole.helped * scale), spots.length)
  const helped = apportion(
    rest,
    spots.map(() => 0.3 + chance.next() ** 2),
    1,
  )
  for (const [i, spot] of spots.entries())
    await deliver(making, chance, spot.place, spot.day, chance.pick(Object.keys(sends)), helped[i] ?? 1, {})
}

async function deliver(
  making: Making,
  chance: Chance,
  place: { code: number; short: string },
  day: number,
  send: string,
  helped: number,
  more: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { calendar, filing } = making
  const on = calendar.day(day)
  const counted = countedHeads(making, place.code, helped)
  const tale = new Tale(calendar, day)
    .after(0, 'heads', { heads: [counted.heads] })
    .after(0, 'deliver')
    .after(chance.whole(1, 4), 'confirm')
  const { id } = await filing.file({
    programme: 'gift-issue',
    org: place.code,
    made: on,
    answers: { title: chance.pick(sends[send] ?? []), heldOn: on, send, place: `${place.short}党群服务中心`, ...more },
    steps: tale.steps,
  })
  counted.attach(id)
}
