import { expect, it } from 'vitest'
import { parsePhone } from './phone.ts'

it('reads mobiles and landlines of the region as typed', () => {
  const mobiles = ['13800001234', '138 0000 1234', '+86 138-0000-1234', '0086 13800001234', '１３８００００１２３４']
  expect(mobiles.map(parsePhone)).toEqual(mobiles.map(() => '13800001234'))
  const landlines = ['0471-2345678', '(0471) 2345678', '+86 471 2345678', '04712345678']
  expect(landlines.map(parsePhone)).toEqual(landlines.map(() => '0471-2345678'))
  expect(parsePhone('0483-8345678')).toBe('0483-8345678')
})

it('gives nothing for anything else', () => {
  const wrong = [
    '',
    '12800001234',
    '1380000123',
    '138000012345',
    '010-62345678',
    '0471-123',
    '12338',
    'abc',
    '1380000123a',
  ]
  expect(wrong.map(parsePhone)).toEqual(wrong.map(() => undefined))
})
