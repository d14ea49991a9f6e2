import { sql } from 'kysely'
import qrcode from 'qrcode'
import { passwordProblem } from '../../core/password-rules.ts'
import { Refusal } from '../../core/refusal.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import type { Caller } from '../http/caller.ts'
import type { House } from '../http/route.ts'
import { writeEvent } from './events.ts'
import { hashPassword } from './password.ts'
import { endOtherSessions, raiseSession } from './sessions.ts'
import { acceptedStep, newTotpSecret, openTotp, sealTotp, totpUrl } from './totp.ts'
import { tryPassword } from './try-password.ts'

interface Proof {
  readonly password: string
  readonly totp?: string | undefined
  readonly address: string
}

/** Proves that it is she who sits there, not somebody who found her screen open: counted and locked as a sign-in is. */
async function proveSelf(house: House, caller: Caller, proof: Proof) {
  const account = await tryPassword(house, { ...proof, name: caller.name })
  // What a demo shows everybody, nobody may change for everybody.
  if (account.demo) throw new Refusal('demo-account')
  return account
}

const selfEvent = (tx: Tx, caller: Caller, event: 'password-changed' | 'totp-begun' | 'totp-enrolled') =>
  writeEvent(tx, {
    account: caller.account,
    org: caller.homeOrg,
    event,
    by: { account: caller.account, post: caller.post?.id },
  })

/** Changes the caller's password. Her other sessions end. Refuses `password-weak` and whatever a sign-in is refused for. */
export async function changePassword(house: House, caller: Caller, proof: Proof, next: string): Promise<void> {
  if (passwordProblem(next, [caller.name, caller.displayName]))
    throw new Refusal('password-weak', { field: 'password' })
  const account = await proveSelf(house, caller, proof)
  if (next.normalize('NFKC') === proof.password.normalize('NFKC'))
    throw new Refusal('password-weak', { field: 'password' })
  const kept = await hashPassword(next)
  await onDuty(house.pool, 'sign-in', async (tx) => {
    await tx.change(sql`UPDATE accounts SET password = ${kept}, password_at = now(), must_change = false, revision = revision + 1
      WHERE id = ${account.id}`)
    await endOtherSessions(tx, account.id, caller.tokenHash)
    await selfEvent(tx, caller, 'password-changed')
  })
}

/** Makes a secret for an authenticator app, kept sealed and without effect until `confirmTotp`. */
export async function beginTotp(
  house: House,
  caller: Caller,
  proof: Proof,
): Promise<{ url: string; secret: string; qr: string }> {
  await proveSelf(house, caller, proof)
  const secret = newTotpSecret()
  const url = totpUrl(secret, caller.name)
  const sealed = sealTotp(house.secrets, caller.account, secret)
  await onDuty(house.pool, 'sign-in', async (tx) => {
    await tx.change(sql`UPDATE accounts SET totp_pending = ${sealed} WHERE id = ${caller.account}`)
    await selfEvent(tx, caller, 'totp-begun')
  })
  return { url, secret, qr: await qrcode.toDataURL(url, { margin: 1, width: 240 }) }
}

/** The first code of the new secret puts it in force. Gives the session's new token; her other sessions end. */
export async function confirmTotp(house: House, caller: Caller, code: string): Promise<string> {
  return onDuty(house.pool, 'sign-in', async (tx) => {
    const row = await tx.first<{ totp_pending: Buffer | null }>(
      sql`SELECT totp_pending FROM accounts WHERE id = ${caller.account} FOR UPDATE`,
    )
    if (!row?.totp_pending) throw new Refusal('not-found')
    const step = acceptedStep(openTotp(house.secrets, caller.account, row.totp_pending), code, null)
    if (step === undefined) throw new Refusal('totp-wrong', { field: 'totp' })
    await tx.change(sql`UPDATE accounts SET totp = totp_pending, totp_pending = NULL, totp_step = ${step}, revision = revision + 1
      WHERE id = ${caller.account}`)
    await endOtherSessions(tx, caller.account, caller.tokenHash)
    await selfEvent(tx, caller, 'totp-enrolled')
    return raiseSession(tx, caller.tokenHash)
  })
}
