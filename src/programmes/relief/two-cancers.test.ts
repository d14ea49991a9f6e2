import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { heldOf, movesOf } from '../../core/grant-money.ts'
import { abilitiesOf, countsOf, type Standing, takeStep } from '../../core/procedure.ts'
import type { Facts } from '../../core/programme.ts'
import { lookups } from './two-cancers/forms.ts'
import { twoCancers } from './two-cancers.ts'

const day = '2026-03-02'
const sum = 1_000_000
const answers = {
  source: 'village',
  person: 'w1',
  disease: 'cervical',
  stage: 'IIB',
  diagnosedOn: '2026-02-01',
  statusDate: '2026-03-31',
  earlier: false,
  truth: true,
  woman: true,
  consentCollect: true,
  consentLookup: true,
  consentNotice: false,
  consentPayment: true,
  inTownship: true,
  readable: true,
  unrelated: true,
  fund: 'f',
  standard: sum,
  amount: sum,
  account: '6200000000000000',
  noticeTo: '2026-05-10',
}
const full: Parameters<typeof historyOf>[2] = [
  ['submit', 'submitted', '2026-03-03'],
  ['checkTownship', 'township-checked', '2026-03-05'],
  ...Object.keys(lookups).map(
    (which) => ['lookup', 'township-checked', '2026-03-10', { which, result: 'agrees' }] as const,
  ),
  ['verify', 'verified', '2026-03-12'],
  ['approve', 'banner-approved', '2026-04-10'],
  ['publish', 'noticed', '2026-05-03'],
  ['noticeEnds', 'noticed', '2026-05-11'],
  ['reportUp', 'league-reported', '2026-05-12'],
  ['allot', 'funded', '2026-06-01'],
  ['pay', 'paid', '2026-06-20'],
]
const upTo = (action: string) => full.slice(0, full.findLastIndex(([name]) => name === action) + 1)
const at = (steps: Parameters<typeof historyOf>[2], more: object = {}, facts: Partial<Facts> = {}) =>
  factsOf(historyOf(twoCancers, day, steps), { ...answers, ...more }, { person: 'w1', ...facts })
const unmet = (facts: Facts, action: string, who: Standing) =>
  abilitiesOf(twoCancers, facts, who)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)
const village = postOf('chair', { level: 'village' })
const above = (level: Standing['level'], role: Standing['role'] = 'rights', more: Partial<Standing> = {}) =>
  postOf(role, { level, own: false, above: true, handler: false, ...more })

test('the village sends it in when all is asked; she may refuse the public list and nothing else (R-CAN-07)', () => {
  expect(unmet(at([]), 'submit', village)).toEqual([])
  expect(unmet(at([], { consentNotice: undefined }), 'submit', village)).toEqual(['consents'])
  expect(unmet(at([], { consentLookup: false }), 'submit', village)).toEqual(['consents'])
  expect(unmet(at([], { earlier: true, truth: false }), 'submit', village)).toEqual(['truthful', 'onceInLife'])
  expect(unmet(at([], { source: 'agent' }), 'submit', village)).toEqual(['agentKnown'])
  expect(unmet(at([], { cost: 100, reimbursed: 101 }), 'submit', village)).toEqual(['costsFit'])
  expect(unmet(at([]), 'submit', postOf('chair', { level: 'banner' }))).toBeUndefined()
})

test('each level takes its own steps only, and nobody checks what she sent in', () => {
  const submitted = at(upTo('submit'))
  expect(unmet(submitted, 'checkTownship', above('township'))).toEqual([])
  expect(unmet(submitted, 'checkTownship', above('banner'))).toBeUndefined()
  expect(unmet(submitted, 'checkTownship', above('township', 'rights', { lastHand: true }))).toBeUndefined()
  expect(unmet(at(upTo('reportUp')), 'allot', above('banner', 'finance'))).toBeUndefined()
  expect(unmet(at(upTo('reportUp')), 'allot', above('league', 'finance'))).toEqual([])
  const verified = at(upTo('verify'))
  for (const took of ['create', 'submit', 'checkTownship', 'verify'])
    expect(() => takeStep(twoCancers, 'approve', verified, above('banner', 'rights', { took: [took] }), '')).toThrow(
      'second-person',
    )
  expect(takeStep(twoCancers, 'approve', verified, above('banner'), '')).toBe('banner-approved')
  expect(unmet(at(upTo('verify'), { unrelated: false }), 'approve', above('banner'))).toEqual(['nobodyRelated'])
})

