import type { Field, FieldMap } from '../../src/core/field.ts'

/** A repeatable stream of whole numbers below n. */
export type Draw = (below: number) => number

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const idOf = (draw: Draw) => `018f0000-0000-7000-8000-${String(draw(1e9)).padStart(12, '0')}`
const days = ['2026-03-02', '2026-04-30', '2026-08-31', '2026-12-31'] as const
const of = <T>(list: readonly T[], draw: Draw): T => list[draw(list.length)] as T

/** Some answer the field's own schema takes. */
export function answerFor(field: Field, draw: Draw): unknown {
  switch (field.kind) {
    case 'text':
      return field.schema.safeParse('字').success ? '字' : '字'.repeat(Math.min(field.max, 64))
    case 'choice':
      return of(Object.keys(field.options), draw)
    case 'choices':
      return Object.keys(field.options).filter((_, i) => i === 0 || draw(2) === 0)
    case 'day':
      return of(days, draw)
    case 'date-time':
      return '2026-03-02T09:30:00+08:00'
    case 'integer':
      return field.min + draw(Math.min(4, field.max - field.min + 1))
    case 'money':
      return draw(1_000_000)
    case 'yes-no':
      return draw(2) === 0
    case 'people':
      return Array.from({ length: field.min }, (_, i) => {
        const roles = Object.keys(field.roles)
        return { person: idOf(draw), role: roles[i % roles.length] }
      })
    case 'org':
      return 152921_0000000000
    case 'screening':
      return Object.fromEntries(Object.keys(field.questions).map((question) => [question, draw(4) === 0]))
    case 'list':
      return Array.from({ length: 1 + draw(2) }, () => answersFor(field.of, draw, 1))
    default:
      return idOf(draw)
  }
}

/** Answers to a form: all that is required, and of the rest one in `sparse`. */
export const answersFor = (fields: FieldMap, draw: Draw, sparse = 2): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) =>
      field.required || draw(sparse) === 0 ? [[key, answerFor(field, draw)]] : [],
    ),
  )
