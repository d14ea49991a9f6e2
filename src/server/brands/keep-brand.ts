import { sql } from 'kysely'
import type { addBrand, Brand, endBrand, renameBrand } from '../../core/api/brands.ts'
import type { BodyOf } from '../../core/api/contract.ts'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { makesBrands } from './brand-rows.ts'

/** Makes a brand of the acting organisation. The same id again is the same brand. Refuses 'not-allowed', 'programme-unknown'. */
export async function makeBrand(tx: Tx, actor: Actor, body: BodyOf<typeof addBrand>): Promise<void> {
  if (!makesBrands(actor)) throw new Refusal('not-allowed')
  if (!findProgramme(body.programme)) throw new Refusal('programme-unknown')
  const area = areaOf(actor.org)
  const made = await tx.change(sql`
    INSERT INTO brands (area, id, programme, org, name, from_date)
    VALUES (${area}, ${body.id}, ${body.programme}, ${actor.org}, ${body.name}, ${body.from})
    ON CONFLICT DO NOTHING`)
  if (made > 0) return
  const held = await tx.first(
    sql`SELECT FROM brands WHERE area = ${area} AND id = ${body.id} AND org = ${actor.org} AND programme = ${body.programme}`,
  )
  if (!held) throw new Refusal('action-reused')
}

/** Renames a brand everywhere it is shown. Refuses 'not-allowed' for another's, 'stale-edit' when it was changed meanwhile. */
export async function rename(tx: Tx, brand: Brand, body: BodyOf<typeof renameBrand>): Promise<void> {
  if (!brand.mine) throw new Refusal('not-allowed')
  const changed = await tx.change(
    sql`UPDATE brands SET name = ${body.name}, revision = revision + 1 WHERE id = ${brand.id} AND revision = ${body.revision}`,
  )
  if (changed === 0 && brand.name !== body.name) throw new Refusal('stale-edit', { facts: { theirs: brand.name } })
}

/** Ends a brand: no new record bears it. Refuses 'period-wrong' for a day before it began. */
export async function endWith(tx: Tx, brand: Brand, body: BodyOf<typeof endBrand>): Promise<void> {
  if (!brand.mine) throw new Refusal('not-allowed')
  if (brand.from !== null && body.to < brand.from) throw new Refusal('period-wrong', { field: 'to' })
  const changed = await tx.change(
    sql`UPDATE brands SET to_date = ${body.to}, revision = revision + 1 WHERE id = ${brand.id} AND revision = ${body.revision}`,
  )
  if (changed === 0 && brand.to !== body.to) throw new Refusal('stale-edit', { facts: { theirs: brand.to } })
}
