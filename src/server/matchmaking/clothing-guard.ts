import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import { weddingCouple } from '../../programmes/matchmaking/wedding-couple.ts'
import { loadFacts } from '../records/facts.ts'
import type { Guard } from '../records/guard.ts'
import { findRows } from '../records/record-row.ts'

const peopleOf = (two: unknown): string =>
  (Array.isArray(two) ? (two as { person: string }[]) : [])
    .map(({ person }) => person)
    .sort()
    .join(' ')

/** 服装补贴: made only for a couple of the own organisation that attended, and for no other two (R-MAT-04). */
export const clothingGuard: Guard = {
  make: async ({ tx, house, today }, org, { answers }) => {
    const [row] = answers.couple
      ? await findRows(tx, weddingCouple, sql`r.id = ${answers.couple} AND r.org = ${org} AND r.state = 'attended'`, 1)
      : []
    if (!row) throw new Refusal('couple-not-attended')
    const { facts } = await loadFacts(tx, house.secrets.dataKey, weddingCouple, row, today)
    if (peopleOf(facts.answers.two) !== peopleOf(answers.two)) throw new Refusal('couple-not-attended')
  },
}
