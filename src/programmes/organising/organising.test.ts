import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { coverageGap } from './coverage-gap.ts'
import { delegation } from './delegation.ts'
import { election } from './election.ts'
import { exchangeAgreement } from './exchange-agreement.ts'
import { homeActivity } from './home-activity.ts'
import { initiative } from './initiative.ts'
import { issuedRule } from './issued-rule.ts'
import { methodRound } from './method-round.ts'
import { orgSetup } from './org-setup.ts'
import { serviceRequest } from './service-request.ts'
import { workMethod } from './work-method.ts'

const day = '2026-03-02'
type Steps = Parameters<typeof historyOf>[2]
const worth = (programme: Programme, steps: Steps, answers: object = {}, more: object = {}) =>
  countsOf(programme, factsOf(historyOf(programme, day, steps), { ...answers }, more)).map((c) => [
    c.measure.split('.')[1],
    c.on,
    c.value,
    c.grade,
  ])
const runs = (programme: Programme, steps: Steps, answers: object = {}) =>
  clocksOf(programme.clocks, historyOf(programme, day, steps), { ...answers })
    .filter((run) => !run.endedOn)
    .map((run) => [run.clock, run.dueOn])

const elected = [
  ['propose', 'planned', '2026-03-05'],
  ['approve', 'approved', '2026-03-20'],
  ['elect', 'elected', '2026-04-10'],
] as const
const result = { number: 3, electedOn: '2026-04-09', present: 41, invited: 60, seats: 15, members: 15, fresh: 6 }

test('a term reminds from half a year before its end, moves only with leave, and the next one opens by itself', () => {
  expect(runs(election, [], { termTo: '2026-12-31' })).toEqual([['term', '2026-12-31']])
  expect(election.clocks.term?.remindBefore).toEqual([180, 90, 30])
  expect(runs(election, elected.slice(0, 1), { termTo: '2026-12-31' })).toEqual([
    ['term', '2026-12-31'],
    ['approve', '2026-04-04'],
  ])
  expect(runs(election, elected, { termTo: '2026-12-31' })).toEqual([['file', '2026-04-25']])
  const filed = factsOf(historyOf(election, day, [...elected, ['file', 'filed', '2026-04-12']]), result)
  expect(election.actions.file?.starts?.(filed)).toEqual([
    {
      programme: 'election',
      answers: { title: '第4届', number: 4, startedOn: '2026-04-09', termTo: '2031-04-09' },
    },
  ])
})

test('two thirds is not more than two thirds; no more members than seats; who proposed does not approve', () => {
  const elect = (more: object) =>
    takeStep(
      election,
      'elect',
      factsOf(historyOf(election, day, elected.slice(0, 2)), { ...result, ...more }),
      postOf('chair'),
      undefined,
    )
  expect(elect({})).toBe('elected')
  expect(() => elect({ present: 40 })).toThrow('needs-unmet')
  expect(() => elect({ members: 16 })).toThrow('needs-unmet')
  expect(() => elect({ fresh: 16 })).toThrow('needs-unmet')
  const planned = factsOf(historyOf(election, day, elected.slice(0, 1)))
  const above = { own: false, above: true, level: 'township' } as const
  expect(takeStep(election, 'approve', planned, postOf('chair', above), undefined)).toBe('approved')
  expect(() => takeStep(election, 'approve', planned, postOf('chair', { took: ['propose'] }), undefined)).toThrow(
    'second-person',
  )
  expect(() => takeStep(election, 'approve', planned, postOf('chair', { level: 'village' }), undefined)).toThrow(
    'not-allowed',
  )
})

test('an election counts when its result is filed, on the day it was held', () => {
  expect(worth(election, elected, result)).toEqual([])
  expect(
    worth(election, [['delay', 'sitting', '2026-03-03'], ...elected, ['file', 'filed', '2026-04-12']], result),
  ).toEqual([
    ['elected', '2026-04-09', 1, 'A'],
    ['delayed', '2026-03-03', 1, 'A'],
  ])
})

