import { v7 } from 'uuid'
import { beforeAll, expect, test, vi } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { accountsOf, handOut, makeFund } from '../../../test/support/money.ts'
import { todayInShanghai } from '../../core/day.ts'
import { addMonths, monthOf } from '../../core/period.ts'
import { loadDefinitions } from '../ledger/measures.ts'

vi.mock('../../registry.ts', async (original) => {
  const held = await original<typeof import('../../registry.ts')>()
  const { handOut: made } = await import('../../../test/support/money.ts')
  const find = (id: string) => (id === made.id ? made : held.findProgramme(id))
  return { ...held, programmes: [...held.programmes, made], findProgramme: find }
})

const house = await makeHouse()
const { call } = house
let finance: Signed
let chair: Signed
let family: Signed
let below: Signed
let belowChair: Signed
let fund: string
let belowFund: string

beforeAll(async () => {
  await loadDefinitions(house.appPool, [handOut])
  finance = await house.signIn('finance', orgs.banner)
  chair = await house.signIn('chair', orgs.banner)
  family = await house.signIn('family', orgs.township)
  below = await house.signIn('finance', orgs.township)
  belowChair = await house.signIn('chair', orgs.township)
  fund = await makeFund(house, finance, chair, { fen: 100_000 })
  belowFund = await makeFund(house, below, belowChair)
})

const order = (who: Signed, given: object) =>
  call(who, 'POST', '/transfers', { id: v7(), on: '2026-03-03', purpose: '划转', ...given })

test('a fund is set up by the finance post of its organisation, once, and ended, not deleted', async () => {
  const given = {
    id: v7(),
    code: 'GA-1',
    name: '关爱资金',
    purpose: '困难妇女关爱',
    source: 'budget',
    from: '2026-01-01',
  }
  expect((await call(chair, 'POST', '/funds', given)).body.code).toBe('not-allowed')
  const made = await call(finance, 'POST', '/funds', given)
  expect(made.body).toMatchObject({
    org: { code: orgs.banner },
    balance: { cash: 0, goods: 0, promised: 0 },
    ended: false,
  })
  expect((await call(finance, 'POST', '/funds', given)).status, 'the same again').toBe(200)
  expect((await call(finance, 'POST', '/funds', { ...given, id: v7() })).body.code).toBe('fund-code-taken')
  const text = { name: given.name, purpose: given.purpose, programmes: [], to: '2026-02-01' }
  expect((await call(finance, 'POST', `/funds/${given.id}`, { ...text, revision: 1 })).body.ended).toBe(true)
  expect((await call(finance, 'POST', `/funds/${given.id}`, { ...text, revision: 1 })).body.code).toBe('stale-edit')
})

test('who may spend a fund picks it by name; who looks into it sees the sums of her subtree only', async () => {
  const picked = (await call(family, 'GET', '/funds?usable=1')).body.items
  expect(picked.map((one: { id: string }) => one.id).sort()).toEqual([fund, belowFund].sort())
  expect(picked.find((one: { id: string }) => one.id === fund).balance, 'above: by name').toBeNull()
  expect((await call(family, 'GET', '/funds')).body.code).toBe('not-allowed')
  expect((await call(below, 'GET', `/funds/${fund}`)).status, 'above').toBe(404)
  const away = await house.signIn('finance', orgs.otherBanner)
  expect((await call(away, 'GET', `/funds/${fund}`)).status).toBe(404)
  expect((await call(away, 'GET', '/funds?usable=1')).body.items).toEqual([])
  const league = await house.signIn('auditor', orgs.league)
  expect((await call(league, 'GET', `/funds/${fund}`)).body.fund.balance.cash).toBe(100_000)
})

test('money passed down is a pair, booked when the other side has it, and counted once', async () => {
  const made = await order(finance, { kind: 'transfer', fund, toFund: belowFund, fen: 40_000 })
  const { id } = made.body
  expect((await call(finance, 'POST', `/transfers/${id}/approve`, {})).body.code).toBe('second-person')
  expect((await call(below, 'POST', `/transfers/${id}/receive`, {})).body.code, 'not approved').toBe('state-passed')
  expect((await call(chair, 'POST', `/transfers/${id}/approve`, {})).body.state).toBe('approved')
  expect((await call(finance, 'GET', `/funds/${fund}`)).body.fund.balance).toMatchObject({
    cash: 100_000,
    promised: 40_000,
  })
  expect((await order(finance, { kind: 'transfer', fund, toFund: belowFund, fen: 70_000 })).status).toBe(200)
  const both = await Promise.all([1, 2].map(() => call(below, 'POST', `/transfers/${id}/receive`, {})))
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
  expect(await accountsOf(house, fund)).toEqual({ cash: 60_000, income: -100_000, 'transferred-out': 40_000 })
  expect(await accountsOf(house, belowFund)).toEqual({ cash: 40_000, 'transferred-in': -40_000 })
  const page = (await call(below, 'GET', `/funds/${belowFund}`)).body
  expect(page.came).toMatchObject([
    { key: `org:${orgs.banner}`, account: 'transferred-in', label: '东旗妇联', fen: 40_000, lines: 1 },
  ])
})

