import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// Uploaded and returned sheets hold names and numbers in clear: they lie in the file store encrypted (R-SEC-01).
const keyFor = (dataKey: string, salt: Buffer) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(dataKey, 'base64'), salt, 'niangjia sealed file v1', 32))

/** Encrypts a file with AES-256-GCM under a key of its own; `name` is bound to it, so files cannot be exchanged. */
export function sealFile(dataKey: string, name: string, content: Buffer): Buffer {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(dataKey, salt), iv).setAAD(Buffer.from(name))
  const body = cipher.update(content)
  return Buffer.concat([salt, iv, cipher.final(), body, cipher.getAuthTag()])
}

/** Opens what sealFile made; throws when the key, the name or a bit differs. */
export function openFile(dataKey: string, name: string, sealed: Buffer): Buffer {
  const [salt, iv] = [sealed.subarray(0, 16), sealed.subarray(16, 28)]
  const decipher = createDecipheriv('aes-256-gcm', keyFor(dataKey, salt), iv, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(28, -16)), decipher.final()])
}
