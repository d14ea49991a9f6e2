import { expect, it } from 'vitest'
import { parseCreditCode } from './credit-code.ts'

it('reads the published example as typed', () => {
  expect(parseCreditCode('91350100M000100Y43')).toBe('91350100M000100Y43')
  expect(parseCreditCode(' 91350100m000100y43 ')).toBe('91350100M000100Y43')
})

it('gives nothing for a wrong check character, letter or length', () => {
  const wrong = [
    '91350100M000100Y44',
    '91350100M000100Y34',
    '9135O100M000100Y43',
    '91350100M000100Y4',
    '',
    '91350100M000100Y43X',
  ]
  expect(wrong.map(parseCreditCode)).toEqual(wrong.map(() => undefined))
})
