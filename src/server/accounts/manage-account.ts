import { sql } from 'kysely'
import type { AccountEvent } from '../../core/account-event.ts'
import { isWithin, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { writeEvent } from './events.ts'
import { firstPassword, hashPassword } from './password.ts'

export interface Managed {
  readonly id: string
  readonly name: string
  readonly home_org: OrgCode
  readonly demo: boolean
  readonly beyond: boolean
}

export const authorOf = (actor: Actor) => ({ account: actor.account, post: actor.post })

/** An organisation in the administrator's subtree that still stands. Refuses `not-allowed`, `out-of-scope`, `org-unknown`, `org-ended`. */
export async function requireOwnOrg(tx: Tx, actor: Actor, org: OrgCode): Promise<void> {
  if (actor.role !== 'administrator') throw new Refusal('not-allowed')
  if (!isWithin(org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
  const row = await tx.first<{ ended: boolean; successor: string | null }>(sql`
    SELECT coalesce(o.valid_to < current_date, false) AS ended, s.name AS successor
    FROM organisations o LEFT JOIN organisations s ON s.code = o.successor WHERE o.code = ${org}`)
  if (!row) throw new Refusal('org-unknown', { field: 'org' })
  if (row.ended) throw new Refusal('org-ended', { field: 'org', values: { successor: row.successor ?? '' } })
}

/** Another person's account in the administrator's subtree. Refuses `not-allowed`, `own-post`, and `not-found` for the rest. */
export async function requireSubordinate(tx: Tx, actor: Actor, account: string): Promise<Managed> {
  if (actor.role !== 'administrator') throw new Refusal('not-allowed')
  if (account === actor.account) throw new Refusal('own-post')
  const row = await tx.first<Managed>(sql`SELECT id, name, home_org, demo, holds_post_beyond(id) AS beyond FROM accounts
    WHERE id = ${account} AND in_scope(home_org)`)
  if (!row) throw new Refusal('not-found')
  return row
}

const changes = {
  unlocked: sql`failures = 0, locked_until = NULL`,
  'account-disabled': sql`disabled_at = now(), signed_out_at = clock_timestamp()`,
  'account-enabled': sql`disabled_at = NULL`,
  'sessions-ended': sql`signed_out_at = clock_timestamp()`,
} as const satisfies Partial<Record<AccountEvent, unknown>>

/**
 * Unlocks, disables, enables or signs out an account everywhere, at once. Refuses `out-of-scope` for one that also holds
 * a post outside the administrator's subtree (its own administrators decide), `demo-account` for closing a shared one.
 */
export async function changeAccount(tx: Tx, actor: Actor, account: string, event: keyof typeof changes): Promise<void> {
  const managed = await requireSubordinate(tx, actor, account)
  if (managed.beyond) throw new Refusal('out-of-scope')
  if (managed.demo && event === 'account-disabled') throw new Refusal('demo-account')
  await tx.change(sql`UPDATE accounts SET ${changes[event]}, revision = revision + 1 WHERE id = ${account}`)
  await writeEvent(tx, { account, org: managed.home_org, event, by: authorOf(actor) })
}

/** Sets a first password, to be changed at the next sign-in; every session of hers ends. Gives it this once. */
export async function resetPassword(tx: Tx, actor: Actor, account: string) {
  const managed = await requireSubordinate(tx, actor, account)
  if (managed.beyond) throw new Refusal('out-of-scope')
  if (managed.demo) throw new Refusal('demo-account')
  const password = firstPassword()
  const kept = await hashPassword(password)
  await tx.change(sql`UPDATE accounts SET password = ${kept}, password_at = now(), must_change = true, failures = 0,
    locked_until = NULL, signed_out_at = clock_timestamp(), revision = revision + 1 WHERE id = ${account}`)
  await writeEvent(tx, { account, org: managed.home_org, event: 'password-reset', by: authorOf(actor) })
  return { id: account, name: managed.name, firstPassword: password }
}
