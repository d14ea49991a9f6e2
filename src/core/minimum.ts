import { addCalendarDays, calendarDaysBetween, type Day } from './day.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

export interface Standing {
  readonly least: number
  readonly done: number
  /** What is still missing; 0 when the minimum is met. */
  readonly missing: number
  /** met; on the way; behind: fewer than the part of the year that is over asks for. */
  readonly stands: 'met' | 'on-the-way' | 'behind'
}

/**
 * How somebody stands on a day to the least that a span asks for, from what was done in it. Behind is who has fewer than the
 * whole ones that the passed part of the span asks for: the first quarter of four asks for one.
 */
export function standingOf(least: number, done: number, { from, to }: Span, day: Day): Standing {
  const whole = calendarDaysBetween(from, addCalendarDays(to, 1))
  const passed = Math.min(Math.max(calendarDaysBetween(from, day), 0), whole)
  const missing = Math.max(least - done, 0)
  const asked = Math.floor((least * passed) / whole)
  return { least, done, missing, stands: missing === 0 ? 'met' : done < asked ? 'behind' : 'on-the-way' }
}
