import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { answersSchema, missingIn } from '../../core/field.ts'
import { abilitiesOf, countsOf, takeStep } from '../../core/procedure.ts'
import { award } from './award.ts'
import { collectiveNomination } from './collective-nomination.ts'
import { contestEntry } from './contest-entry.ts'
import { familyNomination } from './family-nomination.ts'
import { honourCall } from './honour-call.ts'
import { meanOf } from './nomination-gates.ts'
import { personNomination } from './person-nomination.ts'

const day = '2026-03-02'
const clean = { crime: true, violence: true, drugs: true, credit: true, tax: true }
const family = {
  honour: 'beautiful-family',
  level: 'region',
  head: 'h',
  consent: true,
  clean,
  present: 8,
  unrelated: 4,
  inFavour: 5,
  against: 3,
  localFrom: '2026-03-10',
  localTo: '2026-03-13',
  noticeFrom: '2026-04-01',
  noticeTo: '2026-04-09',
}
type Steps = Parameters<typeof historyOf>[2]
const step = (
  action: string,
  state: string,
  answers: object = {},
  more: Parameters<typeof postOf>[1] = {},
  { today = '2026-05-01', steps = [] as Steps, programme = familyNomination } = {},
) =>
  takeStep(
    programme,
    action,
    factsOf(
      [...historyOf(programme, day, steps), ...historyOf(programme, day, [['x', state, day]]).slice(1)],
      { ...family, ...answers },
      { today },
    ),
    postOf('family', { level: 'region', ...more }),
    '原因',
  )

test('no nomination without consent, or with a ground of exclusion (R-HON-04)', () => {
  expect(step('submit', 'draft')).toBe('submitted')
  expect(() => step('submit', 'draft', { consent: false })).toThrow('needs-unmet')
  expect(() => step('submit', 'draft', { clean: { ...clean, violence: false } })).toThrow('needs-unmet')
})

test('the meeting: half are no relatives, most are in favour; its notice hangs three days', () => {
  expect(step('evaluate', 'submitted')).toBe('evaluated')
  expect(() => step('evaluate', 'submitted', { unrelated: 3 })).toThrow('needs-unmet')
  expect(() => step('evaluate', 'submitted', { inFavour: 4 })).toThrow('needs-unmet')
  expect(() => step('evaluate', 'submitted', { against: 4 })).toThrow('needs-unmet')
  expect(step('post', 'evaluated')).toBe('posted')
  expect(() => step('post', 'evaluated', { localTo: '2026-03-12' })).toThrow('needs-unmet')
  expect(() => step('recommend', 'posted', {}, {}, { today: '2026-03-13' })).toThrow('needs-unmet')
  expect(step('recommend', 'posted', {}, {}, { today: '2026-03-14' })).toBe('recommended')
  expect(() => step('recommend', 'posted', {}, { level: 'village' })).toThrow('not-allowed')
  expect(() => step('recommend', 'posted', {}, { took: ['evaluate'] })).toThrow('second-person')
})

test('every agency is asked and none objects; a later answer replaces an earlier', () => {
  const given = (...results: string[]): Steps => [
    ['opinion', 'recommended', day, { agency: 'civil', result: 'none' }],
    ...results.map((result) => ['opinion', 'recommended', day, { agency: 'police', result }] as const),
  ]
  const vet = (steps: Steps) => step('vet', 'recommended', {}, {}, { steps })
  expect(vet(given('yes'))).toBe('vetted')
  expect(vet(given('no', 'yes'))).toBe('vetted')
  expect(() => vet(given('no'))).toThrow('needs-unmet')
  expect(() => vet(given())).toThrow('needs-unmet')
})

const sheets = (...marks: number[]): Steps =>
  marks.map((mark) => ['judge', 'jury', day, { marks: [{ criterion: 'truth', mark }], free: 'free' }] as const)

