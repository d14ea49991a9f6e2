import { sql } from 'kysely'
import type { ReleasedTable } from '../../core/api/releases.ts'
import { levelSpan, type OrgCode } from '../../core/org-code.ts'
import type { Period } from '../../core/period.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getMeasure, type Known } from '../figures/catalogue.ts'
import { isFew } from '../figures/hold-back.ts'
import type { Moment } from '../figures/moment.ts'
import { type Answers, sumOf } from '../figures/part.ts'
import { answer } from '../figures/rows.ts'
import { childrenOf, getScope, isGuarded, refuseScope } from '../figures/scope.ts'
import { tellEverybody } from '../figures/told.ts'
import { definitionOf } from './take-figures.ts'

export type TakenTable = Omit<ReleasedTable, 'trace'>

export interface AskedTable {
  readonly measure: string
  readonly org: OrgCode
  readonly firstYear: number
  readonly lastYear: number
}

/** As a column is read: at a moment of the ledger, and for what is told by closed half-years, at a clock time. */
interface When {
  readonly moment: Moment
  readonly asOf: Date
}

/**
 * Tables of a release. Of a confidential measure what decision 0009 tells everybody: by league, each year as its closed half-years
 * stood, the same in every release (decision 0014). Refuses 'release-table-wrong', 'release-table-closed', what refuseScope does.
 */
export async function takeTables(
  tx: Tx,
  actor: Actor,
  asked: readonly AskedTable[],
  when: When,
): Promise<TakenTable[]> {
  if (
    new Set(asked.map((one) => JSON.stringify([one.measure, one.org, one.firstYear, one.lastYear]))).size < asked.length
  )
    throw new Refusal('release-table-wrong', { field: 'tables' })
  const tables: TakenTable[] = []
  for (const [i, { measure, org, firstYear, lastYear }] of asked.entries()) {
    const known = getMeasure(measure, actor)
    const columns = yearsFrom(firstYear, lastYear)
    for (const column of columns) refuseScope(actor, known, org, column)
    if (isGuarded(actor, known, org) && org % levelSpan.region !== 0) refuseClosed(known)
    const table = await takeTable(tx, { position: i + 1, known, org, columns }, when)
    if (known.programme.confidential) await refuseOtherTellings(tx, known, table)
    tables.push(table)
  }
  return tables
}

function yearsFrom(first: number, last: number): Period[] {
  if (last < first || last - first >= 10) throw new Refusal('release-table-wrong', { field: 'tables' })
  return Array.from({ length: last - first + 1 }, (_, i) => ({ from: `${first + i}-01-01`, to: `${first + i}-12-31` }))
}

function refuseClosed({ measure }: Known): never {
  throw new Refusal('release-table-closed', { field: 'tables', values: { label: measure.label.zh } })
}

/** A year that was told once is told so for good: a second table of it with other numbers could be held against the first. */
async function refuseOtherTellings(tx: Tx, known: Known, table: TakenTable): Promise<void> {
  const earlier = await tx.rows<Pick<TakenTable, 'columns' | 'rows' | 'total'>>(sql`
    SELECT t.columns, t.rows, t.total FROM release_tables t JOIN releases r ON r.area = t.area AND r.id = t.release
    WHERE t.measure = ${known.id} AND t.org = ${table.org.code} AND r.state IN ('sealed', 'withdrawn')`)
  for (const one of earlier)
    for (const [i, { from }] of one.columns.entries()) {
      const now = table.columns.findIndex((column) => column.from === from)
      if (now >= 0 && !sameNumbers(columnOf(one, i), columnOf(table, now))) refuseClosed(known)
    }
}

const columnOf = ({ rows, total }: Pick<TakenTable, 'rows' | 'total'>, i: number) => ({
  rows: rows.map(({ org, values }) => ({ org, values: [values[i] ?? null] })),
  total: [total[i] ?? null],
})

