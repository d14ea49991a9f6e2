import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, type Standing, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { healthTalk } from './health-talk.ts'
import { healthTrip } from './health-trip.ts'
import { healthVehicle } from './health-vehicle.ts'

type Steps = Parameters<typeof historyOf>[2]
const at = (programme: Programme, steps: Steps, answers: object, more: Partial<Facts> = {}) =>
  factsOf(historyOf(programme, firstDay, steps), { ...answers }, more)
const worth = (programme: Programme, facts: Facts) =>
  countsOf(programme, facts).map((c) => [c.measure.slice(programme.id.length + 1), c.on, c.value, c.grade])
const unmet = (programme: Programme, facts: Facts, action: string, who: Standing) =>
  abilitiesOf(programme, facts, who)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)

const vehicle = {
  name: '东旗快车',
  hospital: '东旗妇幼保健院',
  publicHospital: true,
  quota: true,
  value: 195_180_00,
  plate: '蒙M·演示',
  agreement: true,
  deliveredOn: '2026-04-10',
  insuredTo: '2027-04-09',
}
const verified: Steps = [['verify', 'verified', '2026-03-10']]
const allotted: Steps = [...verified, ['allot', 'allotted', '2026-03-20']]
const running: Steps = [...allotted, ['handOver', 'running', '2026-04-11']]
const car = (steps: Steps, more: object = {}) => at(healthVehicle, steps, { ...vehicle, ...more })
const banner = postOf('rights')
const region = postOf('rights', { own: false, above: true, level: 'region' })

test('a public maternal hospital with a quota applies, another checks, the region allots (R-MHE-01)', () => {
  expect(unmet(healthVehicle, car([]), 'verify', banner)).toEqual([])
  for (const missing of ['publicHospital', 'quota'])
    expect(unmet(healthVehicle, car([], { [missing]: false }), 'verify', banner)).toEqual(['eligible'])
  expect(() => takeStep(healthVehicle, 'verify', car([]), { ...banner, lastHand: true }, '')).toThrow('second-person')
  expect(unmet(healthVehicle, car(verified), 'allot', banner)).toBeUndefined()
  expect(unmet(healthVehicle, car(verified), 'allot', region)).toEqual([])
  expect(unmet(healthVehicle, car(verified, { value: 0 }), 'allot', region)).toEqual(['valued'])
  expect(unmet(healthVehicle, car(allotted), 'handOver', banner)).toEqual([])
  expect(unmet(healthVehicle, car(allotted, { agreement: false }), 'handOver', banner)).toEqual(['agreed'])
  expect(unmet(healthVehicle, car(allotted, { insuredTo: '2026-04-10' }), 'handOver', banner)).toEqual(['agreed'])
  expect(unmet(healthVehicle, car(allotted, { deliveredOn: '2026-03-01' }), 'handOver', banner)).toEqual(['inOrder'])
})

test('a vehicle stands from the day it was handed over until it is scrapped; its value is raised nowhere', () => {
  expect(worth(healthVehicle, car(allotted))).toEqual([])
  const stands = [
    ['standing', '2026-04-10', 1, 'A'],
    ['delivered', '2026-04-10', 1, 'A'],
    ['value', '2026-04-10', 195_180_00, 'B'],
  ]
  expect(worth(healthVehicle, car(running))).toEqual(stands)
  expect(worth(healthVehicle, car([...running, ['layUp', 'laid-up', '2026-06-01']]))).toEqual(stands)
  expect(worth(healthVehicle, car([...running, ['scrap', 'scrapped', '2036-06-01']]))).toContainEqual([
    'standing',
    '2036-06-01',
    -1,
    'A',
  ])
  expect(healthVehicle.postings).toBeUndefined()
})

test('a report each quarter, a check each year, and the insurance of the day in the form', () => {
  const due = (steps: Steps, clock: string, answers: object = vehicle) =>
    clocksOf(healthVehicle.clocks, historyOf(healthVehicle, firstDay, steps), { ...answers })
      .filter((run) => run.clock === clock && !run.endedOn)
      .map((run) => run.dueOn)
  expect(due([], 'verify')).toEqual(['2026-03-23'])
  expect(due(allotted, 'handOver')).toEqual(['2026-05-19'])
  expect(due(running, 'report')).toEqual(['2026-07-11'])
  const reported: Steps = [...running, ['report', 'running', '2026-07-05']]
  expect(due(reported, 'report')).toEqual(['2026-10-05'])
  expect(due(running, 'yearCheck')).toEqual(['2027-04-11'])
  expect(due([...running, ['yearCheck', 'running', '2026-12-01']], 'yearCheck')).toEqual(['2027-12-01'])
  expect(due(running, 'insurance')).toEqual(['2027-04-09'])
  const insured: Steps = [...running, ['insure', 'running', '2027-04-01']]
  expect(due(insured, 'insurance', { ...vehicle, insuredTo: '2028-04-09' })).toEqual(['2028-04-09'])
  for (const clock of ['report', 'yearCheck', 'insurance'])
    expect(due([...running, ['scrap', 'scrapped', '2026-06-01']], clock)).toEqual([])
})

