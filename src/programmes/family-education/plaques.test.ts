import { expect, test } from 'vitest'
import { standingOf } from '../../core/minimum.ts'
import { spanOf } from './plaques.ts'

test('a year is a year; a term is September to January or February to August', () => {
  expect(spanOf('year', '2026-11-26')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  expect(spanOf('term', '2026-09-01')).toEqual({ from: '2026-09-01', to: '2027-01-31' })
  expect(spanOf('term', '2027-01-31')).toEqual({ from: '2026-09-01', to: '2027-01-31' })
  expect(spanOf('term', '2027-02-01')).toEqual({ from: '2027-02-01', to: '2027-08-31' })
})

test('four a year: one is asked for on the day after the first quarter of the days, not before (D29)', () => {
  const year = spanOf('year', '2026-01-01')
  const stands = (done: number, day: string) => standingOf(4, done, year, day).stands
  // 365 / 4 = 91.25 days: the 92nd day has passed on 2 April at midnight, so the 3rd of April is the first day behind.
  expect(stands(0, '2026-01-01')).toBe('on-the-way')
  expect(stands(0, '2026-04-02')).toBe('on-the-way')
  expect(stands(0, '2026-04-03')).toBe('behind')
  expect(stands(1, '2026-04-03')).toBe('on-the-way')
  expect(stands(3, '2026-12-31')).toBe('on-the-way')
  expect(stands(3, '2027-01-01')).toBe('behind')
  expect(stands(4, '2026-04-03')).toBe('met')
  expect(standingOf(4, 6, year, '2026-12-31')).toEqual({ least: 4, done: 6, missing: 0, stands: 'met' })
  expect(standingOf(4, 1, year, '2026-12-31').missing).toBe(3)
})

test('two a term (D30)', () => {
  const term = spanOf('term', '2026-10-01')
  expect(standingOf(2, 0, term, '2026-11-16').stands).toBe('on-the-way')
  expect(standingOf(2, 0, term, '2026-11-17').stands).toBe('behind')
})