test('a judge gives one sheet, not who put it forward, not who stood aside; nobody sees another’s before the jury ends', () => {
  expect(step('judge', 'jury')).toBe('jury')
  for (const took of ['judge', 'standAside', 'create', 'submit', 'evaluate', 'recommend'])
    expect(() => step('judge', 'jury', {}, { took: [took] })).toThrow('second-person')
  expect(() => step('standAside', 'jury', {}, { took: ['judge'] })).toThrow('second-person')
  expect(familyNomination.actions.judge?.blindIn).toEqual(['jury'])
  const close = (n: number, level: string) =>
    step('closeJury', 'jury', { level }, {}, { steps: sheets(...Array.from({ length: n }, () => 8)) })
  expect(close(5, 'region')).toBe('scored')
  expect(() => close(4, 'league')).toThrow('needs-unmet')
  expect(close(3, 'banner')).toBe('scored')
  expect(() => close(2, 'banner')).toThrow('needs-unmet')
})

test('the mean leaves out one highest and one lowest from five sheets on', () => {
  const mean = (...marks: number[]) => meanOf({ history: historyOf(familyNomination, day, sheets(...marks)) }, 'truth')
  expect(mean()).toBeUndefined()
  expect(mean(6, 8, 10)).toBe(8)
  expect(mean(0, 7, 8, 9, 10)).toBe(8)
})

test('five working days of notice, objections found not to stand, and another person decides, at its own level (D18)', () => {
  const objected = (stands?: string): Steps => [
    ['object', 'noticed', day],
    ...(stands ? [['answer', 'noticed', day, { stands }] as const] : []),
  ]
  // 1 April to 9 April 2026: five working days, with the holiday of the 6th between.
  expect(step('notice', 'scored')).toBe('noticed')
  expect(() => step('notice', 'scored', { noticeTo: '2026-04-08' })).toThrow('needs-unmet')
  expect(step('decideRegion', 'noticed')).toBe('decided')
  expect(() => step('decideRegion', 'noticed', {}, {}, { today: '2026-04-09' })).toThrow('needs-unmet')
  expect(() => step('decideRegion', 'noticed', {}, { took: ['notice'] })).toThrow('second-person')
  expect(() => step('decideRegion', 'noticed', {}, { level: 'league' })).toThrow('not-allowed')
  expect(() => step('decideLeague', 'noticed', {}, { level: 'league' })).toThrow('needs-unmet')
  expect(step('decideRegion', 'noticed', { level: 'national' })).toBe('decided')
  expect(() => step('decideRegion', 'noticed', {}, {}, { steps: objected() })).toThrow('needs-unmet')
  expect(() => step('decideRegion', 'noticed', {}, {}, { steps: objected('yes') })).toThrow('needs-unmet')
  expect(step('decideRegion', 'noticed', {}, {}, { steps: objected('no') })).toBe('decided')
  expect(() => step('answer', 'noticed', {}, { took: ['notice'] })).toThrow('second-person')
})

test('clocks: ten working days for the meeting and for an objection, the notice to its last day', () => {
  const history = historyOf(familyNomination, day, [
    ['submit', 'submitted', day],
    ['x', 'noticed', '2026-04-01'],
    ['object', 'noticed', '2026-04-02'],
  ])
  const due = Object.fromEntries(
    clocksOf(familyNomination.clocks, history, family).map((run) => [run.clock, run.dueOn]),
  )
  expect(due).toEqual({ evaluate: '2026-03-16', notice: '2026-04-09', objection: '2026-04-17' })
})

test('a civilised post has half women, a woman who leads and two years of the lower title; others need not (R-HON-03)', () => {
  const post = {
    honour: 'civilised-post',
    staff: 10,
    women: 5,
    womanLeads: true,
    nominatedOn: day,
    since: '2024-03-02',
  }
  const submit = (more: object) =>
    step('submit', 'draft', { ...post, ...more }, {}, { programme: collectiveNomination })
  expect(submit({})).toBe('submitted')
  for (const wrong of [
    { women: 4 },
    { womanLeads: false },
    { since: '2024-03-03' },
    { since: undefined },
    { clean: { ...clean, tax: false } },
  ])
    expect(() => submit(wrong)).toThrow('needs-unmet')
  expect(submit({ women: 1, honour: 'red-banner-collective' })).toBe('submitted')
})

