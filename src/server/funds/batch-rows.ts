import { sql } from 'kysely'
import type { batchStates, PaymentBatch } from '../../core/api/payments.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { Tx } from '../database/actor.ts'

export interface BatchRow {
  area: number
  id: string
  org: number
  org_name: string
  fund: string
  fund_name: string
  programme: string
  title: string
  key_salt: Buffer
  remark: string
  state: (typeof batchStates)[number]
  lines: number
  fen: number
  paid_lines: number
  paid_fen: number
  failed_lines: number
  returned_lines: number
  returned_fen: number
  prepared_by: string
  prepared_at: Date
  approved_by: string | null
  approved_at: Date | null
  ended_by: string | null
  end_reason: string | null
}

const columns = sql`b.area, b.id, b.org, o.name AS org_name, b.fund, f.name AS fund_name, b.programme, b.title, b.key_salt, b.remark, b.state, b.lines, b.fen,
  b.paid_lines, b.paid_fen, b.failed_lines, b.returned_lines, b.returned_fen, b.prepared_by, b.prepared_at, b.approved_by, b.approved_at, b.ended_by, b.end_reason`
const source = sql`payment_batches b JOIN funds f ON f.area = b.area AND f.id = b.fund JOIN organisations o ON o.code = b.org`

export const findBatch = (tx: Tx, id: string): Promise<BatchRow | undefined> =>
  tx.first<BatchRow>(sql`SELECT ${columns} FROM ${source} WHERE b.id = ${id}`)

/** A batch as this actor may see it. Hidden and missing are one answer: 'not-found'. */
export async function getBatch(tx: Tx, id: string): Promise<BatchRow> {
  const row = await findBatch(tx, id)
  if (!row) throw new Refusal('not-found')
  return row
}

/** The same, locked until the transaction ends: what is decided about a batch is decided one after the other. */
export async function lockBatch(tx: Tx, id: string): Promise<BatchRow> {
  const row = await tx.first<BatchRow>(sql`SELECT ${columns} FROM ${source} WHERE b.id = ${id} FOR UPDATE OF b`)
  if (row) return row
  await getBatch(tx, id)
  throw new Refusal('not-allowed')
}

/** Newest first; ids are of their time. */
export function pageOfBatches(
  tx: Tx,
  asked: { fund?: string | undefined; state?: string | undefined; limit: number },
  after: string | undefined,
): Promise<BatchRow[]> {
  return tx.rowsPlanned<BatchRow>(sql`
    SELECT ${columns} FROM ${source}
    WHERE true ${asked.fund ? sql`AND b.fund = ${asked.fund}` : sql``} ${asked.state ? sql`AND b.state = ${asked.state}` : sql``}
      ${after ? sql`AND b.id < ${after}::uuid` : sql``}
    ORDER BY b.id DESC LIMIT ${asked.limit + 1}`)
}

export const batchAsData = (row: BatchRow, language: 'zh' | 'en'): PaymentBatch => ({
  id: row.id,
  org: { code: row.org, name: row.org_name },
  fund: { id: row.fund, name: row.fund_name },
  programme: row.programme,
  programmeLabel: findProgramme(row.programme)?.label[language] ?? row.programme,
  title: row.title,
  remark: row.remark,
  state: row.state,
  lines: row.lines,
  fen: row.fen,
  paidLines: row.paid_lines,
  paidFen: row.paid_fen,
  failedLines: row.failed_lines,
  returnedLines: row.returned_lines,
  returnedFen: row.returned_fen,
  preparedAt: row.prepared_at.toISOString(),
  approvedAt: row.approved_at?.toISOString() ?? null,
})
