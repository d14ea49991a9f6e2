import { expect, test } from 'vitest'
import { walk } from '../../../test/support/walk.ts'
import { countsOf, reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts, Programme } from '../../core/programme.ts'
import { weekendPair } from './weekend-pair.ts'
import { weekendStay } from './weekend-stay.ts'

const done = (action: string, from: string | undefined, to: string, on: string, answers = {}): Done => ({
  action,
  from,
  to,
  on,
  answers,
})
const factsOf = (history: Done[], more: Partial<Facts> = {}): Facts => ({
  state: history.at(-1)?.to ?? '',
  on: '2026-03-05',
  answers: {},
  history,
  reached: reachedIn(history),
  person: 'p',
  attendance: [],
  heads: [],
  ...more,
})
const worth = (programme: Programme, facts: Facts) => countsOf(programme, facts).map((c) => [c.measure, c.on, c.value])
const who: Standing = { role: 'family', own: true, above: false, handler: true, lastHand: false, level: 'banner' }

test('walks: every step is taken exactly when the table says', { timeout: 60_000 }, () => {
  expect(walk({ programme: weekendPair, runs: 40 })).toContain('active')
  expect(walk({ programme: weekendStay, runs: 40 })).toContain('away')
})

test('a pair counts from its beginning to its end; the child is sealed, and a suspicion is reported at once', () => {
  const began = [
    done('create', undefined, 'applied', '2026-03-01'),
    done('match', 'trained', 'matched', '2026-03-10'),
    done('start', 'matched', 'active', '2026-03-12'),
    done('review', 'active', 'active', '2026-04-12', { harm: false }),
  ]
  expect(worth(weekendPair, factsOf(began))).toEqual([
    ['weekend-pair.pairs', '2026-03-12', 1],
    ['weekend-pair.reviews', '2026-04-12', 1],
  ])
  const halted = [...began, done('halt', 'active', 'ended', '2026-05-01', { harm: true, where: '学校门口' })]
  expect(worth(weekendPair, factsOf(halted))).toContainEqual(['weekend-pair.pairs', '2026-05-01', -1])
  expect(weekendPair.actions.halt?.starts?.(factsOf(halted))).toMatchObject([
    { programme: 'mandatory-report', answers: { where: '学校门口', foundOn: '2026-05-01' } },
  ])
  const unstarted = [...began.slice(0, 2), done('end', 'matched', 'ended', '2026-03-11')]
  expect(worth(weekendPair, factsOf(unstarted))).toEqual([])
  expect(['child', 'guardian'].map((key) => weekendPair.fields[key]?.class)).toEqual(['P4', 'P4'])
  expect(weekendPair.confidential && weekendStay.confidential).toBe(true)
  const start = (lastHand: boolean) =>
    takeStep(weekendPair, 'start', factsOf(began.slice(0, 2)), { ...who, lastHand }, undefined)
  expect(start(false)).toBe('active')
  expect(() => start(true)).toThrow('second-person')
})

test('a pair needs both to choose, the guardian to sign and the school to know', () => {
  const trained = [
    done('create', undefined, 'applied', '2026-03-01'),
    done('train', 'checked', 'trained', '2026-03-08'),
  ]
  const all = { childChose: true, volunteerChose: true, guardianSigned: true, schoolTold: true }
  const match = (answers: object) => takeStep(weekendPair, 'match', factsOf(trained, { answers }), who, undefined)
  expect(match(all)).toBe('matched')
  for (const key of Object.keys(all)) expect(() => match({ ...all, [key]: false }), key).toThrow('needs-unmet')
})

test('a stay needs the guardian and two adults, and counts one child once fetched', () => {
  const planned = [done('create', undefined, 'planned', '2026-03-07')]
  const fetch = (answers: object) => takeStep(weekendStay, 'fetch', factsOf(planned, { answers }), who, undefined)
  expect(fetch({ guardianKnows: true, adults: 2 })).toBe('away')
  expect(() => fetch({ guardianKnows: false, adults: 2 })).toThrow('needs-unmet')
  expect(() => fetch({ guardianKnows: true, adults: 1 })).toThrow('needs-unmet')
  expect(worth(weekendStay, factsOf(planned))).toEqual([])
  expect(worth(weekendStay, factsOf([...planned, done('fetch', 'planned', 'away', '2026-03-07')]))).toEqual([
    ['weekend-stay.stays', '2026-03-05', 1],
    ['weekend-stay.children', '2026-03-05', 1],
  ])
})
