import { vi } from 'vitest'
import { addCalendarDays, type Day, todayInShanghai } from '../../../src/core/day.ts'

export const today = todayInShanghai(new Date())

/** The day so many days from the one the journey begins on. */
export const dayAfter = (days: number): Day => addCalendarDays(today, days)

/**
 * Moves the clock of the house, which serves in this process, on to nine in the morning of a later day in Shanghai; it runs
 * on from there. The database and the browsers keep theirs: what a person is told of days comes from the house.
 */
export function turnTo(day: Day): void {
  if (!vi.isFakeTimers()) vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true })
  vi.setSystemTime(new Date(`${day}T09:00:00+08:00`))
}
