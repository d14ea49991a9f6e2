import { addCalendarDays, addCalendarMonths, type Day } from './day.ts'
import type { Label } from './unit.ts'
import { addWorkingDays, nextWorkingDay } from './working-days.ts'

/** How long a clock runs. Working days follow the State Council's calendar (holidays and make-up days). */
export interface Span {
  readonly count: number
  readonly unit: 'working-day' | 'day' | 'month'
}
export const workingDays = (count: number): Span => ({ count, unit: 'working-day' })
export const calendarDays = (count: number): Span => ({ count, unit: 'day' })
export const calendarMonths = (count: number): Span => ({ count, unit: 'month' })

/**
 * A deadline: begins when a record enters `from` (or with each of the actions `after`), ends when it reaches one of
 * `until` or one of the actions `done` is taken. Legal clocks come from law and cite it; service clocks are promises.
 */
export interface Clock<S extends string = string, A extends string = string> {
  readonly label: Label
  readonly from?: S
  readonly after?: readonly A[]
  readonly until: readonly S[]
  readonly done?: readonly A[]
  readonly within: Span
  readonly legal: boolean
  /** The law and its article, shown beside a legal clock. */
  readonly law?: string
  /** Rule of the domain papers: D01. */
  readonly rule: string
  /** An action that lengthens it, by its own span. */
  readonly extend?: { readonly by: A; readonly with: Span }
}

export interface RunningClock {
  readonly clock: string
  readonly startedOn: Day
  readonly dueOn: Day
  readonly endedOn?: Day
}

export interface Act<S extends string = string, A extends string = string> {
  readonly action: A | 'create' | 'edit'
  readonly from: S | undefined
  readonly to: S
  readonly on: Day
}

/**
 * The last day of a span that begins on a day. The first day does not count, and a legal span that ends on a holiday ends
 * on the next working day (民法典 第二百零一条、第二百零三条).
 */
export function dueOn(start: Day, span: Span, legal: boolean): Day {
  if (span.unit === 'working-day') return addWorkingDays(start, span.count)
  const last = span.unit === 'day' ? addCalendarDays(start, span.count) : addCalendarMonths(start, span.count)
  return legal ? nextWorkingDay(last) : last
}

/** Every run of the clocks of a record, from its history; pure, so that a restart or a replay gives the same. */
export function clocksOf(clocks: Readonly<Record<string, Clock>>, history: readonly Act[]): RunningClock[] {
  return Object.entries(clocks).flatMap(([id, clock]) => runsOf(id, clock, history))
}

function runsOf(id: string, clock: Clock, history: readonly Act[]): RunningClock[] {
  const runs: RunningClock[] = []
  let open: { startedOn: Day; dueOn: Day } | undefined
  for (const act of history) {
    const entered = act.from !== act.to
    if (open && clock.extend && act.action === clock.extend.by)
      open.dueOn = dueOn(open.dueOn, clock.extend.with, clock.legal)
    const ends = (entered && clock.until.includes(act.to)) || (clock.done?.includes(act.action) ?? false)
    if (open && ends) {
      runs.push({ clock: id, ...open, endedOn: act.on })
      open = undefined
    }
    const starts = (entered && act.to === clock.from) || (clock.after?.includes(act.action) ?? false)
    if (!open && starts) open = { startedOn: act.on, dueOn: dueOn(act.on, clock.within, clock.legal) }
  }
  if (open) runs.push({ clock: id, ...open })
  return runs
}
