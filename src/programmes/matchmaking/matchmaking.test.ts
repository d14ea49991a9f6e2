import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { roleIds } from '../../core/role.ts'
import { clothingSubsidy } from './clothing-subsidy.ts'
import { couple } from './couple.ts'
import { groupWedding } from './group-wedding.ts'
import { matchEvent } from './match-event.ts'
import { matchReport } from './match-report.ts'
import { profileTakedown } from './profile-takedown.ts'
import { singleProfile } from './single-profile.ts'
import { mutualPairs } from './slips.ts'
import { weddingCouple } from './wedding-couple.ts'

const day = '2026-03-02'
type Steps = Parameters<typeof historyOf>[2]
const step = (
  programme: Programme,
  action: string,
  state: string,
  answers: Readonly<Record<string, unknown>> = {},
  { more = {}, today = day }: { more?: Parameters<typeof postOf>[1]; today?: string } = {},
) =>
  takeStep(
    programme,
    action,
    factsOf(historyOf(programme, day, [['x', state, day]]), answers, { today }),
    postOf(programme === matchReport ? 'rights' : 'family', more),
    '原因',
  )
const worth = (programme: Programme, steps: Steps, answers: Readonly<Record<string, unknown>> = {}) =>
  countsOf(programme, factsOf(historyOf(programme, day, steps), answers)).map((c) => [
    c.measure.slice(programme.id.length + 1),
    c.on,
    c.value,
  ])

test('marriageable age to the day: 22 for men, 20 for women (民法典 第一千零四十七条)', () => {
  const verify = (sex: string, bornOn: string) =>
    step(singleProfile, 'verify', 'registered', { sex, bornOn, joinedOn: day })
  expect(verify('man', '2004-03-02')).toBe('verified')
  expect(() => verify('man', '2004-03-03')).toThrow('needs-unmet')
  expect(verify('woman', '2006-03-02')).toBe('verified')
  expect(() => verify('woman', '2006-03-03')).toThrow('needs-unmet')
})

test('who says to be married is not taken, nor without consent to the pool; words hold no phone or account; two read it', () => {
  const state = (more: object) =>
    step(singleProfile, 'state', 'verified', { marital: 'never', poolAgreed: true, ...more })
  expect(state({})).toBe('stated')
  for (const wrong of [{ marital: 'married' }, { poolAgreed: false }]) expect(() => state(wrong)).toThrow('needs-unmet')
  const passed = { marital: 'widowed', poolAgreed: true }
  const review = (words: string, more = {}) => step(singleProfile, 'review', 'stated', { ...passed, words }, { more })
  expect(review('喜欢骑马，想找个踏实的人。')).toBe('active')
  for (const words of ['加我微信聊', '电话 13800001111', 'QQ 联系']) expect(() => review(words)).toThrow('needs-unmet')
  expect(() => review('喜欢骑马', { lastHand: true })).toThrow('second-person')
})

test('only the family post sees the zone; a report is the rights post’s, who sees none of it', () => {
  for (const programme of [singleProfile, profileTakedown, matchEvent, couple, weddingCouple])
    expect(roleIds.filter((role) => programme.access.see.includes(role))).toEqual(['family'])
  // What is paid is the finance post’s to see; the couple is not.
  expect(clothingSubsidy.access.see).toEqual(['family', 'finance'])
  expect(matchReport.confidential).toBe(true)
  expect(matchReport.access.see).toEqual(['rights'])
})

test('places differ by a fifth at most; approved by another, ten working days before', () => {
  const event = { men: 20, women: 24, ageFrom: 22, ageTo: 40, safetyPlan: true, noAlcohol: true, free: true }
  const approve = (more: object, today = '2026-02-10', who = {}) =>
    step(matchEvent, 'approve', 'planned', { ...event, ...more }, { today, more: who })
  // 2 March is the tenth working day after 10 February 2026 at the earliest: the Spring Festival lies between.
  expect(approve({}, '2026-01-30')).toBe('open')
  expect(() => approve({}, '2026-02-25')).toThrow('needs-unmet')
  for (const wrong of [{ women: 26 }, { men: 40 }, { free: false }, { safetyPlan: false }, { ageFrom: 41 }])
    expect(() => approve(wrong, '2026-01-30')).toThrow('needs-unmet')
  expect(() => approve({}, '2026-01-30', { lastHand: true })).toThrow('second-person')
})

