import { expect, test } from 'vitest'
import { fingerprint, plainAddress, plainly } from './thing-claim.ts'

test('one address however it was copied; another page is another address', () => {
  const same = [
    'https://www.example.com/a/Story.html',
    'http://example.com/a/Story.html/',
    'https://EXAMPLE.com/a/Story.html?utm_source=x#top',
    'https://example.com/a/Story.html?from=wechat&spm=1',
  ]
  expect(new Set(same.map(plainAddress))).toEqual(new Set(['example.com/a/Story.html']))
  expect(plainAddress('https://example.com/a?id=2&b=1')).toBe(plainAddress('https://example.com/a?b=1&id=2'))
  expect(plainAddress('https://example.com/a?id=1')).not.toBe(plainAddress('https://example.com/a?id=2'))
})

test('a text is the same whatever its blanks and marks; its fingerprint is that of FNV-1a', () => {
  expect(plainly('“半边天”在行动： 北疆 ABC')).toBe(plainly('「半边天」在行动,北疆abc'))
  expect(plainly('一')).not.toBe(plainly('二'))
  expect(fingerprint('')).toBe('cbf29ce484222325')
  expect(fingerprint('a')).toBe('af63dc4c8601ec8c')
})
