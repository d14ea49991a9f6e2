import { sql } from 'kysely'
import type { OrgItem } from '../../core/api/orgs.ts'
import type { OrgRef } from '../../core/api/shared.ts'
import { ancestorsOf, levelOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'

export interface OrgRow {
  code: OrgCode
  name: string
  shortName: string
  kind: OrgItem['kind']
  level: OrgItem['level']
  agency: OrgItem['agency']
  quasi: boolean
  validFrom: string | null
  validTo: string | null
  successor: OrgCode | null
  revision: number
}

/** The columns of a row, for SELECT and RETURNING. */
export const orgColumns = sql`organisations.code, organisations.name, short_name AS "shortName", kind, level, agency, quasi,
  valid_from AS "validFrom", valid_to AS "validTo", successor, revision`

export async function findOrg(tx: Tx, code: OrgCode): Promise<OrgRow | undefined> {
  return tx.first<OrgRow>(sql`SELECT ${orgColumns} FROM organisations WHERE code = ${code}`)
}

/**
 * An organisation that stands, for whatever is to be put under it. Refuses with org-unknown, or with org-ended and the
 * name of its successor.
 */
export async function getStandingOrg(tx: Tx, code: OrgCode): Promise<OrgRow> {
  const org = await findOrg(tx, code)
  if (!org) throw new Refusal('org-unknown', { field: 'org' })
  if (org.validTo === null) return org
  const successor = org.successor === null ? undefined : await findOrg(tx, org.successor)
  throw new Refusal('org-ended', {
    field: 'org',
    values: { successor: successor?.name ?? '' },
    facts: { successor: org.successor },
  })
}

/** Names by code, in one statement. */
export async function orgNames(
  tx: Tx,
  codes: readonly OrgCode[],
): Promise<Map<OrgCode, { name: string; shortName: string }>> {
  const rows = await tx.rows<{ code: OrgCode; name: string; shortName: string }>(sql`
    SELECT code, name, short_name AS "shortName" FROM organisations WHERE code = ANY(${[...new Set(codes)]}::bigint[])`)
  return new Map(rows.map((row) => [row.code, row]))
}

/** Rows as items of a list, each with the way down to it; the region, which is above all, is not repeated. */
export async function toItems(tx: Tx, rows: readonly OrgRow[]): Promise<OrgItem[]> {
  const above = new Map(rows.map(({ code }) => [code, ancestorsOf(code).filter((c) => levelOf(c) !== 'region')]))
  const names = await orgNames(tx, [...above.values()].flat())
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    shortName: row.shortName,
    kind: row.kind,
    level: row.level,
    agency: row.agency,
    quasi: row.quasi,
    path: (above.get(row.code) ?? []).flatMap((code) => names.get(code)?.shortName ?? []).join(' · '),
    ended: row.validTo !== null,
  }))
}

/** {code, name} of organisations, for lists of other things. */
export function orgRefOf(names: ReadonlyMap<OrgCode, { name: string }>, code: OrgCode): OrgRef {
  return { code, name: names.get(code)?.name ?? String(code) }
}
