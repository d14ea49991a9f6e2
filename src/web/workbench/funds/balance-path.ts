import { addCalendarDays, addCalendarMonths, calendarDaysBetween } from '../../../core/day.ts'

export interface Point {
  readonly on: string
  readonly fen: number
}

const width = 600
const height = 120

/** A day, or the last of a month that is said as 2026-03. */
const dayOf = (on: string) => (on.length === 7 ? addCalendarDays(addCalendarMonths(`${on}-01`, 1), -1) : on)

/**
 * A stepped line through balances over days, in a box of 600 × 120: money stays where it is until it moves. Gives the line,
 * the area under it, and the highest balance; nothing below nought is drawn.
 */
export function balancePath(from: string, to: string, opening: number, points: readonly Point[]) {
  const days = Math.max(1, calendarDaysBetween(from, to))
  const top = Math.max(1, opening, ...points.map((point) => point.fen))
  const x = (on: string) => Math.min(width, Math.max(0, (calendarDaysBetween(from, dayOf(on)) / days) * width))
  const y = (fen: number) => height - (Math.max(0, fen) / top) * height
  const steps = points.map((point) => `H${x(point.on).toFixed(1)}V${y(point.fen).toFixed(1)}`)
  const line = `M0 ${y(opening).toFixed(1)}${steps.join('')}H${width}`
  return { line, area: `${line}V${height}H0Z`, top, width, height }
}