const trip = { vehicle: 'v', purpose: 'clinic', kilometres: 160, served: 43, servedBy: 'sheet', medicine: 600_00 }
const done: Steps = [['finish', 'done', '2026-03-03']]

test('a trip counts whom it served under its purpose, by number; no name has a place in it', () => {
  expect(worth(healthTrip, at(healthTrip, [], trip))).toEqual([])
  expect(worth(healthTrip, at(healthTrip, done, trip))).toEqual([
    ['trips', firstDay, 1, 'B'],
    ['kilometres', firstDay, 160, 'B'],
    ['served', firstDay, 43, 'B'],
    ['clinics', firstDay, 43, 'B'],
    ['medicine', firstDay, 600_00, 'B'],
  ])
  const as = (purpose: string) => worth(healthTrip, at(healthTrip, done, { ...trip, purpose, servedBy: 'estimate' }))[3]
  expect(as('screening')).toEqual(['clinics', firstDay, 43, 'C'])
  expect(as('teaching')?.[0]).toBe('taught')
  expect(as('maternity')?.[0]).toBe('carried')
  expect(as('emergency')?.[0]).toBe('urgent')
  expect(as('training')?.[0]).toBe('trained')
  // Who signed in (the crew) is not whom the trip served.
  const crew = { attendance: [{ person: 'd1', minutes: null }] }
  expect(worth(healthTrip, at(healthTrip, done, trip, crew))).toEqual(worth(healthTrip, at(healthTrip, done, trip)))
  const finish = (answers: object, more: Partial<Facts> = {}) =>
    unmet(healthTrip, at(healthTrip, [], { ...trip, ...answers }, more), 'finish', banner)
  expect(finish({})).toEqual([])
  expect(finish({ served: 0 })).toEqual(['driven'])
  expect(finish({ kilometres: 0 })).toEqual(['driven'])
  expect(finish({}, { today: '2026-03-01' })).toEqual(['hasHappened'])
  expect(Object.values(healthTrip.fields).filter((f) => f.kind === 'person' || f.kind === 'people')).toEqual([])
})

test('the report of a quarter sums the trips of that quarter and no others', () => {
  const of = (on: string, more: object = {}, state = 'done') =>
    factsOf(historyOf(healthTrip, on, [['finish', state, on]]), { ...trip, ...more })
  const page = (quarter: string) =>
    healthVehicle.documents['quarter-report']?.body({
      facts: car([...running, ['report', 'running', '2026-07-02', { year: 2026, quarter }]]),
      recordNumber: 'KC-152921-2026-00001',
      documentNumber: 'KCYX-152921-2026-00001',
      org: '东旗妇联',
      today: '2026-07-02',
      person: () => ({ name: '' }),
      children: [
        of('2026-04-01'),
        of('2026-06-30', { purpose: 'maternity', served: 2, kilometres: 90 }),
        of('2026-07-01', { served: 900 }),
        of('2025-05-01', { served: 900 }),
        of('2026-05-01', { served: 900 }, 'cancelled'),
      ],
    })
  const table = page('q2')?.find((block) => block.block === 'table')
  const rows = table?.block === 'table' ? table.rows : []
  expect(rows.find(([purpose]) => purpose === '义诊')).toEqual(['义诊', '1', '43', '160'])
  expect(rows.find(([purpose]) => purpose === '接送孕产妇')).toEqual(['接送孕产妇', '1', '2', '90'])
  expect(rows.at(-1)).toEqual(['合计', '2', '45', '250'])
  expect(JSON.stringify(page('q2'))).toContain('1,200.00 元')
  expect(JSON.stringify(page('q1'))).toContain('["合计","0","0","0"]')
})

test('a talk counts who came, and asks nothing about anybody’s health (L128)', () => {
  const heads = { heads: [{ count: 60, grade: 'B' as const, evidence: 'sheet' }] }
  const held: Steps = [['hold', 'held', firstDay]]
  expect(worth(healthTalk, at(healthTalk, held, {}, heads))).toEqual([
    ['sessions', firstDay, 1, 'B'],
    ['attendances', firstDay, 60, 'B'],
  ])
  expect(worth(healthTalk, at(healthTalk, [], {}, heads))).toEqual([])
  expect(unmet(healthTalk, at(healthTalk, [], {}), 'hold', banner)).toEqual(['someoneCame'])
  for (const field of Object.values(healthTalk.fields)) expect(field.class).toBe('P1')
})

test('random walks', { timeout: 60_000 }, () => {
  const cars = walk({
    programme: healthVehicle,
    everyHand: true,
    always: (facts) => {
      const standing = countsOf(healthVehicle, facts)
        .filter((c) => c.measure === 'health-vehicle.standing')
        .reduce((sum, c) => sum + c.value, 0)
      expect(standing).toBe(facts.state === 'running' || facts.state === 'laid-up' ? 1 : 0)
    },
  })
  for (const state of ['verified', 'allotted', 'refused']) expect(cars).toContain(state)
  expect([...walk({ programme: healthTrip })].sort()).toEqual(['cancelled', 'done', 'planned'])
  walk({ programme: healthTalk })
})
