import type { FigurePart } from '../../core/api/figures.ts'
import { rateOf } from '../../core/unit.ts'
import { addSum, noSum, type Sum } from './ask.ts'
import type { Known } from './catalogue.ts'

/** Answers of one question: posted measure → key → sum. */
export type Answers = Map<string, Map<number, Sum>>

export const sumOf = (answers: Answers | undefined, measure: string, key: number): Sum =>
  answers?.get(measure)?.get(key) ?? noSum()

/** All keys of an answer added up: children and months of what is summed make the whole. */
export const addAll = (keys: Map<number, Sum> | undefined): Sum => [...(keys?.values() ?? [])].reduce(addSum, noSum())

/** One key of an answer as it is shown; a rate with both its parts, its grades those of what stands above the line. */
export function partOf(known: Known, sum: (measure: string) => Sum): FigurePart {
  const over = sum(known.over)
  if (known.kind !== 'rate') return { value: over.value, grades: { ...over.grades } }
  const denominator = known.under.reduce((total, m) => total + sum(m).value, 0)
  return {
    value: rateOf(over.value, denominator) ?? null,
    grades: { ...over.grades },
    numerator: over.value,
    denominator,
  }
}
