import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { check } from './projects.ts'

/** No figure in the articles; public reports tell of some 180 mothers (L132). */
const whole = { pairs: 180 }
const nicknames = ['小花', '小石头', '妞妞', '苏和', '小雨']

/** “周末妈妈”: pairs of this half-year, their stays and what was asked after them. */
export async function makeCompanions(making: Making): Promise<void> {
  const { calendar, filing } = making
  const chance = new Chance(302)
  const women = new Women(making.plan)
  const spots = spotsFor(making, chance, { total: whole.pairs, atBanner: true })
  for (const [i, spot] of spots.entries()) {
    const person = women.take(spot)
    await check(making, spot, person, 'weekend')
    const began = calendar.today - 36 - (i % 90)
    const on = (day: number) => calendar.day(day)
    const tale = new Tale(calendar, began)
      .after(5, 'check', { answers: { homeVisitedOn: on(began + 4), homeFits: true, healthy: true } })
      .after(3, 'train', { answers: { trainedOn: on(began + 8) } })
      .after(4, 'match', {
        answers: {
          child: chance.pick(nicknames),
          guardian: '孩子的奶奶',
          childChose: true,
          volunteerChose: true,
          guardianSigned: true,
          schoolTold: true,
        },
      })
      .after(2, 'start')
    while (tale.told) tale.after(28, 'review', { answers: { alone: true, well: 'good', harm: false } })
    const pair = await filing.file({
      programme: 'weekend-pair',
      org: spot.place.code,
      made: on(began),
      answers: { topic: 'minor', wishedOn: on(began), person },
      steps: tale.steps,
    })
    for (let day = began + 16; day <= calendar.today - 4; day += 14) {
      const stay = on(day)
      await filing.file({
        programme: 'weekend-stay',
        org: spot.place.code,
        made: stay,
        answers: {
          where: chance.pick(['home', 'home', 'out']),
          fetchedOn: stay,
          pair: pair.id,
          fetchedAt: `${stay}T09:00:00+08:00`,
          guardianKnows: true,
          adults: 2,
        },
        steps: new Tale(calendar, day)
          .after(0, 'fetch')
          .after(1, 'bring', { answers: { backAt: `${on(day + 1)}T17:00:00+08:00`, backTo: 'guardian' } })
          .after(2, 'ask', { answers: { content: true, harm: false } }).steps,
      })
    }
  }
}
