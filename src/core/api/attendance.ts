import { z } from 'zod'
import { contract } from './contract.ts'
import { headsShape, recordView } from './record-shapes.ts'
import { cursor, limit, pageOf, uuid } from './shared.ts'

const record = z.object({ programme: z.string().max(60), id: uuid })

export const listAttendance = contract({
  id: 'listAttendance',
  method: 'GET',
  path: '/records/:programme/:id/attendance',
  access: 'post',
  summary: '参加的人 / Who came, names masked',
  params: record,
  query: z.object({ cursor, limit }),
  response: pageOf(
    z.object({
      id: uuid,
      person: uuid,
      name: z.string().nullable(),
      method: z.enum(['list', 'code', 'import']),
      minutes: z.number().nullable(),
      /** By code at the door; null for who was written down. */
      signedIn: z.string().nullable(),
      signedOut: z.string().nullable(),
      at: z.string(),
    }),
  ),
})

export const attend = contract({
  id: 'attend',
  method: 'POST',
  path: '/records/:programme/:id/attendance',
  access: 'post',
  summary: '登记参加的人 / Put people on the list, set their minutes, or take them off. Nobody is counted twice',
  params: record,
  body: z.strictObject({
    actionId: uuid,
    people: z
      .array(z.strictObject({ person: uuid, minutes: z.number().int().min(0).max(720).optional() }))
      .max(2000)
      .default([]),
    remove: z.array(uuid).max(2000).default([]),
    /** Why minutes are settled by hand for who signed in by code. */
    reason: z.string().trim().max(500).optional(),
  }),
  response: recordView,
  refuses: [
    'not-allowed',
    'state-passed',
    'field-invalid',
    'reason-needed',
    'hours-over-shift',
    'child-check-needed',
    'action-reused',
  ],
})

export const setHeads = contract({
  id: 'setHeads',
  method: 'PUT',
  path: '/records/:programme/:id/heads',
  access: 'post',
  summary: '清点人数 / Head-counts: B with its sheet attached, C an estimate with a reason',
  params: record,
  body: z.strictObject({ actionId: uuid, revision: z.number().int().min(1), heads: z.array(headsShape).max(20) }),
  response: recordView,
  refuses: ['evidence-needed', 'reason-needed', 'stale-edit', 'not-allowed', 'action-reused'],
})

export const makeSignInCode = contract({
  id: 'makeSignInCode',
  method: 'POST',
  path: '/records/:programme/:id/sign-in-code',
  access: 'post',
  summary: '出示签到码 / A sign-in code for phones at the door, valid for six hours',
  params: record,
  response: z.object({ code: z.string(), url: z.string(), qr: z.string(), expiresAt: z.string() }),
  refuses: ['not-allowed', 'state-passed'],
})
