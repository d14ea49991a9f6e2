import type { Claim } from './programme.ts'

/** Who a claim of a thing is for: nobody. A clipping or an account is registered once, whoever it is about. */
export const nobody = '00000000-0000-7000-8000-000000000000'

/** A thing that one living record may stand for: an address, an account. Held as the claims of persons are. */
export const thingClaim = (kind: string, name: string): Claim => ({ person: nobody, key: `${kind}:${name}` })

/** A text as it is compared: no case, no blanks, no marks. */
export const plainly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** An address as it is compared: without scheme, www, a fragment, what only counts visitors, and a slash at the end. */
export function plainAddress(address: string): string {
  const [rest = ''] = address
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .split('#')
  const [path = '', query = ''] = rest.split('?')
  const [host = '', ...parts] = path.replace(/\/+$/, '').split('/')
  const kept = query.split('&').filter((pair) => pair !== '' && !/^(utm_|spm=|from=|share)/i.test(pair))
  return [[host.toLowerCase(), ...parts].join('/'), ...kept.sort()].join('?')
}

const prime = 0x100000001b3n
const word = 0xffff_ffff_ffff_ffffn

/** A short fingerprint of a text (FNV-1a, 64 bit, over code points): tells copies from each other, keeps no secret. */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const letter of text) hash = ((hash ^ BigInt(letter.codePointAt(0) ?? 0)) * prime) & word
  return hash.toString(16).padStart(16, '0')
}
