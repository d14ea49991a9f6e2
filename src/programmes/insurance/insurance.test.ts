import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { insuranceBatch } from './insurance-batch.ts'
import { insuranceClaim } from './insurance-claim.ts'
import { insured } from './insured.ts'

type Steps = Parameters<typeof historyOf>[2]
const at = (programme: Programme, steps: Steps, answers: object, more: Partial<Facts> = {}) =>
  factsOf(historyOf(programme, firstDay, steps), { ...answers }, more)
const worth = (programme: Programme, facts: Facts) =>
  countsOf(programme, facts).map((c) => [c.measure.slice(programme.id.length + 1), c.on, c.value, c.grade])
const booked = (facts: Facts) => {
  const sums: Record<string, number> = {}
  for (const { account, fen } of insuranceBatch.postings?.(facts) ?? []) sums[account] = (sums[account] ?? 0) + fen
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0))
}
const unmet = (programme: Programme, facts: Facts, action: string, who = postOf('chair')) =>
  abilitiesOf(programme, facts, who)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)
const due = (programme: Programme, steps: Steps, clock: string, answers = {}) =>
  clocksOf(programme.clocks, historyOf(programme, firstDay, steps), answers).find((run) => run.clock === clock)?.dueOn

// 310 women at 54 yuan and 25,000 yuan each: what F043 and F044 say of one woman.
const batch = {
  payer: 'fund',
  premiumEach: 54_00,
  sumEach: 25_000_00,
  persons: 310,
  premium: 16_740_00,
  coverFrom: '2026-04-01',
  coverTo: '2027-03-31',
  fund: 'f',
  account: '6200000000000000',
}
const checked = [
  ['collect', 'listed', '2026-03-03'],
  ['check', 'checked', '2026-03-10'],
] as const
const paid = [...checked, ['approve', 'due', '2026-03-12'], ['pay', 'paid', '2026-03-20']] as const
const inForce = [...paid, ['insure', 'insured', '2026-03-25']] as const

test('the premium of a batch is persons times premium, or it says why not; another approves it', () => {
  const listed = (more: object) => at(insuranceBatch, checked.slice(0, 1), { ...batch, ...more })
  expect(unmet(insuranceBatch, listed({}), 'check')).toEqual([])
  expect(unmet(insuranceBatch, listed({ premium: 16_740_01 }), 'check')).toEqual(['sumFits'])
  expect(unmet(insuranceBatch, listed({ premium: 16_000_00, differs: '保险公司让利' }), 'check')).toEqual([])
  const ready = (more: object) => at(insuranceBatch, checked, { ...batch, ...more })
  expect(takeStep(insuranceBatch, 'approve', ready({}), postOf('finance'), undefined)).toBe('due')
  expect(() =>
    takeStep(insuranceBatch, 'approve', ready({}), postOf('finance', { lastHand: true }), undefined),
  ).toThrow('second-person')
  expect(() =>
    takeStep(insuranceBatch, 'approve', ready({}), postOf('finance', { level: 'township' }), undefined),
  ).toThrow('not-allowed')
  expect(unmet(insuranceBatch, ready({ account: undefined }), 'approve')).toEqual(['payable'])
  expect(unmet(insuranceBatch, ready({ payer: 'donor' }), 'approve')).toEqual(['ours'])
  // What others pay is in force without money of ours; what we pay is in force when it was paid.
  expect(unmet(insuranceBatch, ready({ payer: 'donor' }), 'insure')).toEqual([])
  expect(unmet(insuranceBatch, ready({}), 'insure')).toEqual(['settled'])
  expect(unmet(insuranceBatch, at(insuranceBatch, paid, batch), 'insure')).toEqual([])
  expect(unmet(insuranceBatch, at(insuranceBatch, paid, { ...batch, coverTo: '2026-04-01' }), 'insure')).toEqual([
    'term',
  ])
})

