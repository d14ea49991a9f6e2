import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDraft } from './draft/find-numbers.ts'
import { manners, sayNumber, stepOf, writeChange, writeFigure, writeRate } from './official-number.ts'

test('numbers are written as officials write them', () => {
  expect(writeFigure(88_123, 'session', '场次')).toBe('8.8万余场次')
  expect(writeFigure(8_801_234, 'person-time', '人次')).toBe('880万余人次')
  expect(writeFigure(17_900_000_000, 'yuan', '元')).toBe('1.79亿元')
  expect(writeFigure(17_900_000_001, 'yuan', '元')).toBe('1.79亿余元')
  expect(writeFigure(5_189_000_000, 'yuan', '元')).toBe('5189万元')
  expect(writeFigure(835_050, 'yuan', '元')).toBe('8350.50元')
  expect(writeFigure(346_800, 'person', '人')).toBe('34.6万余人')
  expect(writeFigure(346_800, 'person', '人', '近')).toBe('近34.7万人')
  expect(writeFigure(346_800, 'person', '人', '超')).toBe('超34.6万人')
  expect(writeFigure(346_800, 'person', '人', '约')).toBe('约34.7万人')
  expect(writeFigure(346_800, 'person', '人', '多')).toBe('34.6万多人')
  expect(writeFigure(346_800, 'person', '人', 'exact')).toBe('346800人')
  expect(writeFigure(99_999_999, 'person-time', '人次', '近')).toBe('近1亿人次')
})

test('9,915 never becomes 10,000余', () => {
  expect(writeFigure(9915, 'item', '件')).toBe('9915件')
  expect(writeFigure(9915, 'item', '件', '余')).toBe('9900余件')
  expect(writeFigure(9915, 'item', '件', '近')).toBe('近1万件')
  for (const manner of manners) {
    const said = sayNumber(9915, manner)
    if (said.bound === '>=') expect(said.value).toBeLessThan(9915)
  }
})

const numbers = fc.oneof(
  fc.integer({ min: 0, max: 20_000 }),
  fc.integer({ min: 0, max: 2_000_000_000 }),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: -1, max: 1 }))
    .map(([head, zeros, off]) => Math.max(0, head * 10 ** zeros + off)),
)

test('what is written is true of the number: by the words’ meaning, and as our own reader of drafts reads it', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...manners), (value, manner) => {
      const said = sayNumber(value, manner)
      const step = stepOf(value)
      expect(holds(said.bound, said.value, value, step)).toBe(true)
      const [read] = readDraft('x', `2026年，共服务群众${writeFigure(value, 'person-time', '人次', manner)}。`).numbers
      if (value === 0) return
      expect(read?.value).toBe(said.value)
      expect(read?.bound).toBe(said.bound)
    }),
    { numRuns: 3000 },
  )
})

test('money is true to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000_000_000 }), fc.constantFrom(...manners), (fen, manner) => {
      const [read] = readDraft('x', `2026年，投入资金${writeFigure(fen, 'yuan', '元', manner)}。`).numbers
      const yuan = fen / 100
      if (!read) throw new Error(writeFigure(fen, 'yuan', '元', manner))
      expect(holds(read.bound, read.value, yuan, stepOf(Math.trunc(yuan)))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

function holds(bound: string, said: number, value: number, step: number): boolean {
  if (bound === '=') return Math.abs(said - value) < 0.001
  if (bound === '>=') return value > said && value < said + step
  if (bound === '<=') return value < said && value > said - step
  return Math.abs(value - said) <= step / 2 + 0.01
}

test('a rate is 100% only where all is, and 0 only where nothing is', () => {
  expect(writeRate(70, 81)).toBe('86.4%')
  expect(writeRate(99_999, 100_000)).toBe('99.9%')
  expect(writeRate(1, 100_000)).toBe('0.1%')
  expect(writeRate(5, 5)).toBe('100%')
  expect(writeRate(0, 5)).toBe('0%')
  expect(writeRate(0, 0)).toBeUndefined()
})

test('a change is told in the direction it went, and never as nothing when it is something', () => {
  expect(writeChange(112, 100, 'item', '件')).toBe('比上年同期增长12%')
  expect(writeChange(88, 100, 'item', '件')).toBe('比上年同期下降12%')
  expect(writeChange(100, 100, 'item', '件')).toBe('与上年同期持平')
  expect(writeChange(5, 0, 'item', '件')).toBeUndefined()
  expect(writeChange(100_001, 100_000, 'item', '件')).toBe('比上年同期增加1件')
  expect(writeChange(2500, 100, 'item', '件')).toBe('是上年同期的25倍')
  expect(writeChange(2501, 100, 'item', '件')).toBe('是上年同期的25倍多')
  expect(writeChange(1, 100_000, 'item', '件')).toBe('比上年同期下降99.9%以上')
  fc.assert(
    fc.property(numbers, numbers, (now, before) => {
      const said = writeChange(now, before, 'item', '件') ?? ''
      if (/增长|增加|倍/.test(said)) expect(now).toBeGreaterThan(before)
      if (/下降|减少/.test(said)) expect(now).toBeLessThan(before)
      if (/持平/.test(said)) expect(now).toBe(before)
      if (before > 0) expect(said).not.toBe('')
    }),
  )
})