test('a child’s work needs its guardian; no work needs a meeting', () => {
  const work = { honour: 'recital', original: true, age: 'primary' }
  const open = (more: object) => step('openJury', 'submitted', { ...work, ...more }, {}, { programme: contestEntry })
  expect(open({ guardian: true })).toBe('jury')
  expect(() => open({})).toThrow('needs-unmet')
  expect(open({ age: 'none' })).toBe('jury')
})

test('naming opens a title that can be opened: whose it is, its level, its document', () => {
  const common = { level: 'league', document: '（演示）2026-1' }
  const id = '0197a000-0000-7000-8000-000000000001'
  const given = [
    [familyNomination, { honour: 'beautiful-family', head: id, category: 'green' }, { person: id, category: 'green' }],
    [personNomination, { honour: 'model', person: id }, { person: id }],
    [collectiveNomination, { honour: 'civilised-post', name: '某某岗' }, { holder: '某某岗' }],
    [contestEntry, { honour: 'essay', entrant: id, work: '家书' }, { person: id, holder: '家书' }],
  ] as const
  for (const [programme, answers, holder] of given) {
    const history = historyOf(programme, day, [['award', 'awarded', '2026-05-01']])
    const [start] = programme.actions.award?.starts?.(factsOf(history, { ...common, ...answers })) ?? []
    expect(start).toEqual({
      programme: 'award',
      answers: { ...common, honour: answers.honour, awardedOn: '2026-05-01', ...holder },
    })
    expect(answersSchema(award.fields).safeParse(start?.answers).success).toBe(true)
    expect(missingIn(award.fields, start?.answers ?? {})).toEqual([])
  }
})

test('a family named at three levels is three namings and one family; a revoked title stands no more (F084, R-HON-06)', () => {
  const named = (level: string, steps: Steps = []) =>
    countsOf(award, factsOf(historyOf(award, day, steps), { honour: 'beautiful-family', level, person: 'h' }))
  const three = ['banner', 'league', 'region'].flatMap((level) => named(level))
  expect(three.filter((c) => c.measure === 'award.namings')).toHaveLength(3)
  expect(new Set(three.filter((c) => c.measure === 'award.families').map((c) => c.person))).toEqual(new Set(['h']))
  const revoked = named('banner', [
    ['propose', 'revoking', '2026-04-01'],
    ['revoke', 'revoked', '2026-04-20'],
  ])
  expect(revoked.map((c) => [c.measure.slice(6), c.on, c.value])).toEqual([
    ['families', day, 1],
    ['namings', day, 1],
    ['standing', day, 1],
    ['standing', '2026-04-20', -1],
    ['revoked', '2026-04-20', 1],
  ])
})

test('titles count at their own level only (F079–F083)', () => {
  const worth = (answers: Readonly<Record<string, unknown>>) =>
    countsOf(award, factsOf(historyOf(award, day), answers))
      .map((c) => c.measure.slice(6))
      .filter((m) => m !== 'standing')
  expect(worth({ honour: 'civilised-post', level: 'national', holder: '某岗' })).toEqual(['posts'])
  expect(worth({ honour: 'civilised-post', level: 'region', holder: '某岗' })).toEqual([])
  expect(worth({ honour: 'model', level: 'national', person: 'p' })).toEqual(['models'])
  expect(worth({ honour: 'red-banner-holder', level: 'region', person: 'p' })).toEqual(['holders'])
  expect(worth({ honour: 'red-banner-holder', level: 'league', person: 'p' })).toEqual([])
  expect(worth({ honour: 'red-banner-collective', level: 'national', holder: '某社' })).toEqual(['banners'])
  expect(worth({ honour: 'recital', level: 'region', person: 'p' })).toEqual(['works'])
})

