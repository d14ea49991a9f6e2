import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { missingIn } from '../../core/field.ts'
import { abilitiesOf, countsOf, takeStep } from '../../core/procedure.ts'
import { pairSupport } from './pair-support.ts'

type Steps = Parameters<typeof historyOf>[2]
const pair = { promise: true, consent: true, under14: false, until: '2027-03-01', topic: 'minor' }
const paired: Steps = [['pair', 'paired', '2026-03-10']]
const at = (steps: Steps, more: object = {}) =>
  factsOf(historyOf(pairSupport, firstDay, steps), { ...pair, ...more }, { person: 's1' })
const unmet = (more: object) =>
  abilitiesOf(pairSupport, at([], more), postOf('family'))
    .find((a) => a.action === 'pair')
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)

test('both agree, the donor in writing to go through the federation, the guardian under 14', () => {
  expect(unmet({})).toEqual([])
  expect(unmet({ promise: false })).toEqual(['promised'])
  expect(unmet({ consent: false })).toEqual(['agreed'])
  expect(unmet({ under14: true })).toEqual(['agreed'])
  expect(unmet({ under14: true, guardianConsent: true })).toEqual([])
  expect(unmet({ until: firstDay })).toEqual(['ahead'])
})

test('nothing passes that was not looked at', () => {
  const asks = pairSupport.actions.pass?.asks ?? {}
  expect(missingIn(asks, { way: 'toStudent', what: 'letter' })).toEqual(['looked'])
  expect(asks.looked?.schema.safeParse('no').success).toBe(false)
  expect(pairSupport.actions.pass?.from).toEqual(['paired'])
})

test('contact past the federation is reported at once for a child (D08), a clue for a grown student', () => {
  const starts = (contact: string, more: object = {}) =>
    pairSupport.actions.ask?.starts?.(at([...paired, ['ask', 'paired', '2026-05-01', { met: true, contact }]], more))
  expect(starts('none')).toEqual([])
  expect(starts('some', { topic: 'adult' })).toMatchObject([{ programme: 'risk-clue' }])
  expect(starts('some')).toMatchObject([{ programme: 'mandatory-report', answers: { foundOn: '2026-05-01' } }])
})

test('the child is asked every ninety days, and the pair ends on its day by itself', () => {
  const due = (steps: Steps, clock: string) =>
    clocksOf(pairSupport.clocks, historyOf(pairSupport, firstDay, steps), pair)
      .filter((run) => run.clock === clock && !run.endedOn)
      .map((run) => run.dueOn)
  expect(due([], 'pair')).toEqual(['2026-05-01'])
  expect(due(paired, 'ask')).toEqual(['2026-06-08'])
  expect(due([...paired, ['ask', 'paired', '2026-06-01']], 'ask')).toEqual(['2026-08-30'])
  expect(due(paired, 'term')).toEqual(['2027-03-01'])
  expect(due([...paired, ['end', 'ended', '2026-06-01']], 'ask')).toEqual([])
  expect(takeStep(pairSupport, 'term', at(paired), postOf('chair', { house: true }), undefined)).toBe('ended')
  expect(() => takeStep(pairSupport, 'term', at(paired), postOf('chair'), undefined)).toThrow('not-allowed')
})

test('one pair a student; a pair stands from its day to its end', () => {
  const worth = (steps: Steps) => countsOf(pairSupport, at(steps)).map((c) => [c.measure.slice(13), c.on, c.value])
  expect(worth([])).toEqual([])
  const passedOn: Steps = [...paired, ['pass', 'paired', '2026-04-01'], ['pass', 'paired', '2026-04-01']]
  expect(worth([...passedOn, ['end', 'ended', '2026-06-01']])).toEqual([
    ['pairs', '2026-03-10', 1],
    ['passes', '2026-04-01', 2],
    ['pairs', '2026-06-01', -1],
  ])
  expect(pairSupport.claims?.(at(paired))).toEqual([{ person: 's1', key: 'pair-support' }])
  expect(pairSupport.claims?.(at([...paired, ['end', 'ended', '2026-06-01']]))).toEqual([])
})

test('random walks; it is sealed, and its title tells nothing', { timeout: 60_000 }, () => {
  expect(pairSupport.confidential).toBe(true)
  expect(pairSupport.fields[pairSupport.title]?.kind).toBe('choice')
  expect(pairSupport.silentIn).toEqual(['declined'])
  const reached = walk({
    programme: pairSupport,
    everyHand: true,
    always: (facts) => {
      const pairs = countsOf(pairSupport, facts).filter((c) => c.measure === 'pair-support.pairs')
      expect(pairs.reduce((sum, c) => sum + c.value, 0)).toBe(facts.state === 'paired' ? 1 : 0)
    },
  })
  expect([...reached].sort()).toEqual(['declined', 'ended', 'paired', 'wished'])
})
