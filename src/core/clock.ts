import { addCalendarDays, addCalendarMonths, calendarDaysBetween, type Day, isDay, todayInShanghai } from './day.ts'
import type { Label } from './unit.ts'
import { addWorkingDays, nextWorkingDay, workingDaysBetween } from './working-days.ts'

/** How long a clock runs. Working days follow the State Council's calendar (holidays and make-up days). */
export interface Span {
  readonly count: number
  readonly unit: 'minute' | 'hour' | 'working-day' | 'day' | 'month'
}
/** 立即: the clock is late as soon as it runs. */
export const atOnce: Span = { count: 0, unit: 'minute' }
export const minutes = (count: number): Span => ({ count, unit: 'minute' })
export const hours = (count: number): Span => ({ count, unit: 'hour' })
export const workingDays = (count: number): Span => ({ count, unit: 'working-day' })
export const calendarDays = (count: number): Span => ({ count, unit: 'day' })
export const calendarMonths = (count: number): Span => ({ count, unit: 'month' })

/**
 * A deadline: begins when a record enters `from` (or with each of the actions `after`), ends when it reaches one of
 * `until` or one of the actions `done` is taken. Legal clocks come from law and cite it; service clocks are promises.
 */
export interface Clock<S extends string = string, A extends string = string, F extends string = string> {
  readonly label: Label
  readonly from?: S
  readonly after?: readonly A[]
  readonly until: readonly S[]
  readonly done?: readonly A[]
  readonly within: Span
  /** Further rounds, all reckoned from the first start: follow-up calls after 7, 30 and 90 days. Each `done` ends one. */
  readonly rounds?: readonly Span[]
  /** Runs to the day in this field instead of `within`: the last day of a protection order. */
  readonly dueField?: F
  /** States in which it stands still: a hearing, an expert opinion. The days in them are added. */
  readonly pausedIn?: readonly S[]
  readonly legal: boolean
  /** The law and its article, shown beside a legal clock. */
  readonly law?: string
  /** Rule of the domain papers: D01. */
  readonly rule: string
  /** An action that lengthens it, by its own span; at most `times` times. */
  readonly extend?: { readonly by: A; readonly with: Span; readonly times?: number }
  /** Calendar days before the end on which whoever must act is told once more. */
  readonly remindBefore?: readonly number[]
  /** The step the house takes itself when the time is over: an order lapses, a clue expires. */
  readonly expires?: A
}

export interface RunningClock {
  readonly clock: string
  readonly startedOn: Day
  readonly dueOn: Day
  /** The moment, for clocks of minutes and hours (ISO 8601). */
  readonly dueAt?: string
  /** Of a clock with rounds: 0 for the first. */
  readonly round?: number
  /** It stands still since this day; `dueOn` is as it was then. */
  readonly pausedOn?: Day
  readonly endedOn?: Day
}

export interface Act<S extends string = string, A extends string = string> {
  readonly action: A | 'create' | 'edit'
  readonly from: S | undefined
  readonly to: S
  readonly on: Day
  /** The moment, where it is known (ISO 8601). */
  readonly at?: string
}

/** Midnight at which a day begins in Shanghai, in milliseconds. */
export const startOfDay = (day: Day): number => Date.parse(`${day}T00:00:00+08:00`)

const dayOf = (moment: number): Day => todayInShanghai(new Date(moment))
const minuteMs = 60_000
const lengthOf = ({ count, unit }: Span): number => count * minuteMs * (unit === 'hour' ? 60 : 1)
const isShort = ({ unit }: Span): boolean => unit === 'minute' || unit === 'hour'

/**
 * The last day of a span of days that begins on a day. The first day does not count, and a legal span of days or months
 * that ends on a holiday ends on the next working day (民法典 第二百零一条至第二百零三条).
 */
export function dueOn(start: Day, span: Span, legal: boolean): Day {
  const last = after(start, span)
  return legal && span.unit !== 'working-day' ? nextWorkingDay(last) : last
}

function after(start: Day, { count, unit }: Span): Day {
  if (unit === 'working-day') return addWorkingDays(start, count)
  return unit === 'day' ? addCalendarDays(start, count) : addCalendarMonths(start, count)
}

/**
 * The moment of a step. Told for an earlier day than it was entered on, its hour is unknown: the day's beginning, so that
 * a term may come out early, never late.
 */
function momentOf(act: Act): number {
  const at = act.at === undefined ? Number.NaN : Date.parse(act.at)
  return !Number.isNaN(at) && dayOf(at) === act.on ? at : startOfDay(act.on)
}

/** Where a run ends so far. `day` is not yet moved off a holiday; `at` is there for minutes and hours only. */
interface Due {
  readonly day: Day
  readonly at?: number
  readonly unit: Span['unit'] | 'fixed'
}
interface Pause {
  readonly from: Day
  readonly to: Day
  readonly at: number
  readonly length: number
}
interface Open {
  readonly startedOn: Day
  readonly startedAt: number
  readonly round: number
  readonly due: Due
  /** How often it was lengthened, and the pauses of all its rounds so far. */
  readonly extended: number
  readonly pauses: readonly Pause[]
  readonly still?: { readonly since: Day; readonly at: number }
}

/**
 * Every run of the clocks of a record, from its history and, for clocks with a `dueField`, its answers as they are now;
 * pure, so that a restart or a replay gives the same. Days are those of Shanghai.
 */
export function clocksOf(
  clocks: Readonly<Record<string, Clock>>,
  history: readonly Act[],
  answers: Readonly<Record<string, unknown>> = {},
): RunningClock[] {
  return Object.entries(clocks).flatMap(([id, clock]) => runsOf(id, clock, history, answers))
}

