import { addCalendarMonths } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { nameOf } from '../names.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

const whole = { consultations: 260 }
const fields = ['medicine', 'ecology', 'agriculture', 'law', 'education', 'economy', 'culture'] as const
const questions = [
  '牧区妇女增收怎么找准路子',
  '家庭教育指导怎么送到草原',
  '女性创业怎么用好数字技术',
  '巾帼生态行动怎么见成效',
]

/** 智库: two experts of each league, six of the region, and what they were asked. */
export async function makeThinkTank(making: Making, chance: Chance): Promise<void> {
  const { plan, calendar, filing } = making
  const women = new Women(plan)
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  const region = first - (first % 100)
  const seats = [
    ...areas.slice(0, 6).map((from) => ({ from, org: region })),
    ...areas.flatMap((from) => [0, 1].map(() => ({ from, org: from }))),
  ]
  const experts = new Map<number, string>()
  for (const { from, org } of seats) {
    const banner = plan.offices.find(({ area }) => area === from)?.banner ?? 0
    const person = women.take({ banner, area: from })
    const day = calendar.today - chance.whole(60, 900)
    const termFrom = calendar.day(day + 14)
    const { id } = await filing.file({
      programme: 'think-tank-expert',
      org: org * levelSpan.league,
      made: calendar.day(day),
      answers: {
        name: nameOf(person, from),
        person,
        invitedOn: calendar.day(day),
        unit: '科研院所（演示）',
        field: chance.pick(fields),
      },
      steps: new Tale(calendar, day)
        .after(6, 'agree', { answers: { agreedOn: calendar.day(day + 6), nameShown: chance.happens(0.7) } })
        .after(8, 'appoint', { answers: { termFrom, termTo: addCalendarMonths(termFrom, 36) } }).steps,
    })
    experts.set(org, id)
  }
  for (const { place, area, day } of spotsFor(making, chance, { total: whole.consultations, atBanner: true })) {
    const tale = new Tale(calendar, day)
      .after(3, 'assign', {
        answers: { expert: experts.get(area), dueOn: calendar.day(Math.min(day + 33, calendar.today + 60)) },
      })
      .after(chance.whole(8, 28), 'advise', { answers: { advice: '先摸清底数，再选两个旗试点，半年后看效果。' } })
    if (chance.happens(0.7)) tale.after(chance.whole(2, 12), 'adopt', { answers: { use: '写进年度工作方案。' } })
    else tale.after(chance.whole(2, 12), 'note', { reason: '条件还不具备' })
    await filing.file({
      programme: 'expert-consultation',
      org: place.code,
      made: calendar.day(day),
      answers: {
        question: chance.pick(questions),
        raisedOn: calendar.day(day),
        background: '调研中多次遇到，想听专家意见。',
      },
      steps: tale.steps,
    })
  }
}
