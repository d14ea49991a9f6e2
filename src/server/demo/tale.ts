import { addCalendarMonths, type Day } from '../../core/day.ts'
import type { Calendar } from './calendar.ts'
import type { Step } from './tell.ts'

type More = Pick<Step, 'answers' | 'reason' | 'attendance' | 'heads'>

/** Steps of a record day after day; what would lie in the future is not told: that is where the record stands today. */
export class Tale {
  readonly steps: Step[] = []
  private readonly calendar: Calendar
  private day: number
  private over = false

  constructor(calendar: Calendar, day: number) {
    this.calendar = calendar
    this.day = day
  }

  get at(): number {
    return this.day
  }

  /** The day of the step before. */
  get on(): Day {
    return this.calendar.day(Math.min(this.day, this.calendar.today))
  }

  get told(): boolean {
    return !this.over
  }

  /** A step some days after the one before. */
  after(days: number, action: string, more: More = {}): this {
    if (this.over || this.day + days > this.calendar.today) {
      this.over = true
      return this
    }
    this.day += days
    this.steps.push({ action, on: this.calendar.day(this.day), ...more })
    return this
  }

  /** Days from the step before to so many months after it. */
  months(count: number): number {
    return this.calendar.indexOf(addCalendarMonths(this.on, count)) - this.day
  }
}
