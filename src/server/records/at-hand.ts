import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'

/**
 * Works on one record that its keeper's walls may hide from the actor: one she opens by a step for others to handle, or hands
 * over by it. Only after the procedure has said that the step is hers; row-level security lets this record through for as
 * long as `work` runs (db/migrations/0012).
 */
export async function atHand<T>(tx: Tx, record: string, work: () => Promise<T>): Promise<T> {
  await tx.rows(sql`SELECT set_config('niangjia.hand', ${record}, true)`)
  const result = await work()
  await tx.rows(sql`SELECT set_config('niangjia.hand', '', true)`)
  return result
}
