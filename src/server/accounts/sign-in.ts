import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { HeldPost } from '../../core/api/session.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import { hashToken, tokenOf } from '../http/caller.ts'
import type { House } from '../http/route.ts'
import { writeEvent } from './events.ts'
import { loadHeldPosts } from './held-posts.ts'
import { nextStepOf } from './next-step.ts'
import { beginSession, deviceOf, endSession } from './sessions.ts'
import { type GateAccount, tryPassword } from './try-password.ts'

/** Signs in: checks, begins a new session (an older one of this browser ends) and takes up the post she had last. */
export async function signIn(
  house: House,
  request: FastifyRequest,
  given: { name: string; password: string; totp?: string | undefined },
) {
  const account = await tryPassword(house, { ...given, address: request.ip })
  const secondStep = account.totp !== null
  return onDuty(house.pool, 'sign-in', async (tx) => {
    const posts = (await loadHeldPosts(tx, [account.id], 'zh', { now: true })).get(account.id) ?? []
    const post = postToTakeUp(account, posts, secondStep)
    const former = tokenOf(request)
    if (former) await endSession(tx, hashToken(former))
    const device = deviceOf(request)
    const token = await beginSession(tx, {
      area: account.area,
      account: account.id,
      post: post?.id,
      secondStep,
      device,
    })
    await writeEvent(tx, {
      account: account.id,
      org: account.home_org,
      event: 'signed-in',
      by: { account: account.id, post: post?.id },
      detail: { address: request.ip, device },
    })
    return { token, next: nextStepOf({ mustChange: account.must_change, hasTotp: secondStep, post, posts }) }
  })
}

function postToTakeUp(account: GateAccount, posts: readonly HeldPost[], secondStep: boolean): HeldPost | undefined {
  const open = posts.filter((post) => secondStep || !post.needsTotp)
  return open.find((post) => post.id === account.last_post) ?? open[0]
}

/** Takes up one of her own posts in this session, from the next request on. */
export async function takeUpPost(
  tx: Tx,
  caller: { account: string; homeOrg: number; tokenHash: Buffer },
  post: HeldPost,
): Promise<void> {
  await tx.change(sql`UPDATE sessions SET post = ${post.id} WHERE token_hash = ${caller.tokenHash}`)
  await tx.change(sql`UPDATE accounts SET last_post = ${post.id} WHERE id = ${caller.account}`)
  await writeEvent(tx, {
    account: caller.account,
    org: caller.homeOrg,
    event: 'post-chosen',
    by: { account: caller.account, post: post.id },
    detail: { role: post.role, org: post.org.code },
  })
}
