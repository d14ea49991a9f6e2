import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

const info = 'niangjia sealed field v1'
const ivLength = 12
const tagLength = 16

const keys = new Map<string, KeyObject>()
/** Keys of secrets.json: a handful, read once. */
function keyOf(base64: string): KeyObject {
  const held = keys.get(base64)
  if (held) return held
  const key = createSecretKey(Buffer.from(base64, 'base64'))
  keys.set(base64, key)
  return key
}

// One derivation serves all fields of a person or record that is at hand; it goes with the salt it was made from.
const derived = new WeakMap<Buffer, { key: string; subkey: Buffer }>()

/** HKDF-Expand (RFC 5869), one block; the extract step is left out because a key of ours is uniformly random (section 3.3). */
function subkeyOf(key: string, salt: Buffer): Buffer {
  const held = derived.get(salt)
  if (held?.key === key) return held.subkey
  const subkey = createHmac('sha256', keyOf(key)).update(info).update(salt).update('\x01').digest()
  derived.set(salt, { key, subkey })
  return subkey
}

/** The salt of a new person or record. Destroying it destroys everything sealed under it (R-PRI-05). */
export function newSalt(): Buffer {
  return randomBytes(16)
}

/**
 * Seals a text with AES-256-GCM under a key derived from `key` and `salt` (HKDF-SHA256). `key` is a key of secrets.json
 * (base64); `aad` names where
 * the field belongs (`person:<id>:phone`), so that a sealed value copied into another row does not open.
 */
export function seal(key: string, salt: Buffer, plain: string, aad: string): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', subkeyOf(key, salt), iv, { authTagLength: tagLength }).setAAD(
    Buffer.from(aad),
  )
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Opens what `seal` made. Throws when key, salt or aad differ, or a bit was changed: that is damage, not input. */
export function unseal(key: string, salt: Buffer, sealed: Buffer, aad: string): string {
  const decipher = createDecipheriv('aes-256-gcm', subkeyOf(key, salt), sealed.subarray(0, ivLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(ivLength, ivLength + tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8')
}

/** A number's fingerprint for finding and for duplicates: HMAC-SHA256 under hashKey, over the normalised form. */
export function keyedHash(key: string, normalised: string): Buffer {
  return createHmac('sha256', keyOf(key)).update(normalised).digest()
}
