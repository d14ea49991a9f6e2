import { expect, it } from 'vitest'
import { leagueTiles, shortDivisionName, tilesOf } from './cartogram.ts'

it('lays out twelve leagues, no two on one place', () => {
  const places = new Set(Object.values(leagueTiles).map(({ col, row }) => `${col},${row}`))
  expect([Object.keys(leagueTiles).length, places.size]).toEqual([12, 12])
})

it('shortens names that stay plain', () => {
  const names = [
    '呼和浩特市',
    '兴安盟',
    '阿拉善左旗',
    '新城区',
    '内蒙古自治区',
    '广西壮族自治区',
    '西藏自治区',
    '乌拉盖管理区管委会',
  ]
  expect(names.map(shortDivisionName)).toEqual([
    '呼和浩特',
    '兴安',
    '阿拉善左旗',
    '新城区',
    '内蒙古',
    '广西',
    '西藏',
    '乌拉盖管理区',
  ])
})

it('uses the known layout for leagues and a grid for the rest', () => {
  const leagues = Object.keys(leagueTiles).map((area) => ({
    code: Number(area) * 1e12,
    area: Number(area),
    name: '某盟',
  }))
  expect(tilesOf(leagues).get(1529e12)).toEqual({ col: 0, row: 3, short: '阿拉善' })
  const banners = [1, 2, 3, 4].map((n) => ({ code: 1529e12 + n * 1e10, area: 1529, name: `${'甲乙丙丁'[n - 1]}旗` }))
  expect([...tilesOf(banners).values()]).toEqual([
    { col: 0, row: 0, short: '甲旗' },
    { col: 1, row: 0, short: '乙旗' },
    { col: 2, row: 0, short: '丙旗' },
    { col: 0, row: 1, short: '丁旗' },
  ])
  expect(tilesOf([]).size).toBe(0)
})
