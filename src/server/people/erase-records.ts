import { sql } from 'kysely'
import { findProgramme } from '../../registry.ts'
import type { Desk } from '../records/desk.ts'
import { impersonal } from '../records/forget-record.ts'
import { startForErased } from './start-for-erased.ts'

interface MemberRecord {
  area: number
  id: string
  programme: string
  version: number
  answers: Record<string, unknown>
}

/**
 * What a record of her own (a member's, an offer, an answer) says of her goes with her: its title, its P2 answers, and the key without which the sealed
 * ones are noise. What the definition counts by (state, days, the person's id) stays. Records she shares with others, such as a case, are not touched.
 * What was given away of hers is asked back first.
 */
export async function eraseOwnRecords(desk: Desk, people: readonly string[]): Promise<void> {
  const { tx } = desk
  const records = await tx.rows<MemberRecord>(sql`
    SELECT area, id, programme, version, answers FROM records WHERE kind IN ('member', 'listing', 'response') AND person = ANY(${people}::uuid[]) FOR UPDATE`)
  await startForErased(desk, records)
  const kept = records.map(({ programme, version, answers }) => {
    const definition = findProgramme(programme, version)
    return JSON.stringify(definition ? impersonal(definition, answers) : {})
  })
  await tx.rows(sql`
    UPDATE records r SET title = '已删除', answers = e.answers, key_salt = NULL, revision = revision + 1, updated_at = now()
    FROM unnest(${records.map((r) => r.area)}::integer[], ${records.map((r) => r.id)}::uuid[], ${kept}::jsonb[]) AS e (area, id, answers)
    WHERE r.kind IN ('member', 'listing', 'response') AND r.area = e.area AND r.id = e.id`)
}
