import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { donation } from './donation.ts'
import { giftBatch } from './gift-batch.ts'
import { giftIssue } from './gift-issue.ts'

const at = (
  programme: Programme,
  steps: Parameters<typeof historyOf>[2],
  answers: object,
  facts: Partial<Facts> = {},
) => factsOf(historyOf(programme, firstDay, steps), { ...answers }, facts)
const booked = (programme: Programme, facts: Facts) => {
  const sums: Record<string, number> = {}
  for (const { account, fen } of programme.postings?.(facts) ?? []) sums[account] = (sums[account] ?? 0) + fen
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0))
}
const worth = (programme: Programme, facts: Facts) =>
  countsOf(programme, facts).map((c) => [c.measure.slice(programme.id.length + 1), c.on, c.value, c.grade])

const cash = { type: 'cash', amount: 500_000, received: 400_000, fund: 'f', anonymous: true }
const came = ['receive', 'received', '2026-03-10'] as const

test('a promise is no money: only what came is raised, and the rest of the promise is given up (F040)', () => {
  expect(booked(donation, at(donation, [], cash))).toEqual({ pledged: 500_000, pledges: -500_000 })
  expect(worth(donation, at(donation, [], cash))).toEqual([['pledged', firstDay, 500_000, 'A']])
  expect(booked(donation, at(donation, [came], cash))).toEqual({ cash: 400_000, income: -400_000 })
  expect(worth(donation, at(donation, [came], cash)).slice(1)).toEqual([
    ['raised', '2026-03-10', 400_000, 'A'],
    ['cash', '2026-03-10', 400_000, 'A'],
  ])
  const cancelled = at(donation, [['cancel', 'cancelled', '2026-03-10']], { ...cash, received: undefined })
  expect(booked(donation, cancelled)).toEqual({})
  expect(worth(donation, cancelled)).toEqual([])
  const undone = at(donation, [came, ['undo', 'pledged', '2026-03-11']], cash)
  expect(booked(donation, undone)).toEqual({ pledged: 500_000, pledges: -500_000 })
})

test('what is given to a project counts as raised, and of it for projects; a plan is no part of it (C24)', () => {
  const given = { ...cash, project: 'p' }
  expect(worth(donation, at(donation, [came], given)).slice(1)).toEqual([
    ['raised', '2026-03-10', 400_000, 'A'],
    ['cash', '2026-03-10', 400_000, 'A'],
    ['forProjects', '2026-03-10', 400_000, 'A'],
  ])
  expect(worth(donation, at(donation, [], given))).toEqual([['pledged', firstDay, 500_000, 'A']])
})

test('goods stand apart, at fair value, graded by how it was found, and are listed item by item (R-FUND-04, R-FUND-08)', () => {
  const goods = {
    ...cash,
    type: 'goods',
    received: 300_000,
    goods: [{ quantity: 30, unitValue: 10_000 }],
    valuation: 'invoice',
  }
  expect(booked(donation, at(donation, [came], goods))).toEqual({ goods: 300_000, 'income-goods': -300_000 })
  expect(worth(donation, at(donation, [came], goods)).slice(1)).toEqual([
    ['raised', '2026-03-10', 300_000, 'B'],
    ['goods', '2026-03-10', 300_000, 'B'],
  ])
  expect(worth(donation, at(donation, [came], { ...goods, valuation: 'estimate' }))[1]?.[3]).toBe('C')
  const receive = (answers: object) =>
    takeStep(donation, 'receive', at(donation, [], answers), postOf('finance'), undefined)
  expect(receive(goods)).toBe('received')
  expect(() => receive({ ...goods, received: 300_001 })).toThrow('needs-unmet')
  expect(() => receive({ ...goods, valuation: undefined })).toThrow('needs-unmet')
  expect(() => receive({ ...cash, anonymous: false })).toThrow('needs-unmet')
  expect(receive({ ...cash, anonymous: false, donor: '某公司' })).toBe('received')
})

