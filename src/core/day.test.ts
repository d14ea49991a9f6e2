import { expect, it } from 'vitest'
import {
  addCalendarDays,
  addCalendarMonths,
  ageOn,
  calendarDaysBetween,
  formatDay,
  isDay,
  todayInShanghai,
  weekdayOf,
} from './day.ts'

it('knows days that exist', () => {
  expect(['2026-11-22', '2024-02-29'].every(isDay)).toBe(true)
  expect(['2026-02-29', '2026-13-01', '2026-1-1', '2026-00-10', '2026-11-31', ''].some(isDay)).toBe(false)
})

it('takes the day in Shanghai, not in UTC', () => {
  expect(todayInShanghai(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21')
  expect(todayInShanghai(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22')
})

it('adds days and months, clamped to the end of the month', () => {
  expect(addCalendarDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addCalendarDays('2024-03-01', -1)).toBe('2024-02-29')
  expect(addCalendarMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addCalendarMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addCalendarMonths('2024-02-29', -12)).toBe('2023-02-28')
  expect(calendarDaysBetween('2026-02-27', '2026-03-01')).toBe(2)
  expect(weekdayOf('2026-11-22')).toBe(0)
})

it('counts full years of age', () => {
  expect(ageOn('2012-11-22', '2026-11-21')).toBe(13)
  expect(ageOn('2012-11-22', '2026-11-22')).toBe(14)
  expect([ageOn('2008-02-29', '2022-02-28'), ageOn('2008-02-29', '2022-03-01')]).toEqual([13, 14])
})

it('writes days for running text', () => {
  expect([formatDay('2026-01-02', 'zh'), formatDay('2026-01-02', 'en')]).toEqual(['2026年1月2日', '2 Jan 2026'])
})
