import { sql } from 'kysely'
import type { FundBudget, FundFlow, FundPage } from '../../core/api/funds.ts'
import { addCalendarDays, calendarDaysBetween, type Day } from '../../core/day.ts'
import { cameIn, fundAccounts, givers, wentOut } from '../../core/fund-words.ts'
import type { FundAccount } from '../../core/posting.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { Tx } from '../database/actor.ts'
import { type Desk, keeps } from '../records/desk.ts'
import { type FundRow, fundAsData, getFund } from './fund-rows.ts'

interface Sum {
  key: string
  account: FundAccount
  fen: number
  lines: number
}

/** Longer times are shown by month. */
const daysShown = 400
const dayOne = '1900-01-01'

const sumsOf = (tx: Tx, fund: string, from: Day, to: Day, by: 'day' | 'month' | 'of'): Promise<Sum[]> =>
  tx.rows<Sum>(sql`SELECT key, account, fen, lines FROM fund_sums(${fund}::uuid, ${from}::date, ${to}::date, ${by})`)

/**
 * A fund in a time: what it began with, its balance day by day, where each fen came from and went, and its projects. Sums
 * hold what the reader may not open. Six statements. Refuses 'not-found' and 'period-wrong'.
 */
export async function showFund(
  desk: Desk,
  id: string,
  asked: { from?: Day | undefined; to?: Day | undefined },
): Promise<FundPage> {
  const { tx, actor, today } = desk
  const row = await getFund(tx, id)
  const to = asked.to ?? today
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`
  if (from > to) throw new Refusal('period-wrong', { field: 'from' })
  const before = await sumsOf(tx, id, dayOne, addCalendarDays(from, -1), 'month')
  const moves = await sumsOf(tx, id, from, to, calendarDaysBetween(from, to) > daysShown ? 'month' : 'day')
  const flows = await sumsOf(tx, id, from, to, 'of')
  const orgs = await orgNames(tx, flows)
  const label = (sum: Sum) => labelOf(sum, orgs, actor.language)
  const side = (accounts: readonly FundAccount[], sign: 1 | -1): FundFlow[] =>
    flows
      .filter((sum) => accounts.includes(sum.account))
      .map((sum) => ({ ...sum, fen: sign * sum.fen, label: label(sum) }))
      .sort(
        (a, b) =>
          accounts.indexOf(a.account as FundAccount) - accounts.indexOf(b.account as FundAccount) || b.fen - a.fen,
      )
  const opening = { cash: total(before, 'cash'), goods: total(before, 'goods') }
  return {
    fund: fundAsData(row, today),
    from,
    to,
    asOf: new Date().toISOString(),
    opening,
    points: pointsOf(opening, moves),
    accounts: Object.fromEntries(
      (Object.keys(fundAccounts) as FundAccount[]).map((account) => [
        account,
        total(before, account) + total(moves, account),
      ]),
    ),
    came: side(cameIn, -1),
    went: side(wentOut, 1),
    budgets: await budgetsOf(tx, row),
    abilities: actor.role === 'finance' && keeps(actor, row.org) ? ['edit', 'order', 'pay', 'budget'] : [],
  }
}

const total = (sums: readonly Sum[], account: FundAccount): number =>
  sums.filter((sum) => sum.account === account).reduce((all, sum) => all + sum.fen, 0)

function pointsOf(opening: { cash: number; goods: number }, moves: readonly Sum[]): FundPage['points'] {
  let held = opening
  return [...new Set(moves.map((sum) => sum.key))].sort().map((on) => {
    const here = moves.filter((sum) => sum.key === on)
    held = { cash: held.cash + total(here, 'cash'), goods: held.goods + total(here, 'goods') }
    return { on, ...held }
  })
}

async function orgNames(tx: Tx, flows: readonly Sum[]): Promise<Map<string, string>> {
  const codes = flows.flatMap((sum) => (sum.key.startsWith('org:') ? [Number(sum.key.slice(4))] : []))
  if (codes.length === 0) return new Map()
  const rows = await tx.rows<{ code: number; name: string }>(
    sql`SELECT code, name FROM organisations WHERE code = ANY (${codes}::bigint[])`,
  )
  return new Map(rows.map((row) => [`org:${row.code}`, row.name]))
}

function labelOf({ key, account }: Sum, orgs: ReadonlyMap<string, string>, language: 'zh' | 'en'): string {
  const [kind, of = ''] = key.split(/:(.*)/s)
  if (kind === 'programme') return findProgramme(of)?.label[language] ?? of
  if (kind === 'giver') return givers[of as keyof typeof givers]?.[language] ?? of
  if (kind === 'org') return orgs.get(key) ?? of
  if (kind === 'confidential') return language === 'zh' ? '涉及隐私的服务（合并）' : 'Confidential services, together'
  return fundAccounts[account][language]
}

async function budgetsOf(tx: Tx, fund: FundRow): Promise<FundBudget[]> {
  // The record's programme is there for who sees the record: the line opens it.
  const rows = await tx.rows<FundBudget>(sql`
    SELECT b.id, b.name, r.id AS record, r.programme, b.planned, s.raised, s.spent, b.revision
    FROM fund_budgets b JOIN budget_sums(${fund.id}::uuid) s ON s.budget = b.id LEFT JOIN records r ON r.id = b.record
    WHERE b.fund = ${fund.id} ORDER BY b.id LIMIT 200`)
  return rows
}
