import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import type { Heads, Programme, RecordKind } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'

export interface RecordRow {
  area: number
  id: string
  programme: string
  version: number
  org: number
  org_name: string
  ledger_org: number
  number: string | null
  title: string
  state: string
  on_date: Day
  sealed: boolean
  handlers: string[]
  /** The organisation it was sent to. */
  receiver: number | null
  receiver_name: string | null
  parent: string | null
  person: string | null
  brand: string | null
  brand_name: string | null
  /** As stored: P3 and P4 answers are sealed (sealing.ts). */
  answers: Readonly<Record<string, unknown>>
  key_salt: Buffer | null
  heads: readonly Heads[]
  revision: number
  demo: boolean
  created_by: string | null
  created_at: Date
  updated_at: Date
}

export const tableNames: Readonly<Record<RecordKind, string>> = {
  case: 'cases',
  activity: 'activities',
  place: 'places',
  team: 'teams',
  member: 'members',
  award: 'awards',
  item: 'items',
  listing: 'listings',
  response: 'responses',
}

/** The partition of a kind: naming it spares the planner the others. */
export const tableOf = (kind: RecordKind): RawBuilder<unknown> => sql.table(tableNames[kind])

const selected = (programme: Programme) => sql<RecordRow>`
  SELECT r.area, r.id, r.programme, r.version, r.org, o.name AS org_name, r.ledger_org, r.number, r.title, r.state, r.on_date, r.sealed,
         r.handlers, r.receiver, s.name AS receiver_name, r.parent, r.person, r.brand, b.name AS brand_name, r.answers, r.key_salt, r.heads, r.revision,
         r.demo, r.created_by, r.created_at, r.updated_at
  FROM ${tableOf(programme.kind)} r
  JOIN organisations o ON o.code = r.org
  LEFT JOIN organisations s ON s.code = r.receiver
  LEFT JOIN brands b ON b.id = r.brand
  WHERE r.programme = ${programme.id}`

const rowById = (programme: Programme, id: string) => sql<RecordRow>`${selected(programme)} AND r.id = ${id}`

/** A record as this actor may see it. Hidden and missing are one answer: 'not-found'. */
export async function getRecord(tx: Tx, programme: Programme, id: string): Promise<RecordRow> {
  const row = await tx.first<RecordRow>(rowById(programme, id))
  if (!row) throw new Refusal('not-found')
  return row
}

/** The same, its row locked until the transaction ends. 'not-allowed' for who may see it and not change it. */
export async function lockRecord(tx: Tx, programme: Programme, id: string): Promise<RecordRow> {
  return (await findLocked(tx, programme, id)) ?? refuseUnlocked(tx, programme, id)
}

/** The same, for who may find that it is not hers any more. */
export const findLocked = (tx: Tx, programme: Programme, id: string): Promise<RecordRow | undefined> =>
  tx.first<RecordRow>(sql`${rowById(programme, id)} FOR UPDATE OF r`)

/** Says why a record could not be locked: 'not-found', or 'not-allowed' for one she sees. */
export async function refuseUnlocked(tx: Tx, programme: Programme, id: string): Promise<never> {
  await getRecord(tx, programme, id)
  throw new Refusal('not-allowed')
}

/** Many at once, locked in the order of their ids, so that two who lock some of the same take turns. Those not hers are missing. */
export const lockMany = (tx: Tx, programme: Programme, ids: readonly string[]): Promise<RecordRow[]> =>
  tx.rows<RecordRow>(sql`${selected(programme)} AND r.id = ANY(${ids}::uuid[]) ORDER BY r.id FOR UPDATE OF r`)

/** Those of a programme that meet a condition on `r`, newest first, at most `limit`. */
export const findRows = (
  tx: Tx,
  programme: Programme,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<RecordRow[]> =>
  tx.rows<RecordRow>(sql`${selected(programme)} AND ${where} ORDER BY r.on_date DESC, r.id DESC LIMIT ${limit}`)
