import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { holidays } from './holidays.ts'
import { addWorkingDays, isCalendarKnown, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.ts'

const require = createRequire(import.meta.url)
interface Published {
  holidays: Record<string, string>
  workdays: Record<string, string>
}
const published = require('chinese-days/dist/chinese-days.json') as Published

it('agrees with the published calendar on every day, and misses no year', () => {
  const known = Object.keys(holidays)
  const years = new Set(Object.keys(published.holidays).map((day) => day.slice(0, 4)))
  expect([...years].filter((year) => Number(year) > 2022).sort()).toEqual(known)
  for (const year of known)
    for (
      let time = Date.UTC(Number(year), 0, 1);
      new Date(time).getUTCFullYear() === Number(year);
      time += 86_400_000
    ) {
      const day = new Date(time).toISOString().slice(0, 10)
      const weekend = [0, 6].includes(new Date(time).getUTCDay())
      const works = day in published.workdays || (!weekend && !(day in published.holidays))
      if (isWorkingDay(day) !== works) expect.fail(day)
    }
})

it('knows the autumn of 2026', () => {
  expect(['2026-09-30', '2026-10-08', '2026-10-10', '2026-09-20'].every(isWorkingDay)).toBe(true)
  expect(['2026-10-01', '2026-10-07', '2026-10-11', '2026-09-25', '2026-11-22'].some(isWorkingDay)).toBe(false)
})

it('counts from the day after, over the holidays', () => {
  expect(addWorkingDays('2026-09-30', 1)).toBe('2026-10-08')
  expect(addWorkingDays('2026-09-30', 3)).toBe('2026-10-10')
  expect(addWorkingDays('2026-10-01', 1)).toBe('2026-10-08')
  expect(addWorkingDays('2026-10-08', -1)).toBe('2026-09-30')
  expect([addWorkingDays('2026-10-03', 0), addWorkingDays('2026-10-08', 0)]).toEqual(['2026-10-08', '2026-10-08'])
  expect(nextWorkingDay('2026-11-21')).toBe('2026-11-23')
  expect(workingDaysBetween('2026-09-30', '2026-10-10')).toBe(3)
  expect(workingDaysBetween('2026-10-10', '2026-09-30')).toBe(-3)
  expect(workingDaysBetween('2026-10-01', '2026-10-01')).toBe(0)
})

it('takes a year not announced by weekday and by the holidays fixed by date', () => {
  expect([isCalendarKnown(2026), isCalendarKnown(2031)]).toEqual([true, false])
  expect(['2031-01-01', '2031-05-01', '2031-10-02', '2031-10-04'].some(isWorkingDay)).toBe(false)
  expect(['2031-10-06', '2031-01-23'].every(isWorkingDay)).toBe(true)
})
