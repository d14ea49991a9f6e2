import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'
import type { Report } from './verify.ts'
import { type CountedRow, countedColumns, type Worth, worthOf } from './worth.ts'

const batchSize = 2000

interface Held {
  record: string
  measure: string
  person_measure: boolean
  key: string
  value: number
}

/** Layer 1: what each record is worth by its definition is what the ledger holds for it. */
export async function verifyRecords(tx: Tx, key: string, report: Report): Promise<number> {
  let seen = 0
  for (let last: CountedRow | undefined; ; ) {
    const after = last ? sql`WHERE (r.area, r.kind, r.id) > (${last.area}, ${last.kind}, ${last.id}::uuid)` : sql``
    const rows = await tx.rows<CountedRow>(
      sql`SELECT ${countedColumns} FROM records r ${after} ORDER BY r.area, r.kind, r.id LIMIT ${batchSize}`,
    )
    if (rows.length === 0) return seen
    seen += rows.length
    last = rows.at(-1)
    await compare(tx, await worthOf(tx, key, rows), report)
  }
}

/** The same for some records only. */
export async function verifyRecordsOf(tx: Tx, key: string, report: Report, records: readonly string[]): Promise<void> {
  for (let i = 0; i < records.length; i += batchSize) {
    const rows = await tx.rows<CountedRow>(
      sql`SELECT ${countedColumns} FROM records r WHERE r.id = ANY (${records.slice(i, i + batchSize)}::uuid[])`,
    )
    await compare(tx, await worthOf(tx, key, rows), report)
  }
}

/** A record, or a line of the directory, beside what it is worth. */
export interface Compared {
  readonly row: Pick<CountedRow, 'id' | 'programme' | 'number' | 'ledger_org'>
  readonly counts: Worth['counts']
  readonly shredded: boolean
}

/** Names every difference between what things are worth and what the ledger holds for them. */
export async function compare(tx: Tx, worths: readonly Compared[], report: Report): Promise<void> {
  const persons = [...new Set(worths.flatMap((w) => w.counts.flatMap((c) => (c.person ? [c.person] : []))))]
  const numbers = new Map(
    (await tx.rows<{ id: string; no: number }>(sql`SELECT * FROM person_numbers_of(${persons}::uuid[])`)).map((p) => [
      p.id,
      p.no,
    ]),
  )
  const held = await tx.rows<Held>(sql`
    SELECT e.record, m.id AS measure, e.person IS NOT NULL AS person_measure,
           concat_ws(' ', m.id, e.org, e.on_date, e.grade, e.person) AS key, sum(e.value)::bigint AS value
    FROM entries e JOIN measures m ON m.no = e.measure WHERE e.record = ANY (${worths.map((w) => w.row.id)}::uuid[])
    GROUP BY e.record, m.id, e.org, e.on_date, e.grade, e.person HAVING sum(e.value) <> 0`)
  const ledger = new Map<string, Held[]>()
  for (const h of held) ledger.set(h.record, [...(ledger.get(h.record) ?? []), h])
  for (const { row, counts, shredded } of worths) {
    const desired = new Map<string, number>()
    for (const c of counts) {
      const no = c.person ? (numbers.get(c.person) ?? '?') : undefined
      const name = [c.measure, row.ledger_org, c.on, c.grade, ...(no === undefined ? [] : [no])].join(' ')
      // Two rows of one woman in one record are one person.
      desired.set(name, c.person ? c.value : (desired.get(name) ?? 0) + c.value)
    }
    for (const h of ledger.get(row.id) ?? []) {
      if (!(shredded && h.person_measure) && desired.get(h.key) !== h.value)
        report('record', `${name(row)}: ${h.key}`, desired.get(h.key) ?? 0, h.value)
      desired.delete(h.key)
    }
    for (const [key, value] of desired) report('record', `${name(row)}: ${key}`, value, 0)
  }
}

const name = (row: Compared['row']) => `${row.programme} ${row.number ?? row.id}`