function runsOf(
  id: string,
  clock: Clock,
  history: readonly Act[],
  answers: Readonly<Record<string, unknown>>,
): RunningClock[] {
  const runs: RunningClock[] = []
  const fixed = clock.dueField === undefined ? undefined : answers[clock.dueField]
  const fixedDay = typeof fixed === 'string' && isDay(fixed) ? fixed : undefined
  const spans = [clock.within, ...(clock.rounds ?? [])]
  const begin = (round: number, from: Omit<Open, 'round' | 'due'>): Open => ({
    ...from,
    round,
    due: fixedDay
      ? { day: fixedDay, unit: 'fixed' }
      : from.pauses.reduce((due, pause) => later(due, pause, clock.legal), dueOf(from, spans[round])),
  })
  let open: Open | undefined
  for (const act of history) {
    const entered = act.from !== act.to
    const standing = clock.pausedIn?.includes(act.to) ?? false
    const closes = entered && clock.until.includes(act.to)
    const done = clock.done?.includes(act.action) ?? false
    if (open && clock.extend?.by === act.action && open.extended < (clock.extend.times ?? Number.POSITIVE_INFINITY))
      open = { ...open, extended: open.extended + 1, due: lengthened(open.due, clock.extend.with, clock.legal) }
    if (open?.still && (!standing || closes || done)) open = resumed(open, open.still, act, clock.legal)
    if (open && (closes || done)) {
      runs.push(asRun(id, clock, open, act.on))
      open = closes || open.round + 1 >= spans.length ? undefined : begin(open.round + 1, open)
    }
    const starts = (entered && act.to === clock.from) || (clock.after?.includes(act.action) ?? false)
    if (!open && starts) open = begin(0, { startedOn: act.on, startedAt: momentOf(act), extended: 0, pauses: [] })
    if (open && standing && !open.still)
      open = { ...open, still: { since: latest(act.on, open.startedOn), at: Math.max(momentOf(act), open.startedAt) } }
  }
  if (open) runs.push(asRun(id, clock, open))
  return runs
}

const latest = (a: Day, b: Day): Day => (a < b ? b : a)

function dueOf({ startedOn, startedAt }: Pick<Open, 'startedOn' | 'startedAt'>, span: Span = atOnce): Due {
  if (!isShort(span)) return { day: after(startedOn, span), unit: span.unit }
  const at = startedAt + lengthOf(span)
  return { day: dayOf(at), at, unit: span.unit }
}

/** A legal term of days ends on a working day; one of hours, working days or up to a stated day ends where it ends. */
const lastDay = ({ day, unit }: Due, legal: boolean): Day =>
  legal && (unit === 'day' || unit === 'month') ? nextWorkingDay(day) : day

/** The extension begins where the term would have ended. A stated day is moved by stating another. */
function lengthened(due: Due, span: Span, legal: boolean): Due {
  if (due.unit === 'fixed') return due
  if (isShort(span)) {
    const end = due.at ?? startOfDay(addCalendarDays(lastDay(due, legal), 1))
    const at = end + lengthOf(span)
    return { day: dayOf(at), at, unit: span.unit }
  }
  const from = lastDay(due, legal)
  const day = after(from, span)
  if (due.at === undefined) return { day, unit: span.unit }
  return { day, at: due.at + calendarDaysBetween(from, day) * 1440 * minuteMs, unit: due.unit }
}

function resumed(open: Open, still: { since: Day; at: number }, act: Act, legal: boolean): Open {
  const length = Math.max(0, momentOf(act) - still.at)
  const pause = { from: still.since, to: latest(act.on, still.since), at: still.at, length }
  const { still: _, ...rest } = open
  return { ...rest, due: later(open.due, pause, legal), pauses: [...open.pauses, pause] }
}

/**
 * The days it stood still are added in the kind it counts: working days to working days. Standing still begun when the term
 * was over already, or on its last day, gives nothing back.
 */
function later(due: Due, { from, to, at, length }: Pause, legal: boolean): Due {
  if (due.unit === 'fixed') return due
  if (due.at !== undefined) return at >= due.at ? due : { ...due, day: dayOf(due.at + length), at: due.at + length }
  if (from >= lastDay(due, legal)) return due
  if (due.unit !== 'working-day') return { ...due, day: addCalendarDays(due.day, calendarDaysBetween(from, to)) }
  const days = workingDaysBetween(from, to)
  return days === 0 ? due : { ...due, day: addWorkingDays(due.day, days) }
}

function asRun(clock: string, { legal, rounds }: Clock, open: Open, endedOn?: Day): RunningClock {
  const { due, round, still } = open
  return {
    clock,
    startedOn: open.startedOn,
    dueOn: lastDay(due, legal),
    ...(due.at !== undefined && { dueAt: new Date(due.at).toISOString() }),
    ...(rounds && { round }),
    ...(still && { pausedOn: still.since }),
    ...(endedOn !== undefined && { endedOn }),
  }
}

/** The first moment at which a run is late, in milliseconds: its own, or the end of its last day in Shanghai. */
export const lateFrom = ({ dueOn: last, dueAt }: Pick<RunningClock, 'dueOn' | 'dueAt'>): number =>
  dueAt === undefined ? startOfDay(addCalendarDays(last, 1)) : Date.parse(dueAt)

export const isOver = (run: Pick<RunningClock, 'dueOn' | 'dueAt'>, now: Date): boolean => now.getTime() >= lateFrom(run)
