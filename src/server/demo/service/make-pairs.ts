import { addCalendarDays } from '../../../core/day.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

/** No figure in the articles. Made persons are grown, so the made pairs are of students, not of children. */
const whole = { pairs: 480 }

/** 结对帮扶 of a year, in touch through the federation. */
export async function makePairs(making: Making): Promise<void> {
  const { calendar, filing } = making
  const chance = new Chance(57)
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.pairs, atBanner: true })) {
    const on = calendar.day(spot.day)
    const tale = new Tale(calendar, spot.day).after(chance.whole(6, 40), 'pair', {
      answers: {
        donor: '草原爱心单位（演示）',
        promise: true,
        consent: true,
        until: addCalendarDays(on, 365),
      },
    })
    for (let n = 0; n < 3; n++) {
      tale.after(30, 'pass', { answers: { way: 'toStudent', what: chance.pick(['letter', 'books']), looked: 'yes' } })
      tale.after(52, 'ask', { answers: { met: true, contact: 'none' } })
    }
    tale.after(spot.day + 366 - tale.at, 'term')
    await filing.file({
      programme: 'pair-support',
      org: spot.place.code,
      made: on,
      answers: {
        topic: 'adult',
        wishedOn: on,
        person: women.take(spot),
        under14: false,
        wish: '希望有人写写信，介绍一些专业和就业的书。',
      },
      steps: tale.steps,
    })
  }
}