const came = ['a', 'b', 'c', 'd'].map((person) => ({ person, minutes: null }))
const slip = (chooser: string, ...chosen: string[]) =>
  ['slip', 'held', day, { chooser, chosen: chosen.map((person) => ({ person, role: 'liked' })) }] as const
const slipped = (...slips: ReturnType<typeof slip>[]) => ({
  history: historyOf(matchEvent, day, slips),
  attendance: came,
})

test('only who chose each other become a pair; a one-sided choice leaves nothing, whatever the order', () => {
  expect(mutualPairs(slipped(slip('a', 'b', 'c'), slip('b', 'a'), slip('c', 'd'), slip('d')))).toEqual([['a', 'b']])
  expect(mutualPairs(slipped(slip('d'), slip('b', 'a'), slip('c', 'd'), slip('a', 'b', 'c')))).toEqual([['a', 'b']])
  // Nobody chose, and somebody chose in vain, look the same from outside.
  expect(mutualPairs(slipped(slip('a', 'b'), slip('b')))).toEqual(mutualPairs(slipped(slip('a'), slip('b'))))
  // A later slip replaces an earlier; who did not come is not chosen.
  expect(mutualPairs(slipped(slip('a', 'b'), slip('b', 'a'), slip('a', 'c')))).toEqual([])
  expect(mutualPairs(slipped(slip('a', 'x'), slip('x', 'a')))).toEqual([])
})

test('telling the pairs opens them all in one step, then the event forgets its slips', () => {
  const { history, attendance } = slipped(slip('a', 'b'), slip('b', 'a'), slip('c', 'a'))
  const starts = matchEvent.actions.match?.starts?.(factsOf(history, {}, { attendance })) ?? []
  expect(starts).toEqual([
    {
      programme: 'couple',
      answers: {
        source: 'event',
        metOn: day,
        two: [
          { person: 'a', role: 'one' },
          { person: 'b', role: 'one' },
        ],
      },
    },
  ])
  expect(matchEvent.forgetsIn).toContain('matched')
  expect(matchEvent.actions.slip?.blindIn).toEqual(['held', 'matched'])
  expect(Object.values(matchEvent.actions.slip?.asks ?? {}).map((f) => f.class)).toEqual(['P3', 'P3'])
})

test('an event counts once held: sessions, attendances and distinct people, never a choice (F015, F016)', () => {
  const held = factsOf(
    historyOf(matchEvent, day, [['hold', 'held', day], slip('a', 'b')]),
    {},
    { attendance: came, heads: [{ count: 96, grade: 'B' }] },
  )
  const sums = countsOf(matchEvent, held).map((c) => `${c.measure.slice(12)} ${c.grade} ${c.value}`)
  expect(sums).toEqual([
    'events A 1',
    'attendances A 4',
    'attendances B 96',
    'people A 1',
    'people A 1',
    'people A 1',
    'people A 1',
  ])
  expect(countsOf(matchEvent, factsOf(historyOf(matchEvent, day), {}, { attendance: came }))).toEqual([])
})

test('paired, dating and married are three figures, and stay when the two are erased (F017)', () => {
  const steps: Steps = [
    ['date', 'dating', '2026-06-01'],
    ['register', 'married', '2026-12-01'],
    ['erase', 'erased', '2027-01-05'],
  ]
  const all = [
    ['pairs', day, 1],
    ['dating', '2026-06-01', 1],
    ['married', '2026-12-01', 1],
  ]
  for (const n of [0, 1, 2, 3]) expect(worth(couple, steps.slice(0, n))).toEqual(all.slice(0, Math.min(n + 1, 3)))
})

