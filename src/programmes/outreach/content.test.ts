import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { clipping } from './clipping.ts'
import { mediaAccount } from './media-account.ts'
import { mediaPost } from './media-post.ts'
import { onlineLecture } from './online-lecture.ts'
import { outreachStory } from './story.ts'
import { outreachTopic } from './topic.ts'

const day = '2026-03-06'
const worth = (programme: Programme, steps: Parameters<typeof historyOf>[2], answers: object = {}) =>
  countsOf(programme, factsOf(historyOf(programme, day, steps), { ...answers })).map((c) => [
    c.measure.split('.')[1],
    c.on,
    c.value,
  ])
const reviews = [
  ['firstReview', 'first', '2026-03-07'],
  ['secondReview', 'second', '2026-03-08'],
  ['finalReview', 'passed', '2026-03-09'],
] as const

test('plays of a broadcast are read by platform; accounts and the peak are never added to them, nor any to attendance (C06)', () => {
  const read = (platform: string, counter: string, readOn: string, value: number) =>
    ['read', 'replay', readOn, { platform, counter, readOn, value, source: '后台' }] as const
  const steps = [
    ...reviews,
    ['air', 'live', '2026-03-10'],
    read('douyin', 'live-plays', '2026-03-11', 90_000),
    read('douyin', 'live-accounts', '2026-03-11', 40_000),
    read('douyin', 'live-peak', '2026-03-11', 7_000),
    ['putUp', 'replay', '2026-03-12'],
    read('douyin', 'replay-plays', '2026-03-20', 5_000),
    read('kuaishou', 'replay-plays', '2026-03-20', 1_000),
    read('douyin', 'replay-plays', '2026-03-30', 8_000),
  ] as const
  expect(worth(onlineLecture, steps)).toEqual([
    ['episodes', day, 1],
    ['plays', '2026-03-11', 90_000],
    ['live', '2026-03-11', 90_000],
    ['accounts', '2026-03-11', 40_000],
    ['plays', '2026-03-20', 6_000],
    ['plays', '2026-03-30', 3_000],
  ])
  expect(worth(onlineLecture, reviews)).toEqual([])
  for (const { unit } of Object.values(onlineLecture.measures)) expect(['session', 'item']).toContain(unit)
})

test('three reviews by three persons, none of them who wrote it; the last from a banner up', () => {
  const take = (action: string, done: number, took: readonly string[], level: 'village' | 'banner' = 'banner') =>
    takeStep(
      onlineLecture,
      action,
      factsOf(historyOf(onlineLecture, day, reviews.slice(0, done))),
      postOf('publicity', { took, level }),
      undefined,
    )
  expect(take('firstReview', 0, [])).toBe('first')
  expect(() => take('firstReview', 0, ['create'])).toThrow('second-person')
  expect(() => take('secondReview', 1, ['firstReview'])).toThrow('second-person')
  expect(() => take('finalReview', 2, ['secondReview'])).toThrow('second-person')
  expect(() => take('finalReview', 2, [], 'village')).toThrow('not-allowed')
  expect(take('finalReview', 2, [])).toBe('passed')
  const [run] = clocksOf(onlineLecture.clocks, historyOf(onlineLecture, day))
  expect(run).toMatchObject({ clock: 'firstReview', dueOn: '2026-03-11' })
})

