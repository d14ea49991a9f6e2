import { expect, test } from 'vitest'
import {
  type Act,
  atOnce,
  type Clock,
  calendarDays,
  calendarMonths,
  clocksOf,
  dueOn,
  hours,
  isOver,
  minutes,
  workingDays,
} from './clock.ts'
import { todayInShanghai } from './day.ts'

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

const plain = { label: { zh: '', en: '' }, legal: false, rule: 'S' } as const
const one = (clock: Clock, history: readonly Act[], answers = {}) => clocksOf({ it: clock }, history, answers)
const at = (action: string, from: string | undefined, to: string, moment: string): Act => ({
  ...act(action, from, to, todayInShanghai(new Date(moment))),
  at: moment,
})

test('a clock of hours runs from the moment of the step, over midnight of Shanghai and whatever holiday', () => {
  const clock: Clock = { ...plain, from: 'filed', until: ['ruled'], within: hours(24), legal: true }
  // 23:30 in Shanghai before the national holiday.
  const [run] = one(clock, [at('file', 'open', 'filed', '2026-09-30T15:30:00.000Z')])
  expect(run).toEqual({
    clock: 'it',
    startedOn: '2026-09-30',
    dueOn: '2026-10-01',
    dueAt: '2026-10-01T15:30:00.000Z',
  })
  if (!run) throw new Error('no run')
  expect(isOver(run, new Date('2026-10-01T15:29:59.999Z'))).toBe(false)
  expect(isOver(run, new Date('2026-10-01T15:30:00.000Z'))).toBe(true)
  const quarter = one({ ...clock, within: minutes(15) }, [at('file', 'open', 'filed', '2026-11-23T15:50:00.000Z')])[0]
  expect([quarter?.dueOn, quarter?.dueAt]).toEqual(['2026-11-24', '2026-11-23T16:05:00.000Z'])
})

test('at once is late as soon as it runs; a step told for an earlier day counts from that day’s beginning', () => {
  const clock: Clock = { ...plain, from: 'found', until: ['reported'], within: atOnce }
  const found = at('find', undefined, 'found', '2026-11-23T02:00:00.000Z')
  expect(one(clock, [found])[0]?.dueAt).toBe('2026-11-23T02:00:00.000Z')
  const told = { ...found, on: '2026-11-22' }
  expect(one({ ...clock, within: hours(2) }, [told])[0]?.dueAt).toBe('2026-11-21T18:00:00.000Z')
})

test('a day clock is over when its last day has ended in Shanghai, not a moment before', () => {
  const run = { dueOn: '2026-02-28' }
  expect(isOver(run, new Date('2026-02-28T15:59:59.999Z'))).toBe(false)
  expect(isOver(run, new Date('2026-02-28T16:00:00.000Z'))).toBe(true)
})

test('months end on the month’s last day, a legal one on a made-up working day when that comes first', () => {
  const clock: Clock = { ...plain, from: 'a', until: ['b'], within: calendarMonths(1) }
  expect(one(clock, [act('go', undefined, 'a', '2026-01-31')])[0]?.dueOn).toBe('2026-02-28')
  expect(one(clock, [act('go', undefined, 'a', '2024-01-31')])[0]?.dueOn).toBe('2024-02-29')
  // Saturday 28 February 2026 is worked in exchange for the Spring Festival.
  expect(one({ ...clock, legal: true }, [act('go', undefined, 'a', '2026-01-31')])[0]?.dueOn).toBe('2026-02-28')
  // 15 November is a Sunday like any other: the term goes on to Monday.
  expect(one({ ...clock, legal: true }, [act('go', undefined, 'a', '2026-10-15')])[0]?.dueOn).toBe('2026-11-16')
})

