import { expect, test } from 'vitest'
import { nextLook, reminderAt, remindersOf } from './reminder.ts'

const run = { startedOn: '2026-09-01', dueOn: '2026-10-09' }
const moment = (text: string) => Date.parse(`${text}:00+08:00`)
const marks = (clock: Parameters<typeof remindersOf>[1], on = run) =>
  remindersOf(on, clock).map(({ mark, at }) => [
    mark,
    new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
  ])

test('two working days before over a holiday, on the days asked for, and when late for 1, 3 and 7 days', () => {
  expect(marks({ remindBefore: [30, 5] })).toEqual([
    ['before-30', '2026-09-09 00:00'],
    // 9 October is a Friday after the holiday of 1–7 October: two working days before it is 30 September.
    ['soon', '2026-09-30 00:00'],
    ['before-5', '2026-10-04 00:00'],
    ['late-1', '2026-10-10 00:00'],
    ['late-3', '2026-10-12 00:00'],
    ['late-7', '2026-10-16 00:00'],
  ])
})

test('days before the start are not reminded of, except that it is soon due', () => {
  expect(marks({ remindBefore: [30, 10] }, { startedOn: '2026-10-08', dueOn: '2026-10-09' })[0]).toEqual([
    'soon',
    '2026-10-08 00:00',
  ])
  expect(marks({ remindBefore: [30, 10] }, { startedOn: '2026-10-08', dueOn: '2026-10-09' })).toHaveLength(4)
})

test('a clock of hours is late at its moment; one that expires is never late', () => {
  const short = { startedOn: '2026-11-23', dueOn: '2026-11-23', dueAt: '2026-11-23T02:15:00.000Z' }
  expect(remindersOf(short, {}).find(({ mark }) => mark === 'late-1')?.at).toBe(moment('2026-11-23T10:15'))
  expect(remindersOf(run, { expires: 'lapse' }).map(({ mark }) => mark)).toEqual(['soon'])
})

test('only what holds now is told; what was passed over is not', () => {
  const all = remindersOf(run, {})
  expect(reminderAt(all, moment('2026-09-29T23:59'))).toBeUndefined()
  expect(reminderAt(all, moment('2026-09-30T00:00'))?.mark).toBe('soon')
  expect(reminderAt(all, moment('2026-10-09T23:59'))?.mark).toBe('soon')
  expect(reminderAt(all, moment('2026-10-10T00:00'))?.mark).toBe('late-1')
  expect(reminderAt(all, moment('2026-12-01T00:00'))?.mark).toBe('late-7')
})

test('the house looks again at the next mark, at the end of a clock that expires, and then no more', () => {
  expect(nextLook(run, {}, Number.NEGATIVE_INFINITY)).toBe(moment('2026-09-30T00:00'))
  expect(nextLook(run, {}, moment('2026-09-30T00:00'))).toBe(moment('2026-10-10T00:00'))
  expect(nextLook(run, {}, moment('2026-10-16T00:00'))).toBeUndefined()
  expect(nextLook(run, { expires: 'lapse' }, moment('2026-10-01T00:00'))).toBe(moment('2026-10-10T00:00'))
})
