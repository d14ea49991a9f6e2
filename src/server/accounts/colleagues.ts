import { sql } from 'kysely'
import type { Actor, Tx } from '../database/actor.ts'
import { loadHeldPosts } from './held-posts.ts'

/** Who holds a post at the actor's own organisation: for choosing a handler, or the second person of a step. */
export async function listColleagues(tx: Tx, actor: Actor) {
  const rows = await tx.rows<{ id: string; display_name: string }>(sql`
    SELECT a.id, a.display_name FROM accounts a
    WHERE a.disabled_at IS NULL AND own_org(a.home_org)
      AND EXISTS (SELECT FROM posts p WHERE p.account = a.id AND p.org = ${actor.org} AND p.ended_at IS NULL)
    ORDER BY a.display_name, a.id LIMIT 200`)
  const posts = await loadHeldPosts(
    tx,
    rows.map(({ id }) => id),
    actor.language,
    { now: true },
  )
  return rows.flatMap(({ id, display_name: displayName }) => {
    const here = (posts.get(id) ?? []).filter(({ org }) => org.code === actor.org)
    return here.length === 0
      ? []
      : [{ id, displayName, roles: here.map(({ role, roleLabel }) => ({ role, label: roleLabel })) }]
  })
}
