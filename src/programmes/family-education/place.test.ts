import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import { familyPlace } from './place.ts'

const day = '2026-03-02'
const accepted = [
  ['inspect', 'inspected', '2026-03-05'],
  ['accept', 'open', '2026-03-10'],
] as const
const plaques = [
  { kind: 'school', namedOn: day },
  { kind: 'point', namedOn: '2026-04-01' },
  { kind: 'home', namedOn: '2026-04-01', endedOn: '2026-06-01' },
]
const worth = (steps: Parameters<typeof historyOf>[2], answers: object = { plaques }) =>
  countsOf(familyPlace, factsOf(historyOf(familyPlace, day, steps), { ...answers })).map((c) => [
    c.measure.slice(13),
    c.on,
    c.value,
  ])

test('a place with three plaques is one place and three plaques; F087 is the sum of two kinds (C18)', () => {
  expect(worth(accepted)).toEqual([
    ['places', day, 1],
    ['schools', day, 1],
    ['points', '2026-04-01', 1],
    ['schoolsAndPoints', day, 1],
    ['schoolsAndPoints', '2026-04-01', 1],
    ['homes', '2026-04-01', 1],
    ['homes', '2026-06-01', -1],
  ])
})

test('not accepted, it counts nothing; closed, everything that still hangs comes down once', () => {
  expect(worth(accepted.slice(0, 1))).toEqual([])
  expect(worth([['refuse', 'refused', '2026-03-05']])).toEqual([])
  const closed = worth([...accepted, ['rest', 'dormant', '2026-07-01'], ['close', 'closed', '2026-08-01']])
  expect(closed.filter(([, , value]) => Number(value) < 0)).toEqual([
    ['places', '2026-08-01', -1],
    ['dormant', '2026-08-01', -1],
    ['schools', '2026-08-01', -1],
    ['points', '2026-08-01', -1],
    ['schoolsAndPoints', '2026-08-01', -2],
    ['homes', '2026-06-01', -1],
  ])
  expect(worth([...accepted, ['rest', 'dormant', '2026-07-01'], ['wake', 'open', '2026-07-09']])).toEqual(
    expect.arrayContaining([
      ['dormant', '2026-07-01', 1],
      ['dormant', '2026-07-09', -1],
    ]),
  )
})

test('a plaque taken down before it went up hung never', () => {
  expect(worth(accepted, { plaques: [{ kind: 'centre', namedOn: '2026-05-01', endedOn: '2026-04-01' }] })).toEqual([
    ['places', day, 1],
  ])
})

test('who applied does not accept; a children’s home is checked for safety first; no plaque twice', () => {
  const accept = (answers: object, more: Parameters<typeof postOf>[1] = {}, checked: boolean[] = []) => {
    const steps = [
      ...checked.map((safe) => ['checkSafety', 'applied', '2026-03-03', { safe }] as const),
      ['inspect', 'inspected', '2026-03-05'] as const,
    ]
    const facts = factsOf(historyOf(familyPlace, day, steps), { ...answers })
    return takeStep(familyPlace, 'accept', facts, postOf('family', more), undefined)
  }
  const school = { plaques: [{ kind: 'school', namedOn: day }] }
  const home = { plaques: [{ kind: 'home', namedOn: day }] }
  expect(accept(school)).toBe('open')
  expect(() => accept(school, { took: ['create'] })).toThrow('second-person')
  expect(() => accept(school, { level: 'village' })).toThrow('not-allowed')
  expect(() => accept({ plaques: [] })).toThrow('needs-unmet')
  expect(() => accept({ plaques: [...school.plaques, ...school.plaques] })).toThrow('needs-unmet')
  expect(() => accept(home)).toThrow('needs-unmet')
  expect(() => accept(home, {}, [true, false])).toThrow('needs-unmet')
  expect(accept(home, {}, [false, true])).toBe('open')
})

test('self-check a year after it opened, safety a year after the last check, and none where none was made', () => {
  const run = (steps: Parameters<typeof historyOf>[2]) =>
    clocksOf(familyPlace.clocks, historyOf(familyPlace, day, steps))
      .filter((clock) => clock.endedOn === undefined)
      .map((clock) => [clock.clock, clock.dueOn])
  expect(run([])).toEqual([['inspect', '2026-03-23']])
  expect(run(accepted)).toEqual([['yearCheck', '2027-03-10']])
  expect(run([...accepted, ['checkSafety', 'open', '2026-06-01'], ['checkYear', 'open', '2026-12-20']])).toEqual([
    ['yearCheck', '2027-12-20'],
    ['safety', '2027-06-01'],
  ])
})

test('random walks', { timeout: 60_000 }, () => {
  // Every plaque of a random list has come down, so none is accepted.
  expect([...walk({ programme: familyPlace, everyHand: true })].sort()).toEqual(['applied', 'inspected', 'refused'])
})
