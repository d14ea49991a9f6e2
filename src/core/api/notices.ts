import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, done, limit, orgRef, pageOf, uuid } from './shared.ts'

/**
 * What a notice says: a record is asked to be opened; a deadline is near or over; a legal deadline below is over. Those of
 * sealed records say no more than that (processes 0.4).
 */
export const noticeKinds = [
  'break-glass-asked',
  'handler-asked',
  'handler-alone',
  'case-unhandled',
  'totp-reset-asked',
  'totp-reset',
  'urgent-fact',
  'clock-due',
  'clock-late',
  'clock-due-sealed',
  'clock-late-sealed',
  'legal-late',
  'legal-late-sealed',
] as const

const notice = z.object({
  id: uuid,
  /** One of noticeKinds; a client shows a kind it does not know as news with a link. */
  kind: z.string(),
  /** The sentence in the reader's language. */
  text: z.string(),
  /** The record's number or title, where the reader may see it. */
  detail: z.string().nullable(),
  /** The organisation to ask. */
  org: orgRef.nullable(),
  dueOn: day.nullable(),
  dueAt: z.string().nullable(),
  link: z.string().nullable(),
  at: z.string(),
  read: z.boolean(),
})

export const listNotices = contract({
  id: 'listNotices',
  method: 'GET',
  path: '/notices',
  access: 'post',
  summary: '我的提醒，新的在前 / Notices to me, newest first, with how many are unread',
  query: z.object({ cursor, limit }),
  response: pageOf(notice).extend({ unread: z.number() }),
})

export const readNotices = contract({
  id: 'readNotices',
  method: 'POST',
  path: '/notices/read',
  access: 'post',
  summary: '标为已看 / Marks notices of mine as read: these, or all up to now',
  body: z.object({ ids: z.array(uuid).max(200).optional() }),
  response: done,
})
