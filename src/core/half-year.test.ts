import { expect, test } from 'vitest'
import { closingOf, halfYearsAround, halfYearsIn } from './half-year.ts'

test('a range is made of half-years or it is not', () => {
  expect(halfYearsIn({ from: '2026-01-01', to: '2026-12-31' })).toEqual([
    { from: '2026-01-01', to: '2026-06-30' },
    { from: '2026-07-01', to: '2026-12-31' },
  ])
  expect(halfYearsIn({ from: '2025-07-01', to: '2026-06-30' })).toHaveLength(2)
  for (const [from, to] of [
    ['2026-01-01', '2026-11-30'],
    ['2026-02-01', '2026-06-30'],
    ['1900-01-01', '2026-12-31'],
  ] as const)
    expect(halfYearsIn({ from, to })).toBeUndefined()
  expect(halfYearsAround({ from: '2025-08-09', to: '2026-03-01' })).toEqual({ from: '2025-07-01', to: '2026-06-30' })
})

test('it is closed when the month after it is over in Shanghai', () => {
  expect(closingOf({ from: '2026-01-01', to: '2026-06-30' }).toISOString()).toBe('2026-07-31T16:00:00.000Z')
  expect(closingOf({ from: '2026-07-01', to: '2026-12-31' }).toISOString()).toBe('2027-01-31T16:00:00.000Z')
})
