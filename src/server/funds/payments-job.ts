import { sql } from 'kysely'
import type pg from 'pg'
import { Refusal, refusalText } from '../../core/refusal.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import type { Job } from '../jobs/jobs.ts'
import { settleBatch } from './settle-batch.ts'

/** Takes the answers of a batch to its records. What a fund refuses is said at the batch, and waits for a person. */
export const paymentsJob: Job = async (house, payload) => {
  if (typeof payload.id !== 'string') return
  await waitForAnswers(house.pool, payload.id)
  try {
    await settleBatch(house, payload.id)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await onDuty(house.pool, 'pay', (tx) =>
      refuseAll(tx, String(payload.id), refusalText(error.code, 'zh', error.detail.values)),
    )
  }
}

/** The job may be quicker than the transaction that asked for it. */
async function waitForAnswers(pool: pg.Pool, id: string): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    const found = await onDuty(pool, 'pay', (tx) =>
      tx.first(sql`SELECT FROM payment_answers WHERE batch = ${id} AND state = 'waiting' LIMIT 1`),
    )
    if (found) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** What the fund refuses stops the answers where they are, and says why; they are given again when it is put right. */
const refuseAll = (tx: Tx, id: string, problem: string) =>
  tx.change(sql`UPDATE payment_answers SET problem = ${problem} WHERE batch = ${id} AND state = 'waiting'`)

/** Batches with answers that were not taken yet, to be gone on with when the house starts. */
export async function unsettledBatches(pool: pg.Pool): Promise<string[]> {
  const rows = await onDuty(pool, 'pay', (tx) =>
    tx.rows<{ batch: string }>(sql`SELECT DISTINCT batch FROM payment_answers WHERE state = 'waiting'`),
  )
  return rows.map((row) => row.batch)
}