test('nobody is shown before she agreed; a minor’s guardian too; it comes down when she asks and forgets (R-WOM-06, R-PRI-03, R-PRI-05)', () => {
  const agree = (answers: object) =>
    takeStep(
      outreachStory,
      'agree',
      factsOf(historyOf(outreachStory, day, [['check', 'checked', day]]), { ...answers }),
      postOf('publicity'),
      undefined,
    )
  expect(agree({ about: 'nobody', consent: false, consentWay: 'none' })).toBe('agreed')
  expect(agree({ about: 'adult', consent: true, consentWay: 'signed' })).toBe('agreed')
  for (const no of [
    { about: 'adult', consent: false, consentWay: 'signed' },
    { about: 'adult', consent: true, consentWay: 'none' },
    { about: 'child', consent: true, consentWay: 'signed' },
  ])
    expect(() => agree(no)).toThrow('needs-unmet')
  expect(agree({ about: 'child', consent: true, consentWay: 'signed', guardian: true })).toBe('agreed')
  expect(outreachStory.forgetsIn).toEqual(['withdrawn'])
  const steps = [
    ['check', 'checked', day],
    ['agree', 'agreed', day],
    ...reviews,
    ['publish', 'published', '2026-03-10'],
    ['takeDown', 'withdrawn', '2026-05-01'],
  ] as const
  expect(worth(outreachStory, steps.slice(0, 5), { theme: 'marriage' })).toEqual([])
  expect(worth(outreachStory, steps, { theme: 'marriage' })).toEqual([
    ['published', '2026-03-10', 1],
    ['standing', '2026-03-10', 1],
    ['standing', '2026-05-01', -1],
    ['marriage', '2026-03-10', 1],
  ])
  const open = clocksOf(
    outreachStory.clocks,
    historyOf(outreachStory, day, [...steps.slice(0, 3), ['redo', 'submitted', day]]),
  )
  expect(open.filter((run) => !run.endedOn).map((run) => run.clock)).toEqual(['check'])
})

const counted = [['verify', 'counted', '2026-03-10']] as const

test('clippings are nested: front page of China Women’s News within national within province and above (F065–F067)', () => {
  const of = (answers: object) => worth(clipping, counted, answers).map(([measure]) => measure)
  expect(of({ level: 'national', outlet: '《中国妇女报》', front: true })).toEqual(['all', 'national', 'front'])
  expect(of({ level: 'national', outlet: '中国妇女报', front: false })).toEqual(['all', 'national'])
  expect(of({ level: 'national', outlet: '人民日报', front: true })).toEqual(['all', 'national'])
  expect(of({ level: 'province', outlet: '内蒙古日报', front: true })).toEqual(['all'])
  expect(of({ level: 'city', outlet: '阿拉善日报' })).toEqual(['local'])
  expect(of({ level: 'national', outlet: '中国妇女报', reprint: true })).toEqual([])
  expect(worth(clipping, [], { level: 'national' })).toEqual([])
})

test('a copy claims what the first holds, by its address, its title or its text; another outlet does not', () => {
  const first = {
    title: '草原上的“半边天”',
    publishedOn: day,
    outlet: '中国妇女报',
    url: 'https://www.example.com/a/1.html',
    words: '她回到嘎查，办起了合作社。',
  }
  const keys = (answers: object, state = 'submitted') =>
    (clipping.claims?.(factsOf(historyOf(clipping, day), { ...answers }, { state })) ?? []).map(({ key }) => key)
  const shared = (answers: object) => keys(answers).filter((key) => keys(first).includes(key)).length
  expect(keys(first)).toHaveLength(3)
  expect(
    shared({ ...first, title: '另一个题目', words: undefined, url: 'http://example.com/a/1.html?from=wechat' }),
  ).toBe(1)
  expect(shared({ ...first, title: '草原上的半边天', words: undefined, url: undefined })).toBe(1)
  expect(shared({ ...first, title: '换个题目', url: undefined, words: '她回到嘎查 办起了合作社' })).toBe(1)
  expect(shared({ ...first, outlet: '人民日报', url: undefined })).toBe(0)
  expect(keys(first, 'rejected')).toEqual([])
})

const account = [
  ['file', 'active', '2026-03-10'],
  ['read', 'active', '2026-04-10', { readOn: '2026-04-10', followers: 1200, views: 50_000 }],
  ['read', 'active', '2026-05-10', { readOn: '2026-05-10', followers: 1100, views: 80_000 }],
] as const

test('followings stand at the last reading and fall when people leave; reads and plays grow (F068–F070)', () => {
  expect(worth(mediaAccount, account)).toEqual([
    ['accounts', '2026-03-10', 1],
    ['followings', '2026-04-10', 1200],
    ['followings', '2026-05-10', -100],
    ['impressions', '2026-04-10', 50_000],
    ['impressions', '2026-05-10', 30_000],
  ])
  const closed = worth(mediaAccount, [...account, ['close', 'closed', '2026-06-01']])
  expect(closed).toContainEqual(['followings', '2026-06-01', -1100])
  expect(closed).toContainEqual(['accounts', '2026-06-01', -1])
  const rested = worth(mediaAccount, [...account, ['lapse', 'dormant', '2026-07-10'], ['wake', 'active', '2026-07-20']])
  expect(rested.filter(([measure]) => measure === 'dormant')).toEqual([
    ['dormant', '2026-07-10', 1],
    ['dormant', '2026-07-20', -1],
  ])
  expect(worth(mediaAccount, [])).toEqual([])
  for (const { unit } of Object.values(mediaAccount.measures)) expect(unit).toBe('item')
})

