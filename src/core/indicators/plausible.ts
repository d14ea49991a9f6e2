import type { IndicatorUnit } from './indicator.ts'

/** Whether a level can be at all: nothing is below nought, and of a hundred there are no more than a hundred but gross rates. */
export function isPlausible(unit: IndicatorUnit, name: string, value: number): boolean {
  if (value < 0) return false
  if (unit === 'percent') return value <= (name.includes('毛') ? 150 : 100)
  if (unit === 'age') return value <= 120
  return true
}
