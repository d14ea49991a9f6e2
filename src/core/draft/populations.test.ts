import { expect, test } from 'vitest'
import { populationOf } from './populations.ts'

test('a text is about a province, a league, the country, or we do not know', () => {
  expect(populationOf('内蒙古自治区妇联，全区妇联组织')).toEqual({ name: '内蒙古', people: 24_049_000 })
  expect(populationOf('阿拉善盟妇联，全盟各级妇联')).toEqual({ name: '阿拉善', people: 262_361 })
  expect(populationOf('包头市妇联，全市妇女')).toEqual({ name: '包头', people: 2_709_378 })
  expect(populationOf('阿拉善盟阿拉善左旗妇联，全旗妇女'), 'smaller than any we know').toBeUndefined()
  expect(populationOf('全国各级妇联')?.people).toBe(1_411_780_000)
  expect(populationOf('某处办了活动')).toBeUndefined()
})
