import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, limit, orgRef, pageOf, uuid } from './shared.ts'

const statement = z.object({
  id: uuid,
  code: z.string(),
  org: orgRef,
  title: z.string(),
  measure: z.string().nullable(),
  value: z.number(),
  bound: z.enum(['=', '>=', '<=', '~']),
  unit: z.string(),
  unitLabel: z.string(),
  period: z.string(),
  asOf: z.string().nullable(),
  version: z.number().nullable(),
  grade: z.enum(['A', 'B', 'C', 'D']),
  source: z.string(),
  quote: z.string(),
  approvedBy: z.string().nullable(),
  supersedes: uuid.nullable(),
  demo: z.boolean(),
})
export type StatementShape = z.infer<typeof statement>

export const listStatements = contract({
  id: 'listStatements',
  method: 'GET',
  path: '/statements',
  access: 'post',
  summary: '已发布数字：本组织和上级的 / Published numbers of one’s organisation and those above',
  query: z.object({ q: z.string().trim().max(60).optional(), unit: z.string().max(20).optional(), cursor, limit }),
  response: pageOf(statement).extend({ mayImport: z.boolean() }),
  refuses: ['cursor-invalid'],
})

/** Multipart: file (.csv with the columns of data/statements/figures.csv), source (the document's name). */
export const importStatements = contract({
  id: 'importStatements',
  method: 'POST',
  path: '/statements/import',
  access: 'post',
  summary: '接收一份已发布数字表，作为丁级（接收的）数字 / Take over a sheet of published numbers as grade D',
  form: z.object({ source: z.string().max(120) }),
  response: z.object({ taken: z.number(), held: z.number() }),
  consumes: 'multipart/form-data',
  refuses: ['not-allowed', 'file-wrong', 'statements-wrong', 'too-large'],
})
