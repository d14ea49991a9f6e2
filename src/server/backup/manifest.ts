import { createHash, createHmac, type Hash } from 'node:crypto'
import { z } from 'zod'
import type { Secrets } from '../secrets.ts'

const print = z.string().regex(/^[0-9a-f]{16}$/)
const sum = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)

/** What a backup says of itself, last in the file: everything is known by then. */
export const manifestShape = z.strictObject({
  format: z.literal('niangjia-backup-1'),
  program: z.string(),
  made: z.iso.datetime(),
  /** The schema it was taken from: names and SHA-256 of the migrations. */
  migrations: z.array(z.strictObject({ name: z.string(), sha256: sum })),
  /** First transaction number its snapshot had not seen, in the ledger's own counting (docs/decisions/0004). */
  ledgerEnd: count,
  /** Fingerprints of the keys that open it. */
  keys: z.strictObject({ data: print, hash: print }),
  tables: z.array(
    z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: count, bytes: count, sha256: sum }),
  ),
  sequences: z.array(z.strictObject({ name: z.string(), last: count, called: z.boolean() })),
  files: z.strictObject({ count, bytes: count, sha256: sum }),
})
export type Manifest = z.infer<typeof manifestShape>

export const manifestName = 'manifest.json'
const tableName = /^tables\/([a-z_]+)\/\d{6}\.copy$/

/** tables/<table>/000001.copy, …: a table comes in pieces, so that its length need not be known before it is read. */
export const pieceName = (table: string, piece: number): string =>
  `tables/${table}/${String(piece).padStart(6, '0')}.copy`
export const tableOf = (entry: string): string | undefined => tableName.exec(entry)?.[1]
export const fileName = (key: string): string => `files/${key}`
export const keyOf = (entry: string): string | undefined => (entry.startsWith('files/') ? entry.slice(6) : undefined)

/** Tells whether two installations hold the same keys, and nothing about the keys: they are 32 random bytes. */
export function keyPrints({ dataKey, hashKey }: Pick<Secrets, 'dataKey' | 'hashKey'>): Manifest['keys'] {
  const printOf = (key: string) =>
    createHmac('sha256', Buffer.from(key, 'base64')).update('niangjia backup').digest('hex').slice(0, 16)
  return { data: printOf(dataKey), hash: printOf(hashKey) }
}

/** Rows, bytes and SHA-256 of a table's pieces. In COPY's text format a line break within a value is written \n. */
export class TableSum {
  #rows = 0
  #bytes = 0
  readonly #hash: Hash = createHash('sha256')

  add(piece: Buffer): void {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) this.#rows++
    this.#bytes += piece.length
    this.#hash.update(piece)
  }

  close(): { rows: number; bytes: number; sha256: string } {
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}

/** The same of all files together, names and lengths included. */
export class FileSum {
  #count = 0
  #bytes = 0
  readonly #hash: Hash = createHash('sha256')

  begin(key: string, size: number): void {
    this.#count++
    this.#bytes += size
    this.#hash.update(`${size} ${key}\n`)
  }

  add(piece: Buffer): void {
    this.#hash.update(piece)
  }

  close(): Manifest['files'] {
    return { count: this.#count, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}
