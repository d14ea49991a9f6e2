import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import { familyActivity } from './activity.ts'
import { familyGuide } from './guide.ts'
import { guideTraining } from './guide-training.ts'

const day = '2026-03-02'
const recorded = [['record', 'recorded', day]] as const
const attendance = [
  { person: 'a', minutes: null },
  { person: 'b', minutes: null },
]

test('parents who came are person-times, views stay views, and the two never meet (C20, R-STAT-02)', () => {
  const facts = factsOf(
    historyOf(familyActivity, day, recorded),
    { children: 5, views: 9000, mode: 'both' },
    { attendance, heads: [{ count: 30, grade: 'B' }] },
  )
  expect(countsOf(familyActivity, facts).map((c) => [c.measure.slice(16), c.value, c.grade, c.person])).toEqual([
    ['sessions', 1, 'A', undefined],
    ['parents', 2, 'A', undefined],
    ['parents', 30, 'B', undefined],
    ['children', 5, 'B', undefined],
    ['views', 9000, 'C', undefined],
    ['people', 1, 'A', 'a'],
    ['people', 1, 'A', 'b'],
  ])
  for (const state of ['planned', 'announced', 'held', 'cancelled'])
    expect(countsOf(familyActivity, { ...facts, state })).toEqual([])
})

test('held only online, it is a session with views and nobody who came', () => {
  const facts = factsOf(historyOf(familyActivity, day, recorded), { mode: 'online', views: 400 })
  expect(countsOf(familyActivity, facts).map((c) => [c.measure.slice(16), c.value])).toEqual([
    ['sessions', 1],
    ['views', 400],
  ])
})

test('it is recorded after its day, with somebody who came; another person checks it, from the township up', () => {
  const step = (action: string, answers: object, more: object = {}, post = postOf('chair')) => {
    const history = historyOf(familyActivity, day, action === 'verify' ? recorded : [])
    return takeStep(familyActivity, action, factsOf(history, { ...answers }, { today: day, ...more }), post, undefined)
  }
  expect(step('record', { mode: 'offline' }, { attendance })).toBe('recorded')
  expect(step('record', { mode: 'offline', children: 3 })).toBe('recorded')
  expect(() => step('record', { mode: 'offline', views: 900 })).toThrow('needs-unmet')
  expect(step('record', { mode: 'online', views: 0 })).toBe('recorded')
  expect(() => step('record', { mode: 'offline' }, { attendance, today: '2026-03-01' })).toThrow('needs-unmet')
  expect(() => step('announce', { kind: 'talk' })).toThrow('needs-unmet')
  const township = postOf('chair', { own: false, above: true, level: 'township' })
  expect(step('verify', {}, {}, township)).toBe('verified')
  expect(() => step('verify', {}, {}, postOf('chair', { level: 'village' }))).toThrow('not-allowed')
  expect(() => step('verify', {}, {}, postOf('chair', { lastHand: true }))).toThrow('second-person')
})

test('five working days to record, a month to check', () => {
  const history = historyOf(familyActivity, day, [
    ['hold', 'held', day],
    ['record', 'recorded', '2026-03-06'],
  ])
  expect(clocksOf(familyActivity.clocks, history).map((run) => [run.clock, run.dueOn, run.endedOn])).toEqual([
    ['record', '2026-03-09', '2026-03-06'],
    ['verify', '2026-04-06', undefined],
  ])
})

const guideSteps = [
  ['vet', 'serving', '2026-03-03'],
  ['serve', 'serving', '2026-03-05', { hours: 3 }],
] as const

test('a guide stands on the register from the check to the day her certificate ends, and comes back renewed', () => {
  const worth = (steps: Parameters<typeof historyOf>[2]) =>
    countsOf(familyGuide, factsOf(historyOf(familyGuide, day, steps), {}, { person: 'p' })).map((c) => [
      c.measure.slice(13),
      c.on,
      c.value,
    ])
  expect(worth([])).toEqual([])
  expect(worth([...guideSteps, ['lapse', 'lapsed', '2026-05-01'], ['restore', 'serving', '2026-06-01']])).toEqual([
    ['serving', '2026-03-03', 1],
    ['hours', '2026-03-05', 3],
    ['serving', '2026-05-01', -1],
    ['serving', '2026-06-01', 1],
  ])
  expect(worth([...guideSteps, ['leave', 'left', '2026-07-01']]).at(-1)).toEqual(['serving', '2026-07-01', -1])
})

test('nobody unchecked, and nobody whose certificate ended yesterday, is put on the register', () => {
  const vet = (answers: object) =>
    takeStep(
      familyGuide,
      'vet',
      factsOf(historyOf(familyGuide, day), { ...answers }, { today: '2026-03-03' }),
      postOf('family'),
      undefined,
    )
  expect(vet({ vetted: 'clear', validTo: '2026-03-03' })).toBe('serving')
  expect(() => vet({ vetted: 'clear', validTo: '2026-03-02' })).toThrow('needs-unmet')
  expect(() => vet({ vetted: 'not', validTo: '2027-03-03' })).toThrow('needs-unmet')
  const [run] = clocksOf(familyGuide.clocks, historyOf(familyGuide, day, guideSteps), { validTo: '2026-12-31' })
  expect(run).toMatchObject({ clock: 'certificate', dueOn: '2026-12-31' })
  expect(familyGuide.clocks.certificate?.expires).toBe('lapse')
})

test('only who came finishes; classes, attendances and persons are three numbers', () => {
  const steps = [
    ['hold', 'held', '2026-03-06'],
    ['certify', 'certified', '2026-03-10'],
  ] as const
  const answers = { endsOn: '2026-03-06', certified: [{ person: 'a', role: 'finished' }] }
  const facts = factsOf(historyOf(guideTraining, day, steps), answers, { attendance })
  expect(countsOf(guideTraining, facts).map((c) => [c.measure.slice(15), c.value, c.person])).toEqual([
    ['classes', 1, undefined],
    ['trained', 2, undefined],
    ['people', 1, 'a'],
    ['people', 1, 'b'],
    ['finished', 1, 'a'],
  ])
  const certify = (person: string) =>
    takeStep(
      guideTraining,
      'certify',
      factsOf(
        historyOf(guideTraining, day, steps.slice(0, 1)),
        { certified: [{ person, role: 'finished' }] },
        { attendance },
      ),
      postOf('family'),
      undefined,
    )
  expect(certify('b')).toBe('certified')
  expect(() => certify('stranger')).toThrow('needs-unmet')
})

test('random walks', { timeout: 60_000 }, () => {
  expect([...walk({ programme: familyActivity })]).toContain('held')
  expect([...walk({ programme: familyGuide, everyHand: true })]).toEqual(expect.arrayContaining(['registered', 'left']))
  walk({ programme: guideTraining })
})
