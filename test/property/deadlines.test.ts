import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, type Clock, clocksOf, isOver, lateFrom, type Span } from '../../src/core/clock.ts'
import { nextLook, reminderAt, remindersOf } from '../../src/core/reminder.ts'
import { dayAt, expectedMark, expectedRuns, midnight } from './deadline-model.ts'

const states = ['new', 'open', 'hearing', 'handled', 'done'] as const
const actions = ['go', 'hear', 'answer', 'more', 'call', 'end'] as const
const state = fc.constantFrom(...states)
const action = fc.constantFrom(...actions)

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ unit: fc.constant('working-day' as const), count: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ unit: fc.constant('day' as const), count: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ unit: fc.constant('month' as const), count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ unit: fc.constant('hour' as const), count: fc.integer({ min: 1, max: 96 }) }),
  fc.record({ unit: fc.constant('minute' as const), count: fc.integer({ min: 0, max: 90 }) }),
)
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const clock: fc.Arbitrary<Clock> = fc
  .record({
    from: some(state),
    after: some(fc.uniqueArray(action, { maxLength: 2 })),
    until: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
    done: some(fc.uniqueArray(action, { minLength: 1, maxLength: 2 })),
    within: span,
    rounds: some(fc.array(span, { minLength: 1, maxLength: 3 })),
    dueField: fc.constantFrom(undefined, undefined, undefined, 'validTo'),
    pausedIn: some(fc.uniqueArray(state, { minLength: 1, maxLength: 2 })),
    legal: fc.boolean(),
    extend: some(fc.record({ by: action, with: span, times: fc.integer({ min: 1, max: 3 }) })),
    remindBefore: some(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 3 })),
    expires: fc.constantFrom(undefined, undefined, 'lapse'),
  })
  .map((given) => {
    const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    return { label: { zh: '', en: '' }, rule: 'P', ...present } as unknown as Clock
  })

/** Steps over some months of 2025 and 2026, one after another; now and then one told for an earlier day than it was entered. */
const history: fc.Arbitrary<Act[]> = fc
  .record({
    begin: fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2026-02-01T00:00:00Z') }),
    steps: fc.array(
      fc.record({
        action,
        to: fc.oneof({ weight: 3, arbitrary: state }, { weight: 1, arbitrary: fc.constant('same' as const) }),
        wait: fc.oneof(fc.integer({ min: 0, max: 3 * 3_600_000 }), fc.integer({ min: 0, max: 20 * 86_400_000 })),
        earlier: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ begin, steps }) => {
    let at = begin
    let from: string | undefined
    let last = ''
    return steps.map(({ action, to, wait, earlier }) => {
      at += wait
      const real = dayAt(at)
      const before = dayAt(at - 86_400_000)
      const on = earlier && before >= last && last !== '' ? before : real
      last = on
      const next = to === 'same' ? (from ?? 'new') : to
      const act: Act = { action, from, to: next, on, at: new Date(at).toISOString() }
      from = next
      return act
    })
  })

test('ten thousand cases: every run begins, stands still, is lengthened and ends where the calendar says, none missed', () => {
  const seen = { runs: 0, rounds: 0, paused: 0, moments: 0 }
  fc.assert(
    fc.property(clock, history, fc.constantFrom('2025-10-04', '2026-05-01', '2026-09-20'), (clock, acts, validTo) => {
      const runs = clocksOf({ it: clock }, acts, { validTo })
      const got = runs.map((run) => ({
        startedOn: run.startedOn,
        round: run.round ?? 0,
        due: run.dueOn,
        dueAt: run.dueAt === undefined ? undefined : Date.parse(run.dueAt),
        pausedOn: run.pausedOn,
        endedOn: run.endedOn,
      }))
      expect(got).toEqual(expectedRuns(clock, acts, { validTo }))
      seen.runs += runs.length
      seen.rounds += runs.filter((run) => (run.round ?? 0) > 0).length
      seen.paused += runs.filter((run) => run.pausedOn).length
      seen.moments += runs.filter((run) => run.dueAt).length
    }),
    { numRuns: 10_000 },
  )
  // The cases are worth something: they reach what they are about.
  expect(seen.runs).toBeGreaterThan(5_000)
  for (const count of [seen.rounds, seen.paused, seen.moments]) expect(count).toBeGreaterThan(500)
}, 180_000)

test('whoever looks only when told to look misses no mark and no expiry, however late she comes', () => {
  const looks = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(clock, history, looks, (clock, acts, waits) => {
      const [run] = clocksOf({ it: clock }, acts, { validTo: '2026-02-20' }).filter(
        (run) => !run.endedOn && !run.pausedOn,
      )
      if (!run) return
      const reminders = remindersOf(run, clock)
      let now = midnight(run.startedOn)
      let next: number | undefined = nextLook(run, clock, Number.NEGATIVE_INFINITY)
      let told: string | undefined
      let expired = false
      for (const wait of waits) {
        now += wait * 3_600_000 * 5
        // Nobody looks unless the table says so; what is said then is what holds.
        if (next !== undefined && next <= now) {
          told = reminderAt(reminders, now)?.mark
          if (clock.expires && isOver(run, new Date(now))) expired = true
          next = nextLook(run, clock, now)
        }
        expect(told).toBe(expectedMark(run, clock, now))
        expect(expired).toBe(Boolean(clock.expires) && now >= lateFrom(run))
      }
    }),
    { numRuns: 3_000 },
  )
}, 120_000)
