import type { ReleasedFigure, ReleasedTable } from '../../core/api/releases.ts'
import { formatDay } from '../../core/day.ts'
import { formatPeriod } from '../../core/period.ts'
import type { Language } from '../../core/refusal.ts'
import { standsOnDay } from '../../core/stands-on-day.ts'
import { formatValue, rateOf, type Unit } from '../../core/unit.ts'

/** A released number as it is read: 9,915; yuan with two decimals; a rate with both its parts, 86.4（70 / 81）. */
export function valueText({ value, numerator, denominator, definition }: ReleasedFigure): string {
  if (value !== null) return formatValue(value, definition.unit as Unit)
  if (numerator === null || denominator === null) return '—'
  const rate = rateOf(numerator, denominator)
  return `${rate === undefined ? '—' : formatValue(rate, 'percent')}（${numerator} / ${denominator}）`
}

/** Of a flow its days; a stock stands on one. */
export function whenText({ from, to, definition }: ReleasedFigure, language: Language): string {
  if (!standsOnDay({ definition, from })) return formatPeriod({ from, to }, language)
  return language === 'zh' ? `截至 ${formatDay(to, language)}` : `on ${formatDay(to, language)}`
}

/** A cell of a released table; what is held back says so. */
export const cellText = (
  value: number | null,
  { definition }: Pick<ReleasedTable, 'definition'>,
  language: Language,
): string => (value === null ? heldBack[language] : formatValue(value, definition.unit as Unit))

export const heldBack = { zh: '不列', en: 'held back' } as const

/** The head of a column: its year. */
export const columnText = ({ from, to }: ReleasedTable['columns'][number], language: Language): string =>
  formatPeriod({ from, to }, language)
