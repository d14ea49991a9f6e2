import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import { type Desk, keeps } from '../records/desk.ts'
import { type BatchRow, lockBatch } from './batch-rows.ts'
import { refusingMoney } from './money-refusal.ts'

const stateWords: Readonly<Record<BatchRow['state'], string>> = {
  prepared: '待审批',
  approved: '已审批',
  sent: '已交银行',
  settled: '已结清',
  cancelled: '已作废',
}

export function refuseState(row: BatchRow, ...may: readonly BatchRow['state'][]): void {
  if (!may.includes(row.state)) throw new Refusal('state-passed', { values: { state: stateWords[row.state] } })
}

/** Who may do what with a batch: its own organisation's finance and chair, and never both halves by one person. */
export function refuseOther({ actor }: Pick<Desk, 'actor'>, row: BatchRow, ...roles: readonly string[]): void {
  if (!keeps(actor, row.org) || !roles.includes(actor.role)) throw new Refusal('not-allowed')
}

/**
 * The second person agrees: the money is promised from here on, nothing else can spend it. Repeating it changes nothing.
 * Refuses 'second-person', 'declaration-needed', 'state-passed', 'fund-overdrawn' and 'fund-closed'.
 */
export async function approveBatch(desk: Desk, id: string, declared: boolean): Promise<void> {
  const { tx, actor, today } = desk
  const row = await lockBatch(tx, id)
  refuseOther(desk, row, 'finance', 'chair')
  if (row.state === 'approved' && row.approved_by === actor.account) return
  refuseState(row, 'prepared')
  if (row.prepared_by === actor.account) throw new Refusal('second-person')
  if (!declared) throw new Refusal('declaration-needed', { field: 'declared' })
  const open = await tx.first(sql`
    SELECT FROM funds WHERE id = ${row.fund} AND ${today}::date BETWEEN from_date AND coalesce(to_date, 'infinity')`)
  if (!open) throw new Refusal('fund-closed', { values: { fund: row.fund_name } })
  await tx.change(sql`
    UPDATE payment_batches SET state = 'approved', approved_by = ${actor.account}, approved_at = clock_timestamp(), open_fen = fen
    WHERE area = ${row.area} AND id = ${id}`)
  await refusingMoney(tx.rows(sql`SELECT refuse_overdrawn(${row.fund}::uuid)`))
}

/** Takes a batch back before it went to the bank; its records are due again. Refuses 'reason-needed' and 'state-passed'. */
export async function cancelBatch(desk: Desk, id: string, reason: string): Promise<void> {
  const { tx, actor } = desk
  const row = await lockBatch(tx, id)
  refuseOther(desk, row, 'finance', 'chair')
  if (row.state === 'cancelled') return
  refuseState(row, 'prepared', 'approved')
  if (!reason) throw new Refusal('reason-needed', { field: 'reason' })
  await tx.change(sql`
    UPDATE payment_lines SET state = 'dropped' WHERE area = ${row.area} AND batch = ${id} AND state = 'waiting'`)
  await tx.change(sql`
    UPDATE payment_batches SET state = 'cancelled', ended_by = ${actor.account}, end_reason = ${reason}, open_fen = 0
    WHERE area = ${row.area} AND id = ${id}`)
}
