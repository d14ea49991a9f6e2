import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'
import type { BatchRow } from './batch-rows.ts'

export type Result = 'paid' | 'failed' | 'returned'

/** What was said of a line, with the line as it stands, both locked. */
export interface Answer {
  readonly no: number
  readonly result: Result
  readonly reason: string | null
  readonly reference: string | null
  readonly on_date: string
  readonly state: 'waiting' | 'paid' | 'failed' | 'returned' | 'stuck' | 'dropped'
  readonly record: string
  readonly fen: number
}

/** The states of a line an answer can be true of. */
export const fits: Readonly<Record<Result, readonly Answer['state'][]>> = {
  paid: ['waiting', 'stuck'],
  failed: ['waiting'],
  returned: ['paid'],
}

/** What a line was, and what is said of it now; a person asks the bank. */
const contradictions: Readonly<Record<string, string>> = {
  'failed-paid': '先前记为失败，现又说成功：请与银行核实；若确已付，这一件不要再发',
  'paid-failed': '已记成功；钱退回来了请记“退汇”',
  'returned-paid': '已记退汇',
  'returned-failed': '已记退汇',
  'waiting-returned': '还没有记成功；没付出去请记“失败”',
  'failed-returned': '先前记为失败，没有可退的',
  'stuck-failed': '先前说成功而办件没能记上，现又说失败：请与银行核实',
}

export const sumOf = (answers: readonly Answer[]): number => answers.reduce((total, a) => total + a.fen, 0)

/** More, or less, of the fund's cash is promised to this batch. */
export const promise = (tx: Tx, batch: BatchRow, fen: number): Promise<number> =>
  tx.change(
    sql`UPDATE payment_batches SET open_fen = open_fen + ${fen}::bigint WHERE area = ${batch.area} AND id = ${batch.id}`,
  )

interface Closing {
  readonly result: Result
  readonly answers: readonly Answer[]
  readonly fit: readonly Answer[]
  /** Records that could not take the step, and why. */
  readonly stopped: ReadonlyMap<string, string>
}

/** Writes what became of the answers: their lines, themselves, and the sums of the batch. */
export async function closeAnswers(tx: Tx, batch: BatchRow, { result, answers, fit, stopped }: Closing): Promise<void> {
  const done = fit.filter((a) => !stopped.has(a.record))
  // The bank has paid and the record cannot take it: a person must look, and it is not paid a second time meanwhile.
  const stuck = result === 'paid' ? fit.filter((a) => stopped.has(a.record)) : []
  await turnLines(tx, batch, [
    ...done.map((a) => ({ ...a, becomes: result })),
    ...stuck.map((a) => ({ ...a, becomes: 'stuck', reason: stopped.get(a.record) ?? null })),
  ])
  const told = answers.map((a) => ({
    no: a.no,
    problem: fit.includes(a)
      ? (stopped.get(a.record) ?? null)
      : a.state === result
        ? null
        : (contradictions[`${a.state}-${result}`] ?? '与已记的结果不合'),
  }))
  await tx.change(sql`
    UPDATE payment_answers a SET state = CASE WHEN t.problem IS NULL THEN 'taken' ELSE 'refused' END, problem = t.problem
    FROM unnest(${told.map((t) => t.no)}::integer[], ${told.map((t) => t.problem)}::text[]) AS t (no, problem)
    WHERE a.area = ${batch.area} AND a.batch = ${batch.id} AND a.no = t.no AND a.result = ${result}`)
  await promise(tx, batch, sumOf(stuck) - (result === 'failed' ? sumOf(done) : 0))
  await addUp(tx, batch, result, done)
}

async function turnLines(tx: Tx, batch: BatchRow, lines: readonly (Answer & { becomes: string })[]): Promise<void> {
  if (lines.length === 0) return
  await tx.change(sql`
    UPDATE payment_lines l SET state = t.state, reason = t.reason, reference = coalesce(t.reference, l.reference), on_date = t.on_date
    FROM unnest(${lines.map((a) => a.no)}::integer[], ${lines.map((a) => a.becomes)}::text[], ${lines.map((a) => a.reason)}::text[],
                ${lines.map((a) => a.reference)}::text[], ${lines.map((a) => a.on_date)}::date[]) AS t (no, state, reason, reference, on_date)
    WHERE l.area = ${batch.area} AND l.batch = ${batch.id} AND l.no = t.no`)
}

const addUp = (tx: Tx, batch: BatchRow, result: Result, done: readonly Answer[]) => {
  const [lines, fen] = [done.length, sumOf(done)]
  const counted = {
    paid: sql`paid_lines = paid_lines + ${lines}, paid_fen = paid_fen + ${fen}::bigint`,
    failed: sql`failed_lines = failed_lines + ${lines}`,
    returned: sql`returned_lines = returned_lines + ${lines}, returned_fen = returned_fen + ${fen}::bigint`,
  }[result]
  return tx.change(sql`
    UPDATE payment_batches b SET ${counted},
      state = CASE WHEN EXISTS (SELECT FROM payment_lines l WHERE l.batch = b.id AND l.state IN ('waiting', 'stuck')) THEN b.state ELSE 'settled' END
    WHERE b.area = ${batch.area} AND b.id = ${batch.id}`)
}
