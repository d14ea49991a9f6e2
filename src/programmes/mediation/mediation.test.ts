import fc from 'fast-check'
import { expect, test } from 'vitest'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts } from '../../core/programme.ts'
import { violenceQuestions } from './forms.ts'
import { mediation } from './mediation.ts'
import { mediatorMember } from './mediator.ts'
import { roomAction } from './room-action.ts'
import { mediationRoom } from './rooms.ts'

const parties = [
  { person: 'p1', role: 'applicant' },
  { person: 'p2', role: 'respondent' },
]
const factsOf = (history: Done[], answers: Record<string, unknown> = {}): Facts => ({
  state: history.at(-1)?.to ?? 'applied',
  on: '2026-03-02',
  answers: { parties, ...answers },
  history,
  reached: reachedIn(history),
  person: undefined,
  attendance: [],
  heads: [],
})
const done = (action: string, from: string | undefined, to: string, on: string, answers = {}): Done => ({
  action,
  from,
  to,
  on,
  answers,
})
const created = done('create', undefined, 'applied', '2026-03-02')
const stay = (action: string, answers = {}, state = 'applied') => done(action, state, state, '2026-03-03', answers)
const calm = Object.fromEntries(Object.keys(violenceQuestions).map((q) => [q, false]))
const screen = (violence: object = calm, apart = true, state = 'applied') => stay('screen', { apart, violence }, state)
const yes = (side: string) => stay('consent', { side, agrees: true, way: 'signed' })
const mediator: Standing = { role: 'mediator', own: true, above: false, handler: true, lastHand: true }
const ready = [created, yes('applicant'), yes('respondent'), stay('inform'), stay('declare'), screen()]
const unmet = (facts: Facts, action: string) =>
  abilitiesOf(mediation, facts, mediator)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)

test('a case is accepted when both agree, rights are told, nobody is related and both were screened apart (R-MED-03, 04, 11)', () => {
  expect(unmet(factsOf(ready, { committee: '婚调委' }), 'accept')).toEqual([])
  expect(unmet(factsOf(ready), 'accept')).toEqual(['committeeNamed'])
  const oneSaysNo = [...ready, stay('consent', { side: 'respondent', agrees: false, way: 'oral' })]
  expect(unmet(factsOf(oneSaysNo, { committee: '婚调委' }), 'accept')).toEqual(['consentOfEachParty'])
  const together = [...ready.slice(0, -1), screen(calm, false)]
  expect(unmet(factsOf(together, { committee: '婚调委' }), 'accept')).toEqual(['screened'])
})

test('one yes in the screening closes every way but the safe one (R-MED-11)', () => {
  const facts = factsOf([...ready, screen({ ...calm, threat: true })], { committee: '婚调委' })
  expect(unmet(facts, 'accept')).toEqual(['noViolence'])
  expect(takeStep(mediation, 'block', facts, mediator, '她单独时说怕对方')).toBe('blocked')
})

test('each session is screened anew', () => {
  const accepted = [...ready, done('accept', 'applied', 'accepted', '2026-03-04')]
  expect(unmet(factsOf(accepted), 'session')).toEqual([])
  const met = [...accepted, done('session', 'accepted', 'mediating', '2026-03-06')]
  expect(unmet(factsOf(met), 'session')).toEqual(['screened'])
  expect(unmet(factsOf([...met, screen(calm, true, 'mediating')]), 'session')).toEqual([])
})

test('a case counts as accepted and settled on its own days, its parties once', () => {
  const agreed = [
    ...ready,
    done('accept', 'applied', 'accepted', '2026-03-31'),
    done('agree', 'mediating', 'agreed', '2026-04-20'),
  ]
  const counts = countsOf(mediation, factsOf(agreed))
  expect(counts.map((c) => [c.measure, c.on, c.value])).toEqual([
    ['mediation.accepted', '2026-03-31', 1],
    ['mediation.settled', '2026-04-20', 1],
    ['mediation.people', '2026-03-31', 1],
    ['mediation.people', '2026-03-31', 1],
  ])
  expect(countsOf(mediation, factsOf(ready))).toEqual([])
})

test('the month of D01 and the thirty days of D02 are legal clocks that cite their law', () => {
  const history = [
    created,
    done('accept', 'applied', 'accepted', '2026-03-03'),
    done('agree', 'mediating', 'agreed', '2026-03-20'),
  ]
  const runs = clocksOf(mediation.clocks, history)
  expect(runs).toContainEqual({ clock: 'accept', startedOn: '2026-03-02', dueOn: '2026-03-05', endedOn: '2026-03-03' })
  expect(runs).toContainEqual({ clock: 'settle', startedOn: '2026-03-03', dueOn: '2026-04-03', endedOn: '2026-03-20' })
  expect(runs).toContainEqual({ clock: 'confirmation', startedOn: '2026-03-20', dueOn: '2026-04-20' })
  for (const clock of Object.values(mediation.clocks)) expect(clock.legal).toBe(clock.law !== undefined)
})

