import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import { composeVersions } from '../../core/local/compose.ts'
import { type LocalSpec, localSpec } from '../../core/local/spec.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { type Shelf, shelve, shelvedTurn } from '../../local-programmes.ts'
import { onDuty, type Tx } from '../database/actor.ts'

/** A version in force, as it is kept. */
export interface ForceRow {
  readonly programme: string
  readonly version: number
  readonly org: OrgCode
  readonly spec: unknown
  readonly sha256: string
  readonly closed: boolean
}

/** Keys in the order of the shapes, whatever order the database keeps them in: the same spec is the same digest. */
export const digestOf = (spec: LocalSpec): string =>
  createHash('sha256')
    .update(JSON.stringify(localSpec.parse(spec)))
    .digest('hex')

/** Versions in force, the first one first. Under the duty load or verify. */
export const versionsInForce = (tx: Tx): Promise<ForceRow[]> =>
  tx.rows<ForceRow>(sql`
    SELECT v.programme, v.version, v.org, v.spec, v.sha256, p.closed_at IS NOT NULL AS closed
    FROM local_versions v JOIN local_programmes p ON p.area = v.area AND p.id = v.programme
    WHERE v.state = 'in-force' ORDER BY v.programme, v.version`)

/** Definitions of all versions in force. One that can no longer be read is left out with those after it: verification names it. */
export function shelfOf(turn: string, rows: readonly ForceRow[]): Shelf {
  const versions = new Map<string, readonly Programme[]>()
  for (const id of new Set(rows.map((row) => row.programme))) {
    const own = rows.filter((row) => row.programme === id)
    const [first] = own
    const read = own.map(({ spec }) => localSpec.safeParse(spec))
    const broken = read.findIndex(({ success }) => !success)
    const specs = (broken < 0 ? read : read.slice(0, broken)).flatMap(({ data }) => (data ? [data] : []))
    if (first) versions.set(id, composeVersions(specs, { id, owner: first.org, closed: first.closed }))
  }
  return { turn, versions }
}

const turnOf = async (tx: Tx): Promise<string> =>
  (await tx.first<{ turn: string }>(sql`SELECT turn FROM definition_turns`))?.turn ?? ''

/** Fills this process's shelf from the database. The turn is read first: what comes after it is loaded once more, never missed. */
export async function loadLocalIn(tx: Tx): Promise<readonly ForceRow[]> {
  const turn = await turnOf(tx)
  const rows = await versionsInForce(tx)
  shelve(shelfOf(turn, rows))
  return rows
}

/** Loads them when their turn is another than this process knows: before a job. */
export async function freshenLocal(pool: pg.Pool): Promise<void> {
  await onDuty(pool, 'load', async (tx) => {
    if ((await turnOf(tx)) !== shelvedTurn()) await loadLocalIn(tx)
  })
}

/** The same in a transaction of its own: at start, before a job, and when a request's session tells of another turn. */
export async function loadLocal(pool: pg.Pool): Promise<void> {
  await onDuty(pool, 'load', loadLocalIn)
}
