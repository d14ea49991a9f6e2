import { type Day, todayInShanghai } from '../../core/day.ts'
import { divisionOf, isWithin, type OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { House } from '../http/route.ts'

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
  if (!programme?.access.see.includes(actor.role)) throw new Refusal('programme-unknown')
  return programme
}

/** A post keeps what its own division keeps; a Women's Home only its own. */
export function keeps(actor: Actor, org: OrgCode): boolean {
  return divisionOf(org) === divisionOf(actor.org) && isWithin(org, actor.org)
}
