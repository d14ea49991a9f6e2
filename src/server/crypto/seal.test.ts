import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyedHash, newSalt, seal, unseal } from './seal.ts'

const key = randomBytes(32).toString('base64')

describe('sealed fields', () => {
  it('open again, and only with the same key, salt and place', () => {
    const salt = newSalt()
    const sealed = seal(key, salt, '13800001234', 'person:1:phone')
    expect(unseal(key, Buffer.from(salt), sealed, 'person:1:phone')).toBe('13800001234')
    expect(() => unseal(key, salt, sealed, 'person:2:phone')).toThrow()
    expect(() => unseal(key, newSalt(), sealed, 'person:1:phone')).toThrow()
    expect(() => unseal(randomBytes(32).toString('base64'), salt, sealed, 'person:1:phone')).toThrow()
    const damaged = Buffer.from(sealed)
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1
    expect(() => unseal(key, salt, damaged, 'person:1:phone')).toThrow()
  })

  it('never look the same twice, while the keyed hash does', () => {
    const salt = newSalt()
    expect(seal(key, salt, 'x', 'a').equals(seal(key, salt, 'x', 'a'))).toBe(false)
    expect(keyedHash(key, 'x').equals(keyedHash(key, 'x'))).toBe(true)
    expect(keyedHash(randomBytes(32).toString('base64'), 'x').equals(keyedHash(key, 'x'))).toBe(false)
  })
})
