import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { legalDocument } from './legal-document.ts'
import { policyCommitment } from './policy-commitment.ts'
import { pressConference } from './press-conference.ts'

const day = '2026-03-02'
type Steps = Parameters<typeof historyOf>[2]
const worth = (programme: Programme, steps: Steps, answers: object = {}) =>
  countsOf(programme, factsOf(historyOf(programme, day, steps), { ...answers })).map((c) => [
    c.measure.split('.')[1],
    c.on,
    c.value,
  ])
const runs = (programme: Programme, steps: Steps, answers: object = {}) =>
  clocksOf(programme.clocks, historyOf(programme, day, steps), { ...answers })
    .filter((run) => !run.endedOn)
    .map((run) => [run.clock, run.dueOn])
const take = (programme: Programme, action: string, steps: Steps, answers: object = {}, took: string[] = []) =>
  takeStep(
    programme,
    action,
    factsOf(historyOf(programme, day, steps), { ...answers }, { today: '2026-10-01' }),
    postOf('chair', { took }),
    '写明原因',
  )

const won = [
  ['adopt', 'adopted', '2026-03-10'],
  ['assign', 'underway', '2026-03-20'],
] as const

test('a commitment: adopted on its paper’s day, reported yearly, met only in another’s words (L007)', () => {
  const answers = { adoptedOn: '2026-03-08', dueOn: '2030-12-31' }
  const reported = [...won, ['report', 'underway', '2026-12-20']] as const
  expect(worth(policyCommitment, [])).toEqual([])
  expect(worth(policyCommitment, won, answers)).toEqual([
    ['adopted', '2026-03-08', 1],
    ['underway', '2026-03-20', 1],
  ])
  expect(runs(policyCommitment, won.slice(0, 1))).toEqual([['assign', '2026-05-09']])
  expect(runs(policyCommitment, won, answers)).toEqual([
    ['yearly', '2027-03-20'],
    ['due', '2030-12-31'],
  ])
  expect(runs(policyCommitment, reported, answers)).toContainEqual(['yearly', '2027-12-20'])
  expect(() => take(policyCommitment, 'meet', won, answers)).toThrow('needs-unmet')
  expect(() => take(policyCommitment, 'meet', reported, answers, ['report'])).toThrow('second-person')
  expect(take(policyCommitment, 'meet', reported, answers)).toBe('met')
  const met = [...reported, ['meet', 'met', '2027-01-05']] as const
  expect(worth(policyCommitment, met, answers)).toEqual([
    ['adopted', '2026-03-08', 1],
    ['underway', '2026-03-20', 1],
    ['underway', '2027-01-05', -1],
    ['met', '2027-01-05', 1],
  ])
  expect(worth(policyCommitment, [...met, ['reopen', 'underway', '2027-02-01']], answers)).not.toContainEqual([
    'met',
    '2027-01-05',
    1,
  ])
  expect(worth(policyCommitment, [['decline', 'declined', '2026-03-10']], answers)).toEqual([])
})

const passed = [
  ['consult', 'consultation', '2026-03-10'],
  ['opinion', 'consultation', '2026-03-20'],
  ['opinion', 'consultation', '2026-03-20'],
  ['adopt', 'adopted', '2026-07-25'],
] as const
const law = { part: 'led', closesOn: '2026-04-10', adoptedOn: '2026-07-25', inForceOn: '2026-10-01' }

test('a regulation: opinions before adoption, its text checked by another before it is in force (L010)', () => {
  expect(runs(legalDocument, passed.slice(0, 1), law)).toEqual([['opinions', '2026-04-10']])
  expect(runs(legalDocument, passed, law)).toEqual([['force', '2026-10-01']])
  expect(() => take(legalDocument, 'adopt', [], { part: 'drafted' })).toThrow('needs-unmet')
  expect(() => take(legalDocument, 'adopt', passed.slice(0, 1), { ...law, closesOn: '2026-11-01' })).toThrow(
    'needs-unmet',
  )
  expect(take(legalDocument, 'adopt', [], { part: 'none' })).toBe('adopted')
  const text = { ...law, articles: [{ no: '第一条', words: '为了…' }] }
  expect(() => take(legalDocument, 'enter', passed, law)).toThrow('needs-unmet')
  expect(() => take(legalDocument, 'enter', passed, text, ['adopt'])).toThrow('second-person')
  expect(() => take(legalDocument, 'enter', passed, { ...text, inForceOn: '2026-11-01' })).toThrow('needs-unmet')
  expect(take(legalDocument, 'enter', passed, text)).toBe('force')
  const inForce = [...passed, ['enter', 'force', '2026-10-01']] as const
  expect(worth(legalDocument, inForce, text)).toEqual([
    ['begun', day, 1],
    ['adopted', '2026-07-25', 1],
    ['force', '2026-10-01', 1],
    ['opinions', '2026-03-20', 2],
  ])
  expect(worth(legalDocument, [...inForce, ['amend', 'amended', '2028-01-01']], text)).toContainEqual([
    'force',
    '2028-01-01',
    -1,
  ])
  expect(worth(legalDocument, inForce, { ...text, part: 'none' }).map(([what]) => what)).toEqual(['force', 'opinions'])
  expect(worth(legalDocument, [['withdraw', 'withdrawn', '2026-04-01']], law)).toEqual([])
  expect(legalDocument.shownBelow).toEqual(['force', 'amended', 'repealed'])
})

test('a press conference counts when it was held, and its text was read by another', () => {
  const cleared = ['clear', 'cleared', '2026-03-03'] as const
  expect(() => take(pressConference, 'clear', [], {}, ['create'])).toThrow('second-person')
  expect(worth(pressConference, [cleared], { outlets: 12 })).toEqual([])
  expect(worth(pressConference, [cleared, ['hold', 'held', '2026-03-05']], { outlets: 12 })).toEqual([
    ['sessions', day, 1],
    ['outlets', day, 12],
  ])
})

test.each([policyCommitment, legalDocument, pressConference])('$id holds under random steps', (programme) => {
  expect([...walk({ programme, runs: 200 })].sort()).toEqual(Object.keys(programme.states).sort())
})
