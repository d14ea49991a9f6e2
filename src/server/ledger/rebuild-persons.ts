import { type RawBuilder, sql } from 'kysely'
import { RoaringBitmap32 } from 'roaring-wasm'
import type { Tx } from '../database/actor.ts'
import { type PersonCell, writeCells } from './person-cells.ts'
import { numbersOf, recountPersons } from './person-recount.ts'
import { packPersons } from './person-set.ts'

/** What one township's entries of one month say: who is present (of a stock: stands), and of a stock who is not. */
interface Leaf {
  readonly area: number
  readonly measure: number
  readonly stock: boolean
  readonly org: number
  readonly month: number
  readonly present: string | null
  readonly absent: string | null
  /** Somebody's sum is below nothing: then what lies above is not the union of its parts. */
  readonly odd: boolean
}

/** Makes all person cells from the entries; there are none yet. Sums of persons by township in SQL, unions of them here. */
export async function rebuildPersons(tx: Tx): Promise<void> {
  await tx.rowsPlanned(sql`DECLARE leaves NO SCROLL CURSOR FOR ${leaves}`)
  let group: Leaf[] = []
  let cells: PersonCell[] = []
  const finish = async (least: number) => {
    if (group.length > 0) cells.push(...(await cellsOf(tx, group)))
    group = []
    if (cells.length < least) return
    await writeCells(tx, cells)
    cells = []
  }
  for (;;) {
    const rows = await tx.rowsPlanned<Leaf>(sql`FETCH 5000 FROM leaves`)
    for (const row of rows) {
      const [first] = group
      if (first && (first.measure !== row.measure || first.area !== row.area)) await finish(5000)
      group.push(row)
    }
    if (rows.length === 0) break
  }
  await finish(0)
  await tx.rowsPlanned(sql`CLOSE leaves`)
}

const leaves: RawBuilder<unknown> = sql`
  SELECT s.area, s.measure, m.flow = 'stock' AS stock, s.org, s.month,
         string_agg(s.person::text, ',') FILTER (WHERE s.net > 0) AS present,
         string_agg(s.person::text, ',') FILTER (WHERE s.net <= 0 AND m.flow = 'stock') AS absent, bool_or(s.net < 0) AS odd
  FROM (
    SELECT n.area, n.measure, n.org, n.month, n.person,
           CASE WHEN n.stock THEN sum(n.net) OVER (PARTITION BY n.measure, n.area, n.org, n.person ORDER BY n.month) ELSE n.net END AS net
    FROM (
      SELECT e.area, e.measure, m.flow = 'stock' AS stock, e.org - e.org % 10000000 AS org, e.person,
             (date_part('year', e.on_date) * 100 + date_part('month', e.on_date))::integer AS month, sum(e.value) AS net
      FROM entries e JOIN measures m ON m.no = e.measure WHERE e.person IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5, 6) n
  ) s JOIN measures m ON m.no = s.measure
  GROUP BY s.measure, s.area, m.flow, s.org, s.month ORDER BY s.measure, s.area, s.org, s.month`

/** All cells of one measure in one area. */
async function cellsOf(tx: Tx, group: readonly Leaf[]): Promise<PersonCell[]> {
  const [first] = group
  if (!first) return []
  const { area, measure, stock } = first
  if (!group.some((leaf) => leaf.odd))
    return (stock ? stockCells(group) : flowCells(group)).map((c) => ({ ...c, area, measure }))
  const cells: PersonCell[] = []
  for await (const { org, period, persons } of recountPersons(tx, sql`SELECT * FROM entries`, measure, area))
    cells.push({ area, measure, org, period, persons: packPersons(persons.clone()) })
  return cells
}

type Cell = Pick<PersonCell, 'org' | 'period' | 'persons'>

/** An entry of a township lies in the cells of the township, its banner and its league, as many as these are different. */
const above = (org: number): number[] => [...new Set([org, org - (org % 1e10), org - (org % 1e12)])]

function flowCells(group: readonly Leaf[]): Cell[] {
  const sets = new Map<string, { org: number; period: number; set: RoaringBitmap32 }>()
  for (const { org: township, month, present } of group) {
    const persons = numbersOf(present)
    for (const org of above(township)) {
      for (const period of [month, Math.floor(month / 100)]) {
        const key = `${org} ${period}`
        const cell = sets.get(key) ?? { org, period, set: new RoaringBitmap32() }
        sets.set(key, cell)
        cell.set.addMany(persons)
      }
    }
  }
  return [...sets.values()].map(({ org, period, set }) => ({ org, period, persons: packPersons(set) }))
}

function stockCells(group: readonly Leaf[]): Cell[] {
  const parts = new Map<number, Leaf[]>()
  for (const leaf of group) {
    for (const org of above(leaf.org)) {
      const list = parts.get(org)
      if (list) list.push(leaf)
      else parts.set(org, [leaf])
    }
  }
  return [...parts].flatMap(([org, leavesOf]) => stockOf(org, leavesOf))
}

/** An organisation's cells: at the end of each month in which a part of it changed, who stands in any part. */
function stockOf(org: number, group: readonly Leaf[]): Cell[] {
  const standing = new Map<number, RoaringBitmap32>()
  const cells: Cell[] = []
  const byMonth = [...group].sort((a, b) => a.month - b.month)
  for (const [i, leaf] of byMonth.entries()) {
    const set = standing.get(leaf.org) ?? new RoaringBitmap32()
    standing.set(leaf.org, set)
    set.removeMany(numbersOf(leaf.absent))
    set.addMany(numbersOf(leaf.present))
    if (byMonth[i + 1]?.month === leaf.month) continue
    const all = new RoaringBitmap32()
    for (const part of standing.values()) all.orInPlace(part)
    cells.push({ org, period: leaf.month, persons: packPersons(all) })
  }
  for (const set of standing.values()) set.dispose()
  return cells
}
