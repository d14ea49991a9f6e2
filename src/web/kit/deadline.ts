import { calendarDaysBetween, type Day } from '../../core/day.ts'
import { workingDaysBetween } from '../../core/working-days.ts'
import { shortDate } from './date-text.ts'

export type DueState = 'late' | 'soon' | 'plain'

/** Amber within three working days, filled when late. */
export function dueState(dueOn: Day, today: Day): DueState {
  if (dueOn < today) return 'late'
  return workingDaysBetween(today, dueOn) <= 3 ? 'soon' : 'plain'
}

/** Days left of a term, as its kind counts them: the law by the calendar, a promise by working days. */
export function daysLeftOf(kind: 'legal' | 'service', dueOn: Day, today: Day): number {
  return kind === 'legal' ? calendarDaysBetween(today, dueOn) : workingDaysBetween(today, dueOn)
}

interface Words {
  late: (days: number) => string
  today: string
  soon: (day: string, days: number) => string
  left: (day: string, days: number) => string
}

/** Says the date and what is left: “11-27，还有 7 天”. Near and late are in working days, far off in calendar days. */
export function dueText(dueOn: Day, today: Day, words: Words): string {
  const state = dueState(dueOn, today)
  if (state === 'late') return words.late(Math.max(1, workingDaysBetween(dueOn, today)))
  if (dueOn === today) return words.today
  const working = workingDaysBetween(today, dueOn)
  // Over a weekend no working day is left, but the day itself is still to come.
  if (state === 'soon' && working > 0) return words.soon(shortDate(dueOn), working)
  return words.left(shortDate(dueOn), calendarDaysBetween(today, dueOn))
}
