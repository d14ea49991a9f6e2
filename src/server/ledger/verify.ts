import { sql } from 'kysely'
import type pg from 'pg'
import { directories } from '../../directories.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import { verifyMoney } from '../funds/verify-money.ts'
import { verifyLocal } from '../local/verify-local.ts'
import { verifyReleases } from '../releases/verify-release.ts'
import { recountPersons } from './person-recount.ts'
import { unpackPersons } from './person-set.ts'
import { verifyClaims } from './verify-claims.ts'
import { verifyDirectory } from './verify-directory.ts'
import { verifyRecords } from './verify-records.ts'

type Layer =
  | 'definition'
  | 'record'
  | 'claim'
  | 'entry'
  | 'cell'
  | 'day-cell'
  | 'person-cell'
  | 'posting'
  | 'fund'
  | 'payment'
  | 'release'
export type Report = (layer: Layer, where: string, expected: number | string, found: number | string) => void

export interface Verified {
  readonly records: number
  readonly entries: number
  readonly mismatches: number
}

/**
 * Recomputes every layer from the one below — records by their definitions, entries, cells, person cells, money, releases —
 * in one snapshot and names each mismatch to `report`. Takes the house's data key: a case's parties are sealed. People may
 * go on writing: the tail is not in the cells and is not looked for there (invariant 8).
 */
export function verifyLedger(pool: pg.Pool, key: string, report: Report): Promise<Verified> {
  let mismatches = 0
  const told: Report = (...line) => {
    mismatches++
    report(...line)
  }
  return onDuty(
    pool,
    'verify',
    async (tx) => {
      await verifyLocal(tx, told)
      const records = await verifyRecords(tx, key, told)
      await verifyDirectory(tx, told)
      await verifyClaims(tx, key, told)
      await verifyEntries(tx, told)
      await verifySums(tx, told, 'cell')
      await verifySums(tx, told, 'day-cell')
      await verifyPersons(tx, told)
      await verifyMoney(tx, key, told)
      await verifyReleases(tx, key, told)
      const counted = await tx.first<{ n: number }>(sql`SELECT count(*) AS n FROM entries`)
      return { records, entries: counted?.n ?? 0, mismatches }
    },
    { repeatable: true },
  )
}

/** The directory has no records: its entries are compared with its lines (verify-directory.ts). */
const ofRecords = sql`e.measure NOT IN (SELECT no FROM measures WHERE programme = ANY(${directories.map(({ id }) => id)}::text[]))`

/** Layer 2: every entry has its record and its action; what it takes back is a like entry of the other sign. */
async function verifyEntries(tx: Tx, report: Report): Promise<void> {
  const rows = await tx.rows<{ id: number; measure: number; fault: string }>(sql`
    SELECT e.id, e.measure, 'no record' AS fault FROM entries e WHERE NOT EXISTS (SELECT FROM records r WHERE r.id = e.record) AND ${ofRecords}
    UNION ALL
    SELECT e.id, e.measure, 'no action' FROM entries e WHERE NOT EXISTS (SELECT FROM actions a WHERE a.id = e.action) AND ${ofRecords}
    UNION ALL
    SELECT e.id, e.measure, 'reverses another thing' FROM entries e
    LEFT JOIN entries h ON h.area = e.area AND h.id = e.reverses AND h.record = e.record AND h.measure = e.measure AND h.org = e.org
                       AND h.on_date = e.on_date AND h.grade = e.grade AND h.person IS NOT DISTINCT FROM e.person
    WHERE e.reverses IS NOT NULL AND h.id IS NULL`)
  for (const { id, measure, fault } of rows) report('entry', `entry ${id} of measure ${measure}`, 'sound', fault)
}

const folded = sql`SELECT e.* FROM entries e JOIN fold_states f ON f.area = e.area WHERE ledger_seen(e.tx, f.snap_xmin, f.snap_xmax, f.snap_xip)`

/** Layer 3: every cell is the sum of its entries, and no entry is without its cells. */
async function verifySums(tx: Tx, report: Report, layer: 'cell' | 'day-cell'): Promise<void> {
  const months = layer === 'cell'
  const period = months ? sql`to_char(e.on_date, 'YYYYMM')` : sql`e.on_date::text`
  const levels = months
    ? sql`(e.org - e.org % 1000000000000), (e.org - e.org % 10000000000), (e.org - e.org % 10000000)`
    : sql`(e.org - e.org % 1000000000000), (e.org - e.org % 10000000000)`
  const cells = months
    ? sql`SELECT measure, org, month::text AS period, grade, value, entries FROM cells`
    : sql`SELECT measure, org, on_date::text AS period, grade, value, entries FROM day_cells`
  const rows = await tx.rows<{ where: string; expected: string; found: string }>(sql`
    SELECT concat_ws(' ', coalesce(m.id, measure::text), org, period, grade) AS where, concat(s.value, '/', s.entries) AS expected, concat(c.value, '/', c.entries) AS found
    FROM (SELECT e.measure, o.org, ${period} AS period, e.grade, sum(e.value)::bigint AS value, count(*) AS entries
          FROM (${folded}) e CROSS JOIN LATERAL (SELECT DISTINCT x.org FROM (VALUES ${levels}) x (org)) o GROUP BY 1, 2, 3, 4) s
    FULL JOIN (${cells}) c USING (measure, org, period, grade)
    LEFT JOIN measures m ON m.no = measure
    WHERE s.value IS DISTINCT FROM c.value OR s.entries IS DISTINCT FROM c.entries`)
  for (const row of rows) report(layer, row.where, row.expected, row.found)
}

/** Layer 4: every person cell holds exactly the persons its entries say. */
async function verifyPersons(tx: Tx, report: Report): Promise<void> {
  const pairs = await tx.rowsPlanned<{ measure: number; area: number }>(sql`
    SELECT measure, area FROM person_cells UNION SELECT measure, area FROM (${folded}) e WHERE person IS NOT NULL ORDER BY 1, 2`)
  for (const { measure, area } of pairs) {
    const cells = await tx.rows<{ org: number; period: number; persons: Buffer }>(sql`
      SELECT org, period, persons FROM person_cells WHERE area = ${area} AND measure = ${measure}`)
    const held = new Map(cells.map((c) => [`${c.org} ${c.period}`, c.persons]))
    for await (const { org, period, persons } of recountPersons(tx, folded, measure, area)) {
      const key = `${org} ${period}`
      const cell = unpackPersons(held.get(key))
      if (!held.delete(key) || !cell.isEqual(persons))
        report('person-cell', `measure ${measure} ${key}`, persons.size, cell.size)
      cell.dispose()
    }
    for (const key of held.keys()) report('person-cell', `measure ${measure} ${key}`, 'no such cell', 'a cell')
  }
}
