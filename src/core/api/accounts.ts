import { z } from 'zod'
import { contract } from './contract.ts'
import { heldPost, role } from './session.ts'
import { cursor, day, done, limit, orgCode, orgRef, pageOf, uuid } from './shared.ts'

const params = z.object({ id: uuid })

export const accountRow = z.object({
  id: uuid,
  name: z.string(),
  displayName: z.string(),
  home: orgRef,
  posts: z.array(heldPost),
  hasTotp: z.boolean(),
  locked: z.boolean(),
  disabled: z.boolean(),
  demo: z.boolean(),
  /** givePost: posts may be given and ended; manage: unlock, reset, disable, sign out. Never on one's own account. */
  abilities: z.object({ givePost: z.boolean(), manage: z.boolean() }),
})
export type AccountRow = z.infer<typeof accountRow>

export const listAccounts = contract({
  id: 'listAccounts',
  method: 'GET',
  path: '/accounts',
  access: 'post',
  summary: '本级及以下的账号 / Accounts of my subtree',
  query: z.object({ q: z.string().max(60).optional(), org: orgCode.optional(), cursor, limit }),
  response: pageOf(accountRow),
})

export const listColleagues = contract({
  id: 'listColleagues',
  method: 'GET',
  path: '/colleagues',
  access: 'post',
  summary: '本组织的同事 / Colleagues of my organisation',
  response: z.object({
    items: z.array(
      z.object({ id: uuid, displayName: z.string(), roles: z.array(z.object({ role, label: z.string() })) }),
    ),
  }),
})

/** The first password is shown this once and must be changed at the first sign-in. */
const firstPassword = z.object({ id: uuid, name: z.string(), firstPassword: z.string() })

export const postAccount = contract({
  id: 'postAccount',
  method: 'POST',
  path: '/accounts',
  access: 'post',
  summary: '新建账号 / Create an account',
  body: z.object({
    id: uuid,
    name: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z][a-z0-9._-]{2,39}$/),
    displayName: z.string().trim().min(1).max(60),
    org: orgCode,
  }),
  response: firstPassword,
  refuses: ['name-taken', 'out-of-scope', 'org-ended', 'not-allowed'],
})

export const postAccountPost = contract({
  id: 'postAccountPost',
  method: 'POST',
  path: '/accounts/:id/posts',
  access: 'post',
  summary: '给岗位 / Give a post',
  params,
  body: z.object({ id: uuid, role, org: orgCode, from: day.optional(), to: day.optional() }),
  response: z.object({ id: uuid }),
  refuses: ['own-post', 'separated-roles', 'post-exists', 'partner-post', 'out-of-scope', 'org-ended', 'not-allowed'],
})

export const deleteAccountPost = contract({
  id: 'deleteAccountPost',
  method: 'DELETE',
  path: '/accounts/:id/posts/:postId',
  access: 'post',
  summary: '免去岗位，立即生效 / End a post, at once',
  params: params.extend({ postId: uuid }),
  response: done,
  refuses: ['own-post', 'not-found', 'not-allowed'],
})

export const postUnlock = contract({
  id: 'postUnlock',
  method: 'POST',
  path: '/accounts/:id/unlock',
  access: 'post',
  summary: '解锁 / Unlock',
  params,
  response: done,
  refuses: ['not-allowed', 'out-of-scope'],
})

export const putAccountPassword = contract({
  id: 'putAccountPassword',
  method: 'PUT',
  path: '/accounts/:id/password',
  access: 'post',
  summary: '重置密码，只显示一次 / Reset the password; shown once',
  params,
  response: firstPassword,
  refuses: ['not-allowed', 'out-of-scope', 'demo-account'],
})

export const postDisable = contract({
  id: 'postDisable',
  method: 'POST',
  path: '/accounts/:id/disable',
  access: 'post',
  summary: '停用账号 / Disable an account',
  params,
  response: done,
  refuses: ['not-allowed', 'out-of-scope'],
})

export const postEnable = contract({
  id: 'postEnable',
  method: 'POST',
  path: '/accounts/:id/enable',
  access: 'post',
  summary: '恢复账号 / Enable it again',
  params,
  response: done,
  refuses: ['not-allowed', 'out-of-scope'],
})

export const deleteAccountSessions = contract({
  id: 'deleteAccountSessions',
  method: 'DELETE',
  path: '/accounts/:id/sessions',
  access: 'post',
  summary: '让她在所有设备退出 / Sign her out everywhere',
  params,
  response: done,
  refuses: ['not-allowed', 'out-of-scope'],
})

const who = z.object({ id: uuid, displayName: z.string() })

/** A lost device of the second step: one administrator asks, a second person (hers, or a security post) decides. */
export const totpReset = z.object({
  id: uuid,
  account: who,
  home: orgRef,
  reason: z.string(),
  askedBy: who.nullable(),
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  agreed: z.boolean().nullable(),
  mayDecide: z.boolean(),
})
export type TotpReset = z.infer<typeof totpReset>

export const postTotpReset = contract({
  id: 'postTotpReset',
  method: 'POST',
  path: '/accounts/:id/totp-resets',
  access: 'post',
  summary: '申请解除动态码（设备丢了）/ Ask to take off the second step of a lost device; a second person decides',
  params,
  body: z.strictObject({ id: uuid, reason: z.string().trim().min(2).max(200) }),
  response: done,
  refuses: ['not-allowed', 'own-post', 'out-of-scope', 'not-found', 'demo-account', 'totp-none'],
})

export const listTotpResets = contract({
  id: 'listTotpResets',
  method: 'GET',
  path: '/totp-resets',
  access: 'post',
  summary: '解除动态码的申请 / Requests to take a second step off, newest first: of my subtree, or about me',
  response: z.object({ items: z.array(totpReset) }),
})

export const decideTotpReset = contract({
  id: 'decideTotpReset',
  method: 'POST',
  path: '/totp-resets/:id',
  access: 'post',
  summary: '核实并决定 / Decide: agreed takes the second step off and ends every session of hers',
  params,
  body: z.strictObject({ agreed: z.boolean() }),
  response: done,
  refuses: ['not-allowed', 'not-found', 'second-person'],
})

export const auditRow = z.object({
  id: uuid,
  at: z.iso.datetime(),
  /** read: somebody opened P3/P4; event: something happened to an account. */
  kind: z.enum(['read', 'event']),
  org: orgRef,
  by: who.nullable(),
  /** An account event's or a read subject's name, and its words. */
  event: z.string(),
  eventLabel: z.string(),
  /** The account an event is about; what was read. */
  account: who.nullable(),
  subject: z.object({ kind: z.string(), id: uuid }).nullable(),
  fields: z.array(z.string()),
  /** The same in words, for a record: its programme, then the fields. */
  fieldLabels: z.array(z.string()),
  purpose: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditRow = z.infer<typeof auditRow>

export const getAudit = contract({
  id: 'getAudit',
  method: 'GET',
  path: '/audit',
  access: 'post',
  summary: '审计：谁看了什么、账号动过什么 / Audit: who opened what, what happened to accounts',
  query: z.object({
    kind: z.enum(['read', 'event']).optional(),
    org: orgCode.optional(),
    account: uuid.optional(),
    subject: uuid.optional(),
    from: day.optional(),
    to: day.optional(),
    cursor,
    limit,
  }),
  response: pageOf(auditRow),
  refuses: ['not-allowed', 'out-of-scope', 'cursor-invalid'],
})
