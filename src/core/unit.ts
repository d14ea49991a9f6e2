import { formatYuan } from './money.ts'

/**
 * What a figure counts. Units never mix: persons are united, never summed; a rate keeps its numerator and denominator;
 * views online are a media measure and have no unit here on purpose. 统计口径: domain rules R-STAT-01, R-STAT-02.
 */
export type Unit = 'person' | 'person-time' | 'session' | 'item' | 'household' | 'couple' | 'place' | 'yuan' | 'percent'

/** How figures of a unit combine over places and months: added, united by identity, or never (a rate is recomputed). */
export type UnitNature = 'additive' | 'distinct' | 'ratio'

export interface Label {
  readonly zh: string
  readonly en: string
}

export const units = {
  person: { nature: 'distinct', label: { zh: '人', en: 'people' } },
  'person-time': { nature: 'additive', label: { zh: '人次', en: 'attendances' } },
  session: { nature: 'additive', label: { zh: '场', en: 'sessions' } },
  item: { nature: 'additive', label: { zh: '件', en: 'items' } },
  household: { nature: 'distinct', label: { zh: '户', en: 'households' } },
  couple: { nature: 'additive', label: { zh: '对', en: 'couples' } },
  place: { nature: 'additive', label: { zh: '个', en: 'places' } },
  yuan: { nature: 'additive', label: { zh: '元', en: 'yuan' } },
  percent: { nature: 'ratio', label: { zh: '%', en: '%' } },
} as const satisfies Record<Unit, { nature: UnitNature; label: Label }>

export type AdditiveUnit = { [U in Unit]: (typeof units)[U]['nature'] extends 'additive' ? U : never }[Unit]

/** A whole number of one unit: persons, sessions, …; for yuan the value is in fen. */
export interface Amount<U extends Unit = Unit> {
  readonly unit: U
  readonly value: number
}

/** The sum of two amounts of one additive unit. Two units, or persons, do not compile. */
export function addAmounts<U extends AdditiveUnit>(a: Amount<U>, b: Amount<NoInfer<U>>): Amount<U> {
  return { unit: a.unit, value: a.value + b.value }
}

/** Whether figures of this unit may be added over places and months. */
export function isAdditive(unit: Unit): unit is AdditiveUnit {
  return units[unit].nature === 'additive'
}

/** The unit's name, or a measure's own word for it (volunteer teams are counted in 支, not 个). */
export function unitLabel(unit: Unit, language: keyof Label, own?: Label): string {
  return (own ?? units[unit].label)[language]
}

/** 3201 → 3,201; yuan takes fen and gives yuan; percent takes a fraction (0.865) and gives 86.5. No unit attached. */
export function formatValue(value: number, unit: Unit): string {
  if (unit === 'yuan') return formatYuan(value)
  if (unit === 'percent') return (value * 100).toFixed(1)
  return String(value)
    .replace('-', '−')
    .replace(/\B(?=(\d{3})+$)/g, ',')
}

/** The value with its unit, as in running text: 3,201 场; 86.5%. */
export function formatAmount(value: number, unit: Unit, language: keyof Label, own?: Label): string {
  const space = unit === 'percent' ? '' : ' '
  return `${formatValue(value, unit)}${space}${unitLabel(unit, language, own)}`
}

/** A rate from its two parts; undefined when nothing stands below the line (a rate of nothing is not 0 %). */
export function rateOf(numerator: number, denominator: number): number | undefined {
  return denominator === 0 ? undefined : numerator / denominator
}
