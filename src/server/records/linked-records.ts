import { sql } from 'kysely'
import type { Programme } from '../../core/programme.ts'
import type { Tx } from '../database/actor.ts'
import { linksIn } from './links.ts'
import type { Answers } from './sealing.ts'

/** Titles of the records that answers name, as far as this reader sees them. */
export async function linkedRecords(
  tx: Tx,
  programme: Programme,
  answers: Answers,
): Promise<{ id: string; programme: string; title: string }[]> {
  const links = linksIn(programme.fields, answers).filter((link) => link.programme !== undefined)
  if (links.length === 0) return []
  return tx.rows(sql`SELECT id, programme, title FROM records WHERE id = ANY(${links.map((l) => l.id)}::uuid[])`)
}
