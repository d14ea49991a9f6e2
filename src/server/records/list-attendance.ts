import { sql } from 'kysely'
import type { listAttendance as contract } from '../../core/api/attendance.ts'
import type { ResponseOf } from '../../core/api/contract.ts'
import { todayInShanghai } from '../../core/day.ts'
import { maskName } from '../../core/mask.ts'
import type { Programme } from '../../core/programme.ts'
import { cursorOf, readCursor } from './cursor.ts'
import type { Desk } from './desk.ts'
import { getRecord } from './record-row.ts'

interface Row {
  id: string
  person: string
  name: string | null
  method: 'list' | 'code' | 'import'
  minutes: number | null
  signed_in: Date | null
  signed_out: Date | null
  at: Date
}

/** Who came to an activity, in the order they were written down, names masked. */
export async function attendanceOf(
  { tx }: Desk,
  programme: Programme,
  id: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<ResponseOf<typeof contract>> {
  await getRecord(tx, programme, id)
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor)[1]
  const rows = await tx.rows<Row>(sql`
    SELECT a.id, a.person, p.name, a.method, a.minutes, a.signed_in, a.signed_out, a.at FROM attendances a LEFT JOIN people p ON p.id = a.person
    WHERE a.activity = ${id} ${after ? sql`AND a.id > ${after}::uuid` : sql``} ORDER BY a.id LIMIT ${page.limit + 1}`)
  const total = after
    ? undefined
    : await tx.first<{ n: number }>(sql`SELECT count(*)::integer AS n FROM attendances WHERE activity = ${id}`)
  const last = rows.at(page.limit - 1)
  return {
    items: rows.slice(0, page.limit).map((row) => ({
      id: row.id,
      person: row.person,
      name: row.name === null ? null : maskName(row.name),
      method: row.method,
      minutes: row.minutes,
      signedIn: row.signed_in?.toISOString() ?? null,
      signedOut: row.signed_out?.toISOString() ?? null,
      at: row.at.toISOString(),
    })),
    next: rows.length > page.limit && last ? cursorOf(todayInShanghai(last.at), last.id) : null,
    total: total?.n ?? null,
  }
}
