import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Value = string | number | boolean | null

/** A table to fill: its columns with their types, and what each is filled with from the staged row (default: itself). */
export interface Target {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  readonly computed?: Readonly<Record<string, string>>
}

const blockSize = 1 << 18
const special = /[\\\n\r\t]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function encode(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return String(value)
  return special.test(value) ? value.replace(/[\\\n\r\t]/g, (c) => escapes[c] ?? c) : value
}

/**
 * Rows for one table, written by COPY. COPY may not write a table with row-level security, so rows are copied into a
 * temporary table and go through the walls from there, set by set.
 */
export class Stage {
  private readonly target: Target
  // Lines go into blocks of bytes at once: a hundred thousand strings kept for a while are what a collector chokes on.
  private full: Buffer[] = []
  private block = Buffer.alloc(0)
  private used = 0

  constructor(target: Target) {
    this.target = target
  }

  add(values: readonly Value[]): void {
    let line = ''
    for (let i = 0; i < values.length; i++) line += (i ? '\t' : '') + encode(values[i] ?? null)
    line += '\n'
    // A UTF-16 unit takes three bytes at most.
    if (this.used + line.length * 3 > this.block.length) this.nextBlock(line.length * 3)
    this.used += this.block.write(line, this.used)
  }

  private nextBlock(atLeast: number): void {
    if (this.used > 0) this.full.push(this.block.subarray(0, this.used))
    this.block = Buffer.allocUnsafe(Math.max(blockSize, atLeast))
    this.used = 0
  }

  /** Takes the waiting rows; what is given writes them and can run while the next ones gather. */
  take(): (client: pg.ClientBase) => Promise<void> {
    if (this.used > 0) this.full.push(this.block.subarray(0, this.used))
    const { full, target } = this
    this.full = []
    this.block = Buffer.alloc(0)
    this.used = 0
    if (full.length === 0) return () => Promise.resolve()
    return async (client) => {
      const { table, columns, computed = {} } = target
      const names = Object.keys(columns)
      await client.query(
        `CREATE TEMP TABLE IF NOT EXISTS staged_${table} (${names.map((n) => `${n} ${columns[n]}`).join(', ')}) ON COMMIT DROP`,
      )
      await pipeline(Readable.from(full), client.query(copyFrom(`COPY staged_${table} FROM STDIN`)))
      const extra = Object.keys(computed)
      await client.query(`INSERT INTO ${table} (${[...names, ...extra].join(', ')})
        SELECT ${[...names, ...extra.map((n) => computed[n])].join(', ')} FROM staged_${table}`)
      await client.query(`TRUNCATE staged_${table}`)
    }
  }
}