test('setting up: no approval without a right credit code; founded counts on its day', () => {
  const approve = (uscc: string) =>
    takeStep(
      orgSetup,
      'approve',
      factsOf(historyOf(orgSetup, day, [['prepare', 'preparing', day]]), { uscc }),
      postOf('organisation'),
      undefined,
    )
  expect(approve('91350100M000100Y43')).toBe('approved')
  expect(() => approve('91350100M000100Y44')).toThrow('needs-unmet')
  expect(() => approve('')).toThrow('needs-unmet')
  const steps = [
    ['prepare', 'preparing', day],
    ['approve', 'approved', '2026-04-01'],
    ['found', 'founded', '2026-04-20'],
  ] as const
  expect(worth(orgSetup, steps, { foundedOn: '2026-04-18' })).toEqual([
    ['contacted', day, 1, 'A'],
    ['founded', '2026-04-18', 1, 'A'],
  ])
  expect(runs(orgSetup, steps.slice(0, 2))).toEqual([['found', '2026-05-01']])
})

test('a gap is closed when every unit is covered', () => {
  const close = (nowCovered: number) =>
    takeStep(
      coverageGap,
      'close',
      factsOf(historyOf(coverageGap, day, [['plan', 'planned', day]]), { total: 5, nowCovered }),
      postOf('chair'),
      undefined,
    )
  expect(() => close(4)).toThrow('needs-unmet')
  expect(close(5)).toBe('closed')
  expect(
    worth(coverageGap, [
      ['plan', 'planned', day],
      ['close', 'closed', '2026-06-01'],
    ]),
  ).toEqual([
    ['found', day, 1, 'A'],
    ['closed', '2026-06-01', 1, 'A'],
  ])
  expect(worth(coverageGap, [['drop', 'dropped', day]])).toEqual([])
})

test('what a home held counts with its evidence, and nothing else of it does', () => {
  const heads = [{ count: 20, grade: 'B' }]
  expect(worth(homeActivity, [['hold', 'held', day]], {}, { heads })).toEqual([
    ['sessions', day, 1, 'B'],
    ['attendances', day, 20, 'B'],
  ])
  expect(worth(homeActivity, [], {}, { heads })).toEqual([])
  expect(worth(homeActivity, [['cancel', 'cancelled', day]], {}, { heads })).toEqual([])
})

const brought = [
  ['accept', 'accepted', '2026-03-04'],
  ['schedule', 'scheduled', '2026-03-05'],
  ['serve', 'served', '2026-03-20'],
] as const

test('a request is answered in two working days and counts as served when the asker says so', () => {
  expect(runs(serviceRequest, [])).toEqual([['accept', '2026-03-04']])
  expect(runs(serviceRequest, brought.slice(0, 2), { goesOn: '2026-03-20' })).toEqual([['go', '2026-03-20']])
  expect(runs(serviceRequest, brought)).toEqual([['confirm', '2026-03-27']])
  const answers = { served: 60, servedBy: 'sheet' }
  expect(worth(serviceRequest, brought, answers)).toEqual([['requests', day, 1, 'A']])
  expect(worth(serviceRequest, [...brought, ['confirm', 'confirmed', '2026-03-22']], answers)).toEqual([
    ['requests', day, 1, 'A'],
    ['served', '2026-03-20', 1, 'B'],
    ['people', '2026-03-20', 60, 'B'],
  ])
  expect(worth(serviceRequest, [['withdraw', 'withdrawn', day]])).toEqual([])
  const confirm = (took: string[]) =>
    takeStep(
      serviceRequest,
      'confirm',
      factsOf(historyOf(serviceRequest, day, brought)),
      postOf('chair', { took }),
      undefined,
    )
  expect(confirm(['create'])).toBe('confirmed')
  expect(() => confirm(['serve'])).toThrow('second-person')
})

test('a round: done, a problem found, passed up, solved above', () => {
  const steps = [
    ['do', 'done', '2026-03-10'],
    ['find', 'problem', '2026-03-10'],
    ['passUp', 'passed', '2026-03-12'],
    ['answer', 'solved', '2026-04-02'],
  ] as const
  expect(runs(methodRound, [], { dueOn: '2026-03-15' })).toEqual([['due', '2026-03-15']])
  expect(runs(methodRound, steps.slice(0, 2))).toEqual([['solve', '2026-03-25']])
  expect(runs(methodRound, steps.slice(0, 3))).toEqual([['answer', '2026-04-11']])
  expect(worth(methodRound, steps, { women: 7 })).toEqual([
    ['rounds', '2026-03-10', 1, 'B'],
    ['women', '2026-03-10', 7, 'C'],
    ['problems', '2026-03-10', 1, 'A'],
    ['solved', '2026-04-02', 1, 'A'],
  ])
  expect(worth(workMethod, [['end', 'ended', '2026-05-01']])).toEqual([
    ['items', day, 1, 'A'],
    ['items', '2026-05-01', -1, 'A'],
  ])
})

