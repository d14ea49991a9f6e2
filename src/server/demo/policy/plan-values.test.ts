import { expect, test } from 'vitest'
import { partsAgree } from '../../../core/indicators/indicator.ts'
import { Chance } from '../chance.ts'
import { readIndicators } from './outline-indicators.ts'
import { madeYears, shareOut, tiltsFor, valuesOf } from './plan-values.ts'

const weights = [320, 210, 40, 560, 540, 250, 300, 220, 330, 260, 250, 70]

test('parts of the leagues add up to the region’s, and each value is what its parts give', async () => {
  const indicators = await readIndicators()
  expect(indicators).toHaveLength(37)
  const chance = new Chance(83)
  for (const made of indicators) {
    const tilts = tiltsFor(chance, weights.length)
    for (const year of madeYears) {
      const { region, areas } = valuesOf(made, year, weights, tilts)
      if (!made.parts || made.level === 'region') continue
      const sum = (part: 'numerator' | 'denominator') => areas.reduce((total, area) => total + (area[part] ?? 0), 0)
      expect([sum('numerator'), sum('denominator')], made.code).toEqual([region.numerator, region.denominator])
      for (const { value, numerator, denominator } of [region, ...areas])
        expect(partsAgree(made.unit, made.decimals, value, [numerator ?? 0, denominator ?? 0]), made.code).toBe(true)
    }
  }
})

test('a whole is shared out exactly, and nobody gets more than her most', () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(shareOut(9, [8, 1, 1], [3, 3, 3])).toEqual([3, 3, 3])
  expect(() => shareOut(10, [1, 1, 1], [3, 3, 3])).toThrow('beyond')
})
