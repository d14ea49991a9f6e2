import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, limit, orgRef, uuid } from './shared.ts'

const stands = z.enum(['met', 'on-the-way', 'behind'])

const item = z.object({
  place: uuid,
  name: z.string(),
  org: orgRef,
  /** Which plaque asks for it: a place with two is there twice. */
  plaque: z.string(),
  per: z.enum(['year', 'term']),
  from: day,
  to: day,
  least: z.number(),
  /** Activities of the span that were checked. */
  done: z.number(),
  /** Recorded, not checked yet. */
  waiting: z.number(),
  missing: z.number(),
  stands,
})
export type MinimumItem = z.infer<typeof item>

export const listMinimum = contract({
  id: 'listMinimum',
  method: 'GET',
  path: '/family-places/minimum',
  access: 'post',
  summary:
    '家长学校最低场次：办了几场、还差几场 / How parent schools stand to their yearly or termly minimum (D29, D30), by organisation code; never ranked',
  query: z.object({
    /** One place only: what its own page shows. */
    place: uuid.optional(),
    stands: stands.optional(),
    cursor,
    limit,
  }),
  response: z.object({
    items: z.array(item),
    next: z.string().nullable(),
    total: z.number(),
    counts: z.object({ met: z.number(), 'on-the-way': z.number(), behind: z.number() }),
  }),
  refuses: ['programme-unknown', 'cursor-invalid'],
})