test('a premium is paid out and no relief; the sum insured is nowhere in the books (C10)', () => {
  const aside = { allocated: 16_740_00, allocations: -16_740_00 }
  expect(booked(at(insuranceBatch, checked, batch))).toEqual({})
  expect(booked(at(insuranceBatch, paid.slice(0, 3), batch))).toEqual(aside)
  expect(booked(at(insuranceBatch, inForce, batch))).toEqual({ ...aside, premium: 16_740_00, cash: -16_740_00 })
  expect(booked(at(insuranceBatch, [...paid.slice(0, 3), ['cancel', 'cancelled', '2026-03-13']], batch))).toEqual({})
  expect(worth(insuranceBatch, at(insuranceBatch, inForce, batch))).toEqual([
    ['premium', '2026-03-20', 16_740_00, 'A'],
    ['batches', '2026-03-25', 1, 'A'],
  ])
  expect(
    worth(insuranceBatch, at(insuranceBatch, [...checked, inForce[4]], { ...batch, payer: 'government' })),
  ).toEqual([
    ['premiumByOthers', '2026-03-25', 16_740_00, 'B'],
    ['batches', '2026-03-25', 1, 'A'],
  ])
  const surrendered = [...inForce, ['surrender', 'surrendered', '2026-05-01', { refund: 99_999_99_00 }] as const]
  expect(booked(at(insuranceBatch, surrendered, batch))).toEqual({
    ...aside,
    premium: 16_740_00,
    returned: -16_740_00,
  })
})

test('a premium the bank sends back takes the cover with it until it is paid again', () => {
  const back = [...inForce, ['bounce', 'returned', '2026-03-27']] as const
  const moved = [
    ['premium', '2026-03-20', 16_740_00, 'A'],
    ['premium', '2026-03-27', -16_740_00, 'A'],
  ]
  expect(worth(insuranceBatch, at(insuranceBatch, back, batch))).toEqual(moved)
  expect(worth(insuranceBatch, at(insuranceBatch, [...back, ['cancel', 'cancelled', '2026-03-28']], batch))).toEqual(
    moved,
  )
  const again: Steps = [...back, ['correct', 'due', '2026-03-28'], ['pay', 'paid', '2026-03-30']]
  expect(worth(insuranceBatch, at(insuranceBatch, again, batch)).at(-1)).toEqual([
    'premium',
    '2026-03-30',
    16_740_00,
    'A',
  ])
  expect(
    worth(insuranceBatch, at(insuranceBatch, [...again, ['insure', 'insured', '2026-04-01']], batch)).at(-1),
  ).toEqual(['batches', '2026-04-01', 1, 'A'])
})

test('ten working days to check, fifteen to tell them, and over on the day in the policy', () => {
  expect(due(insuranceBatch, checked.slice(0, 1), 'check')).toBe('2026-03-17')
  expect(due(insuranceBatch, inForce, 'tell')).toBe('2026-04-16')
  expect(due(insuranceBatch, inForce, 'cover', batch)).toBe('2027-03-31')
  expect(insuranceBatch.clocks.cover?.expires).toBe('expire')
  expect(
    takeStep(insuranceBatch, 'expire', at(insuranceBatch, inForce, batch), postOf('chair', { house: true }), ''),
  ).toBe('expired')
  expect(due(insured, [['insure', 'insured', '2026-03-25']], 'tell')).toBe('2026-04-16')
})

const woman = {
  person: 'w1',
  batch: 'b1',
  consent: true,
  source: '民政局',
  sumInsured: 25_000_00,
  premium: 54_00,
  coverFrom: '2026-04-01',
  coverTo: '2027-03-31',
}
const insuredNow = [['insure', 'insured', '2026-03-25']] as const
const her = (steps: Steps, more: object = {}) => at(insured, steps, { ...woman, ...more }, { person: 'w1' })

test('she is insured when she agreed that the insurer gets her data, on its own question (R-INS-01)', () => {
  expect(unmet(insured, her([]), 'insure')).toEqual([])
  expect(unmet(insured, her([], { consent: false }), 'insure')).toEqual(['agreed'])
  expect(unmet(insured, her([], { sumInsured: 0 }), 'insure')).toEqual(['covered'])
  expect(unmet(insured, her([], { source: undefined }), 'insure')).toEqual(['verified'])
  expect(insured.claims?.(her([]))).toEqual([{ person: 'w1', key: 'insured-in-b1' }])
  expect(insured.claims?.(her([['withdraw', 'withdrawn', '2026-03-20']]))).toEqual([])
})

test('persons, sum insured and who is covered today are three measures; 800 million is a sum over persons (F043, F044)', () => {
  expect(worth(insured, her([]))).toEqual([])
  expect(worth(insured, her(insuredNow))).toEqual([
    ['persons', '2026-04-01', 1, 'A'],
    ['sumInsured', '2026-04-01', 25_000_00, 'A'],
    ['inForce', '2026-04-01', 1, 'A'],
    ['inForce', '2027-04-01', -1, 'A'],
  ])
  expect(worth(insured, her([...insuredNow, ['end', 'ended', '2026-09-01']])).at(-1)).toEqual([
    'inForce',
    '2026-09-01',
    -1,
    'A',
  ])
  // Ended on the first day or before it: she was never covered.
  for (const on of ['2026-03-30', '2026-04-01'])
    expect(worth(insured, her([...insuredNow, ['end', 'ended', on]]))).toEqual([])
  expect(worth(insured, her([...insuredNow, ['undo', 'listed', '2026-03-26']]))).toEqual([])
  expect(new Set(Object.values(insured.measures).map((m) => m.unit))).toEqual(new Set(['person', 'yuan']))
})

