import { expect, test } from 'vitest'
import { increasesOf } from './reading.ts'

const read = (channel: string, readOn: string, views: number) => ({
  action: 'read',
  from: 'aired',
  to: 'aired',
  on: '2026-11-01',
  answers: { channel, readOn, views },
})

test('readings of one channel are increases; channels do not replace each other', () => {
  expect(
    increasesOf([read('tv', '2026-03-02', 500), read('web', '2026-03-02', 40), read('tv', '2026-04-02', 700)]),
  ).toEqual([
    { on: '2026-03-02', views: 500 },
    { on: '2026-04-02', views: 200 },
    { on: '2026-03-02', views: 40 },
  ])
})

test('told late, told twice, corrected downwards', () => {
  const late = [read('tv', '2026-04-02', 700), read('tv', '2026-03-02', 500)]
  expect(increasesOf(late)).toEqual([
    { on: '2026-03-02', views: 500 },
    { on: '2026-04-02', views: 200 },
  ])
  expect(increasesOf([...late, read('tv', '2026-04-02', 650)]).map((i) => i.views)).toEqual([500, 150])
  expect(increasesOf([read('tv', '2026-03-02', 500), read('tv', '2026-04-02', 450)]).map((i) => i.views)).toEqual([
    500, -50,
  ])
})

test('other steps are no readings', () => {
  expect(increasesOf([{ ...read('tv', '2026-03-02', 500), action: 'edit' }])).toEqual([])
})
