import { indicatorUnits } from '../../../core/indicators/indicator.ts'
import type { Chance } from '../chance.ts'
import type { MadeIndicator } from './outline-indicators.ts'

export const madeYears = [2020, 2021, 2022, 2023, 2024, 2025] as const

export interface MadeValue {
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals))

/** The region's own value of a year: on the lines between 2020, 2022 and 2025. */
function runAt([first, middle, last]: readonly [number, number, number], year: number): number {
  return year <= 2022 ? first + ((middle - first) * (year - 2020)) / 2 : middle + ((last - middle) * (year - 2022)) / 3
}

/** Shares a whole among weights so that it comes out exactly: largest remainders first. */
export function shareOut(whole: number, weights: readonly number[], most: readonly number[] = []): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const shares = exact.map((share, i) => Math.min(Math.floor(share), most[i] ?? Number.POSITIVE_INFINITY))
  let left = whole - shares.reduce((a, b) => a + b, 0)
  const order = exact.map((share, i) => [share - Math.floor(share), i] as const).sort((a, b) => b[0] - a[0])
  while (left > 0) {
    const before = left
    for (const [, i] of order) {
      const room = (most[i] ?? Number.POSITIVE_INFINITY) - (shares[i] ?? 0)
      if (left === 0 || room <= 0) continue
      shares[i] = (shares[i] ?? 0) + 1
      left--
    }
    if (left === before) throw new Error('a numerator beyond its denominators')
  }
  return shares
}

/**
 * A year of an indicator: the region, and each area by its weight. Parts of the areas add up to the region's; where there are no
 * parts an area lies near the region. `tilts` are how far an area is from the region, the same in every year.
 */
export function valuesOf(
  made: MadeIndicator,
  year: number,
  weights: readonly number[],
  tilts: readonly number[],
): { region: MadeValue; areas: MadeValue[] } {
  const level = runAt(made.run, year)
  const { multiplier } = indicatorUnits[made.unit]
  if (!made.parts || multiplier === null)
    return {
      region: { value: round(level, made.decimals), numerator: null, denominator: null },
      areas: tilts.map((tilt) => ({
        value: round(level * (1 + tilt / 4), made.decimals),
        numerator: null,
        denominator: null,
      })),
    }
  const whole = made.parts.size < 20_000 ? made.parts.size : Math.round(made.parts.size * (1 - (2022 - year) * -0.004))
  const numerator = Math.round((level * whole) / multiplier)
  const under = shareOut(whole, weights)
  const fills = multiplier === 100 && level <= 100
  const over = shareOut(
    numerator,
    under.map((d, i) => d * (level >= 99.95 ? 1 : 1 + (tilts[i] ?? 0))),
    fills ? under : [],
  )
  const valueIn = (n: number, d: number) => round((n / d) * multiplier, made.decimals)
  return {
    region: { value: valueIn(numerator, whole), numerator, denominator: whole },
    areas: under.map((d, i) => ({
      value: d > 0 ? valueIn(over[i] ?? 0, d) : 0,
      numerator: over[i] ?? 0,
      denominator: d,
    })),
  }
}

/** How far each area is from the region: within 6 %, and as often above as below. */
export const tiltsFor = (chance: Chance, areas: number): number[] =>
  Array.from({ length: areas }, () => (chance.whole(0, 120) - 60) / 1_000)
