import { sql } from 'kysely'
import { type Day, todayInShanghai } from '../../core/day.ts'
import { isFor } from '../../core/local/fit.ts'
import { divisionOf, isWithin, type OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { localProgrammes } from '../../local-programmes.ts'
import { findProgramme, programmes } from '../../registry.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { House } from '../http/route.ts'
import { tableOf } from './record-row.ts'

/** What every piece of work on a record needs: the transaction, who acts, the house, and the day it is in Shanghai. */
export interface Desk {
  readonly tx: Tx
  readonly actor: Actor
  readonly house: House
  readonly today: Day
}

export const deskOf = ({ tx, actor, house }: Pick<Desk, 'tx' | 'actor' | 'house'>): Desk => ({
  tx,
  actor,
  house,
  today: todayInShanghai(new Date()),
})

/** The house itself as who acts, under a duty: no account and no post, which are written as nothing. */
export const houseActor = (org: OrgCode): Actor => ({
  account: '',
  displayName: '',
  post: '',
  role: 'rights',
  org,
  language: 'zh',
})
export const isHouse = (actor: Actor): boolean => actor.post === ''

/** The definition a path names. A programme the role may not see does not exist for it. */
export function programmeFor(actor: Actor, id: string): Programme {
  const programme = findProgramme(id)
  if (!programme || !seesProgramme(actor, programme)) throw new Refusal('programme-unknown')
  return programme
}

const seesProgramme = (actor: Actor, programme: Programme): boolean =>
  programme.access.see.includes(actor.role) && isFor(programme, actor.org)

/** Every definition whose records this post may see, the house's own first. */
export const programmesFor = (actor: Actor): Programme[] =>
  [...programmes, ...localProgrammes()].filter((programme) => seesProgramme(actor, programme))

/**
 * The same for one record: of a local programme the version it was made under, with the readers of the newest. Refuses 'busy'
 * when that version came into force while this request was on its way.
 */
export async function programmeOf(
  { tx, actor }: Pick<Desk, 'tx' | 'actor'>,
  id: string,
  record: string,
): Promise<Programme> {
  const newest = programmeFor(actor, id)
  if (!newest.local) return newest
  const row = await tx.first<{ version: number }>(
    sql`SELECT version FROM ${tableOf(newest.kind)} WHERE programme = ${id} AND id = ${record}`,
  )
  return row ? madeUnder(newest, row.version) : newest
}

function madeUnder(newest: Programme, version: number): Programme {
  const made = findProgramme(newest.id, version)
  if (!made?.local || !newest.local) throw new Refusal('busy')
  const { makers, closed } = newest.local
  return { ...made, access: newest.access, local: { ...made.local, makers, closed } }
}

/** A post keeps what its own division keeps; a Women's Home only its own. */
export function keeps(actor: Actor, org: OrgCode): boolean {
  return divisionOf(org) === divisionOf(actor.org) && isWithin(org, actor.org)
}
