import { countsOf, takeStep } from '../../src/core/procedure.ts'
import type { Facts, Programme } from '../../src/core/programme.ts'
import { factsOf, historyOf, postOf } from './facts.ts'

export const day = '2026-03-02'
export type Steps = NonNullable<Parameters<typeof historyOf>[2]>
export type Answers = Readonly<Record<string, unknown>>

/** Takes a step of a record in a state, by a development post unless told; gives the next state. */
export const step = (
  programme: Programme,
  action: string,
  state: string,
  answers: Answers = {},
  { who = {}, ...more }: Partial<Facts> & { who?: Parameters<typeof postOf>[1] } = {},
) =>
  takeStep(
    programme,
    action,
    factsOf(historyOf(programme, day, [['x', state, day]]), answers, { today: day, ...more }),
    postOf('development', who),
    '原因',
  )

/** What a record that went through these steps is worth: measure, month and day, value, grade. */
export const worth = (programme: Programme, steps: Steps, answers: Answers = {}, more: Partial<Facts> = {}) =>
  countsOf(programme, factsOf(historyOf(programme, day, steps), answers, more)).map((c) =>
    [c.measure.slice(programme.id.length + 1), c.on.slice(5), c.value, c.grade].join(' '),
  )
