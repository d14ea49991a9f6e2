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

/** The same for a deadline of minutes and hours: amber in its last hour, filled when its moment has come. */
export function momentState(dueAt: string, now: number): DueState {
  const left = Date.parse(dueAt) - now
  if (left <= 0) return 'late'
  return left <= 3_600_000 ? 'soon' : 'plain'
}

interface MomentWords {
  lateMinutes: (hours: number, minutes: number) => string
  leftMinutes: (hours: number, minutes: number) => string
}

/** “还有 3 小时 20 分”; late since less than a minute is late by one. */
export function momentText(dueAt: string, now: number, words: MomentWords): string {
  const left = Math.ceil((Date.parse(dueAt) - now) / 60_000)
  const minutes = Math.max(1, Math.abs(left))
  const say = left <= 0 ? words.lateMinutes : words.leftMinutes
  return say(Math.floor(minutes / 60), minutes % 60)
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
