import { addCalendarDays, addCalendarMonths, type Day } from './day.ts'
import type { Period } from './period.ts'

const halvesOf = (year: number): [Period, Period] => [
  { from: `${year}-01-01`, to: `${year}-06-30` },
  { from: `${year}-07-01`, to: `${year}-12-31` },
]
const halfAround = (day: Day): Period => halvesOf(Number(day.slice(0, 4)))[day.slice(5) < '07-01' ? 0 : 1]

/** The half-years a range is made of; undefined when it begins or ends within one, or is longer than thirty years. */
export function halfYearsIn({ from, to }: Period): Period[] | undefined {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (halfAround(from).from !== from || halfAround(to).to !== to || last - first > 30) return undefined
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return years.flatMap(halvesOf).filter((half) => half.from >= from && half.to <= to)
}

/** The half-years around a range. */
export const halfYearsAround = ({ from, to }: Period): Period => ({
  from: halfAround(from).from,
  to: halfAround(to).to,
})

/** A half-year is closed one month after it ended, in Shanghai (decision 0009). */
export const closingOf = ({ to }: Period): Date =>
  new Date(`${addCalendarMonths(addCalendarDays(to, 1), 1)}T00:00:00+08:00`)
