import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { BodyOf, QueryOf } from '../../core/api/contract.ts'
import type { addTransfer, FundTransfer, listTransfers } from '../../core/api/funds.ts'
import type { Day } from '../../core/day.ts'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { type Desk, keeps } from '../records/desk.ts'
import { namesOf } from './batch-page.ts'
import { refusingMoney } from './money-refusal.ts'

interface Row {
  area: number
  id: string
  kind: FundTransfer['kind']
  fund: string
  fund_name: string | null
  org: number
  org_name: string
  to_fund: string | null
  to_fund_name: string | null
  to_org: number | null
  to_org_name: string | null
  giver: FundTransfer['giver']
  fen: number
  on_date: Day
  purpose: string
  reference: string
  state: FundTransfer['state']
  prepared_by: string
  approved_by: string | null
  received_by: string | null
  end_reason: string | null
}

const rowsWhere = (where: RawBuilder<unknown>, limit: number) => sql<Row>`
  SELECT t.area, t.id, t.kind, t.fund, f.name AS fund_name, t.org, o.name AS org_name, t.to_fund, g.name AS to_fund_name, t.to_org, p.name AS to_org_name,
         t.giver, t.fen, t.on_date, t.purpose, t.reference, t.state, t.prepared_by, t.approved_by, t.received_by, t.end_reason
  FROM fund_transfers t JOIN organisations o ON o.code = t.org LEFT JOIN funds f ON f.id = t.fund
  LEFT JOIN organisations p ON p.code = t.to_org LEFT JOIN funds g ON g.id = t.to_fund
  WHERE ${where} ORDER BY t.id DESC LIMIT ${limit}`

/** Orders of both sides, newest first; keyset by id, which is of its time. */
export async function pageOfTransfers(desk: Desk, asked: QueryOf<typeof listTransfers>) {
  const after = readCursor(z.tuple([z.uuid()]), asked.cursor)?.[0]
  const parts = [
    sql`true`,
    ...(asked.fund ? [sql`${asked.fund}::uuid IN (t.fund, t.to_fund)`] : []),
    ...(asked.open ? [sql`(t.state = 'prepared' OR (t.state = 'approved' AND t.kind = 'transfer'))`] : []),
    ...(after ? [sql`t.id < ${after}::uuid`] : []),
  ]
  const rows = await desk.tx.rowsPlanned<Row>(rowsWhere(sql.join(parts, sql` AND `), asked.limit + 1))
  const page = rows.slice(0, asked.limit)
  const names = await namesOf(
    desk,
    page.flatMap((row) => [row.prepared_by, row.approved_by, row.received_by]),
  )
  const last = page.at(-1)
  return {
    items: page.map((row) => asData(desk, row, names)),
    next: rows.length > asked.limit && last ? writeCursor([last.id]) : null,
    total: null,
  }
}

/** One order as this reader sees it. Refuses 'not-found'. */
export async function showTransfer(desk: Desk, id: string): Promise<FundTransfer> {
  const row = await getRow(desk, id)
  return asData(desk, row, await namesOf(desk, [row.prepared_by, row.approved_by, row.received_by]))
}

async function getRow({ tx }: Desk, id: string): Promise<Row> {
  const [row] = await tx.rows<Row>(rowsWhere(sql`t.id = ${id}`, 1))
  if (!row) throw new Refusal('not-found')
  return row
}

function asData({ actor }: Desk, row: Row, names: ReadonlyMap<string, string>): FundTransfer {
  const name = (account: string | null) => (account ? (names.get(account) ?? null) : null)
  const own = keeps(actor, row.org)
  const theirs = row.to_org !== null && keeps(actor, row.to_org)
  const decides = own && (actor.role === 'finance' || actor.role === 'chair')
  const abilities: [FundTransfer['abilities'][number], boolean][] = [
    ['approve', decides && row.state === 'prepared' && row.prepared_by !== actor.account],
    ['receive', theirs && actor.role === 'finance' && row.state === 'approved' && row.kind === 'transfer'],
    ['cancel', decides && (row.state === 'prepared' || (row.state === 'approved' && row.kind === 'transfer'))],
  ]
  return {
    id: row.id,
    kind: row.kind,
    fund: { id: row.fund, name: row.fund_name ?? '—' },
    org: { code: row.org, name: row.org_name },
    toFund: row.to_fund ? { id: row.to_fund, name: row.to_fund_name ?? '—' } : null,
    toOrg: row.to_org === null ? null : { code: row.to_org, name: row.to_org_name ?? '' },
    giver: row.giver,
    fen: row.fen,
    on: row.on_date,
    purpose: row.purpose,
    reference: row.reference,
    state: row.state,
    preparedBy: name(row.prepared_by),
    approvedBy: name(row.approved_by),
    receivedBy: name(row.received_by),
    endReason: row.end_reason,
    abilities: abilities.flatMap(([ability, may]) => (may ? [ability] : [])),
  }
}

