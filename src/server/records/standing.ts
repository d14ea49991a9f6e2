import { maskName } from '../../core/mask.ts'
import { divisionOf, isWithin, levelOf } from '../../core/org-code.ts'
import { abilitiesOf, mayEdit, type Standing } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { titleIn } from '../../core/record-title.ts'
import type { Language } from '../../core/refusal.ts'
import type { Actor } from '../database/actor.ts'
import { isHouse, keeps } from './desk.ts'
import type { ActionRow } from './facts.ts'
import type { RecordRow } from './record-row.ts'

/**
 * How the acting post stands to a record. Its last hands are whoever made it, moved it to its present state, or changed
 * it since: none of them is the second person (R-BUR four eyes; processes 0.1).
 */
export function standingOf(
  actor: Actor,
  row: Pick<RecordRow, 'org' | 'handlers' | 'receiver'>,
  history: readonly ActionRow[],
): Standing {
  if (isHouse(actor)) return { role: actor.role, own: true, above: false, handler: false, lastHand: false, house: true }
  const lastMove = Math.max(
    0,
    history.findLastIndex((act) => act.from_state !== act.to_state),
  )
  const hands = [history[0], ...history.slice(lastMove)]
  const own = keeps(actor, row.org)
  return {
    role: actor.role,
    own,
    above: !own && isWithin(row.org, actor.org),
    // She who went on to another division has left her cases behind (R-PRI-08); the rows are walled alike.
    handler: row.handlers.includes(actor.account) && divisionOf(row.org) === divisionOf(actor.org),
    lastHand: hands.some((act) => act?.by_account === actor.account),
    level: levelOf(actor.org),
    receiver: row.receiver === actor.org && row.org !== actor.org,
    took: history.flatMap((act) => (act.by_account === actor.account ? [act.action] : [])),
  }
}

/** Lists of people, head-counts and sign-in codes: who may make such an activity, at its own organisation, while it is open. */
export function mayAttend(programme: Programme, facts: Facts, who: Standing): boolean {
  return programme.kind === 'activity' && mayEdit(programme, facts, who)
}

/** Who handles the record: nobody above it reads the originals of what is masked (processes 0.1), but whose turn it is. */
export function handles(programme: Programme, who: Standing): boolean {
  if (programme.confidential) return who.handler || (who.own && who.role === 'rights')
  return who.handler || (who.own && programme.access.create.includes(who.role))
}

/**
 * Her turn above: the next main step is one the definition gives to her level (the banner verifies what a village sent), so
 * she reads the originals it is about, with a purpose, as long as the step is hers to take (processes 0.2: P3 when handling).
 */
export function judges(programme: Programme, facts: Facts, who: Standing): boolean {
  // Who checks for a local programme need not be one who records.
  const its = programme.local !== undefined || programme.access.create.includes(who.role)
  if (programme.confidential || !who.above || !its) return false
  return abilitiesOf(programme, facts, who).some(({ action }) => {
    const step = programme.actions[action]
    return step?.tone === 'main' && step.at !== undefined
  })
}

/** The record is hers only because it was sent to her organisation: she has what was meant for her, and no more. */
export const onlyReceives = (programme: Programme, who: Standing): boolean =>
  who.receiver === true && !handles(programme, who) && (programme.confidential || !(who.own || who.above))

/** Adding a file: while the record is alive for whoever handles it or was sent it, in whatever state it is. */
export const mayAttach = (programme: Programme, who: Standing): boolean =>
  handles(programme, who) || who.receiver === true

/**
 * A file of the keeper's may be meant for the receiver: once the record is with her. Where names are hidden from her, before: whoever
 * sends it has read every file that goes with it.
 */
export const sharesFiles = (programme: Programme, { receiver }: Pick<RecordRow, 'receiver'>): boolean =>
  programme.receiverField !== undefined && (programme.namelessFiles ? receiver === null : receiver !== null)

/** Proposing and agreeing to handlers of a sealed record is for those who handle it (R-PRI-08): two of them for each. */
export const mayNameHandlers = (programme: Programme, who: Standing): boolean =>
  programme.confidential && handles(programme, who)

/** A title that is personal (how a volunteer is called) is masked for who does not handle the record, like its field. */
export function shownTitle(programme: Programme, title: string, handled: boolean, language: Language): string {
  return hasPersonalTitle(programme) && !handled ? maskName(title) : titleIn(programme, title, language)
}

export const hasPersonalTitle = (programme: Programme): boolean =>
  (programme.fields[programme.title]?.class ?? 'P1') >= 'P2'
