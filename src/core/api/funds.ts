import { z } from 'zod'
import type { FundSource, Giver, TransferKind } from '../fund-words.ts'
import { contract } from './contract.ts'
import { cursor, day, done, limit, orgCode, orgRef, pageOf, uuid } from './shared.ts'

const source = z.enum(['budget', 'lottery', 'foundation', 'raised', 'from-above'] satisfies FundSource[])
const giver = z.enum(['budget', 'lottery', 'foundation', 'enterprise', 'person', 'above', 'other'] satisfies Giver[])
const kind = z.enum(['receive', 'receive-goods', 'allocate', 'transfer'] satisfies TransferKind[])
/** Integer fen. */
const fen = z.number().int()
const amount = fen.min(1).max(Number.MAX_SAFE_INTEGER)
const name = z.string().trim().min(2).max(60)
const purpose = z.string().trim().min(2).max(200)
const params = z.object({ id: uuid })

const fundShape = z.object({
  id: uuid,
  org: orgRef,
  code: z.string(),
  name: z.string(),
  purpose: z.string(),
  source,
  from: day,
  to: day.nullable(),
  /** Ids of the programmes it may pay for; none: every one. */
  programmes: z.array(z.string()),
  /** It takes nothing new any more. */
  ended: z.boolean(),
  revision: z.number(),
  /** Fen; null for who may use the fund and not see its sums. `promised` is approved and not gone. */
  balance: z.object({ cash: fen, goods: fen, promised: fen }).nullable(),
})
export type FundItem = z.infer<typeof fundShape>

export const listFunds = contract({
  id: 'listFunds',
  method: 'GET',
  path: '/funds',
  access: 'post',
  summary: '资金 / Funds. usable=1: 本级和上级的、还开放的，供选择 / own and above, open, for pickers',
  query: z.object({
    usable: z.stringbool().optional(),
    programme: z.string().max(60).optional(),
    org: orgCode.optional(),
    cursor,
    limit,
  }),
  response: pageOf(fundShape),
  refuses: ['out-of-scope'],
})

const fundText = {
  name,
  purpose,
  programmes: z.array(z.string().min(1).max(60)).max(60).default([]),
  to: day.nullable().default(null),
}
export const addFund = contract({
  id: 'addFund',
  method: 'POST',
  path: '/funds',
  access: 'post',
  summary: '设立资金 / Set up a fund (finance)',
  body: z.object({
    id: uuid,
    code: z
      .string()
      .trim()
      .regex(/^[\w-]{1,20}$/),
    source,
    from: day,
    ...fundText,
  }),
  response: fundShape,
  refuses: ['not-allowed', 'fund-code-taken', 'period-wrong'],
})
export const editFund = contract({
  id: 'editFund',
  method: 'POST',
  path: '/funds/:id',
  access: 'post',
  summary: '修改或结束资金 / Change or end a fund (finance)',
  params,
  body: z.object({ revision: z.number().int(), endReason: z.string().trim().max(200).optional(), ...fundText }),
  response: fundShape,
  refuses: ['not-found', 'stale-edit', 'not-allowed'],
})

/** One line of where money came from or went to; `key` opens its postings. */
const flow = z.object({
  key: z.string(),
  account: z.string(),
  label: z.string(),
  fen,
  lines: z.number(),
})
export type FundFlow = z.infer<typeof flow>
const budget = z.object({
  id: uuid,
  name: z.string(),
  record: uuid.nullable(),
  programme: z.string().nullable(),
  planned: fen,
  raised: fen,
  spent: fen,
  revision: z.number(),
})
export type FundBudget = z.infer<typeof budget>

export const getFund = contract({
  id: 'getFund',
  method: 'GET',
  path: '/funds/:id',
  access: 'post',
  summary: '一笔资金：余额、每日结余、从哪里来、到哪里去 / A fund: balance, by day, where it came from and went',
  params,
  query: z.object({ from: day.optional(), to: day.optional() }),
  response: z.object({
    fund: fundShape,
    from: day,
    to: day,
    asOf: z.string(),
    /** Balance at the end of each day (or month, over a longer time) on which something moved. */
    points: z.array(z.object({ on: z.string(), cash: fen, goods: fen })),
    opening: z.object({ cash: fen, goods: fen }),
    /** Sums of the accounts to the last day. */
    accounts: z.record(z.string(), fen),
    came: z.array(flow),
    went: z.array(flow),
    budgets: z.array(budget),
    abilities: z.array(z.enum(['edit', 'order', 'pay', 'budget'])),
  }),
  refuses: ['not-found', 'period-wrong'],
})
export type FundPage = z.infer<NonNullable<typeof getFund.response>>

