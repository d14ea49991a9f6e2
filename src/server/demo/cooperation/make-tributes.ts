import { levelSpan } from '../../../core/org-code.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { Tale } from '../tale.ts'

const donors = [
  ['草原乳业（演示）', 'enterprise', 'agree'],
  ['青山基金会（演示）', 'foundation', 'agree'],
  ['河套商会（演示）', 'organisation', 'agree'],
  ['一位热心人（演示）', 'person', 'refuse'],
  ['北风物流（演示）', 'enterprise', 'withdraw'],
] as const

/** L053: a tribute list of the region and of each league; who did not want to be named is not on it. */
export async function makeTributes(making: Making, chance: Chance): Promise<void> {
  const { plan, calendar, filing } = making
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  for (const area of [first - (first % 100), ...areas]) {
    const org = area * levelSpan.league
    const day = calendar.today - chance.whole(60, 400)
    const { id } = await filing.file({
      programme: 'donor-tribute',
      org,
      made: calendar.day(day),
      answers: {
        title: '“关爱女儿”公益致敬名单（演示）',
        preparedOn: calendar.day(day),
        occasion: '家庭工作表彰暨公益致敬仪式',
        from: calendar.day(day - 365),
        to: calendar.day(day - 1),
      },
      steps: new Tale(calendar, day).after(40, 'publish').steps,
    })
    for (const [donor, kind, answer] of donors) {
      const tale = new Tale(calendar, day + 1)
      const agreedOn = calendar.day(day + 8)
      if (answer === 'refuse') tale.after(5, 'refuse')
      else tale.after(7, 'agree', { answers: { shownAs: donor, agreedOn, way: 'letter' } })
      if (answer === 'withdraw') tale.after(20, 'withdraw')
      await filing.file({
        programme: 'donor-honour',
        org,
        made: calendar.day(day + 1),
        answers: { kind, askedOn: calendar.day(day + 1), tribute: id, donor },
        steps: tale.steps,
      })
    }
  }
}