test('follow-up calls: every round from the one start, each call ends one and opens the next, the end ends them all', () => {
  const clock: Clock = {
    ...plain,
    from: 'closed',
    until: ['reopened'],
    done: ['call'],
    within: calendarDays(7),
    rounds: [calendarDays(30), calendarDays(90)],
  }
  const history = [
    act('close', 'open', 'closed', '2026-03-01'),
    act('call', 'closed', 'closed', '2026-03-06'),
    act('call', 'closed', 'closed', '2026-04-20'),
  ]
  const [first, second, third] = one(clock, history)
  expect(first).toEqual({
    clock: 'it',
    round: 0,
    startedOn: '2026-03-01',
    dueOn: '2026-03-08',
    endedOn: '2026-03-06',
  })
  expect(second).toMatchObject({ round: 1, startedOn: '2026-03-01', dueOn: '2026-03-31', endedOn: '2026-04-20' })
  expect(third).toMatchObject({ round: 2, startedOn: '2026-03-01', dueOn: '2026-05-30' })
  expect(third).not.toHaveProperty('endedOn')
  const again = one(clock, [...history, act('reopen', 'closed', 'reopened', '2026-05-01')])
  expect(again).toHaveLength(3)
  expect(again[2]?.endedOn).toBe('2026-05-01')
  expect(one(clock, [...history, act('call', 'closed', 'closed', '2026-05-30')]).every((run) => run.endedOn)).toBe(true)
})

test('while it stands still the days are added: calendar days to calendar days, working days to working days', () => {
  const clock: Clock = { ...plain, from: 'taken', until: ['ruled'], within: calendarDays(60), pausedIn: ['hearing'] }
  const history = [act('take', 'new', 'taken', '2026-03-01'), act('hear', 'taken', 'hearing', '2026-03-10')]
  expect(one(clock, history)[0]).toMatchObject({ dueOn: '2026-04-30', pausedOn: '2026-03-10' })
  const on = [...history, act('goOn', 'hearing', 'handled', '2026-03-25')]
  expect(one(clock, on)[0]).toEqual({ clock: 'it', startedOn: '2026-03-01', dueOn: '2026-05-15' })
  // Legal: the end of the lengthened term, not of the first, is moved off a holiday (1–5 May).
  expect(one({ ...clock, legal: true, within: calendarDays(47) }, on)[0]?.dueOn).toBe('2026-05-06')
  // 10 to 25 March: eleven working days.
  expect(one({ ...clock, within: workingDays(10) }, on)[0]?.dueOn).toBe('2026-03-30')
  const twice = [...on, act('hear', 'handled', 'hearing', '2026-03-26'), act('rule', 'hearing', 'ruled', '2026-03-28')]
  expect(one(clock, twice)[0]).toEqual({
    clock: 'it',
    startedOn: '2026-03-01',
    dueOn: '2026-05-17',
    endedOn: '2026-03-28',
  })
})

test('an extension counts as often as it may, and from where the term would have ended', () => {
  const clock: Clock = {
    ...plain,
    from: 'a',
    until: ['b'],
    within: calendarDays(30),
    extend: { by: 'more', with: calendarDays(10), times: 1 },
  }
  const more = act('more', 'a', 'a', '2026-03-05')
  const history = [act('go', undefined, 'a', '2026-03-01'), more]
  expect(one(clock, history)[0]?.dueOn).toBe('2026-04-10')
  expect(one(clock, [...history, more])[0]?.dueOn).toBe('2026-04-10')
  const short = one({ ...clock, within: hours(1), extend: { by: 'more', with: minutes(30) } }, [
    at('go', undefined, 'a', '2026-03-01T01:00:00.000Z'),
    more,
  ])
  expect(short[0]?.dueAt).toBe('2026-03-01T02:30:00.000Z')
})

test('a clock with a field runs to the day in it, holiday or not, and moves with it', () => {
  const clock: Clock = {
    ...plain,
    from: 'granted',
    until: ['lapsed'],
    within: calendarMonths(6),
    dueField: 'validTo',
    legal: true,
  }
  const history = [act('grant', 'filed', 'granted', '2026-03-01')]
  expect(one(clock, history, { validTo: '2026-10-03' })[0]?.dueOn).toBe('2026-10-03')
  expect(one(clock, history, { validTo: '2027-01-01' })[0]?.dueOn).toBe('2027-01-01')
  expect(one(clock, history, { validTo: '3 October' })[0]?.dueOn).toBe('2026-09-01')
})
