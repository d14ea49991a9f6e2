import { type RawBuilder, sql } from 'kysely'
import type { StatementShape } from '../../core/api/statements.ts'
import type { KnownStatement } from '../../core/draft/known.ts'
import { ancestorsOf, areaOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Role } from '../../core/role.ts'
import type { Actor, Tx } from '../database/actor.ts'

/** Who checks drafts and takes over published numbers; the auditor reads. */
export const makesChecks = (role: Role): boolean => ['chair', 'statistician', 'publicity'].includes(role)
export const readsChecks = (role: Role): boolean => makesChecks(role) || role === 'auditor'

export interface StatementRow {
  readonly id: string
  readonly code: string
  readonly org: OrgCode
  readonly org_name: string
  readonly title: string
  readonly measure: string | null
  readonly value: string
  readonly bound: StatementShape['bound']
  readonly unit: string
  readonly unit_label: string
  readonly period: string
  readonly as_of: string | null
  readonly version: number | null
  readonly grade: StatementShape['grade']
  readonly source: string
  readonly quote: string
  readonly approved_by: string | null
  readonly supersedes: string | null
  readonly superseded: { id: string; code: string } | null
  readonly state: StatementShape['state']
  readonly reason: string | null
  readonly by_account: string | null
  readonly differs: StatementShape['differs']
  readonly demo: boolean
}

/** A number as it is told, with what this reader may do about it. */
export const toStatement = (row: StatementRow, actor: Actor): StatementShape => ({
  id: row.id,
  code: row.code,
  org: { code: row.org, name: row.org_name },
  title: row.title,
  measure: row.measure,
  value: Number(row.value),
  bound: row.bound,
  unit: row.unit,
  unitLabel: row.unit_label,
  period: row.period,
  asOf: row.as_of,
  version: row.version,
  grade: row.grade,
  source: row.source,
  quote: row.quote,
  approvedBy: row.approved_by,
  supersedes: row.supersedes,
  superseded: row.superseded,
  state: row.state,
  reason: row.reason,
  differs: row.differs,
  decide: decideAbility(row, actor),
  demo: row.demo,
})

function decideAbility({ state, org, by_account }: StatementRow, actor: Actor): StatementShape['decide'] {
  const chair = state === 'asked' && actor.role === 'chair' && actor.org === org
  const own = by_account === actor.account
  return { allowed: chair && !own, why: chair && own ? 'second-person' : null }
}

const columns = sql`
  s.id, s.code, s.org, o.name AS org_name, s.title, s.measure, s.value, s.bound, s.unit, s.unit_label, s.period, s.as_of,
  s.version, s.grade, s.source, s.quote, s.approved_by, s.supersedes, s.state, s.reason, s.by_account, s.demo,
  (SELECT jsonb_build_object('id', n.id, 'code', n.code) FROM statements n
   WHERE n.supersedes = s.id AND n.state = 'standing' ORDER BY n.at DESC LIMIT 1) AS superseded,
  (SELECT jsonb_build_object('id', d.id, 'code', d.code, 'title', d.title, 'because', s.differs_because)
   FROM statements d WHERE d.id = s.differs_from) AS differs`

/** Refuses 'not-found'. */
export async function getStatement(tx: Tx, id: string): Promise<StatementRow> {
  const row = await tx.first<StatementRow>(
    sql`SELECT ${columns} FROM statements s JOIN organisations o ON o.code = s.org WHERE s.id = ${id}`,
  )
  if (!row) throw new Refusal('not-found')
  return row
}

/** Own organisation and all above it: whose numbers it stands beside. */
const inSight = (actor: Actor): RawBuilder<unknown> =>
  sql`s.org = ANY(${[actor.org, ...ancestorsOf(actor.org)]}::bigint[])`

export interface StatementSearch {
  readonly q: string | undefined
  readonly unit: string | undefined
  readonly after: readonly [source: string, code: string, id: string] | undefined
  readonly limit: number
}

/** Published numbers by document and number; those that were superseded stay in the list. */
export function selectStatements(tx: Tx, actor: Actor, search: StatementSearch): Promise<StatementRow[]> {
  const { q, unit, after, limit } = search
  return tx.rows<StatementRow>(sql`
    SELECT ${columns}
    FROM statements s JOIN organisations o ON o.code = s.org
    WHERE ${inSight(actor)} ${q ? sql`AND (position(${q} IN s.title) > 0 OR position(${q} IN s.quote) > 0 OR s.code = ${q})` : sql``}
      ${unit ? sql`AND s.unit = ${unit}` : sql``}
      ${after ? sql`AND (s.source, s.code, s.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : sql``}
    ORDER BY s.source, s.code, s.id LIMIT ${limit}`)
}

/** More published numbers than this one draft is not compared with. */
const mostCompared = 2000

/** What a draft is compared with: the published numbers in sight that nothing supersedes. */
export async function knownStatements(tx: Tx, actor: Actor): Promise<KnownStatement[]> {
  const rows = await tx.rows<StatementRow>(sql`
    SELECT ${columns}
    FROM statements s JOIN organisations o ON o.code = s.org
    WHERE ${inSight(actor)} AND s.state = 'standing'
      AND NOT EXISTS (SELECT FROM statements n WHERE n.supersedes = s.id AND n.state = 'standing')
    ORDER BY s.at DESC LIMIT ${mostCompared}`)
  return rows.map((row) => ({
    kind: 'statement',
    id: row.id,
    measure: row.title,
    value: Number(row.value),
    bound: row.bound,
    unit: row.unit,
    period: '',
    org: row.org_name,
    source: row.source,
    quote: row.quote,
    ...(row.differs && { differs: { from: row.differs.id, because: row.differs.because } }),
  }))
}

type Kept = 'code' | 'title' | 'measure' | 'bound' | 'unit' | 'unit_label' | 'period' | 'as_of' | 'version' | 'grade'
export type NewStatement = Pick<StatementRow, Kept | 'source' | 'quote' | 'approved_by' | 'supersedes'> & {
  readonly id: string
  readonly value: number
}

/** Adds those that are not there yet: by document and number. Gives how many were added. */
export async function addStatements(
  tx: Tx,
  org: OrgCode,
  rows: readonly NewStatement[],
  by: { readonly account: string | null; readonly demo: boolean },
): Promise<number> {
  return tx.change(sql`
    INSERT INTO statements (area, id, org, code, title, measure, value, bound, unit, unit_label, period, as_of, version,
                            grade, source, quote, approved_by, supersedes, by_account, demo)
    SELECT ${areaOf(org)}, r.id, ${org}, r.code, r.title, r.measure, r.value, r.bound, r.unit, r.unit_label, r.period, r.as_of,
           r.version, r.grade, r.source, r.quote, r.approved_by, r.supersedes, ${by.account}::uuid, ${by.demo}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, code text, title text, measure text, value numeric,
      bound text, unit text, unit_label text, period text, as_of date, version smallint, grade "char", source text, quote text,
      approved_by text, supersedes uuid)
    ON CONFLICT (area, org, source, code) DO NOTHING`)
}
