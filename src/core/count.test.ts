import { expect, test } from 'vitest'
import { type Count, difference, settle } from './count.ts'

const at = (value: number, more: Partial<Count> = {}): Count => ({
  measure: 'm',
  on: '2026-03-08',
  value,
  grade: 'A',
  ...more,
})

test('counts of one key are added, zero sums disappear', () => {
  expect(settle([at(2), at(3), at(4, { grade: 'B' })])).toEqual([at(5), at(4, { grade: 'B' })])
  expect(settle([at(1), at(-1)])).toEqual([])
})

test('a person counts once in a record however often she is listed', () => {
  expect(settle([at(1, { person: 'p' }), at(1, { person: 'p' })])).toEqual([at(1, { person: 'p' })])
})

test('a replay posts nothing, a correction posts one reversal and one new entry', () => {
  expect(difference([at(46)], [at(46)])).toEqual([])
  expect(difference([at(45)], [at(46)])).toEqual([at(-1)])
  expect(difference([at(46, { on: '2026-03-09' })], [at(46)])).toEqual([at(46, { on: '2026-03-09' }), at(-46)])
})

test('what the ledger holds in several entries is one sum', () => {
  expect(difference([at(10)], [at(4), at(8), at(-2)])).toEqual([])
  expect(difference([], [at(4), at(-4)])).toEqual([])
})
