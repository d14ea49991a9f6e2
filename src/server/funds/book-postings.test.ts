import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { accountsOf, handOut, makeFund } from '../../../test/support/money.ts'
import type { Done, Facts } from '../../core/programme.ts'
import { asActor } from '../database/actor.ts'
import { loadDefinitions } from '../ledger/measures.ts'
import { bookPostings } from './book-postings.ts'

const house = await makeHouse()
let finance: Signed
let chair: Signed
let family: Signed
let fund: string

beforeAll(async () => {
  await loadDefinitions(house.appPool, [handOut])
  finance = await house.signIn('finance', orgs.banner)
  chair = await house.signIn('chair', orgs.banner)
  family = await house.signIn('family', orgs.township)
  fund = await makeFund(house, finance, chair, { fen: 100_000 })
})

const done = (action: string, on: string, from?: string): Done => ({ action, from, to: 'granted', on, answers: {} })
const facts = (from: string, fen: number, history: readonly Done[]): Facts => ({
  state: 'granted',
  on: '2026-02-01',
  answers: { fund: from, fen },
  history,
  reached: {},
  person: undefined,
  attendance: [],
  heads: [],
})

function booking(record: string, given: Facts, who = family, org: number = orgs.township) {
  return asActor(house.appPool, who.actor, (tx) =>
    bookPostings({ tx, actor: who.actor }, handOut, { id: record, org }, given, v7()),
  )
}

test('a payment is booked once, corrected by its difference, and taken back', async () => {
  const record = v7()
  const paid = facts(fund, 30_000, [done('paid', '2026-02-03')])
  expect(await booking(record, paid)).toEqual({ lines: 2, movedTo: null })
  expect(await booking(record, paid), 'the same again').toEqual({ lines: 0, movedTo: null })
  expect(await accountsOf(house, fund)).toEqual({ cash: 70_000, income: -100_000, paid: 30_000 })
  await booking(record, facts(fund, 25_000, [done('paid', '2026-02-03')]))
  expect(await accountsOf(house, fund)).toEqual({ cash: 75_000, income: -100_000, paid: 25_000 })
  const back = facts(fund, 25_000, [done('paid', '2026-02-03'), done('returned', '2026-02-09', 'paid')])
  expect((await booking(record, back)).lines).toBe(2)
  expect(await accountsOf(house, fund)).toEqual({ cash: 100_000, income: -100_000, paid: 25_000, returned: -25_000 })
})

test('what is not there cannot be spent, and nothing of the attempt stays', async () => {
  const before = await accountsOf(house, fund)
  await expect(booking(v7(), facts(fund, 100_001, [done('paid', '2026-02-03')]))).rejects.toMatchObject({
    code: 'fund-overdrawn',
    detail: { values: { fund: '试用资金' } },
  })
  expect(await accountsOf(house, fund)).toEqual(before)
})

test('a fund serves its own organisation and those beneath it, its services and its days', async () => {
  const step = [done('paid', '2026-02-03')]
  const away = await house.signIn('family', orgs.otherBanner)
  await expect(booking(v7(), facts(fund, 1, step), away, orgs.otherBanner)).rejects.toMatchObject({
    code: 'fund-not-usable',
  })
  const chairAbove = await house.signIn('chair', orgs.league)
  await expect(booking(v7(), facts(fund, 1, step), chairAbove, orgs.league), 'not upward').rejects.toMatchObject({
    code: 'fund-not-usable',
  })
  const other = await makeFund(house, finance, chair, { fen: 100, programmes: ['two-cancers'] })
  await expect(booking(v7(), facts(other, 1, step))).rejects.toMatchObject({ code: 'fund-not-usable' })
  const ended = await makeFund(house, finance, chair, { fen: 100, to: '2026-01-31' })
  await expect(booking(v7(), facts(ended, 1, step))).rejects.toMatchObject({ code: 'fund-closed' })
  await expect(booking(v7(), facts(v7(), 1, step)), 'no such fund').rejects.toMatchObject({ code: 'fund-not-usable' })
})

test('a closed month takes nothing: the line goes to the first open day', async () => {
  const own = await makeFund(house, finance, chair, { fen: 500 })
  const close = (month: number) =>
    asActor(house.appPool, finance.actor, (tx) =>
      tx.change(
        sql`INSERT INTO fund_periods (area, org, month, state, asked_by) VALUES (1529, ${orgs.banner}, ${month}, 'asked', ${finance.actor.account})`,
      ),
    ).then(() =>
      asActor(house.appPool, chair.actor, (tx) =>
        tx.change(
          sql`UPDATE fund_periods SET state = 'closed', confirmed_by = ${chair.actor.account} WHERE month = ${month}`,
        ),
      ),
    )
  await close(202603)
  await close(202604)
  const record = v7()
  expect(await booking(record, facts(own, 200, [done('paid', '2026-03-20')]))).toEqual({
    lines: 2,
    movedTo: '2026-05-01',
  })
  expect((await booking(record, facts(own, 200, [done('paid', '2026-03-20')]))).lines, 'held by the day it is of').toBe(
    0,
  )
})

test('nobody but the house writes lines, and nobody changes them', async () => {
  const line = sql`INSERT INTO postings (area, fund, org, account, for_date, on_date, fen, record, action)
    SELECT 1529, ${fund}, ${orgs.banner}, a, '2026-02-01', '2026-02-01', f, ${v7()}, ${v7()} FROM (VALUES ('cash', 5), ('income', -5)) x (a, f)`
  await expect(asActor(house.appPool, finance.actor, (tx) => tx.change(line))).rejects.toThrow(/row-level security/)
  await expect(
    asActor(house.appPool, finance.actor, (tx) => tx.change(sql`UPDATE postings SET fen = fen + 1`)),
  ).rejects.toThrow(/permission denied/)
  await expect(asActor(house.appPool, finance.actor, (tx) => tx.change(sql`DELETE FROM postings`))).rejects.toThrow(
    /permission denied/,
  )
})
