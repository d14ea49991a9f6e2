import { z } from 'zod'
import { contract } from './contract.ts'
import { day, done, label, uuid } from './shared.ts'

const revision = z.number().int().min(0)
const moment = z.iso.datetime({ offset: true })
/** Opaque to the server, sealed as a whole; the page that wrote it reads it again. */
const content = z.record(z.string().max(60), z.unknown())
const draftId = z.object({ id: uuid })

const draftHead = z.object({
  id: uuid,
  revision: z.number(),
  startedAt: z.string(),
  updatedAt: z.string(),
  expiresAt: z.string(),
})
export type DraftHead = z.infer<typeof draftHead>

export const listDrafts = contract({
  id: 'listDrafts',
  method: 'GET',
  path: '/drafts',
  access: 'post',
  summary: '我没登记完的 / Own unfinished entries of this post; without what is in them',
  response: z.object({ items: z.array(draftHead) }),
})

export const getDraft = contract({
  id: 'getDraft',
  method: 'GET',
  path: '/drafts/:id',
  access: 'post',
  summary: '接着登记 / An own draft with its content',
  params: draftId,
  response: draftHead.extend({ content }),
  refuses: ['not-found'],
})

export const putDraft = contract({
  id: 'putDraft',
  method: 'PUT',
  path: '/drafts/:id',
  access: 'post',
  summary:
    '边写边存 / Keep a draft, sealed, for seven days. revision is the one last seen, 0 for a new one; what another page has written since is refused with its content',
  params: draftId,
  body: z.strictObject({ revision, content }),
  response: draftHead,
  refuses: ['draft-stale', 'draft-gone', 'too-large'],
})

export const dropDraft = contract({
  id: 'dropDraft',
  method: 'DELETE',
  path: '/drafts/:id',
  access: 'post',
  summary: '不要了 / Shred an own draft; its key goes with it',
  params: draftId,
  response: done,
})

const step = z.strictObject({
  action: z.string().max(60),
  answers: z.record(z.string().max(60), z.unknown()).optional(),
  reason: z.string().trim().max(500).optional(),
})

export const fileContact = contract({
  id: 'fileContact',
  method: 'POST',
  path: '/hotline/contacts',
  access: 'post',
  summary:
    '结束并登记 / A draft becomes the record under the same id, with its steps, all or nothing; the draft is shredded. Sent again it changes nothing and says so',
  body: z.strictObject({
    id: uuid,
    /** Of the draft as the page last saw it; 0 when none could be saved. */
    revision,
    answers: z.record(z.string().max(60), z.unknown()),
    steps: z.array(step).max(12),
  }),
  response: z.object({ id: uuid, number: z.string().nullable(), state: z.string(), already: z.boolean() }),
  refuses: ['draft-stale', 'draft-gone', 'needs-unmet', 'field-invalid', 'field-needed', 'not-allowed'],
})

const contactRow = z.object({
  id: uuid,
  number: z.string().nullable(),
  state: z.string(),
  stateLabel: label,
  receivedAt: moment.nullable(),
})
export type ContactRow = z.infer<typeof contactRow>

export const hotlineToday = contract({
  id: 'hotlineToday',
  method: 'GET',
  path: '/hotline/today',
  access: 'post',
  summary: '今天的来电来访 / Today’s contacts of the own organisation that this post may open, and call-backs due',
  response: z.object({
    items: z.array(contactRow),
    callbacks: z.number(),
    open: z.number(),
  }),
  refuses: ['programme-unknown'],
})

export const callerHistory = contract({
  id: 'callerHistory',
  method: 'POST',
  path: '/hotline/caller-history',
  access: 'post',
  summary:
    '同号来电 / Earlier contacts from a number, own organisation only, after the caller agreed: how many and on which days; the look is logged',
  body: z.strictObject({ draft: uuid, phone: z.string().trim().min(5).max(20), consented: z.literal(true) }),
  response: z.object({
    count: z.number(),
    days: z.array(z.object({ on: day, record: uuid.nullable(), number: z.string().nullable() })),
  }),
  refuses: ['phone-wrong', 'input-invalid'],
})
