import { addCalendarDays, addCalendarMonths, type Day, formatDay, isDay, monthNames } from './day.ts'

/** A month as the integer yyyymm: 202611. Cells are kept per month. */
export type Month = number

/** A range of days, both ends included. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7))
}

export function firstDayOf(month: Month): Day {
  const text = String(month).padStart(6, '0')
  return `${text.slice(0, 4)}-${text.slice(4)}-01`
}

export function lastDayOf(month: Month): Day {
  return addCalendarDays(addCalendarMonths(firstDayOf(month), 1), -1)
}

/** The month `count` later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  return monthOf(addCalendarMonths(firstDayOf(month), count))
}

/** Every month from one to another, both included; none when they are the wrong way round. */
export function monthRange(from: Month, to: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}

/**
 * A range of days as whole months plus the day ranges left over at its edges. Cells answer the months, entries the
 * edges: 15 January – 20 March is February, 15–31 January and 1–20 March. A range inside one month is one edge.
 */
export function monthsOf(from: Day, to: Day): { months: Month[]; edges: Period[] } {
  if (from > to) return { months: [], edges: [] }
  const first = monthOf(from)
  const last = monthOf(to)
  const startsWhole = from === firstDayOf(first)
  const endsWhole = to === lastDayOf(last)
  if (first === last && !(startsWhole && endsWhole)) return { months: [], edges: [{ from, to }] }
  const edges: Period[] = []
  if (!startsWhole) edges.push({ from, to: lastDayOf(first) })
  if (!endsWhole) edges.push({ from: firstDayOf(last), to })
  const months = monthRange(startsWhole ? first : addMonths(first, 1), endsWhole ? last : addMonths(last, -1))
  return { months, edges }
}

/** The same days a year earlier; a period that ends with a month's last day still does (all of February stays so). */
export function samePeriodLastYear({ from, to }: Period): Period {
  const lastMonth = addMonths(monthOf(to), -12)
  const endsMonth = to === lastDayOf(monthOf(to))
  return { from: addCalendarMonths(from, -12), to: endsMonth ? lastDayOf(lastMonth) : addCalendarMonths(to, -12) }
}

function monthSpan(year: string, first: number, last: number): Period {
  const start = Number(year) * 100
  return { from: firstDayOf(start + first), to: lastDayOf(start + last) }
}

function part(text: string): Period | undefined {
  const match = /^(\d{4})(?:-?([QH])(\d)|-(\d{2}))?$/.exec(text)
  if (!match) return isDay(text) ? { from: text, to: text } : undefined
  const [, year = '', kind, number, month] = match
  const index = Number(number ?? month)
  if (kind === 'Q') return index >= 1 && index <= 4 ? monthSpan(year, index * 3 - 2, index * 3) : undefined
  if (kind === 'H') return index === 1 || index === 2 ? monthSpan(year, index * 6 - 5, index * 6) : undefined
  if (month) return index >= 1 && index <= 12 ? monthSpan(year, index, index) : undefined
  return monthSpan(year, 1, 12)
}

/**
 * Reads 2026, 2026Q3, 2026H1, 2026-11, 2026-11-22, or two of them joined by '..' (2026-01..2026-11).
 * undefined for anything else, for days that do not exist, and for an end before its start.
 */
export function parsePeriod(text: string): Period | undefined {
  const [first = '', second, more] = text.trim().toUpperCase().split('..')
  if (more !== undefined) return undefined
  const start = part(first)
  const end = second === undefined ? start : part(second)
  if (!start || !end || start.from > end.to) return undefined
  return { from: start.from, to: end.to }
}

/** 2026年11月; Nov 2026. */
export function formatMonth(month: Month, language: 'zh' | 'en'): string {
  const year = Math.floor(month / 100)
  return language === 'zh' ? `${year}年${month % 100}月` : `${monthNames[(month % 100) - 1]} ${year}`
}

function formatMonths(first: Month, last: Month, language: 'zh' | 'en'): string {
  const year = Math.floor(first / 100)
  const sameYear = year === Math.floor(last / 100)
  if (sameYear && first % 100 === 1 && last % 100 === 12) return language === 'zh' ? `${year}年` : String(year)
  if (first === last) return formatMonth(first, language)
  if (language === 'zh') return `${formatMonth(first, 'zh')}—${sameYear ? `${last % 100}月` : formatMonth(last, 'zh')}`
  return `${sameYear ? monthNames[(first % 100) - 1] : formatMonth(first, 'en')} – ${formatMonth(last, 'en')}`
}

/** In running text, as short as it stays plain: 2026年; 2026年1月—11月; 2026年11月1日—11月22日. */
export function formatPeriod({ from, to }: Period, language: 'zh' | 'en'): string {
  const first = monthOf(from)
  const last = monthOf(to)
  if (from === firstDayOf(first) && to === lastDayOf(last)) return formatMonths(first, last, language)
  if (from === to) return formatDay(from, language)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (language === 'en') return `${formatDay(from, 'en')} – ${formatDay(to, 'en')}`
  return `${formatDay(from, 'zh')}—${sameYear ? formatDay(to, 'zh').slice(5) : formatDay(to, 'zh')}`
}
