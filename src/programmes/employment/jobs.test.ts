import { describe, expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { type Answers, day, type Steps, step, worth } from '../../../test/support/steps.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { employer } from './employer.ts'
import { jobFair } from './job-fair.ts'
import { jobIntent } from './job-intent.ts'
import { jobLive } from './job-live.ts'
import { jobPost } from './job-post.ts'
import { postsOnce } from './words.ts'

/** A code with its own check character, of nobody. */
const rightCode = '91150000MAFAKE0014'

describe('employers', () => {
  const fits = { uscc: rightCode, clean: true, checked: '看过执照和授权' }

  test('verified by another person, with a right credit code and on no list (R-CODE-04, processes 8.2)', () => {
    const code = '911501000000000000'
    expect(() => step(employer, 'verify', 'registered', { ...fits, uscc: code })).toThrow('needs-unmet')
    expect(() => step(employer, 'verify', 'registered', { ...fits, clean: false })).toThrow('needs-unmet')
    expect(() => step(employer, 'verify', 'registered', fits, { who: { lastHand: true } })).toThrow('second-person')
    expect(step(employer, 'verify', 'registered', fits)).toBe('verified')
  })

  test('verified again every six months, or it lapses by itself (D31)', () => {
    const history = historyOf(employer, day, [
      ['verify', 'verified', '2026-03-03'],
      ['recheck', 'verified', '2026-08-20'],
    ])
    const run = clocksOf(employer.clocks, history).at(-1)
    expect([run?.clock, run?.dueOn]).toEqual(['recheck', '2027-02-22'])
    expect(employer.clocks.recheck).toMatchObject({ expires: 'lapse', legal: true, rule: 'D31' })
    expect(employer.actions.lapse?.by).toEqual([])
  })

  test('counts while it is verified: not before, not after it lapsed or was blocked', () => {
    const verify: Steps[number] = ['verify', 'verified', '2026-03-03']
    expect(worth(employer, [])).toEqual([])
    expect(worth(employer, [verify, ['recheck', 'verified', '2026-08-20']])).toEqual([
      'employers 03-03 1 A',
      'verified 03-03 1 A',
      'verified 08-20 1 A',
    ])
    expect(worth(employer, [verify, ['lapse', 'lapsed', '2026-09-04'], ['verify', 'verified', '2026-09-10']])).toEqual([
      'employers 03-03 1 A',
      'verified 03-03 1 A',
      'employers 09-04 -1 A',
      'employers 09-10 1 A',
      'verified 09-10 1 A',
    ])
  })
})

describe('posts', () => {
  const post = {
    title: '收银员',
    duties: '负责超市收银和整理货架，会用收银机，每班八小时。',
    headcount: 6,
    payFrom: 3200_00,
    payTo: 4000_00,
    openedOn: day,
    validTo: '2026-05-01',
    source: 'own',
    licence: '旗就业服务中心 1529000001',
  }

  test('a discriminating sentence stops it at both gates; mended, it goes on (R-JOB-03, R-WOM-08)', () => {
    const bad = { ...post, conditions: '限男性，已婚已育优先' }
    expect(() => step(jobPost, 'check', 'draft', bad)).toThrow('needs-unmet')
    expect(() => step(jobPost, 'publish', 'checked', bad)).toThrow('needs-unmet')
    const [ability] = abilitiesOf(
      jobPost,
      factsOf(historyOf(jobPost, day), bad, { today: day }),
      postOf('development'),
    ).filter(({ action }) => action === 'check')
    expect(ability?.checks.find(({ check }) => check === 'fair')?.met).toBe(false)
    expect(step(jobPost, 'check', 'draft', { ...post, conditions: '男女不限' })).toBe('checked')
    expect(step(jobPost, 'publish', 'checked', post)).toBe('published')
    // Underground work may be for men, and no question about marriage goes with it.
    expect(step(jobPost, 'check', 'draft', { ...post, conditions: '限男性', protectedWork: 'mine' })).toBe('checked')
    expect(() =>
      step(jobPost, 'check', 'draft', { ...post, conditions: '限男性，未婚', protectedWork: 'mine' }),
    ).toThrow('needs-unmet')
  })

  test('checked by another person; pay from and to; ninety days at most; a source where it was passed on', () => {
    expect(() => step(jobPost, 'check', 'draft', post, { who: { lastHand: true } })).toThrow('second-person')
    for (const wrong of [
      { payFrom: 0 },
      { payTo: 3000_00 },
      { validTo: '2026-03-01' },
      { validTo: '2026-06-01' },
      { source: 'labour' },
    ])
      expect(() => step(jobPost, 'check', 'draft', { ...post, ...wrong }), JSON.stringify(wrong)).toThrow('needs-unmet')
    expect(step(jobPost, 'check', 'draft', { ...post, validTo: '2026-05-31' })).toBe('checked')
    expect(step(jobPost, 'check', 'draft', { ...post, source: 'labour', sourceLink: '人社网' })).toBe('checked')
    // Once checked its text stays as it was read.
    expect(jobPost.editableIn).toEqual(['draft'])
  })

  test('no form of this service asks after sex, marriage or children (R-JOB-03, R-JOB-04)', () => {
    const labels = [jobPost, jobIntent, jobFair].flatMap((p) =>
      [p.fields, ...Object.values(p.actions).map((a) => a.asks ?? {})].flatMap((form) =>
        Object.values(form).map((f) => f.label.zh),
      ),
    )
    expect(labels.filter((zh) => /性别|婚|育|孩|照片|年龄|民族/.test(zh))).toEqual([])
  })

  test('a complaint suspends it at once; who heard it does not judge it', () => {
    expect(step(jobPost, 'report', 'published', post)).toBe('suspended')
    expect(() => step(jobPost, 'remove', 'suspended', post, { who: { took: ['report'] } })).toThrow('second-person')
    expect(step(jobPost, 'remove', 'suspended', post)).toBe('removed')
    expect(jobPost.actions.remove?.makes).toEqual(['violation-notice'])
  })

  test('positions count once, at the first publication; open ones go when it ends (F030, F033)', () => {
    const told = { headcount: 6, source: 'association' }
    const publish: Steps[number] = ['publish', 'published', '2026-03-04']
    expect(worth(jobPost, [], told)).toEqual([])
    expect(worth(jobPost, [publish], told)).toEqual([
      'positions 03-04 6 A',
      'association 03-04 6 A',
      'posts 03-04 1 A',
      'open 03-04 6 A',
    ])
    const again = worth(
      jobPost,
      [
        publish,
        ['report', 'suspended', '2026-03-10'],
        ['restore', 'published', '2026-03-12'],
        ['expire', 'expired', '2026-05-02'],
      ],
      { headcount: 6, source: 'own' },
    )
    expect(again).toEqual([
      'positions 03-04 6 A',
      'posts 03-04 1 A',
      'open 03-04 6 A',
      'open 03-10 -6 A',
      'open 03-12 6 A',
      'open 05-02 -6 A',
    ])
  })
})

describe('fairs and streams', () => {
  const fair = { plan: true, emergencyPlan: true, safetyPlan: true, stalls: [{ post: 'a', headcount: 5 }], units: 1 }
  const approvedOn = (on: string) => ({
    history: historyOf(jobFair, '2026-02-10', [
      ['approve', 'approved', on],
      ['announce', 'announced', '2026-02-20'],
    ]),
  })
  const came = { attendance: [], heads: [{ count: 300, grade: 'B' as const }] }
  const approvedCame = { ...came, ...approvedOn('2026-02-15') }

  test('approved by another, fifteen days before, with its three plans (R-JOB-01)', () => {
    const approve = (more: Answers, today = '2026-02-15', who = {}) =>
      step(jobFair, 'approve', 'planned', { ...fair, ...more }, { today, who })
    expect(approve({})).toBe('approved')
    expect(() => approve({}, '2026-02-16')).toThrow('needs-unmet')
    for (const plan of ['plan', 'emergencyPlan', 'safetyPlan'])
      expect(() => approve({ [plan]: false })).toThrow('needs-unmet')
    expect(() => approve({}, '2026-02-15', { lastHand: true })).toThrow('second-person')
  })

  test('held when its day has come, somebody came and posts were shown; no post twice', () => {
    const hold = (more: Answers, facts: Partial<Facts> = approvedCame) =>
      step(jobFair, 'hold', 'announced', { ...fair, ...more }, facts)
    expect(hold({})).toBe('held')
    expect(() => hold({ stalls: [] })).toThrow('needs-unmet')
    expect(() => hold({ stalls: [...fair.stalls, ...fair.stalls] })).toThrow('needs-unmet')
    expect(() => hold({}, approvedOn('2026-02-15'))).toThrow('needs-unmet')
    // A day moved nearer does not make up for a late approval.
    expect(() => hold({}, { ...came, ...approvedOn('2026-02-16') })).toThrow('needs-unmet')
    expect(() => hold({}, { ...approvedCame, today: '2026-03-01' })).toThrow('needs-unmet')
  })

  test('a post is one in a fair however often it stands there; its head-count is the last one’s', () => {
    const rows = [
      { post: 'a', headcount: 5 },
      { post: 'b', headcount: 20 },
      { post: 'a', headcount: 8 },
    ]
    expect(postsOnce(rows)).toEqual({ posts: 2, positions: 28 })
    expect(postsOnce(undefined)).toEqual({ posts: 0, positions: 0 })
  })

  const results = [
    { unit: '甲', cvs: 40, interviews: 12, intentions: 9, hires: 3 },
    { unit: '乙', cvs: 10, interviews: 2, intentions: 2, hires: 0 },
  ]
  test('results come by the employers’ forms: a row each, no more hired than interviewed', () => {
    const collect = (rows: object[]) => step(jobFair, 'collect', 'held', { ...fair, results: rows })
    expect(collect(results)).toBe('collected')
    expect(() => collect([...results, ...results])).toThrow('needs-unmet')
    expect(() => collect([{ ...results[0], hires: 13 }])).toThrow('needs-unmet')
    expect(clocksOf(jobFair.clocks, historyOf(jobFair, day, [['hold', 'held', day]]))[0]?.dueOn).toBe('2026-03-16')
  })

  test('fair, positions, visitors by grade, people; what employers report is D and no person of ours (F029, F030)', () => {
    const held: Steps = [['hold', 'held', day]]
    const visitors = { attendance: [{ person: 'p', minutes: null }], heads: came.heads }
    const once = [
      'fairs 03-02 1 A',
      'positions 03-02 5 A',
      'employers 03-02 1 B',
      'visitors 03-02 1 A',
      'visitors 03-02 300 B',
      'people 03-02 1 A',
    ]
    expect(worth(jobFair, [], fair, visitors)).toEqual([])
    expect(worth(jobFair, held, { ...fair, results }, visitors)).toEqual(once)
    expect(worth(jobFair, [...held, ['collect', 'collected', day]], { ...fair, results }, visitors)).toEqual([
      ...once,
      'cvs 03-02 50 D',
      'intentions 03-02 11 D',
      'hires 03-02 3 D',
    ])
    expect(worth(jobFair, [['cancel', 'cancelled', day]], fair, visitors)).toEqual([])
  })

  test('a live session: checked by another, promises nothing; views are readings by channel, never people (F034, C20)', () => {
    const live = { posts: [{ post: 'a', headcount: 5 }], noPromise: true }
    expect(step(jobLive, 'check', 'planned', live)).toBe('checked')
    expect(() => step(jobLive, 'check', 'planned', { ...live, noPromise: false })).toThrow('needs-unmet')
    expect(() => step(jobLive, 'check', 'planned', live, { who: { lastHand: true } })).toThrow('second-person')
    expect(() => step(jobLive, 'close', 'aired', live)).toThrow('needs-unmet')
    const read = (channel: string, readOn: string, views: number): Steps[number] => [
      'read',
      'aired',
      readOn,
      { channel, readOn, views },
    ]
    const steps: Steps = [
      ['air', 'aired', '2026-03-05'],
      read('live', '2026-03-06', 100_000),
      read('live', '2026-03-13', 120_000),
      read('web', '2026-03-13', 75_900),
    ]
    expect(worth(jobLive, steps, live)).toEqual([
      'sessions 03-02 1 A',
      'positions 03-02 5 A',
      'views 03-06 100000 D',
      'views 03-13 95900 D',
    ])
    expect(Object.values(jobLive.measures).map(({ unit }) => unit)).toEqual(['session', 'item', 'item'])
  })
})

describe('intentions', () => {
  const her = { person: 'p', channel: 'live', consent: true }
  const job = { hiredOn: '2026-03-20', form: 'contract', proof: '合同 2026-18' }

  test('contacted in three working days; asked after 1, 3 and 6 months in work (D38)', () => {
    expect(clocksOf(jobIntent.clocks, historyOf(jobIntent, day))[0]?.dueOn).toBe('2026-03-05')
    const hired: Steps = [
      ['hire', 'hired', '2026-03-20'],
      ['follow', 'hired', '2026-04-18', { still: 'yes' }],
      ['follow', 'hired', '2026-06-18', { still: 'yes' }],
    ]
    expect(
      clocksOf(jobIntent.clocks, historyOf(jobIntent, day, hired))
        .filter(({ clock }) => clock === 'follow')
        .map(({ dueOn }) => dueOn),
    ).toEqual(['2026-04-20', '2026-06-20', '2026-09-20'])
    const asked = (...said: string[]) =>
      historyOf(
        jobIntent,
        day,
        said.map((still): Steps[number] => ['follow', 'hired', '2026-09-21', { still }]),
      )
    const retain = (...said: string[]) =>
      takeStep(jobIntent, 'retain', factsOf(asked(...said), her), postOf('development'), undefined)
    expect(retain('yes', 'away', 'yes')).toBe('retained')
    expect(() => retain('yes', 'yes')).toThrow('needs-unmet')
    expect(() => retain('yes', 'yes', 'other')).toThrow('needs-unmet')
  })

  test('no hire without a day and a proof, nor before the intention', () => {
    expect(step(jobIntent, 'hire', 'offer', { ...her, ...job })).toBe('hired')
    for (const wrong of [
      { ...job, proof: undefined },
      { ...job, form: undefined },
      { ...job, hiredOn: '2026-03-01' },
    ])
      expect(() => step(jobIntent, 'hire', 'offer', { ...her, ...wrong })).toThrow('needs-unmet')
    expect(() => step(jobIntent, 'hire', 'intent', { ...her, ...job })).toThrow('state-passed')
  })

  test('an intention is not a placement: each is its own figure (F035, processes 8.6)', () => {
    const seeks = ['intentions 03-02 1 A', 'seekers 03-02 1 A', 'liveSeekers 03-02 1 A']
    expect(worth(jobIntent, [], her)).toEqual(seeks)
    expect(worth(jobIntent, [], { ...her, channel: 'fair' })).toEqual(seeks.slice(0, 2))
    const offered: Steps = [
      ['contact', 'contacted', '2026-03-04'],
      ['interview', 'interview', '2026-03-10'],
      ['offer', 'offer', '2026-03-12'],
    ]
    expect(worth(jobIntent, offered, her)).toEqual([...seeks, 'interviewed 03-10 1 A'])
    const hired: Steps = [...offered, ['hire', 'hired', '2026-03-22']]
    const placed = [...seeks, 'interviewed 03-10 1 A', 'placements 03-20 1 A', 'hired 03-20 1 A']
    expect(worth(jobIntent, hired, { ...her, ...job })).toEqual(placed)
    // What was counted stays when she left, or had it erased.
    expect(worth(jobIntent, [...hired, ['withdraw', 'withdrawn', '2026-05-01']], { ...her, ...job })).toEqual(placed)
    expect(jobIntent.forgetsIn).toEqual(['withdrawn'])
  })
})

test('random walks', { timeout: 240_000 }, () => {
  const reached: readonly (readonly [Programme, string])[] = [
    [employer, 'blocked'],
    [jobPost, 'withdrawn'],
    [jobFair, 'cancelled'],
    [jobLive, 'cancelled'],
    [jobIntent, 'hired'],
  ]
  for (const [programme, state] of reached) expect([...walk({ programme, everyHand: true })]).toContain(state)
})
