import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { FundPeriod } from '../../core/api/funds.ts'
import { areaOf, isWithin, type OrgCode } from '../../core/org-code.ts'
import { addMonths, type Month, monthOf, monthRange } from '../../core/period.ts'
import { Refusal } from '../../core/refusal.ts'
import { type Desk, keeps } from '../records/desk.ts'

export type PeriodStep = FundPeriod['abilities'][number]
type State = FundPeriod['state']

const monthsShown = 24

interface Row {
  month: Month
  state: State
  asked_by: string
  reason: string | null
  at: Date
}

/** From which state a step is taken, what it leads to, who takes it, and whether by another than who asked. */
const steps: Readonly<
  Record<PeriodStep, { from: State; to: State; by: readonly string[]; another?: true; reason?: true }>
> = {
  ask: { from: 'open', to: 'asked', by: ['finance'] },
  confirm: { from: 'asked', to: 'closed', by: ['chair'], another: true },
  'give-back': { from: 'asked', to: 'open', by: ['chair'], another: true, reason: true },
  'ask-reopen': { from: 'closed', to: 'reopen-asked', by: ['finance', 'chair'], reason: true },
  reopen: { from: 'reopen-asked', to: 'open', by: ['finance', 'chair'], another: true },
  'keep-closed': { from: 'reopen-asked', to: 'closed', by: ['chair'], another: true },
}

const mayTake = ({ actor }: Desk, step: PeriodStep, state: State, askedBy: string | undefined) =>
  steps[step].from === state &&
  steps[step].by.includes(actor.role) &&
  !(steps[step].another && askedBy === actor.account)

/** The last 24 whole months of an organisation, newest first, with what was done to them. Refuses 'out-of-scope'. */
export async function listPeriods(desk: Desk, org: OrgCode) {
  const { tx, actor, today } = desk
  if (!isWithin(org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
  const last = addMonths(monthOf(today), -1)
  const months = monthRange(addMonths(last, 1 - monthsShown), last).reverse()
  const rows = await tx.rows<Row>(
    sql`SELECT month, state, asked_by, reason, at FROM fund_periods WHERE org = ${org} AND month = ANY (${months}::integer[])`,
  )
  const events = await tx.rows<{ month: Month; step: string; by: string | null; reason: string | null; at: Date }>(sql`
    SELECT e.month, e.step, a.display_name AS by, e.reason, e.at FROM fund_period_events e LEFT JOIN accounts a ON a.id = e.account
    WHERE e.org = ${org} AND e.month = ANY (${months}::integer[]) ORDER BY e.at`)
  const name = await tx.first<{ name: string }>(sql`SELECT name FROM organisations WHERE code = ${org}`)
  if (!name) throw new Refusal('not-found')
  const held = new Map(rows.map((row) => [row.month, row]))
  return {
    org: { code: org, name: name.name },
    items: months.map((month): FundPeriod => {
      const row = held.get(month)
      const state = row?.state ?? 'open'
      return {
        month,
        state,
        reason: row?.reason ?? null,
        at: row?.at.toISOString() ?? null,
        abilities: keeps(actor, org)
          ? (Object.keys(steps) as PeriodStep[]).filter((step) => mayTake(desk, step, state, row?.asked_by))
          : [],
        events: events
          .filter((event) => event.month === month)
          .map((event) => ({ step: event.step, by: event.by, reason: event.reason, at: event.at.toISOString() })),
      }
    }),
  }
}

/**
 * Closes a month of the own organisation or opens it again: asked by one, confirmed by another. What is being booked into
 * it is waited for. Refuses 'month-not-over', 'state-passed', 'second-person', 'reason-needed' and 'not-allowed'.
 */
export async function turnPeriod(
  desk: Desk,
  month: Month,
  step: PeriodStep,
  reason: string | undefined,
): Promise<void> {
  const { tx, actor, today } = desk
  const { org } = actor
  if (month >= monthOf(today)) throw new Refusal('month-not-over')
  // Bookings hold this lock together; a month turns alone (db/migrations/0014).
  await tx.rows(sql`SELECT pg_advisory_xact_lock(${org}::bigint)`)
  const row = await tx.first<Row>(
    sql`SELECT month, state, asked_by, reason, at FROM fund_periods WHERE org = ${org} AND month = ${month}`,
  )
  const state = row?.state ?? 'open'
  const rule = steps[step]
  if (rule.from !== state) throw new Refusal('state-passed', { values: { state: stateWords[state] } })
  if (rule.another && row?.asked_by === actor.account) throw new Refusal('second-person')
  if (!mayTake(desk, step, state, row?.asked_by)) throw new Refusal('not-allowed')
  if (rule.reason && (reason?.length ?? 0) < 4) throw new Refusal('reason-needed', { field: 'reason' })
  const asks = !rule.another
  await tx.change(
    row
      ? sql`UPDATE fund_periods SET state = ${rule.to}, asked_by = CASE WHEN ${asks} THEN ${actor.account}::uuid ELSE asked_by END,
              confirmed_by = CASE WHEN ${asks} THEN NULL ELSE ${actor.account}::uuid END, reason = coalesce(${reason ?? null}, reason), at = clock_timestamp()
            WHERE org = ${org} AND month = ${month}`
      : sql`INSERT INTO fund_periods (area, org, month, state, asked_by) VALUES (${areaOf(org)}, ${org}, ${month}, ${rule.to}, ${actor.account})`,
  )
  await tx.change(sql`
    INSERT INTO fund_period_events (area, id, org, month, step, reason, account, post)
    VALUES (${areaOf(org)}, ${v7()}, ${org}, ${month}, ${step}, ${reason ?? null}, ${actor.account}, ${actor.post})`)
}

const stateWords: Readonly<Record<State, string>> = {
  open: '未结账',
  asked: '待主席确认',
  closed: '已结账',
  'reopen-asked': '待第二人同意重开',
}
