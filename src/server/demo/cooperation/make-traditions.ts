import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'

/** F085: 家风活动, those of 红色家风耀北疆 among them; the evenings of F013 are made elsewhere. */
const whole = 13_000
const titles = {
  talk: '红色家风宣讲',
  exhibition: '家风馆里听家训',
  visit: '走进红色教育点',
  letters: '家书家训诵读会',
  performance: '家风文艺展演',
  integrity: '廉洁家风伴我行',
} as const

export async function makeTraditions(making: Making): Promise<void> {
  const { calendar, filing } = making
  const chance = new Chance(52)
  for (const { place, day } of spotsFor(making, chance, { total: whole })) {
    const on = calendar.day(day)
    const kind = chance.pick(Object.keys(titles) as (keyof typeof titles)[])
    const count = chance.whole(15, 90)
    const counted = chance.happens(0.6) ? countedHeads(making, place.code, count) : undefined
    const heads = counted?.heads ?? { count, grade: 'C' as const, reason: '露天活动，按座位估计' }
    const { id } = await filing.file({
      programme: 'family-tradition',
      org: place.code,
      made: on,
      answers: {
        title: titles[kind],
        heldOn: on,
        place: `${place.short}妇女之家`,
        kind,
        red: chance.happens(0.75),
      },
      steps: new Tale(calendar, day).after(0, 'heads', { heads: [heads] }).after(0, 'hold').steps,
    })
    counted?.attach(id)
  }
}
