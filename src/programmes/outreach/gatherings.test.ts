import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, takeStep } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { campaign } from './campaign.ts'
import { educationBase } from './education-base.ts'
import { outreachEvent } from './event.ts'
import { lecture } from './lecture.ts'
import { lecturer } from './lecturer.ts'
import { eventSuggestion } from './suggestion.ts'

const day = '2026-03-06'
const heads = [
  { count: 40, grade: 'B' as const, evidence: 'e' },
  { count: 12, grade: 'C' as const, reason: '按座位' },
]
const attendance = [{ person: 'a', minutes: null }]
const worth = (programme: Programme, facts: Parameters<typeof countsOf>[1]) =>
  countsOf(programme, facts).map((c) => [c.measure.split('.')[1], c.value, c.grade, ...(c.person ? [c.person] : [])])
const step = (
  programme: Programme,
  action: string,
  answers: object,
  more: object = {},
  post = postOf('publicity'),
  steps: Parameters<typeof historyOf>[2] = [],
  reason?: string,
) =>
  takeStep(
    programme,
    action,
    factsOf(historyOf(programme, day, steps), { ...answers }, { today: day, ...more }),
    post,
    reason,
  )

test('a lecture counts once it is recorded: one session, who came by grade (F063, F064, R-STAT-01)', () => {
  const recorded = factsOf(historyOf(lecture, day, [['record', 'recorded', day]]), {}, { attendance, heads })
  expect(worth(lecture, recorded)).toEqual([
    ['sessions', 1, 'A'],
    ['attendances', 1, 'A'],
    ['attendances', 40, 'B'],
    ['attendances', 12, 'C'],
    ['people', 1, 'A', 'a'],
  ])
  expect(countsOf(lecture, { ...recorded, state: 'verified' })).toEqual(countsOf(lecture, recorded))
  for (const state of ['planned', 'held', 'cancelled']) expect(countsOf(lecture, { ...recorded, state })).toEqual([])
})

test('it is recorded after its day, with who spoke and who came, within five working days; no measure of it is of views', () => {
  expect(step(lecture, 'record', { lecturer: 'x' }, { heads })).toBe('recorded')
  expect(step(lecture, 'record', { guest: '王老师' }, { heads })).toBe('recorded')
  expect(() => step(lecture, 'record', {}, { heads })).toThrow('needs-unmet')
  expect(() => step(lecture, 'record', { lecturer: 'x' })).toThrow('needs-unmet')
  expect(() => step(lecture, 'record', { lecturer: 'x' }, { heads, today: '2026-03-05' })).toThrow('needs-unmet')
  const [run] = clocksOf(lecture.clocks, historyOf(lecture, day, [['hold', 'held', day]]))
  expect(run).toMatchObject({ clock: 'record', dueOn: '2026-03-13' })
  const units = Object.values(lecture.measures).map((m) => m.unit)
  expect(units).toEqual(['session', 'person-time', 'person'])
})

test('who recorded a lecture does not spot-check it, and a village checks nobody', () => {
  const steps = [['record', 'recorded', day]] as const
  const check = (post: ReturnType<typeof postOf>) => step(lecture, 'verify', {}, {}, post, steps)
  expect(check(postOf('chair', { own: false, above: true, level: 'township' }))).toBe('verified')
  expect(() => check(postOf('chair', { lastHand: true }))).toThrow('second-person')
  expect(() => check(postOf('chair', { level: 'village' }))).toThrow('not-allowed')
})

test('each kind of activity is asked for what makes it one; who speaks has agreed (R-WOM-06)', () => {
  const record = (answers: object) => step(outreachEvent, 'record', answers, { heads })
  expect(record({ kind: 'theme' })).toBe('recorded')
  expect(() => record({ kind: 'reading' })).toThrow('needs-unmet')
  expect(record({ kind: 'reading', books: [{ title: '书' }] })).toBe('recorded')
  expect(() => record({ kind: 'tour', troupe: '乌兰牧骑' })).toThrow('needs-unmet')
  expect(record({ kind: 'tour', troupe: '乌兰牧骑', stop: '第三站' })).toBe('recorded')
  expect(() => record({ kind: 'homecoming' })).toThrow('needs-unmet')
  const speaker = { guests: [{ person: 'a', role: 'representative' }] }
  expect(() => record({ kind: 'festival', ...speaker })).toThrow('needs-unmet')
  expect(record({ kind: 'festival', ...speaker, guestsAgree: true })).toBe('recorded')
  expect(record({ kind: 'seminar', guests: [{ person: 'a', role: 'expert' }] })).toBe('recorded')
})

test('experts and representatives are persons (F007, F008), pledges heads, a stop one stop', () => {
  const facts = factsOf(
    historyOf(outreachEvent, day, [['record', 'recorded', day]]),
    {
      kind: 'tour',
      pledged: 30,
      guests: [
        { person: 'r', role: 'representative' },
        { person: 'e', role: 'expert' },
        { person: 's', role: 'speaker' },
      ],
    },
    { heads },
  )
  expect(worth(outreachEvent, facts)).toEqual([
    ['sessions', 1, 'B'],
    ['stops', 1, 'B'],
    ['attendances', 40, 'B'],
    ['attendances', 12, 'C'],
    ['representatives', 1, 'A', 'r'],
    ['experts', 1, 'A', 'e'],
    ['pledges', 30, 'B'],
  ])
  expect(worth(outreachEvent, { ...facts, state: 'held' })).toEqual([])
})

