import { sql } from 'kysely'
import { z } from 'zod'
import type { BodyOf, QueryOf, ResponseOf } from '../../core/api/contract.ts'
import type { listNotices, readNotices } from '../../core/api/notices.ts'
import type { Day } from '../../core/day.ts'
import { noticeText } from '../../core/notice-texts.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { findProgramme } from '../../registry.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'

type Page = ResponseOf<typeof listNotices>

interface Row {
  id: string
  text_key: string
  link: string | null
  programme: string | null
  clock: string | null
  org: OrgCode | null
  org_name: string | null
  due_on: Day | null
  due_at: Date | null
  at: Date
  at_exact: string
  read_at: Date | null
  number: string | null
}

/** Notices to this account, newest first, with how many are unread. Two statements. Refuses 'cursor-invalid'. */
export async function listMyNotices(tx: Tx, actor: Actor, asked: QueryOf<typeof listNotices>): Promise<Page> {
  const [at, id] = readCursor(z.tuple([z.string().max(40), z.uuid()]), asked.cursor) ?? []
  // The record is joined as the reader sees it now: of one that is no longer hers there is no number.
  const rows = await tx.rows<Row>(sql`
    SELECT n.id, n.text_key, n.link, n.programme, n.clock, n.org, o.name AS org_name, n.due_on, n.due_at, n.at, n.at::text AS at_exact, n.read_at, r.number
    FROM notices n LEFT JOIN organisations o ON o.code = n.org LEFT JOIN records r ON r.id = n.record
    WHERE n.account = ${actor.account}
      AND (${at ?? null}::timestamptz IS NULL OR (n.at, n.id) < (${at ?? null}::timestamptz, ${id ?? null}::uuid))
    ORDER BY n.at DESC, n.id DESC LIMIT ${asked.limit + 1}`)
  const unread = await tx.first<{ n: number }>(
    sql`SELECT count(*)::integer AS n FROM notices WHERE account = ${actor.account} AND read_at IS NULL`,
  )
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(row, actor.language)),
    next: rows.length > page.length && last ? writeCursor([last.at_exact, last.id]) : null,
    total: null,
    unread: unread?.n ?? 0,
  }
}

function present(row: Row, language: 'zh' | 'en'): Page['items'][number] {
  const programme = row.programme === null ? undefined : findProgramme(row.programme)
  const clock = row.clock === null ? undefined : programme?.clocks[row.clock]
  const words = {
    programme: programme?.short[language] ?? '',
    clock: clock?.label[language] ?? '',
    org: row.org_name ?? '',
  }
  return {
    id: row.id,
    kind: row.text_key,
    text: noticeText(row.text_key, words, language),
    detail: row.number,
    org: row.org !== null && row.org_name !== null ? { code: row.org, name: row.org_name } : null,
    dueOn: row.due_on,
    dueAt: row.due_at?.toISOString() ?? null,
    link: row.link,
    at: row.at.toISOString(),
    read: row.read_at !== null,
  }
}

/** Marks notices of her own as read: those named, or all there are by now. */
export async function markRead(tx: Tx, actor: Actor, { ids }: BodyOf<typeof readNotices>): Promise<void> {
  const named = ids ? sql`AND id = ANY(${ids}::uuid[])` : sql``
  await tx.change(
    sql`UPDATE notices SET read_at = clock_timestamp() WHERE account = ${actor.account} AND read_at IS NULL ${named}`,
  )
}
