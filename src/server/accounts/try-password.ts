import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import { onDuty } from '../database/actor.ts'
import type { House } from '../http/route.ts'
import { Attempts, lockMinutes } from './attempts.ts'
import { writeEvent } from './events.ts'
import { verifyPassword } from './password.ts'
import { acceptedStep, openTotp } from './totp.ts'

/** An account as the gate sees it. */
export interface GateAccount {
  readonly area: number
  readonly id: string
  readonly name: string
  readonly display_name: string
  readonly home_org: number
  readonly password: string
  readonly must_change: boolean
  readonly totp: Buffer | null
  readonly totp_step: number | null
  readonly failures: number
  readonly locked_until: Date | null
  readonly disabled_at: Date | null
  readonly last_post: string | null
  readonly demo: boolean
}

const attempts = new Attempts()

// A wrong answer comes after this long whether the name exists or not: only an existing one has a history to write.
const wrongAnswerMs = 250

export interface Try {
  readonly name: string
  readonly password: string
  readonly totp?: string | undefined
  readonly address: string
}

/**
 * Checks a name with its password, and the code of the second step where the account has one. Gives the account; refuses
 * `sign-in-wrong`, `sign-in-locked`, `totp-needed`, `totp-wrong`, `account-disabled`, `too-many`.
 * A try is counted as failed before it is judged and taken back when right, so that many at once are no way round the lock.
 */
export async function tryPassword(house: House, given: Try): Promise<GateAccount> {
  attempts.refuseFlood(given.address)
  const answerAt = Date.now() + wrongAnswerMs
  const name = given.name.trim().toLowerCase()
  const account = await countTry(house, name)
  const minutes = account ? minutesLeft(account.locked_until) : attempts.tryUnknown(name)
  if (minutes > 0) throw new Refusal('sign-in-locked', { values: { minutes } })
  const right = await verifyPassword(given.password, account?.password)
  if (!account || !right) {
    await noteWrong(house, given, account, 'password')
    await setTimeout(Math.max(0, answerAt - Date.now()))
    throw new Refusal('sign-in-wrong')
  }
  if (account.disabled_at) throw new Refusal('account-disabled')
  if (account.totp) {
    if (!given.totp) {
      await takeTryBack(house, account)
      throw new Refusal('totp-needed')
    }
    if (!(await spendCode(house, account, account.totp, given.totp))) {
      await noteWrong(house, given, account, 'totp')
      throw new Refusal('totp-wrong', { field: 'totp' })
    }
  }
  await onDuty(house.pool, 'sign-in', (tx) =>
    tx.change(sql`UPDATE accounts SET failures = 0, locked_until = NULL WHERE id = ${account.id} AND failures > 0`),
  )
  return account
}

const minutesLeft = (until: Date | null) => Math.max(0, Math.ceil(((until?.getTime() ?? 0) - Date.now()) / 60_000))

/** The account as it was before this try; the try is already counted, unless the account is locked. */
async function countTry(house: House, name: string): Promise<GateAccount | undefined> {
  return onDuty(house.pool, 'sign-in', async (tx) => {
    const account = await tx.first<GateAccount>(sql`
      SELECT area, id, name, display_name, home_org, password, must_change, totp, totp_step, failures, locked_until, disabled_at,
        last_post, demo
      FROM accounts WHERE name = ${name} FOR UPDATE`)
    if (!account || minutesLeft(account.locked_until) > 0) return account
    const lock = lockMinutes(account.failures + 1)
    await tx.change(sql`UPDATE accounts SET failures = failures + 1,
      locked_until = CASE WHEN ${lock} > 0 THEN now() + ${lock} * interval '1 minute' END WHERE id = ${account.id}`)
    return account
  })
}

/** The password was right and the code is not asked yet: this try was none. Earlier wrong ones still count. */
async function takeTryBack(house: House, account: GateAccount): Promise<void> {
  await onDuty(house.pool, 'sign-in', (tx) =>
    tx.change(
      sql`UPDATE accounts SET failures = greatest(failures - 1, 0), locked_until = NULL WHERE id = ${account.id}`,
    ),
  )
}

async function noteWrong(house: House, given: Try, account: GateAccount | undefined, step: string): Promise<void> {
  attempts.noteFailure(given.address)
  // A name nobody has is not written down: people type their password there.
  if (!account) return
  const { id, home_org: org } = account
  const minutes = lockMinutes(account.failures + 1)
  await onDuty(house.pool, 'sign-in', async (tx) => {
    await writeEvent(tx, { account: id, org, event: 'sign-in-failed', detail: { step, address: given.address } })
    if (minutes > 0) await writeEvent(tx, { account: id, org, event: 'locked', detail: { minutes } })
  })
}

/** Takes a code, once: the step it belongs to is kept, and only a later one is taken again. */
async function spendCode(house: House, account: GateAccount, sealed: Buffer, code: string): Promise<boolean> {
  const secret = openTotp(house.secrets, account.id, sealed)
  return onDuty(house.pool, 'sign-in', async (tx) => {
    const row = await tx.first<{ totp_step: number | null }>(
      sql`SELECT totp_step FROM accounts WHERE id = ${account.id} FOR UPDATE`,
    )
    // A demo account's codes are printed on the sign-in page for everybody: that one may be used by two at once.
    const step = acceptedStep(secret, code, account.demo ? null : (row?.totp_step ?? null))
    if (step === undefined) return false
    await tx.change(sql`UPDATE accounts SET totp_step = ${step} WHERE id = ${account.id}`)
    return true
  })
}
