import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Programme } from '../../core/programme.ts'
import { findProgramme } from '../../registry.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import { type BatchRow, findBatch } from './batch-rows.ts'
import { type Answer, closeAnswers, fits, promise, sumOf } from './close-answers.ts'
import { type Settlement, settleRecords } from './settle-records.ts'

/** Answers taken to the records in one transaction. */
const chunk = 1000

interface Tools {
  readonly pool: pg.Pool
  readonly secrets: { readonly dataKey: string }
}

/**
 * Takes a batch's waiting answers to its records: an answer of “paid” takes the step and books it, once; what failed is due
 * again; what came back takes the other step. Safe to run again and to be killed anywhere: a chunk is one transaction, and
 * two runs of one batch never work at once. Gives how many answers it took. `given` is for definitions not in the registry.
 */
export async function settleBatch(tools: Tools, id: string, given?: Programme): Promise<number> {
  const client = await tools.pool.connect()
  try {
    // The second waits for the first, and finds what came meanwhile.
    await client.query('SELECT pg_advisory_lock(6150016, hashtext($1))', [id])
    try {
      for (let taken = 0; ; ) {
        const n = await onDuty(tools.pool, 'pay', (tx) => settleChunk(tx, tools.secrets.dataKey, id, given))
        if (n === 0) return taken
        taken += n
      }
    } finally {
      await client.query('SELECT pg_advisory_unlock(6150016, hashtext($1))', [id])
    }
  } finally {
    client.release()
  }
}

const nothing: ReadonlyMap<string, string> = new Map()

function takesFailure({ payment, actions }: Programme): boolean {
  const from = payment && actions[payment.returned]?.from
  return from === 'any' || (payment?.in.some((state) => from?.includes(state)) ?? false)
}

async function settleChunk(tx: Tx, key: string, id: string, given: Programme | undefined): Promise<number> {
  const batch = await findBatch(tx, id)
  const programme = given ?? (batch && findProgramme(batch.programme))
  if (!batch || !programme?.payment) return 0
  const { paid, returned } = programme.payment
  // One result a round, the paid first: what is paid and came back in one answer takes two.
  const answers = await tx.rows<Answer>(sql`
    SELECT a.no, a.result, a.reason, a.reference, a.on_date, l.state, l.record, l.fen
    FROM payment_answers a JOIN payment_lines l ON l.area = a.area AND l.batch = a.batch AND l.no = a.no
    WHERE a.batch = ${id} AND a.state = 'waiting'
      AND a.result = (SELECT w.result FROM payment_answers w WHERE w.batch = ${id} AND w.state = 'waiting'
                      ORDER BY array_position(ARRAY['paid', 'failed', 'returned'], w.result) LIMIT 1)
    ORDER BY a.no LIMIT ${chunk} FOR UPDATE OF a, l`)
  const [first] = answers
  if (!first) return 0
  const { result } = first
  const fit = answers.filter((a) => fits[result].includes(a.state))
  // What was promised is promised no longer: in the transaction that pays it, before it is booked.
  if (result === 'paid') await promise(tx, batch, -sumOf(fit))
  const settlements = fit.map((a) => settlement(batch, a))
  const take = (step: string) => settleRecords(tx, key, programme, step, settlements, batch.org)
  const stopped = result === 'failed' ? nothing : await take(result === 'paid' ? paid : returned)
  // A definition that takes a failure as a return sends the record back to have its account put right.
  if (result === 'failed' && takesFailure(programme)) await take(returned)
  await closeAnswers(tx, batch, { result, answers, fit, stopped })
  return answers.length
}

/** The same answer gives the same id, so even two runs could not take one step twice. */
function settlement(batch: BatchRow, { no, result, reason, reference, on_date, record }: Answer): Settlement {
  const hash = createHash('sha256').update(`${batch.id}:${no}:${result}`).digest('hex')
  const actionId = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
  const said = { ...(reference && { reference }), ...(reason && { reason }), paidOn: on_date }
  return { record, actionId, on: on_date, said }
}
