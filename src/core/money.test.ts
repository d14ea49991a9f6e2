import { expect, it } from 'vitest'
import { formatWanYuan, formatYuan, parseYuan } from './money.ts'

it('reads yuan into fen without a float', () => {
  const texts = ['1,234.50', '0.29', '1.1', '¥ 12', '１２３．４元', '90071992547409.91', '0']
  expect(texts.map(parseYuan)).toEqual([123450, 29, 110, 1200, 12340, Number.MAX_SAFE_INTEGER, 0])
})

it('gives nothing for what is not an amount', () => {
  const texts = ['', '-1', '1.234', '12,34', '1,2345', '1e3', '一百', '.5', '90071992547409.92', 'NaN']
  expect(texts.map(parseYuan)).toEqual(texts.map(() => undefined))
})

it('shows fen as yuan and as 万元, rounded away from zero', () => {
  expect([123450, 5, -123450, 0].map(formatYuan)).toEqual(['1,234.50', '0.05', '−1,234.50', '0.00'])
  expect([1234567890, 5000, 4999, -5000].map(formatWanYuan)).toEqual(['1,234.57', '0.01', '0.00', '−0.01'])
})
