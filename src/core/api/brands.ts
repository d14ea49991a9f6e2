import { z } from 'zod'
import { contract } from './contract.ts'
import { day, label, orgCode, orgRef, uuid } from './shared.ts'

const name = z.string().trim().min(2).max(30)
const params = z.object({ id: uuid })

const brand = z.object({
  id: uuid,
  name: z.string(),
  programme: z.string(),
  programmeLabel: label,
  org: orgRef,
  from: z.string().nullable(),
  to: z.string().nullable(),
  revision: z.number(),
  demo: z.boolean(),
  /** This post may rename and end it. */
  mine: z.boolean(),
})
export type Brand = z.infer<typeof brand>

export const listBrands = contract({
  id: 'listBrands',
  method: 'GET',
  path: '/brands',
  access: 'post',
  summary: '服务品牌：本组织、上级和下级的 / Brands of one’s own organisation, those above and below',
  query: z.object({
    programme: z.string().max(60).optional(),
    org: orgCode.optional(),
    /** Only those a new record may bear: own or above, and not ended. */
    usable: z.enum(['true', 'false']).default('false'),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  response: z.object({
    items: z.array(brand),
    mayMake: z.boolean(),
    /** What a brand may stand on: also programmes whose records this post does not see. */
    programmes: z.array(z.object({ id: z.string(), label })),
  }),
})

export const addBrand = contract({
  id: 'addBrand',
  method: 'POST',
  path: '/brands',
  access: 'post',
  summary: '建一个品牌 / Make a brand on a programme',
  body: z.object({ id: uuid, programme: z.string().max(60), name, from: day }),
  response: brand,
  refuses: ['not-allowed', 'programme-unknown', 'field-invalid', 'action-reused'],
})

export const renameBrand = contract({
  id: 'renameBrand',
  method: 'PATCH',
  path: '/brands/:id',
  access: 'post',
  summary: '改品牌名称 / Rename a brand',
  params,
  body: z.object({ revision: z.number().int().min(1), name }),
  response: brand,
  refuses: ['not-found', 'not-allowed', 'stale-edit', 'field-invalid'],
})

export const endBrand = contract({
  id: 'endBrand',
  method: 'POST',
  path: '/brands/:id/end',
  access: 'post',
  summary: '停用品牌；已用的记录不变 / End a brand; records that bear it keep it',
  params,
  body: z.object({ revision: z.number().int().min(1), to: day }),
  response: brand,
  refuses: ['not-found', 'not-allowed', 'stale-edit', 'period-wrong'],
})
