import { addCalendarMonths, type Day } from '../../core/day.ts'
import type { Done } from '../../core/programme.ts'

const uses: readonly string[] = ['use', 'serve']
const daysOf = (history: readonly Done[], actions: readonly string[]): Day[] =>
  history
    .filter((done) => actions.includes(done.action))
    .map((done) => done.on)
    .sort()

/**
 * The spans in which a room counts as in use: twelve months from each use, spans that touch joined, none beyond the day
 * it closed. `to` is the first day it no longer counts.
 */
export function usedSpans(history: readonly Done[], closed: Day | undefined): { from: Day; to: Day }[] {
  const spans: { from: Day; to: Day }[] = []
  for (const from of daysOf(history, uses)) {
    const end = addCalendarMonths(from, 12)
    const to = closed !== undefined && closed < end ? closed : end
    const last = spans.at(-1)
    if (last && from <= last.to) last.to = to > last.to ? to : last.to
    else if (from < to) spans.push({ from, to })
  }
  return spans
}

/** The first day of each year on which it took part: once a room and year. */
export function servedYears(history: readonly Done[]): Day[] {
  const first = new Map<string, Day>()
  for (const on of daysOf(history, ['serve'])) if (!first.has(on.slice(0, 4))) first.set(on.slice(0, 4), on)
  return [...first.values()]
}
