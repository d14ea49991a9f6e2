import type pg from 'pg'
import { StartupError } from '../startup-error.ts'

/** A table as COPY names it: its own columns, without those the database computes. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

/**
 * Not in a backup: what migrate writes itself, and sessions. A session that was ended after the backup would live again, and
 * a shredded draft would be there once more.
 * The ledger's offset is worked out anew by the restore.
 */
const leftOut = ['schema_migrations', 'sessions', 'drafts', 'ledger_offset']

/** How values are written and read, whatever the server's own settings are. */
export const copySettings =
  '-c TimeZone=UTC -c DateStyle=ISO,YMD -c IntervalStyle=iso_8601 -c extra_float_digits=1 -c bytea_output=hex -c client_encoding=UTF8'

export const copied = (tables: readonly Table[]): Table[] => tables.filter((table) => !leftOut.includes(table.name))

/** Every table of the schema (of a partitioned one its partitions), each after those it refers to. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    SELECT c.relname::text AS name,
           ARRAY(SELECT a.attname::text FROM pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
           ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
                 WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`)
  const ordered: Table[] = []
  const placed = new Set<string>()
  const waiting = [...rows]
  while (waiting.length > 0) {
    const at = waiting.findIndex((row) => row.needs.every((name) => placed.has(name)))
    const [next] = waiting.splice(at, 1)
    if (at < 0 || !next) throw new Error(`tables refer to each other in a circle: ${waiting.map((row) => row.name)}`)
    placed.add(next.name)
    ordered.push({ name: next.name, columns: next.columns })
  }
  return ordered
}

/** Half a backup is worse than none: row-level security hides rows without a word. Refuses when it would hide any. */
export async function refuseBlind(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.relname::text AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
      AND NOT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = c.relname || '_backup'
                      AND EXISTS (SELECT FROM unnest(p.polroles) r WHERE pg_has_role(current_user, r, 'USAGE')))
      AND c.relname <> 'schema_migrations'
    ORDER BY 1`)
  if (rows.length > 0) {
    const names = rows.map((row) => row.name).join('、')
    throw new StartupError(
      `数据库登录读不全这些表，没有备份：${names}。请用建表的登录。 / The login cannot read every row of: ${names}.`,
    )
  }
}

export const quoted = (table: Table): string => `${name(table.name)} (${table.columns.map(name).join(', ')})`

function name(text: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(text)) throw new Error(`${text}: not a name of ours`)
  return `"${text}"`
}
