import { type RawBuilder, sql } from 'kysely'
import { RoaringBitmap32 } from 'roaring-wasm'
import type { Tx } from '../database/actor.ts'
import { packPersons, unpackPersons } from './person-set.ts'

/** What changed in one cell: persons who are in it now and persons who are not. */
export interface Change {
  measure: number
  stock: boolean
  org: number
  period: number
  present: number[] | null
  absent: number[] | null
}

// An entry lies in the cells of its league, its banner and its township: as many as these are different.
const above = (org: RawBuilder<unknown>) => sql`LATERAL (SELECT DISTINCT x.org FROM (VALUES
  (${org} - ${org} % 1000000000000), (${org} - ${org} % 10000000000), (${org} - ${org} % 10000000)) x (org))`

/** Brings the person cells of everybody in `source` up to date; `whole`: there are no cells yet. Runs inside a fold. */
export async function foldPersons(tx: Tx, source: RawBuilder<unknown>, whole: boolean): Promise<void> {
  const measures = await personMeasures(tx, source)
  for (const { no, area } of measures) {
    const changes = await changesOf(tx, source, whole, no, area)
    const stock = changes[0]?.stock ?? false
    await (stock ? writeStock(tx, area, changes, whole) : writeFlow(tx, area, changes, whole))
  }
}

/** The measures of persons that `source` has entries of, by area. */
export function personMeasures(tx: Tx, source: RawBuilder<unknown>): Promise<{ no: number; area: number }[]> {
  return tx.rows(sql`
    SELECT DISTINCT m.no, t.area FROM measures m JOIN (${source}) t ON t.measure = m.no AND t.person IS NOT NULL
    WHERE m.unit = 'person' ORDER BY 1, 2`)
}

/**
 * Flow: presence in each touched month and year. Stock: for each touched person, whether she stands at the end of every
 * month in which something about her is dated. `whole`: of everybody in `source`, which then holds all there is.
 */
export function changesOf(
  tx: Tx,
  source: RawBuilder<unknown>,
  whole: boolean,
  measure: number,
  area: number,
): Promise<Change[]> {
  const touched = sql`SELECT DISTINCT o.org, t.person FROM (${source}) t CROSS JOIN ${above(sql`t.org`)} o
    WHERE t.measure = ${measure} AND t.area = ${area} AND t.person IS NOT NULL`
  // A person's entries of this area: all of everybody when the cells are made anew, else of those touched.
  const nets = whole
    ? sql`SELECT o.org, e.person, to_char(e.on_date, 'YYYYMM')::integer AS month, sum(e.value) AS net
          FROM (${source}) e CROSS JOIN ${above(sql`e.org`)} o
          WHERE e.measure = ${measure} AND e.area = ${area} AND e.person IS NOT NULL GROUP BY 1, 2, 3`
    : sql`SELECT t.org, t.person, to_char(e.on_date, 'YYYYMM')::integer AS month, sum(e.value) AS net
          FROM (${touched}) t JOIN entries e ON e.measure = ${measure} AND e.person = t.person AND e.org BETWEEN t.org AND
            t.org + CASE WHEN t.org % 1000000000000 = 0 THEN 999999999999 WHEN t.org % 10000000000 = 0 THEN 9999999999 ELSE 9999999 END
          GROUP BY 1, 2, 3`
  return tx.rows<Change>(sql`
    WITH nets AS (${nets}), m AS (SELECT flow = 'stock' AS stock FROM measures WHERE no = ${measure}),
    standing AS (
      SELECT org, person, month AS period, sum(net) OVER (PARTITION BY org, person ORDER BY month) AS net FROM nets, m WHERE m.stock
      UNION ALL SELECT org, person, month, net FROM nets, m WHERE NOT m.stock
      UNION ALL SELECT org, person, month / 100, sum(net) FROM nets, m WHERE NOT m.stock GROUP BY 1, 2, 3
    )
    SELECT ${measure}::integer AS measure, (SELECT stock FROM m) AS stock, org, period,
           array_agg(person) FILTER (WHERE net > 0) AS present, array_agg(person) FILTER (WHERE net <= 0) AS absent
    FROM standing GROUP BY org, period ORDER BY org, period`)
}