test('more than there is cannot be promised', async () => {
  const made = await order(finance, { kind: 'transfer', fund, toFund: belowFund, fen: 60_001 })
  expect((await call(chair, 'POST', `/transfers/${made.body.id}/approve`, {})).body.code).toBe('fund-overdrawn')
  expect((await call(chair, 'POST', `/transfers/${made.body.id}/cancel`, {})).body.code).toBe('reason-needed')
  expect((await call(chair, 'POST', `/transfers/${made.body.id}/cancel`, { reason: '钱不够' })).body.state).toBe(
    'cancelled',
  )
})

test('every number opens: what a reader may not see is counted and said', async () => {
  const own = await makeFund(house, finance, chair, { fen: 50_000 })
  const [id, who] = [v7(), await house.addPerson(orgs.township, '乌日娜')]
  const answers = {
    title: '试发放',
    on: '2026-03-01',
    who,
    fund: own,
    fen: 10_000,
    account: '62220212',
    holder: '乌日娜',
  }
  await call(family, 'POST', '/records/hand-out', { id, actionId: v7(), answers })
  await call(family, 'POST', `/records/hand-out/${id}/actions/grant`, { actionId: v7(), revision: 1 })
  const batch = v7()
  const asked = { id: batch, fund: own, programme: 'hand-out', title: '一批', remark: '补助款' }
  await call(finance, 'POST', '/payment-batches', asked)
  await call(chair, 'POST', `/payment-batches/${batch}/approve`, { declared: true })
  await call(finance, 'POST', `/payment-batches/${batch}/sheet`)
  await call(finance, 'POST', `/payment-batches/${batch}/lines/1`, { result: 'paid', reason: '银行来电' })
  const { settleBatch } = await import('./settle-batch.ts')
  await settleBatch({ pool: house.appPool, secrets: house.house.secrets }, batch)

  const page = (await call(chair, 'GET', `/funds/${own}`)).body
  expect(page.went).toMatchObject([{ key: 'programme:hand-out', account: 'paid', label: '试发放', fen: 10_000 }])
  expect(page.points.at(-1)).toMatchObject({ cash: 40_000 })
  const path = `/funds/${own}/postings?key=programme:hand-out&account=paid`
  const open = (await call(chair, 'GET', path)).body
  expect(open.total).toEqual({ lines: 1, fen: 10_000, hidden: 0 })
  expect(open.items[0].record).toMatchObject({ id, programme: 'hand-out' })
  const statistician = await house.signIn('statistician', orgs.banner)
  const shut = (await call(statistician, 'GET', path)).body
  expect(shut).toMatchObject({ items: [], total: { lines: 1, fen: 10_000, hidden: 1 } })

  const budget = v7()
  await call(finance, 'POST', `/funds/${own}/budgets`, { budget, name: '试项目', planned: 20_000, record: null })
  expect((await call(finance, 'GET', `/funds/${own}`)).body.budgets).toMatchObject([
    { planned: 20_000, raised: 0, spent: 0 },
  ])
})

test('a month is closed by two and opened again by two with a reason; it stays on record', async () => {
  const month = addMonths(monthOf(todayInShanghai(new Date())), -2)
  const turn = (who: Signed, step: string, reason?: string) => call(who, 'POST', `/periods/${month}`, { step, reason })
  const stateOf = (answer: Awaited<ReturnType<typeof turn>>) =>
    answer.body.items?.find((one: { month: number }) => one.month === month)?.state ?? answer.body.code
  expect((await call(finance, 'POST', `/periods/${addMonths(month, 2)}`, { step: 'ask' })).body.code).toBe(
    'month-not-over',
  )
  expect(stateOf(await turn(chair, 'ask'))).toBe('not-allowed')
  expect(stateOf(await turn(finance, 'ask'))).toBe('asked')
  expect(stateOf(await turn(finance, 'confirm'))).toBe('second-person')
  expect(stateOf(await turn(chair, 'confirm'))).toBe('closed')
  expect(stateOf(await turn(finance, 'ask-reopen'))).toBe('reason-needed')
  expect(stateOf(await turn(finance, 'ask-reopen', '漏记一笔'))).toBe('reopen-asked')
  expect(stateOf(await turn(finance, 'reopen'))).toBe('second-person')
  const opened = await turn(chair, 'reopen')
  expect(stateOf(opened)).toBe('open')
  const { events } = opened.body.items.find((one: { month: number }) => one.month === month)
  expect(events.map((event: { step: string }) => event.step)).toEqual(['ask', 'confirm', 'ask-reopen', 'reopen'])
})
