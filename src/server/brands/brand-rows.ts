import { type RawBuilder, sql } from 'kysely'
import type { Brand } from '../../core/api/brands.ts'
import { ancestorsOf, type OrgCode, subtreeOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { keeps } from '../records/desk.ts'

interface BrandRow {
  readonly id: string
  readonly name: string
  readonly programme: string
  readonly org: OrgCode
  readonly org_name: string
  readonly from_date: string | null
  readonly to_date: string | null
  readonly revision: number
  readonly demo: boolean
}

/** Who makes and keeps brands: the name is public, so neither need see the records under it. */
export const makesBrands = (actor: Actor): boolean => actor.role === 'chair' || actor.role === 'organisation'

const toBrand = (actor: Actor, row: BrandRow): Brand => ({
  id: row.id,
  name: row.name,
  programme: row.programme,
  programmeLabel: findProgramme(row.programme)?.label ?? { zh: row.programme, en: row.programme },
  org: { code: row.org, name: row.org_name },
  from: row.from_date,
  to: row.to_date,
  revision: row.revision,
  demo: row.demo,
  mine: makesBrands(actor) && keeps(actor, row.org),
})

/** Brands that meet a condition, those of the higher organisations first. */
export async function selectBrands(
  tx: Tx,
  actor: Actor,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<Brand[]> {
  const rows = await tx.rows<BrandRow>(sql`
    SELECT b.id, b.name, b.programme, b.org, o.name AS org_name, b.from_date, b.to_date, b.revision, b.demo
    FROM brands b JOIN organisations o ON o.code = b.org
    WHERE ${condition} ORDER BY b.org, b.programme, b.name, b.id LIMIT ${limit}`)
  return rows.map((row) => toBrand(actor, row))
}

/** Own organisation and all above it: whose brands its records may bear. */
export const ownAndAbove = (actor: Actor): RawBuilder<unknown> =>
  sql`b.org = ANY(${[actor.org, ...ancestorsOf(actor.org)]}::bigint[])`

export function inSight(actor: Actor): RawBuilder<unknown> {
  const [lo, hi] = subtreeOf(actor.org)
  return sql`(${ownAndAbove(actor)} OR b.org BETWEEN ${lo} AND ${hi})`
}

export async function getBrand(tx: Tx, actor: Actor, id: string): Promise<Brand> {
  const [brand] = await selectBrands(tx, actor, sql`b.id = ${id} AND ${inSight(actor)}`, 1)
  if (!brand) throw new Refusal('not-found')
  return brand
}
