import { sql } from 'kysely'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { getFigureEntries } from '../../core/api/figures.ts'
import type { Day } from '../../core/day.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { askSums, dayOne, momentArguments, type Sum } from './ask.ts'
import { getMeasure, type Known, opensRecords } from './catalogue.ts'
import { type EntryRow, entryRow } from './entry-row.ts'
import { type Moment, readMoment } from './moment.ts'
import { addAll, sumOf } from './part.ts'
import { listPersons } from './person-entries.ts'
import { getScope, isGuarded, refuseScope } from './scope.ts'
import { isToldByHalfYear, tell } from './told.ts'

export type EntryPage = ResponseOf<typeof getFigureEntries>

export interface EntriesAsked {
  readonly measure: string
  readonly org: number
  readonly from: Day
  readonly to: Day
  readonly asOf?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A question whose scope and moment are known to be the reader's to ask. */
export interface Drill extends EntriesAsked {
  readonly known: Known
  readonly moment: Moment | undefined
  readonly language: Language
}

/**
 * What a figure is made of, newest first: one row per entry, or per person on a measure of persons. Rows the reader may
 * open carry a link; the others are counted in `hidden`, so that listed and hidden together are the figure to the digit.
 * A rate opens to what stands above its line. Call it in a transaction of one snapshot. Refuses like a figure, and 'cursor-invalid'.
 */
export async function listFigureEntries(tx: Tx, actor: Actor, asked: EntriesAsked): Promise<EntryPage> {
  const known = getMeasure(asked.measure, actor)
  refuseScope(actor, known, asked.org, asked)
  const [, { moment, watermark, asOf }] = await Promise.all([getScope(tx, asked.org), readMoment(tx, asked.asOf)])
  const told =
    isGuarded(actor, known, asked.org) && isToldByHalfYear(asked.org)
      ? await tell(tx, actor, known, asked.org, { from: asked.from, to: asked.to }, new Date(asOf))
      : undefined
  if (told?.isHeld(0)) throw new Refusal('figure-confidential', { field: 'org' })
  const span = { from: known.stock ? dayOne : asked.from, to: told?.covers?.to ?? asked.to }
  const drill: Drill = { ...asked, ...span, known, moment, language: actor.language }
  const sees = opensRecords(known, actor)
  if (known.person && !told) return { ...(await listPersons(tx, drill, sees)), watermark, asOf }
  const { value, entries } = told ? sumOf(told.answers, known.over, 0) : await sumIn(tx, drill)
  const total = { count: entries, value }
  const page =
    !sees || (told && known.person)
      ? { rows: [], open: { count: 0, value: 0 } }
      : known.programme.confidential
        ? await sealedEntries(tx, drill)
        : { rows: await openEntries(tx, drill), open: total }
  const shown = page.rows.slice(0, drill.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => entryRow(row, drill)),
    total,
    watermark,
    asOf,
    // What was entered after a half-year was closed is in her own records and not in what is told.
    hidden: { count: Math.max(0, total.count - page.open.count), value: Math.max(0, total.value - page.open.value) },
    next: page.rows.length > shown.length && last ? `${last.on_date}_${last.id}` : null,
  }
}

async function sumIn(tx: Tx, { known, org, from, to, moment }: Drill): Promise<Sum> {
  const [sums] = await askSums(tx, [{ org, from, to, by: 'total', measures: [known.over] }], moment)
  return addAll(sums?.get(known.over))
}

/** Where the page begins: after this day and entry. */
function after(cursor: string | undefined): { day: string; id: number } {
  if (!cursor) return { day: 'infinity', id: Number.MAX_SAFE_INTEGER }
  const match = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(cursor)
  if (!match) throw new Refusal('cursor-invalid', { field: 'cursor' })
  return { day: match[1] ?? '', id: Number(match[2]) }
}

function openEntries(tx: Tx, { known, org, from, to, moment, cursor, limit }: Drill): Promise<EntryRow[]> {
  const { day, id } = after(cursor)
  return tx.rows<EntryRow>(sql`
    SELECT e.id, e.on_date, e.value, e.grade, e.org, o.name AS org_name, e.reverses IS NOT NULL AS correction, e.posted_at,
           r.id AS record, r.title, r.number, r.state
    FROM figure_entries((SELECT no FROM measures WHERE id = ${known.over}), ${org}::bigint, ${from}::date, ${to}::date, ${momentArguments(moment)},
                        ${day}::date, ${id}::bigint, ${limit + 1}) e
    JOIN organisations o ON o.code = e.org
    LEFT JOIN records r ON r.id = e.record
    ORDER BY e.on_date DESC, e.id DESC`)
}

/** From the records she may see, which are few, to their entries: row-level security decides. */
async function sealedEntries(
  tx: Tx,
  { known, org, from, to, moment, cursor, limit }: Drill,
): Promise<{ rows: EntryRow[]; open: { count: number; value: number } }> {
  const { day, id } = after(cursor)
  const seen = moment
    ? sql`(ledger_seen(e.tx, ${moment.xmin}::bigint, ${moment.xmax}::bigint, ${moment.xip}::bigint[]) OR coalesce(e.posted_at <= ${moment.at ?? null}::timestamptz, false))`
    : sql`true`
  const rows = await tx.rows<EntryRow & { count: number; sum: number; listed: boolean }>(sql`
    WITH open AS MATERIALIZED (
      SELECT e.id, e.on_date, e.value, e.grade::text::"char" AS grade, e.org, e.reverses IS NOT NULL AS correction, e.posted_at, r.id AS record, r.title, r.number, r.state
      FROM records r JOIN entries e ON e.record = r.id
      LEFT JOIN ledger_moves(${momentArguments(moment)}) v ON v.code = e.org
      WHERE r.programme = ${known.programme.id} AND e.measure = (SELECT no FROM measures WHERE id = ${known.over})
        AND coalesce(v.home, e.org) BETWEEN ${org}::bigint AND org_last(${org}::bigint) AND e.on_date BETWEEN ${from}::date AND ${to}::date AND ${seen})
    SELECT p.*, o.name AS org_name, t.count, t.sum, p.id IS NOT NULL AS listed
    FROM (SELECT count(*) AS count, coalesce(sum(value), 0)::bigint AS sum FROM open) t
    LEFT JOIN LATERAL (SELECT * FROM open WHERE (on_date, id) < (${day}::date, ${id}::bigint) ORDER BY on_date DESC, id DESC LIMIT ${limit + 1}) p ON true
    LEFT JOIN organisations o ON o.code = p.org
    ORDER BY p.on_date DESC, p.id DESC`)
  return { rows: rows.filter((r) => r.listed), open: { count: rows[0]?.count ?? 0, value: rows[0]?.sum ?? 0 } }
}
