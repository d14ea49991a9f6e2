import { expect, it } from 'vitest'
import { addAmounts, formatAmount, formatValue, isAdditive, rateOf, type Unit, unitLabel, units } from './unit.ts'

it('adds one additive unit; two units or persons do not compile', () => {
  const sessions = { unit: 'session', value: 3 } as const
  expect(addAmounts(sessions, { unit: 'session', value: 4 })).toEqual({ unit: 'session', value: 7 })
  // @ts-expect-error sessions and items are different things
  addAmounts(sessions, { unit: 'item', value: 1 })
  // @ts-expect-error persons are united, never summed
  addAmounts({ unit: 'person', value: 1 }, { unit: 'person', value: 1 })
})

it('knows which units are distinct', () => {
  const distinct = (Object.keys(units) as Unit[]).filter((unit) => units[unit].nature === 'distinct')
  expect(distinct).toEqual(['person', 'household'])
  expect([isAdditive('person'), isAdditive('yuan'), isAdditive('percent')]).toEqual([false, true, false])
})

it('shows values with their unit, and a measure may bring its own word', () => {
  expect(formatAmount(3201, 'session', 'zh')).toBe('3,201 场')
  expect(formatAmount(0.865, 'percent', 'en')).toBe('86.5%')
  expect(formatAmount(123450, 'yuan', 'zh')).toBe('1,234.50 元')
  expect(formatValue(-1234567, 'item')).toBe('−1,234,567')
  expect(formatAmount(12, 'place', 'zh', { zh: '支', en: 'teams' })).toBe('12 支')
  expect(unitLabel('place', 'en', { zh: '支', en: 'teams' })).toBe('teams')
})

it('gives no rate of nothing', () => {
  expect([rateOf(1, 4), rateOf(0, 3), rateOf(0, 0)]).toEqual([0.25, 0, undefined])
})
