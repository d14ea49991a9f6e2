import { expect, test } from 'vitest'
import { type Act, calendarDays, calendarMonths, clocksOf, dueOn, workingDays } from './clock.ts'

const act = (action: string, from: string | undefined, to: string, on: string): Act => ({ action, from, to, on })

test('a service clock of working days passes over holidays and counts make-up days', () => {
  // 1–8 October 2026 is the national holiday; 10 October is a make-up day.
  expect(dueOn('2026-09-30', workingDays(1), false)).toBe('2026-10-08')
  expect(dueOn('2026-11-20', workingDays(3), false)).toBe('2026-11-25')
})

test('a legal period that ends on a day off ends on the next working day (民法典 art. 203)', () => {
  expect(dueOn('2026-10-22', calendarMonths(1), false)).toBe('2026-11-22')
  expect(dueOn('2026-10-22', calendarMonths(1), true)).toBe('2026-11-23')
  expect(dueOn('2026-01-31', calendarMonths(1), false)).toBe('2026-02-28')
})

const clocks = {
  settle: {
    label: { zh: '', en: '' },
    from: 'accepted',
    until: ['agreed'],
    within: calendarDays(30),
    legal: true,
    rule: 'D01',
    extend: { by: 'extend', with: calendarDays(30) },
  },
  next: {
    label: { zh: '', en: '' },
    after: ['session'],
    done: ['session'],
    until: ['agreed'],
    within: workingDays(4),
    legal: false,
    rule: 'S',
  },
}

test('a clock starts with its state, is lengthened by its extension and ends with the state that answers it', () => {
  const history = [
    act('create', undefined, 'applied', '2026-03-02'),
    act('accept', 'applied', 'accepted', '2026-03-03'),
  ]
  expect(clocksOf(clocks, history)).toEqual([{ clock: 'settle', startedOn: '2026-03-03', dueOn: '2026-04-02' }])
  const longer = [...history, act('extend', 'accepted', 'accepted', '2026-03-20')]
  expect(clocksOf(clocks, longer)[0]?.dueOn).toBe('2026-05-06')
  const ended = [...longer, act('agree', 'mediating', 'agreed', '2026-03-30')]
  expect(clocksOf(clocks, ended)[0]?.endedOn).toBe('2026-03-30')
})

test('a clock that each session starts anew has one run per session', () => {
  const history = [
    act('accept', 'applied', 'accepted', '2026-03-03'),
    act('session', 'accepted', 'mediating', '2026-03-04'),
    act('session', 'mediating', 'mediating', '2026-03-06'),
  ]
  const runs = clocksOf(clocks, history).filter((c) => c.clock === 'next')
  expect(runs).toEqual([
    { clock: 'next', startedOn: '2026-03-04', dueOn: '2026-03-10', endedOn: '2026-03-06' },
    { clock: 'next', startedOn: '2026-03-06', dueOn: '2026-03-12' },
  ])
})
