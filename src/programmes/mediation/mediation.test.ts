import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts } from '../../core/programme.ts'
import { violenceQuestions } from './forms.ts'
import { mediation } from './mediation.ts'
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
        if (['done', 'refused', 'failed', 'blocked'].includes(facts.state)) expect(to).toBeUndefined()
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
