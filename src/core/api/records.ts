import { z } from 'zod'
import { contract } from './contract.ts'
import { historyItem, movedRecord, programmeShape, recordRow, recordView } from './record-shapes.ts'
import { cursor, day, done, limit, orgCode, pageOf, uuid } from './shared.ts'

const programme = z.object({ programme: z.string().max(60) })
const record = programme.extend({ id: uuid })
const answers = z.record(z.string().max(60), z.unknown())
const revision = z.number().int().min(1)

/** The record as it is after the request; a replay of the same action id gives the same. */
export const listProgrammes = contract({
  id: 'listProgrammes',
  method: 'GET',
  path: '/programmes',
  access: 'post',
  summary: '本岗位能看的服务及其表单 / Programmes this post may see, as data for forms and lists',
  response: z.object({ items: z.array(programmeShape) }),
})

export const listRecords = contract({
  id: 'listRecords',
  method: 'GET',
  path: '/records/:programme',
  access: 'post',
  summary: '记录列表 / Records, newest first. Keyset paging; total is counted on the first page up to 10,000',
  params: programme,
  query: z.object({
    org: orgCode.optional(),
    state: z.string().max(200).optional(),
    q: z.string().trim().max(60).optional(),
    from: day.optional(),
    to: day.optional(),
    brand: uuid.optional(),
    parent: uuid.optional(),
    mine: z.stringbool().optional(),
    /** Sealed records that nobody handles. */
    unhandled: z.stringbool().optional(),
    cursor,
    limit,
  }),
  response: pageOf(recordRow).extend({
    more: z.boolean(),
    abilities: z.object({ create: z.boolean(), import: z.boolean(), export: z.boolean() }),
  }),
  refuses: ['programme-unknown', 'out-of-scope', 'cursor-invalid'],
})

export const createRecord = contract({
  id: 'createRecord',
  method: 'POST',
  path: '/records/:programme',
  access: 'post',
  summary: '新建记录 / Make a record. id and actionId are UUIDv7 made by the client: sending it again changes nothing',
  params: programme,
  body: z.strictObject({ id: uuid, actionId: uuid, answers, brand: uuid.optional(), org: orgCode.optional() }),
  response: recordView,
  refuses: [
    'not-allowed',
    'field-needed',
    'field-invalid',
    'field-unknown',
    'date-future',
    'org-unknown',
    'already-claimed',
    'already-registered',
    'action-reused',
  ],
})

export const getRecord = contract({
  id: 'getRecord',
  method: 'GET',
  path: '/records/:programme/:id',
  access: 'post',
  summary: '打开一条记录 / One record with abilities, clocks, checks, history, attachments; P3 and P4 masked',
  params: record,
  response: recordView,
  refuses: ['not-found'],
})

export const actOnRecord = contract({
  id: 'actOnRecord',
  method: 'POST',
  path: '/records/:programme/:id/actions/:action',
  access: 'post',
  summary:
    '办理一步 / Take a step of the procedure; the record as it is then, or where it went when the step hands it over',
  params: record.extend({ action: z.string().max(60) }),
  body: z.strictObject({
    actionId: uuid,
    revision,
    answers: answers.optional(),
    reason: z.string().trim().max(500).optional(),
    on: day.optional(),
  }),
  response: recordView.or(movedRecord),
  refuses: [
    'state-passed',
    'needs-unmet',
    'reason-needed',
    'second-person',
    'not-allowed',
    'stale-edit',
    'action-reused',
    'already-claimed',
    'already-registered',
    'org-unknown',
    'org-ended',
  ],
})

export const editRecord = contract({
  id: 'editRecord',
  method: 'PATCH',
  path: '/records/:programme/:id',
  access: 'post',
  summary: '修改 / Change fields; only those sent. null empties one. A stale revision is refused with both versions',
  params: record,
  body: z.strictObject({
    actionId: uuid,
    revision,
    answers,
    brand: uuid.nullable().optional(),
    reason: z.string().trim().max(500).optional(),
  }),
  response: recordView,
  refuses: ['stale-edit', 'not-allowed', 'state-passed', 'field-invalid', 'action-reused'],
})

