import { sql } from 'kysely'
import type pg from 'pg'
import type { OrgCode } from '../../core/org-code.ts'
import { writeEvent } from '../accounts/events.ts'
import { onDuty } from '../database/actor.ts'

/**
 * A post whose last day has passed opens nothing any more; here it is ended, so that she is taken off the sealed records she
 * handled and their rights post hears of those that nobody handles (R-PRI-08). Gives how many were ended.
 */
export const endPostsRunOut = (pool: pg.Pool): Promise<number> =>
  onDuty(pool, 'clock', async (tx) => {
    const ended = await tx.rows<{ id: string; account: string; role: string; org: OrgCode }>(sql`
      UPDATE posts SET ended_at = clock_timestamp() WHERE ended_at IS NULL AND to_date < current_date
      RETURNING id, account, role, org`)
    for (const { id, account, role, org } of ended)
      await writeEvent(tx, { account, org, event: 'post-ended', detail: { post: id, role } })
    return ended.length
  })
