import { sql } from 'kysely'
import type { LocalDetail, LocalProgramme, Reading } from '../../core/api/local-programmes.ts'
import { compose } from '../../core/local/compose.ts'
import { type LocalSpec, localSpec } from '../../core/local/spec.ts'
import { countedAs, summaryOf, warningsOf } from '../../core/local/words.ts'
import { levelOf, type OrgCode, serialOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { programmeColumns } from '../imports/columns.ts'
import { programmeAsData } from '../records/programme-shape.ts'

export interface VersionRow {
  readonly version: number
  readonly state: 'draft' | 'submitted' | 'in-force'
  readonly spec: LocalSpec
  readonly revision: number
  readonly made_by: string
  readonly made_name: string | null
  readonly submitted_by: string | null
  readonly decided_name: string | null
  readonly decided_at: Date | null
  readonly reason: string | null
}

export interface LocalRow {
  readonly area: number
  readonly id: string
  readonly org: OrgCode
  readonly org_name: string
  readonly closed_at: Date | null
  readonly close_reason: string | null
  readonly demo: boolean
  readonly versions: readonly VersionRow[]
}

const isFederation = (org: OrgCode) => serialOf(org) === 0 && ['region', 'league', 'banner'].includes(levelOf(org))

/** Composing is the administrator's, at banner level and above; agreeing her chair's; an auditor looks on. */
export const mayCompose = ({ role, org }: Pick<Actor, 'role' | 'org'>): boolean =>
  role === 'administrator' && isFederation(org)
export const readsLocal = ({ role, org }: Pick<Actor, 'role' | 'org'>): boolean =>
  ['administrator', 'chair', 'auditor'].includes(role) && isFederation(org)

export function refuseUnlessReading(actor: Actor): void {
  if (!readsLocal(actor)) throw new Refusal('not-allowed')
}

/** Those of the own organisation and below, each with its versions: two statements. */
export async function localRows(tx: Tx, id?: string): Promise<LocalRow[]> {
  const [programmes, versions] = await Promise.all([
    tx.rows<Omit<LocalRow, 'versions'>>(sql`
      SELECT p.area, p.id, p.org, o.name AS org_name, p.closed_at, p.close_reason, p.demo
      FROM local_programmes p JOIN organisations o ON o.code = p.org
      WHERE ${id ?? null}::text IS NULL OR p.id = ${id ?? null} ORDER BY p.org, p.made_at, p.id LIMIT 500`),
    tx.rows<VersionRow & { programme: string }>(sql`
      SELECT v.programme, v.version, v.state, v.spec, v.revision, v.made_by, m.display_name AS made_name, v.submitted_by,
             d.display_name AS decided_name, v.decided_at, v.reason
      FROM local_versions v
      LEFT JOIN accounts m ON m.id = v.made_by LEFT JOIN accounts d ON d.id = v.decided_by
      WHERE ${id ?? null}::text IS NULL OR v.programme = ${id ?? null} ORDER BY v.programme, v.version`),
  ])
  return programmes.map((row) => ({ ...row, versions: versions.filter((v) => v.programme === row.id) }))
}

/** Refuses 'not-found' for one that is not the reader's to see. */
export async function getLocal(tx: Tx, id: string): Promise<LocalRow> {
  const [row] = await localRows(tx, id)
  if (!row) throw new Refusal('not-found')
  return row
}

export const inForce = (row: LocalRow): VersionRow[] => row.versions.filter(({ state }) => state === 'in-force')

export function asItem(actor: Actor, row: LocalRow): LocalProgramme {
  const newest = row.versions.at(-1)
  const named = (inForce(row).at(-1) ?? newest)?.spec.label ?? { zh: row.id, en: '' }
  const own = mayCompose(actor) && actor.org === row.org && row.closed_at === null
  return {
    id: row.id,
    label: { zh: named.zh, en: named.en || named.zh },
    org: { code: row.org, name: row.org_name },
    kind: newest?.spec.kind ?? '',
    inForce: inForce(row).at(-1)?.version ?? null,
    open: newest && newest.state !== 'in-force' ? newest.state : null,
    closed: row.closed_at && { at: row.closed_at.toISOString(), reason: row.close_reason ?? '' },
    demo: row.demo,
    abilities: { compose: own, close: own && inForce(row).length > 0 },
  }
}

export function asDetail(actor: Actor, row: LocalRow): LocalDetail {
  const item = asItem(actor, row)
  const newest = row.versions.at(-1)
  if (!newest) throw new Refusal('not-found')
  const decides = actor.role === 'chair' && actor.org === row.org
  return {
    ...item,
    versions: row.versions.map((v) => ({
      version: v.version,
      state: v.state,
      spec: localSpec.parse(v.spec),
      revision: v.revision,
      madeBy: v.made_name,
      decidedBy: v.decided_name,
      decidedAt: v.decided_at?.toISOString() ?? null,
      reason: v.reason,
      abilities: {
        edit: item.abilities.compose && v.state !== 'in-force',
        submit: item.abilities.compose && v.state === 'draft',
        decide: decides && v.state === 'submitted' && ![v.made_by, v.submitted_by].includes(actor.account),
      },
    })),
    reading: readingOf(localSpec.parse(newest.spec), { id: row.id, org: row.org, version: newest.version }),
  }
}

/** What a checked spec makes, for the eye. */
export function readingOf(
  spec: LocalSpec,
  { id, org, version }: { id: string; org: OrgCode; version: number },
): Reading {
  const programme = compose(spec, { id, version, owner: org })
  const maker = spec.record.roles[0] ?? 'chair'
  return {
    shape: programmeAsData(programme, { role: maker, org }),
    columns: programmeColumns(programme, maker).map(({ label, required }) => ({ label, required })),
    summary: summaryOf(spec, org),
    counted: spec.measures.map((m) => countedAs(spec, m)),
    warnings: warningsOf(spec),
  }
}
