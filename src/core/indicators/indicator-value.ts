import type { Label } from '../unit.ts'

/**
 * requested → reported by a department → checked by a second person → published; or not available, with a reason (L008).
 * A published value is never changed: a correction is a new version with its reason.
 */
export const valueStates = {
  requested: { zh: '已要数', en: 'Asked for' },
  reported: { zh: '已报，待核对', en: 'Reported' },
  checked: { zh: '已核对，待发布', en: 'Checked' },
  published: { zh: '已发布', en: 'Published' },
  absent: { zh: '没有这个数', en: 'Not available' },
} as const satisfies Record<string, Label>
export type ValueState = keyof typeof valueStates
export const valueStateIds = Object.keys(valueStates) as [ValueState, ...ValueState[]]

/** Why there is none (R-OUT-02). */
export const absentReasons = {
  'not-collected': { zh: '本级不统计', en: 'Not collected at this level' },
  'not-yet': { zh: '部门还没有公布', en: 'Not published by the department yet' },
  refused: { zh: '部门未提供', en: 'Not given by the department' },
  other: { zh: '其他（写明）', en: 'Other, in words' },
} as const satisfies Record<string, Label>
export type AbsentReason = keyof typeof absentReasons
export const absentReasonIds = Object.keys(absentReasons) as [AbsentReason, ...AbsentReason[]]

/** A level is the indicator's own value; a change says only how many points it moved since a base that must be told (F059–F061). */
export const valueForms = ['level', 'change'] as const
export type ValueForm = (typeof valueForms)[number]

/** What was written down of a value, as far as rules look at it. */
export interface WrittenValue {
  readonly form: ValueForm
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
  /** Of a change: what it is measured from, and how much that was. */
  readonly baseTerm: string | null
  readonly baseValue: number | null
}

/** The indicator's own level a value tells of; undefined for a change whose base nobody stated: it stands on no chart. */
export function levelIn({ form, value, baseValue }: Pick<WrittenValue, 'form' | 'value' | 'baseValue'>) {
  if (form === 'level') return value
  return baseValue === null ? undefined : Math.round((baseValue + value) * 1e6) / 1e6
}

export const isBaseStated = ({ form, baseTerm, baseValue }: Pick<WrittenValue, 'form' | 'baseTerm' | 'baseValue'>) =>
  form === 'level' || (baseValue !== null && (baseTerm ?? '').trim() !== '')

/** Steps by which a value goes on, each by somebody else than who reported it. */
export const valueSteps = {
  check: { label: { zh: '核对无误', en: 'Checked' }, from: ['reported'], to: 'checked' },
  publish: { label: { zh: '发布', en: 'Publish' }, from: ['checked'], to: 'published' },
  return: { label: { zh: '退回重报', en: 'Return' }, from: ['reported', 'checked'], to: 'requested' },
} as const satisfies Record<string, { label: Label; from: readonly ValueState[]; to: ValueState }>
export type ValueStep = keyof typeof valueSteps
export const valueStepIds = Object.keys(valueSteps) as [ValueStep, ...ValueStep[]]
