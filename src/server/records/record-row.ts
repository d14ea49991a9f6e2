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

const tables: Readonly<Record<RecordKind, RawBuilder<unknown>>> = {
  case: sql.table('cases'),
  activity: sql.table('activities'),
  place: sql.table('places'),
  team: sql.table('teams'),
  member: sql.table('members'),
}

/** The partition of a kind: naming it spares the planner the other four. */
export const tableOf = (kind: RecordKind): RawBuilder<unknown> => tables[kind]

const rowById = (programme: Programme, id: string) => sql<RecordRow>`
  SELECT r.area, r.id, r.programme, r.version, r.org, o.name AS org_name, r.ledger_org, r.number, r.title, r.state, r.on_date, r.sealed,
         r.handlers, r.parent, r.person, r.brand, b.name AS brand_name, r.answers, r.key_salt, r.heads, r.revision, r.demo, r.created_by,
         r.created_at, r.updated_at
  FROM ${tableOf(programme.kind)} r
  JOIN organisations o ON o.code = r.org
  LEFT JOIN brands b ON b.area = r.area AND b.id = r.brand
  WHERE r.id = ${id} AND r.programme = ${programme.id}`

/** A record as this actor may see it. Hidden and missing are one answer: 'not-found'. */
export async function getRecord(tx: Tx, programme: Programme, id: string): Promise<RecordRow> {
  const row = await tx.first<RecordRow>(rowById(programme, id))
  if (!row) throw new Refusal('not-found')
  return row
}

/** The same, its row locked until the transaction ends. 'not-allowed' for who may see it and not change it. */
export async function lockRecord(tx: Tx, programme: Programme, id: string): Promise<RecordRow> {
  const row = await tx.first<RecordRow>(sql`${rowById(programme, id)} FOR UPDATE OF r`)
  if (row) return row
  await getRecord(tx, programme, id)
  throw new Refusal('not-allowed')
}
