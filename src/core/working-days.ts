import { addCalendarDays, type Day, weekdayOf } from './day.ts'
import { fixedHolidays, holidays } from './holidays.ts'

/** Days in Asia/Shanghai, 'YYYY-MM-DD'. Periods follow 民法典 arts. 201, 203: the first day is not counted. */
const off = new Set<Day>()
const work = new Set<Day>()

function days(year: string, ranges: string): Day[] {
  return ranges.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('..')
    const list = [`${year}-${first}`]
    while ((list.at(-1) ?? '') < `${year}-${last}`) list.push(addCalendarDays(list.at(-1) ?? '', 1))
    return list
  })
}

for (const [year, arranged] of Object.entries(holidays)) {
  for (const day of days(year, arranged.off)) off.add(day)
  for (const day of days(year, arranged.work)) work.add(day)
}

const fixed = new Set(days('2000', fixedHolidays).map((day) => day.slice(5)))

/** Whether the holidays of a year have been announced and are in the table. If not, its deadlines are provisional. */
export function isCalendarKnown(year: number): boolean {
  return String(year) in holidays
}

/**
 * Whether offices work on a day: announced days off and made-up days first, else Monday to Friday. In a year not yet
 * announced only the holidays fixed by date are off, so a deadline may come out early but never late.
 */
export function isWorkingDay(day: Day): boolean {
  if (work.has(day)) return true
  if (off.has(day) || (!isCalendarKnown(Number(day.slice(0, 4))) && fixed.has(day.slice(5)))) return false
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/** The day itself when it is a working day, else the next one: where a period ends whose last day is a day off. */
export function nextWorkingDay(day: Day): Day {
  let next = day
  while (!isWorkingDay(next)) next = addCalendarDays(next, 1)
  return next
}

/** The `count`-th working day after a day (before it when negative); the day itself is not counted. 0: the next one. */
export function addWorkingDays(day: Day, count: number): Day {
  if (count === 0) return nextWorkingDay(day)
  const step = count < 0 ? -1 : 1
  let reached = day
  for (let left = Math.abs(count); left > 0; ) {
    reached = addCalendarDays(reached, step)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}

/** Working days after `a` up to and with `b`: how many are left on `a` of a period ending `b`. Negative when overdue. */
export function workingDaysBetween(a: Day, b: Day): number {
  if (b < a) return -workingDaysBetween(b, a)
  let count = 0
  for (let day = addCalendarDays(a, 1); day <= b; day = addCalendarDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}
