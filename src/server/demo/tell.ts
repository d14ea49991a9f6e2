import type { Day } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts, Heads, Programme } from '../../core/programme.ts'
import type { Role } from '../../core/role.ts'

type Answers = Readonly<Record<string, unknown>>
type Attendance = Facts['attendance']

/** A post of the demo that did a step. */
export interface Hand {
  readonly account: string
  readonly post: string
  readonly role: Role
  readonly org: OrgCode
}

export interface Step {
  /** One of the definition's actions, or 'attend' and 'heads' for an activity. */
  readonly action: string
  readonly on: Day
  readonly answers?: Answers
  readonly reason?: string
  readonly attendance?: Attendance
  readonly heads?: readonly Heads[]
}

/** A step as it is written into the history. */
export interface Act {
  readonly action: string
  readonly from: string | undefined
  readonly to: string
  readonly on: Day
  readonly revision: number
  readonly asked: Answers
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  readonly reason: string | undefined
  readonly hand: Hand | undefined
}

export interface Told {
  readonly programme: Programme
  readonly facts: Facts
  readonly acts: readonly Act[]
  readonly revision: number
}

export interface Opening {
  readonly programme: Programme
  /** The day it was put in. */
  readonly made: Day
  readonly answers: Answers
  /** Posts of the keeping organisation; the first whose role fits does a step. */
  readonly hands?: readonly Hand[]
}

const nothing = {}

/**
 * Plays a record's story through the definition's own procedure: a step it would refuse stops the loading, so a made
 * record is one that could have been entered.
 */
export function tell({ programme, made, answers: opening, hands = [] }: Opening, steps: readonly Step[]): Told {
  let answers = opening
  let state = programme.initial
  let attendance: Attendance = []
  let heads: readonly Heads[] = []
  let revision = 1
  const maker = hands.find((h) => programme.access.create.includes(h.role))
  const history: Done[] = [{ action: 'create', from: undefined, to: state, on: made, answers: nothing }]
  const acts: Act[] = [
    {
      action: 'create',
      from: undefined,
      to: state,
      on: made,
      revision,
      asked: nothing,
      changes: nothing,
      reason: undefined,
      hand: maker,
    },
  ]
  const factsOf = (today?: Day): Facts => ({
    state,
    on: String(answers[programme.dated]),
    answers,
    history,
    reached: reachedIn(history),
    attendance,
    heads,
    person: programme.personField ? String(answers[programme.personField]) : undefined,
    ...(today && { today }),
  })
  for (const step of steps) {
    const from = state
    let asked: Answers = nothing
    let changes: Act['changes'] = nothing
    let hand: Hand | undefined
    if (step.action === 'attend') {
      attendance = step.attendance ?? []
      asked = { added: attendance.map((a) => a.person), removed: [], minutes: 0 }
      hand = maker
    } else if (step.action === 'heads') {
      changes = { heads: [heads, step.heads ?? []] }
      heads = step.heads ?? []
      hand = maker
      revision++
    } else {
      const action = programme.actions[step.action]
      if (!action) throw new Error(`${programme.id} has no action ${step.action}`)
      const given = Object.entries(step.answers ?? nothing)
      const filled = given.filter(([key]) => action.fills?.includes(key))
      if (filled.length > 0) {
        changes = Object.fromEntries(filled.map(([key, value]) => [key, [answers[key] ?? null, value]]))
        answers = { ...answers, ...Object.fromEntries(filled) }
      }
      if (filled.length < given.length)
        asked = Object.fromEntries(given.filter(([key]) => !action.fills?.includes(key)))
      hand = hands.find(
        (h) => action.by.includes(h.role) && !(action.secondPerson && acts.some((a) => a.hand?.account === h.account)),
      )
      const who: Standing = {
        role: hand?.role ?? action.by[0] ?? 'chair',
        own: true,
        above: false,
        handler: true,
        lastHand: false,
      }
      state = takeStep(programme, step.action, factsOf(step.on), who, step.reason)
      revision++
    }
    const name = Object.hasOwn(programme.actions, step.action) ? step.action : 'edit'
    history.push({ action: name, from, to: state, on: step.on, answers: asked })
    acts.push({
      action: step.action,
      from,
      to: state,
      on: step.on,
      revision,
      asked,
      changes,
      reason: step.reason,
      hand,
    })
  }
  return { programme, facts: factsOf(), acts, revision }
}
