import { sql } from 'kysely'
import { z } from 'zod'
import type { QueryOf, ResponseOf } from '../../core/api/contract.ts'
import type { listMinimum as contract, MinimumItem } from '../../core/api/family-minimum.ts'
import type { Day } from '../../core/day.ts'
import { standingOf } from '../../core/minimum.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { minimums, spanOf } from '../../programmes/family-education/plaques.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import type { Desk } from '../records/desk.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly org: OrgCode
  readonly org_name: string
  readonly plaques: readonly { readonly kind: keyof typeof minimums; readonly endedOn?: Day }[]
  readonly year_done: number
  readonly year_waiting: number
  readonly term_done: number
  readonly term_waiting: number
}

const place = z.tuple([z.number(), z.string(), z.string()])

/**
 * Every place in use whose plaque asks for a minimum, with its checked activities of the year or the term, in the order of
 * codes. One statement; how a place stands is worked out from it by the definition's own rule.
 */
export async function listMinimum(desk: Desk, query: QueryOf<typeof contract>): Promise<ResponseOf<typeof contract>> {
  const all = (await rowsOf(desk, query.place)).flatMap((row) => itemsOf(row, desk.today))
  const counts = { met: 0, 'on-the-way': 0, behind: 0 }
  for (const { stands } of all) counts[stands]++
  const chosen = query.stands ? all.filter(({ stands }) => stands === query.stands) : all
  const after = readCursor(place, query.cursor)
  const rest = after ? chosen.filter((item) => isAfter(item, after)) : chosen
  const items = rest.slice(0, query.limit)
  const last = items.at(-1)
  const next = last && rest.length > items.length ? writeCursor([last.org.code, last.place, last.plaque]) : null
  return { items, next, total: chosen.length, counts }
}

function isAfter({ org, place: id, plaque }: MinimumItem, [code, lastId, lastPlaque]: z.infer<typeof place>): boolean {
  if (org.code !== code) return org.code > code
  return id === lastId ? plaque > lastPlaque : id > lastId
}

function rowsOf({ tx, today }: Desk, only: string | undefined): Promise<Row[]> {
  const [year, term] = [spanOf('year', today), spanOf('term', today)]
  const earliest = year.from < term.from ? year.from : term.from
  return tx.rows<Row>(sql`
    SELECT p.id, p.title, p.org, o.name AS org_name, p.answers->'plaques' AS plaques,
      coalesce(a.year_done, 0) AS year_done, coalesce(a.year_waiting, 0) AS year_waiting,
      coalesce(a.term_done, 0) AS term_done, coalesce(a.term_waiting, 0) AS term_waiting
    FROM places p JOIN organisations o ON o.code = p.org
    LEFT JOIN (
      SELECT parent,
        count(*) FILTER (WHERE state = 'verified' AND on_date >= ${year.from})::integer AS year_done,
        count(*) FILTER (WHERE state = 'recorded' AND on_date >= ${year.from})::integer AS year_waiting,
        count(*) FILTER (WHERE state = 'verified' AND on_date >= ${term.from})::integer AS term_done,
        count(*) FILTER (WHERE state = 'recorded' AND on_date >= ${term.from})::integer AS term_waiting
      FROM activities
      WHERE programme = 'family-activity' AND state IN ('verified', 'recorded') AND on_date BETWEEN ${earliest} AND ${today}
        AND (${only ?? null}::uuid IS NULL OR parent = ${only ?? null})
      GROUP BY parent) a ON a.parent = p.id
    WHERE p.programme = 'family-place' AND p.state = 'open' AND (${only ?? null}::uuid IS NULL OR p.id = ${only ?? null})
    ORDER BY p.org, p.id`)
}

/** One item for each plaque that asks for something; in the order of the plaques' keys, as the cursor walks. */
function itemsOf(row: Row, today: Day): MinimumItem[] {
  const held = new Set(row.plaques.filter(({ endedOn }) => !endedOn).map(({ kind }) => kind))
  return (Object.keys(minimums).sort() as (keyof typeof minimums)[])
    .filter((plaque) => held.has(plaque))
    .map((plaque) => {
      const { least, per } = minimums[plaque]
      const span = spanOf(per, today)
      const done = per === 'year' ? row.year_done : row.term_done
      return {
        place: row.id,
        name: row.title,
        org: { code: row.org, name: row.org_name },
        plaque,
        per,
        ...span,
        ...standingOf(least, done, span, today),
        waiting: per === 'year' ? row.year_waiting : row.term_waiting,
      }
    })
}
