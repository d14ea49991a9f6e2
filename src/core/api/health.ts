import { z } from 'zod'
import { contract } from './contract.ts'

export const getHealth = contract({
  id: 'getHealth',
  method: 'GET',
  path: '/health',
  access: 'public',
  summary: '是否在运行 / Is it running',
  response: z.object({ ok: z.boolean(), version: z.string(), demo: z.boolean() }),
})
