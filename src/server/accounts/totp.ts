import { createHash } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '../crypto/seal.ts'
import type { Secrets } from '../secrets.ts'

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, 30 s. */
const period = 30
const issuer = '娘家'

const totpOf = (secret: string, name = '') =>
  new TOTP({ issuer, label: name, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

/** A new secret, 160 bits in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address behind the QR code that an authenticator app reads. */
export function totpUrl(secret: string, name: string): string {
  return totpOf(secret, name).toString()
}

/**
 * The time step a code belongs to when it may be taken: one step early or late at most, and later than `lastStep`, the
 * last one accepted — a code seen over a shoulder works no second time (RFC 6238 §5.2). Otherwise undefined.
 */
export function acceptedStep(
  secret: string,
  code: string,
  lastStep: number | null,
  now = Date.now(),
): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now / 1000 / period) + delta
  return step > (lastStep ?? 0) ? step : undefined
}

/** The code of this moment. */
export function totpCode(secret: string, now = Date.now()): string {
  return totpOf(secret).generate({ timestamp: now })
}

/** A demo account's secret: made from its name, so that the sign-in page can print the current code. */
export function demoTotpSecret(name: string): string {
  const digest = createHash('sha256').update(`niangjia demo ${name}`).digest()
  return new Secret({ buffer: new Uint8Array(digest.subarray(0, 20)).buffer }).base32
}

const saltOf = (account: string) => Buffer.from(account.replaceAll('-', ''), 'hex')
const placeOf = (account: string) => `account:${account}:totp`

/** The secret as it is kept, sealed under the data key and bound to the account. */
export function sealTotp(secrets: Secrets, account: string, secret: string): Buffer {
  return seal(secrets.dataKey, saltOf(account), secret, placeOf(account))
}

export function openTotp(secrets: Secrets, account: string, sealed: Buffer): string {
  return unseal(secrets.dataKey, saltOf(account), sealed, placeOf(account))
}
