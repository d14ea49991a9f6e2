import { addCalendarMonths } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { nameOf } from '../names.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

const whole = { members: 4_200 }
const kinds = [
  ['enterprise', '女企业家协会（演示）'],
  ['science', '女科技工作者协会（演示）'],
  ['medicine', '女医师协会（演示）'],
] as const

/** L148: three associations of the region and of each league, with their members and yearly checks. */
export async function makeAssociations(making: Making, chance: Chance): Promise<void> {
  const { plan, calendar, filing, scale } = making
  const women = new Women(plan)
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  const region = first - (first % 100)
  const ofLeagues = areas.flatMap((area) => kinds.map((kind) => ({ area, from: area, kind })))
  const all = [...kinds.map((kind) => ({ area: region, from: first, kind })), ...ofLeagues]
  const sizes = apportion(
    Math.max(Math.round(whole.members * scale), all.length * 2),
    all.map(() => 0.5 + chance.next()),
    2,
  )
  for (const [i, { area, from, kind }] of all.entries()) {
    const [id, since] = await associate(making, chance, area, kind)
    const banner = plan.offices.find((office) => office.area === from)?.banner ?? 0
    for (let n = 0; n < (sizes[i] ?? 2); n++) {
      const person = women.take({ banner, area: from })
      const day = chance.whole(since, calendar.today - 10)
      const tale = new Tale(calendar, day).after(3, 'verify')
      if (n > 2 && chance.happens(0.06)) tale.after(300, 'leave', { reason: '本人申请退会' })
      await filing.file({
        programme: 'association-member',
        org: area * levelSpan.league,
        made: calendar.day(day),
        answers: {
          name: nameOf(person, from),
          person,
          joinedOn: calendar.day(day),
          association: id,
          duty: n === 0 ? 'president' : n === 1 ? 'vice' : 'member',
          unit: '会员单位（演示）',
          agreed: true,
        },
        steps: tale.steps,
      })
    }
  }
}

/** Registered some years ago; each year's report went in March and its check in May. Gives its id and first day. */
async function associate(
  { calendar, filing }: Making,
  chance: Chance,
  area: number,
  [kind, name]: (typeof kinds)[number],
): Promise<readonly [string, number]> {
  const founded = calendar.indexOf('2023-06-01') + chance.whole(0, 120)
  const registered = founded + 40
  const registeredOn = calendar.day(registered)
  const tale = new Tale(calendar, founded).after(40, 'register', {
    answers: {
      uscc: '91350100M000100Y43',
      registeredOn,
      president: '演示会长',
      termTo: addCalendarMonths(registeredOn, 60),
      reportBy: '2024-03-31',
      checkBy: '2024-05-31',
    },
  })
  for (let year = 2024; tale.told; year++) {
    tale.after(calendar.indexOf(`${year}-03-20`) - tale.at, 'report', { answers: { reportBy: `${year + 1}-03-31` } })
    if (!tale.told) break
    tale.after(calendar.indexOf(`${year}-05-18`) - tale.at, 'passCheck', {
      answers: { year: year - 1, result: 'passed', checkBy: `${year + 1}-05-31` },
    })
  }
  const { id } = await filing.file({
    programme: 'association',
    org: area * levelSpan.league,
    made: calendar.day(founded),
    answers: { name, foundedOn: calendar.day(founded), kind, supervisor: '妇女联合会' },
    steps: tale.steps,
  })
  return [id, registered]
}
