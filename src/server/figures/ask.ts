import { sql } from 'kysely'
import { RoaringBitmap32 } from 'roaring-wasm'
import type { Grade } from '../../core/count.ts'
import type { Day } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'
import { unpackPersons } from '../ledger/person-set.ts'
import type { Moment } from './moment.ts'

/** One question to the ledger. Key of the answer: 0 for total, the child's code, or yyyymm. A stock begins on day one. */
export interface Question {
  readonly org: OrgCode
  readonly from: Day
  readonly to: Day
  readonly by: 'total' | 'child' | 'month'
}

export interface Sum {
  value: number
  entries: number
  grades: Record<Grade, number>
}

export const noSum = (): Sum => ({ value: 0, entries: 0, grades: { A: 0, B: 0, C: 0, D: 0 } })

export function addSum(into: Sum, more: Sum): Sum {
  into.value += more.value
  into.entries += more.entries
  for (const grade of ['A', 'B', 'C', 'D'] as const) into.grades[grade] += more.grades[grade]
  return into
}

/** The first day there is: a stock is summed from here. */
export const dayOne: Day = '0001-01-01'

/** A moment as the database's functions take it. */
export const momentArguments = (m: Moment | undefined) =>
  sql`${m?.xmin ?? null}::bigint, ${m?.xmax ?? null}::bigint, ${m ? m.xip : null}::bigint[], ${m?.at ?? null}::timestamptz`

/** Answers all questions for all measures (ids) in one statement: per question, measure → key → sum. */
export async function askSums(
  tx: Tx,
  questions: readonly (Question & { readonly measures: readonly string[] })[],
  moment: Moment | undefined,
): Promise<Map<string, Map<number, Sum>>[]> {
  const rows = await tx.rows<{
    n: number
    measure: string
    key: number
    grade: Grade
    value: number
    entries: number
  }>(sql`
    SELECT q.n, m.id AS measure, f.key, f.grade, f.value, f.entries
    FROM jsonb_to_recordset(${JSON.stringify(questions.map((q, n) => ({ ...q, n })))}::jsonb)
      AS q (n integer, measures text[], org bigint, "from" date, "to" date, by text)
    CROSS JOIN LATERAL figure_parts(ARRAY(SELECT no FROM measures WHERE id = ANY (q.measures)), q.org, q."from", q."to", q.by, ${momentArguments(moment)}) f
    JOIN measures m ON m.no = f.measure`)
  const answers = questions.map(() => new Map<string, Map<number, Sum>>())
  for (const row of rows) {
    const answer = answers[row.n]
    const keys = answer?.get(row.measure) ?? new Map<number, Sum>()
    answer?.set(row.measure, keys)
    const sum = keys.get(row.key) ?? noSum()
    keys.set(row.key, sum)
    sum.value += row.value
    sum.entries += row.entries
    sum.grades[row.grade] += row.value
  }
  return answers
}

/** Distinct persons per key, for each question, in one statement. Dispose of the sets. */
export async function askPersons(
  tx: Tx,
  questions: readonly (Question & { readonly measure: string })[],
  moment: Moment | undefined,
): Promise<Map<number, RoaringBitmap32>[]> {
  const rows = await tx.rows<{
    n: number
    key: number
    cell: Buffer | null
    present: number[] | null
    absent: number[] | null
  }>(sql`
    SELECT q.n, f.*
    FROM jsonb_to_recordset(${JSON.stringify(questions.map((q, n) => ({ ...q, n })))}::jsonb)
      AS q (n integer, measure text, org bigint, "from" date, "to" date, by text)
    CROSS JOIN LATERAL figure_persons((SELECT no FROM measures WHERE id = q.measure), q.org, q."from", q."to", q.by, ${momentArguments(moment)}) f`)
  const cells = questions.map(() => new Map<number, RoaringBitmap32[]>())
  for (const { n, key, cell } of rows) {
    const held = cells[n]?.get(key)
    const more = unpackPersons(cell ?? undefined)
    if (held) held.push(more)
    else cells[n]?.set(key, [more])
  }
  const answers = cells.map((keys) => new Map([...keys].map(([key, sets]) => [key, unite(sets)])))
  // Recounted persons decide for themselves, whatever the cells said: first all out, then those who are there in.
  for (const { n, key, absent } of rows) if (absent) answers[n]?.get(key)?.removeMany(absent)
  for (const { n, key, present } of rows) if (present) answers[n]?.get(key)?.addMany(present)
  return answers
}

/** All of them at once: a third of the time of one after the other. They are disposed of. */
function unite(sets: RoaringBitmap32[]): RoaringBitmap32 {
  const [first] = sets
  if (first && sets.length === 1) return first
  const all = RoaringBitmap32.orMany(sets)
  for (const set of sets) set.dispose()
  return all
}

/** Asks for one number of persons per key, and lets the sets go. */
export async function countPersons(
  tx: Tx,
  questions: readonly (Question & { readonly measure: string })[],
  moment: Moment | undefined,
): Promise<Map<number, Sum>[]> {
  const answers = await askPersons(tx, questions, moment)
  return answers.map(
    (answer) =>
      new Map(
        [...answer].map(([key, set]) => {
          const size = set.size
          set.dispose()
          return [key, { value: size, entries: size, grades: { A: size, B: 0, C: 0, D: 0 } }]
        }),
      ),
  )
}
