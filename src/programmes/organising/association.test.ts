import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { association } from './association.ts'
import { associationMember } from './association-member.ts'

type Steps = Parameters<typeof historyOf>[2]
const day = '2026-03-02'
const worth = (programme: Programme, steps: Steps, answers: object, more: Partial<Facts> = {}) =>
  countsOf(programme, factsOf(historyOf(programme, day, steps), { ...answers }, more)).map((c) => [
    c.measure.split('.')[1],
    c.on,
    c.value,
  ])

const registered: Steps = [['register', 'registered', '2026-05-10']]
const papers = {
  uscc: '91350100M000100Y43',
  registeredOn: '2026-05-08',
  termTo: '2031-05-07',
  reportBy: '2027-03-31',
  checkBy: '2027-05-31',
}

test('an association reports by 31 March and is checked by 31 May, each a legal term that begins anew (L148)', () => {
  const runs = (steps: Steps, answers: object) =>
    clocksOf(association.clocks, historyOf(association, day, steps), { ...answers })
      .filter((run) => !run.endedOn)
      .map((run) => [run.clock, run.dueOn])
  expect(runs([], papers)).toEqual([])
  expect(runs(registered, papers)).toEqual([
    ['report', '2027-03-31'],
    ['check', '2027-05-31'],
    ['term', '2031-05-07'],
  ])
  const checked: Steps = [
    ...registered,
    ['report', 'registered', '2027-03-20'],
    ['passCheck', 'registered', '2027-05-20', { year: 2026, result: 'passed' }],
  ]
  expect(runs(checked, { ...papers, reportBy: '2028-03-31', checkBy: '2028-05-31' })).toEqual([
    ['report', '2028-03-31'],
    ['check', '2028-05-31'],
    ['term', '2031-05-07'],
  ])
  for (const clock of ['report', 'check']) {
    expect(association.clocks[clock]?.legal).toBe(true)
    expect(association.clocks[clock]?.law).toContain('社会团体登记管理条例')
  }
  expect(worth(association, checked, papers)).toEqual([
    ['registered', '2026-05-08', 1],
    ['checked', '2027-05-20', 1],
  ])
  expect(worth(association, [...registered, ['dissolve', 'dissolved', '2030-01-01']], papers)).toContainEqual([
    'registered',
    '2030-01-01',
    -1,
  ])
  const facts = factsOf(historyOf(association, day), { ...papers, uscc: '91350100M000100Y44' })
  expect(() => takeStep(association, 'register', facts, postOf('organisation'), '')).toThrow('needs-unmet')
})

test('a member is registered with her consent, counts as a person, and is shown no more once she left', () => {
  const facts = factsOf(historyOf(associationMember, day), { agreed: false })
  expect(() => takeStep(associationMember, 'verify', facts, postOf('organisation'), '')).toThrow('needs-unmet')
  const active: Steps = [['verify', 'active', '2026-03-04']]
  expect(worth(associationMember, [], {}, { person: 'm1' })).toEqual([])
  expect(worth(associationMember, [...active, ['leave', 'left', '2026-09-01']], {}, { person: 'm1' })).toEqual([
    ['members', day, 1],
    ['members', '2026-09-01', -1],
  ])
  expect(associationMember.silentIn).toEqual(['left'])
})

test('random walks', { timeout: 60_000 }, () => {
  expect([...walk({ programme: association })]).toContain('dropped')
  expect([...walk({ programme: associationMember })].sort()).toEqual(['active', 'handedIn', 'left'])
})
