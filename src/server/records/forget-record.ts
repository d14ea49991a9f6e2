import { sql } from 'kysely'
import type { Programme } from '../../core/programme.ts'
import type { Tx } from '../database/actor.ts'
import { type RecordRow, tableOf } from './record-row.ts'
import { type Answers, isSealedAnswer } from './sealing.ts'

/** Answers that say nothing of anybody: P0, P1, and the person's id by which her row is found. Sealed ones are noise by then. */
export function impersonal(
  { fields, personField }: Pick<Programme, 'fields' | 'personField'>,
  answers: Answers,
): Record<string, unknown> {
  const stays = (key: string) => key === personField || fields[key]?.class === 'P0' || fields[key]?.class === 'P1'
  return Object.fromEntries(Object.entries(answers).filter(([key, value]) => stays(key) || isSealedAnswer(value)))
}

/**
 * A record forgets (`forgetsIn`): the key of its sealed answers and of those of its history is destroyed, P2 answers and
 * files go, and so does a title that names somebody. State, days and what it counted stay.
 */
export async function forgetRecord(
  tx: Tx,
  programme: Programme,
  { area, id }: Pick<RecordRow, 'area' | 'id'>,
): Promise<void> {
  const row = await tx.first<{ answers: Answers }>(
    sql`SELECT answers FROM ${tableOf(programme.kind)} WHERE area = ${area} AND id = ${id} FOR UPDATE`,
  )
  const named = (programme.fields[programme.title]?.class ?? 'P2') >= 'P2'
  await tx.change(sql`
    UPDATE ${tableOf(programme.kind)} SET answers = ${JSON.stringify(impersonal(programme, row?.answers ?? {}))}, key_salt = NULL,
      title = CASE WHEN ${named} THEN '已删除' ELSE title END, updated_at = clock_timestamp()
    WHERE area = ${area} AND id = ${id}`)
  await tx.change(
    sql`UPDATE attachments SET removed_at = clock_timestamp() WHERE record = ${id} AND removed_at IS NULL`,
  )
}
