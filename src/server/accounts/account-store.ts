import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Day } from '../../core/day.ts'
import { areaOf, type OrgCode, serialOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { type Role, separatedRoles } from '../../core/role.ts'
import type { Tx } from '../database/actor.ts'
import { writeEvent } from './events.ts'

interface Author {
  readonly account: string
  readonly post: string
}

export interface NewAccount {
  readonly id?: string
  /** What is typed at sign-in; lower case. */
  readonly name: string
  readonly displayName: string
  readonly org: OrgCode
  /** From hashPassword. */
  readonly password: string
  readonly mustChange: boolean
  /** From sealTotp: enrolled from the start (demo only). */
  readonly totp?: Buffer
  readonly demo?: boolean
  readonly by?: Author
}

/** Makes an account without posts; gives its id. As an administrator, or on duty 'load'. Refuses `name-taken`. */
export async function createAccount(tx: Tx, account: NewAccount): Promise<string> {
  const id = account.id ?? v7()
  const { name, displayName, org, password, mustChange, totp, demo, by } = account
  const made = await tx.change(sql`
    INSERT INTO accounts (area, id, name, display_name, home_org, password, must_change, totp, demo)
    VALUES (${areaOf(org)}, ${id}, ${name}, ${displayName}, ${org}, ${password}, ${mustChange}, ${totp ?? null}, ${demo ?? false})
    ON CONFLICT DO NOTHING`)
  if (made === 0) throw new Refusal('name-taken', { field: 'name' })
  await writeEvent(tx, { account: id, org, event: 'account-created', by })
  return id
}

export interface NewPost {
  readonly id?: string
  readonly account: string
  readonly role: Role
  readonly org: OrgCode
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly demo?: boolean
  readonly by?: Author
}

/**
 * Gives an account a post; gives the post's id. As an administrator, or on duty 'load'. Who may give what where is the
 * database's policy; refuses `post-exists`, `partner-post` (an agency sees what was referred to it, nothing else, and no
 * post of ours hides there), and `separated-roles` (R-SEC-03: account, security, audit are three people).
 */
export async function givePost(tx: Tx, post: NewPost): Promise<string> {
  const id = post.id ?? v7()
  const { account, role, org, from, to, demo, by } = post
  // Two administrators at once must not each give one of two posts that nobody may hold together.
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${account}, 3))`)
  if (separatedRoles.includes(role)) {
    const row = await tx.first<{ broken: boolean }>(sql`SELECT breaks_separation(${account}, ${role}) AS broken`)
    if (row?.broken) throw new Refusal('separated-roles', { field: 'role' })
  }
  await refuseMisplaced(tx, role, org)
  const held = await tx.first<{
    id: string
  }>(sql`SELECT id FROM posts WHERE account = ${account} AND role = ${role} AND org = ${org}
    AND ended_at IS NULL AND (to_date IS NULL OR to_date >= current_date)`)
  if (held?.id === id) return id
  if (held) throw new Refusal('post-exists')
  await tx.change(sql`INSERT INTO posts (area, id, account, org, role, from_date, to_date, given_by, demo)
    VALUES (${areaOf(org)}, ${id}, ${account}, ${org}, ${role}, coalesce(${from ?? null}, current_date), ${to ?? null}::date,
      ${by?.account ?? null}, ${demo ?? false})`)
  await writeEvent(tx, { account, org, event: 'post-given', by, detail: { post: id, role } })
  return id
}

async function refuseMisplaced(tx: Tx, role: Role, org: OrgCode): Promise<void> {
  const outside = role === 'partner' || role === 'company'
  if (!outside && serialOf(org) === 0) return
  const row = await tx.first<{ wanted: string | null }>(sql`
    SELECT CASE WHEN kind = 'partner' THEN CASE agency WHEN 'company' THEN 'company' ELSE 'partner' END END AS wanted
    FROM organisations WHERE code = ${org}`)
  if (row && row.wanted !== (outside ? role : null)) throw new Refusal('partner-post', { field: 'role' })
}

/** Ends a post at once: the next request under it is refused. Refuses `not-found` when there is none to end. */
export async function endPost(tx: Tx, post: { id: string; account: string; by?: Author }): Promise<void> {
  const ended = await tx.first<{
    org: OrgCode
    role: string
  }>(sql`UPDATE posts SET ended_at = clock_timestamp(), to_date = current_date
    WHERE id = ${post.id} AND account = ${post.account} AND ended_at IS NULL RETURNING org, role`)
  if (!ended) throw new Refusal('not-found')
  const { account, by } = post
  await writeEvent(tx, {
    account,
    org: ended.org,
    event: 'post-ended',
    by,
    detail: { post: post.id, role: ended.role },
  })
}
