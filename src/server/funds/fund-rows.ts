import { type RawBuilder, sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { addFund, editFund, FundItem } from '../../core/api/funds.ts'
import type { Day } from '../../core/day.ts'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'
import type { Desk } from '../records/desk.ts'
import { keeps } from '../records/desk.ts'

export interface FundRow {
  area: number
  id: string
  org: number
  org_name: string
  code: string
  name: string
  purpose: string
  source: FundItem['source']
  from_date: Day
  to_date: Day | null
  programmes: string[]
  revision: number
  cash: number | null
  goods: number | null
  promised: number | null
  sees: boolean
}

const columns = sql`f.area, f.id, f.org, o.name AS org_name, f.code, f.name, f.purpose, f.source, f.from_date, f.to_date, f.programmes, f.revision,
  (SELECT b.fen FROM fund_balances b WHERE b.area = f.area AND b.fund = f.id AND b.account = 'cash') AS cash,
  (SELECT b.fen FROM fund_balances b WHERE b.area = f.area AND b.fund = f.id AND b.account = 'goods') AS goods,
  fund_promised(f.id) AS promised, in_scope(f.org) AND sees_money() AS sees`

/** Funds as this actor may see them, in the order of organisations; keyset by organisation and id. */
export function pageOfFunds(tx: Tx, where: RawBuilder<unknown>, limit: number): Promise<FundRow[]> {
  return tx.rowsPlanned<FundRow>(sql`
    SELECT ${columns} FROM funds f JOIN organisations o ON o.code = f.org WHERE ${where} ORDER BY f.org, f.id LIMIT ${limit}`)
}

/** A fund of the subtree with its sums; a fund above may be used, not looked into. Refuses 'not-found'. */
export async function getFund(tx: Tx, id: string): Promise<FundRow> {
  const [row] = await pageOfFunds(tx, sql`f.id = ${id}`, 1)
  if (!row?.sees) throw new Refusal('not-found')
  return row
}

export const fundAsData = (row: FundRow, today: Day): FundItem => ({
  id: row.id,
  org: { code: row.org, name: row.org_name },
  code: row.code,
  name: row.name,
  purpose: row.purpose,
  source: row.source,
  from: row.from_date,
  to: row.to_date,
  programmes: row.programmes,
  ended: row.to_date !== null && row.to_date < today,
  revision: row.revision,
  balance: row.sees ? { cash: row.cash ?? 0, goods: row.goods ?? 0, promised: row.promised ?? 0 } : null,
})

/** Sets up a fund of the acting post's organisation. The same id again changes nothing. Refuses 'fund-code-taken', 'not-allowed', 'period-wrong'. */
export async function makeFund(desk: Desk, given: BodyOf<typeof addFund>): Promise<FundItem> {
  const { tx, actor, today } = desk
  if (actor.role !== 'finance') throw new Refusal('not-allowed')
  if (given.to !== null && given.to < given.from) throw new Refusal('period-wrong', { field: 'to' })
  const taken = await tx.first<{ id: string }>(
    sql`SELECT id FROM funds WHERE org = ${actor.org} AND code = ${given.code}`,
  )
  if (taken && taken.id !== given.id) throw new Refusal('fund-code-taken', { field: 'code' })
  await tx.change(sql`
    INSERT INTO funds (area, id, org, code, name, purpose, source, from_date, to_date, programmes, created_by)
    VALUES (${areaOf(actor.org)}, ${given.id}, ${actor.org}, ${given.code}, ${given.name}, ${given.purpose}, ${given.source}, ${given.from},
            ${given.to}, ${given.programmes}::text[], ${actor.post})
    ON CONFLICT DO NOTHING`)
  return fundAsData(await getFund(tx, given.id), today)
}

/** Changes what a fund is called, is for, and until when it is open. Refuses 'stale-edit' and 'not-allowed'. */
export async function changeFund(desk: Desk, id: string, given: BodyOf<typeof editFund>): Promise<FundItem> {
  const { tx, actor, today } = desk
  const held = await getFund(tx, id)
  if (actor.role !== 'finance' || !keeps(actor, held.org)) throw new Refusal('not-allowed')
  if (given.to !== null && given.to < held.from_date) throw new Refusal('period-wrong', { field: 'to' })
  const changed = await tx.change(sql`
    UPDATE funds SET name = ${given.name}, purpose = ${given.purpose}, programmes = ${given.programmes}::text[], to_date = ${given.to},
      end_reason = ${given.endReason ?? null}, revision = revision + 1
    WHERE area = ${held.area} AND id = ${id} AND revision = ${given.revision}`)
  if (changed === 0) throw new Refusal('stale-edit')
  return fundAsData(await getFund(tx, id), today)
}
