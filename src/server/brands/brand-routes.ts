import { sql } from 'kysely'
import * as api from '../../core/api/brands.ts'
import { programmes } from '../../registry.ts'
import { postRoute, type Route } from '../http/route.ts'
import { getBrand, inSight, makesBrands, ownAndAbove, selectBrands } from './brand-rows.ts'
import { endWith, makeBrand, rename } from './keep-brand.ts'

export const brandRoutes: readonly Route[] = [
  postRoute(api.listBrands, async ({ tx, actor, query }) => {
    const { programme, org, usable, limit } = query
    const which =
      usable === 'true'
        ? sql`${ownAndAbove(actor)} AND (b.to_date IS NULL OR b.to_date >= current_date)`
        : inSight(actor)
    const condition = sql`${which} AND (${programme ?? null}::text IS NULL OR b.programme = ${programme ?? null})
      AND (${org ?? null}::bigint IS NULL OR b.org = ${org ?? null})`
    return {
      items: await selectBrands(tx, actor, condition, limit),
      mayMake: makesBrands(actor),
      programmes: programmes.map(({ id, label }) => ({ id, label })),
    }
  }),
  postRoute(api.addBrand, async ({ tx, actor, body }) => {
    await makeBrand(tx, actor, body)
    return getBrand(tx, actor, body.id)
  }),
  postRoute(api.renameBrand, async ({ tx, actor, params, body }) => {
    await rename(tx, await getBrand(tx, actor, params.id), body)
    return getBrand(tx, actor, params.id)
  }),
  postRoute(api.endBrand, async ({ tx, actor, params, body }) => {
    await endWith(tx, await getBrand(tx, actor, params.id), body)
    return getBrand(tx, actor, params.id)
  }),
]