test('asked after 3, 6 and 12 months; a report freezes at once and goes to the rights post', () => {
  const asked = historyOf(couple, day, [
    ['ask', 'paired', '2026-06-01'],
    ['ask', 'paired', '2026-09-01'],
  ])
  expect(clocksOf(couple.clocks, asked).map((run) => run.dueOn)).toEqual(['2026-06-02', '2026-09-02', '2027-03-02'])
  for (const from of ['paired', 'dating', 'ended', 'married']) expect(step(couple, 'report', from)).toBe('frozen')
  for (const action of ['ask', 'date', 'register', 'end'])
    expect(() => step(couple, action, 'frozen')).toThrow('state-passed')
  expect(() => step(couple, 'thaw', 'frozen', {}, { more: { took: ['report'] } })).toThrow('second-person')
  const history = historyOf(couple, day, [
    ['report', 'frozen', '2026-04-01', { trouble: 'harassment', what: '一直跟着' }],
  ])
  expect(couple.actions.report?.starts?.(factsOf(history))).toEqual([
    {
      programme: 'match-report',
      answers: { reportedOn: '2026-04-01', from: 'couple', trouble: 'harassment', what: '一直跟着' },
    },
  ])
  expect(() => step(matchReport, 'hear', 'reported')).toThrow('needs-unmet')
  expect(step(matchReport, 'hear', 'reported', { told: true })).toBe('heard')
  expect(clocksOf(matchReport.clocks, historyOf(matchReport, day))[0]?.dueOn).toBe('2026-03-05')
})

test('a wedding couple: certificate before the day, pledges given; applied, confirmed and attended differ (F019, C14)', () => {
  const fits = { noWedding: true, noPrice: true, noFeast: true, registeredOn: '2026-05-20', weddingOn: '2026-05-20' }
  const check = (more: object) => step(weddingCouple, 'check', 'applied', { ...fits, ...more })
  expect(check({})).toBe('checked')
  for (const wrong of [{ registeredOn: '2026-05-21' }, { noPrice: false }, { noWedding: false }])
    expect(() => check(wrong)).toThrow('needs-unmet')
  expect(() => step(weddingCouple, 'attend', 'confirmed', fits, { today: '2026-05-19' })).toThrow('needs-unmet')
  expect(step(weddingCouple, 'attend', 'confirmed', fits, { today: '2026-05-20' })).toBe('attended')
  const confirm = ['confirm', 'confirmed', '2026-04-01'] as const
  expect(worth(weddingCouple, [], fits).map(([m]) => m)).toEqual(['applied'])
  expect(worth(weddingCouple, [confirm, ['withdraw', 'withdrawn', '2026-05-01']], fits).map(([m]) => m)).toEqual([
    'applied',
    'confirmed',
  ])
  const attended = worth(
    weddingCouple,
    [confirm, ['attend', 'attended', '2026-05-20'], ['erase', 'erased', '2026-06-01']],
    fits,
  )
  expect(attended).toEqual([
    ['applied', day, 1],
    ['confirmed', '2026-04-01', 1],
    ['attended', '2026-05-20', 1],
  ])
})

test('a member counts from the review until she leaves or is banned; leaving and banning forget', () => {
  const her = { person: 'p' }
  const passed = ['review', 'active', '2026-03-05'] as const
  expect(worth(singleProfile, [passed, ['leave', 'left', '2026-04-01']], her)).toEqual([
    ['members', '2026-03-05', 1],
    ['members', '2026-04-01', -1],
  ])
  expect(worth(singleProfile, [['leave', 'left', day]], her)).toEqual([])
  expect(
    worth(singleProfile, [passed, ['suspend', 'suspended', '2026-04-01'], ['ban', 'banned', '2026-04-03']], her),
  ).toEqual([
    ['members', '2026-03-05', 1],
    ['members', '2026-04-03', -1],
    ['banned', '2026-04-03', 1],
  ])
  expect(singleProfile.forgetsIn).toEqual(['left', 'banned'])
  expect(() => step(singleProfile, 'ban', 'suspended', {}, { more: { took: ['suspend'] } })).toThrow('second-person')
  const claimed = (state: string) =>
    singleProfile.claims?.(factsOf(historyOf(singleProfile, day, [['x', state, day]]), her))
  expect(claimed('paused')).toEqual([{ person: 'p', key: 'matchmaking' }])
  expect(claimed('left')).toEqual([])
})

const both = ['p', 'q'].map((person) => ({ person, role: 'one' }))
const fits = { certificateSeen: true, noWedding: true, pledged: true, two: both, weddingOn: day }
const money = { payee: 'p', amount: 500_00, fund: 'f', unrelated: true }
const booked = (steps: Steps) => {
  const sums: Record<string, number> = {}
  for (const { account, fen } of clothingSubsidy.postings?.(
    factsOf(historyOf(clothingSubsidy, day, steps), { ...fits, ...money }),
  ) ?? [])
    sums[account] = (sums[account] ?? 0) + fen
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0))
}

