import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import { lawyer } from './lawyer.ts'
import { legalAdvice } from './legal-advice.ts'
import { legalClinic } from './legal-clinic.ts'

const day = '2026-03-05'

test('legal aid is decided in seven days and a lawyer assigned in three, both by law (D15)', () => {
  const history = historyOf(legalAdvice, day, [
    ['advise', 'advised', day],
    ['refer', 'referred', '2026-03-06'],
    ['grant', 'granted', '2026-03-12'],
  ])
  const run = (clock: string) => clocksOf(legalAdvice.clocks, history).find((r) => r.clock === clock)
  expect(run('aid')).toMatchObject({ startedOn: '2026-03-06', dueOn: '2026-03-13', endedOn: '2026-03-12' })
  // The third day is a Sunday: it ends on Monday.
  expect(run('assign')).toMatchObject({ dueOn: '2026-03-16' })
  expect(legalAdvice.clocks.aid?.law).toContain('第四十三条')
})

test('advice may be asked without a name; legal aid may not', () => {
  const advised = factsOf(historyOf(legalAdvice, day, [['advise', 'advised', day]]), { topic: 'labour' })
  expect(() => takeStep(legalAdvice, 'refer', advised, postOf('lawyer'), undefined)).toThrow('needs-unmet')
  const known = { ...advised, answers: { ...advised.answers, asker: 'p' } }
  expect(takeStep(legalAdvice, 'refer', known, postOf('lawyer'), undefined)).toBe('referred')
  expect(countsOf(legalAdvice, advised).every((c) => c.person === undefined)).toBe(true)
})

test('a lawyer who went twice is one lawyer in F047 and two clinics; helpers and women are none', () => {
  const clinic = (on: string) =>
    countsOf(
      legalClinic,
      factsOf(
        historyOf(legalClinic, on, [['hold', 'held', on]]),
        {
          lawyers: [
            { person: 'l1', role: 'lawyer' },
            { person: 'h1', role: 'helper' },
          ],
        },
        { attendance: [{ person: 'w1', minutes: null }], heads: [{ count: 20, grade: 'B' }] },
      ),
    )
  const both = [...clinic(day), ...clinic('2026-03-06')]
  const persons = both.filter((c) => c.measure === 'legal-clinic.lawyers').map((c) => c.person)
  expect(new Set(persons)).toEqual(new Set(['l1']))
  expect(both.filter((c) => c.measure === 'legal-clinic.sessions')).toHaveLength(2)
  expect(both.filter((c) => c.measure === 'legal-clinic.attendances').map((c) => [c.value, c.grade])).toEqual([
    [1, 'A'],
    [20, 'B'],
    [1, 'A'],
    [20, 'B'],
  ])
})

test('a clinic is held with a lawyer named and its people counted', () => {
  const hold = (answers: object, heads: { count: number; grade: 'B' }[]) =>
    takeStep(
      legalClinic,
      'hold',
      factsOf(historyOf(legalClinic, day), { ...answers }, { heads }),
      postOf('rights'),
      undefined,
    )
  const lawyers = [{ person: 'l1', role: 'lawyer' }]
  expect(hold({ lawyers }, [{ count: 3, grade: 'B' }])).toBe('held')
  expect(() => hold({ lawyers: [{ person: 'l1', role: 'helper' }] }, [{ count: 3, grade: 'B' }])).toThrow('needs-unmet')
  expect(() => hold({ lawyers }, [])).toThrow('needs-unmet')
})

test('a licence has seventeen digits and a day it runs to; past it the house suspends', () => {
  const verify = (licence: string, validTo: string) =>
    takeStep(
      lawyer,
      'verify',
      factsOf(historyOf(lawyer, day), { licence, validTo }, { today: day }),
      postOf('rights'),
      undefined,
    )
  expect(verify('11501202010000001', '2026-05-31')).toBe('active')
  expect(() => verify('1150120201000000', '2026-05-31')).toThrow('needs-unmet')
  expect(() => verify('11501202010000001', '2026-03-04')).toThrow('needs-unmet')
  const active = historyOf(lawyer, day, [['verify', 'active', day]])
  expect(clocksOf(lawyer.clocks, active, { validTo: '2026-05-31' })).toMatchObject([
    { clock: 'licence', dueOn: '2026-05-31' },
  ])
  const left = historyOf(lawyer, day, [
    ['verify', 'active', day],
    ['leave', 'left', '2026-09-01'],
  ])
  expect(countsOf(lawyer, factsOf(left, {}, { person: 'p' })).map((c) => [c.on, c.value])).toEqual([
    [day, 1],
    ['2026-09-01', -1],
  ])
})

test('random walks', { timeout: 60_000 }, () => {
  const states = walk({
    programme: legalAdvice,
    always: ({ state, answers }) => {
      if (state === 'granted') expect(answers.asker).toBeDefined()
    },
  })
  expect([...states]).toEqual(expect.arrayContaining(['referred', 'granted', 'closed']))
  walk({ programme: lawyer })
  expect([...walk({ programme: legalClinic })]).toContain('cancelled')
})
