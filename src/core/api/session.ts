import { z } from 'zod'
import { roleIds } from '../role.ts'
import { contract } from './contract.ts'
import { day, done, orgRef, uuid } from './shared.ts'

export const role = z.enum(roleIds)
const secret = z.string().min(1).max(200)
const code = z.string().regex(/^\d{6}$/)

/** What stands between a signed-in account and her work: a first password, the second step, a choice of post; or nothing. */
export const nextStep = z.enum(['password', 'totp', 'post']).nullable()

/** `token` only for API clients that send `X-Niangjia-Token: 1`; browsers have the cookie. */
const session = z.object({ next: nextStep, token: z.string().optional() })

export const heldPost = z.object({
  id: uuid,
  role,
  roleLabel: z.string(),
  org: orgRef,
  from: day,
  to: day.nullable(),
  /** This post sees P3/P4: it can be chosen only in a session with a second step. */
  needsTotp: z.boolean(),
})
export type HeldPost = z.infer<typeof heldPost>

export const me = z.object({
  account: z.object({ id: uuid, name: z.string(), displayName: z.string(), demo: z.boolean() }),
  post: heldPost.nullable(),
  posts: z.array(heldPost),
  menu: z.array(
    z.object({
      programme: z.string(),
      label: z.string(),
      kind: z.string(),
      service: z.string(),
      icon: z.string(),
      abilities: z.object({ create: z.boolean() }),
    }),
  ),
  /** Pages besides the programmes. */
  abilities: z.object({
    people: z.boolean(),
    imports: z.boolean(),
    funds: z.boolean(),
    accounts: z.boolean(),
    audit: z.boolean(),
    /** Composing local programmes, agreeing to them, or looking on. */
    localProgrammes: z.boolean(),
    checks: z.boolean(),
    breakGlass: z.boolean(),
  }),
  next: nextStep,
  hasTotp: z.boolean(),
  demo: z.boolean(),
  today: day,
})
export type Me = z.infer<typeof me>

export const postSession = contract({
  id: 'postSession',
  method: 'POST',
  path: '/session',
  access: 'public',
  summary: '登录 / Sign in',
  body: z.object({ name: z.string().min(1).max(60), password: secret, totp: code.optional() }),
  response: session,
  refuses: ['sign-in-wrong', 'sign-in-locked', 'totp-needed', 'totp-wrong', 'too-many'],
})

export const deleteSession = contract({
  id: 'deleteSession',
  method: 'DELETE',
  path: '/session',
  access: 'account',
  summary: '退出 / Sign out',
  response: done,
})

export const getMe = contract({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  access: 'account',
  summary: '我是谁、在哪个岗位 / Who I am and under which post',
  response: me,
})

export const putMyPost = contract({
  id: 'putMyPost',
  method: 'PUT',
  path: '/me/post',
  access: 'account',
  summary: '切换岗位 / Switch post',
  body: z.object({ postId: uuid }),
  response: session,
  refuses: ['not-found', 'totp-required'],
})

export const listMySessions = contract({
  id: 'listMySessions',
  method: 'GET',
  path: '/me/sessions',
  access: 'account',
  summary: '我登录着的设备 / Where I am signed in',
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        device: z.string(),
        current: z.boolean(),
        secondStep: z.boolean(),
        createdAt: z.iso.datetime(),
        seenAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
      }),
    ),
  }),
})

export const deleteMySession = contract({
  id: 'deleteMySession',
  method: 'DELETE',
  path: '/me/sessions/:id',
  access: 'account',
  summary: '退出一台设备 / Sign one device out',
  params: z.object({ id: z.string().regex(/^[\w-]{43}$/) }),
  response: done,
})

export const putMyPassword = contract({
  id: 'putMyPassword',
  method: 'PUT',
  path: '/me/password',
  access: 'account',
  summary: '改密码 / Change my password',
  body: z.object({ current: secret, password: secret, totp: code.optional() }),
  response: session,
  refuses: ['sign-in-wrong', 'totp-needed', 'totp-wrong', 'sign-in-locked', 'password-weak', 'demo-account'],
})

export const postMyTotp = contract({
  id: 'postMyTotp',
  method: 'POST',
  path: '/me/totp',
  access: 'account',
  summary: '开始绑定动态码 / Begin setting up two-step sign-in',
  // Whoever has a code already proves it before she gets another.
  body: z.object({ password: secret, totp: code.optional() }),
  response: z.object({ url: z.string(), secret: z.string(), qr: z.string() }),
  refuses: ['sign-in-wrong', 'totp-needed', 'totp-wrong', 'demo-account'],
})

export const putMyTotp = contract({
  id: 'putMyTotp',
  method: 'PUT',
  path: '/me/totp',
  access: 'account',
  summary: '确认动态码 / Confirm two-step sign-in',
  body: z.object({ totp: code }),
  response: session,
  refuses: ['totp-wrong', 'not-found'],
})

export const listDemoAccounts = contract({
  id: 'listDemoAccounts',
  method: 'GET',
  path: '/demo-accounts',
  access: 'public',
  summary: '演示账号（正式安装为空）/ Demo accounts; none in a real installation',
  response: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        displayName: z.string(),
        role,
        roleLabel: z.string(),
        orgName: z.string(),
        password: z.string(),
        totp: z.string().optional(),
      }),
    ),
  }),
})
