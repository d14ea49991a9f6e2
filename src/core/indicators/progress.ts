import type { IndicatorDefinition, Target } from './indicator.ts'

/** A published level of an area in a year. */
export interface Point {
  readonly year: number
  readonly value: number
}

/**
 * How an area stands to the next target. `words`: the outline asks in words, people judge. `no-base`: without the base year's
 * value there is no path to be on.
 */
export type Standing = 'reached' | 'on-course' | 'behind' | 'words' | 'no-target' | 'no-value' | 'no-base'
export const standings: readonly Standing[] = [
  'reached',
  'on-course',
  'behind',
  'words',
  'no-target',
  'no-value',
  'no-base',
]

export interface Progress {
  readonly standing: Standing
  readonly target: Target | null
  /** What is still missing, in the indicator's unit, always ≥ 0; null where nothing can be subtracted. */
  readonly gap: number | null
  /** Where the straight path from base year to target year is in the year of the latest value. */
  readonly expected: number | null
}

const tiny = 1e-9

/** The target that counts for a year: the first one not before it that has a number, or else the last there is. */
export function targetFor(targets: readonly Target[], year: number): Target | undefined {
  const inOrder = [...targets].sort((a, b) => a.year - b.year)
  return (
    inOrder.find((t) => t.year >= year && t.value !== null) ?? inOrder.find((t) => t.year >= year) ?? inOrder.at(-1)
  )
}

/** Whether a value meets a target: by its bound, and for an exact one by the direction. */
export function meets(value: number, target: Target, direction: IndicatorDefinition['direction']): boolean {
  if (target.value === null) return false
  const up = target.bound === '>=' || (target.bound === '=' && direction === 'up')
  return up ? value >= target.value - tiny : value <= target.value + tiny
}

/**
 * The path a year is on: straight from the base year's value to the first target with a number, and from there to the next.
 * undefined without either, or outside those years.
 */
export function pathAt(base: Point | undefined, targets: readonly Target[], year: number): number | undefined {
  if (!base || year < base.year) return undefined
  let from = base
  for (const target of [...targets].sort((a, b) => a.year - b.year)) {
    if (target.value === null || target.year <= from.year) continue
    if (year <= target.year)
      return from.value + ((target.value - from.value) * (year - from.year)) / (target.year - from.year)
    from = { year: target.year, value: target.value }
  }
  return undefined
}

/** How the latest of an area's published levels stands to the definition's targets. Points may come in any order. */
export function progressOf(
  { direction, targets, baseYear }: Pick<IndicatorDefinition, 'direction' | 'targets' | 'baseYear'>,
  points: readonly Point[],
): Progress {
  const latest = points.reduce<Point | undefined>((last, p) => (last && last.year >= p.year ? last : p), undefined)
  const target = targetFor(targets, latest?.year ?? baseYear) ?? null
  const said = (standing: Standing, gap: number | null = null, expected: number | null = null): Progress => ({
    standing,
    target,
    gap,
    expected,
  })
  if (!target) return said(latest ? 'no-target' : 'no-value')
  if (!latest) return said('no-value')
  if (target.value === null) return said('words')
  const base = points.find(({ year }) => year === baseYear)
  const expected = pathAt(base, targets, latest.year) ?? null
  if (meets(latest.value, target, direction)) return said('reached', 0, expected)
  const gap = Math.abs(target.value - latest.value)
  if (expected === null) return said('no-base', gap)
  const onCourse = direction === 'up' ? latest.value >= expected - tiny : latest.value <= expected + tiny
  return said(onCourse ? 'on-course' : 'behind', gap, expected)
}
