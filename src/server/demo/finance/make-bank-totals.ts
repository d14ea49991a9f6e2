import { addCalendarDays, addCalendarMonths } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'

/** F028, in ten thousands of yuan: what the bank's branches of the twelve leagues say they lent, together. */
const lent = 4_000_000

/** 专项行动: each league's branch with its running total, read at the end of each quarter since 2022. */
export async function makeBankTotals({ plan, calendar, filing, scale }: Making, chance: Chance): Promise<void> {
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const shares = apportion(
    Math.max(Math.round(lent * scale), areas.length * 20),
    areas.map((area) => plan.offices.filter((office) => office.area === area).length),
    20,
  )
  const quarters: string[] = []
  for (let month = '2022-03-01'; ; month = addCalendarMonths(month, 3)) {
    const end = addCalendarDays(addCalendarMonths(month, 1), -1)
    if (calendar.indexOf(end) + 14 > calendar.today) break
    quarters.push(end)
  }
  for (const [i, area] of areas.entries()) {
    const opened = calendar.indexOf('2022-04-05')
    const total = (shares[i] ?? 20) * 10_000_00
    const tale = new Tale(calendar, opened)
    for (const [n, end] of quarters.entries()) {
      const nextEnd = addCalendarDays(addCalendarMonths(addCalendarDays(end, 1), 3), -1)
      const cumulativeFen = n === quarters.length - 1 ? total : Math.floor((total * (n + 3)) / (quarters.length + 3))
      tale.after(calendar.indexOf(end) + 10 - tale.at, 'read', {
        answers: {
          readOn: end,
          cumulativeFen,
          balanceFen: Math.round(cumulativeFen * 0.3),
          customers: Math.max(1, Math.round(cumulativeFen / 80_000_00)),
          source: '分行季度报送表（演示）',
          nextBy: addCalendarDays(nextEnd, 15),
        },
      })
      tale.after(chance.whole(1, 3), 'accept')
    }
    await filing.file({
      programme: 'loan-report',
      org: area * levelSpan.league,
      made: calendar.day(opened),
      answers: {
        scheme: '金融支持妇女发展专项行动（演示）',
        openedOn: calendar.day(opened),
        bank: '农业银行盟市分行（演示）',
        definition: '借款人为女性的个人经营性贷款和女性负责的小微企业贷款，累计投放，不扣除已还。',
        nextBy: '2022-04-15',
      },
      steps: tale.steps,
    })
  }
}
