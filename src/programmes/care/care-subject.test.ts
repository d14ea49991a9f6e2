import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { careSubject } from './care-subject.ts'
import { careVisit } from './care-visit.ts'

const planned = ['plan', 'caring', firstDay] as const
const at = (
  programme: Programme,
  steps: Parameters<typeof historyOf>[2],
  answers: object = {},
  more: Partial<Facts> = {},
) => factsOf(historyOf(programme, firstDay, steps), { ...answers }, { person: 'p1', ...more })

test('under 14 the guardian agrees too; whoever declines is shown no more', () => {
  const agree = (answers: object) =>
    takeStep(
      careSubject,
      'agree',
      at(careSubject, [['verify', 'verified', firstDay]], answers),
      postOf('family'),
      undefined,
    )
  expect(agree({ consent: true, under14: false })).toBe('consented')
  expect(() => agree({ consent: true, under14: true })).toThrow('needs-unmet')
  expect(agree({ consent: true, under14: true, guardianConsent: true })).toBe('consented')
  expect(() => agree({ consent: false, under14: false })).toThrow('needs-unmet')
  expect(careSubject.silentIn).toEqual(['declined'])
})

test('she is seen after 30, 60 and 90 days, and the plan is looked at again after 90', () => {
  const runs = (steps: Parameters<typeof historyOf>[2]) =>
    clocksOf(careSubject.clocks, historyOf(careSubject, firstDay, steps)).filter((r) => r.endedOn === undefined)
  const due = (steps: Parameters<typeof historyOf>[2], clock: string) =>
    runs(steps).find((r) => r.clock === clock)?.dueOn
  expect(due([planned], 'visit')).toBe('2026-04-01')
  const seen = ['visit', 'caring', '2026-03-30'] as const
  expect(due([planned, seen], 'visit')).toBe('2026-05-01')
  expect(due([planned, seen, seen], 'visit')).toBe('2026-05-31')
  expect(due([planned, seen, seen, seen], 'visit')).toBeUndefined()
  expect(due([planned], 'review')).toBe('2026-05-31')
  const reviewed = [planned, seen, seen, seen, ['review', 'caring', '2026-05-31']] as const
  expect(due(reviewed, 'visit')).toBe('2026-06-30')
  expect(due(reviewed, 'review')).toBe('2026-08-29')
  expect(runs([...reviewed, ['end', 'ended', '2026-06-01']])).toEqual([])
})

test('a visit opens what is to be done; danger to a child is reported at once, to an adult becomes a clue (D08)', () => {
  const starts = (kind: string, answers: object) =>
    careSubject.actions.visit
      ?.starts?.(
        at(
          careSubject,
          [planned, ['visit', 'caring', '2026-03-30', { found: '十个字以上的看望情况记录', ...answers }]],
          {
            kind,
            topic: 'minor',
            person: 'p1',
          },
        ),
      )
      .map(({ programme }) => programme)
  expect(starts('left-behind', { safe: 'yes' })).toEqual([])
  expect(starts('left-behind', { safe: 'yes', todo: '联系学校' })).toEqual(['care-visit'])
  expect(starts('left-behind', { safe: 'no', todo: '联系学校' })).toEqual(['care-visit', 'mandatory-report'])
  expect(starts('woman-hardship', { safe: 'no' })).toEqual(['risk-clue'])
})

test('in care from the plan to the end; a visit counts when she was met', () => {
  const worth = (steps: Parameters<typeof historyOf>[2]) =>
    countsOf(careSubject, at(careSubject, steps)).map((c) => [c.measure.slice(13), c.on, c.value])
  expect(worth([['verify', 'verified', firstDay]])).toEqual([])
  expect(
    worth([
      planned,
      ['visit', 'caring', '2026-03-30', { met: true }],
      ['visit', 'caring', '2026-04-30', { met: false }],
      ['end', 'ended', '2026-06-01'],
    ]),
  ).toEqual([
    ['caring', firstDay, 1],
    ['visits', '2026-03-30', 1],
    ['caring', '2026-06-01', -1],
  ])
  expect(careSubject.claims?.(at(careSubject, [planned]))).toHaveLength(1)
  expect(careSubject.claims?.(at(careSubject, [planned, ['end', 'ended', firstDay]]))).toEqual([])
})

test('what a visit found is answered within fifteen days (D36), and counted when it was met', () => {
  const due = clocksOf(careVisit.clocks, historyOf(careVisit, firstDay)).find((r) => r.clock === 'reply')?.dueOn
  expect(due).toBe('2026-03-17')
  const worth = (result: string) =>
    countsOf(careVisit, at(careVisit, [['reply', 'answered', '2026-03-10']], { result })).map((c) =>
      c.measure.slice(11),
    )
  expect(worth('done')).toEqual(['matters', 'solved'])
  expect(worth('not-possible')).toEqual(['matters'])
  expect(countsOf(careVisit, at(careVisit, [['drop', 'dropped', '2026-03-10']]))).toEqual([])
})

test('random walks; titles are chosen words that tell nothing of her', { timeout: 60_000 }, () => {
  expect([...walk({ programme: careSubject })].sort()).toEqual([
    'caring',
    'consented',
    'declined',
    'ended',
    'identified',
    'verified',
  ])
  expect([...walk({ programme: careVisit })].sort()).toEqual(['answered', 'assigned', 'dropped', 'open'])
  for (const programme of [careSubject, careVisit]) {
    expect(programme.confidential).toBe(true)
    expect(programme.fields[programme.title]?.kind).toBe('choice')
  }
})