test('a suggestion is answered from a township up within thirty days; what was only explained was not taken up', () => {
  const steps = [
    ['assign', 'assigned', '2026-03-07'],
    ['reply', 'answered', '2026-03-20'],
    ['close', 'closed', '2026-04-02'],
  ] as const
  const closed = (result: string) => worth(eventSuggestion, factsOf(historyOf(eventSuggestion, day, steps), { result }))
  expect(closed('done')).toEqual([
    ['suggestions', 1, 'A'],
    ['answered', 1, 'A'],
    ['adopted', 1, 'A'],
  ])
  expect(closed('explained')).toHaveLength(2)
  const reply = (level: 'village' | 'township') =>
    step(eventSuggestion, 'reply', { answer: '办' }, {}, postOf('chair', { level }), steps.slice(0, 1))
  expect(reply('township')).toBe('answered')
  expect(() => reply('village')).toThrow('not-allowed')
  expect(
    clocksOf(eventSuggestion.clocks, historyOf(eventSuggestion, day)).map((run) => [run.clock, run.dueOn]),
  ).toEqual([
    ['assign', '2026-03-11'],
    ['reply', '2026-04-05'],
  ])
})

test('a base stands from the day it was named by another person than looked at it to the day its plaque came down (F006)', () => {
  const steps = [
    ['inspect', 'inspected', '2026-03-10'],
    ['name', 'open', '2026-03-20'],
    ['review', 'open', '2027-03-01'],
    ['remove', 'removed', '2027-05-01'],
  ] as const
  const of = (many: number) =>
    countsOf(
      educationBase,
      factsOf(historyOf(educationBase, day, steps.slice(0, many)), { namedOn: '2026-03-18' }),
    ).map((c) => [c.measure.split('.')[1], c.on, c.value])
  expect(of(1)).toEqual([])
  expect(of(2)).toEqual([['bases', '2026-03-18', 1]])
  expect(of(4)).toEqual([
    ['bases', '2026-03-18', 1],
    ['bases', '2027-05-01', -1],
    ['reviewed', '2027-03-01', 1],
  ])
  const naming = (took: readonly string[]) =>
    step(educationBase, 'name', {}, {}, postOf('publicity', { took }), steps.slice(0, 1))
  expect(naming([])).toBe('open')
  expect(() => naming(['inspect'])).toThrow('second-person')
  expect(() => naming(['create'])).toThrow('second-person')
})

test('a lecturer is willing and agreed to by another; her training counts each time, she once', () => {
  const agree = (answers: object, took: readonly string[] = []) =>
    step(lecturer, 'agree', answers, {}, postOf('chair', { took }))
  expect(agree({ willing: true })).toBe('serving')
  expect(() => agree({ willing: false })).toThrow('needs-unmet')
  expect(() => agree({ willing: true }, ['create'])).toThrow('second-person')
  const steps = [
    ['agree', 'serving', '2026-03-08'],
    ['train', 'serving', '2026-04-02', { trainedOn: '2026-04-01' }],
    ['train', 'serving', '2026-05-02', { trainedOn: '2026-05-01' }],
    ['leave', 'left', '2026-06-01'],
  ] as const
  const facts = factsOf(historyOf(lecturer, day, steps), {}, { person: 'p' })
  expect(worth(lecturer, facts)).toEqual([
    ['serving', 1, 'A', 'p'],
    ['serving', -1, 'A', 'p'],
    ['trained', 1, 'A'],
    ['trained', 1, 'A'],
  ])
  expect(lecturer.claims?.(facts)).toEqual([])
  expect(lecturer.claims?.({ ...facts, state: 'serving' })).toEqual([{ person: 'p', key: 'lecturer' }])
})

test('a campaign is issued by another person, from a banner up, ends on its day, and is seen below while it runs', () => {
  const answers = { beginsOn: day, dueOn: '2026-04-30' }
  expect(step(campaign, 'issue', answers)).toBe('running')
  expect(() => step(campaign, 'issue', { ...answers, dueOn: day })).toThrow('needs-unmet')
  expect(() => step(campaign, 'issue', answers, {}, postOf('publicity', { lastHand: true }))).toThrow('second-person')
  const township = postOf('chair', { level: 'township' })
  expect(abilitiesOf(campaign, factsOf(historyOf(campaign, day), answers), township).map((a) => a.action)).toEqual([
    'drop',
  ])
  const issued = historyOf(campaign, day, [['issue', 'running', day]])
  expect(clocksOf(campaign.clocks, issued, answers)).toMatchObject([{ clock: 'due', dueOn: '2026-04-30' }])
  expect(campaign.clocks.due?.expires).toBe('close')
  expect(campaign.shownBelow).toEqual(['running', 'ended'])
  expect(worth(campaign, factsOf(issued, answers))).toEqual([['campaigns', 1, 'A']])
  expect(worth(campaign, factsOf(historyOf(campaign, day), answers))).toEqual([])
})

test('random walks', { timeout: 60_000 }, () => {
  expect([...walk({ runs: 30, programme: lecture })]).toContain('held')
  expect([...walk({ runs: 30, programme: outreachEvent })]).toContain('held')
  expect([...walk({ runs: 30, programme: eventSuggestion, everyHand: true })]).toEqual(
    expect.arrayContaining(['answered', 'closed']),
  )
  expect([...walk({ runs: 30, programme: educationBase, everyHand: true })]).toEqual(
    expect.arrayContaining(['open', 'mending', 'removed']),
  )
  expect([...walk({ runs: 30, programme: lecturer, everyHand: true })]).toEqual(
    expect.arrayContaining(['serving', 'resting', 'left']),
  )
  expect([...walk({ runs: 30, programme: campaign, everyHand: true })]).toContain('dropped')
})
