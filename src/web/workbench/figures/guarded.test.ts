import { expect, test } from 'vitest'
import { orgCode } from '../../../core/org-code.ts'
import type { MeasureInfo } from '../data/measures.ts'
import type { Me } from '../data/session.ts'
import { isTold, periodToAsk } from './guarded.ts'

const [region, league, banner, village] = [
  orgCode(150000000000),
  orgCode(152900000000),
  orgCode(152921000000),
  orgCode(152921112200),
]
const sealed = { programme: 'mediation', confidential: true, kind: 'flow' } as MeasureInfo
const open = { ...sealed, confidential: false }
const wanted = { from: '2026-01-01', to: '2026-11-22' }
const reader = (org: number, ...programmes: string[]) =>
  ({ post: { org: { code: org } }, menu: programmes.map((programme) => ({ programme })) }) as unknown as Me

test('who handles a confidential programme asks by the day; everybody else by half-years, of the region by months', () => {
  expect(periodToAsk(sealed, reader(banner, 'mediation'), banner, wanted)).toEqual(wanted)
  const halves = { from: '2026-01-01', to: '2026-12-31' }
  expect(periodToAsk(sealed, reader(banner), banner, wanted)).toEqual(halves)
  expect(periodToAsk(sealed, reader(league, 'mediation'), league, wanted)).toEqual(halves)
  expect(periodToAsk(sealed, reader(region), region, wanted)).toEqual({ from: '2026-01-01', to: '2026-11-30' })
  expect(periodToAsk(open, reader(league), league, wanted)).toEqual(wanted)
  expect(periodToAsk({ ...sealed, kind: 'stock' }, reader(league), league, wanted)).toEqual(wanted)
})

test('below the banner a confidential figure is told to nobody else', () => {
  expect(isTold(sealed, reader(village), village)).toBe(false)
  expect(isTold(open, reader(village), village)).toBe(true)
  expect(isTold(sealed, reader(banner), banner)).toBe(true)
})