const claim = { paidFen: 8_000_00, paidOn: '2026-06-20', happenedOn: firstDay }
const handedIn: Steps = [
  ['gather', 'ready', '2026-03-05'],
  ['submit', 'submitted', '2026-03-09'],
]
const her2 = (steps: Steps, more: object = {}) => at(insuranceClaim, steps, { ...claim, ...more }, { person: 'w1' })

test('a claim is paid by the insurer to her; the insurer has thirty days and she hears within three', () => {
  expect(due(insuranceClaim, [], 'gather')).toBe('2026-03-16')
  expect(due(insuranceClaim, handedIn, 'answer')).toBe('2026-04-08')
  const refused: Steps = [...handedIn, ['refuse', 'refused', '2026-04-01']]
  expect(due(insuranceClaim, refused, 'tell')).toBe('2026-04-07')
  expect(insuranceClaim.postings).toBeUndefined()
  const papers = (list: string[]) => unmet(insuranceClaim, her2([], { papers: list }), 'gather')
  expect(papers(['identity'])).toEqual(['papers'])
  expect(papers(['diagnosis'])).toEqual(['papers'])
  expect(papers(['identity', 'invoices'])).toEqual([])
  expect(
    unmet(insuranceClaim, her2([], { papers: ['identity', 'invoices'], happenedOn: '2026-03-03' }), 'gather'),
  ).toEqual(['order'])
  expect(unmet(insuranceClaim, her2(handedIn, { paidFen: 0, paidOn: '2026-03-01' }), 'pay')).toEqual([
    'something',
    'afterReport',
  ])
})

test('reported, paid and refused claims count apart; a second try takes the refusal back', () => {
  const settled: Steps = [...handedIn, ['pay', 'paid', '2026-06-21'], ['close', 'closed', '2026-06-22']]
  const asPaid = [
    ['claims', firstDay, 1, 'A'],
    ['paidClaims', '2026-06-20', 1, 'A'],
    ['paid', '2026-06-20', 8_000_00, 'A'],
    ['women', '2026-06-20', 1, 'A'],
  ]
  expect(worth(insuranceClaim, her2(handedIn))).toEqual(asPaid.slice(0, 1))
  expect(worth(insuranceClaim, her2(settled))).toEqual(asPaid)
  const refused: Steps = [...handedIn, ['refuse', 'refused', '2026-04-01']]
  const asRefused = [asPaid[0], ['refused', '2026-04-01', 1, 'A']]
  expect(worth(insuranceClaim, her2(refused))).toEqual(asRefused)
  expect(worth(insuranceClaim, her2([...refused, ['close', 'closed', '2026-04-03']]))).toEqual(asRefused)
  const again: Steps = [...refused, ['again', 'reported', '2026-04-05']]
  expect(worth(insuranceClaim, her2(again))).toEqual(asPaid.slice(0, 1))
  expect(worth(insuranceClaim, her2([...again, ['withdraw', 'withdrawn', '2026-04-06']]))).toEqual([])
})

test('random walks: a premium leaves once and never more comes back than left', { timeout: 60_000 }, () => {
  const reached = walk({
    programme: insuranceBatch,
    everyHand: true,
    always: (facts) => {
      const lines = insuranceBatch.postings?.(facts) ?? []
      expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(0)
      const cash = lines.filter((line) => line.account === 'cash').reduce((sum, line) => sum + line.fen, 0)
      expect(cash <= 0 && -cash <= Number(facts.answers.premium ?? 0)).toBe(true)
      if (facts.state === 'cancelled') expect(cash === 0).toBe(true)
    },
  })
  for (const state of ['listed', 'checked', 'insured', 'notified', 'cancelled']) expect(reached).toContain(state)
  for (const state of ['insured', 'declined', 'withdrawn', 'ended'])
    expect(walk({ programme: insured })).toContain(state)
  const claims = walk({ programme: insuranceClaim, runs: 120 })
  for (const state of ['submitted', 'paid', 'withdrawn']) expect(claims).toContain(state)
})
