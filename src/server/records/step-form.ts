import type { Day } from '../../core/day.ts'
import { reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Action, Done, Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { checkAnswers, merged, pick, refuseMissing } from './checked-answers.ts'
import { columnsOf } from './create.ts'
import type { Desk } from './desk.ts'
import type { Answers } from './sealing.ts'

/** Wrong state, wrong person, no reason: said before anybody is sent back to her form. What is unmet may yet be filled in. */
export function refuseEarly(step: () => unknown): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'needs-unmet')) throw error
  }
}

/** A step's form: fields of the record it fills, and questions kept with the step. */
async function readForm(desk: Desk, programme: Programme, action: Action, facts: Facts, given: Answers) {
  const fills = pick(programme.fields, action.fills ?? [])
  const asks = action.asks ?? {}
  const checked = await checkAnswers(desk, { ...fills, ...asks }, given, facts.answers)
  const part = (fields: object) =>
    Object.fromEntries(Object.entries(checked).filter(([key]) => Object.hasOwn(fields, key)))
  const filled = part(fills)
  const asked = merged({}, part(asks))
  refuseMissing(desk, asks, asked)
  refuseMissing(desk, fills, merged(facts.answers, filled))
  return { filled, asked }
}

/** The day a step is told to have happened: not later than today, nor before the step that led here. */
function dayOfStep({ today, actor }: Pick<Desk, 'today' | 'actor'>, facts: Facts, told: Day | undefined): Day {
  if (told === undefined) return today
  const label = actor.language === 'zh' ? '日期' : 'Day'
  if (told > today) throw new Refusal('date-future', { field: 'on', values: { label } })
  const last = facts.history.findLast((done) => done.from !== done.to)?.on ?? told
  const what = actor.language === 'zh' ? `不能早于上一步的 ${last}` : `not before the last step, ${last}`
  if (told < last) throw new Refusal('field-invalid', { field: 'on', values: { label, what } })
  return told
}

/** What a step comes to, before anything is written. */
export interface Worked {
  readonly filled: Answers
  readonly asked: Answers
  readonly answers: Answers
  readonly on: Day
  readonly to: string
  /** The facts after it. */
  readonly after: Facts
}

/**
 * Works a step out: its form checked, the next state by the definition, the facts after it. Refuses what takeStep and the
 * form refuse. No statement unless answers name people, records or organisations.
 */
export async function workOut(
  desk: Desk,
  programme: Programme,
  actionName: string,
  facts: Facts,
  who: Standing,
  step: { readonly answers?: Answers | undefined; readonly reason?: string | undefined; readonly on?: Day | undefined },
): Promise<Worked> {
  const action = programme.actions[actionName]
  if (!action) throw new Refusal('not-found')
  const { filled, asked } = await readForm(desk, programme, action, facts, step.answers ?? {})
  const answers = merged(facts.answers, filled)
  const on = dayOfStep(desk, facts, step.on)
  const before: Facts = { ...facts, answers, on: String(answers[programme.dated]) }
  const to = takeStep(programme, actionName, before, who, step.reason)
  const done: Done = { action: actionName, from: facts.state, to, on, at: new Date().toISOString(), answers: asked }
  const history = [...facts.history, done]
  const person = columnsOf(programme, answers).person ?? undefined
  return {
    filled,
    asked,
    answers,
    on,
    to,
    after: { ...before, state: to, history, reached: reachedIn(history), person },
  }
}
