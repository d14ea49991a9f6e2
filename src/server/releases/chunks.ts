import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'
import { dayOne, momentArguments } from '../figures/ask.ts'
import { getMeasure } from '../figures/catalogue.ts'
import type { Moment } from '../figures/moment.ts'
import type { Chunk } from './canonical-release.ts'

export interface Asked {
  readonly position: number
  readonly measure: string
  readonly org: number
  readonly from: string
  readonly to: string
}

/** Checksums of the entries behind figures at a moment, league by league and month by month, in one statement. */
export async function readChunks(tx: Tx, figures: readonly Asked[], moment: Moment): Promise<Chunk[]> {
  const asked = figures.map(({ position, measure, org, from, to }) => {
    const known = getMeasure(measure)
    return { position, measures: known.posted, org, from: known.stock ? dayOne : from, to }
  })
  const rows = await tx.rows<Omit<Chunk, 'sha256'> & { sha256: Buffer }>(sql`
    SELECT q.position, m.id AS measure, c.of_area AS area, c.month, c.entries, c.value, c.sha256
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS q (position integer, measures text[], org bigint, "from" date, "to" date)
    CROSS JOIN LATERAL figure_chunks(ARRAY(SELECT no FROM measures WHERE id = ANY (q.measures)), q.org, q."from", q."to",
      ${momentArguments(moment)}) c
    JOIN measures m ON m.no = c.measure`)
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }))
}

export async function writeChunks(tx: Tx, area: number, release: string, chunks: readonly Chunk[]): Promise<void> {
  await tx.change(sql`
    INSERT INTO release_chunks (area, release, position, measure, of_area, month, entries, value, sha256)
    SELECT ${area}, ${release}, c.position, c.measure, c.area, c.month, c.entries, c.value, decode(c.sha256, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(chunks)}::jsonb)
      AS c (position smallint, measure text, area integer, month integer, entries bigint, value bigint, sha256 text)`)
}

/** The checksums written when it was sealed. For the duty `verify`. */
export async function sealedChunks(tx: Tx, release: string): Promise<Chunk[]> {
  const rows = await tx.rows<Omit<Chunk, 'sha256'> & { sha256: Buffer }>(sql`
    SELECT position, measure, of_area AS area, month, entries, value, sha256 FROM release_chunks WHERE release = ${release}`)
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }))
}
