import { type RawBuilder, sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { defineIndicator, IndicatorShape } from '../../core/api/indicators.ts'
import {
  type IndicatorUnit,
  indicatorUnits,
  isShareCalledCoverage,
  shareCaution,
  type Target,
} from '../../core/indicators/indicator.ts'
import { domainIds, domainLabel, type Outline, outlineIds } from '../../core/indicators/outline.ts'
import { areaOf, levelOf, type OrgCode, regionOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Role } from '../../core/role.ts'
import type { Actor, Tx } from '../database/actor.ts'

interface DefinitionRow {
  readonly code: string
  readonly version: number
  readonly outline: Outline
  readonly domain: string
  readonly name: string
  readonly name_en: string | null
  readonly unit: IndicatorUnit
  readonly decimals: number
  readonly direction: 'up' | 'down'
  readonly numerator: string
  readonly denominator: string
  readonly department: string
  readonly level: IndicatorShape['level']
  readonly base_year: number
  readonly targets: Target[]
  readonly reason: string | null
  readonly by_name: string | null
  readonly at: Date
  readonly demo: boolean
}

/** Who defines, asks for, reports, checks and publishes: the desks of the two outlines at region, league and banner. */
export const keepsIndicators = (role: Role): boolean => role === 'chair' || role === 'statistician'
const hasDesk = (org: OrgCode): boolean => org % 10_000 === 0 && ['region', 'league', 'banner'].includes(levelOf(org))
export const mayReport = ({ role, org }: Actor): boolean => keepsIndicators(role) && hasDesk(org)
/** The region defines for everybody below it. */
export const mayDefine = ({ role, org }: Actor): boolean => keepsIndicators(role) && org === regionOf(org)

export const cautionOf = (of: Pick<DefinitionRow, 'name' | 'numerator' | 'denominator'>) =>
  isShareCalledCoverage(of) ? shareCaution : null

const toShape = (row: DefinitionRow): IndicatorShape => ({
  code: row.code,
  version: row.version,
  outline: row.outline,
  domain: row.domain,
  name: row.name,
  nameEn: row.name_en,
  unit: row.unit,
  decimals: row.decimals,
  direction: row.direction,
  numerator: row.numerator,
  denominator: row.denominator,
  department: row.department,
  level: row.level,
  baseYear: row.base_year,
  targets: row.targets,
  unitLabel: indicatorUnits[row.unit].label,
  domainLabel: domainLabel(row.outline, row.domain) ?? { zh: row.domain, en: row.domain },
  caution: cautionOf(row),
  reason: row.reason,
  byName: row.by_name,
  at: row.at.toISOString(),
  demo: row.demo,
})

/** Where outline and domain stand in their order, as one number to sort and page by. */
const places = outlineIds.flatMap((outline) => domainIds(outline).map((domain) => `${outline} ${domain}`))
export const placeOf = ({ outline, domain }: Pick<IndicatorShape, 'outline' | 'domain'>): number =>
  places.indexOf(`${outline} ${domain}`)

const columns = sql`code, version, outline, domain, name, name_en, unit, decimals, direction, numerator, denominator, department,
  level, base_year, targets, reason, by_name, at, demo`

/** The newest version of every indicator of the actor's region that meets a condition, in the order of the outlines. */
export async function selectDefinitions(
  tx: Tx,
  actor: Pick<Actor, 'org'>,
  condition: RawBuilder<unknown>,
  page?: { after: readonly [number, string] | undefined; limit: number },
): Promise<IndicatorShape[]> {
  const region = regionOf(actor.org)
  const place = sql`array_position(${places}::text[], outline || ' ' || domain) - 1`
  const after = page?.after
  const rows = await tx.rows<DefinitionRow>(sql`
    SELECT ${columns} FROM (
      SELECT DISTINCT ON (code) ${columns} FROM indicators
      WHERE area = ${areaOf(region)} AND org = ${region} ORDER BY code, version DESC) i
    WHERE ${condition} ${after ? sql`AND (${place}, code) > (${after[0]}::integer, ${after[1]}::text)` : sql``}
    ORDER BY ${place}, code ${page ? sql`LIMIT ${page.limit}` : sql``}`)
  return rows.map(toShape)
}

/** Every version of one indicator, the newest first. Refuses 'not-found'. */
export async function getDefinitions(
  tx: Tx,
  actor: Pick<Actor, 'org'>,
  code: string,
): Promise<[IndicatorShape, ...IndicatorShape[]]> {
  const region = regionOf(actor.org)
  const rows = await tx.rows<DefinitionRow>(sql`
    SELECT ${columns} FROM indicators WHERE area = ${areaOf(region)} AND org = ${region} AND code = ${code}
    ORDER BY version DESC`)
  const [first, ...rest] = rows.map(toShape)
  if (!first) throw new Refusal('not-found')
  return [first, ...rest]
}

/**
 * Adds a definition or its next version. Sent again with the same id it is the same one. Refuses 'not-allowed',
 * 'indicator-domain-unknown', 'indicator-parts-words', 'indicator-moved', 'reason-needed', 'action-reused'.
 */
export async function addDefinition(tx: Tx, actor: Actor, body: BodyOf<typeof defineIndicator>): Promise<void> {
  if (!mayDefine(actor)) throw new Refusal('not-allowed')
  if (!domainLabel(body.outline, body.domain)) throw new Refusal('indicator-domain-unknown', { field: 'domain' })
  if (indicatorUnits[body.unit].multiplier !== null && (body.numerator === '' || body.denominator === ''))
    throw new Refusal('indicator-parts-words', { field: body.numerator === '' ? 'numerator' : 'denominator' })
  if (body.after > 0 && (body.reason ?? '').length < 2) throw new Refusal('reason-needed', { field: 'reason' })
  const area = areaOf(actor.org)
  const newest = await tx.first<{ version: number; id: string }>(sql`
    SELECT version, id FROM indicators WHERE area = ${area} AND org = ${actor.org} AND code = ${body.code}
    ORDER BY version DESC LIMIT 1`)
  if (newest?.id === body.id) return
  if ((newest?.version ?? 0) !== body.after)
    throw new Refusal('indicator-moved', { values: { version: newest?.version ?? 0 } })
  const added = await tx.change(sql`
    INSERT INTO indicators (area, id, org, code, version, outline, domain, name, name_en, unit, decimals, direction, numerator,
                            denominator, department, level, base_year, targets, reason, by_account, by_name)
    VALUES (${area}, ${body.id}, ${actor.org}, ${body.code}, ${body.after + 1}, ${body.outline}, ${body.domain}, ${body.name},
      ${body.nameEn}, ${body.unit}, ${body.decimals}, ${body.direction}, ${body.numerator}, ${body.denominator},
      ${body.department}, ${body.level}, ${body.baseYear}, ${JSON.stringify(body.targets)}::jsonb,
      ${body.after > 0 ? body.reason : null}, ${actor.account}, ${actor.displayName})
    ON CONFLICT DO NOTHING`)
  if (added === 0) throw new Refusal('action-reused')
}