test('verified when the last word on all four lookups agrees, the stage is IIB or more, in time, and she is a woman', () => {
  const looked = upTo('lookup')
  const banner = above('banner')
  expect(unmet(at(looked), 'verify', banner)).toEqual([])
  expect(unmet(at(looked.slice(0, -1)), 'verify', banner)).toEqual(['fourLookups'])
  const differs = ['lookup', 'township-checked', '2026-03-11', { which: 'income', result: 'differs' }] as const
  expect(unmet(at([...looked, differs]), 'verify', banner)).toEqual(['fourLookups'])
  expect(unmet(at(looked, { stage: 'below' }), 'verify', banner)).toEqual(['stageFits'])
  expect(unmet(at(looked, { disease: 'breast', stage: undefined }), 'verify', banner)).toEqual([])
  expect(unmet(at(looked, { diagnosedOn: '2026-03-31' }), 'verify', banner)).toEqual([])
  expect(unmet(at(looked, { diagnosedOn: '2026-04-01' }), 'verify', banner)).toEqual(['diagnosedInTime'])
  expect(unmet(at(looked, { woman: false }), 'verify', banner)).toEqual(['isWoman'])
})

test('a stage is chosen, never typed', () => {
  const { stage } = twoCancers.fields
  expect(stage?.schema.safeParse('2b').success).toBe(false)
  expect(stage?.schema.safeParse('IIB').success).toBe(true)
})

test('an objection is judged by somebody who had no part in it', () => {
  const objected = at([...upTo('publish'), ['object', 'objected', '2026-05-06']])
  expect(() => takeStep(twoCancers, 'overrule', objected, above('banner', 'rights', { took: ['verify'] }), '')).toThrow(
    'second-person',
  )
  expect(takeStep(twoCancers, 'overrule', objected, above('banner'), '')).toBe('noticed')
  expect(takeStep(twoCancers, 'uphold', objected, above('banner'), '核实不符')).toBe('rejected')
})

test('nothing goes up before the notice is over, and its end is the day in the form (D17)', () => {
  const noticed = upTo('publish')
  const on = (today: string) => unmet(at(noticed, {}, { today }), 'reportUp', above('banner'))
  expect(on('2026-05-10')).toEqual(['noticeOver'])
  expect(on('2026-05-11')).toEqual([])
  const runs = (steps: typeof full, form: object) =>
    clocksOf(twoCancers.clocks, historyOf(twoCancers, day, steps), { ...answers, ...form })
  expect(runs(noticed, {}).find((r) => r.clock === 'notice')).toMatchObject({ dueOn: '2026-05-10' })
  expect(runs(noticed, { noticeTo: undefined }).find((r) => r.clock === 'notice')).toMatchObject({
    dueOn: '2026-05-10',
  })
  expect(runs(upTo('noticeEnds'), {}).find((r) => r.clock === 'report')).toMatchObject({ dueOn: '2026-05-13' })
})

test('deadlines: three and ten working days, thirty days to pay, fifteen to ask her', () => {
  const runs = clocksOf(twoCancers.clocks, historyOf(twoCancers, day, full), answers)
  const due = (clock: string) => runs.find((r) => r.clock === clock)?.dueOn
  expect(due('township')).toBe('2026-03-06')
  expect(due('banner')).toBe('2026-03-19')
  expect(due('payment')).toBe('2026-07-01')
  expect(due('feedback')).toBe('2026-07-05')
  for (const clock of Object.values(twoCancers.clocks)) expect(clock.legal).toBe(false)
})

test('she holds her one relief from the day it is sent in until it comes to nothing', () => {
  const held = (steps: typeof full) => twoCancers.claims?.(at(steps))
  expect(held([])).toEqual([])
  for (const step of ['submit', 'verify', 'reportUp', 'pay']) expect(held(upTo(step))).toHaveLength(1)
  expect(held([...upTo('submit'), ['giveBack', 'returned', '2026-03-04']])).toEqual([
    { person: 'w1', key: 'two-cancers' },
  ])
  expect(held([...upTo('submit'), ['reject', 'rejected', '2026-03-04']])).toEqual([])
  expect(held([...upTo('verify'), ['cancel', 'cancelled', '2026-03-14']])).toEqual([])
  expect(held([...full, ['recover', 'recovered', '2026-08-01', { backFen: sum }]])).toEqual([])
})

const worth = (facts: Facts) =>
  countsOf(twoCancers, facts).map((c) => [c.measure.slice('two-cancers.'.length), c.on, c.value])
