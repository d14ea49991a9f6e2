import type { Duty, Tx } from './actor.ts'

/**
 * Runs `work` for a duty of the house inside an actor's own transaction, where her act has consequences beyond what she
 * may see herself (a merger moves sealed cases she cannot open). Call it after she was allowed to act, and let nothing
 * that is read inside reach her. The duty ends with `work`, or with the transaction when it fails.
 */
export async function borrowDuty<T>(tx: Tx, duty: Duty, work: () => Promise<T>): Promise<T> {
  const held = await tx.client.query<{ duty: string | null }>("SELECT current_setting('niangjia.duty', true) AS duty")
  await tx.client.query(`SET LOCAL niangjia.duty = '${duty}'`)
  const result = await work()
  await tx.client.query(`SET LOCAL niangjia.duty = '${held.rows[0]?.duty ?? ''}'`)
  return result
}
