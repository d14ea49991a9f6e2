import { addCalendarDays, calendarDaysBetween, type Day } from '../../core/day.ts'
import type { Chance } from './chance.ts'

const firstDay = '2015-01-01'
/** How busy each month is: 三八 in March, children in June, volunteers' autumn in October; quiet at the Spring Festival. */
const seasons = [0.6, 0.55, 1.7, 1, 1.1, 1.45, 0.95, 0.95, 1.1, 1.5, 1.05, 0.8]
const flowsFrom = '2023-01-01'

const hourInShanghai = (at: Date): number => (at.getUTCHours() + 8) % 24

/** Days as numbers, and busy days more often than quiet ones. */
export class Calendar {
  readonly today: number
  /** The newest day on which an office has been at work: before nine in the morning it is yesterday. */
  readonly worked: number
  /** “今年以来”: first and last day of the campaigns of the year; early in a year it is the year before. */
  readonly campaign: { readonly from: number; readonly until: number }
  private readonly days: Day[] = []
  private readonly busy: Float64Array
  private readonly flowStart: number

  constructor(today: Day) {
    this.today = calendarDaysBetween(firstDay, today)
    for (let i = 0; i <= this.today + 120; i++) this.days.push(addCalendarDays(firstDay, i))
    this.flowStart = calendarDaysBetween(firstDay, flowsFrom)
    this.worked = this.today - (hourInShanghai(new Date()) < 9 ? 1 : 0)
    const year = addCalendarDays(today, -90).slice(0, 4)
    this.campaign = {
      from: this.indexOf(`${year}-01-01`),
      until: Math.min(this.indexOf(`${year}-12-31`), this.today),
    }
    this.busy = new Float64Array(this.today - this.flowStart + 1)
    let sum = 0
    for (let i = 0; i < this.busy.length; i++) {
      const month = Number(this.day(this.flowStart + i).slice(5, 7))
      // Federation work grew over the years, about a tenth a year.
      sum += (seasons[month - 1] ?? 1) * (1 + i / 3650)
      this.busy[i] = sum
    }
  }

  /** 'YYYY-MM-DD' of a day's number. */
  day(index: number): Day {
    const day = this.days[index]
    if (day === undefined) throw new Error(`no day ${index}`)
    return day
  }

  indexOf(day: Day): number {
    return calendarDaysBetween(firstDay, day)
  }

  /** A day from 2023, or `from`, to `until` (today at the latest). */
  busyDay(chance: Chance, until: number = this.today, from: number = this.flowStart): number {
    const last = this.busy[Math.min(until, this.today) - this.flowStart] ?? 0
    const before = this.busy[from - 1 - this.flowStart] ?? 0
    const target = before + chance.next() * (last - before)
    let low = 0
    let high = this.busy.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.busy[middle] ?? 0) > target) high = middle
      else low = middle + 1
    }
    return this.flowStart + low
  }
}
