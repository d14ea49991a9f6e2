import { v7 } from 'uuid'
import type { OrgCode } from '../../src/core/org-code.ts'
import type { Role } from '../../src/core/role.ts'
import { createAccount, givePost } from '../../src/server/accounts/account-store.ts'
import { hashPassword } from '../../src/server/accounts/password.ts'
import { newTotpSecret, sealTotp, totpCode } from '../../src/server/accounts/totp.ts'
import { onDuty } from '../../src/server/database/actor.ts'
import type { TestHouse } from './house.ts'

/** An account that signs in as people do, with a password, and a second step when asked for. */
export interface MadeAccount {
  readonly id: string
  readonly name: string
  readonly password: string
  readonly secret: string | undefined
  readonly posts: readonly string[]
  /** The code of the moment, or of a step (30 s) before or after. */
  readonly code: (steps?: number) => string
}

interface Wanted {
  readonly posts: readonly (readonly [Role, OrgCode])[]
  readonly home: OrgCode
  readonly totp?: boolean
  readonly mustChange?: boolean
}

export async function makeAccount(house: TestHouse, wanted: Wanted): Promise<MadeAccount> {
  const id = v7()
  const name = `made-${id.slice(-12)}`
  const password = `caoyuan ${id.slice(-8)}`
  const secret = wanted.totp ? newTotpSecret() : undefined
  const kept = await hashPassword(password)
  const posts = await onDuty(house.house.pool, 'load', async (tx) => {
    const sealed = secret && { totp: sealTotp(house.house.secrets, id, secret) }
    const made = { id, name, displayName: '试用人', org: wanted.home, password: kept, ...sealed }
    await createAccount(tx, { ...made, mustChange: wanted.mustChange ?? false })
    const given: string[] = []
    for (const [role, org] of wanted.posts) given.push(await givePost(tx, { account: id, role, org }))
    return given
  })
  const code = (steps = 0) => (secret ? totpCode(secret, Date.now() + steps * 30_000) : '')
  return { id, name, password, secret, posts, code }
}

/** Signs in over HTTP; gives what a client keeps. */
export async function enter(house: TestHouse, account: MadeAccount, body: Record<string, unknown> = {}) {
  const raw = await house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-niangjia-token': '1' },
    payload: { name: account.name, password: account.password, ...body },
  })
  const answer: { code?: string; next?: string | null; token?: string } = raw.json()
  const headers = { authorization: `Bearer ${answer.token}`, 'x-niangjia-request': '1' }
  return { status: raw.statusCode, answer, raw, who: { headers } }
}
