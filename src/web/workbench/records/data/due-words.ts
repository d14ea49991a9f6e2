import { calendarDaysBetween, type Day } from '../../../../core/day.ts'
import { shortDate } from '../../../kit/date-text.ts'

interface Words {
  dueLate: (days: number) => string
  dueToday: string
  dueLeft: (day: string, days: number) => string
}

/** A record's deadline in calendar days, as its page counts them: “11-27，还有 7 天”. */
export function dueWords(dueOn: Day, today: Day, words: Words): string {
  const days = calendarDaysBetween(today, dueOn)
  if (days < 0) return words.dueLate(-days)
  return days === 0 ? words.dueToday : words.dueLeft(shortDate(dueOn), days)
}