const posting = z.object({
  id: z.number(),
  on: day,
  /** The day it is of, when its month was closed. */
  forOn: day,
  account: z.string(),
  fen,
  record: z
    .object({
      id: uuid,
      programme: z.string(),
      label: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      org: orgRef,
    })
    .nullable(),
  transfer: z
    .object({ id: uuid, kind, purpose: z.string(), other: orgRef.nullable(), giver: giver.nullable() })
    .nullable(),
})
export type FundPosting = z.infer<typeof posting>
export const listPostings = contract({
  id: 'listPostings',
  method: 'GET',
  path: '/funds/:id/postings',
  access: 'post',
  summary: '流水（看不到的办件只计入合计） / Postings; those of records out of sight are in the sums only',
  params,
  query: z.object({
    key: z.string().max(120).optional(),
    account: z.string().max(30).optional(),
    from: day.optional(),
    to: day.optional(),
    cursor,
    limit,
  }),
  response: z.object({
    items: z.array(posting),
    next: z.string().nullable(),
    /** First page only: all lines and their sum, and how many of them the reader does not see. */
    total: z.object({ lines: z.number(), fen, hidden: z.number() }).nullable(),
  }),
  refuses: ['not-found', 'cursor-invalid'],
})

export const addBudget = contract({
  id: 'addBudget',
  method: 'POST',
  path: '/funds/:id/budgets',
  access: 'post',
  summary: '列项目预算 / Plan money for a project (finance)',
  params,
  body: z.object({ budget: uuid, name, planned: fen.min(0), record: uuid.nullable().default(null) }),
  response: done,
  refuses: ['not-found', 'not-allowed'],
})
export const editBudget = contract({
  id: 'editBudget',
  method: 'POST',
  path: '/funds/:id/budgets/:budget',
  access: 'post',
  summary: '调整项目预算 / Change planned money (finance)',
  params: z.object({ id: uuid, budget: uuid }),
  body: z.object({ name, planned: fen.min(0), revision: z.number().int() }),
  response: done,
  refuses: ['not-found', 'not-allowed', 'stale-edit'],
})

const transfer = z.object({
  id: uuid,
  kind,
  fund: z.object({ id: uuid, name: z.string() }),
  org: orgRef,
  toFund: z.object({ id: uuid, name: z.string() }).nullable(),
  toOrg: orgRef.nullable(),
  giver: giver.nullable(),
  fen,
  on: day,
  purpose: z.string(),
  reference: z.string(),
  state: z.enum(['prepared', 'approved', 'received', 'cancelled']),
  preparedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  receivedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  abilities: z.array(z.enum(['approve', 'receive', 'cancel'])),
})
export type FundTransfer = z.infer<typeof transfer>
export const listTransfers = contract({
  id: 'listTransfers',
  method: 'GET',
  path: '/transfers',
  access: 'post',
  summary: '收款、安排、划转单 / Orders: money in, set aside, between funds',
  query: z.object({ fund: uuid.optional(), open: z.stringbool().optional(), cursor, limit }),
  response: pageOf(transfer),
})
export const addTransfer = contract({
  id: 'addTransfer',
  method: 'POST',
  path: '/transfers',
  access: 'post',
  summary: '制单 / Prepare an order (finance)',
  body: z.object({
    id: uuid,
    kind,
    fund: uuid,
    toFund: uuid.optional(),
    giver: giver.optional(),
    fen: amount,
    on: day,
    purpose,
    reference: z.string().trim().max(60).default(''),
  }),
  response: transfer,
  refuses: ['not-found', 'not-allowed', 'date-future', 'input-invalid'],
})
export const decideTransfer = contract({
  id: 'decideTransfer',
  method: 'POST',
  path: '/transfers/:id/:step',
  access: 'post',
  summary: '审批、确认收到、作废 / Approve (a second person), receive (the other side), cancel',
  params: z.object({ id: uuid, step: z.enum(['approve', 'receive', 'cancel']) }),
  body: z.object({ reason: z.string().trim().max(200).optional(), on: day.optional() }),
  response: transfer,
  refuses: ['not-found', 'second-person', 'state-passed', 'fund-overdrawn', 'fund-closed', 'reason-needed'],
})

const period = z.object({
  month: z.number(),
  state: z.enum(['open', 'asked', 'closed', 'reopen-asked']),
  reason: z.string().nullable(),
  at: z.string().nullable(),
  abilities: z.array(z.enum(['ask', 'confirm', 'give-back', 'ask-reopen', 'reopen', 'keep-closed'])),
  events: z.array(
    z.object({ step: z.string(), by: z.string().nullable(), reason: z.string().nullable(), at: z.string() }),
  ),
})
export type FundPeriod = z.infer<typeof period>
export const listPeriods = contract({
  id: 'listPeriods',
  method: 'GET',
  path: '/periods',
  access: 'post',
  summary: '结账：本组织各月 / Months of an organisation, the last 24',
  query: z.object({ org: orgCode.optional() }),
  response: z.object({ org: orgRef, items: z.array(period) }),
  refuses: ['out-of-scope'],
})
export const turnPeriod = contract({
  id: 'turnPeriod',
  method: 'POST',
  path: '/periods/:month',
  access: 'post',
  summary: '结账（财务提出、主席确认）或重开（两人、写明原因） / Close a month or open it again, by two people',
  params: z.object({ month: z.coerce.number().int().min(200001).max(299912) }),
  body: z.object({
    step: z.enum(['ask', 'confirm', 'give-back', 'ask-reopen', 'reopen', 'keep-closed']),
    reason: z.string().trim().max(200).optional(),
  }),
  response: z.object({ org: orgRef, items: z.array(period) }),
  refuses: ['month-not-over', 'state-passed', 'second-person', 'reason-needed', 'not-allowed'],
})
