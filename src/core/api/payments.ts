import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, limit, orgRef, pageOf, uuid } from './shared.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const params = z.object({ id: uuid })
const fen = z.number().int()

export const batchStates = ['prepared', 'approved', 'sent', 'settled', 'cancelled'] as const
export const lineStates = ['waiting', 'paid', 'failed', 'returned', 'stuck', 'dropped'] as const
export const answerResults = ['paid', 'failed', 'returned'] as const

const batch = z.object({
  id: uuid,
  org: orgRef,
  fund: z.object({ id: uuid, name: z.string() }),
  programme: z.string(),
  programmeLabel: z.string(),
  title: z.string(),
  remark: z.string(),
  state: z.enum(batchStates),
  lines: z.number(),
  fen,
  paidLines: z.number(),
  paidFen: fen,
  failedLines: z.number(),
  returnedLines: z.number(),
  returnedFen: fen,
  preparedAt: z.string(),
  approvedAt: z.string().nullable(),
})
export type PaymentBatch = z.infer<typeof batch>

/** A record that is due and cannot be paid yet, and why; its number only. */
const left = z.object({ record: uuid, programme: z.string(), number: z.string().nullable(), problem: z.string() })
export type LeftOut = z.infer<typeof left>

const batchPage = z.object({
  batch,
  preparedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  /** Answers that came and are not taken yet; and those that could not be. */
  waitingAnswers: z.number(),
  refusedAnswers: z.array(z.object({ no: z.number(), result: z.enum(answerResults), problem: z.string().nullable() })),
  stuckLines: z.number(),
  sheets: z.array(z.object({ id: uuid, at: z.string(), by: z.string().nullable(), lines: z.number() })),
  abilities: z.array(z.enum(['approve', 'cancel', 'sheet', 'answer'])),
  leftOut: z.array(left),
})
export type PaymentBatchPage = z.infer<typeof batchPage>

export const listPayable = contract({
  id: 'listPayable',
  method: 'GET',
  path: '/payable',
  access: 'post',
  summary: '待发放：按服务和资金 / What is due to be paid, by service and fund (finance)',
  response: z.object({
    items: z.array(
      z.object({
        programme: z.string(),
        label: z.string(),
        fund: z.object({ id: uuid, name: z.string() }),
        records: z.number(),
        fen,
      }),
    ),
  }),
})
export const listBatches = contract({
  id: 'listBatches',
  method: 'GET',
  path: '/payment-batches',
  access: 'post',
  summary: '发放批次 / Payment batches, newest first',
  query: z.object({ fund: uuid.optional(), state: z.enum(batchStates).optional(), cursor, limit }),
  response: pageOf(batch),
})
export const addBatch = contract({
  id: 'addBatch',
  method: 'POST',
  path: '/payment-batches',
  access: 'post',
  summary: '制批：收集到期应付的办件 / Collect due records into a batch (finance)',
  body: z.object({
    id: uuid,
    fund: uuid,
    programme: z.string().min(1).max(60),
    title: z.string().trim().min(2).max(60),
    /** Printed on the payees' bank statements: neutral words. */
    remark: z.string().trim().min(2).max(20),
  }),
  response: batchPage,
  refuses: ['programme-unknown', 'not-found', 'not-allowed', 'nothing-payable'],
})
export const getBatch = contract({
  id: 'getBatch',
  method: 'GET',
  path: '/payment-batches/:id',
  access: 'post',
  summary: '一个批次 / One batch',
  params,
  response: batchPage,
  refuses: ['not-found'],
})

const line = z.object({
  no: z.number(),
  record: uuid,
  recordOrg: orgRef,
  /** Masked: 王*, and the last four digits. */
  name: z.string(),
  accountEnd: z.string(),
  fen,
  round: z.number(),
  state: z.enum(lineStates),
  reason: z.string().nullable(),
  reference: z.string().nullable(),
  on: day.nullable(),
})
export type PaymentLine = z.infer<typeof line>
export const listLines = contract({
  id: 'listLines',
  method: 'GET',
  path: '/payment-batches/:id/lines',
  access: 'post',
  summary: '批次明细（掩码） / Lines of a batch, masked',
  params,
  query: z.object({ state: z.enum(lineStates).optional(), cursor, limit }),
  response: pageOf(line),
  refuses: ['not-found'],
})
export const approveBatch = contract({
  id: 'approveBatch',
  method: 'POST',
  path: '/payment-batches/:id/approve',
  access: 'post',
  summary: '审批：另一个人，声明无利害关系 / Approve: another person, who declares that nobody on it is related',
  params,
  body: z.object({ declared: z.boolean() }),
  response: batchPage,
  refuses: ['not-found', 'second-person', 'state-passed', 'declaration-needed', 'fund-overdrawn', 'fund-closed'],
})
export const cancelBatch = contract({
  id: 'cancelBatch',
  method: 'POST',
  path: '/payment-batches/:id/cancel',
  access: 'post',
  summary: '作废（交银行之前） / Cancel, before it went to the bank',
  params,
  body: z.object({ reason: z.string().trim().max(200) }),
  response: batchPage,
  refuses: ['not-found', 'reason-needed', 'state-passed'],
})
export const takeSheet = contract({
  id: 'takeSheet',
  method: 'POST',
  path: '/payment-batches/:id/sheet',
  access: 'post',
  summary:
    '导出给银行的发放表（含户名账号，留痕、编水印号） / The sheet for the bank; logged, with a number of its own',
  params,
  response: z.unknown(),
  produces: xlsx,
  refuses: ['not-found', 'state-passed', 'not-allowed'],
})
export const giveAnswers = contract({
  id: 'giveAnswers',
  method: 'POST',
  path: '/payment-batches/:id/answers',
  access: 'post',
  summary: '导入银行回单 / Take in the bank’s answer: line, result, reason, reference, day',
  params,
  response: batchPage,
  consumes: 'multipart/form-data',
  refuses: ['not-found', 'state-passed', 'file-wrong', 'sheet-wrong', 'answers-wrong'],
})
export const markLine = contract({
  id: 'markLine',
  method: 'POST',
  path: '/payment-batches/:id/lines/:no',
  access: 'post',
  summary: '手工记一行的结果，写明依据 / Say what became of one line by hand, with the reason',
  params: z.object({ id: uuid, no: z.coerce.number().int().min(1) }),
  body: z.object({
    result: z.enum(answerResults),
    reason: z.string().trim().max(200),
    reference: z.string().trim().max(60).optional(),
    on: day.optional(),
  }),
  response: batchPage,
  refuses: ['not-found', 'reason-needed', 'state-passed', 'date-future'],
})
