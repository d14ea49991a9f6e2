import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'

/** scrypt costs 32 MB and some 80 ms a try (N = 2^15, r = 8, p = 1). Stored with each hash, so that they can be raised. */
const cost = { N: 2 ** 15, r: 8, p: 1 }
const hashBytes = 32

function derive(password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer) => (error ? reject(error) : resolve(key))
    // The same password typed on two keyboards may be two sequences of code points; NFKC makes them one.
    scrypt(password.normalize('NFKC'), salt, hashBytes, { N, r, p, maxmem: 256 * N * r }, done)
  })
}

/** The password as it is kept: scrypt$N$r$p$salt$hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$')
}

// For names nobody has: the same work is done and thrown away, so that the answer comes at the same time.
const decoy = [
  'scrypt',
  cost.N,
  cost.r,
  cost.p,
  randomBytes(16).toString('base64'),
  randomBytes(hashBytes).toString('base64'),
].join('$')

/** Whether the password is the kept one; `undefined` (an unknown name) takes as long and is never right. */
export async function verifyPassword(password: string, kept: string | undefined): Promise<boolean> {
  const readable = kept?.startsWith('scrypt$') ?? false
  const [, N, r, p, salt = '', hash = ''] = (kept && readable ? kept : decoy).split('$')
  const expected = Buffer.from(hash, 'base64')
  const found = await derive(password, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
  return expected.length === found.length && timingSafeEqual(expected, found) && readable
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password, to be read out or copied from paper: 16 characters without look-alikes, 79 bits. */
export function firstPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
