import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCalendarDays, calendarDaysBetween } from './day.ts'
import {
  addMonths,
  firstDayOf,
  formatPeriod,
  lastDayOf,
  monthRange,
  monthsOf,
  parsePeriod,
  samePeriodLastYear,
} from './period.ts'

describe('months', () => {
  it('counts in yyyymm', () => {
    expect([addMonths(202612, 1), addMonths(202601, -1), addMonths(202611, -12)]).toEqual([202701, 202512, 202511])
    expect([firstDayOf(202402), lastDayOf(202402)]).toEqual(['2024-02-01', '2024-02-29'])
    expect(monthRange(202611, 202702)).toEqual([202611, 202612, 202701, 202702])
  })

  it('splits a range into whole months and edges', () => {
    expect(monthsOf('2026-01-01', '2026-02-28')).toEqual({ months: [202601, 202602], edges: [] })
    expect(monthsOf('2026-01-15', '2026-03-20')).toEqual({
      months: [202602],
      edges: [
        { from: '2026-01-15', to: '2026-01-31' },
        { from: '2026-03-01', to: '2026-03-20' },
      ],
    })
    expect(monthsOf('2026-03-02', '2026-03-31').edges).toEqual([{ from: '2026-03-02', to: '2026-03-31' }])
    expect(monthsOf('2026-03-02', '2026-03-01')).toEqual({ months: [], edges: [] })
  })

  it('covers every day of the range exactly once', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addCalendarDays('2023-01-01', n))
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const { months, edges } = monthsOf(from, to)
        const pieces = [...edges, ...months.map((month) => ({ from: firstDayOf(month), to: lastDayOf(month) }))]
        pieces.sort((x, y) => (x.from < y.from ? -1 : 1))
        expect(pieces[0]?.from).toBe(from)
        expect(pieces.at(-1)?.to).toBe(to)
        for (const [index, piece] of pieces.entries())
          if (index > 0) expect(calendarDaysBetween(pieces[index - 1]?.to ?? '', piece.from)).toBe(1)
      }),
      { numRuns: 500 },
    )
  })
})

describe('periods', () => {
  it('reads what a link may say', () => {
    expect(parsePeriod('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(parsePeriod('2026q3')).toEqual({ from: '2026-07-01', to: '2026-09-30' })
    expect(parsePeriod('2026-H1')).toEqual({ from: '2026-01-01', to: '2026-06-30' })
    expect(parsePeriod('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(parsePeriod('2026-01..2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-11-22' })
    const nonsense = ['', '26', '2026-13', '2026Q5', '2026-02-30', '2026-02..2026-01', '2026..2027..2028']
    expect(nonsense.map(parsePeriod)).toEqual(nonsense.map(() => undefined))
  })

  it('compares with the same days a year earlier', () => {
    expect(samePeriodLastYear({ from: '2026-01-01', to: '2026-11-22' })).toEqual({
      from: '2025-01-01',
      to: '2025-11-22',
    })
    expect(samePeriodLastYear({ from: '2025-02-01', to: '2025-02-28' })).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    })
    expect(samePeriodLastYear({ from: '2024-02-01', to: '2024-02-29' })).toEqual({
      from: '2023-02-01',
      to: '2023-02-28',
    })
  })

  it('is written as short as it stays plain', () => {
    const zh = (text: string) => formatPeriod(parsePeriod(text) ?? { from: '', to: '' }, 'zh')
    const en = (text: string) => formatPeriod(parsePeriod(text) ?? { from: '', to: '' }, 'en')
    expect(zh('2026')).toBe('2026年')
    expect(zh('2026-01..2026-11')).toBe('2026年1月—11月')
    expect(zh('2025-12..2026-01')).toBe('2025年12月—2026年1月')
    expect(zh('2026-11-01..2026-11-22')).toBe('2026年11月1日—11月22日')
    expect(zh('2026-11-22')).toBe('2026年11月22日')
    expect([en('2026-01..2026-11'), en('2026-11'), en('2026')]).toEqual(['Jan – Nov 2026', 'Nov 2026', '2026'])
    expect(en('2025-12-30..2026-01-02')).toBe('30 Dec 2025 – 2 Jan 2026')
  })
})
