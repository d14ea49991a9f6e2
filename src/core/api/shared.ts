import { z } from 'zod'
import { isDay } from '../day.ts'
import { isOrgCode } from '../org-code.ts'

/** Shapes that several contracts share. Numbers in queries arrive as text. */
export const uuid = z.uuid()
export const day = z.string().refine(isDay, 'day')
export const orgCode = z.coerce.number().int().refine(isOrgCode, 'organisation code')
export const cursor = z.string().max(400).optional()
export const limit = z.coerce.number().int().min(1).max(200).default(50)
export const label = z.object({ zh: z.string(), en: z.string() })
export const orgRef = z.object({ code: z.number(), name: z.string() })
export const done = z.object({ done: z.literal(true) })
export type OrgRef = z.infer<typeof orgRef>

/** A page of a list: keyset, so it costs the same on page 1 and page 1,000. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().nullable() })

export const refusalBody = z.object({
  code: z.string(),
  text: z.string(),
  field: z.string().optional(),
  requestId: z.string(),
  facts: z.record(z.string(), z.unknown()).optional(),
})
