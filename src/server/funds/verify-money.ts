import { sql } from 'kysely'
import { programmes } from '../../registry.ts'
import type { Tx } from '../database/actor.ts'
import type { Report } from '../ledger/verify.ts'
import { type CountedRow, countedColumns, knowMany } from '../ledger/worth.ts'

const batchSize = 2000

/**
 * Recomputes money from the bottom: records → postings, every fund and day to zero, postings → balances, batches → records.
 * Reads under the duty 'verify', in the caller's snapshot; names each mismatch.
 */
export async function verifyMoney(tx: Tx, key: string, report: Report): Promise<void> {
  await verifyPostings(tx, key, report)
  await verifyFunds(tx, report)
  await verifyBatches(tx, report)
}

async function verifyPostings(tx: Tx, key: string, report: Report): Promise<void> {
  for (const programme of programmes.filter((p) => p.postings)) {
    for (let after: string | undefined; ; ) {
      const rows = await tx.rows<CountedRow>(sql`
        SELECT ${countedColumns} FROM records r WHERE r.kind = ${programme.kind} AND r.programme = ${programme.id}
          ${after ? sql`AND r.id > ${after}::uuid` : sql``} ORDER BY r.id LIMIT ${batchSize}`)
      if (rows.length === 0) break
      after = rows.at(-1)?.id
      const held = await tx.rows<{ record: string; key: string; fen: number }>(sql`
        SELECT record, concat_ws(' ', fund, account, for_date) AS key, sum(fen)::bigint AS fen FROM postings
        WHERE record = ANY (${rows.map((r) => r.id)}::uuid[]) GROUP BY record, fund, account, for_date HAVING sum(fen) <> 0`)
      const sums = new Map<string, number>()
      for (const { record, key: at, fen } of held) sums.set(`${record} ${at}`, -fen)
      for (const { row, facts } of await knowMany(tx, key, rows, programme)) {
        for (const line of programme.postings?.(facts) ?? []) {
          const at = `${row.id} ${line.fund} ${line.account} ${line.on}`
          sums.set(at, (sums.get(at) ?? 0) + line.fen)
        }
      }
      for (const [at, difference] of sums)
        if (difference !== 0)
          report('posting', `${programme.id} ${at}`, 'as its record says', `${-difference} fen more`)
    }
  }
}

async function verifyFunds(tx: Tx, report: Report): Promise<void> {
  const uneven = await tx.rows<{ fund: string; on_date: string; fen: number }>(
    sql`SELECT fund, on_date, sum(fen)::bigint AS fen FROM postings GROUP BY fund, on_date HAVING sum(fen) <> 0`,
  )
  for (const { fund, on_date, fen } of uneven) report('fund', `${fund} ${on_date}`, 0, fen)
  const wrong = await tx.rows<{ where: string; expected: number; found: number }>(sql`
    SELECT concat_ws(' ', fund, account) AS where, coalesce(p.fen, 0) AS expected, coalesce(b.fen, 0) AS found
    FROM (SELECT fund, account, sum(fen)::bigint AS fen FROM postings GROUP BY fund, account) p
    FULL JOIN (SELECT fund, account, fen FROM fund_balances) b USING (fund, account) WHERE coalesce(p.fen, 0) <> coalesce(b.fen, 0)
    UNION ALL
    SELECT concat_ws(' ', fund, account, 'below what is promised'), fund_reserved(fund), fen FROM fund_balances
    WHERE account IN ('cash', 'goods') AND fen < CASE WHEN account = 'cash' THEN fund_reserved(fund) ELSE 0 END`)
  for (const row of wrong) report('fund', row.where, row.expected, row.found)
  const orders = await tx.rows<{ id: string; expected: number; found: number }>(sql`
    SELECT t.id, CASE WHEN t.state = (CASE WHEN t.kind = 'transfer' THEN 'received' ELSE 'approved' END) THEN t.fen ELSE 0 END AS expected,
           coalesce(max(abs(p.fen)), 0)::bigint AS found
    FROM fund_transfers t LEFT JOIN postings p ON p.transfer = t.id GROUP BY t.area, t.id, t.state, t.kind, t.fen
    HAVING coalesce(max(abs(p.fen)), 0) <> CASE WHEN t.state = (CASE WHEN t.kind = 'transfer' THEN 'received' ELSE 'approved' END) THEN t.fen ELSE 0 END`)
  for (const { id, expected, found } of orders) report('fund', `order ${id}`, expected, found)
}

/** A batch is the sum of its lines; a line that is paid has its record's step, once, and nothing else of the house's paid it. */
async function verifyBatches(tx: Tx, report: Report): Promise<void> {
  const sums = await tx.rows<{ id: string; expected: string; found: string }>(sql`
    SELECT b.id, concat_ws('/', l.lines, l.fen, l.open, l.paid, l.failed, l.returned) AS expected,
           concat_ws('/', b.lines, b.fen, b.open_fen, b.paid_fen - b.returned_fen, b.failed_lines, b.returned_lines) AS found
    FROM payment_batches b CROSS JOIN LATERAL (
      SELECT count(*) AS lines, sum(fen)::bigint AS fen,
             (CASE WHEN b.state IN ('approved', 'sent') THEN coalesce(sum(fen) FILTER (WHERE state IN ('waiting', 'stuck')), 0) ELSE 0 END)::bigint AS open,
             coalesce(sum(fen) FILTER (WHERE state = 'paid'), 0)::bigint AS paid,
             count(*) FILTER (WHERE state = 'failed') AS failed, count(*) FILTER (WHERE state = 'returned') AS returned
      FROM payment_lines WHERE area = b.area AND batch = b.id) l
    WHERE (b.lines, b.fen, b.open_fen, b.paid_fen - b.returned_fen, b.failed_lines, b.returned_lines)
      IS DISTINCT FROM (l.lines, l.fen, l.open, l.paid, l.failed, l.returned)`)
  for (const { id, expected, found } of sums) report('payment', `batch ${id}`, expected, found)
  for (const { id, payment } of programmes) {
    if (!payment) continue
    const steps = await tx.rows<{ record: string; expected: string; found: string }>(sql`
      SELECT coalesce(l.record, a.record) AS record, concat_ws('/', coalesce(l.paid, 0), coalesce(l.returned, 0)) AS expected,
             concat_ws('/', coalesce(a.paid, 0), coalesce(a.returned, 0)) AS found
      FROM (SELECT record, count(*) AS paid, count(*) FILTER (WHERE state = 'returned') AS returned
            FROM payment_lines WHERE programme = ${id} AND state IN ('paid', 'returned') GROUP BY record) l
      FULL JOIN (SELECT record, count(*) FILTER (WHERE action = ${payment.paid}) AS paid, count(*) FILTER (WHERE action = ${payment.returned} AND from_state <> ALL (${[...payment.in]}::text[])) AS returned
                 FROM actions WHERE programme = ${id} AND action IN (${payment.paid}, ${payment.returned}) AND by_account IS NULL GROUP BY record) a USING (record)
      WHERE (coalesce(l.paid, 0), coalesce(l.returned, 0)) <> (coalesce(a.paid, 0), coalesce(a.returned, 0))`)
    for (const { record, expected, found } of steps) report('payment', `${id} ${record}`, expected, found)
  }
}
