import { type RawBuilder, sql } from 'kysely'
import type {
  Release,
  ReleasedDefinition,
  ReleasedFigure,
  ReleasedTable,
  ReleaseRow,
  ReleaseState,
} from '../../core/api/releases.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Role } from '../../core/role.ts'
import type { Actor, Tx } from '../database/actor.ts'

/** Who chooses figures for a release of her own organisation; its chair decides, and never on one of her own. */
const makers: readonly Role[] = ['chair', 'statistician', 'publicity']
export const makesReleases = (actor: Actor): boolean => makers.includes(actor.role)

interface Row {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly note: string
  readonly org: OrgCode
  readonly org_name: string
  readonly state: ReleaseState
  readonly watermark: string
  readonly as_of: Date
  readonly made_by: string
  readonly made_name: string | null
  readonly made_at: Date
  readonly decided_name: string | null
  readonly decided_at: Date | null
  readonly withdrawn_at: Date | null
  readonly reason: string | null
  readonly sha256: string | null
  readonly sm3: string | null
  readonly figures: number
  readonly later: { id: string; number: string } | null
  readonly earlier: { id: string; number: string } | null
}

/** Releases that meet a condition on `r`, the last made first. The reader's rights are the database's. */
export function selectReleases(tx: Tx, condition: RawBuilder<unknown>, limit: number): Promise<Row[]> {
  return tx.rows<Row>(sql`
    WITH page AS (SELECT r.* FROM releases r WHERE ${condition} ORDER BY r.made_at DESC, r.id DESC LIMIT ${limit}),
    named AS (SELECT * FROM account_names(ARRAY(SELECT made_by FROM page UNION SELECT decided_by FROM page)))
    SELECT r.*, o.name AS org_name, m.display_name AS made_name, d.display_name AS decided_name,
           (SELECT count(*) FROM release_figures f WHERE f.area = r.area AND f.release = r.id) AS figures,
           (SELECT jsonb_build_object('id', l.id, 'number', l.number) FROM releases l WHERE l.supersedes = r.id AND l.state = 'sealed' ORDER BY l.made_at DESC LIMIT 1) AS later,
           (SELECT jsonb_build_object('id', e.id, 'number', e.number) FROM releases e WHERE e.id = r.supersedes) AS earlier
    FROM page r JOIN organisations o ON o.code = r.org
    LEFT JOIN named m ON m.id = r.made_by LEFT JOIN named d ON d.id = r.decided_by
    ORDER BY r.made_at DESC, r.id DESC`)
}

export const releaseRowOf = (row: Row): ReleaseRow => ({
  id: row.id,
  number: row.number,
  title: row.title,
  org: { code: row.org, name: row.org_name },
  state: row.state,
  superseded: row.later,
  asOf: row.as_of.toISOString(),
  figures: Number(row.figures),
  madeBy: row.made_name ?? '',
  madeAt: row.made_at.toISOString(),
  decidedBy: row.decided_name,
  decidedAt: row.decided_at?.toISOString() ?? null,
})

interface FigureRow {
  readonly position: number
  readonly measure: string
  readonly definition: ReleasedDefinition
  readonly org: OrgCode
  readonly org_name: string
  readonly from_date: string
  readonly to_date: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly grades: ReleasedFigure['grades']
  readonly entries: number | null
}

/** The trace code of one number of a release. */
export const traceOf = (number: string, position: number): string => `${number}-${String(position).padStart(2, '0')}`

export async function figuresOf(tx: Tx, release: string, number: string | null): Promise<ReleasedFigure[]> {
  const rows = await tx.rows<FigureRow>(sql`SELECT * FROM release_figures WHERE release = ${release} ORDER BY position`)
  return rows.map(({ org, org_name, from_date, to_date, ...row }) => ({
    position: row.position,
    trace: number === null ? null : traceOf(number, row.position),
    measure: row.measure,
    definition: row.definition,
    org: { code: org, name: org_name },
    from: from_date,
    to: to_date,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    grades: row.grades,
    entries: row.entries,
  }))
}

export async function tablesOf(tx: Tx, release: string, number: string | null): Promise<ReleasedTable[]> {
  const rows = await tx.rows<Omit<ReleasedTable, 'org' | 'trace'> & { org: OrgCode; org_name: string }>(
    sql`SELECT position, measure, definition, org, org_name, columns, rows, total FROM release_tables WHERE release = ${release} ORDER BY position`,
  )
  return rows.map(({ org, org_name, ...row }) => ({
    ...row,
    trace: number === null ? null : `${number}-T${String(row.position).padStart(2, '0')}`,
    org: { code: org, name: org_name },
  }))
}

/** One release with its figures and what this post may do with it. Refuses 'not-found'. */
export async function getReleaseOf(tx: Tx, actor: Actor | undefined, condition: RawBuilder<unknown>): Promise<Release> {
  const [row] = await selectReleases(tx, condition, 1)
  if (!row) throw new Refusal('not-found')
  const { figures: _, ...head } = releaseRowOf(row)
  const chair = actor?.role === 'chair' && actor.org === row.org
  const own = actor?.account === row.made_by
  return {
    ...head,
    note: row.note,
    watermark: row.watermark,
    supersedes: row.earlier,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    reason: row.reason,
    sha256: row.sha256,
    sm3: row.sm3,
    figures: await figuresOf(tx, row.id, row.number),
    tables: await tablesOf(tx, row.id, row.number),
    abilities: {
      decide: {
        allowed: chair && !own && row.state === 'asked',
        why: chair && own && row.state === 'asked' ? 'second-person' : null,
      },
      withdraw: { allowed: chair && row.state === 'sealed' },
    },
  }
}
