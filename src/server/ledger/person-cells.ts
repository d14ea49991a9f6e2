import { sql } from 'kysely'
import { RoaringBitmap32 } from 'roaring-wasm'
import type { Tx } from '../database/actor.ts'
import { packPersons, unpackPersons } from './person-set.ts'

export interface PersonCell {
  readonly area: number
  readonly measure: number
  readonly org: number
  readonly period: number
  readonly persons: Buffer
}

/** Who of the tail is in one cell now, and who is not. Of a stock: as long as nothing later is said of her. */
export interface Change {
  readonly area: number
  readonly measure: number
  readonly stock: boolean
  readonly org: number
  readonly period: number
  readonly present: number[] | null
  readonly absent: number[] | null
}

/** Writes the person cells that `changes` touch. Runs inside a fold. */
export async function writeChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  const flows = changes.filter((c) => !c.stock)
  const stocks = byOrg(changes.filter((c) => c.stock))
  if (flows.length > 0) await writeFlows(tx, flows)
  if (stocks.length > 0) await writeStocks(tx, stocks)
}

async function writeFlows(tx: Tx, changes: readonly Change[]): Promise<void> {
  const held = await tx.rows<{ n: number; persons: Buffer }>(sql`
    SELECT k.n, c.persons
    FROM unnest(${changes.map((c) => c.area)}::integer[], ${changes.map((c) => c.measure)}::smallint[], ${changes.map((c) => c.org)}::bigint[],
                ${changes.map((c) => c.period)}::integer[]) WITH ORDINALITY k (area, measure, org, period, n)
    JOIN person_cells c ON c.area = k.area AND c.measure = k.measure AND c.org = k.org AND c.period = k.period`)
  const known = new Map(held.map((c) => [c.n - 1, c.persons]))
  await writeCells(
    tx,
    changes.map((change, n) => {
      const set = unpackPersons(known.get(n))
      apply(set, change)
      return { ...change, persons: packPersons(set) }
    }),
  )
}

/** A change in an old month goes through every later cell of that organisation, so that each stays a month's end. */
async function writeStocks(tx: Tx, orgs: readonly (readonly [Change, ...Change[]])[]): Promise<void> {
  const held = await tx.rows<{ n: number; period: number; persons: Buffer }>(sql`
    SELECT k.n, c.period, c.persons
    FROM unnest(${orgs.map(([c]) => c.area)}::integer[], ${orgs.map(([c]) => c.measure)}::smallint[], ${orgs.map(([c]) => c.org)}::bigint[],
                ${orgs.map(([c]) => c.period)}::integer[]) WITH ORDINALITY k (area, measure, org, since, n)
    CROSS JOIN LATERAL (
      (SELECT c.period, c.persons FROM person_cells c WHERE c.area = k.area AND c.measure = k.measure AND c.org = k.org AND c.period < k.since
       ORDER BY c.period DESC LIMIT 1)
      UNION ALL SELECT c.period, c.persons FROM person_cells c WHERE c.area = k.area AND c.measure = k.measure AND c.org = k.org AND c.period >= k.since
    ) c ORDER BY k.n, c.period`)
  const cells = new Map<number, Map<number, Buffer>>()
  for (const { n, period, persons } of held) {
    const own = cells.get(n - 1) ?? new Map<number, Buffer>()
    cells.set(n - 1, own.set(period, persons))
  }
  await writeCells(
    tx,
    orgs.flatMap((changes, n) => stockCells(changes, cells.get(n) ?? new Map())),
  )
}

/** `held`: the organisation's cells from the first change on, and the one before. Both in the order of their months. */
function stockCells(changes: readonly [Change, ...Change[]], held: ReadonlyMap<number, Buffer>): PersonCell[] {
  const [first] = changes
  const periods = [...new Set([...held.keys(), ...changes.map((c) => c.period)])].sort((a, b) => a - b)
  const said = new Map(changes.map((c) => [c.period, c]))
  // From her first change on a person is decided by the changes; before it, and all others, by the cell that was held.
  const decided = new RoaringBitmap32()
  const standing = new RoaringBitmap32()
  const written: PersonCell[] = []
  let last: Buffer | undefined
  for (const period of periods) {
    last = held.get(period) ?? last
    if (period < first.period) continue
    const change = said.get(period)
    if (change) {
      for (const persons of [change.present, change.absent]) if (persons) decided.addMany(persons)
      apply(standing, change)
    }
    const set = unpackPersons(last)
    set.andNotInPlace(decided)
    set.orInPlace(standing)
    written.push({ ...first, period, persons: packPersons(set) })
  }
  decided.dispose()
  standing.dispose()
  return written
}

function apply(set: RoaringBitmap32, change: Pick<Change, 'present' | 'absent'>): void {
  if (change.absent) set.removeMany(change.absent)
  if (change.present) set.addMany(change.present)
}

/** Changes come in the order of measure, organisation and period. */
function byOrg(changes: readonly Change[]): [Change, ...Change[]][] {
  const orgs: [Change, ...Change[]][] = []
  for (const change of changes) {
    const list = orgs.at(-1)
    if (list && list[0].org === change.org && list[0].measure === change.measure) list.push(change)
    else orgs.push([change])
  }
  return orgs
}

/** Adds cells, or puts them in the place of those that are held. */
export async function writeCells(tx: Tx, cells: readonly PersonCell[]): Promise<void> {
  const batch = 2000
  for (let i = 0; i < cells.length; i += batch) {
    const some = cells.slice(i, i + batch)
    await tx.change(sql`
      INSERT INTO person_cells (area, measure, org, period, persons)
      SELECT * FROM unnest(${some.map((c) => c.area)}::integer[], ${some.map((c) => c.measure)}::smallint[], ${some.map((c) => c.org)}::bigint[],
                           ${some.map((c) => c.period)}::integer[], ${some.map((c) => c.persons)}::bytea[])
      ON CONFLICT (area, measure, org, period) DO UPDATE SET persons = excluded.persons`)
  }
}
