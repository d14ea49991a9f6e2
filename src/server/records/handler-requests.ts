import { sql } from 'kysely'
import type { Standing } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import type { Desk } from './desk.ts'
import type { RecordRow } from './record-row.ts'
import { mayNameHandlers } from './standing.ts'
import type { RecordView } from './view-parts.ts'

/** Handlers that wait for a second person; none on records that are not sealed. */
export async function handlerRequests(
  { tx, actor }: Desk,
  programme: Programme,
  row: RecordRow,
  who: Standing,
): Promise<RecordView['handlerRequests']> {
  if (!row.sealed) return []
  const rows = await tx.rows<{
    id: string
    account: string
    name: string | null
    reason: string
    asked_by: string
  }>(sql`
    SELECT q.id, q.account, c.display_name AS name, q.reason, q.asked_by
    FROM handler_requests q LEFT JOIN accounts c ON c.id = q.account
    WHERE q.record = ${row.id} AND q.decided_at IS NULL ORDER BY q.asked_at, q.id`)
  return rows.map(({ asked_by, ...request }) => ({
    ...request,
    mine: asked_by === actor.account,
    mayDecide: mayNameHandlers(programme, who) && asked_by !== actor.account && request.account !== actor.account,
  }))
}