test('random walks: a step is taken exactly when the table, the conditions and the post allow it', () => {
  const actions = Object.keys(mediation.actions)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), fc.boolean(), (steps, handler) => {
      const who: Standing = { ...mediator, handler }
      const history = [...ready]
      const answers = { committee: '婚调委', clauses: [{}], signed: true }
      for (const step of steps) {
        const facts = factsOf(history, answers)
        const may = abilitiesOf(mediation, facts, who).find((a) => a.action === step)?.allowed ?? false
        let to: string | undefined
        try {
          to = takeStep(mediation, step, facts, who, '原因')
        } catch {
          to = undefined
        }
        expect(to !== undefined).toBe(may)
        if (!handler) expect(to).toBeUndefined()
        if (to)
          history.push({
            action: step,
            from: facts.state,
            to,
            on: '2026-03-05',
            answers: step === 'screen' ? { apart: true, violence: calm } : {},
          })
        // An ended case never moves again: follow-ups and safety steps leave it where it is.
        if (['done', 'refused', 'failed', 'blocked'].includes(facts.state))
          expect([undefined, facts.state]).toContain(to)
      }
    }),
    { numRuns: 300 },
  )
})

test('a room stands from its day until the day it is closed', () => {
  const open = factsOf([done('create', undefined, 'open', '2026-03-02')])
  const closed = factsOf([...open.history, done('close', 'open', 'closed', '2026-09-01')])
  expect(countsOf(mediationRoom, open).map((c) => [c.on, c.value])).toEqual([['2026-03-02', 1]])
  expect(countsOf(mediationRoom, closed).map((c) => [c.on, c.value])).toEqual([
    ['2026-03-02', 1],
    ['2026-09-01', -1],
  ])
})

const steps = (state = 'mediating', step = ['look', 'listen', 'ask', 'settle']) =>
  done('session', 'accepted', state, '2026-03-06', { step })
const atTable = [...ready, done('accept', 'applied', 'accepted', '2026-03-04')]
const signed = { committee: '婚调委', clauses: [{ type: 'payment' }, { type: 'identity' }], signed: true }

test('an agreement needs the four steps, fresh screening, consent that still stands, and seal or oral record (R-MED-03, 08, 11; L104)', () => {
  const met = [...atTable, steps(), screen(calm, true, 'mediating')]
  expect(unmet(factsOf(met, signed), 'agree')).toEqual([])
  expect(unmet(factsOf([...atTable, steps()], signed), 'agree')).toEqual(['screened'])
  const short = [...atTable, steps('mediating', ['look', 'ask']), screen(calm, true, 'mediating')]
  expect(unmet(factsOf(short, signed), 'agree')).toEqual(['fourSteps'])
  const skipped = [...short, stay('skip', { step: ['listen', 'settle'] }, 'mediating')]
  expect(unmet(factsOf(skipped, signed), 'agree')).toEqual([])
  expect(() => takeStep(mediation, 'skip', factsOf(short, signed), mediator, '')).toThrow('reason-needed')
  const unwilling = [...met, stay('consent', { side: 'applicant', agrees: false, way: 'oral' }, 'mediating')]
  expect(unmet(factsOf(unwilling, signed), 'agree')).toEqual(['consentOfEachParty'])
  expect(unmet(factsOf(met, { ...signed, signed: false }), 'agree')).toEqual(['signedScan'])
  expect(unmet(factsOf(met, { ...signed, signed: false, oral: true }), 'agree')).toEqual([])
})

test('either party may leave at any time, and a mediator with a conflict holds no session', () => {
  for (const history of [ready, atTable, [...atTable, steps()]])
    expect(takeStep(mediation, 'withdraw', factsOf(history), mediator, undefined)).toBe('refused')
  expect(unmet(factsOf([...atTable, stay('recuse', {}, 'accepted')]), 'session')).toEqual(['noConflict'])
})

