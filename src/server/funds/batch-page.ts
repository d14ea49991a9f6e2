import { sql } from 'kysely'
import type { LeftOut, PaymentBatchPage } from '../../core/api/payments.ts'
import type { Desk } from '../records/desk.ts'
import { keeps } from '../records/desk.ts'
import { type BatchRow, batchAsData, getBatch } from './batch-rows.ts'

/** Wrong answers shown at most; the sheet that came back has them all. */
const shown = 100

type Ability = PaymentBatchPage['abilities'][number]

/** A batch with who prepared and approved it, how far its answers are, and what this reader may do. Five statements. */
export async function showBatch(desk: Desk, id: string, leftOut: readonly LeftOut[] = []): Promise<PaymentBatchPage> {
  const { tx, actor } = desk
  const row = await getBatch(tx, id)
  const counts = await tx.first<{ waiting: number; stuck: number }>(sql`
    SELECT (SELECT count(*)::integer FROM payment_answers WHERE batch = ${id} AND state = 'waiting') AS waiting,
           (SELECT count(*)::integer FROM payment_lines WHERE batch = ${id} AND state = 'stuck') AS stuck`)
  const refused = await tx.rows<{ no: number; result: 'paid' | 'failed' | 'returned'; problem: string | null }>(sql`
    SELECT no, result, problem FROM payment_answers WHERE batch = ${id} AND problem IS NOT NULL ORDER BY no LIMIT ${shown}`)
  const sheets = await tx.rows<{ id: string; at: Date; by: string | null; lines: number }>(sql`
    SELECT s.id, s.at, a.display_name AS by, s.lines FROM payment_sheets s LEFT JOIN accounts a ON a.id = s.account
    WHERE s.batch = ${id} ORDER BY s.at DESC LIMIT 20`)
  const names = await namesOf(desk, [row.prepared_by, row.approved_by])
  return {
    batch: batchAsData(row, actor.language),
    preparedBy: names.get(row.prepared_by) ?? null,
    approvedBy: row.approved_by ? (names.get(row.approved_by) ?? null) : null,
    endReason: row.end_reason,
    waitingAnswers: counts?.waiting ?? 0,
    refusedAnswers: refused,
    stuckLines: counts?.stuck ?? 0,
    sheets: sheets.map((sheet) => ({ ...sheet, at: sheet.at.toISOString() })),
    abilities: abilitiesOf(desk, row),
    leftOut: [...leftOut],
  }
}

function abilitiesOf({ actor }: Desk, row: BatchRow): Ability[] {
  if (!keeps(actor, row.org)) return []
  const finance = actor.role === 'finance'
  const decides = finance || actor.role === 'chair'
  return (
    [
      ['approve', decides && row.state === 'prepared' && row.prepared_by !== actor.account],
      ['cancel', decides && (row.state === 'prepared' || row.state === 'approved')],
      ['sheet', finance && (row.state === 'approved' || row.state === 'sent')],
      ['answer', finance && (row.state === 'sent' || row.state === 'settled')],
    ] as const
  ).flatMap(([ability, may]) => (may ? [ability] : []))
}

/** How colleagues are called, where the reader's organisation knows them. */
export async function namesOf(
  { tx }: Pick<Desk, 'tx'>,
  accounts: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(accounts.filter((id) => id !== null))]
  const rows = await tx.rows<{ id: string; name: string }>(
    sql`SELECT id, display_name AS name FROM accounts WHERE id = ANY (${ids}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
