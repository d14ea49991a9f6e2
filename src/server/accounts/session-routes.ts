import type pg from 'pg'
import {
  deleteMySession,
  deleteSession,
  getMe,
  listDemoAccounts,
  listMySessions,
  postMyTotp,
  postSession,
  putMyPassword,
  putMyPost,
  putMyTotp,
} from '../../core/api/session.ts'
import { Refusal } from '../../core/refusal.ts'
import { onDuty } from '../database/actor.ts'
import type { Caller } from '../http/caller.ts'
import { publicRoute, type Route } from '../http/route.ts'
import { demoAccounts } from './demo-accounts.ts'
import { writeEvent } from './events.ts'
import { loadHeldPosts } from './held-posts.ts'
import { describeMe } from './me.ts'
import { nextStepOf } from './next-step.ts'
import { beginTotp, changePassword, confirmTotp } from './own-account.ts'
import { ownRoute } from './own-route.ts'
import { endSession, handOver, listSessions, takeCookieBack } from './sessions.ts'
import { signIn, takeUpPost } from './sign-in.ts'

const done = { done: true } as const
const self = ({ account, homeOrg, post }: Caller) => ({ account, org: homeOrg, by: { account, post: post?.id } })

export const sessionRoutes: readonly Route[] = [
  publicRoute(postSession, async ({ house, request, reply, body }) => {
    const { token, next } = await signIn(house, request, body)
    return { next, ...handOver(request, reply, token) }
  }),

  ownRoute(deleteSession, async ({ house, reply, caller }) => {
    await onDuty(house.pool, 'sign-in', async (tx) => {
      await endSession(tx, caller.tokenHash)
      await writeEvent(tx, { ...self(caller), event: 'signed-out' })
    })
    takeCookieBack(reply)
    return done
  }),

  ownRoute(getMe, ({ house, caller, language }) =>
    onDuty(house.pool, 'sign-in', (tx) => describeMe(tx, caller, language)),
  ),

  ownRoute(putMyPost, ({ house, caller, body, language }) =>
    onDuty(house.pool, 'sign-in', async (tx) => {
      const posts = (await loadHeldPosts(tx, [caller.account], language, { now: true })).get(caller.account) ?? []
      const post = posts.find(({ id }) => id === body.postId)
      if (!post) throw new Refusal('not-found')
      if (post.needsTotp && !caller.secondStep) throw new Refusal('totp-required')
      await takeUpPost(tx, caller, post)
      return { next: nextStepOf({ ...caller, post, posts }) }
    }),
  ),

  ownRoute(listMySessions, ({ house, caller }) =>
    onDuty(house.pool, 'sign-in', async (tx) => ({ items: await listSessions(tx, caller.account, caller.tokenHash) })),
  ),

  ownRoute(deleteMySession, ({ house, caller, params }) =>
    onDuty(house.pool, 'sign-in', async (tx) => {
      const tokenHash = Buffer.from(params.id, 'base64url')
      const mine = await listSessions(tx, caller.account, caller.tokenHash)
      if (!mine.some(({ id }) => id === params.id)) throw new Refusal('not-found')
      await endSession(tx, tokenHash)
      await writeEvent(tx, { ...self(caller), event: 'session-ended' })
      return done
    }),
  ),

  ownRoute(putMyPassword, async ({ house, request, caller, body }) => {
    await changePassword(house, caller, { password: body.current, totp: body.totp, address: request.ip }, body.password)
    return { next: await nextOf(house.pool, { ...caller, mustChange: false }) }
  }),

  ownRoute(postMyTotp, ({ house, request, caller, body }) =>
    beginTotp(house, caller, { ...body, address: request.ip }),
  ),

  ownRoute(putMyTotp, async ({ house, request, reply, caller, body }) => {
    const token = await confirmTotp(house, caller, body.totp)
    return { next: await nextOf(house.pool, { ...caller, hasTotp: true }), ...handOver(request, reply, token) }
  }),

  publicRoute(listDemoAccounts, async ({ house, language }) => ({ items: await demoAccounts(house.pool, language) })),
]

async function nextOf(pool: pg.Pool, caller: Caller) {
  const held = await onDuty(pool, 'sign-in', (tx) => loadHeldPosts(tx, [caller.account], 'zh', { now: true }))
  return nextStepOf({ ...caller, posts: held.get(caller.account) ?? [] })
}
