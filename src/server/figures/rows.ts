import type { Figure, FigurePart } from '../../core/api/figures.ts'
import { todayInShanghai } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { firstDayOf, lastDayOf, type Period } from '../../core/period.ts'
import type { Tx } from '../database/actor.ts'
import type { Question } from './ask.ts'
import type { Known } from './catalogue.ts'
import { askEach } from './many.ts'
import type { Moment } from './moment.ts'
import { type Answers, partOf, sumOf } from './part.ts'
import { childrenOf } from './scope.ts'

/** A row of a table with the same row a year before. */
export type Paired<R> = R & { readonly before: FigurePart }

/** Answers questions about one measure, each by total, child or month. */
export const answer = (
  tx: Tx,
  known: Known,
  questions: readonly Question[],
  moment: Moment | undefined,
): Promise<Answers[]> =>
  askEach(
    tx,
    questions.map((question) => ({ ...question, known })),
    moment,
  )

type ChildRow = Omit<NonNullable<Figure['byChild']>[number], 'previous'>

/** The rows by child, 本级 first; merged divisions that have nothing left out. */
export async function childRows(
  tx: Tx,
  known: Known,
  org: OrgCode,
  now: Answers | undefined,
  then: Answers | undefined,
): Promise<Paired<ChildRow>[]> {
  const keys = new Set([now, then].flatMap((a) => known.posted.flatMap((m) => [...(a?.get(m)?.keys() ?? [])])))
  const rows = (await childrenOf(tx, org, [...keys])).map((child) => ({
    org: { code: child.code, name: child.name, short: child.code === org ? '本级' : child.short },
    own: child.code === org,
    ended: child.ended,
    ...partOf(known, (m) => sumOf(now, m, child.code)),
    before: partOf(known, (m) => sumOf(then, m, child.code)),
  }))
  // A merged division has nothing any more: its successor has it.
  return rows.filter((row) => !row.ended || row.value || row.before.value).map(({ ended: _, ...row }) => row)
}

/** The rows by month; a stock stands at the end of each. */
export function monthRows(
  known: Known,
  period: Period,
  months: readonly number[],
  answers: readonly Answers[],
): Paired<Omit<NonNullable<Figure['byMonth']>[number], 'previous'>>[] {
  const today = todayInShanghai(new Date())
  const values =
    known.person && known.stock
      ? (i: number, year: 0 | 1) => partOf(known, (m) => sumOf(answers[i + year * months.length], m, 0))
      : (i: number, year: 0 | 1) => {
          const month = (months[i] ?? 0) - year * 100
          return partOf(known, (m) => (known.stock ? upTo(answers[year], m, month) : sumOf(answers[year], m, month)))
        }
  return months.map((month, i) => ({
    month,
    ...values(i, 0),
    before: values(i, 1),
    complete: lastDayOf(month) <= period.to && lastDayOf(month) < today && firstDayOf(month) >= period.from,
  }))
}

/** A stock at the end of a month: everything up to it. */
function upTo(answers: Answers | undefined, measure: string, month: number) {
  const sum = { value: 0, entries: 0, grades: { A: 0, B: 0, C: 0, D: 0 } }
  for (const [key, more] of answers?.get(measure) ?? []) {
    if (key > month) continue
    sum.value += more.value
    for (const grade of ['A', 'B', 'C', 'D'] as const) sum.grades[grade] += more.grades[grade]
  }
  return sum
}
