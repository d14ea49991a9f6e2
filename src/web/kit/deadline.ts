import { calendarDaysBetween, type Day } from '../../core/day.ts'
import { shortDate } from './date-text.ts'

export type DueState = 'late' | 'soon' | 'plain'

/** Amber within three working days, filled when late. `workingDaysLeft` is counted by the server's calendar. */
export function dueState(workingDaysLeft: number): DueState {
  if (workingDaysLeft < 0) return 'late'
  return workingDaysLeft <= 3 ? 'soon' : 'plain'
}

interface Words {
  late: (days: number) => string
  today: string
  soon: (day: string, days: number) => string
  left: (day: string, days: number) => string
}

/** Says the date and what is left: “11-27，还有 7 天”. Near and late are in working days, far off in calendar days. */
export function dueText(dueOn: Day, workingDaysLeft: number, today: Day, words: Words): string {
  const state = dueState(workingDaysLeft)
  if (state === 'late') return words.late(-workingDaysLeft)
  if (dueOn === today) return words.today
  if (state === 'soon') return words.soon(shortDate(dueOn), workingDaysLeft)
  return words.left(shortDate(dueOn), calendarDaysBetween(today, dueOn))
}