test('a couple that came opens a clothing subsidy: 500 yuan to one of the two, by two hands (L058, R-MAT-04, R-FUND-03)', () => {
  const facts = factsOf([], {
    certificate: '1234',
    weddingOn: day,
    two: both,
    noWedding: true,
    noPrice: true,
    noFeast: true,
  })
  expect(weddingCouple.actions.attend?.starts?.(facts)).toEqual([{ programme: 'clothing-subsidy', answers: fits }])
  const prepare = (more: object) => step(clothingSubsidy, 'prepare', 'open', { ...fits, ...money, ...more })
  expect(prepare({})).toBe('prepared')
  for (const wrong of [
    { amount: 499_99 },
    { payee: 'x' },
    { pledged: false },
    { noWedding: false },
    { certificateSeen: false },
  ])
    expect(() => prepare(wrong)).toThrow('needs-unmet')
  const approve = (more: Parameters<typeof postOf>[1], answers = {}) =>
    step(clothingSubsidy, 'approve', 'prepared', { ...fits, ...money, ...answers }, { more })
  expect(approve({})).toBe('approved')
  for (const took of ['create', 'prepare']) expect(() => approve({ took: [took] })).toThrow('second-person')
  expect(() => approve({ level: 'township' })).toThrow('not-allowed')
  expect(() => approve({}, { unrelated: false })).toThrow('needs-unmet')
})

test('the subsidy counts when paid, not when approved; returned and paid again it is one couple and 500 yuan', () => {
  const approved = [
    ['prepare', 'prepared', '2026-03-03'],
    ['approve', 'approved', '2026-03-04'],
  ] as const
  const paid = [...approved, ['pay', 'paid', '2026-03-10']] as const
  const bounced = [...paid, ['bounce', 'bank-returned', '2026-03-12']] as const
  const again = [...bounced, ['correct', 'approved', '2026-03-13'], ['pay', 'paid', '2026-03-16']] as const
  expect(worth(clothingSubsidy, approved, { ...fits, ...money })).toEqual([])
  expect(worth(clothingSubsidy, paid, { ...fits, ...money })).toEqual([
    ['couples', '2026-03-10', 1],
    ['paid', '2026-03-10', 500_00],
  ])
  expect(worth(clothingSubsidy, bounced, { ...fits, ...money }).map(([m, , value]) => [m, value])).toEqual([
    ['paid', 500_00],
    ['paid', -500_00],
  ])
  expect(worth(clothingSubsidy, again, { ...fits, ...money }).filter(([m]) => m === 'couples')).toEqual([
    ['couples', '2026-03-16', 1],
  ])
  const once = { allocated: 500_00, allocations: -500_00, paid: 500_00, cash: -500_00 }
  expect(booked(paid)).toEqual(once)
  expect(booked(again)).toEqual({ ...once, paid: 2 * 500_00, returned: -500_00 })
  expect(booked([...approved, ['decline', 'declined', '2026-03-05']])).toEqual({})
  const claimed = (steps: Steps) => clothingSubsidy.claims?.(factsOf(historyOf(clothingSubsidy, day, steps), fits))
  expect(claimed(approved)).toEqual(['p', 'q'].map((person) => ({ person, key: 'clothing-subsidy' })))
  expect([claimed([]), claimed([['refuse', 'refused', day]])]).toEqual([[], []])
})