const booked = (facts: Facts) => {
  const sums: Record<string, number> = {}
  for (const { account, fen } of twoCancers.postings?.(facts) ?? []) sums[account] = (sums[account] ?? 0) + fen
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0))
}

test('she is counted when she asks, qualifies and is paid; a payment beside the standard says so (F041, F042, C09)', () => {
  expect(worth(at([]))).toEqual([])
  expect(worth(at(upTo('submit')))).toEqual([['applied', '2026-03-03', 1]])
  expect(worth(at(upTo('allot')))).toEqual([
    ['applied', '2026-03-03', 1],
    ['verified', '2026-03-12', 1],
  ])
  const paid = [
    ['granted', '2026-06-20', 1],
    ['women', '2026-06-20', 1],
    ['paid', '2026-06-20', sum],
    ['standard', '2026-06-20', sum],
  ]
  expect(worth(at(full)).slice(2)).toEqual(paid)
  const part = [...full, ['repay', 'paid', '2026-07-01', { backFen: 500_000 }] as const]
  expect(worth(at(part)).slice(2)).toEqual([
    ['granted', '2026-06-20', 1],
    ['women', '2026-06-20', 1],
    ['paid', '2026-06-20', sum],
    ['paid', '2026-07-01', -500_000],
    ['standard', '2026-06-20', sum],
    ['differs', '2026-06-20', 1],
  ])
  expect(worth(at(full, { amount: 1_200_000 })).at(-1)).toEqual(['differs', '2026-06-20', 1])
  const taken = [...full, ['recover', 'recovered', '2026-08-01', { backFen: sum }] as const]
  expect(worth(at(taken))).toEqual([
    ['applied', '2026-03-03', 1],
    ['paid', '2026-06-20', sum],
    ['paid', '2026-08-01', -sum],
  ])
  expect(worth(at([...upTo('submit'), ['reject', 'rejected', '2026-03-04']]))).toEqual([
    ['applied', '2026-03-03', 1],
    ['rejected', '2026-03-04', 1],
  ])
})

test('money is set aside, paid, taken back; what failed at the bank never left', () => {
  expect(booked(at(upTo('reportUp')))).toEqual({})
  const aside = { allocated: sum, allocations: -sum }
  expect(booked(at(upTo('allot')))).toEqual(aside)
  expect(booked(at(full))).toEqual({ ...aside, paid: sum, cash: -sum })
  expect(booked(at([...upTo('allot'), ['bounce', 'bank-returned', '2026-06-22']]))).toEqual(aside)
  const bounced: typeof full = [...full, ['bounce', 'bank-returned', '2026-06-22']]
  expect(booked(at(bounced))).toEqual({ ...aside, paid: sum, returned: -sum })
  const again: typeof full = [...bounced, ['correct', 'funded', '2026-06-23'], ['pay', 'paid', '2026-06-30']]
  expect(booked(at(again))).toEqual({ ...aside, paid: 2 * sum, returned: -sum, cash: -sum })
  expect(worth(at(again)).filter(([m]) => m === 'women')).toEqual([['women', '2026-06-30', 1]])
  expect(booked(at([...bounced, ['cancel', 'cancelled', '2026-07-01']]))).toEqual({ paid: sum, returned: -sum })
  // More than was paid never comes back.
  expect(
    movesOf(historyOf(twoCancers, day, [...full, ['repay', 'paid', '2026-07-01', { backFen: 9 * sum }]]), sum),
  ).toEqual([
    { on: '2026-06-20', fen: sum },
    { on: '2026-07-01', fen: -sum },
  ])
})

test('random walks: nobody is paid twice, and the books agree with what she holds', { timeout: 60_000 }, () => {
  const reached = walk({
    programme: twoCancers,
    everyHand: true,
    runs: 80,
    always: (facts) => {
      const amount = Number(facts.answers.amount ?? 0)
      const held = heldOf(facts.history, amount)
      expect(held >= 0 && held <= amount).toBe(true)
      const lines = twoCancers.postings?.(facts) ?? []
      expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(0)
      const cash = lines.filter((line) => line.account === 'cash').reduce((sum, line) => sum + line.fen, 0)
      expect(cash + held).toBe(0)
      if (facts.state === 'draft' || facts.state === 'submitted') expect(lines).toEqual([])
    },
  })
  for (const state of ['submitted', 'township-checked', 'cancelled']) expect(reached).toContain(state)
})
