import { sql } from 'kysely'
import { z } from 'zod'
import type { CampaignItem, campaignStanding as contract } from '../../core/api/campaigns.ts'
import type { QueryOf, ResponseOf } from '../../core/api/contract.ts'
import type { Day } from '../../core/day.ts'
import { standingOf } from '../../core/minimum.ts'
import { type Level, levelSpan, type OrgCode, subtreeOf } from '../../core/org-code.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import type { Desk } from '../records/desk.ts'
import type { RecordRow } from '../records/record-row.ts'

interface Plan {
  readonly beginsOn: Day
  readonly dueOn: Day
  readonly level: Level
  readonly least: number
}

interface Row {
  readonly code: OrgCode
  readonly name: string
  readonly done: number
  readonly waiting: number
}

/**
 * Every organisation of the campaign's level below it that is the reader's or beneath her, with what was held under it, in the
 * order of codes. One statement; how each stands is worked out from it. A draft has nobody behind.
 */
export async function campaignStanding(
  desk: Desk,
  campaign: RecordRow,
  query: QueryOf<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const plan = campaign.answers as unknown as Plan
  const span = { from: plan.beginsOn, to: plan.dueOn }
  const issued = campaign.state === 'running' || campaign.state === 'ended'
  const rows = issued ? await rowsOf(desk, campaign, plan) : []
  const all = rows.map(
    ({ code, name, done, waiting }): CampaignItem => ({
      org: { code, name },
      ...standingOf(plan.least, done, span, desk.today),
      waiting,
    }),
  )
  const counts = { met: 0, 'on-the-way': 0, behind: 0 }
  for (const { stands } of all) counts[stands]++
  const chosen = query.stands ? all.filter(({ stands }) => stands === query.stands) : all
  const after = readCursor(z.tuple([z.number()]), query.cursor)?.[0]
  const rest = after === undefined ? chosen : chosen.filter(({ org }) => org.code > after)
  const items = rest.slice(0, query.limit)
  const last = items.at(-1)
  return {
    title: campaign.title,
    ...span,
    items,
    next: last && rest.length > items.length ? writeCursor([last.org.code]) : null,
    total: chosen.length,
    counts,
  }
}

/** Pseudo-units of the division list have a row only where something was held. */
function rowsOf({ tx, actor, today }: Desk, { id, org }: RecordRow, plan: Plan): Promise<Row[]> {
  const [lo, hi] = subtreeOf(org)
  const [from, to] = subtreeOf(actor.org)
  const [low, high] = [Math.max(lo, from), Math.min(hi, to)]
  return tx.rows<Row>(sql`
    SELECT o.code, o.name, coalesce(a.done, 0) AS done, coalesce(a.waiting, 0) AS waiting
    FROM organisations o
    LEFT JOIN (
      SELECT org - org % ${levelSpan[plan.level]}::bigint AS code,
        count(*) FILTER (WHERE state IN ('recorded', 'verified'))::integer AS done,
        count(*) FILTER (WHERE state IN ('planned', 'held'))::integer AS waiting
      FROM activities
      WHERE parent = ${id} AND programme IN ('lecture', 'outreach-event') AND org BETWEEN ${low} AND ${high}
        AND on_date BETWEEN ${plan.beginsOn} AND ${plan.dueOn}
      GROUP BY 1) a ON a.code = o.code
    WHERE o.kind = 'federation' AND o.level = ${plan.level} AND o.code BETWEEN ${low} AND ${high} AND o.code <> ${org}
      AND (o.valid_to IS NULL OR o.valid_to >= ${today}) AND (NOT o.quasi OR a.code IS NOT NULL)
    ORDER BY o.code`)
}