test('a case is done when every clause has its own result, in whatever order', () => {
  const agreed = [
    ...atTable,
    done('agree', 'mediating', 'agreed', '2026-03-20'),
    done('perform', 'agreed', 'performing', '2026-03-21'),
  ]
  const result = (clause: number) => stay('result', { clause, result: 'partly' }, 'performing')
  expect(unmet(factsOf(agreed, signed), 'finish')).toEqual(['clausesPerformed'])
  expect(unmet(factsOf([...agreed, result(2), result(2)], signed), 'finish')).toEqual(['clausesPerformed'])
  expect(unmet(factsOf([...agreed, result(2), result(1)], signed), 'finish')).toEqual([])
})

test('a court confirms nothing about identity alone; it is told of on days 20, 25 and 28 (R-MED-09, D02)', () => {
  const agreed = [...atTable, done('agree', 'mediating', 'agreed', '2026-03-20')]
  expect(unmet(factsOf(agreed, { clauses: [{ type: 'identity' }] }), 'confirm')).toEqual(['confirmable'])
  expect(unmet(factsOf(agreed, signed), 'confirm')).toEqual([])
  expect(unmet(factsOf(agreed, signed), 'courtDecided')).toEqual(['asked'])
  const { within, remindBefore } = mediation.clocks.confirmation ?? {}
  expect(remindBefore?.map((before) => (within?.count ?? 0) - before)).toEqual([20, 25, 28])
})

test('what a screening found opens its own record: a child is reported, violence is met with an order', () => {
  const started = (violence: object) =>
    mediation.actions.block
      ?.starts?.(
        factsOf([...ready, screen({ ...calm, ...violence }), done('block', 'applied', 'blocked', '2026-03-05')]),
      )
      .map((s) => s.programme)
  expect(started({ threat: true })).toEqual(['protection-order'])
  expect(started({ child: true })).toEqual(['mandatory-report'])
  expect(started({ child: true, hit: true })).toEqual(['mandatory-report', 'protection-order'])
  expect(started({})).toEqual([])
})

test('follow-ups on days 7, 30 and 90 after the end', () => {
  const ended = [created, done('finish', 'performing', 'done', '2026-03-10')]
  const runs = (history: Done[]) =>
    clocksOf(mediation.clocks, history)
      .filter((r) => r.clock === 'followUp')
      .map((r) => r.dueOn)
  expect(runs(ended)).toEqual(['2026-03-17'])
  const visits = [1, 2, 3].map((n) => done('visit', 'done', 'done', `2026-04-0${n}`))
  expect(runs([...ended, ...visits])).toEqual(['2026-03-17', '2026-04-09', '2026-06-08'])
})

test('random walks of the other three', { timeout: 60_000 }, () => {
  walk({ programme: mediation })
  expect([...walk({ programme: mediationRoom, runs: 30 })].sort()).toEqual(['closed', 'open'])
  expect([...walk({ programme: mediatorMember, runs: 30 })].sort()).toEqual(['left', 'paused', 'serving'])
  walk({ programme: roomAction, runs: 30 })
})

test('a room is in use for twelve months after each use, once a year in the service action, never after it closed', () => {
  const open = done('create', undefined, 'open', '2024-03-02')
  const use = (on: string, action = 'use') => done(action, 'open', 'open', on)
  const worth = (...history: Done[]) =>
    countsOf(mediationRoom, factsOf([open, ...history]))
      .filter((c) => c.measure !== 'mediation-room.open')
      .map((c) => `${c.measure.split('.')[1]} ${c.on} ${c.value}`)
  expect(worth(use('2024-05-01'), use('2025-04-30'))).toEqual(['active 2024-05-01 1', 'active 2026-04-30 -1'])
  expect(worth(use('2024-05-01'), use('2025-06-01'))).toEqual([
    'active 2024-05-01 1',
    'active 2025-05-01 -1',
    'active 2025-06-01 1',
    'active 2026-06-01 -1',
  ])
  expect(worth(use('2024-05-01'), done('close', 'open', 'closed', '2024-08-01'))).toEqual([
    'active 2024-05-01 1',
    'active 2024-08-01 -1',
  ])
  expect(worth(use('2024-05-01', 'serve'), use('2024-06-01', 'serve')).filter((w) => w.startsWith('serving'))).toEqual([
    'serving 2024-05-01 1',
  ])
  const composed = (answers: object) =>
    abilitiesOf(mediationRoom, factsOf([open], answers as Record<string, unknown>), {
      ...mediator,
      role: 'rights',
    }).find((a) => a.action === 'appoint')?.allowed
  expect(composed({ committee: '婚调委', members: 5, women: 1 })).toBe(true)
  expect(composed({ committee: '婚调委', members: 5, women: 0 })).toBe(false)
  expect(composed({ committee: '婚调委', members: 2, women: 1 })).toBe(false)
})
