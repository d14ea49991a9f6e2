import { expect, test } from 'vitest'
import { tightText } from './number-text.ts'

test('a figure is cut down, never rounded up, where there is little room', () => {
  expect(tightText(9_999_00, 'yuan', 'zh')).toBe('9,999')
  expect(tightText(3_270_000_000_00, 'yuan', 'zh')).toBe('32.7亿')
  expect(tightText(327_999_999_00, 'yuan', 'zh')).toBe('3.27亿')
  expect(tightText(3_270_000_00, 'yuan', 'zh')).toBe('327万')
  expect(tightText(50_500_000, 'item', 'zh')).toBe('5,050万')
  expect(tightText(-3_270_000_000_00, 'yuan', 'en')).toBe('−3.27B')
  expect(tightText(1_150_000_000, 'item', 'en')).toBe('1.15B')
  expect(tightText(99_999, 'item', 'zh')).toBe('99,999')
  expect(tightText(900_000, 'item', 'zh')).toBe('90.0万')
  expect(tightText(900_000, 'item', 'en')).toBe('900k')
  expect(tightText(null, 'item', 'en')).toBe('—')
})
