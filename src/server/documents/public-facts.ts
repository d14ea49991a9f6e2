import { type FieldMap, isSealedClass } from '../../core/field.ts'
import type { Facts, Programme } from '../../core/programme.ts'

const publicPart = (fields: FieldMap, answers: Facts['answers']): Facts['answers'] =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !isSealedClass(fields[key]?.class ?? 'P0')))

/** What a page for the public may be made of: no P3, no P4, of the record or of any step (R-CAN-07). */
export const publicFacts = (programme: Programme, facts: Facts): Facts => ({
  ...facts,
  answers: publicPart(programme.fields, facts.answers),
  history: facts.history.map((done) => ({
    ...done,
    answers: publicPart(programme.actions[done.action]?.asks ?? {}, done.answers),
  })),
})
