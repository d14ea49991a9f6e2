import chineseDays from 'chinese-days'
import type { Act, Clock, RunningClock, Span } from '../../src/core/clock.ts'

/**
 * What the clocks of a record ought to be, worked out day by day with another calendar and other arithmetic than
 * src/core/clock.ts: a term is walked to its end, and each day it stands still moves the end by one.
 */
export interface Expected {
  readonly startedOn: string
  readonly round: number
  readonly due: string
  readonly dueAt: number | undefined
  readonly pausedOn: string | undefined
  readonly endedOn: string | undefined
}

const hour = 3_600_000
export const dayAt = (moment: number): string => {
  const shanghai = new Date(moment + 8 * hour)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${shanghai.getUTCFullYear()}-${two(shanghai.getUTCMonth() + 1)}-${two(shanghai.getUTCDate())}`
}
export const midnight = (day: string): number => new Date(`${day}T00:00:00+08:00`).getTime()
export const nextDay = (day: string): string => dayAt(midnight(day) + 24 * hour)
/** Until a year is announced only the days the law fixes by date are off; a term lengthened twice reaches into it. */
const fixedByLaw = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
const lastAnnounced = '2026-12-31'
export const works = (day: string): boolean =>
  chineseDays.isWorkday(day) && !(day > lastAnnounced && fixedByLaw.includes(day.slice(5)))

const nextWorking = (day: string): string => (works(day) ? day : nextWorking(nextDay(day)))
const lastOfMonth = (day: string): boolean => nextDay(day).slice(5, 7) !== day.slice(5, 7)
const monthsSince = (a: string, b: string): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))

/** Walks from the day after the start, counting what the span counts. */
function walk(start: string, { count, unit }: Span): string {
  let day = start
  let counted = 0
  while (counted < count) {
    day = nextDay(day)
    if (unit === 'day' || (unit === 'working-day' && works(day))) counted += 1
    if (unit === 'month') {
      const sameDate = day.slice(8) === start.slice(8) || (lastOfMonth(day) && start.slice(8) > day.slice(8))
      if (sameDate && monthsSince(start, day) > counted) counted += 1
    }
  }
  return count === 0 && unit === 'working-day' ? nextWorking(day) : day
}

interface Term {
  end: string
  at: number | undefined
  unit: Span['unit']
  fixed: boolean
}

const isMoment = ({ unit }: Span) => unit === 'minute' || unit === 'hour'
const ms = ({ count, unit }: Span) => count * (unit === 'hour' ? hour : hour / 60)
const entered = (act: Act): number =>
  act.at && dayAt(Date.parse(act.at)) === act.on ? Date.parse(act.at) : midnight(act.on)

export function expectedRuns(clock: Clock, history: readonly Act[], answers: Record<string, unknown>): Expected[] {
  const found: Expected[] = []
  const field = clock.dueField === undefined ? undefined : answers[clock.dueField]
  const rolled = (term: Term) =>
    clock.legal && !term.fixed && (term.unit === 'day' || term.unit === 'month') ? nextWorking(term.end) : term.end
  const standsStill: { from: string; to: string; fromAt: number; toAt: number }[] = []
  let start: { on: string; at: number } | undefined
  let term: Term | undefined
  let round = 0
  let lengthened = 0
  let still: { on: string; at: number } | undefined

  /** Each day that began while it stood still moves the end: by a day, or by a working day for a working day. */
  const moveOn = (it: Term, pause: (typeof standsStill)[number]) => {
    if (it.fixed) return
    if (it.at !== undefined) {
      if (pause.fromAt < it.at) it.at += pause.toAt - pause.fromAt
      it.end = dayAt(it.at)
      return
    }
    if (pause.from >= rolled(it)) return
    for (let day = pause.from; day < pause.to; ) {
      day = nextDay(day)
      if (it.unit !== 'working-day') it.end = nextDay(it.end)
      else if (works(day)) it.end = nextWorking(nextDay(it.end))
    }
  }
  const open = (span: Span): Term => {
    if (!start) throw new Error('not begun')
    const it: Term =
      typeof field === 'string'
        ? { end: field, at: undefined, unit: 'day', fixed: true }
        : isMoment(span)
          ? { end: dayAt(start.at + ms(span)), at: start.at + ms(span), unit: span.unit, fixed: false }
          : { end: walk(start.on, span), at: undefined, unit: span.unit, fixed: false }
    for (const pause of standsStill) moveOn(it, pause)
    return it
  }
  const note = (endedOn: string | undefined) => {
    if (!start || !term) return
    found.push({
      startedOn: start.on,
      round,
      due: rolled(term),
      dueAt: term.at,
      pausedOn: endedOn ? undefined : still?.on,
      endedOn,
    })
  }

  for (const act of history) {
    const moved = act.from !== act.to
    const inPause = clock.pausedIn?.includes(act.to) === true
    const over = moved && clock.until.includes(act.to)
    const answered = clock.done?.includes(act.action) === true
    if (term && act.action === clock.extend?.by && lengthened < (clock.extend.times ?? 1e9)) {
      lengthened += 1
      const more = clock.extend.with
      if (!term.fixed) {
        if (isMoment(more)) {
          const at = (term.at ?? midnight(nextDay(rolled(term)))) + ms(more)
          term = { end: dayAt(at), at, unit: more.unit, fixed: false }
        } else if (term.at !== undefined) {
          const end = walk(term.end, more)
          const days = Math.round((midnight(end) - midnight(term.end)) / (24 * hour))
          term = { ...term, end, at: term.at + days * 24 * hour }
        } else term = { end: walk(rolled(term), more), at: undefined, unit: more.unit, fixed: false }
      }
    }
    if (term && still && (!inPause || over || answered)) {
      const to = act.on < still.on ? still.on : act.on
      const pause = { from: still.on, to, fromAt: still.at, toAt: Math.max(still.at, entered(act)) }
      standsStill.push(pause)
      moveOn(term, pause)
      still = undefined
    }
    if (term && (over || answered)) {
      note(act.on)
      const next = over ? undefined : clock.rounds?.[round]
      round += 1
      term = next && open(next)
    }
    if (!term && ((moved && act.to === clock.from) || clock.after?.includes(act.action))) {
      start = { on: act.on, at: entered(act) }
      round = 0
      lengthened = 0
      still = undefined
      standsStill.length = 0
      term = open(clock.within)
    }
    if (term && start && inPause && !still)
      still = { on: act.on < start.on ? start.on : act.on, at: Math.max(entered(act), start.at) }
    if (!term) still = undefined
  }
  note(undefined)
  return found
}

/** What ought to be said of a run at a moment, by looking at the calendar of that day only. */
export function expectedMark(
  run: Pick<RunningClock, 'startedOn' | 'dueOn' | 'dueAt'>,
  clock: Pick<Clock, 'remindBefore' | 'expires'>,
  now: number,
): string | undefined {
  const today = dayAt(now)
  const daysFrom = (a: string, b: string) => Math.round((midnight(b) - midnight(a)) / (24 * hour))
  const isLate = run.dueAt === undefined ? today > run.dueOn : now >= Date.parse(run.dueAt)
  if (isLate && !clock.expires) {
    const late = daysFrom(run.dueOn, today)
    return late >= 7 ? 'late-7' : late >= 3 ? 'late-3' : 'late-1'
  }
  const said: [string, string][] = []
  let workingDays = 0
  let soon = run.dueOn
  while (workingDays < 2) {
    soon = dayAt(midnight(soon) - 24 * hour)
    if (works(soon)) workingDays += 1
  }
  if (soon < run.startedOn) soon = run.startedOn
  if (today >= soon) said.push([soon, 'soon'])
  for (const days of clock.remindBefore ?? []) {
    const left = daysFrom(today, run.dueOn)
    const on = dayAt(midnight(run.dueOn) - days * 24 * hour)
    if (left <= days && on > run.startedOn) said.push([on, `before-${days}`])
  }
  return said.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)).at(-1)?.[1]
}