interface Cell {
  org: number
  period: number
  persons: Buffer
}

function apply(set: RoaringBitmap32, change: Change): void {
  if (change.absent) set.removeMany(change.absent)
  if (change.present) set.addMany(change.present)
}

async function writeFlow(tx: Tx, area: number, changes: readonly Change[], whole: boolean): Promise<void> {
  for (let i = 0; i < changes.length; i += 500) {
    const batch = changes.slice(i, i + 500)
    const held = whole
      ? []
      : await tx.rows<Cell>(sql`
      SELECT c.org, c.period, c.persons FROM unnest(${batch.map((c) => c.org)}::bigint[], ${batch.map((c) => c.period)}::integer[]) k (org, period)
      JOIN person_cells c ON c.area = ${area} AND c.measure = ${batch[0]?.measure} AND c.org = k.org AND c.period = k.period`)
    const known = new Map(held.map((c) => [`${c.org} ${c.period}`, c.persons]))
    await write(
      tx,
      area,
      batch[0]?.measure ?? 0,
      batch.map((change) => {
        const set = unpackPersons(known.get(`${change.org} ${change.period}`))
        apply(set, change)
        return { org: change.org, period: change.period, persons: packPersons(set) }
      }),
    )
  }
}

/** A change in an old month goes through every later cell of that organisation, so that each stays a month's end. */
async function writeStock(tx: Tx, area: number, changes: readonly Change[], whole: boolean): Promise<void> {
  const byOrg = groupByOrg(changes)
  for (const [org, ofOrg] of byOrg) {
    const measure = ofOrg[0]?.measure ?? 0
    const first = ofOrg[0]?.period ?? 0
    const held = whole
      ? []
      : await tx.rows<Cell>(sql`
      SELECT org, period, persons FROM person_cells WHERE area = ${area} AND measure = ${measure} AND org = ${org} ORDER BY period`)
    const before = held.findLast((c) => c.period < first)
    const later = new Map(held.filter((c) => c.period >= first).map((c) => [c.period, c.persons]))
    const periods = [...new Set([...later.keys(), ...ofOrg.map((c) => c.period)])].sort((a, b) => a - b)
    // Everyone touched is decided by `ofOrg` alone; the others stay as the cell, or the one before it, has them.
    const touched = new RoaringBitmap32(ofOrg.flatMap((c) => [...(c.present ?? []), ...(c.absent ?? [])]))
    const standing = new RoaringBitmap32()
    let others = unpackPersons(before?.persons)
    const written: Cell[] = []
    for (const period of periods) {
      const own = later.get(period)
      if (own) {
        others.dispose()
        others = unpackPersons(own)
      }
      const change = ofOrg.find((c) => c.period === period)
      if (change) apply(standing, change)
      const set = others.clone()
      set.andNotInPlace(touched)
      set.orInPlace(standing)
      written.push({ org, period, persons: packPersons(set) })
    }
    for (const set of [touched, standing, others]) set.dispose()
    await write(tx, area, measure, written)
  }
}

function groupByOrg(changes: readonly Change[]): Map<number, Change[]> {
  const map = new Map<number, Change[]>()
  for (const change of changes) {
    const list = map.get(change.org)
    if (list) list.push(change)
    else map.set(change.org, [change])
  }
  return map
}

const write = (tx: Tx, area: number, measure: number, cells: readonly Cell[]) =>
  tx.change(sql`
  INSERT INTO person_cells (area, measure, org, period, persons)
  SELECT ${area}, ${measure}, c.* FROM unnest(${cells.map((c) => c.org)}::bigint[], ${cells.map((c) => c.period)}::integer[],
    ${cells.map((c) => c.persons)}::bytea[]) c
  ON CONFLICT (area, measure, org, period) DO UPDATE SET persons = excluded.persons`)
