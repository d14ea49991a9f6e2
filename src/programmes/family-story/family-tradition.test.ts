import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { abilitiesOf, countsOf } from '../../core/procedure.ts'
import { familyTradition } from './family-tradition.ts'

const day = '2026-03-02'
const sheet = { heads: [{ count: 80, grade: 'B' as const, evidence: 'sheet' }] }
const held = historyOf(familyTradition, day, [['hold', 'held', day]])
const worth = (red: boolean, more: object = sheet) =>
  countsOf(familyTradition, factsOf(held, { red }, more)).map((c) => [c.measure.split('.')[1], c.value, c.grade])

test('a family-tradition activity counts once held, and whether it was of the red brand is its own number (L052, F085)', () => {
  expect(worth(true)).toEqual([
    ['sessions', 1, 'B'],
    ['red', 1, 'B'],
    ['attendances', 80, 'B'],
  ])
  expect(worth(false).map(([measure]) => measure)).toEqual(['sessions', 'attendances'])
  expect(countsOf(familyTradition, factsOf(historyOf(familyTradition, day), { red: true }, sheet))).toEqual([])
  const hold = abilitiesOf(familyTradition, factsOf(historyOf(familyTradition, day)), postOf('family'))[0]
  expect(hold?.checks.filter(({ met }) => !met).map(({ check }) => check)).toEqual(['someoneCame'])
  // It shares no measure with the evenings of F013, so that the two are never one.
  for (const key of Object.keys(familyTradition.measures)) expect(['sessions', 'red', 'attendances']).toContain(key)
})

test('random walk', () => {
  walk({ programme: familyTradition })
})