test('to the national platform only by a consent of its own; what is there is asked back when it ends (L055, R-MAT-06)', () => {
  const yes = { portAgreed: true, portShares: ['born'], name: '晨风' }
  const at = (steps: NonNullable<Steps>, action: string, answers: object = yes) =>
    takeStep(
      singleProfile,
      action,
      factsOf(historyOf(singleProfile, day, [['review', 'active', day], ...steps]), { ...answers }),
      postOf('family'),
      '原因',
    )
  const did = (action: string, answers = {}) => [action, 'active', '2026-03-04', answers] as const
  expect(at([], 'agreePort')).toBe('active')
  for (const no of [{ portAgreed: false, portShares: ['born'] }, { portAgreed: true, portShares: [] }, {}])
    expect(() => at([], 'agreePort', no)).toThrow('needs-unmet')
  for (const early of ['handOver', 'portTaken', 'withdrawPort']) expect(() => at([], early)).toThrow('needs-unmet')
  expect(at([did('agreePort')], 'handOver')).toBe('active')
  expect(() => at([did('agreePort'), did('withdrawPort')], 'handOver')).toThrow('needs-unmet')
  expect(() => at([did('agreePort'), did('handOver')], 'handOver')).toThrow('needs-unmet')
  expect(at([did('agreePort'), did('handOver'), did('portRefused')], 'agreePort')).toBe('active')
  const started = (action: 'withdrawPort' | 'leave' | 'ban', ...steps: ReturnType<typeof did>[]) =>
    singleProfile.actions[action]?.starts?.(
      factsOf(
        historyOf(singleProfile, day, [...steps, [action, action === 'leave' ? 'left' : 'banned', '2026-04-01']]),
        yes,
      ),
    )
  const sent = [did('agreePort'), did('handOver')]
  const asked = { openedOn: '2026-04-01', handedOn: '2026-03-04', shown: '晨风' }
  expect(started('leave', ...sent)).toEqual([{ programme: 'profile-takedown', answers: { why: 'left', ...asked } }])
  expect(started('withdrawPort', ...sent, did('portTaken', { reference: 'R1' }))).toEqual([
    { programme: 'profile-takedown', answers: { why: 'withdrawn', ...asked, reference: 'R1' } },
  ])
  // Nothing lies there: never sent, refused, or withdrawn before.
  for (const steps of [[did('agreePort')], [...sent, did('portRefused')], [...sent, did('withdrawPort')]])
    expect(started('leave', ...steps)).toEqual([])
  expect(worth(singleProfile, [...sent, did('portTaken')]).map(([m]) => m)).toEqual(['handed', 'taken'])
  const open = historyOf(profileTakedown, day, [['ask', 'asked', '2026-03-04']])
  expect(clocksOf(profileTakedown.clocks, open).map(({ clock, dueOn }) => [clock, dueOn])).toEqual([
    ['ask', '2026-03-05'],
    ['gone', '2026-03-19'],
  ])
  expect(
    worth(profileTakedown, [
      ['ask', 'asked', '2026-03-04'],
      ['confirm', 'gone', '2026-03-09'],
    ]),
  ).toEqual([
    ['opened', day, 1],
    ['gone', '2026-03-09', 1],
  ])
  expect(profileTakedown.forgetsIn).toEqual(['gone'])
})

test('random walks', { timeout: 240_000 }, () => {
  expect([...walk({ programme: couple, everyHand: true })]).toEqual(
    expect.arrayContaining(['married', 'frozen', 'erased']),
  )
  expect([...walk({ programme: matchReport, everyHand: true })]).toContain('reported')
  expect([...walk({ programme: groupWedding, everyHand: true })]).toContain('cancelled')
  expect([...walk({ programme: weddingCouple, everyHand: true })]).toContain('withdrawn')
  expect([...walk({ programme: singleProfile, everyHand: true })]).toContain('left')
  expect([...walk({ programme: profileTakedown, everyHand: true })].sort()).toEqual(['asked', 'gone', 'open'])
  expect([...walk({ programme: clothingSubsidy, everyHand: true })]).toEqual(
    expect.arrayContaining(['declined', 'refused']),
  )
  // No walk hits upon 500 yuan for one of the two: past its checks it goes all the way, and its books always balance.
  const checks = Object.entries(clothingSubsidy.checks).map(([id, check]) => [id, { ...check, met: () => true }])
  const reached = walk({
    programme: { ...clothingSubsidy, checks: Object.fromEntries(checks) },
    everyHand: true,
    always: (facts) => {
      const lines = clothingSubsidy.postings?.(facts) ?? []
      expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(0)
      if (facts.state === 'refused') expect(lines).toEqual([])
    },
  })
  expect([...reached]).toEqual(expect.arrayContaining(['paid', 'bank-returned', 'received']))
  expect([...walk({ programme: matchEvent, everyHand: true })]).toContain('cancelled')
})
