import type { Bound } from './draft/draft-number.ts'
import { rateOf, type Unit } from './unit.ts'

/**
 * How an official text says a number: 余 多 超 stand for at least, 近 for not quite, 约 for about, exact for all its digits.
 * auto: exact below 1万, 余 from there on. What is written is always true of the number (R-STAT-03).
 */
export const manners = ['auto', 'exact', '余', '多', '超', '近', '约'] as const
export type Manner = (typeof manners)[number]

const wan = 10_000
const yi = 100_000_000

/** What one of the last written place is worth: 0.01亿, 1万, 0.1万, and below a hundred, a ten, one. */
const steps: readonly (readonly [from: number, step: number])[] = [
  [yi, 1_000_000],
  [100 * wan, wan],
  [wan, 1000],
  [1000, 100],
  [100, 10],
]
export const stepOf = (value: number): number => steps.find(([from]) => value >= from)?.[1] ?? 1

export interface SaidNumber {
  /** 8.8万余, without its unit; the hedge before or behind as it is written. */
  readonly text: string
  readonly hedge: string
  readonly bound: Bound
  /** What is said, in whole units (yuan, not fen): 88,000. */
  readonly value: number
}

/**
 * Says a whole number. 余 x: x < value < x + step; 近 x: x − step < value < x; 约 x: at most half a step away; a number that is
 * just x is said without a hedge, whatever was asked. Below 100 every manner is exact. `above`: the number lies above the
 * whole one by less than one (yuan with some fen), so that it is never just what is said.
 */
export function sayNumber(value: number, manner: Manner = 'auto', above = false): SaidNumber {
  const chosen = manner === 'auto' ? (value < wan ? 'exact' : '余') : manner
  const step = stepOf(value)
  const down = Math.floor(value / step) * step
  if (chosen === 'exact' || step === 1 || (down === value && !above)) return exact(value)
  if (chosen === '近') return { text: `近${digitsOf(down + step)}`, hedge: '近', bound: '<=', value: down + step }
  if (chosen === '约') {
    const near = value - down < step / 2 ? down : down + step
    return { text: `约${digitsOf(near)}`, hedge: '约', bound: '~', value: near }
  }
  const said = digitsOf(down)
  return { text: chosen === '超' ? `超${said}` : `${said}${chosen}`, hedge: chosen, bound: '>=', value: down }
}

const exact = (value: number): SaidNumber => ({ text: digitsOf(value), hedge: '', bound: '=', value })

/** 88,000 → 8.8万; 179,000,000 → 1.79亿; what has more places than that keeps its digits: 88,123. */
function digitsOf(value: number): string {
  if (value >= yi && value % 1_000_000 === 0) return `${value / 1_000_000 / 100}亿`
  if (value >= wan && value % 1000 === 0) return `${value / 1000 / 10}万`
  return String(value).replace('-', '−')
}

/**
 * A figure as it is written in a text: 8.8万余场次, 1.79亿余元, 8350.50元. Persons, items…; yuan in fen, whose jiao and fen are
 * part of what 余 leaves out, and are written out where the number is exact.
 */
export function writeFigure(value: number, unit: Unit, unitWord: string, manner: Manner = 'auto'): string {
  if (unit !== 'yuan') return `${sayNumber(value, manner).text}${unitWord}`
  const rest = Math.abs(value % 100)
  const yuan = Math.trunc(value / 100)
  if (rest === 0) return `${sayNumber(yuan, manner).text}${unitWord}`
  const said = sayNumber(yuan, manner, true)
  if (said.bound !== '=') return `${said.text}${unitWord}`
  return `${value < 0 ? '−' : ''}${Math.abs(yuan)}.${String(rest).padStart(2, '0')}${unitWord}`
}

/** A rate to a tenth of a per cent, 86.4%; 100% only where all of it is, 0 only where none is. undefined over nothing. */
export function writeRate(numerator: number, denominator: number): string | undefined {
  const rate = rateOf(numerator, denominator)
  if (rate === undefined) return undefined
  const tenths = Math.round(rate * 1000)
  const shown = rate > 0 && rate < 1 ? Math.min(999, Math.max(1, tenths)) : tenths
  return `${shown / 10}%`
}

/**
 * 比上年同期增长 12.3%, in words that are true of both numbers; undefined where there was nothing the year before. A change too
 * small for a tenth of a per cent is told in its unit. Yuan in fen.
 */
export function writeChange(now: number, before: number, unit: Unit, unitWord: string): string | undefined {
  if (before <= 0 || now < 0) return undefined
  if (now === before) return '与上年同期持平'
  const word = now > before ? '增长' : '下降'
  const tenths = Math.round((Math.abs(now - before) / before) * 1000)
  if (tenths === 0)
    return `比上年同期${now > before ? '增加' : '减少'}${writeFigure(Math.abs(now - before), unit, unitWord, 'exact')}`
  if (word === '下降' && now > 0 && tenths === 1000) return '比上年同期下降99.9%以上'
  if (tenths >= 10_000) return `是上年同期的${Math.floor(now / before)}倍${now % before === 0 ? '' : '多'}`
  return `比上年同期${word}${tenths / 10}%`
}
