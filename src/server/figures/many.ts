import type { FigurePart } from '../../core/api/figures.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Period } from '../../core/period.ts'
import type { Tx } from '../database/actor.ts'
import { askSums, countPersons, dayOne, type Question } from './ask.ts'
import type { Known } from './catalogue.ts'
import type { Moment } from './moment.ts'
import { type Answers, partOf, sumOf } from './part.ts'

/**
 * Answers questions, each about a measure of its own, in two statements however many there are: sums over the same
 * organisation and days are asked together, a stock from the first day there is. Unguarded: what a confidential measure may
 * tell is the caller's to decide.
 */
export async function askEach(
  tx: Tx,
  asked: readonly (Question & { readonly known: Known })[],
  moment: Moment | undefined,
): Promise<Answers[]> {
  const all = asked.map(({ known, org, from, to, by }) => {
    const question = { org, from: known.stock ? dayOne : from, to, by }
    return { known, question, key: `${org} ${question.from} ${to} ${by}` }
  })
  const sums = new Map<string, Question & { readonly posted: Set<string> }>()
  for (const { known, question, key } of all) {
    if (known.person) continue
    const held = sums.get(key) ?? { ...question, posted: new Set() }
    for (const measure of known.posted) held.posted.add(measure)
    sums.set(key, held)
  }
  const persons = all.filter(({ known }) => known.person)
  const [summed, counted] = await Promise.all([
    sums.size > 0
      ? askSums(
          tx,
          [...sums.values()].map(({ posted, ...question }) => ({ ...question, measures: [...posted] })),
          moment,
        )
      : [],
    persons.length > 0
      ? countPersons(
          tx,
          persons.map(({ known, question }) => ({ ...question, measure: known.id })),
          moment,
        )
      : [],
  ])
  const sumsOf = new Map([...sums.keys()].map((key, i) => [key, summed[i]]))
  let next = 0
  return all.map(({ known, key }) =>
    known.person ? new Map([[known.id, counted[next++] ?? new Map()]]) : (sumsOf.get(key) ?? new Map()),
  )
}

/** Many measures of one organisation as they stand, each over every period: gives how to read one of them. */
export async function askMany(
  tx: Tx,
  org: OrgCode,
  measures: readonly Known[],
  periods: readonly Period[],
): Promise<(known: Known, period: number) => FigurePart> {
  const answers = await askEach(
    tx,
    periods.flatMap(({ from, to }) => measures.map((known) => ({ known, org, from, to, by: 'total' as const }))),
    undefined,
  )
  const places = new Map(measures.map(({ id }, i) => [id, i]))
  return (known, n) => {
    const answer = answers[n * measures.length + (places.get(known.id) ?? Number.NaN)]
    return partOf(known, (id) => sumOf(answer, id, 0))
  }
}
