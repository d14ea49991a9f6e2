import { clocksOf, type RunningClock } from '../../core/clock.ts'
import type { Count } from '../../core/count.ts'
import type { Day } from '../../core/day.ts'
import { levelOf, type OrgCode } from '../../core/org-code.ts'
import { countsOf, reachedIn, takeStep } from '../../core/procedure.ts'
import type { Claim, Done, Facts, Heads, Programme } from '../../core/programme.ts'
import { titleOf } from '../../core/record-title.ts'
import { newSalt } from '../crypto/seal.ts'
import { columnsOf } from './create.ts'
import type { Desk } from './desk.ts'
import { sealAnswers } from './sealing.ts'

/** A record to be made, its answers checked; perhaps brought one step further at once (an evening that has been held). */
export interface Proposal {
  readonly id: string
  readonly createId: string
  readonly org: OrgCode
  readonly answers: Readonly<Record<string, unknown>>
  readonly heads: readonly Heads[]
  readonly step?: { readonly id: string; readonly action: string } | undefined
}

export interface DraftAction {
  readonly id: string
  readonly action: string
  readonly from: string | null
  readonly to: string
  readonly revision: number
}

/** All rows one new record needs, worked out without the database. */
export interface Draft {
  readonly id: string
  readonly org: OrgCode
  readonly title: string
  readonly state: string
  readonly on: Day
  readonly madeOn: Day
  readonly person: string | null
  readonly receiver: OrgCode | null
  readonly parent: string | null
  readonly stored: Readonly<Record<string, unknown>>
  readonly salt: Buffer
  readonly heads: readonly Heads[]
  readonly actions: readonly DraftAction[]
  readonly clocks: readonly RunningClock[]
  readonly counts: readonly Count[]
  readonly claims: readonly Claim[]
  /** As it is made, and as it is after its step: what guards are asked with. */
  readonly created: Facts
  readonly facts: Facts
}

/**
 * What a proposal comes to: state, history, clocks and counts, by the same functions as single work. Refuses what the
 * step refuses ('not-allowed', 'needs-unmet' …).
 */
export function draftRecord(
  desk: Pick<Desk, 'actor' | 'house' | 'today'>,
  programme: Programme,
  proposal: Proposal,
): Draft {
  const { id, answers, heads, step } = proposal
  const { today, actor, house } = desk
  const on = String(answers[programme.dated])
  const madeOn = on < today ? on : today
  const { person, parent, receiver } = columnsOf(programme, answers)
  const created: Done = { action: 'create', from: undefined, to: programme.initial, on: madeOn, answers: {} }
  const before: Facts = {
    state: programme.initial,
    on,
    answers,
    history: [created],
    reached: reachedIn([created]),
    person: person ?? undefined,
    attendance: [],
    heads,
    today,
  }
  // The maker of the record is its last hand: a step that needs a second person is refused here too.
  const who = {
    role: actor.role,
    own: true,
    above: false,
    handler: true,
    lastHand: true,
    level: levelOf(actor.org),
    took: ['create'],
  }
  const state = step ? takeStep(programme, step.action, before, who, undefined) : programme.initial
  const done: Done[] = step
    ? [created, { action: step.action, from: programme.initial, to: state, on: madeOn, answers: {} }]
    : [created]
  const facts: Facts = { ...before, state, history: done, reached: reachedIn(done) }
  const salt = newSalt()
  const actions: DraftAction[] = [
    { id: proposal.createId, action: 'create', from: null, to: programme.initial, revision: 1 },
  ]
  if (step) actions.push({ id: step.id, action: step.action, from: programme.initial, to: state, revision: 2 })
  return {
    id,
    org: proposal.org,
    title: titleOf(programme, answers),
    state,
    on,
    madeOn,
    person,
    parent,
    receiver,
    salt,
    heads,
    actions,
    stored: sealAnswers({ key: house.secrets.dataKey, salt, record: id, place: 'record' }, programme.fields, answers),
    clocks: Object.keys(programme.clocks).length === 0 ? [] : clocksOf(programme.clocks, done, answers),
    counts: countsOf(programme, facts),
    claims: programme.claims?.(facts) ?? [],
    created: before,
    facts,
  }
}
