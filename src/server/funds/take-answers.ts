import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import type { Desk } from '../records/desk.ts'
import type { BankAnswer } from './answer-sheet.ts'
import { type BatchRow, lockBatch } from './batch-rows.ts'
import { refuseOther, refuseState } from './decide-batch.ts'

/** A batch the bank may answer for, locked. Refuses 'not-allowed' and 'state-passed'. */
export async function answerable(desk: Desk, id: string): Promise<BatchRow> {
  const row = await lockBatch(desk.tx, id)
  refuseOther(desk, row, 'finance')
  refuseState(row, 'sent', 'settled')
  return row
}

/**
 * Keeps what the bank said, once for each line and result; the same answers again add nothing, but try those
 * again that could not be taken. It is taken to the records
 * afterwards, by the house (settle-batch.ts). Amounts and sheet numbers, where the bank repeats them, must be those of the
 * batch: refuses 'answers-wrong', all or nothing.
 */
export async function keepAnswers(
  { tx, actor }: Desk,
  batch: BatchRow,
  answers: readonly BankAnswer[],
  byHand = false,
): Promise<number> {
  await refuseForeign({ tx }, batch, answers)
  return tx.change(sql`
    INSERT INTO payment_answers AS held (area, batch, no, result, org, reason, reference, on_date, by_hand, account, post)
    SELECT ${batch.area}, ${batch.id}::uuid, a.no, a.result, ${batch.org}, a.reason, a.reference, a.on_date, ${byHand}, ${actor.account}, ${actor.post}
    FROM unnest(${answers.map((a) => a.no)}::integer[], ${answers.map((a) => a.result)}::text[], ${answers.map((a) => a.reason ?? null)}::text[],
                ${answers.map((a) => a.reference ?? null)}::text[], ${answers.map((a) => a.on)}::date[]) AS a (no, result, reason, reference, on_date)
    ON CONFLICT (area, batch, no, result) DO UPDATE
      SET state = 'waiting', problem = NULL WHERE held.state = 'refused'`)
}

async function refuseForeign({ tx }: Pick<Desk, 'tx'>, batch: BatchRow, answers: readonly BankAnswer[]): Promise<void> {
  const wrong = (row: number, what: string) => new Refusal('answers-wrong', { values: { count: 1, row, what } })
  const numbers = new Set(
    (await tx.rows<{ id: string }>(sql`SELECT id FROM payment_sheets WHERE batch = ${batch.id}`)).map((s) => s.id),
  )
  const foreign = answers.find((a) => a.sheet !== undefined && !numbers.has(a.sheet))
  if (foreign) throw wrong(foreign.row, '表号不是这一批的')
  const priced = answers.filter((a) => a.fen !== undefined)
  if (priced.length === 0) return
  const [differs] = await tx.rows<{ row: number }>(sql`
    SELECT a.row FROM unnest(${priced.map((a) => a.row)}::integer[], ${priced.map((a) => a.no)}::integer[], ${priced.map((a) => a.fen)}::bigint[]) AS a (row, no, fen)
    LEFT JOIN payment_lines l ON l.batch = ${batch.id} AND l.no = a.no WHERE l.fen IS DISTINCT FROM a.fen ORDER BY a.row LIMIT 1`)
  if (differs) throw wrong(differs.row, '金额与发放表不同')
}
