import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, limit, orgRef, uuid } from './shared.ts'

const stands = z.enum(['met', 'on-the-way', 'behind'])

const item = z.object({
  org: orgRef,
  least: z.number(),
  /** Lectures and activities in its subtree that name the campaign and are recorded. */
  done: z.number(),
  /** Held or planned, not recorded yet. */
  waiting: z.number(),
  missing: z.number(),
  stands,
})
export type CampaignItem = z.infer<typeof item>

export const campaignStanding = contract({
  id: 'campaignStanding',
  method: 'GET',
  path: '/campaigns/:id/standing',
  access: 'post',
  summary:
    '行动进度：各单位办了几场、谁还没办 / Who below has done a campaign and who is behind, by organisation code; never ranked. A reader sees her own subtree',
  params: z.object({ id: uuid }),
  query: z.object({ stands: stands.optional(), cursor, limit }),
  response: z.object({
    title: z.string(),
    from: day,
    to: day,
    items: z.array(item),
    next: z.string().nullable(),
    total: z.number(),
    counts: z.object({ met: z.number(), 'on-the-way': z.number(), behind: z.number() }),
  }),
  refuses: ['not-found', 'programme-unknown', 'cursor-invalid'],
})
