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

const scales = {
  zh: [
    [100_000_000, '亿'],
    [10_000, '万'],
  ],
  en: [
    [1_000_000_000, 'B'],
    [1_000_000, 'M'],
    [1_000, 'k'],
  ],
} as const

/** A figure where there is room for some six characters: cut down to three digits, 3.27亿. The whole one stands beside it. */
export function tightText(value: number | null, unit: Unit, language: keyof typeof scales): string {
  const whole = figureText(value, unit)
  if (value === null || whole.length <= 6 || unit === 'percent') return whole
  const shown = unit === 'yuan' ? value / 100 : value
  const [one, word] = scales[language].find(([scale]) => Math.abs(shown) >= scale) ?? [1, '']
  const hundredths = Math.trunc((Math.abs(shown) * 100) / one)
  const digits = hundredths >= 10_000 ? 0 : hundredths >= 1_000 ? 1 : 2
  const after =
    digits === 0
      ? ''
      : `.${String(hundredths % 100)
          .padStart(2, '0')
          .slice(0, digits)}`
  return `${shown < 0 ? '−' : ''}${groupDigits(Math.trunc(hundredths / 100))}${after}${word}`
}
