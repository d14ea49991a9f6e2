import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { listBreakGlass as contract } from '../../core/api/records.ts'
import { divisionOf, levelSpan } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Desk } from './desk.ts'

/**
 * Asks to open a sealed record of the own subtree (R-PRI-08). The answer is the same whether there is such a record or not;
 * its handlers are told at once, the keeping organisation's rights post decides.
 */
export async function askBreakGlass(
  { tx, actor }: Desk,
  _programme: Programme,
  record: string,
  asked: { id: string; reason: string },
): Promise<void> {
  const keeper = await tx.first<{ area: number; org: number; handlers: string[] }>(
    sql`SELECT area, org, handlers FROM sealed_keeper(${record})`,
  )
  if (!keeper) return
  await tx.change(sql`
    INSERT INTO break_glass (area, id, record, org, account, post, reason, owner_told_at)
    VALUES (${keeper.area}, ${asked.id}, ${record}, ${keeper.org}, ${actor.account}, ${actor.post}, ${asked.reason}, clock_timestamp())
    ON CONFLICT DO NOTHING`)
  const ids = keeper.handlers.map(() => v7())
  await tx.change(sql`
    INSERT INTO notices (area, id, account, text_key, link)
    SELECT ${keeper.area}, n.id, n.account, 'break-glass-asked', '/break-glass' FROM unnest(${ids}::uuid[], ${keeper.handlers}::uuid[]) AS n (id, account)`)
}

type Item = ResponseOf<typeof contract>['items'][number]
interface Row {
  id: string
  record: string
  org: number
  account: string
  reason: string
  asked_at: Date
  approved_at: Date | null
  expires_at: Date | null
  programme: string | null
  number: string | null
}

/** Requests this post made, and those its organisation may decide; newest first. */
export async function listBreakGlass({ tx, actor }: Desk): Promise<{ items: Item[] }> {
  const rows = await tx.rows<Row>(sql`
    SELECT g.id, g.record, g.org, g.account, g.reason, g.asked_at, g.approved_at, g.expires_at, r.programme, r.number
    FROM break_glass g LEFT JOIN records r ON r.id = g.record ORDER BY g.asked_at DESC LIMIT 100`)
  return {
    items: rows.map((row) => ({
      id: row.id,
      record: row.record,
      programme: row.programme,
      number: row.number,
      reason: row.reason,
      askedAt: row.asked_at.toISOString(),
      approvedAt: row.approved_at?.toISOString() ?? null,
      expiresAt: row.expires_at?.toISOString() ?? null,
      mine: row.account === actor.account,
      mayApprove:
        row.approved_at === null &&
        row.account !== actor.account &&
        actor.role === 'rights' &&
        divisionOf(row.org) === divisionOf(actor.org),
    })),
  }
}

/** A second person of the keeping organisation agrees; the view ends by itself after 24 hours. Agreeing twice is agreeing once. */
export async function approveBreakGlass({ tx, actor }: Desk, id: string): Promise<void> {
  const first = divisionOf(actor.org) * levelSpan.village
  const row = await tx.first<{ account: string; approved: boolean }>(sql`
    SELECT account, approved_at IS NOT NULL AS approved FROM break_glass WHERE id = ${id} AND org BETWEEN ${first} AND ${first + levelSpan.village - 1}`)
  if (!row) throw new Refusal('not-found')
  if (row.account === actor.account) throw new Refusal('second-person')
  if (row.approved) return
  const changed = await tx.change(sql`
    UPDATE break_glass SET approved_by = ${actor.account}, approved_at = clock_timestamp(), expires_at = clock_timestamp() + interval '24 hours' WHERE id = ${id}`)
  if (changed === 0) throw new Refusal('not-allowed')
}
