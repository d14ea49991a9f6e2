import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { maskName } from '../../core/mask.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'
import { askPersons } from './ask.ts'
import type { Drill, EntryPage } from './entries.ts'
import { closedTitle, linkOf } from './entry-row.ts'

interface Row {
  no: number
  name: string | null
  on_date: Day
  org: number
  org_name: string
  record: string | null
  posted_at: Date
}

/** Where the page begins, and what the first page found closed. */
function after(cursor: string | undefined): { no: number; hidden: number | undefined } {
  if (!cursor) return { no: 2 ** 31 - 1, hidden: undefined }
  const match = /^(\d{1,10})_(\d{1,10})$/.exec(cursor)
  if (!match) throw new Refusal('cursor-invalid', { field: 'cursor' })
  return { no: Number(match[1]), hidden: Number(match[2]) }
}

/**
 * One row per distinct person, the last registered first, her name masked; persons the reader may not see are counted in
 * `hidden` and not listed. `sees`: her role may see the programme at all.
 */
export async function listPersons(tx: Tx, drill: Drill, sees: boolean): Promise<Omit<EntryPage, 'watermark' | 'asOf'>> {
  const { known, org, from, to, moment, limit } = drill
  const { no, hidden: before } = after(drill.cursor)
  const [answer] = await askPersons(tx, [{ org, from, to, by: 'total', measure: known.id }], moment)
  const set = answer?.get(0)
  const all = set ? [...set.toUint32Array()] : []
  for (const each of answer?.values() ?? []) each.dispose()
  const total = { count: all.length, value: all.length }
  if (!sees) return { items: [], next: null, total, hidden: total }
  const open = before ?? (await openCount(tx, drill, all))
  const rows =
    open === 0
      ? []
      : await page(
          tx,
          drill,
          all.filter((n) => n < no),
        )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      entryId: row.no,
      on: row.on_date,
      value: 1,
      grade: 'A',
      org: { code: row.org, name: row.org_name },
      title: row.name === null ? closedTitle[drill.language] : maskName(row.name),
      detail: row.org_name,
      recordLink: linkOf(known, row),
      correction: false,
      postedAt: row.posted_at.toISOString(),
    })),
    next: rows.length > shown.length && last ? `${last.no}_${open}` : null,
    total,
    hidden: { count: total.count - open, value: total.value - open },
  }
}

// Of a confidential measure a person opens through a record the reader sees; of another, through the person herself.
const opens = ({ known }: Drill) =>
  known.programme.confidential
    ? sql`SELECT DISTINCT e.person AS no FROM records r JOIN entries e ON e.record = r.id
        WHERE r.programme = ${known.programme.id} AND e.measure = (SELECT no FROM measures WHERE id = ${known.id}) AND e.person IS NOT NULL`
    : sql`SELECT p.no FROM people p`

async function openCount(tx: Tx, drill: Drill, all: readonly number[]): Promise<number> {
  const row = await tx.first<{ n: number }>(
    sql`SELECT count(*) AS n FROM (${opens(drill)}) p WHERE p.no = ANY (${all}::integer[])`,
  )
  return row?.n ?? 0
}

function page(tx: Tx, drill: Drill, candidates: readonly number[]): Promise<Row[]> {
  const { known, from, to, limit } = drill
  return tx.rows<Row>(sql`
    SELECT p.no, n.name, e.on_date, e.org, o.name AS org_name, e.record, e.posted_at
    FROM (SELECT p.no FROM (${opens(drill)}) p WHERE p.no = ANY (${candidates}::integer[]) ORDER BY p.no DESC LIMIT ${limit + 1}) p
    LEFT JOIN people n ON n.no = p.no
    JOIN LATERAL (
      SELECT e.on_date, e.org, r.id AS record, e.posted_at FROM entries e LEFT JOIN records r ON r.id = e.record
      WHERE e.measure = (SELECT no FROM measures WHERE id = ${known.id}) AND e.person = p.no AND e.value > 0 AND e.on_date BETWEEN ${from}::date AND ${to}::date
      ORDER BY e.on_date DESC, e.id DESC LIMIT 1) e ON true
    JOIN organisations o ON o.code = e.org
    ORDER BY p.no DESC`)
}
