import { sql } from 'kysely'
import { writeRead } from '../traces/write-read.ts'
import type { Desk } from './desk.ts'
import { keeps } from './desk.ts'
import type { RecordRow } from './record-row.ts'

/** Who opened what of a record, and why; in the transaction of the reading itself (R-PRI-07). */
export async function logRead(
  { tx, actor }: Desk,
  row: Pick<RecordRow, 'area' | 'org' | 'id' | 'programme'>,
  fields: readonly string[],
  purpose: string,
  subject: 'record' | 'attachment' = 'record',
): Promise<void> {
  const { area, id, programme, org } = row
  await writeRead(tx, actor, { area, subject, id, programme, org, fields, purpose })
}

/** Readings of the last 30 days, for those who may know: the keeping organisation's rights post, security and audit. */
export async function recentReads({ tx, actor }: Desk, row: Pick<RecordRow, 'id' | 'org'>): Promise<number | null> {
  const mayKnow =
    (actor.role === 'rights' && keeps(actor, row.org)) || actor.role === 'auditor' || actor.role === 'security'
  if (!mayKnow) return null
  const counted = await tx.first<{ n: number }>(sql`
    SELECT count(*)::integer AS n FROM reads WHERE subject_id = ${row.id} AND at > now() - interval '30 days'`)
  return counted?.n ?? 0
}
