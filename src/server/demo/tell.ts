import { type Day, todayInShanghai } from '../../core/day.ts'
import { levelOf, type OrgCode } from '../../core/org-code.ts'
import { reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Action, Done, Facts, Heads, Programme } from '../../core/programme.ts'
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
  /** When it was entered (ISO 8601); without it some time of that day's office hours. */
  readonly at?: string
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
  /** ISO 8601. */
  readonly at: string
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
  /** The day it was put in, and the moment of that day if it matters. */
  readonly made: Day
  readonly madeAt?: string
  readonly answers: Answers
  /** Posts of the keeping organisation and of those above it; the first who may does a step. */
  readonly hands?: readonly Hand[]
  /** Posts of the organisation it is sent to. */
  readonly receivers?: readonly Hand[]
}

const nothing = {}
const loadedAt = new Date()
const loadedOn = todayInShanghai(loadedAt)

/** When a step was written down: some time of its day's office hours, never later than now. */
function momentOf(on: Day, at: number, acts: number): string {
  if (on >= loadedOn) return loadedAt.toISOString()
  const minutes = Math.min(9 * 60 + ((acts * 37 + Number(on.slice(8)) * 13) % 420) + at * 9, 1430)
  return `${on}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00+08:00`
}

/** Who of the demo's people does a step; nobody where none of them may. */
function handFor(
  action: Action,
  { hands = [], receivers = [] }: Opening,
  acts: readonly Pick<Act, 'action' | 'hand'>[],
): Hand | undefined {
  const tookOne = (h: Hand, steps: readonly string[]) =>
    acts.some((act) => act.hand?.account === h.account && steps.includes(act.action))
  return (action.reach === 'receiver' ? receivers : hands).find(
    (h) =>
      action.by.includes(h.role) &&
      (!action.at || action.at.includes(levelOf(h.org))) &&
      !(action.secondPerson && acts.some((act) => act.hand?.account === h.account)) &&
      !tookOne(h, action.otherThan ?? []),
  )
}

/** A step that no demo post took is somebody's who may: of the right role and level, and no one who acted before. */
const standingOf = (action: Action, hand: Hand | undefined): Standing => ({
  role: hand?.role ?? action.by[0] ?? 'chair',
  own: true,
  above: true,
  handler: true,
  lastHand: false,
  level: hand ? levelOf(hand.org) : action.at?.[0],
  receiver: action.reach === 'receiver',
  took: [],
  house: action.by.length === 0,
})

/**
 * Plays a record's story through the definition's own procedure: a step it would refuse stops the loading, so a made
 * record is one that could have been entered.
 */
export function tell(given: Opening, steps: readonly Step[]): Told {
  const { programme, made, hands = [] } = given
  let answers = given.answers
  let state = programme.initial
  let attendance: Attendance = []
  let heads: readonly Heads[] = []
  let revision = 1
  const maker = hands.find((h) => programme.access.create.includes(h.role))
  const atOf = (step: number, on: Day, at: string | undefined) => at ?? momentOf(on, step, steps.length + 1)
  const madeAt = atOf(0, made, given.madeAt)
  const history: Done[] = [{ action: 'create', from: undefined, to: state, on: made, at: madeAt, answers: nothing }]
  const acts: Act[] = [
    {
      action: 'create',
      from: undefined,
      to: state,
      on: made,
      at: madeAt,
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
      const entered = Object.entries(step.answers ?? nothing)
      const filled = entered.filter(([key]) => action.fills?.includes(key))
      if (filled.length > 0) {
        changes = Object.fromEntries(filled.map(([key, value]) => [key, [answers[key] ?? null, value]]))
        answers = { ...answers, ...Object.fromEntries(filled) }
      }
      if (filled.length < entered.length)
        asked = Object.fromEntries(entered.filter(([key]) => !action.fills?.includes(key)))
      hand = handFor(action, given, acts)
      state = takeStep(programme, step.action, factsOf(step.on), standingOf(action, hand), step.reason)
      revision++
    }
    const name = Object.hasOwn(programme.actions, step.action) ? step.action : 'edit'
    const at = atOf(acts.length, step.on, step.at)
    history.push({ action: name, from, to: state, on: step.on, at, answers: asked })
    acts.push({
      action: step.action,
      from,
      to: state,
      on: step.on,
      at,
      revision,
      asked,
      changes,
      reason: step.reason,
      hand,
    })
  }
  return { programme, facts: factsOf(), acts, revision }
}
