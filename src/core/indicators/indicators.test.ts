import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeText,
  indicatorUnitIds,
  isShareCalledCoverage,
  partsAgree,
  type Target,
  targetText,
  valueOfParts,
  valueText,
} from './indicator.ts'
import { isBaseStated, levelIn } from './indicator-value.ts'
import { domainIds, domainLabel } from './outline.ts'
import { meets, pathAt, progressOf, targetFor } from './progress.ts'

const at = (year: number, value: number | null, bound: Target['bound'] = '>='): Target => ({
  year,
  value,
  bound,
  words: '',
})
const rising = { direction: 'up', baseYear: 2020, targets: [at(2025, 90), at(2030, 95)] } as const
const falling = { direction: 'down', baseYear: 2020, targets: [at(2030, 10, '<=')] } as const

test('eight domains for women and seven for children (R-OUT-01)', () => {
  expect([domainIds('women').length, domainIds('children').length]).toEqual([8, 7])
  expect(domainLabel('women', 'safety')).toBeUndefined()
  expect(domainLabel('children', 'toString')).toBeUndefined()
})

test('a value is what its parts give, to its last decimal (F054, F055, F058)', () => {
  expect(valueOfParts('per-100k', 14, 129_630)).toBeCloseTo(10.8, 2)
  expect(partsAgree('per-100k', 1, 10.8, [14, 129_630])).toBe(true)
  expect(partsAgree('percent', 2, 94.96, [622_938, 656_000])).toBe(true)
  expect(partsAgree('percent', 2, 94.97, [622_938, 656_000])).toBe(false)
  expect(partsAgree('percent', 2, 1, [1, 0])).toBe(false)
  expect(valueOfParts('age', 1, 1)).toBeUndefined()
  fc.assert(
    fc.property(
      fc.constantFrom(...indicatorUnitIds),
      fc.nat(1e6),
      fc.integer({ min: 1, max: 1e6 }),
      fc.nat(3),
      (unit, n, d, decimals) => {
        const value = valueOfParts(unit, n, d)
        if (value !== undefined) expect(partsAgree(unit, decimals, Number(value.toFixed(decimals)), [n, d])).toBe(true)
      },
    ),
  )
})

test('a coverage whose parts are those of a share is told from a coverage (C16)', () => {
  const insured = { name: '城镇职工基本医疗保险女性参保率', numerator: '女性参保人数', denominator: '参保总人数' }
  expect(isShareCalledCoverage(insured)).toBe(true)
  expect(isShareCalledCoverage({ ...insured, denominator: '应参保女性人数' })).toBe(false)
  expect(isShareCalledCoverage({ ...insured, name: '参保人员中女性比重' })).toBe(false)
  const schools = { name: '性别平等课程覆盖率', numerator: '开展男女平等教育的学校', denominator: '学校总数' }
  expect(isShareCalledCoverage(schools)).toBe(false)
  expect(isShareCalledCoverage({ name: '学前教育毛入园率', numerator: '在园幼儿', denominator: '适龄幼儿' })).toBe(
    false,
  )
})

test('a change is a level only from a base that was told (F059–F061)', () => {
  const change = { form: 'change', value: 2.9, baseTerm: '上届', baseValue: 30.1 } as const
  expect(levelIn(change)).toBe(33)
  expect(levelIn({ ...change, baseValue: null })).toBeUndefined()
  expect(isBaseStated(change)).toBe(true)
  for (const less of [{ baseValue: null }, { baseTerm: null }, { baseTerm: ' ' }])
    expect(isBaseStated({ ...change, ...less })).toBe(false)
  expect(changeText(2.9, 1)).toBe('+2.9')
  expect(valueText(-1.1, 1)).toBe('−1.1')
})

test('targets: by bound, by direction, the next one with a number, or words', () => {
  expect(targetFor(rising.targets, 2022)?.year).toBe(2025)
  expect(targetFor(rising.targets, 2026)?.year).toBe(2030)
  expect(targetFor([at(2025, null), at(2030, 95)], 2022)?.year).toBe(2030)
  expect(targetFor([], 2022)).toBeUndefined()
  expect(meets(10, at(2030, 10, '='), 'down')).toBe(true)
  expect(meets(9, at(2030, 10, '='), 'up')).toBe(false)
  expect(targetText(at(2030, 95), { unit: 'percent', decimals: 0 })).toBe('≥ 95 %')
  expect(targetText(at(2030, 81), { unit: 'age', decimals: 1 }, 'en')).toBe('≥ 81.0 years of age')
  expect(targetText({ ...at(2030, null), words: '基本消除' }, { unit: 'percent', decimals: 0 })).toBe('基本消除')
})

test('on course, behind, reached: by the direction, along a straight path from the base year', () => {
  const base = { year: 2020, value: 80 }
  const path = (year: number) => pathAt(base, rising.targets, year)
  expect([2019, 2020, 2022, 2025, 2028, 2031].map(path)).toEqual([undefined, 80, 84, 90, 93, undefined])
  const stands = (value: number, of: typeof rising | typeof falling = rising, from = 80) =>
    progressOf(of, [
      { year: 2022, value },
      { year: 2020, value: from },
    ])
  expect(stands(84)).toMatchObject({ standing: 'on-course', gap: 6, expected: 84 })
  expect(stands(83.9).standing).toBe('behind')
  expect(stands(90)).toMatchObject({ standing: 'reached', gap: 0 })
  expect(stands(14, falling, 15)).toMatchObject({ standing: 'on-course', gap: 4, expected: 14 })
  expect(stands(14.1, falling, 15).standing).toBe('behind')
  expect(stands(9.5, falling, 15).standing).toBe('reached')
})

test('what cannot be judged is said, not guessed', () => {
  expect(progressOf(rising, []).standing).toBe('no-value')
  expect(progressOf({ ...rising, targets: [] }, [{ year: 2022, value: 1 }]).standing).toBe('no-target')
  expect(progressOf(rising, [{ year: 2022, value: 84 }])).toMatchObject({ standing: 'no-base', gap: 6, expected: null })
  expect(progressOf({ ...rising, targets: [at(2030, null)] }, [{ year: 2022, value: 1 }]).standing).toBe('words')
})
