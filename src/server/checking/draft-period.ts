import { type Day, isDay } from '../../core/day.ts'
import type { DraftPeriod } from '../../core/draft/periods.ts'
import { type Period, parsePeriod } from '../../core/period.ts'

/** The days a period of a draft means, read on `today`; undefined when the words leave them open. */
export function daysOf(period: DraftPeriod | undefined, today: Day): Period | undefined {
  if (!period) return undefined
  const { text, kind, year } = period
  const thisYear = Number(today.slice(0, 4))
  const month = /(\d{1,2})月/.exec(text)?.[1]
  const said = year ?? (/今年|本年|全年|当年/.test(text) ? thisYear : /去年|上年/.test(text) ? thisYear - 1 : undefined)
  if (said === undefined) return undefined
  const from = `${said}-01-01`
  if (kind === 'since') return from <= today ? { from, to: today } : undefined
  if (kind === 'as-of') return { from: '1949-01-01', to: endOf(said, month, text, today) }
  if (kind !== 'year' && kind !== 'day') return undefined
  const whole = parsePeriod(month ? `${said}-${month.padStart(2, '0')}` : `${said}`)
  return whole && whole.from <= today ? { from: whole.from, to: whole.to > today ? today : whole.to } : undefined
}

function endOf(year: number, month: string | undefined, text: string, today: Day): Day {
  const day = /(\d{1,2})日/.exec(text)?.[1]
  const said = `${year}-${(month ?? '12').padStart(2, '0')}-${(day ?? '01').padStart(2, '0')}`
  if (day && isDay(said)) return said
  const last = month ? parsePeriod(`${year}-${month.padStart(2, '0')}`)?.to : `${year}-12-31`
  return last && last < today ? last : today
}
