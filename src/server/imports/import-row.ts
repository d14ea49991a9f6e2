import { sql } from 'kysely'
import type { ImportShape } from '../../core/api/imports.ts'
import type { Actor, Tx } from '../database/actor.ts'

/** A row of `imports`. */
export interface ImportRow {
  area: number
  id: string
  programme: string
  org: number
  org_name: string
  record: string | null
  account: string
  post: string
  file_name: string
  stored_as: string
  dry_run: boolean
  state: ImportShape['state']
  rows_total: number | null
  rows_done: number
  rows_wrong: number
  result_as: string | null
  message: string | null
  at: Date
  ended_at: Date | null
}

const columns = sql`i.area, i.id, i.programme, i.org, o.name AS org_name, i.record, i.account, i.post, i.file_name, i.stored_as, i.dry_run, i.state,
  i.rows_total, i.rows_done, i.rows_wrong, i.result_as, i.message, i.at, i.ended_at`

/** An import this actor (or the duty 'load') may see. */
export function findImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  return tx.first<ImportRow>(
    sql`SELECT ${columns} FROM imports i JOIN organisations o ON o.code = i.org WHERE i.id = ${id}`,
  )
}

/** Own imports, newest first. */
export function pageOfImports(
  tx: Tx,
  actor: Actor,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<ImportRow[]> {
  return tx.rows<ImportRow>(sql`
    SELECT ${columns} FROM imports i JOIN organisations o ON o.code = i.org
    WHERE i.account = ${actor.account} ${after ? sql`AND (i.at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    ORDER BY i.at DESC, i.id DESC LIMIT ${limit}`)
}

export type NewImport = Pick<
  ImportRow,
  'area' | 'id' | 'programme' | 'org' | 'record' | 'file_name' | 'stored_as' | 'dry_run' | 'rows_total'
>

/** False when an import of this id is there already (a retry of the upload). */
export async function addImport(tx: Tx, actor: Actor, row: NewImport): Promise<boolean> {
  return (
    (await tx.change(sql`
    INSERT INTO imports (area, id, programme, org, record, account, post, file_name, stored_as, dry_run, state, rows_total)
    VALUES (${row.area}, ${row.id}, ${row.programme}, ${row.org}, ${row.record}, ${actor.account}, ${actor.post}, ${row.file_name}, ${row.stored_as},
            ${row.dry_run}, 'waiting', ${row.rows_total})
    ON CONFLICT DO NOTHING`)) === 1
  )
}

type Change = Partial<Pick<ImportRow, 'state' | 'rows_done' | 'rows_wrong' | 'result_as' | 'message'>>

/** Notes how far an import is; `ended_at` is set by a state it does not leave. */
export async function noteImport(tx: Tx, row: Pick<ImportRow, 'area' | 'id'>, change: Change): Promise<void> {
  await tx.change(sql`
    UPDATE imports SET state = coalesce(${change.state ?? null}::text, state), rows_done = coalesce(${change.rows_done ?? null}::integer, rows_done),
      rows_wrong = coalesce(${change.rows_wrong ?? null}::integer, rows_wrong), result_as = coalesce(${change.result_as ?? null}::text, result_as),
      message = ${change.message ?? null}::text,
      ended_at = CASE WHEN ${change.state ?? null}::text IN ('done', 'refused', 'failed') THEN clock_timestamp() END
    WHERE area = ${row.area} AND id = ${row.id}`)
}