test('a receipt within five working days, or waived; an anonymous donor is printed as such', () => {
  const issue = (answers: object) =>
    takeStep(donation, 'issueReceipt', at(donation, [came], { ...cash, ...answers }), postOf('finance'), undefined)
  expect(() => issue({})).toThrow('needs-unmet')
  expect(issue({ receiptWaived: true })).toBe('receipted')
  const runs = clocksOf(donation.clocks, historyOf(donation, firstDay, [came]), {})
  expect(runs.find((run) => run.clock === 'receipt')?.dueOn).toBe('2026-03-17')
  const page = (answers: object) =>
    JSON.stringify(
      donation.documents.receipt?.body({
        facts: at(donation, [came], { ...cash, ...answers }),
        recordNumber: 'JK-1',
        documentNumber: 'JKR-1',
        org: '东旗妇联',
        today: '2026-03-11',
        person: () => ({ name: '' }),
        children: [],
      }),
    )
  expect(page({ donor: '某公司' })).toContain('匿名')
  expect(page({ donor: '某公司' })).not.toContain('某公司')
  expect(page({ donor: '某公司', anonymous: false })).toContain('某公司')
})

test('a donated batch is booked with its donation, once; goods from above are booked here', () => {
  const batch = { fund: 'f', quantity: 10, unitValue: 500, counted: 10, valuation: 'market' }
  const stored = [['store', 'stored', '2026-03-05']] as const
  expect(booked(giftBatch, at(giftBatch, stored, { ...batch, origin: 'donated', donation: 'd' }))).toEqual({})
  expect(booked(giftBatch, at(giftBatch, stored, { ...batch, origin: 'above' }))).toEqual({
    goods: 5000,
    'income-goods': -5000,
  })
  expect(booked(giftBatch, at(giftBatch, [], { ...batch, origin: 'above' }))).toEqual({})
  const store = (answers: object, who = postOf('chair')) =>
    takeStep(giftBatch, 'store', at(giftBatch, [], { ...batch, origin: 'above', ...answers }), who, undefined)
  expect(store({})).toBe('stored')
  expect(() => store({ counted: 9 })).toThrow('needs-unmet')
  expect(() => store({ origin: 'donated' })).toThrow('needs-unmet')
  expect(() => store({}, postOf('chair', { lastHand: true }))).toThrow('second-person')
})

test('attendances and persons of a delivery are two numbers (F097); goods leave the books when they are delivered', () => {
  const goods = { batch: 'b', fund: 'f', quantity: 40, unitValue: 1000, signed: true }
  const people = {
    attendance: [
      { person: 'p1', minutes: null },
      { person: 'p2', minutes: null },
    ],
    heads: [
      { count: 30, grade: 'B' as const, evidence: 'sheet' },
      { count: 8, grade: 'C' as const, reason: '估计' },
    ],
  }
  const delivered = at(giftIssue, [['deliver', 'delivered', '2026-03-05']], goods, people)
  expect(booked(giftIssue, delivered)).toEqual({ 'goods-issued': 40_000, goods: -40_000 })
  expect(worth(giftIssue, delivered)).toEqual([
    ['deliveries', firstDay, 1, 'A'],
    ['helped', firstDay, 2, 'A'],
    ['helped', firstDay, 30, 'B'],
    ['helped', firstDay, 8, 'C'],
    ['people', firstDay, 1, 'A'],
    ['people', firstDay, 1, 'A'],
    ['value', firstDay, 40_000, 'B'],
  ])
  for (const steps of [
    [],
    [
      ['deliver', 'delivered', firstDay],
      ['giveBack', 'planned', firstDay],
    ],
  ] as const) {
    expect(booked(giftIssue, at(giftIssue, steps, goods, people))).toEqual({})
    expect(worth(giftIssue, at(giftIssue, steps, goods, people))).toEqual([])
  }
  const deliver = (answers: object, more: Partial<Facts>) =>
    takeStep(giftIssue, 'deliver', at(giftIssue, [], answers, more), postOf('chair'), undefined)
  expect(deliver(goods, people)).toBe('delivered')
  expect(deliver({}, people)).toBe('delivered')
  expect(() => deliver({ ...goods, signed: false }, people)).toThrow('needs-unmet')
  expect(() => deliver(goods, {})).toThrow('needs-unmet')
})

test('random walks: the books of every state sum to zero, and nothing is raised before it came', {
  timeout: 60_000,
}, () => {
  const balanced = (programme: Programme) => (facts: Facts) => {
    const lines = programme.postings?.(facts) ?? []
    expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(0)
    if (facts.state === 'cancelled') expect(Object.keys(booked(programme, facts))).toEqual([])
  }
  const given = walk({ programme: donation, everyHand: true, always: balanced(donation) })
  for (const state of ['pledged', 'received', 'cancelled']) expect(given).toContain(state)
  walk({ programme: giftBatch, everyHand: true, always: balanced(giftBatch) })
  walk({ programme: giftIssue, everyHand: true, always: balanced(giftIssue) })
})
