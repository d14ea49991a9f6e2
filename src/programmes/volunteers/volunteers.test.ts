import { expect, test } from 'vitest'
import { countsOf, reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts } from '../../core/programme.ts'
import { volunteerSession } from './sessions.ts'
import { volunteerTeam } from './teams.ts'
import { volunteer } from './volunteer.ts'

const done = (action: string, from: string | undefined, to: string, on: string): Done => ({
  action,
  from,
  to,
  on,
  answers: {},
})
const factsOf = (history: Done[], more: Partial<Facts> = {}): Facts => ({
  state: history.at(-1)?.to ?? '',
  on: '2026-03-05',
  answers: {},
  history,
  reached: reachedIn(history),
  person: undefined,
  attendance: [],
  heads: [],
  ...more,
})
const worth = (counts: ReturnType<typeof countsOf>) => counts.map((c) => [c.measure, c.on, c.value, c.grade])

test('a volunteer is registered from the day she joined, once checked, until she leaves', () => {
  const applied = [done('create', undefined, 'applied', '2026-03-05')]
  const active = [...applied, done('verify', 'applied', 'active', '2026-03-07')]
  const left = [...active, done('leave', 'active', 'left', '2026-10-01')]
  expect(countsOf(volunteer, factsOf(applied, { person: 'p' }))).toEqual([])
  expect(worth(countsOf(volunteer, factsOf(active, { person: 'p' })))).toEqual([
    ['volunteer.registered', '2026-03-05', 1, 'A'],
  ])
  expect(worth(countsOf(volunteer, factsOf(left, { person: 'p' })))).toEqual([
    ['volunteer.registered', '2026-03-05', 1, 'A'],
    ['volunteer.registered', '2026-10-01', -1, 'A'],
  ])
  const neverChecked = [...applied, done('leave', 'applied', 'left', '2026-03-06')]
  expect(countsOf(volunteer, factsOf(neverChecked, { person: 'p' }))).toEqual([])
})

test('a resting team is still registered, a dissolved one is not', () => {
  const active = [
    done('create', undefined, 'applied', '2026-03-05'),
    done('approve', 'applied', 'active', '2026-03-06'),
  ]
  const resting = [...active, done('rest', 'active', 'dormant', '2026-08-01')]
  const gone = [...resting, done('dissolve', 'dormant', 'dissolved', '2026-09-01')]
  expect(countsOf(volunteerTeam, factsOf(resting))).toHaveLength(1)
  expect(worth(countsOf(volunteerTeam, factsOf(gone)))).toContainEqual([
    'volunteer-team.registered',
    '2026-09-01',
    -1,
    'A',
  ])
})

test('one team event is one session; hours count when a second person has confirmed them', () => {
  const finished = [done('create', undefined, 'planned', '2026-03-05'), done('finish', 'planned', 'done', '2026-03-05')]
  const facts = factsOf(finished, {
    answers: { served: 30, servedBy: 'estimate' },
    attendance: [
      { person: 'v1', minutes: 120 },
      { person: 'v2', minutes: 90 },
    ],
  })
  expect(worth(countsOf(volunteerSession, facts))).toEqual([
    ['volunteer-session.sessions', '2026-03-05', 1, 'A'],
    ['volunteer-session.served', '2026-03-05', 30, 'C'],
    ['volunteer-session.volunteers', '2026-03-05', 1, 'A'],
    ['volunteer-session.volunteers', '2026-03-05', 1, 'A'],
  ])
  const who: Standing = { role: 'chair', own: true, above: false, handler: false, lastHand: true }
  expect(() => takeStep(volunteerSession, 'confirm', facts, who, undefined)).toThrow('second-person')
  expect(takeStep(volunteerSession, 'confirm', facts, { ...who, lastHand: false }, undefined)).toBe('confirmed')
  const confirmed = { ...facts, state: 'confirmed' }
  expect(worth(countsOf(volunteerSession, confirmed))).toContainEqual([
    'volunteer-session.minutes',
    '2026-03-05',
    210,
    'A',
  ])
})