test('revoking takes two; the review comes every three years', () => {
  const facts = factsOf(historyOf(award, day, [['propose', 'revoking', day]]))
  expect(() => takeStep(award, 'revoke', facts, postOf('chair', { took: ['propose'] }), '查实')).toThrow(
    'second-person',
  )
  expect(takeStep(award, 'revoke', facts, postOf('chair'), '查实')).toBe('revoked')
  const runs = clocksOf(award.clocks, historyOf(award, day, [['review', 'in-force', '2028-06-01']]))
  expect(runs.map((run) => run.dueOn)).toEqual(['2029-03-02', '2031-06-01'])
})

test('a call: weights are 100 together, published by another, closed by itself', () => {
  const call =
    (weights: number[], more = {}) =>
    () =>
      takeStep(
        honourCall,
        'publish',
        factsOf(historyOf(honourCall, day), {
          opensOn: day,
          closesOn: '2026-04-01',
          criteria: weights.map((weight, i) => ({ criterion: ['truth', 'spirit', 'effect'][i], weight })),
        }),
        postOf('family', more),
        undefined,
      )
  expect(call([50, 30, 20])()).toBe('open')
  expect(call([50, 30, 10])).toThrow('needs-unmet')
  expect(call([50, 50], { lastHand: true })).toThrow('second-person')
  expect(honourCall.clocks.window?.expires).toBe('end')
})

test('a skills contest says what theory and practice weigh, and each round has its own mean (L073)', () => {
  const publish = (...criteria: readonly (readonly [string, number])[]) =>
    takeStep(
      honourCall,
      'publish',
      factsOf(historyOf(honourCall, day), {
        honour: 'skill',
        opensOn: day,
        closesOn: '2026-04-01',
        criteria: criteria.map(([criterion, weight]) => ({ criterion, weight })),
      }),
      postOf('development'),
      undefined,
    )
  expect(publish(['theory', 40], ['practical', 60])).toBe('open')
  expect(() => publish(['skill', 100])).toThrow('needs-unmet')
  expect(() => publish(['theory', 100])).toThrow('needs-unmet')
  const sheets = [
    ['theory', 6],
    ['practical', 9],
  ].map(([criterion, mark]) => ({ criterion, mark }))
  const history = [1, 2, 3].map(() => ({ action: 'judge', answers: { marks: sheets } }))
  expect([meanOf({ history }, 'theory'), meanOf({ history }, 'practical')]).toEqual([6, 9])
})

test('nobody votes: no step counts likes, and no post outside the levels that judge may give marks (R-HON-05)', () => {
  const facts = factsOf(historyOf(personNomination, day, [['x', 'jury', day]]))
  const offered = (role: 'family' | 'operator' | 'volunteer-leader', level: 'village' | 'banner') =>
    abilitiesOf(personNomination, facts, postOf(role, { level })).map((a) => a.action)
  expect(offered('family', 'banner')).toContain('judge')
  expect(offered('family', 'village')).not.toContain('judge')
  expect(offered('operator', 'banner')).toEqual([])
})

test('random walks', { timeout: 240_000 }, () => {
  for (const programme of [familyNomination, personNomination, collectiveNomination, contestEntry]) {
    const states = walk({
      programme,
      everyHand: true,
      runs: 80,
      always: ({ state, history, answers }) => {
        if (state === 'scored' && !history.some((done) => done.action === 'closeBlind'))
          expect(history.filter((done) => done.action === 'judge').length).toBeGreaterThanOrEqual(
            answers.level === 'banner' ? 3 : 5,
          )
        if (state === 'decided') expect(history.some((done) => done.action === 'notice')).toBe(true)
      },
    })
    expect([...states]).toContain('withdrawn')
  }
  expect([...walk({ programme: contestEntry, everyHand: true, runs: 200 })]).toContain('jury')
  expect([...walk({ programme: honourCall, everyHand: true })]).toContain('dropped')
  expect([...walk({ programme: award, everyHand: true })]).toEqual(expect.arrayContaining(['revoking', 'revoked']))
})
