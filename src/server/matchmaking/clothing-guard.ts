import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import { weddingCouple } from '../../programmes/matchmaking/wedding-couple.ts'
import { loadManyFacts } from '../records/facts.ts'
import type { Guard } from '../records/guard.ts'
import { findRows } from '../records/record-row.ts'

const peopleOf = (two: unknown): string =>
  (Array.isArray(two) ? (two as { person: string }[]) : [])
    .map(({ person }) => person)
    .sort()
    .join(' ')

/** 服装补贴: made only for a couple of the own organisation that attended, and for no other two (R-MAT-04). */
export const clothingGuard: Guard = {
  make: async ({ tx, house, today }, org, many) => {
    const ids = many.flatMap(({ facts }) => facts.answers.couple ?? [])
    const attended = sql`r.id = ANY(${ids}::uuid[]) AND r.org = ${org} AND r.state = 'attended'`
    const rows = await findRows(tx, weddingCouple, attended, ids.length)
    const couples = await loadManyFacts(tx, house.secrets.dataKey, weddingCouple, rows, today)
    return ({ facts: { answers } }) => {
      const couple = couples.get(String(answers.couple))
      if (!couple || peopleOf(couple.facts.answers.two) !== peopleOf(answers.two))
        throw new Refusal('couple-not-attended')
    }
  },
}
