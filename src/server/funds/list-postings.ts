import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { QueryOf, ResponseOf } from '../../core/api/contract.ts'
import type { FundPosting, listPostings } from '../../core/api/funds.ts'
import type { Day } from '../../core/day.ts'
import { findProgramme } from '../../registry.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import type { Desk } from '../records/desk.ts'
import { shownTitle } from '../records/standing.ts'
import { getFund } from './fund-rows.ts'

type Asked = QueryOf<typeof listPostings>

interface Row {
  id: number
  on_date: Day
  for_date: Day
  account: string
  fen: number
  record: string | null
  programme: string | null
  title: string | null
  number: string | null
  org: number | null
  org_name: string | null
  transfer: string | null
  kind: NonNullable<FundPosting['transfer']>['kind'] | null
  purpose: string | null
  giver: NonNullable<FundPosting['transfer']>['giver'] | null
  other: number | null
  other_name: string | null
}

/** How many lines are counted one by one for “not yours to see”; beyond it the reader is told of the sum alone. */
const counted = 20_000

/**
 * A fund's postings, newest first. Those of records the reader does not see are not listed; the first page says how many
 * they are, and the sum with them. Keyset by id. Refuses 'not-found' and 'cursor-invalid'.
 */
export async function pageOfPostings(desk: Desk, fund: string, asked: Asked): Promise<ResponseOf<typeof listPostings>> {
  const { tx } = desk
  await getFund(tx, fund)
  const where = whereOf(desk, fund, asked)
  const after = readCursor(z.tuple([z.number().int()]), asked.cursor)?.[0]
  const rows = await tx.rowsPlanned<Row>(sql`
    SELECT p.*, r.title, r.number, r.org, o.name AS org_name, t.kind, t.purpose, t.giver,
           n.code AS other, n.name AS other_name
    FROM (SELECT p.id, p.on_date, p.for_date, p.account, p.fen, p.record, p.programme, p.transfer, p.fund FROM postings p
          WHERE ${where} ${after === undefined ? sql`` : sql`AND p.id < ${after}`} ORDER BY p.id DESC LIMIT ${asked.limit + 1}) p
    LEFT JOIN records r ON r.id = p.record
    LEFT JOIN organisations o ON o.code = r.org
    LEFT JOIN fund_transfers t ON t.id = p.transfer
    LEFT JOIN organisations n ON n.code = CASE WHEN t.fund = p.fund THEN t.to_org ELSE t.org END AND t.kind = 'transfer'
    ORDER BY p.id DESC`)
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => asData(desk, row)),
    next: rows.length > asked.limit && last ? writeCursor([last.id]) : null,
    total: after === undefined ? await totalOf(desk, fund, asked, where) : null,
  }
}

function whereOf(desk: Desk, fund: string, asked: Asked): RawBuilder<unknown> {
  const [from, to] = spanOf(desk, asked)
  const parts = [sql`p.fund = ${fund}`, sql`p.on_date BETWEEN ${from}::date AND ${to}::date`]
  if (asked.account) parts.push(sql`p.account = ${asked.account}`)
  const [kind, of = ''] = (asked.key ?? '').split(/:(.*)/s)
  if (kind === 'programme') parts.push(sql`p.programme = ${of}`)
  if (kind === 'confidential') parts.push(sql`p.programme IN (SELECT id FROM programmes WHERE confidential)`)
  if (kind === 'giver') parts.push(sql`p.transfer IN (SELECT id FROM fund_transfers WHERE giver = ${of})`)
  if (kind === 'org')
    parts.push(
      sql`p.transfer IN (SELECT id FROM fund_transfers WHERE (fund = ${fund} AND to_org::text = ${of}) OR (to_fund = ${fund} AND org::text = ${of}))`,
    )
  if (kind === 'allocate') parts.push(sql`p.transfer IN (SELECT id FROM fund_transfers WHERE kind = 'allocate')`)
  return sql.join(parts, sql` AND `)
}

const spanOf = ({ today }: Desk, { from, to }: Asked): [Day, Day] => [from ?? '1900-01-01', to ?? today]

async function totalOf(desk: Desk, fund: string, asked: Asked, where: RawBuilder<unknown>) {
  const [from, to] = spanOf(desk, asked)
  const sums = await desk.tx.first<{ fen: number; lines: number }>(sql`
    SELECT coalesce(sum(fen), 0)::bigint AS fen, coalesce(sum(lines), 0)::bigint AS lines
    FROM fund_sums(${fund}::uuid, ${from}::date, ${to}::date, 'of')
    WHERE (${asked.key ?? null}::text IS NULL OR key = ${asked.key ?? null}) AND (${asked.account ?? null}::text IS NULL OR account = ${asked.account ?? null})`)
  const { fen = 0, lines = 0 } = sums ?? {}
  if (lines > counted) return { lines, fen, hidden: 0 }
  const seen = await desk.tx.first<{ n: number }>(sql`SELECT count(*)::integer AS n FROM postings p WHERE ${where}`)
  return { lines, fen, hidden: lines - (seen?.n ?? 0) }
}

function asData({ actor }: Desk, row: Row): FundPosting {
  const programme = row.programme ? findProgramme(row.programme) : undefined
  // A title that is personal is masked here: this is a list, and nobody handles records in it.
  const title = row.title ?? ''
  return {
    id: row.id,
    on: row.on_date,
    forOn: row.for_date,
    account: row.account,
    fen: row.fen,
    record:
      row.record && row.programme && row.org !== null
        ? {
            id: row.record,
            programme: row.programme,
            label: programme?.label[actor.language] ?? row.programme,
            title: programme ? shownTitle(programme, title, false, actor.language) : title,
            number: row.number,
            org: { code: row.org, name: row.org_name ?? '' },
          }
        : null,
    transfer:
      row.transfer && row.kind
        ? {
            id: row.transfer,
            kind: row.kind,
            purpose: row.purpose ?? '',
            giver: row.giver,
            other: row.other === null ? null : { code: row.other, name: row.other_name ?? '' },
          }
        : null,
  }
}