test('who posts is not who reviews; two months without a reading and the house puts it to rest', () => {
  const file = (answers: object) =>
    takeStep(
      mediaAccount,
      'file',
      factsOf(historyOf(mediaAccount, day), { ...answers }),
      postOf('publicity'),
      undefined,
    )
  expect(file({ operator: '王 娜', reviewer: '李红' })).toBe('active')
  expect(() => file({ operator: '王 娜', reviewer: '王娜' })).toThrow('needs-unmet')
  const running = clocksOf(mediaAccount.clocks, historyOf(mediaAccount, day, account)).filter((run) => !run.endedOn)
  expect(running.map((run) => [run.clock, run.dueOn])).toEqual([
    ['read', '2026-06-10'],
    ['quiet', '2026-07-09'],
  ])
  expect(mediaAccount.clocks.quiet?.expires).toBe('lapse')
  const claims = (state: string) =>
    mediaAccount.claims?.(factsOf(historyOf(mediaAccount, day), { platform: 'douyin', handle: 'Bei Jiang' }, { state }))
  expect(claims('active')?.[0]?.key).toBe('account:douyin beijiang')
  expect(claims('closed')).toEqual([])
})

test('counters of a post rise by themselves, are times and never persons, and stay apart from the account’s reading (L034)', () => {
  const read = (readOn: string, answers: object) => ['read', 'followed', readOn, { readOn, ...answers }] as const
  const steps = [
    read('2026-03-13', { reads: 700, likes: 30, shares: 5, comments: 2 }),
    read('2026-04-06', { reads: 1000, likes: 28 }),
  ]
  expect(worth(mediaPost, steps)).toEqual([
    ['posts', day, 1],
    ['reads', '2026-03-13', 700],
    ['reads', '2026-04-06', 300],
    ['likes', '2026-03-13', 30],
    ['likes', '2026-04-06', -2],
    ['shares', '2026-03-13', 5],
    ['comments', '2026-03-13', 2],
  ])
  expect(worth(mediaPost, [])).toEqual([])
  expect(worth(mediaPost, [...steps, ['strike', 'mistaken', '2026-04-07']])).toEqual([])
  for (const [id, { unit, excludes }] of Object.entries(mediaPost.measures)) {
    expect(unit).toBe('item')
    if (id === 'posts') continue
    expect(excludes).toContain('账号每月的读数')
  }
  expect(JSON.stringify(mediaAccount.measures.impressions)).toContain('单篇读数')
  const claims = (state: string) =>
    mediaPost.claims?.(factsOf(historyOf(mediaPost, day), { url: 'https://www.example.com/p/1?from=x' }, { state }))
  expect(claims('done')?.[0]?.key).toBe('post:example.com/p/1')
  expect(claims('mistaken')).toEqual([])
})

test('random walks', { timeout: 60_000 }, () => {
  expect([...walk({ runs: 30, programme: onlineLecture, everyHand: true })]).toEqual(
    expect.arrayContaining(['passed', 'dropped']),
  )
  expect([...walk({ runs: 30, programme: outreachStory, everyHand: true })]).toEqual(
    expect.arrayContaining(['checked', 'dropped']),
  )
  expect([...walk({ runs: 30, programme: clipping })]).toEqual(expect.arrayContaining(['counted', 'rejected']))
  expect([...walk({ runs: 30, programme: mediaAccount, everyHand: true })]).toEqual(expect.arrayContaining(['applied']))
  expect([...walk({ runs: 30, programme: mediaPost })]).toEqual(expect.arrayContaining(['done', 'mistaken']))
  expect([...walk({ runs: 30, programme: outreachTopic })]).toContain('retired')
})
