import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { OrgCode } from '../../core/org-code.ts'
import { areaOf } from '../../core/org-code.ts'
import type { Role } from '../../core/role.ts'
import { firstPassword, hashPassword } from '../accounts/password.ts'
import type { Tx } from '../database/actor.ts'
import type { Hand } from './tell.ts'

export interface Handling {
  readonly code: OrgCode
  readonly name: string
  /** It has nobody yet who keeps its rights matters: the mediator does. */
  readonly rights: boolean
}

/** A mediator for each of these organisations, as one set: a made account nobody can sign in to. Gives the posts. */
export async function makeMediators(tx: Tx, handling: readonly Handling[]): Promise<Hand[]> {
  const nobodyKnows = await hashPassword(firstPassword())
  const accounts = handling.map((at) => ({ ...at, account: v7() }))
  const hands = accounts.flatMap(({ code, account, rights }) =>
    (rights ? (['mediator', 'rights'] as const) : (['mediator'] as const)).map((role: Role) => ({
      account,
      post: v7(),
      role,
      org: code,
    })),
  )
  await tx.change(sql`
    INSERT INTO accounts (area, id, name, display_name, home_org, password, must_change, disabled_at, demo)
    SELECT s.area, s.id, 'tiaojie-' || CASE WHEN s.org % 10000000000 = 0 THEN s.org / 10000000000 ELSE s.org / 10000000 END,
           s.name || '调解员', s.org, ${nobodyKnows}, true, now(), true
    FROM unnest(${accounts.map((a) => areaOf(a.code))}::integer[], ${accounts.map((a) => a.account)}::uuid[], ${accounts.map((a) => a.code)}::bigint[],
                ${accounts.map((a) => a.name)}::text[]) s (area, id, org, name)`)
  const areas = hands.map((h) => areaOf(h.org))
  await tx.change(sql`
    INSERT INTO posts (area, id, account, org, role, demo)
    SELECT s.*, true FROM unnest(${areas}::integer[], ${hands.map((h) => h.post)}::uuid[], ${hands.map((h) => h.account)}::uuid[],
                                 ${hands.map((h) => h.org)}::bigint[], ${hands.map((h) => h.role)}::text[]) s`)
  await tx.change(sql`
    INSERT INTO account_events (area, id, account, org, event, detail)
    SELECT area, gen_random_uuid(), id, home_org, 'account-created', '{}'::jsonb FROM accounts WHERE id = ANY (${accounts.map((a) => a.account)}::uuid[])
    UNION ALL
    SELECT area, gen_random_uuid(), account, org, 'post-given', jsonb_build_object('post', id, 'role', role) FROM posts
    WHERE id = ANY (${hands.map((h) => h.post)}::uuid[])`)
  return hands
}
