/** A calendar day 'YYYY-MM-DD' in Asia/Shanghai. Days compare as strings. */
export type Day = string

const dayMs = 86_400_000

/** Whether the text is a day that exists: 2026-02-29 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && toDay(time) === text
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10)
}

/** Midnight UTC of a day: days are counted in UTC, where no day has 23 or 25 hours (Shanghai had some until 1991). */
function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** The day it is in Shanghai at a moment, whatever the server's own time zone. */
export function todayInShanghai(now: Date): Day {
  return toDay(now.getTime() + 8 * 3_600_000)
}

/** `days` later (earlier when negative). The starting day itself is not counted. */
export function addCalendarDays(day: Day, days: number): Day {
  return toDay(timeOf(day) + days * dayMs)
}

/**
 * The same day of the month `months` later; the month's last day when it has no such day (31 January + 1 = 28 February).
 * 民法典 art. 202: a period by months ends on the corresponding day, or on the last day of the month.
 */
export function addCalendarMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

/** Whole days from `a` to `b`: 0 for the same day, negative when `b` is earlier. */
export function calendarDaysBetween(a: Day, b: Day): number {
  return (timeOf(b) - timeOf(a)) / dayMs
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(timeOf(day)).getUTCDay()
}

/** Full years of age on a day. A child born on 29 February is a year older from 1 March in a common year. */
export function ageOn(bornOn: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** In running text: 2026年11月22日, 22 Nov 2026. In tables the day is shown as it is stored. */
export function formatDay(day: Day, language: 'zh' | 'en'): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${monthNames[month - 1]} ${year}`
}

export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
