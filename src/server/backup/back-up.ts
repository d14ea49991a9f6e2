import { createWriteStream, existsSync } from 'node:fs'
import { open, opendir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { parseTypes } from '../database/pool.ts'
import { version } from '../paths.ts'
import type { Secrets } from '../secrets.ts'
import { StartupError } from '../startup-error.ts'
import { FileSum, fileName, keyPrints, type Manifest, manifestName, pieceName, TableSum } from './manifest.ts'
import { copied, copySettings, listTables, quoted, refuseBlind, type Table } from './tables.ts'
import { ending, headerOf, paddingOf } from './tar.ts'

/** What a backup is taken of, and a restore put into. */
export interface Installation {
  readonly ownerUrl: string
  readonly secrets: Secrets
  /** Where `files` is. */
  readonly home: string
}

const pieceSize = 4 * 1024 * 1024

/**
 * Writes everything the installation holds, as of one moment, into `file`: a gzipped tar of COPY text, the kept files and
 * a manifest. People go on writing meanwhile. Sealed fields stay sealed; no key is in it. The file appears whole or not at
 * all. Refuses a file that is there already, and a login that cannot see every row.
 */
export async function backUp(from: Installation, file: string): Promise<Manifest> {
  if (existsSync(file))
    throw new StartupError(`${file} 已存在，请换一个文件名。 / exists already; choose another name.`)
  const client = new pg.Client({ connectionString: from.ownerUrl, types: parseTypes, options: copySettings })
  client.on('error', () => undefined)
  await client.connect()
  const draft = `${file}.part`
  try {
    await refuseBlind(client)
    const tables = copied(await listTables(client))
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL niangjia.duty = 'backup'")
    // Against a migration in the middle of it; nobody who reads or writes waits for this lock.
    await client.query(`LOCK TABLE ${tables.map(({ name }) => `"${name}"`).join(', ')} IN ACCESS SHARE MODE`)
    const begun = await begin(client, from)
    let made: Manifest | undefined
    const content = async function* () {
      made = { ...begun, ...(yield* tableEntries(client, tables)), files: yield* fileEntries(join(from.home, 'files')) }
      const text = Buffer.from(JSON.stringify(made, null, 1))
      yield* [headerOf(manifestName, text.length), text, paddingOf(text.length), ending()]
    }
    await pipeline(content, createGzip({ level: 4 }), createWriteStream(draft, { mode: 0o600, flush: true }))
    await rename(draft, file)
    await syncFolder(dirname(resolve(file)))
    if (!made) throw new Error('no manifest')
    return made
  } finally {
    await rm(draft, { force: true })
    await client.end().catch(() => undefined)
  }
}

/** The first statement after BEGIN: what is read from here on is of this moment. */
async function begin(
  client: pg.Client,
  { secrets }: Installation,
): Promise<Omit<Manifest, 'tables' | 'sequences' | 'files'>> {
  const moment = await client.query<{ end: number; made: Date }>(
    'SELECT snap_xmax AS end, clock_timestamp() AS made FROM ledger_snapshot()',
  )
  const migrations = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM schema_migrations ORDER BY name',
  )
  const [{ end, made } = { end: 0, made: new Date() }] = moment.rows
  return {
    format: 'niangjia-backup-1',
    program: version,
    made: made.toISOString(),
    migrations: migrations.rows,
    ledgerEnd: end,
    keys: keyPrints(secrets),
  }
}

async function* tableEntries(
  client: pg.Client,
  tables: readonly Table[],
): AsyncGenerator<Buffer, Pick<Manifest, 'tables' | 'sequences'>> {
  const written: Manifest['tables'] = []
  for (const table of tables) {
    const sum = new TableSum()
    let number = 0
    for await (const piece of inPieces(client.query(copyTo(`COPY ${quoted(table)} TO STDOUT`)))) {
      sum.add(piece)
      yield* [headerOf(pieceName(table.name, ++number), piece.length), piece, paddingOf(piece.length)]
    }
    written.push({ name: table.name, columns: [...table.columns], ...sum.close() })
  }
  // A sequence is outside of snapshots, but never behind a number that was seen in one.
  const { rows } = await client.query<{ name: string; last: number; called: boolean }>(`
    SELECT c.relname::text AS name, coalesce(pg_sequence_last_value(c.oid), s.seqstart) AS last, pg_sequence_last_value(c.oid) IS NOT NULL AS called
    FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1`)
  return { tables: written, sequences: rows }
}

async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const part of source) {
    held.push(part)
    size += part.length
    if (size < pieceSize) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

/** Whatever a row of the snapshot names was kept before the row was; one that was removed since then is gone for good. */
async function* fileEntries(folder: string): AsyncGenerator<Buffer, Manifest['files']> {
  const sum = new FileSum()
  if (!existsSync(folder)) return sum.close()
  for await (const item of await opendir(folder, { recursive: true })) {
    if (!item.isFile() || item.name.endsWith('.part')) continue
    const path = join(item.parentPath, item.name)
    const handle = await open(path).catch(() => undefined)
    if (!handle) continue
    try {
      const { size } = await handle.stat()
      const key = relative(folder, path).split(sep).join('/')
      sum.begin(key, size)
      yield headerOf(fileName(key), size)
      let left = size
      if (left > 0) {
        for await (const piece of handle.createReadStream({ end: size - 1, autoClose: false })) {
          left -= piece.length
          sum.add(piece)
          yield piece
        }
      }
      if (left !== 0) throw new Error(`${key} became shorter while it was read`)
      yield paddingOf(size)
    } finally {
      await handle.close()
    }
  }
  return sum.close()
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
