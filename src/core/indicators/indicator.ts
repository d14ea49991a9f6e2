import type { Language } from '../refusal.ts'
import type { Label } from '../unit.ts'
import type { Outline } from './outline.ts'

/**
 * What a value is told in, and by what the quotient of its parts is multiplied; without a multiplier there are no parts
 * (a life expectancy comes out of a life table). Not the units of the ledger: an indicator is never added to anything.
 */
export const indicatorUnits = {
  percent: { label: { zh: '%', en: '%' }, multiplier: 100 },
  'per-mille': { label: { zh: '‰', en: '‰' }, multiplier: 1_000 },
  'per-100k': { label: { zh: '/10万', en: 'per 100,000' }, multiplier: 100_000 },
  age: { label: { zh: '岁', en: 'years of age' }, multiplier: null },
  years: { label: { zh: '年', en: 'years' }, multiplier: null },
  ratio: { label: { zh: '（女=100）', en: '(girls = 100)' }, multiplier: 100 },
  places: { label: { zh: '个', en: 'places' }, multiplier: null },
} as const satisfies Record<string, { label: Label; multiplier: number | null }>

export type IndicatorUnit = keyof typeof indicatorUnits
export const indicatorUnitIds = Object.keys(indicatorUnits) as [IndicatorUnit, ...IndicatorUnit[]]

/** A change is told in these, whatever the indicator's own unit is. */
export const pointsLabel: Label = { zh: '个百分点', en: 'percentage points' }

export const bounds = ['>=', '<=', '='] as const
export type Bound = (typeof bounds)[number]

/** What the outline asks for by a year; `value` null where it asks in words only: 基本消除. */
export interface Target {
  readonly year: number
  readonly value: number | null
  readonly bound: Bound
  readonly words: string
}

/** The lowest level it is collected at; leagues that have none say so (R-OUT-02). */
export const indicatorLevels = ['region', 'league', 'banner'] as const
export type IndicatorLevel = (typeof indicatorLevels)[number]

/** One version of what is measured: a change is a new version with its reason, the old one stays (R-OUT-03). */
export interface IndicatorDefinition {
  readonly code: string
  readonly version: number
  readonly outline: Outline
  readonly domain: string
  readonly name: string
  readonly unit: IndicatorUnit
  readonly decimals: number
  readonly direction: 'up' | 'down'
  readonly numerator: string
  readonly denominator: string
  readonly department: string
  readonly level: IndicatorLevel
  readonly baseYear: number
  readonly targets: readonly Target[]
}

/** The value its parts give, in the indicator's unit; undefined where it has no parts or nothing to divide by. */
export function valueOfParts(unit: IndicatorUnit, numerator: number, denominator: number): number | undefined {
  const { multiplier } = indicatorUnits[unit]
  return multiplier === null || denominator === 0 ? undefined : (numerator / denominator) * multiplier
}

/** Whether a value is what its parts give, to the last decimal it is told with. */
export function partsAgree(unit: IndicatorUnit, decimals: number, value: number, parts: readonly [number, number]) {
  const computed = valueOfParts(unit, ...parts)
  return computed !== undefined && Math.abs(computed - value) <= 0.5000001 / 10 ** decimals
}

const namedAsCoverage = /(参保率|覆盖率|普及率|享有率|coverage|insured rate)/i
/** Women as those counted; 男女平等 is not. */
const ofWomen = /((?<!男)女|妇女|female|women|girl)/i

/**
 * The trap of “女性参保率 44.75%” (F055, F056; C16): called a coverage, yet what is above the line are women and what is below
 * it is everybody who has the thing. That is women's share of the insured, no measure of how many women are insured.
 */
export function isShareCalledCoverage({
  name,
  numerator,
  denominator,
}: Pick<IndicatorDefinition, 'name' | 'numerator' | 'denominator'>): boolean {
  return (
    namedAsCoverage.test(name) && ofWomen.test(numerator) && denominator.trim() !== '' && !ofWomen.test(denominator)
  )
}

/** Said beside every value of such an indicator, and in sheets. */
export const shareCaution: Label = {
  zh: '名称叫“率”，按分子、分母算的却是其中女性占的比重，不是女性里参保（覆盖）的比重：不到一半，不等于一半以上的女性没有参保。',
  en: 'It is called a coverage, but its parts make it the share of women among those covered, not of those covered among women: less than half does not mean that most women are not covered.',
}

/** Without numerator and denominator such a value cannot be told from a coverage: it is not published. */
export const needsParts = isShareCalledCoverage

/** 2.9 → 2.90 with the decimals of its definition; thousands are not marked, since no indicator reaches them. */
export const valueText = (value: number, decimals: number): string => value.toFixed(decimals).replace('-', '−')

/** A change with its sign. */
export const changeText = (value: number, decimals: number): string =>
  `${value > 0 ? '+' : ''}${valueText(value, decimals)}`

/** ≥ 95 %, “基本消除” (words of the outline stay as they are). */
export function targetText(
  target: Target,
  { unit, decimals }: Pick<IndicatorDefinition, 'unit' | 'decimals'>,
  language: Language = 'zh',
): string {
  if (target.value === null) return target.words
  const mark = { '>=': '≥ ', '<=': '≤ ', '=': '' }[target.bound]
  return `${mark}${valueText(target.value, decimals)} ${indicatorUnits[unit].label[language]}`.trim()
}
