import { sql } from 'kysely'
import type { Claim, Programme } from '../../core/programme.ts'
import { programmes } from '../../registry.ts'
import type { Tx } from '../database/actor.ts'
import type { Report } from './verify.ts'
import { type CountedRow, countedColumns, type Known, knowMany } from './worth.ts'

const batchSize = 2000

interface Held {
  record: string
  key: string
  named: string
}

/** What records claim by their definitions is what is held for them: relief once in a life. A shredded record holds on. */
export async function verifyClaims(tx: Tx, key: string, report: Report): Promise<void> {
  const claiming = programmes.filter((p) => p.claims).map((p) => p.id)
  if (claiming.length === 0) return
  for (let last: CountedRow | undefined; ; ) {
    const after = last ? sql`AND (r.area, r.kind, r.id) > (${last.area}, ${last.kind}, ${last.id}::uuid)` : sql``
    const rows = await tx.rows<CountedRow>(sql`
      SELECT ${countedColumns} FROM records r WHERE r.programme = ANY(${claiming}::text[]) ${after}
      ORDER BY r.area, r.kind, r.id LIMIT ${batchSize}`)
    if (rows.length === 0) return
    last = rows.at(-1)
    await compare(tx, await knowMany(tx, key, rows), report)
  }
}

/** A sealed record may stand beside another that its maker does not see: the claim is that one's. */
const isElsewhere = async (tx: Tx, programme: Programme, { key, person }: Claim): Promise<boolean> =>
  programme.confidential &&
  (await tx.first(sql`
    SELECT FROM record_claims WHERE programme = ${programme.id} AND key = ${key} AND ${person}::uuid IN (person, named)`)) !==
    undefined

async function compare(tx: Tx, known: readonly Known[], report: Report): Promise<void> {
  const rows = await tx.rows<Held>(
    sql`SELECT record, key, named FROM record_claims WHERE record = ANY(${known.map(({ row }) => row.id)}::uuid[])`,
  )
  const held = new Set(rows.map((claim) => `${claim.record} ${claim.key} ${claim.named}`))
  const names = new Map<string, string>()
  for (const { row, programme, facts } of known) {
    const name = `${programme.id} ${row.number ?? row.id}`
    names.set(row.id, name)
    for (const claim of programme.claims?.(facts) ?? [])
      if (!held.delete(`${row.id} ${claim.key} ${claim.person}`) && !(await isElsewhere(tx, programme, claim)))
        report('claim', `${name}: ${claim.key}`, 'held', 'not held')
  }
  const shredded = new Set(known.flatMap(({ row }) => (row.key_salt === null ? [row.id] : [])))
  for (const claim of held) {
    const [record = '', key = ''] = claim.split(' ')
    if (!shredded.has(record)) report('claim', `${names.get(record)}: ${key}`, 'given up', 'held')
  }
}
