import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, limit, orgRef, pageOf, uuid } from './shared.ts'

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
  /** A later one that stands in its place. */
  superseded: z.object({ id: uuid, code: z.string() }).nullable(),
  /** It waits for its second person, stands, or was returned with a reason. */
  state: z.enum(['asked', 'standing', 'returned']),
  reason: z.string().nullable(),
  /** The published number it differs from, and why. */
  differs: z.object({ id: uuid, code: z.string(), title: z.string(), because: z.string() }).nullable(),
  decide: z.object({ allowed: z.boolean(), why: z.string().nullable() }),
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

export const addStatement = contract({
  id: 'addStatement',
  method: 'POST',
  path: '/statements',
  access: 'post',
  summary:
    '登记一个已发布数字，另一人批准后算数 / Register one published number; it stands when a second person approves',
  body: z.object({
    id: uuid,
    title: z.string().trim().min(2).max(200),
    /** The sentence it was published in; value, unit, bound and period are read from it. */
    quote: z.string().trim().min(2).max(500),
    /** Which number of the sentence, where it has several. */
    value: z.number().optional(),
    measure: z.string().max(100).optional(),
    asOf: day.optional(),
    source: z.string().trim().min(2).max(200),
    supersedes: uuid.optional(),
    differsFrom: uuid.optional(),
    differsBecause: z.string().trim().min(2).max(500).optional(),
  }),
  response: statement,
  refuses: [
    'not-allowed',
    'action-reused',
    'measure-unknown',
    'statement-number-unclear',
    'statement-not-yours',
    'statement-because',
  ],
})

export const decideStatement = contract({
  id: 'decideStatement',
  method: 'POST',
  path: '/statements/:id/decide',
  access: 'post',
  summary: '批准或退回一个已发布数字 / Approve a published number, or return it',
  params: z.object({ id: uuid }),
  body: z.object({ approve: z.boolean(), reason: z.string().trim().min(2).max(500).optional() }),
  response: statement,
  refuses: ['not-found', 'not-allowed', 'second-person', 'reason-needed', 'statement-decided'],
})
