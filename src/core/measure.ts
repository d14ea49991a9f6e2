import type { Label, Unit } from './unit.ts'

export interface SumMeasure {
  readonly unit: Exclude<Unit, 'percent'>
  /** A flow is summed over a period; a stock is the running sum of +1 and −1 up to a day. */
  readonly flow: 'flow' | 'stock'
  readonly label: Label
  /** Households that are united, not summed: each is told by the person who stands for it, and is one wherever it is named. */
  readonly united?: true
  /** 支 instead of 个, when the field has its own word. */
  readonly unitLabel?: Label
  readonly aliases?: readonly string[]
  readonly includes: string
  readonly excludes: string
}

export interface RateMeasure {
  readonly unit: 'percent'
  readonly flow: 'rate'
  readonly label: Label
  readonly over: string
  readonly under: readonly string[]
  readonly includes: string
  readonly excludes: string
}

export type Measure = SumMeasure | RateMeasure
export type MeasureMap = Readonly<Record<string, Measure>>

/** Keys of the measures of M that count one of the units U. */
export type KeysOfUnit<M extends MeasureMap, U extends Unit> = {
  [K in keyof M & string]: M[K]['unit'] extends U ? K : never
}[keyof M & string]

/** Whether a measure unites what it counts by identity: persons, and households of a united measure. */
export const isUnited = (measure: Measure): boolean =>
  measure.unit === 'person' || (measure.flow !== 'rate' && measure.united === true)

/** Something that happens in a period: sessions held, persons served, yuan paid. */
export function flow<U extends SumMeasure['unit']>(
  unit: U,
  words: Omit<SumMeasure, 'unit' | 'flow'>,
): SumMeasure & { unit: U } {
  return { unit, flow: 'flow', ...words }
}

/** Something that stands on a day: registered volunteers, teams, rooms. */
export function stock<U extends SumMeasure['unit']>(
  unit: U,
  words: Omit<SumMeasure, 'unit' | 'flow'>,
): SumMeasure & { unit: U } {
  return { unit, flow: 'stock', ...words }
}

/** A rate of sums: always shown with both parts (86 / 103). */
export function rate(
  over: string,
  under: readonly string[],
  words: Omit<RateMeasure, 'unit' | 'flow' | 'over' | 'under'>,
): RateMeasure {
  return { unit: 'percent', flow: 'rate', over, under, ...words }
}
