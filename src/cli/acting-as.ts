import { sql } from 'kysely'
import type pg from 'pg'
import { formatOrgCode } from '../core/org-code.ts'
import { isRole } from '../core/role.ts'
import { type Actor, onDuty } from '../server/database/actor.ts'
import { StartupError } from '../server/startup-error.ts'

interface Held {
  account: string
  name: string
  post: string
  role: string
  org: number
  org_name: string
}

/** The post an operator works under: the one named (role@code), or the only one the account holds. */
export async function actingAs(pool: pg.Pool, account: string, post: string | undefined): Promise<Actor> {
  const held = await onDuty(pool, 'load', (tx) =>
    tx.rows<Held>(sql`
    SELECT a.id AS account, a.display_name AS name, p.id AS post, p.role, p.org, o.name AS org_name
    FROM accounts a JOIN posts p ON p.account = a.id JOIN organisations o ON o.code = p.org
    WHERE a.name = ${account.toLowerCase()} AND a.disabled_at IS NULL AND p.ended_at IS NULL AND p.from_date <= current_date
      AND (p.to_date IS NULL OR p.to_date >= current_date) ORDER BY p.role, p.org`),
  )
  const nameOf = (h: Held) => `${h.role}@${formatOrgCode(h.org)}`
  const fitting = held.filter((h) => post === undefined || post === nameOf(h) || post === h.post)
  const [only] = fitting
  if (only && fitting.length === 1 && isRole(only.role)) {
    return {
      account: only.account,
      displayName: only.name,
      post: only.post,
      role: only.role,
      org: only.org,
      language: 'zh',
    }
  }
  const posts = held.map((h) => `  --post ${nameOf(h)}  ${h.org_name}`).join('\n')
  throw new StartupError(
    `${held.length === 0 ? '没有这个账号，或它没有岗位。 / No such account with a post.' : `请选一个岗位： / Choose a post:\n${posts}`}`,
  )
}
