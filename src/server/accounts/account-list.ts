import { sql } from 'kysely'
import { z } from 'zod'
import type { AccountRow } from '../../core/api/accounts.ts'
import { isWithin, type OrgCode, subtreeOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { separatedRoles } from '../../core/role.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { loadHeldPosts } from './held-posts.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly display_name: string
  readonly home_org: OrgCode
  readonly org_name: string
  readonly has_totp: boolean
  readonly locked: boolean
  readonly disabled: boolean
  readonly demo: boolean
  readonly beyond: boolean
}

interface Asked {
  readonly q?: string | undefined
  readonly org?: OrgCode | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/**
 * A page of the accounts of the actor's subtree (or of `org` in it), by organisation and name; three statements.
 * For the three administrators; refuses `not-allowed`, `out-of-scope`, `cursor-invalid`.
 */
export async function listAccounts(tx: Tx, actor: Actor, asked: Asked) {
  if (!separatedRoles.includes(actor.role)) throw new Refusal('not-allowed')
  const org = asked.org ?? actor.org
  if (!isWithin(org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
  const [lo, hi] = subtreeOf(org)
  const after = readCursor(z.tuple([z.number(), z.string()]), asked.cursor)
  const like = `%${(asked.q ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
  const among = sql`a.home_org BETWEEN ${lo} AND ${hi} AND (a.name LIKE ${like} OR lower(a.display_name) LIKE ${like})`
  const rows = await tx.rows<Row>(sql`
    SELECT a.id, a.name, a.display_name, a.home_org, o.name AS org_name, a.totp IS NOT NULL AS has_totp,
      coalesce(a.locked_until > now(), false) AS locked, a.disabled_at IS NOT NULL AS disabled, a.demo,
      holds_post_beyond(a.id) AS beyond
    FROM accounts a JOIN organisations o ON o.code = a.home_org
    WHERE ${among} AND (a.home_org, a.name) > (${after?.[0] ?? 0}, ${after?.[1] ?? ''})
    ORDER BY a.home_org, a.name LIMIT ${asked.limit + 1}`)
  const page = rows.slice(0, asked.limit)
  const posts = await loadHeldPosts(
    tx,
    page.map(({ id }) => id),
    actor.language,
  )
  const total = after
    ? undefined
    : await tx.first<{ n: number }>(sql`SELECT count(*) AS n FROM accounts a WHERE ${among}`)
  const last = page.at(-1)
  return {
    items: page.map(
      (row): AccountRow => ({
        id: row.id,
        name: row.name,
        displayName: row.display_name,
        home: { code: row.home_org, name: row.org_name },
        posts: posts.get(row.id) ?? [],
        hasTotp: row.has_totp,
        locked: row.locked,
        disabled: row.disabled,
        demo: row.demo,
        abilities: abilitiesOn(row, actor),
      }),
    ),
    next: rows.length > page.length && last ? writeCursor([last.home_org, last.name]) : null,
    total: total?.n ?? null,
  }
}

function abilitiesOn(row: Row, actor: Actor): AccountRow['abilities'] {
  const givePost = actor.role === 'administrator' && row.id !== actor.account
  return { givePost, manage: givePost && !row.beyond }
}
