import { sql } from 'kysely'
import type { BodyOf, ResponseOf } from '../../core/api/contract.ts'
import type { callerHistory as contract } from '../../core/api/hotline.ts'
import { areaOf } from '../../core/org-code.ts'
import { hashPhone, readPhone } from '../people/identity.ts'
import type { Desk } from '../records/desk.ts'
import { writeRead } from '../traces/write-read.ts'

/**
 * How often somebody contacted the own organisation from a number, and on which days; a record is named only where the reader
 * may open it. The caller has agreed, and who looked is written in this transaction. Refuses 'phone-wrong'.
 */
export async function callerHistory(
  { tx, actor, house }: Desk,
  given: BodyOf<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const hash = hashPhone(house.secrets, readPhone(given.phone))
  await writeRead(tx, actor, {
    area: areaOf(actor.org),
    subject: 'record',
    id: given.draft,
    programme: 'hotline-contact',
    org: actor.org,
    fields: ['callerPhone'],
    purpose: '来电人同意查以前来电',
  })
  const days = await tx.rows<{ on: string; record: string | null; number: string | null; count: number }>(sql`
    SELECT n.on_date AS on, r.id AS record, r.number, count(*) OVER ()::integer AS count
    FROM caller_numbers n LEFT JOIN cases r ON r.area = n.area AND r.id = n.record AND r.kind = 'case'
    WHERE n.phone_hash = ${hash} AND n.org = ${actor.org}
    ORDER BY n.on_date DESC, n.record LIMIT 20`)
  return { count: days[0]?.count ?? 0, days: days.map(({ on, record, number }) => ({ on, record, number })) }
}