interface Wanted {
  readonly position: number
  readonly known: Known
  readonly org: OrgCode
  readonly columns: readonly Period[]
}

async function takeTable(tx: Tx, { position, known, org, columns }: Wanted, when: When): Promise<TakenTable> {
  if (known.kind === 'rate') throw new Refusal('release-table-wrong', { field: 'tables' })
  const read = known.programme.confidential
    ? await readTold(tx, known, org, columns, when)
    : await readOpen(tx, known, org, columns, when.moment)
  const keys = read.flatMap(({ keys: of }) => [...of])
  const children = (await childrenOf(tx, org, keys)).filter(({ code, ended }) => !ended || keys.includes(code))
  if (children.length === 0) throw new Refusal('release-table-wrong', { field: 'tables' })
  const { name } = await getScope(tx, org)
  return {
    position,
    measure: known.id,
    definition: definitionOf(known),
    org: { code: org, name },
    columns: [...columns],
    rows: children.map((child) => ({
      org: { code: child.code, name: child.name },
      values: read.map(({ valueOf: of }) => of(child.code)),
    })),
    total: read.map(({ total }) => total),
  }
}

interface Column {
  readonly keys: ReadonlySet<number>
  readonly valueOf: (org: OrgCode) => number | null
  readonly total: number | null
}

async function readOpen(
  tx: Tx,
  known: Known,
  org: OrgCode,
  columns: readonly Period[],
  moment: Moment,
): Promise<Column[]> {
  const questions = columns.flatMap((days) => [
    { org, ...days, by: 'child' as const },
    { org, ...days, by: 'total' as const },
  ])
  const answers = await answer(tx, known, questions, moment)
  return columns.map((_, i) => {
    const [below, whole] = [answers[2 * i], answers[2 * i + 1]]
    return {
      keys: keysOf(known, below),
      valueOf: (code) => sumOf(below, known.id, code).value,
      total: sumOf(whole, known.id, 0).value,
    }
  })
}

async function readTold(
  tx: Tx,
  known: Known,
  org: OrgCode,
  columns: readonly Period[],
  { moment, asOf }: When,
): Promise<Column[]> {
  if (org % levelSpan.region !== 0 || known.stock || known.person) refuseClosed(known)
  const read: Column[] = []
  for (const days of columns) {
    const told = await tellEverybody(tx, known, org, days, asOf, moment)
    if (told.covers?.to !== days.to) refuseClosed(known)
    const total = sumOf(told.answers, known.id, 0).value
    if (isFew(total))
      throw new Refusal('release-reveals', { field: 'tables', values: { label: known.measure.label.zh } })
    read.push({
      keys: keysOf(known, told.answers),
      valueOf: (code) => (told.isHeld(code) ? null : sumOf(told.answers, known.id, code).value),
      total,
    })
  }
  return read
}

const keysOf = (known: Known, answers: Answers | undefined): Set<number> =>
  new Set(
    [...(answers?.get(known.id) ?? [])].filter(([key, { value }]) => key !== 0 && value !== 0).map(([key]) => key),
  )

/** The tables of a release read anew, for the duty `verify`. */
export async function readTablesAgain(tx: Tx, tables: readonly ReleasedTable[], when: When): Promise<TakenTable[]> {
  const again: TakenTable[] = []
  for (const { position, measure, org, columns } of tables)
    again.push(await takeTable(tx, { position, known: getMeasure(measure), org: org.code, columns }, when))
  return again
}

/** Whether two readings of a table hold the same numbers. A child that has come since, with nothing in it, is none of its matter. */
export function sameNumbers(a: Pick<TakenTable, 'rows' | 'total'>, b: Pick<TakenTable, 'rows' | 'total'>): boolean {
  const said = ({ rows, total }: Pick<TakenTable, 'rows' | 'total'>) =>
    JSON.stringify([
      rows.filter(({ values }) => values.some((value) => value !== 0)).map(({ org, values }) => [org.code, values]),
      total,
    ])
  return said(a) === said(b)
}
