import { maskName } from '../../core/mask.ts'
import { isWithin } from '../../core/org-code.ts'
import { mayEdit, type Standing } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import type { Actor } from '../database/actor.ts'
import { keeps } from './desk.ts'
import type { ActionRow } from './facts.ts'
import type { RecordRow } from './record-row.ts'

/**
 * How the acting post stands to a record. Its last hands are whoever made it, moved it to its present state, or changed
 * it since: none of them is the second person (R-BUR four eyes; processes 0.1).
 */
export function standingOf(
  actor: Actor,
  row: Pick<RecordRow, 'org' | 'handlers'>,
  history: readonly ActionRow[],
): Standing {
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
    handler: row.handlers.includes(actor.account),
    lastHand: hands.some((act) => act?.by_account === actor.account),
  }
}

/** Lists of people, head-counts and sign-in codes: who may make such an activity, at its own organisation, while it is open. */
export function mayAttend(programme: Programme, facts: Facts, who: Standing): boolean {
  return programme.kind === 'activity' && mayEdit(programme, facts, who)
}

/** Who handles the record: nobody above it reads the originals of what is masked (processes 0.1). */
export function handles(programme: Programme, who: Standing): boolean {
  if (programme.confidential) return who.handler || (who.own && who.role === 'rights')
  return who.handler || (who.own && programme.access.create.includes(who.role))
}

/** Adding a file: while the record is alive for whoever handles it, in whatever state it is. */
export const mayAttach = handles

/** Naming handlers of a sealed record is for the rights post of the organisation that keeps it (R-PRI-08). */
export const mayNameHandlers = (programme: Programme, who: Standing): boolean =>
  programme.confidential && who.own && who.role === 'rights'

/** A title that is personal (how a volunteer is called) is masked for who does not handle the record, like its field. */
export function shownTitle(programme: Programme, title: string, handled: boolean): string {
  const personal = (programme.fields[programme.title]?.class ?? 'P1') >= 'P2'
  return personal && !handled ? maskName(title) : title
}
