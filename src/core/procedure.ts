import { type Count, counter, settle } from './count.ts'
import type { Day } from './day.ts'
import type { Level } from './org-code.ts'
import type { Action, Done, Facts, Programme } from './programme.ts'
import { Refusal } from './refusal.ts'
import type { Role } from './role.ts'

/** The acting post, and how it stands to one record. */
export interface Standing {
  readonly role: Role
  /** A post of the keeping organisation (or of one that hangs on its division). */
  readonly own: boolean
  /** A post of an organisation above the keeping one. */
  readonly above: boolean
  readonly handler: boolean
  /** Did the record's last step, or made it. */
  readonly lastHand: boolean
  /** Level of the acting post's organisation; without it no step that names levels is taken. */
  readonly level?: Level | undefined
  /** A post of the organisation the record was sent to. */
  readonly receiver?: boolean
  /** Steps of this record the acting account took, `create` among them. */
  readonly took?: readonly string[] | undefined
  /** The house itself: a clock ran out, a bank answered. It is asked for one step by name, whoever else may take it. */
  readonly house?: boolean
}

export interface Ability {
  readonly action: string
  readonly allowed: boolean
  /** Conditions and whether they are met, so that a disabled button can say why. */
  readonly checks: readonly { readonly check: string; readonly met: boolean }[]
}

/** The day each state was entered last. */
export function reachedIn(history: readonly Done[]): Record<string, Day> {
  const reached: Record<string, Day> = {}
  for (const done of history) if (done.from !== done.to) reached[done.to] = done.on
  return reached
}

const inState = (action: Action, { state }: Facts) => action.from === 'any' || action.from.includes(state)

const needsAnother = (action: Action, who: Standing) =>
  (action.secondPerson === true && who.lastHand) || (action.otherThan ?? []).some((step) => who.took?.includes(step))

/** Near enough: a sealed record has its handlers and the rights post, whatever a step's reach says of posts above. */
function isNear(programme: Programme, action: Action, who: Standing): boolean {
  if (action.reach === 'receiver') return who.receiver === true
  if (programme.confidential) return who.handler || (who.own && who.role === 'rights')
  return who.own || (action.reach === 'below' && who.above)
}

function mayTake(programme: Programme, action: Action, facts: Facts, who: Standing): boolean {
  if (!inState(action, facts)) return false
  if (who.house) return true
  if (!action.by.includes(who.role) || needsAnother(action, who)) return false
  if (action.at && !(who.level && action.at.includes(who.level))) return false
  return isNear(programme, action, who)
}

const checksOf = (programme: Programme, action: Action, facts: Facts) =>
  (action.needs ?? []).map((check) => ({ check, met: programme.checks[check]?.met(facts) ?? false }))

/** What this post can do with this record now, for the buttons; the same table the server decides by. */
export function abilitiesOf(programme: Programme, facts: Facts, who: Standing): Ability[] {
  return Object.entries(programme.actions)
    .filter(([, action]) => mayTake(programme, action, facts, who))
    .map(([id, action]) => {
      const checks = checksOf(programme, action, facts)
      return { action: id, allowed: checks.every((c) => c.met), checks }
    })
}

/** Whether fields may be edited by this post in this state. */
export function mayEdit(programme: Programme, facts: Facts, who: Standing): boolean {
  if (!programme.editableIn.includes(facts.state) || !programme.access.create.includes(who.role)) return false
  return programme.confidential ? who.handler || (who.own && who.role === 'rights') : who.own
}

/**
 * Takes a step: gives the next state. Refuses 'not-found' for an unknown action, 'state-passed' when the record has
 * moved on, 'second-person' for who took a part that excludes this one, 'not-allowed' for the wrong post, 'reason-needed',
 * and 'needs-unmet' naming the condition.
 * Conditions see the record as it will be: `facts.answers` already hold what the action fills in.
 */
export function takeStep(
  programme: Programme,
  id: string,
  facts: Facts,
  who: Standing,
  reason: string | undefined,
): string {
  const action = programme.actions[id]
  if (!action) throw new Refusal('not-found')
  if (!inState(action, facts)) {
    throw new Refusal('state-passed', { values: { state: programme.states[facts.state]?.zh ?? facts.state } })
  }
  if (!who.house && needsAnother(action, who)) throw new Refusal('second-person')
  if (!mayTake(programme, action, facts, who)) throw new Refusal('not-allowed')
  if (action.reason && !reason?.trim()) throw new Refusal('reason-needed', { field: 'reason' })
  const unmet = checksOf(programme, action, facts).find((c) => !c.met)
  if (unmet)
    throw new Refusal('needs-unmet', {
      values: { need: programme.checks[unmet.check]?.label.zh ?? unmet.check },
      facts: { check: unmet.check },
    })
  return action.to === 'same' ? facts.state : action.to
}

/** What a record is worth: the definition's answer, settled. Measures carry their full id, family-story.sessions. */
export function countsOf(programme: Programme, facts: Facts): Count[] {
  const counts = programme.counts(facts, counter).filter((c): c is Count => Boolean(c))
  return settle(counts.map((c) => ({ ...c, measure: measureId(programme, c.measure) })))
}

export const measureId = (programme: Programme, key: string): string => `${programme.id}.${key}`
