import { sql } from 'kysely'
import type { FieldMap } from '../../core/field.ts'
import { findProgramme } from '../../registry.ts'
import type { Tx } from '../database/actor.ts'
import { isSealedAnswer } from '../records/sealing.ts'

interface MemberRecord {
  area: number
  id: string
  programme: string
  answers: Record<string, unknown>
}

/**
 * What a member's own record says of her goes with her: its title, its P2 answers, and the key without which the sealed
 * ones are noise. What the definition counts by (state, days, the person's id) stays. Records she shares with others, such as a case, are not touched.
 */
export async function eraseOwnRecords(tx: Tx, people: readonly string[]): Promise<void> {
  const records = await tx.rows<MemberRecord>(sql`
    SELECT area, id, programme, answers FROM members WHERE person = ANY(${people}::uuid[]) FOR UPDATE`)
  const kept = records.map(({ programme, answers }) => {
    const definition = findProgramme(programme)
    return JSON.stringify(definition ? impersonal(definition.fields, definition.personField, answers) : {})
  })
  await tx.rows(sql`
    UPDATE members SET title = '已删除', answers = e.answers, key_salt = NULL, revision = revision + 1, updated_at = now()
    FROM unnest(${records.map((r) => r.area)}::integer[], ${records.map((r) => r.id)}::uuid[], ${kept}::jsonb[]) AS e (area, id, answers)
    WHERE members.area = e.area AND members.id = e.id`)
}

function impersonal(
  fields: FieldMap,
  personField: string | undefined,
  answers: Record<string, unknown>,
): Record<string, unknown> {
  const stays = (key: string) => key === personField || fields[key]?.class === 'P0' || fields[key]?.class === 'P1'
  return Object.fromEntries(Object.entries(answers).filter(([key, value]) => stays(key) || isSealedAnswer(value)))
}
