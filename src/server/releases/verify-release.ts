import { type RawBuilder, sql } from 'kysely'
import type { Release } from '../../core/api/releases.ts'
import type { Tx } from '../database/actor.ts'
import { momentNamed } from '../figures/moment.ts'
import type { Report } from '../ledger/verify.ts'
import { verifyRecordsOf } from '../ledger/verify-records.ts'
import { checksumOf, noteOf } from '../reviews/checksum.ts'
import { type Chunk, sealOf } from './canonical-release.ts'
import { type Asked, readChunks, sealedChunks } from './chunks.ts'
import { getReleaseOf } from './release-rows.ts'
import { readNumbers } from './take-figures.ts'
import { readTablesAgain, sameNumbers } from './take-tables.ts'

/**
 * Recomputes sealed releases at their moments: every number, the checksums of the entries behind it, and the seal over the
 * whole. Where entries were touched, the league and month are named, and each record there that is not worth what the
 * ledger holds for it. For the duty `verify`; `key` is the house's data key. Gives the entries read.
 */
export async function verifyReleases(
  tx: Tx,
  key: string,
  report: Report,
  which?: RawBuilder<unknown>,
): Promise<number> {
  const sealed = await tx.rows<{ id: string }>(
    sql`SELECT r.id FROM releases r WHERE r.state IN ('sealed', 'withdrawn') AND ${which ?? sql`true`} ORDER BY r.made_at, r.id`,
  )
  let read = 0
  for (const { id } of sealed) {
    const release = await getReleaseOf(tx, undefined, sql`r.id = ${id}`)
    const asked: Asked[] = release.figures.map(({ org, ...figure }) => ({ ...figure, org: org.code }))
    const moment = momentNamed(release.watermark)
    const held = await sealedChunks(tx, id)
    const now = await readChunks(tx, asked, moment)
    read += now.reduce((sum, chunk) => sum + chunk.entries, 0)
    for (const [i, numbers] of (await readNumbers(tx, asked, moment)).entries()) {
      const figure = release.figures[i]
      if (figure && told(figure) !== told(numbers)) report('release', figure.trace ?? '', told(figure), told(numbers))
    }
    const tables = await readTablesAgain(tx, release.tables, { moment, asOf: new Date(release.asOf) })
    for (const [i, table] of release.tables.entries())
      if (!tables[i] || !sameNumbers(table, tables[i]))
        report('release', table.trace ?? '', JSON.stringify(table.total), JSON.stringify(tables[i]?.total))
    for (const chunk of changed(held, now)) {
      report('release', whereOf(release, chunk.was ?? chunk.is), chunk.was?.sha256 ?? '—', chunk.is?.sha256 ?? '—')
      await verifyRecordsOf(tx, key, report, await recordsIn(tx, chunk.was ?? chunk.is))
    }
    await verifyText(tx, release, report)
    const { sha256, sm3 } = sealOf(release, release.number ?? '', held)
    if (sha256 !== release.sha256) report('release', `${release.number} SHA-256`, release.sha256 ?? '', sha256)
    if (sm3 !== release.sm3) report('release', `${release.number} SM3`, release.sm3 ?? '', sm3)
  }
  return read
}

/** The text of a review whose numbers these are: what it says now, against its checksum in the sealed note. */
async function verifyText(tx: Tx, { id, number, note }: Release, report: Report): Promise<void> {
  const text = await tx.first<{ title: string; document: unknown }>(
    sql`SELECT title, document FROM review_versions WHERE release = ${id}`,
  )
  if (!text) return
  const now = noteOf(text.title, checksumOf(text.title, text.document))
  if (note !== now) report('release', `${number} text`, note, now)
}

const told = ({
  value,
  numerator,
  denominator,
}: {
  value: number | null
  numerator: number | null
  denominator: number | null
}) => (value === null ? `${numerator}/${denominator}` : String(value))

/** Chunks that are not what they were, gone or new. */
function changed(held: readonly Chunk[], now: readonly Chunk[]): { was?: Chunk; is?: Chunk }[] {
  const keyOf = (c: Chunk) => [c.position, c.measure, c.area, c.month].join(' ')
  const left = new Map(now.map((chunk) => [keyOf(chunk), chunk]))
  const found = held.flatMap((was) => {
    const is = left.get(keyOf(was))
    left.delete(keyOf(was))
    return is?.sha256 === was.sha256 ? [] : [is ? { was, is } : { was }]
  })
  return [...found, ...[...left.values()].map((is) => ({ is }))]
}

const whereOf = ({ figures }: Release, chunk: Chunk | undefined) =>
  chunk ? `${figures[chunk.position - 1]?.trace ?? ''} ${chunk.measure} ${chunk.area} ${chunk.month}` : ''

/** Records that have entries in a chunk: few enough to be worked out anew. */
async function recordsIn(tx: Tx, chunk: Chunk | undefined): Promise<string[]> {
  if (!chunk) return []
  const rows = await tx.rows<{ record: string }>(sql`
    SELECT DISTINCT e.record FROM entries e JOIN measures m ON m.no = e.measure
    WHERE e.area = ${chunk.area} AND m.id = ${chunk.measure} AND to_char(e.on_date, 'YYYYMM')::integer = ${chunk.month}
    UNION SELECT r.id FROM records r JOIN measures m ON m.id = ${chunk.measure} AND m.programme = r.programme
    WHERE r.area = ${chunk.area} AND to_char(r.on_date, 'YYYYMM')::integer = ${chunk.month}`)
  return rows.map(({ record }) => record)
}
