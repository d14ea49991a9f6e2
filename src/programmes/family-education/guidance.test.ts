import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import { familyConsult } from './consult.ts'
import { guidanceOrder } from './order.ts'

const day = '2026-03-02'
const safe = { selfHarm: false, violence: false, abuse: false }
const runs = (programme: typeof familyConsult, steps: Parameters<typeof historyOf>[2], answers: object = {}) =>
  clocksOf(programme.clocks, historyOf(programme, day, steps), { ...answers }).map((run) => [
    run.clock,
    run.dueOn,
    run.endedOn,
  ])

test('danger is asked the same day; one yes leaves guidance for protection, and nothing else does', () => {
  const facts = (danger: object | undefined) =>
    factsOf(historyOf(familyConsult, day, danger ? [['screen', 'asked', day, { danger }]] : []))
  const step = (action: string, danger: object | undefined) =>
    takeStep(familyConsult, action, facts(danger), postOf('guide'), undefined)
  expect(step('triage', safe)).toBe('triaged')
  expect(() => step('triage', undefined)).toThrow('needs-unmet')
  expect(() => step('stop', safe)).toThrow('needs-unmet')
  for (const sign of Object.keys(safe)) {
    expect(() => step('triage', { ...safe, [sign]: true })).toThrow('needs-unmet')
    expect(step('stop', { ...safe, [sign]: true })).toBe('crisis')
  }
  const starts = (danger: object) => familyConsult.actions.stop?.starts?.(facts(danger)).map((s) => s.programme)
  expect(starts({ ...safe, abuse: true })).toEqual(['mandatory-report'])
  expect(starts({ ...safe, violence: true })).toEqual(['protection-order'])
  expect(starts({ ...safe, selfHarm: true, violence: true })).toEqual(['mandatory-report', 'protection-order'])
  expect(runs(familyConsult, [])).toEqual([['triage', day, undefined]])
})

test('no session without consent; a refused guardian is a no', () => {
  const book = (answers: object) =>
    takeStep(
      familyConsult,
      'book',
      factsOf(historyOf(familyConsult, day, [['triage', 'triaged', day]]), { ...answers }),
      postOf('guide'),
      undefined,
    )
  expect(book({ consent: true, childConsent: 'none' })).toBe('booked')
  expect(() => book({ consent: false, childConsent: 'none' })).toThrow('needs-unmet')
  expect(() => book({ consent: true, childConsent: 'refused' })).toThrow('needs-unmet')
})

test('five working days to book, thirty days to follow up', () => {
  expect(
    runs(familyConsult, [
      ['triage', 'triaged', day],
      ['book', 'booked', '2026-03-09'],
      ['guide', 'guiding', '2026-03-12'],
      ['end', 'ended', '2026-03-20'],
    ]),
  ).toEqual([
    ['triage', day, day],
    ['book', '2026-03-09', '2026-03-09'],
    ['follow', '2026-04-19', undefined],
  ])
})

test('an alias is a consultation without a person; one that was withdrawn is none', () => {
  const worth = (answers: object, steps: Parameters<typeof historyOf>[2] = []) =>
    countsOf(familyConsult, factsOf(historyOf(familyConsult, day, steps), { ...answers })).map((c) =>
      c.measure.slice(15),
    )
  expect(worth({ alias: '李姐' })).toEqual(['consultations'])
  expect(worth({ parent: 'p' }, [['guide', 'guiding', day]])).toEqual(['consultations', 'parents', 'sessions'])
  expect(worth({ parent: 'p' }, [['withdraw', 'withdrawn', day]])).toEqual([])
})

const planned = [['plan', 'planned', '2026-03-09']] as const
const session = (on: string, attended: boolean, excused = false) =>
  ['guide', 'guiding', on, { attended, excused }] as const

test('an order: seven days to plan, its own period by law, and what the paper asks for', () => {
  expect(runs(guidanceOrder, planned, { periodTo: '2026-06-30' })).toEqual([
    ['plan', '2026-03-09', '2026-03-09'],
    ['period', '2026-06-30', undefined],
  ])
  const complete = (came: number) =>
    takeStep(
      guidanceOrder,
      'complete',
      factsOf(
        historyOf(guidanceOrder, day, [...planned, ...Array.from({ length: came }, () => session('2026-04-01', true))]),
        { sessions: 3 },
      ),
      postOf('guide'),
      undefined,
    )
  expect(() => complete(2)).toThrow('needs-unmet')
  expect(complete(3)).toBe('completed')
})

test('two missed without a reason are told to the issuer in three working days; an excuse is none', () => {
  const fail = (...sessions: ReturnType<typeof session>[]) =>
    takeStep(
      guidanceOrder,
      'fail',
      factsOf(historyOf(guidanceOrder, day, [...planned, ...sessions])),
      postOf('guide'),
      '两次没来',
    )
  expect(() => fail(session('2026-04-01', false), session('2026-04-08', false, true))).toThrow('needs-unmet')
  expect(fail(session('2026-04-01', false), session('2026-04-08', false))).toBe('failed')
  const steps = [...planned, session('2026-04-01', false), ['fail', 'failed', '2026-04-03'] as const]
  // 6 April 2026 is the holiday of Qingming: Tuesday to Thursday are the three.
  expect(runs(guidanceOrder, steps).at(-1)).toEqual(['tell', '2026-04-09', undefined])
  expect(runs(guidanceOrder, [...planned, ['complete', 'completed', '2026-04-03']]).at(-1)).toEqual([
    'report',
    '2026-04-10',
    undefined,
  ])
})

test('orders are counted by what happened to them; one that failed and was completed is both', () => {
  const steps = [
    ...planned,
    session('2026-04-01', true),
    ['fail', 'failed', '2026-04-09'] as const,
    ['tell', 'reported', '2026-04-10'] as const,
    ['resume', 'guiding', '2026-04-20'] as const,
    session('2026-05-01', true),
    ['complete', 'completed', '2026-05-02'] as const,
  ]
  const counts = countsOf(guidanceOrder, factsOf(historyOf(guidanceOrder, day, steps)))
  expect(counts.map((c) => [c.measure.slice(15), c.on])).toEqual([
    ['received', day],
    ['failed', '2026-04-09'],
    ['completed', '2026-05-02'],
    ['sessions', '2026-04-01'],
    ['sessions', '2026-05-01'],
  ])
})

test('random walks', { timeout: 60_000 }, () => {
  expect([...walk({ programme: familyConsult })]).toEqual(expect.arrayContaining(['triaged', 'withdrawn']))
  expect([...walk({ programme: guidanceOrder })]).toEqual(expect.arrayContaining(['planned', 'guiding', 'completed']))
})
