import { sql } from 'kysely'
import type { HeldPost } from '../../core/api/session.ts'
import type { Day } from '../../core/day.ts'
import type { Language } from '../../core/refusal.ts'
import { isRole, roles, secondStepRoles } from '../../core/role.ts'
import type { Tx } from '../database/actor.ts'

interface PostRow {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly org: number
  readonly org_name: string
  readonly from_date: Day
  readonly to_date: Day | null
}

/** The posts that accounts hold (those to come too, unless `now`), by account; one statement for any number of accounts. */
export async function loadHeldPosts(
  tx: Tx,
  accounts: readonly string[],
  language: Language,
  options: { now?: boolean } = {},
): Promise<Map<string, HeldPost[]>> {
  const rows = await tx.rows<PostRow>(sql`
    SELECT p.id, p.account, p.role, p.org, o.name AS org_name, p.from_date, p.to_date
    FROM posts p JOIN organisations o ON o.code = p.org
    WHERE p.account = ANY(${accounts}) AND p.ended_at IS NULL AND (p.to_date IS NULL OR p.to_date >= current_date)
      AND (p.from_date <= current_date OR NOT ${options.now === true})
    ORDER BY p.org, p.from_date, p.id`)
  const held = new Map<string, HeldPost[]>()
  for (const row of rows) {
    if (!isRole(row.role)) continue
    const post = {
      id: row.id,
      role: row.role,
      roleLabel: roles[row.role][language],
      org: { code: row.org, name: row.org_name },
      from: row.from_date,
      to: row.to_date,
      needsTotp: secondStepRoles.includes(row.role),
    }
    held.set(row.account, [...(held.get(row.account) ?? []), post])
  }
  return held
}
