import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { migrate, readMigrations } from '../database/migrate.ts'
import { parseTypes } from '../database/pool.ts'
import { folderStore } from '../files/file-store.ts'
import type { Secrets } from '../secrets.ts'
import { StartupError } from '../startup-error.ts'
import type { Installation } from './back-up.ts'
import { keyPrints, type Manifest } from './manifest.ts'
import { readBackup } from './read-backup.ts'
import { copied, copySettings, listTables, quoted, type Table } from './tables.ts'

/**
 * Transaction numbers of a restored ledger go on this far behind those of the backup, so that a watermark handed out
 * after the backup was taken can never take in what is written after the restore.
 */
const leap = 2 ** 32

/**
 * Reads a backup through without writing anything and gives its manifest. Refuses a damaged file, one of another version of
 * the schema, and keys that do not open it (unless `anyKeys`: then sealed fields stay closed for ever).
 */
export async function checkBackup(
  file: string,
  secrets: Secrets,
  options: { anyKeys?: boolean } = {},
): Promise<Manifest> {
  const manifest = await readBackup(file)
  const ours = readMigrations()
  const same =
    ours.length === manifest.migrations.length &&
    ours.every(
      ({ name, sha256 }, at) => name === manifest.migrations[at]?.name && sha256 === manifest.migrations[at]?.sha256,
    )
  if (!same) {
    throw new StartupError(
      `备份来自另一个版本（${manifest.program}，${manifest.migrations.at(-1)?.name ?? '—'}）：请用那个版本恢复，然后升级。 / Made by another version: restore with that version, then upgrade.`,
    )
  }
  const keys = keyPrints(secrets)
  if (!options.anyKeys && (keys.data !== manifest.keys.data || keys.hash !== manifest.keys.hash)) {
    throw new StartupError(
      'secrets.json 不是这份备份的密钥，证件号、电话和保密案件会打不开。请先放回原来的 secrets.json。 / These keys do not open this backup: put its secrets.json back first.',
    )
  }
  return manifest
}

/**
 * Puts a backup that was checked into an empty installation, its schema made first: all of it or nothing, in one
 * transaction. Refuses a target that holds any row. Watermarks of before stay exact; everybody signs in again.
 */
export async function restore(into: Installation, file: string): Promise<Manifest> {
  await migrate(into.ownerUrl)
  const client = new pg.Client({ connectionString: into.ownerUrl, types: parseTypes, options: copySettings })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const tables = await listTables(client)
    await client.query('BEGIN')
    // COPY into a table under row-level security is not possible. Nobody else can look while its force is off.
    for (const { name } of tables) await client.query(`ALTER TABLE "${name}" NO FORCE ROW LEVEL SECURITY`)
    await refuseFull(client, tables)
    const manifest = await load(client, copied(tables), into.home, file)
    for (const { name, last, called } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2, $3)', [`public.${name}`, last, called])
    await client.query('UPDATE ledger_offset SET value = $1::bigint - pg_current_xact_id()::text::bigint', [
      manifest.ledgerEnd + leap,
    ])
    for (const { name } of tables) await client.query(`ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY`)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return manifest
  } finally {
    // An unfinished transaction ends with its connection.
    await client.end().catch(() => undefined)
  }
}

async function refuseFull(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const own = ['schema_migrations', 'ledger_offset']
  for (const { name } of tables.filter((table) => !own.includes(table.name))) {
    const { rowCount } = await client.query(`SELECT FROM "${name}" LIMIT 1`)
    if (rowCount) {
      throw new StartupError(
        `目标库不是空的（${name} 里有数据），什么都没有写入。请恢复到新的数据文件夹（NIANGJIA_HOME）或空库。 / The target is not empty: restore into a new data folder.`,
      )
    }
  }
}

/** Reads the file a second time, and again to its last check sum: it may have changed since it was looked at. */
async function load(client: pg.Client, tables: readonly Table[], home: string, file: string): Promise<Manifest> {
  const files = folderStore(join(home, 'files'))
  const counts = new Map<string, number>()
  let open: { name: string; stream: CopyStreamQuery } | undefined
  const close = async () => {
    if (!open) return
    open.stream.end()
    await finished(open.stream)
    counts.set(open.name, open.stream.rowCount ?? 0)
    open = undefined
  }
  const manifest = await readBackup(file, {
    rows: async (name, piece) => {
      if (open?.name !== name) {
        await close()
        const table = tables.find((one) => one.name === name)
        if (!table || counts.has(name)) throw new Error(`${name}: no such table, or twice`)
        const stream = client.query(copyFrom(`COPY ${quoted(table)} FROM STDIN`))
        stream.on('error', () => undefined)
        open = { name, stream }
      }
      const stream = open?.stream
      await new Promise<void>((resolve, reject) => stream?.write(piece, (error) => (error ? reject(error) : resolve())))
    },
    file: async (key, content) => {
      await close()
      await files.put(key, content)
    },
  })
  await close()
  for (const { name, rows } of manifest.tables) {
    if ((counts.get(name) ?? 0) !== rows) throw new Error(`${name}: ${counts.get(name)} of ${rows} rows`)
  }
  return manifest
}
