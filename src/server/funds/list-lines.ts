import { sql } from 'kysely'
import { z } from 'zod'
import type { ParamsOf, QueryOf, ResponseOf } from '../../core/api/contract.ts'
import type { listLines, PaymentLine } from '../../core/api/payments.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import type { Desk } from '../records/desk.ts'
import { getBatch } from './batch-rows.ts'

interface Row {
  no: number
  record: string
  record_org: number
  org_name: string
  name_mask: string
  account_end: string
  fen: number
  round: number
  state: PaymentLine['state']
  reason: string | null
  reference: string | null
  on_date: string | null
}

/** Lines of a batch in the order of the bank's sheet, masked; keyset by line number. */
export async function pageOfLines(
  { tx }: Desk,
  { id }: ParamsOf<typeof listLines>,
  asked: QueryOf<typeof listLines>,
): Promise<ResponseOf<typeof listLines>> {
  await getBatch(tx, id)
  const after = readCursor(z.tuple([z.number().int()]), asked.cursor)?.[0] ?? 0
  const rows = await tx.rows<Row>(sql`
    SELECT l.no, l.record, l.record_org, o.name AS org_name, l.name_mask, l.account_end, l.fen, l.round, l.state, l.reason, l.reference, l.on_date
    FROM payment_lines l JOIN organisations o ON o.code = l.record_org
    WHERE l.batch = ${id} AND l.no > ${after} ${asked.state ? sql`AND l.state = ${asked.state}` : sql``}
    ORDER BY l.no LIMIT ${asked.limit + 1}`)
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      no: row.no,
      record: row.record,
      recordOrg: { code: row.record_org, name: row.org_name },
      name: row.name_mask,
      accountEnd: row.account_end,
      fen: row.fen,
      round: row.round,
      state: row.state,
      reason: row.reason,
      reference: row.reference,
      on: row.on_date,
    })),
    next: rows.length > asked.limit && last ? writeCursor([last.no]) : null,
    total: null,
  }
}
