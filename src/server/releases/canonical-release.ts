import { createHash } from 'node:crypto'
import type { Release } from '../../core/api/releases.ts'
import { canonical } from '../documents/canonical.ts'

/** Entries of one posted measure in one league and month behind a figure. */
export interface Chunk {
  readonly position: number
  readonly measure: string
  readonly area: number
  readonly month: number
  readonly entries: number
  readonly value: number
  readonly sha256: string
}

/** What the checksums of a release are over: all that it says, and the checksum of every chunk of entries behind it. */
export function sealOf(
  release: Pick<Release, 'id' | 'title' | 'note' | 'org' | 'watermark' | 'figures' | 'tables'>,
  number: string,
  chunks: readonly Chunk[],
): { sha256: string; sm3: string } {
  const { id, title, note, org, watermark } = release
  const figures = release.figures.map(({ trace: _, ...figure }) => figure)
  const text = canonical({
    id,
    number,
    title,
    note,
    org: org.code,
    watermark,
    figures,
    chunks: [...chunks].sort(inOrder),
    // Releases from before there were tables keep their seal.
    ...(release.tables.length > 0 && { tables: release.tables.map(({ trace: _, ...table }) => table) }),
  })
  const hash = (algorithm: 'sha256' | 'sm3') => createHash(algorithm).update(text).digest('hex')
  return { sha256: hash('sha256'), sm3: hash('sm3') }
}

const keyOf = (c: Chunk) => `${String(c.position).padStart(4, '0')} ${c.measure} ${c.area} ${c.month}`
const inOrder = (a: Chunk, b: Chunk) => (keyOf(a) < keyOf(b) ? -1 : 1)
