import { sql } from 'kysely'
import type { Programme } from '../../core/programme.ts'
import { titleIn } from '../../core/record-title.ts'
import { findProgramme } from '../../registry.ts'
import type { Desk } from './desk.ts'
import { linksIn } from './links.ts'
import type { Answers } from './sealing.ts'

/** Titles of the records that answers name, as far as this reader sees them. */
export async function linkedRecords(
  { tx, actor }: Desk,
  programme: Programme,
  answers: Answers,
): Promise<{ id: string; programme: string; title: string }[]> {
  const links = linksIn(programme.fields, answers).filter((link) => link.programme !== undefined)
  if (links.length === 0) return []
  const rows = await tx.rows<{ id: string; programme: string; title: string }>(
    sql`SELECT id, programme, title FROM records WHERE id = ANY(${links.map((l) => l.id)}::uuid[])`,
  )
  return rows.map((row) => ({ ...row, title: titleIn(findProgramme(row.programme), row.title, actor.language) }))
}