/** Prepares an order of a fund of the own organisation. The same id again changes nothing. Refuses 'not-allowed', 'date-future', 'input-invalid'. */
export async function prepareTransfer(desk: Desk, given: BodyOf<typeof addTransfer>): Promise<FundTransfer> {
  const { tx, actor, today } = desk
  const label = actor.language === 'zh' ? '日期' : 'Day'
  if (given.on > today) throw new Refusal('date-future', { field: 'on', values: { label } })
  const fund = await tx.first<{ org: number }>(sql`SELECT org FROM funds WHERE id = ${given.fund}`)
  if (!fund) throw new Refusal('not-found', { field: 'fund' })
  if (actor.role !== 'finance' || !keeps(actor, fund.org)) throw new Refusal('not-allowed')
  const transfer = given.kind === 'transfer'
  const receipt = given.kind === 'receive' || given.kind === 'receive-goods'
  if (transfer !== (given.toFund !== undefined))
    throw new Refusal('input-invalid', { field: 'toFund', values: { what: 'toFund' } })
  if (receipt !== (given.giver !== undefined))
    throw new Refusal('input-invalid', { field: 'giver', values: { what: 'giver' } })
  // Any fund the post may know: of those beneath, and of those above.
  const to = given.toFund && (await tx.first<{ org: number }>(sql`SELECT org FROM funds WHERE id = ${given.toFund}`))
  if (transfer && (!to || given.toFund === given.fund)) throw new Refusal('not-found', { field: 'toFund' })
  await tx.change(sql`
    INSERT INTO fund_transfers (area, id, kind, org, fund, to_org, to_fund, giver, fen, on_date, purpose, reference, prepared_by)
    VALUES (${areaOf(fund.org)}, ${given.id}, ${given.kind}, ${fund.org}, ${given.fund}, ${to ? to.org : null}, ${given.toFund ?? null},
            ${given.giver ?? null}, ${given.fen}, ${given.on}, ${given.purpose}, ${given.reference}, ${actor.account})
    ON CONFLICT DO NOTHING`)
  return showTransfer(desk, given.id)
}

type Step = 'approve' | 'receive' | 'cancel'

/**
 * Takes an order on: approved by a second person (money in and money set aside are booked then), received by the other side
 * (a transfer is booked then, both pairs at once; until then the sender's cash is promised), or cancelled with a reason.
 */
export async function decideTransfer(
  desk: Desk,
  id: string,
  step: Step,
  said: { reason?: string | undefined; on?: Day | undefined },
): Promise<FundTransfer> {
  const { tx, actor, today } = desk
  const row = await getRow(desk, id)
  const { abilities } = asData(desk, row, new Map())
  if (!abilities.includes(step)) {
    if (step === 'approve' && row.state === 'prepared' && row.prepared_by === actor.account)
      throw new Refusal('second-person')
    const passed = { approve: 'prepared', receive: 'approved', cancel: 'prepared' }[step] !== row.state
    throw passed
      ? new Refusal('state-passed', { values: { state: stateWords[row.state] } })
      : new Refusal('not-allowed')
  }
  if (step === 'cancel' && !said.reason) throw new Refusal('reason-needed', { field: 'reason' })
  const on = said.on !== undefined && said.on <= today && said.on >= row.on_date ? said.on : today
  const change = {
    approve: sql`state = 'approved', approved_by = ${actor.account}, approved_at = clock_timestamp()`,
    receive: sql`state = 'received', received_by = ${actor.account}, received_at = clock_timestamp(), received_on = ${on}`,
    cancel: sql`state = 'cancelled', ended_by = ${actor.account}, end_reason = ${said.reason ?? null}`,
  }[step]
  // Two who press at once: the second finds it changed.
  const changed = await tx.change(
    sql`UPDATE fund_transfers SET ${change} WHERE area = ${row.area} AND id = ${id} AND state = ${row.state}`,
  )
  if (changed === 0) throw new Refusal('state-passed', { values: { state: stateWords[row.state] } })
  if (step === 'receive' || (step === 'approve' && row.kind !== 'transfer'))
    await refusingMoney(tx.rows(sql`SELECT book_transfer(${id}::uuid)`))
  else if (step === 'approve') await refusingMoney(tx.rows(sql`SELECT refuse_overdrawn(${row.fund}::uuid)`))
  return showTransfer(desk, id)
}

const stateWords: Readonly<Record<FundTransfer['state'], string>> = {
  prepared: '待审批',
  approved: '已审批',
  received: '已收到',
  cancelled: '已作废',
}
