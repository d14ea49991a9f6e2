import { expect, test } from 'vitest'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts, Programme } from '../../core/programme.ts'
import { certificateAsked, minutesWords, serviceCertificate } from './certificate.ts'
import { volunteerCheck } from './check.ts'
import { volunteerProject } from './project.ts'
import { minutesBetween } from './services.ts'
import { volunteerSession } from './sessions.ts'
import { volunteerSignup } from './signup.ts'
import { volunteerTraining } from './training.ts'
import { volunteer } from './volunteer.ts'

const day = '2026-03-05'
const done = (action: string, from: string | undefined, to: string, on = day, answers = {}): Done => ({
  action,
  from,
  to,
  on,
  at: `${on}T01:00:00Z`,
  answers,
})
const factsOf = (history: Done[], more: Partial<Facts> = {}): Facts => ({
  state: history.at(-1)?.to ?? '',
  on: day,
  answers: {},
  history,
  reached: reachedIn(history),
  person: undefined,
  attendance: [],
  heads: [],
  today: day,
  ...more,
})
const worth = (programme: Programme, facts: Facts) =>
  countsOf(programme, facts).map((c) => [c.measure.split('.')[1], c.on, c.value, c.grade])
const who: Standing = { role: 'chair', own: true, above: false, handler: true, lastHand: false, level: 'banner' }
const refused = (programme: Programme, action: string, facts: Facts, by = who) => {
  try {
    return takeStep(programme, action, facts, by, undefined)
  } catch (error) {
    return (error as { detail: { facts?: { check?: string } } }).detail.facts?.check ?? (error as Error).message
  }
}

test('walks: every step is taken exactly when the table says', { timeout: 60_000 }, () => {
  for (const programme of [volunteerProject, volunteerSignup, volunteerTraining, volunteerSession, volunteer])
    walk({ programme, runs: 30 })
  expect(walk({ programme: volunteerCheck, everyHand: true, runs: 30 })).toContain('lapsed')
})

test('a call is published once it is true, free, insured and fit for children; it counts unless it is called off', () => {
  const draft = [done('create', undefined, 'draft')]
  const said = { startsOn: day, endsOn: '2026-06-01', risk: 'none', withChildren: false, free: true }
  const facts = (answers: object) => factsOf(draft, { answers })
  expect(refused(volunteerProject, 'publish', facts(said))).toBe('recruiting')
  expect(refused(volunteerProject, 'publish', facts({ ...said, free: false }))).toBe('free')
  expect(refused(volunteerProject, 'publish', facts({ ...said, endsOn: '2026-01-01' }))).toBe('inOrder')
  expect(refused(volunteerProject, 'publish', facts({ ...said, risk: 'some' }))).toBe('riskSaid')
  expect(refused(volunteerProject, 'publish', facts({ ...said, risk: 'some', riskNote: '路滑' }))).toBe('insured')
  expect(refused(volunteerProject, 'publish', facts({ ...said, withChildren: true, training: 'safety' }))).toBe(
    'childRules',
  )
  expect(refused(volunteerProject, 'publish', facts(said), { ...who, lastHand: true })).toBe('second-person')
  const published = [...draft, done('publish', 'draft', 'recruiting', '2026-03-09')]
  expect(worth(volunteerProject, factsOf(draft))).toEqual([])
  expect(worth(volunteerProject, factsOf(published))).toEqual([['published', '2026-03-09', 1, 'A']])
  expect(worth(volunteerProject, factsOf([...published, done('cancel', 'recruiting', 'cancelled')]))).toEqual([])
})

test('a sign-up counts once; accepted it counts until she goes; one living sign-up a shift', () => {
  const made = [done('create', undefined, 'applied')]
  const accepted = [...made, done('accept', 'applied', 'accepted', '2026-03-06')]
  const gone = [...accepted, done('withdraw', 'accepted', 'withdrawn', '2026-03-07')]
  const of = (history: Done[]) => factsOf(history, { person: 'p', answers: { shift: 's' } })
  expect(worth(volunteerSignup, of(made))).toEqual([['signups', day, 1, 'A']])
  expect(worth(volunteerSignup, of(accepted))).toEqual([
    ['signups', day, 1, 'A'],
    ['accepted', '2026-03-06', 1, 'A'],
  ])
  expect(worth(volunteerSignup, of(gone))).toEqual([['signups', day, 1, 'A']])
  expect(volunteerSignup.claims?.(of(accepted))).toEqual([{ person: 'p', key: 'shift s' }])
  expect(volunteerSignup.claims?.(of(gone))).toEqual([])
  // Answered within two working days (R-VOL-02): Thursday's by Monday.
  expect(clocksOf(volunteerSignup.clocks, made, {})).toMatchObject([{ clock: 'answer', dueOn: '2026-03-09' }])
})

