import { expect, test } from 'vitest'
import { balancePath } from './balance-path.ts'

test('a balance stays until it moves, and the line ends at the last day', () => {
  const { line, top } = balancePath('2026-01-01', '2026-01-11', 100, [
    { on: '2026-01-06', fen: 200 },
    { on: '2026-01-11', fen: 0 },
  ])
  expect(top).toBe(200)
  expect(line).toBe('M0 60.0H300.0V0.0H600.0V120.0H600')
})

test('a month is drawn at its last day, and nothing leaves the box', () => {
  const { line } = balancePath('2026-01-01', '2026-03-02', 0, [
    { on: '2026-01', fen: -5 },
    { on: '2026-12', fen: 10 },
  ])
  expect(line).toBe('M0 120.0H300.0V120.0H600.0V0.0H600')
})
