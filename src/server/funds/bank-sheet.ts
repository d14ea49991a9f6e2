import { sql } from 'kysely'
import { v7 } from 'uuid'
import { formatYuan } from '../../core/money.ts'
import type { SheetWriter } from '../excel/write-sheets.ts'
import type { Desk } from '../records/desk.ts'
import { writeRead } from '../traces/write-read.ts'
import { type BatchRow, lockBatch } from './batch-rows.ts'
import { refuseOther, refuseState } from './decide-batch.ts'
import { openPayee } from './payee.ts'

const chunk = 2000

export interface TakenSheet {
  readonly row: BatchRow
  /** The number printed on every line: whose copy it is can be found out. */
  readonly number: string
}

/** Notes that a sheet leaves the house, in the transaction that reads it. Refuses 'not-allowed' and 'state-passed'. */
export async function takeSheet(desk: Desk, id: string): Promise<TakenSheet> {
  const { tx, actor } = desk
  const row = await lockBatch(tx, id)
  refuseOther(desk, row, 'finance')
  refuseState(row, 'approved', 'sent')
  const number = v7()
  await tx.change(sql`
    INSERT INTO payment_sheets (area, id, batch, org, lines, account, post)
    VALUES (${row.area}, ${number}, ${id}, ${row.org}, ${row.lines}, ${actor.account}, ${actor.post})`)
  await writeRead(tx, actor, {
    area: row.area,
    subject: 'export',
    id,
    org: row.org,
    fields: ['payment', 'name', 'account'],
    purpose: '发放表交银行',
  })
  if (row.state === 'approved')
    await tx.change(sql`UPDATE payment_batches SET state = 'sent' WHERE area = ${row.area} AND id = ${id}`)
  return { row, number }
}

/** Writes the lines that wait for the bank. The last four columns are for its answer: the same sheet comes back filled in. */
export async function writeSheet({ tx, house }: Desk, { row, number }: TakenSheet, book: SheetWriter): Promise<number> {
  const sheet = book.sheet('发放表', [
    { header: '序号', width: 8 },
    { header: '户名', width: 16 },
    { header: '账号', width: 26 },
    { header: '金额', width: 14 },
    { header: '附言', width: 16 },
    { header: '表号', width: 40 },
    { header: '结果', width: 10 },
    { header: '原因', width: 20 },
    { header: '流水号', width: 24 },
    { header: '日期', width: 12 },
  ])
  let count = 0
  for (let after = 0; ; ) {
    const lines = await tx.rows<{ no: number; fen: number; sealed: Buffer }>(sql`
      SELECT no, fen, sealed FROM payment_lines WHERE batch = ${row.id} AND state = 'waiting' AND no > ${after} ORDER BY no LIMIT ${chunk}`)
    for (const { no, fen, sealed } of lines) {
      const [name, account] = openPayee(house.secrets.dataKey, row.key_salt, row.id, no, sealed)
      await book.row(sheet, [no, name, account, formatYuan(fen), row.remark, number])
    }
    count += lines.length
    const last = lines.at(-1)
    if (!last || lines.length < chunk) break
    after = last.no
  }
  sheet.commit()
  return count
}
