import { sql } from 'kysely'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { hotlineToday as contract } from '../../core/api/hotline.ts'
import type { Programme } from '../../core/programme.ts'
import type { Desk } from '../records/desk.ts'

/**
 * Contacts of today that this post may open, newest first, with nothing of what they are about; how many wait for an answer
 * and how many call-backs fall due by today. Two statements.
 */
export async function contactsOfToday(
  { tx, actor, today }: Desk,
  programme: Programme,
): Promise<ResponseOf<typeof contract>> {
  const rows = await tx.rows<{ id: string; number: string | null; state: string; received_at: string | null }>(sql`
    SELECT id, number, state, answers->>'receivedAt' AS received_at FROM cases
    WHERE programme = ${programme.id} AND org = ${actor.org} AND on_date = ${today}
    ORDER BY answers->>'receivedAt' DESC, id DESC LIMIT 100`)
  const due = await tx.first<{ callbacks: number }>(sql`
    SELECT count(*)::integer AS callbacks FROM clocks
    WHERE programme = ${programme.id} AND org = ${actor.org} AND clock = 'callback' AND ended_on IS NULL AND due_on <= ${today}`)
  return {
    items: rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state,
      stateLabel: programme.states[row.state] ?? { zh: row.state, en: row.state },
      receivedAt: row.received_at,
    })),
    callbacks: due?.callbacks ?? 0,
    open: rows.filter(({ state }) => state === programme.initial).length,
  }
}
