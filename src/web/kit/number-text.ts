import { formatValue, type Unit } from '../../core/unit.ts'

/** A whole number with thousands commas and a true minus sign. */
export function groupDigits(value: number): string {
  return formatValue(Math.round(value), 'item')
}

/** A figure as it is read. Money arrives in fen and is shown in whole yuan; a rate arrives as a fraction.
 *  Null is what may not be shown, or a rate of nothing: a dash. */
export function figureText(value: number | null, unit: Unit): string {
  if (value === null) return '—'
  return unit === 'yuan' ? groupDigits(value / 100) : formatValue(value, unit)
}

/** A change with its sign, as in a list of entries: +1, −1. */
export function signedText(value: number, unit: Unit): string {
  return value > 0 ? `+${figureText(value, unit)}` : figureText(value, unit)
}