export const recordHistory = contract({
  id: 'recordHistory',
  method: 'GET',
  path: '/records/:programme/:id/history',
  access: 'post',
  summary: '办理过程 / Everything that was done to it',
  params: record,
  response: z.object({ items: z.array(historyItem) }),
  refuses: ['not-found'],
})

export const openFields = contract({
  id: 'openFields',
  method: 'POST',
  path: '/records/:programme/:id/open',
  access: 'post',
  summary: '查看原文 / Unmasked P2–P4 values; who looked, at what and why is logged in the same transaction',
  params: record,
  body: z.strictObject({
    purpose: z.string().trim().max(200),
    /** Keys of fields; 'attendance' for the names of those who came; 'action:<id>:<key>' for an answer of a step, 'change:<id>:<key>' for both sides of an edit. */
    fields: z.array(z.string().max(120)).min(1).max(30),
  }),
  response: z.object({
    values: z.record(z.string(), z.unknown()),
    persons: z.array(z.object({ id: uuid, name: z.string() })),
  }),
  refuses: ['purpose-needed', 'not-allowed', 'field-unknown'],
})

export const setHandlers = contract({
  id: 'setHandlers',
  method: 'POST',
  path: '/records/:programme/:id/handlers',
  access: 'post',
  summary:
    '增加或减少承办人 / Remove a handler (rights post), or propose one: a second person agrees. Where there is no second person the rights post adds her with a reason, and the level above is told that it happened',
  params: record,
  body: z.strictObject({
    actionId: uuid,
    account: uuid,
    remove: z.boolean().optional(),
    reason: z.string().trim().max(500).optional(),
  }),
  response: recordView,
  refuses: ['not-allowed', 'not-found', 'reason-needed'],
})

export const decideHandler = contract({
  id: 'decideHandler',
  method: 'POST',
  path: '/records/:programme/:id/handlers/:request',
  access: 'post',
  summary: '同意或不同意增加承办人（另一人）/ A second person agrees to a proposed handler, or not',
  params: record.extend({ request: uuid }),
  body: z.strictObject({ actionId: uuid, agreed: z.boolean() }),
  response: recordView,
  refuses: ['not-found', 'not-allowed', 'second-person'],
})

export const askBreakGlass = contract({
  id: 'askBreakGlass',
  method: 'POST',
  path: '/records/:programme/:id/break-glass',
  access: 'post',
  summary: '紧急查看申请 / Ask to open a sealed record. The answer is the same whether or not there is one',
  params: record,
  body: z.strictObject({ id: uuid, reason: z.string().trim().min(10).max(500) }),
  response: z.object({ id: uuid, asked: z.literal(true) }),
})

export const listBreakGlass = contract({
  id: 'listBreakGlass',
  method: 'GET',
  path: '/break-glass',
  access: 'post',
  summary: '紧急查看申请列表 / Requests to open sealed records: own, and those this post may approve',
  response: z.object({
    items: z.array(
      z.object({
        id: uuid,
        record: uuid,
        programme: z.string().nullable(),
        number: z.string().nullable(),
        reason: z.string(),
        askedAt: z.string(),
        approvedAt: z.string().nullable(),
        expiresAt: z.string().nullable(),
        mine: z.boolean(),
        mayApprove: z.boolean(),
      }),
    ),
  }),
})

export const approveBreakGlass = contract({
  id: 'approveBreakGlass',
  method: 'POST',
  path: '/break-glass/:id/approve',
  access: 'post',
  summary: '同意紧急查看（另一人）/ A second person agrees; it ends by itself after 24 hours',
  params: z.object({ id: uuid }),
  response: done,
  refuses: ['not-found', 'second-person'],
})
