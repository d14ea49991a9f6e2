import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrationsFolder } from '../paths.ts'
import { StartupError } from '../startup-error.ts'

/** Any number will do as long as it stays the same: two starters take turns on it. */
const migrationLock = 6_150_001

const ledgerOfMigrations = `
  CREATE TABLE IF NOT EXISTS schema_migrations (
    name text PRIMARY KEY,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  );
  ALTER TABLE schema_migrations ENABLE ROW LEVEL SECURITY;
  ALTER TABLE schema_migrations FORCE ROW LEVEL SECURITY;
  DROP POLICY IF EXISTS schema_migrations_owner ON schema_migrations;
  CREATE POLICY schema_migrations_owner ON schema_migrations TO CURRENT_USER USING (true) WITH CHECK (true);`

/**
 * Applies db/migrations/NNNN_name.sql in order, each in one transaction, as the owner; gives the names applied now.
 * Refuses when an applied file was changed or is gone: an applied migration is history, the next one corrects it.
 */
export async function migrate(ownerUrl: string, folder: string = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c TimeZone=Asia/Shanghai' })
  await client.connect()
  try {
    await client.query('SET client_min_messages = warning')
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await client.query(ledgerOfMigrations)
    const files = readMigrations(folder)
    const applied = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM schema_migrations')
    const held = new Map(applied.rows.map((row) => [row.name, row.sha256]))
    for (const name of held.keys()) {
      if (!files.some((file) => file.name === name))
        throw new StartupError(`数据库比程序新（${name}）。 / The database is newer than the program.`)
    }
    const pending = files.filter((file) => !held.has(file.name))
    for (const file of files) {
      if (held.has(file.name) && held.get(file.name) !== file.sha256) {
        throw new StartupError(`已执行的迁移被改动：${file.name}。 / An applied migration was changed.`)
      }
    }
    for (const file of pending) await apply(client, file)
    return pending.map((file) => file.name)
  } finally {
    await client.end()
  }
}

type Migration = { name: string; sql: string; sha256: string }

/** What the program brings, in order. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const odd = names.find((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
  if (odd) throw new Error(`${odd}: a migration is named NNNN_name.sql`)
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query('INSERT INTO schema_migrations (name, sha256) VALUES ($1, $2)', [name, sha256])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    const { message, position } = error as Error & { position?: string }
    const line = position ? sql.slice(0, Number(position)).split('\n').length : '?'
    throw new Error(`${name}:${line}: ${message}`, { cause: error })
  }
}
