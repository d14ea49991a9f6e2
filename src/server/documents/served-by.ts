import { sql } from 'kysely'
import { isDay } from '../../core/day.ts'
import type { DocumentTemplate, Served } from '../../core/document.ts'
import type { Facts } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { Desk } from '../records/desk.ts'
import { mostChildren } from './children-of.ts'

/**
 * What the record's person took part in with minutes, as far as this post sees the activities: whoever recorded certifies
 * (谁记录谁证明). One statement. Refuses 'nothing-served' where there is nothing, 'document-too-long' beyond the limit of lists.
 */
export async function servedBy(
  { tx }: Pick<Desk, 'tx'>,
  template: Pick<DocumentTemplate, 'served'>,
  facts: Facts,
): Promise<readonly Served[]> {
  const asked = template.served
  const programme = asked && findProgramme(asked.programme)
  if (!asked || !programme) return []
  const { from, to } = asked.span(facts)
  if (!isDay(from) || !isDay(to) || !facts.person) throw new Refusal('nothing-served')
  const rows = await tx.rows<Served>(sql`
    SELECT r.on_date AS on, r.title, o.name AS org, a.minutes, r.answers
    FROM attendances a JOIN activities r ON r.id = a.activity JOIN organisations o ON o.code = r.org
    WHERE a.person = ${facts.person} AND a.minutes > 0 AND r.programme = ${programme.id} AND r.state = ANY(${[...asked.in]}::text[])
      AND r.on_date BETWEEN ${from} AND ${to}
    ORDER BY r.on_date, r.id LIMIT ${mostChildren + 1}`)
  if (rows.length === 0) throw new Refusal('nothing-served')
  if (rows.length > mostChildren) throw new Refusal('document-too-long', { values: { limit: String(mostChildren) } })
  const open = (answers: Served['answers']) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => (programme.fields[key]?.class ?? 'P4') <= 'P1'))
  return rows.map((row) => ({ ...row, answers: open(row.answers) }))
}
