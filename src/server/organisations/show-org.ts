import { sql } from 'kysely'
import type { OrgItem, OrgPage } from '../../core/api/orgs.ts'
import {
  ancestorsOf,
  childLevel,
  isWithin,
  levelOf,
  levelSpan,
  type OrgCode,
  serialOf,
  subtreeOf,
} from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { findOrg, type OrgRow, orgColumns, orgNames, orgRefOf, toItems } from './org-rows.ts'

/** One organisation with what stands around it and what became of it. Refuses not-found. */
export async function showOrg(tx: Tx, actor: Actor, code: OrgCode): Promise<OrgPage> {
  const org = await findOrg(tx, code)
  if (!org) throw new Refusal('not-found')
  const [item] = await toItems(tx, [org])
  const above = ancestorsOf(code)
  const names = await orgNames(tx, org.successor === null ? above : [...above, org.successor])
  const term = await tx.first<NonNullable<OrgPage['term']>>(sql`
    SELECT id, number, from_date AS "from", to_date AS "to" FROM organisation_terms
    WHERE org = ${code} AND from_date <= current_date ORDER BY from_date DESC LIMIT 1`)
  const members = await tx.first<{ count: number }>(sql`
    SELECT count(*) AS count FROM organisation_members WHERE org = ${code} AND (to_date IS NULL OR to_date > current_date)`)
  const changes = await tx.rows<OrgPage['changes'][number]>(sql`
    SELECT change, on_date AS "on", basis, before, after FROM organisation_changes WHERE code = ${code} ORDER BY on_date, at`)
  const children = await listChildren(tx, org, false)
  return {
    ...(item as OrgItem),
    validFrom: org.validFrom,
    validTo: org.validTo,
    revision: org.revision,
    ancestors: above.map((c) => orgRefOf(names, c)),
    successor: org.successor === null ? null : orgRefOf(names, org.successor),
    term: term ?? null,
    members: members?.count ?? 0,
    children: children.length,
    changes,
    abilities: abilitiesOn(actor, org),
  }
}

export interface ChildRow extends OrgRow {
  children: number
}

/**
 * The level below an organisation, with the serial organisations of its own division, in code order; each with the number
 * of its own children. Two levels of codes are read, never the tree. A level the division list leaves out is skipped.
 */
export async function listChildren(tx: Tx, org: OrgRow, ended: boolean): Promise<ChildRow[]> {
  const level = levelOf(org.code)
  const below = childLevel(level)
  if (serialOf(org.code) > 0) return []
  const [lo, hi] = subtreeOf(org.code)
  const own = levelSpan.village
  if (!below)
    return tx.rows<ChildRow>(sql`
    SELECT ${orgColumns}, 0 AS children FROM organisations
    WHERE code > ${lo} AND code <= ${hi} AND (${ended} OR valid_to IS NULL) ORDER BY code`)
  const span = levelSpan[below]
  const grand = childLevel(below)
  // With no league or banner of its own part 00, the next level down hangs here directly (东莞).
  const skipped = below === 'village' ? span : levelSpan[grand ?? below]
  return tx.rows<ChildRow>(sql`
    WITH grandchildren AS (
      SELECT code - code % ${span}::bigint AS parent, count(*) AS children FROM organisations
      WHERE code BETWEEN ${lo} AND ${hi} AND valid_to IS NULL
        AND ((level = ${grand ?? ''} AND code % ${own}::bigint = 0)
             OR (level = ${below} AND code % ${own}::bigint > 0))
      GROUP BY 1)
    SELECT ${orgColumns}, coalesce(g.children, 0) AS children
    FROM organisations LEFT JOIN grandchildren g ON g.parent = code
    WHERE code > ${lo} AND code <= ${hi} AND (${ended} OR valid_to IS NULL)
      AND ((level = ${below} AND code % ${span}::bigint = 0) OR code < ${lo + own}
           OR (level = ${grand ?? ''} AND code < ${lo + span} AND code % ${skipped}::bigint = 0))
    ORDER BY code`)
}

function abilitiesOn(actor: Actor, org: OrgRow): OrgPage['abilities'] {
  if (!isWithin(org.code, actor.org) || org.validTo !== null) return []
  const keepsOrgs = ['administrator', 'organisation', 'chair'].includes(actor.role)
  // A partner agency has no committee of ours.
  const keepsCommittee = ['organisation', 'chair'].includes(actor.role) && org.kind !== 'partner'
  return [
    ...(keepsOrgs && serialOf(org.code) === 0 ? (['add'] as const) : []),
    ...(keepsOrgs ? (['rename'] as const) : []),
    // Nobody merges away the organisation she acts for, or one above.
    ...(keepsOrgs && org.code !== actor.org ? (['merge'] as const) : []),
    ...(keepsCommittee ? (['terms', 'members'] as const) : []),
  ]
}
