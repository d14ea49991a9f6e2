import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import { familyCourse } from './course.ts'
import { parentEpisode } from './episode.ts'
import { familyFilm } from './film.ts'

const day = '2026-03-06'
const read = (readOn: string, views: number, channel = 'tv', state = 'aired') =>
  ['read', state, readOn, { channel, readOn, views, source: '台方来函' }] as const
const aired = [
  ['tape', 'recorded', '2026-03-03'],
  ['review', 'reviewed', '2026-03-04'],
  ['air', 'aired', day],
] as const
const worth = (programme: typeof parentEpisode, steps: Parameters<typeof historyOf>[2], answers: object = {}) =>
  countsOf(programme, factsOf(historyOf(programme, day, steps), { ...answers })).map((c) => [
    c.measure.split('.')[1],
    c.on,
    c.value,
    c.grade,
  ])

test('an episode counts on its air date (F020), what it was watched as increases taken over (F021)', () => {
  expect(
    worth(parentEpisode, [
      ...aired,
      read('2026-03-31', 400_000),
      read('2026-03-31', 90_000, 'web'),
      read('2026-04-30', 520_000),
    ]),
  ).toEqual([
    ['episodes', day, 1, 'A'],
    ['views', '2026-03-31', 490_000, 'D'],
    ['views', '2026-04-30', 120_000, 'D'],
  ])
  expect(worth(parentEpisode, aired.slice(0, 2))).toEqual([])
})

test('no measure of what is watched is of persons or person-times', () => {
  for (const { measures } of [parentEpisode, familyCourse, familyFilm])
    for (const measure of Object.values(measures)) expect(['item', 'session']).toContain(measure.unit)
})

test('who taped it does not review it, and nothing airs before its day', () => {
  const facts = factsOf(historyOf(parentEpisode, day, aired.slice(0, 1)))
  expect(() => takeStep(parentEpisode, 'review', facts, postOf('family', { lastHand: true }), undefined)).toThrow(
    'second-person',
  )
  const reviewed = (today: string) => factsOf(historyOf(parentEpisode, day, aired.slice(0, 2)), {}, { today })
  expect(() => takeStep(parentEpisode, 'air', reviewed('2026-03-05'), postOf('family'), undefined)).toThrow(
    'needs-unmet',
  )
  expect(takeStep(parentEpisode, 'air', reviewed(day), postOf('family'), undefined)).toBe('aired')
})

test('a course is online from its day to the day it is withdrawn; one withdrawn as a draft never was', () => {
  const steps = [
    ['review', 'reviewed', '2026-03-09'],
    ['publish', 'online', '2026-03-10'],
    ['withdraw', 'withdrawn', '2026-05-01'],
  ] as const
  expect(worth(familyCourse, steps)).toEqual([
    ['online', '2026-03-10', 1, 'A'],
    ['published', '2026-03-10', 1, 'A'],
    ['online', '2026-05-01', -1, 'A'],
  ])
  expect(worth(familyCourse, [['withdraw', 'withdrawn', '2026-05-01']])).toEqual([])
})

test('a film counts when it was released, not when it was shortlisted', () => {
  const steps = [
    ['license', 'licensed', '2026-05-01'],
    ['festival', 'licensed', '2026-05-20'],
  ] as const
  const answers = { releasedOn: '2026-06-01', festivals: [{ name: '影展', on: '2026-05-20', result: 'selected' }] }
  expect(worth(familyFilm, steps, answers)).toEqual([])
  expect(worth(familyFilm, [...steps, ['release', 'released', '2026-06-02']], answers)).toEqual([
    ['released', '2026-06-01', 1, 'A'],
  ])
})

test('random walks', { timeout: 60_000 }, () => {
  expect([...walk({ programme: parentEpisode })]).toContain('recorded')
  expect([...walk({ programme: familyCourse })]).toEqual(expect.arrayContaining(['online', 'withdrawn']))
  expect([...walk({ programme: familyFilm })]).toEqual(expect.arrayContaining(['released', 'dropped']))
})
