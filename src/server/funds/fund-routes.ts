import { sql } from 'kysely'
import { z } from 'zod'
import * as api from '../../core/api/funds.ts'
import { areaOf, isWithin, subtreeOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { postRoute, type Route } from '../http/route.ts'
import { type Desk, deskOf, keeps } from '../records/desk.ts'
import { showFund } from './fund-page.ts'
import { changeFund, fundAsData, getFund, makeFund, pageOfFunds } from './fund-rows.ts'
import { pageOfPostings } from './list-postings.ts'
import { listPeriods, turnPeriod } from './periods.ts'
import { decideTransfer, pageOfTransfers, prepareTransfer } from './transfers.ts'

/** Who looks into funds; everybody else picks one by name. */
const moneyRoles = ['finance', 'auditor', 'chair', 'statistician', 'rights']

const list = postRoute(api.listFunds, async (c) => {
  const { actor, query } = c
  const { today, tx } = deskOf(c)
  if (query.org !== undefined && !isWithin(query.org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
  if (!query.usable && !moneyRoles.includes(actor.role)) throw new Refusal('not-allowed')
  const [lo, hi] = subtreeOf(query.org ?? actor.org)
  const after = readCursor(z.tuple([z.number(), z.uuid()]), query.cursor)
  const parts = [
    query.usable
      ? sql`org_covers(f.org, ${actor.org}::bigint) AND ${today}::date BETWEEN f.from_date AND coalesce(f.to_date, 'infinity')`
      : sql`f.org BETWEEN ${lo} AND ${hi}`,
    ...(query.programme ? [sql`(f.programmes = '{}' OR ${query.programme} = ANY (f.programmes))`] : []),
    ...(after ? [sql`(f.org, f.id) > (${after[0]}::bigint, ${after[1]}::uuid)`] : []),
  ]
  const rows = await pageOfFunds(tx, sql.join(parts, sql` AND `), query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => fundAsData(row, today)),
    next: rows.length > query.limit && last ? writeCursor([last.org, last.id]) : null,
    total: null,
  }
})

async function ownFund(desk: Desk, id: string) {
  const fund = await getFund(desk.tx, id)
  if (desk.actor.role !== 'finance' || !keeps(desk.actor, fund.org)) throw new Refusal('not-allowed')
  return fund
}

const budget = postRoute(api.addBudget, async (c) => {
  const { tx, actor, body } = c
  const fund = await ownFund(deskOf(c), c.params.id)
  if (body.record && !(await tx.first(sql`SELECT FROM records WHERE id = ${body.record}`)))
    throw new Refusal('not-found', { field: 'record' })
  await tx.change(sql`
    INSERT INTO fund_budgets (area, id, fund, org, record, name, planned, by_post)
    VALUES (${areaOf(fund.org)}, ${body.budget}, ${fund.id}, ${fund.org}, ${body.record}, ${body.name}, ${body.planned}, ${actor.post})
    ON CONFLICT (area, id) DO NOTHING`)
  return { done: true as const }
})

const planned = postRoute(api.editBudget, async (c) => {
  const fund = await ownFund(deskOf(c), c.params.id)
  const changed = await c.tx.change(sql`
    UPDATE fund_budgets SET name = ${c.body.name}, planned = ${c.body.planned}, revision = revision + 1
    WHERE fund = ${fund.id} AND id = ${c.params.budget} AND revision = ${c.body.revision}`)
  if (changed === 0) throw new Refusal('stale-edit')
  return { done: true as const }
})

export const fundRoutes: readonly Route[] = [
  list,
  postRoute(api.addFund, (c) => makeFund(deskOf(c), c.body)),
  postRoute(api.editFund, (c) => changeFund(deskOf(c), c.params.id, c.body)),
  postRoute(api.getFund, (c) => showFund(deskOf(c), c.params.id, c.query), { repeatable: true }),
  postRoute(api.listPostings, (c) => pageOfPostings(deskOf(c), c.params.id, c.query), { repeatable: true }),
  budget,
  planned,
  postRoute(api.listTransfers, (c) => pageOfTransfers(deskOf(c), c.query)),
  postRoute(api.addTransfer, (c) => prepareTransfer(deskOf(c), c.body)),
  postRoute(api.decideTransfer, (c) => decideTransfer(deskOf(c), c.params.id, c.params.step, c.body)),
  postRoute(api.listPeriods, (c) => listPeriods(deskOf(c), c.query.org ?? c.actor.org)),
  postRoute(api.turnPeriod, async (c) => {
    const desk = deskOf(c)
    await turnPeriod(desk, c.params.month, c.body.step, c.body.reason)
    return listPeriods(desk, c.actor.org)
  }),
]