test('drafted by one, issued by another; issued stays issued, in force ends with a revision or a repeal (F102, L011)', () => {
  const issued = ['issue', 'force', '2026-04-01'] as const
  expect(worth(issuedRule, [])).toEqual([])
  expect(worth(issuedRule, [['drop', 'dropped', '2026-04-01']])).toEqual([])
  expect(worth(issuedRule, [issued, ['repeal', 'repealed', '2026-06-01']], { issuedOn: '2026-03-30' })).toEqual([
    ['issued', '2026-03-30', 1, 'A'],
    ['force', '2026-03-30', 1, 'A'],
    ['force', '2026-06-01', -1, 'A'],
  ])
  expect(runs(issuedRule, [])).toEqual([['issue', '2026-05-31']])
  expect(runs(issuedRule, [issued], { reviewOn: '2027-01-01' })).toEqual([['review', '2027-01-01']])
  const issue = (took: string[]) =>
    takeStep(issuedRule, 'issue', factsOf(historyOf(issuedRule, day)), postOf('chair', { took }), undefined)
  expect(issue([])).toBe('force')
  expect(() => issue(['create'])).toThrow('second-person')
  expect(issuedRule.shownBelow).toContain('force')
})

test('an agreement: lanes are a plan, results are results; it lapses on its day and lives again renewed (F052, C24)', () => {
  const lanes = Array.from({ length: 5 }, (_, i) => ({ name: `项目${i}`, target: 10 }))
  const steps = [
    ['report', 'force', '2026-05-01', { done: 10 }],
    ['lapse', 'ended', '2026-09-02'],
    ['renew', 'force', '2026-10-01'],
  ] as const
  expect(worth(exchangeAgreement, steps, { lanes })).toEqual([
    ['force', day, 1, 'A'],
    ['force', '2026-09-02', -1, 'A'],
    ['force', '2026-10-01', 1, 'A'],
    ['lanes', day, 5, 'A'],
    ['results', '2026-05-01', 10, 'A'],
  ])
  expect(runs(exchangeAgreement, [], { validTo: '2026-09-01' })).toEqual([['validity', '2026-09-01']])
  expect(exchangeAgreement.clocks.validity?.expires).toBe('lapse')
})

test('a delegation is approved by another person and counts when it was held', () => {
  const approve = (took: string[]) =>
    takeStep(delegation, 'approve', factsOf(historyOf(delegation, day)), postOf('chair', { took }), undefined)
  expect(approve([])).toBe('approved')
  expect(() => approve(['create'])).toThrow('second-person')
  expect(worth(delegation, [['approve', 'approved', day]], { size: 12 })).toEqual([])
  const held = [
    ['approve', 'approved', day],
    ['hold', 'held', '2026-03-09'],
  ] as const
  expect(worth(delegation, held, { size: 12 })).toEqual([
    ['delegations', day, 1, 'A'],
    ['guests', day, 12, 'B'],
  ])
  expect(runs(delegation, held)).toEqual([['close', '2026-03-19']])
})

test('random walks', { timeout: 120_000 }, () => {
  expect([...walk({ programme: serviceRequest, everyHand: true })]).toEqual(
    expect.arrayContaining(['served', 'declined']),
  )
  expect([...walk({ programme: methodRound, everyHand: true })]).toEqual(expect.arrayContaining(['done', 'problem']))
  expect([...walk({ programme: election, everyHand: true })]).toContain('planned')
  for (const programme of [initiative, orgSetup, coverageGap, homeActivity, workMethod, issuedRule, delegation])
    walk({ programme })
  expect([...walk({ programme: exchangeAgreement, everyHand: true })]).toContain('ended')
})

test('projects and actions stand from their issue to their end or new name; what is only quoted counts for nothing', () => {
  const issued = ['issue', 'running', '2026-03-10'] as const
  const of = (level: string, ...more: NonNullable<Steps>) => worth(initiative, [issued, ...more], { level })
  expect(worth(initiative, [], { level: 'project' })).toEqual([])
  expect(of('project')).toEqual([['projects', day, 1, 'A']])
  expect(of('action', ['rename', 'renamed', '2026-06-01'])).toEqual([
    ['actions', day, 1, 'A'],
    ['actions', '2026-06-01', -1, 'A'],
  ])
  expect(of('outside')).toEqual([])
  expect(of('wording')).toEqual([])
})