const shift = { project: 'x', startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T11:30:00+08:00`, places: 3 }

test('a shift opens with hours of its day; what has no project is no shift', () => {
  const planned = [done('create', undefined, 'planned')]
  const offer = (answers: object) => refused(volunteerSession, 'offer', factsOf(planned, { answers }))
  expect(minutesBetween(shift.startsAt, shift.endsAt)).toBe(150)
  expect(offer(shift)).toBe('open')
  expect(offer({ ...shift, project: undefined })).toBe('ofProject')
  for (const wrong of [
    { places: undefined },
    { endsAt: shift.startsAt },
    { endsAt: `${day}T22:00:00+08:00` },
    { startsAt: '2026-03-04T09:00:00+08:00', endsAt: '2026-03-04T11:00:00+08:00' },
  ])
    expect(offer({ ...shift, ...wrong })).toBe('timed')
  const open = [...planned, done('offer', 'planned', 'open')]
  expect(refused(volunteerSession, 'begin', factsOf(open, { answers: shift, today: '2026-03-04' }))).toBe('dayCame')
})

test('it is done when everybody is out; with children two adults and every guardian', () => {
  const running = [done('create', undefined, 'planned'), done('begin', 'open', 'running')]
  const told = { ...shift, served: 9, servedBy: 'sheet' }
  const two = [
    { person: 'a', minutes: 120 },
    { person: 'b', minutes: 90 },
  ]
  const finish = (answers: object, attendance: Facts['attendance'] = two) =>
    refused(volunteerSession, 'finish', factsOf(running, { answers, attendance }))
  expect(finish(told)).toBe('done')
  expect(finish(told, [{ person: 'a', minutes: null }])).toBe('allOut')
  const kids = { ...told, withChildren: true, children: 8, guardiansAgreed: 8 }
  expect(finish(kids)).toBe('done')
  expect(finish(kids, two.slice(1))).toBe('childrenSafe')
  expect(finish({ ...kids, guardiansAgreed: 7 })).toBe('childrenSafe')
  const finished = [...running, done('finish', 'running', 'done')]
  const facts = factsOf(finished, { answers: { ...kids, sameAs: 'other' }, attendance: two })
  // Another shift of one event is no second session; minutes wait for the second person.
  expect(worth(volunteerSession, facts)).toEqual([
    ['served', day, 9, 'B'],
    ['children', day, 8, 'B'],
    ['volunteers', day, 1, 'A'],
    ['volunteers', day, 1, 'A'],
  ])
  const confirmed = factsOf([...finished, done('confirm', 'done', 'confirmed')], { answers: told, attendance: two })
  expect(worth(volunteerSession, confirmed)).toContainEqual(['minutes', day, 210, 'A'])
})

test('danger stops a shift and opens a report at once; a need told goes to who answers it', () => {
  const running = [done('create', undefined, 'planned'), done('begin', 'open', 'running')]
  const stop = (answers: object) =>
    volunteerSession.actions.stop?.starts?.(factsOf([...running, done('stop', 'running', 'stopped', day, answers)]))
  expect(stop({ why: 'weather' })).toEqual([])
  expect(stop({ why: 'child' })).toMatchObject([
    {
      programme: 'mandatory-report',
      answers: { topic: 'minor', foundOn: day, situation: 'other', childAge: 'unknown' },
    },
  ])
  const need = volunteerSession.actions.need?.starts?.(
    factsOf([...running, done('need', 'running', 'running', day, { kind: 'work' })]),
  )
  expect(need).toEqual([
    { programme: 'found-need', answers: { kind: 'work', told: '志愿服务时提出，回话前问清楚。', foundOn: day } },
  ])
})

test('a check is valid for a year at most, lapses by itself, and counts whatever came out', () => {
  const asked = [done('create', undefined, 'asked')]
  const pass = (answers: object) =>
    refused(volunteerCheck, 'pass', factsOf(asked, { answers: { agreed: true, ...answers } }))
  expect(pass({ checkedOn: day, validTo: '2027-03-05' })).toBe('passed')
  expect(pass({ checkedOn: day, validTo: '2027-03-06' })).toBe('withinYear')
  expect(pass({ agreed: false, checkedOn: day, validTo: '2027-03-05' })).toBe('agreed')
  const passed = [...asked, done('pass', 'asked', 'passed', '2026-03-09')]
  expect(
    clocksOf(volunteerCheck.clocks, passed, { validTo: '2027-03-05' }).find((c) => c.clock === 'valid')?.dueOn,
  ).toBe('2027-03-05')
  expect(worth(volunteerCheck, factsOf(passed))).toEqual([['checked', '2026-03-09', 1, 'A']])
  const failed = factsOf([...asked, done('fail', 'asked', 'failed', '2026-03-09')])
  expect(worth(volunteerCheck, failed)).toEqual([['checked', '2026-03-09', 1, 'A']])
  // What a record says has no field, and no step asks for it (R-REP-03).
  expect(Object.keys(volunteerCheck.fields)).toEqual([
    'why',
    'askedOn',
    'person',
    'agreed',
    'checkedBy',
    'checkedOn',
    'validTo',
  ])
})

test('training counts whoever signed in, and no service time', () => {
  const held = [done('create', undefined, 'planned'), done('hold', 'planned', 'held')]
  const facts = factsOf(held, {
    attendance: [{ person: 'a', minutes: null }],
    heads: [{ count: 5, grade: 'C', reason: '数的' }],
  })
  expect(worth(volunteerTraining, facts)).toEqual([
    ['classes', day, 1, 'A'],
    ['trained', day, 1, 'A'],
    ['trained', day, 5, 'C'],
    ['people', day, 1, 'A'],
  ])
})

test('a certificate says what she asked for, in whole hours and minutes, and is shown for seven days', () => {
  expect([0, 5, 60, 125, 720].map(minutesWords)).toEqual(['0 分钟', '5 分钟', '1 小时', '2 小时 5 分钟', '12 小时'])
  const asked = {
    from: '2026-01-01',
    to: '2026-03-31',
    content: false,
    number: true,
    responsible: '甲',
    handler: '乙',
    contact: '12338',
  }
  expect(Object.keys(certificateAsked)).toEqual(Object.keys(asked))
  const history = [
    done('create', undefined, 'applied'),
    done('verify', 'applied', 'active'),
    done('certify', 'active', 'active', '2026-04-01', asked),
  ]
  const facts = factsOf(history, { person: 'p', answers: { national: 'N1' } })
  expect(serviceCertificate.served?.span(facts)).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  const page = JSON.stringify(
    serviceCertificate.body({
      facts,
      recordNumber: 'ZY-1',
      documentNumber: 'X-1',
      org: '东旗妇联',
      today: '2026-04-01',
      person: () => ({ name: '高娃', number: '150000198001010000' }),
      children: [],
      served: [
        { on: '2026-01-02', title: '扫雪', org: '东旗妇联', minutes: 65, answers: {} },
        { on: '2026-02-02', title: '送菜', org: '东旗妇联', minutes: 60, answers: {} },
      ],
    }),
  )
  for (const said of ['X-1', '高娃', 'N1', '150000198001010000', '2 次', '2 小时 5 分钟', '甲', '乙', '12338'])
    expect(page).toContain(said)
  expect(page).not.toContain('扫雪')
  expect(worth(volunteer, facts)).toContainEqual(['certificates', '2026-04-01', 1, 'A'])
  const voided = factsOf([...history, done('void', 'active', 'active', '2026-04-02')], { person: 'p' })
  expect(worth(volunteer, voided)).toEqual([['registered', day, 1, 'A']])
  expect(clocksOf(volunteer.clocks, history, {}).find((c) => c.clock === 'shown')).toMatchObject({
    dueOn: '2026-04-08',
  })
  expect(refused(volunteer, 'verify', factsOf(history.slice(0, 1), { answers: { minor: true } }))).toBe(
    'guardianAgreed',
  )
})
