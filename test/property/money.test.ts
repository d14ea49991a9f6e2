import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { todayInShanghai } from '../../src/core/day.ts'
import { addMonths, monthOf } from '../../src/core/period.ts'
import { Refusal } from '../../src/core/refusal.ts'
import { asActor, onDuty, type Tx } from '../../src/server/database/actor.ts'
import { createPool } from '../../src/server/database/pool.ts'
import { takeSheet } from '../../src/server/funds/bank-sheet.ts'
import { showBatch } from '../../src/server/funds/batch-page.ts'
import { approveBatch, cancelBatch } from '../../src/server/funds/decide-batch.ts'
import { turnPeriod } from '../../src/server/funds/periods.ts'
import { prepareBatch } from '../../src/server/funds/prepare-batch.ts'
import { settleBatch } from '../../src/server/funds/settle-batch.ts'
import { answerable, keepAnswers } from '../../src/server/funds/take-answers.ts'
import { decideTransfer, prepareTransfer } from '../../src/server/funds/transfers.ts'
import { loadDefinitions } from '../../src/server/ledger/measures.ts'
import { verifyLedger } from '../../src/server/ledger/verify.ts'
import { actOn } from '../../src/server/records/act.ts'
import { createRecord } from '../../src/server/records/create.ts'
import { type Desk, deskOf } from '../../src/server/records/desk.ts'
import { makeHouse, orgs, type Signed } from '../support/house.ts'
import { accountsOf, handOut, makeFund } from '../support/money.ts'

// Whatever people, banks, crashes and retries do, in whatever order and at once: no fen is lost, made or paid twice.
vi.mock('../../src/registry.ts', async (original) => {
  const held = await original<typeof import('../../src/registry.ts')>()
  const { handOut: made } = await import('../support/money.ts')
  const find = (id: string) => (id === made.id ? made : held.findProgramme(id))
  return { ...held, programmes: [...held.programmes, made], findProgramme: find }
})

const house = await makeHouse()
let finance: Signed
let chair: Signed
let family: Signed
let otherFinance: Signed
let funds: string[]
let away: string
let person: string
const records: string[] = []
const batches: string[] = []
const transfers: string[] = []
const superPool = createPool(house.superUrl, 1)
afterAll(() => superPool.end())
const tools = { pool: house.appPool, secrets: house.house.secrets }

let seed = Number(process.env.NIANGJIA_SEED ?? 20261123)
const random = (below: number) => {
  seed = (Math.imul(seed ^ (seed >>> 15), 1 | seed) + 0x6d2b79f5) | 0
  return ((seed ^ (seed >>> 14)) >>> 0) % below
}
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T

beforeAll(async () => {
  await loadDefinitions(house.appPool, [handOut])
  finance = await house.signIn('finance', orgs.banner)
  chair = await house.signIn('chair', orgs.banner)
  family = await house.signIn('family', orgs.township)
  otherFinance = await house.signIn('finance', orgs.otherBanner)
  person = await house.addPerson(orgs.township, '其木格')
  funds = [
    await makeFund(house, finance, chair, { fen: 400_000 }),
    await makeFund(house, finance, chair, { fen: 30_000 }),
  ]
  away = await makeFund(house, otherFinance, chair)
})

class Crash extends Error {}

/** One transaction of somebody; sometimes it dies just before it would commit, sometimes it is sent twice. */
async function as(who: Signed, work: (desk: Desk) => Promise<unknown>): Promise<boolean> {
  const luck = random(8)
  const once = () =>
    asActor(house.appPool, who.actor, async (tx: Tx) => {
      await work(deskOf({ tx, actor: who.actor, house: house.house }))
      if (luck === 0) throw new Crash()
    })
  try {
    await once()
    if (luck === 1) await once()
    return true
  } catch (error) {
    const known = error instanceof Crash || error instanceof Refusal || isLost(error)
    if (!known) throw error
    return false
  }
}

/** Two at once who block each other, or a connection that was killed: what a caller is told to try again. */
function isLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return (
    ['40001', '40P01', '57P01', 'ECONNRESET', 'EPIPE'].includes(code ?? '') ||
    /Connection (terminated|ended)|not queryable/.test(message ?? '')
  )
}

/** Kills whoever of the house is at work in the database: a power cut in the middle of a statement. */
const strike = () =>
  superPool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'niangjia_app' AND state = 'active' LIMIT 1",
  )

const revisionOf = (id: string) =>
  onDuty(house.appPool, 'verify', (tx) =>
    tx.first<{ revision: number }>(sql`SELECT revision FROM records WHERE id = ${id}`),
  ).then((row) => row?.revision ?? 0)

async function someAnswers(desk: Desk, batch: string): Promise<void> {
  const row = await answerable(desk, batch)
  const answers = Array.from({ length: 1 + random(row.lines * 2) }, () => ({
    row: 1,
    no: 1 + random(row.lines),
    result: pick(['paid', 'paid', 'paid', 'failed', 'returned'] as const),
    reason: undefined,
    reference: undefined,
    on: pick(['2026-02-10', '2026-03-15', todayInShanghai(new Date())]),
    fen: undefined,
    sheet: undefined,
  }))
  const said = new Map(answers.map((a) => [`${a.no} ${a.result}`, a]))
  await keepAnswers(desk, row, [...said.values()])
}

/** What comes next for a batch as it stands; now and then something that does not. */
async function moveBatch(batch: string): Promise<unknown> {
  const row = await onDuty(house.appPool, 'verify', (tx) =>
    tx.first<{ state: string }>(sql`SELECT state FROM payment_batches WHERE id = ${batch}`),
  )
  const doing = random(6) === 0 ? pick(['prepared', 'approved', 'sent', 'settled']) : row?.state
  if (doing === 'prepared') return as(chair, (desk) => approveBatch(desk, batch, true))
  if (doing === 'approved' && random(6) === 0) return as(chair, (desk) => cancelBatch(desk, batch, '重做'))
  if (doing === 'approved') return as(finance, (desk) => takeSheet(desk, batch))
  await as(finance, (desk) => someAnswers(desk, batch))
  // At once, and now and then the power goes.
  return Promise.all([settle(batch), settle(batch), ...(random(4) === 0 ? [strike()] : [])])
}

async function step(): Promise<unknown> {
  // The newest ones: what was never to be done again would be most of it.
  const batch = batches.length > 0 ? pick(batches.slice(-4)) : undefined
  const record = records.length > 0 ? pick(records) : undefined
  const transfer = transfers.length > 0 ? pick(transfers) : undefined
  switch (random(14)) {
    case 0:
    case 1:
    case 2: {
      const id = v7()
      const [made, granted] = [v7(), v7()]
      const answers = {
        title: '试',
        on: '2026-02-01',
        who: person,
        fund: pick(funds),
        fen: 100 * (1 + random(90)),
        account: '62220000',
        holder: '其木格',
      }
      await as(family, (desk) => createRecord(desk, handOut, { id, actionId: made, answers }))
      await as(family, (desk) =>
        actOn(desk, handOut, id, 'grant', { actionId: granted, revision: 1, on: '2026-02-01' }),
      )
      records.push(id)
      return
    }
    case 3: {
      // Granted and then not: also while it is in a batch.
      if (!record || random(3)) return
      const [revision, actionId] = [await revisionOf(record), v7()]
      return as(family, (desk) => actOn(desk, handOut, record, 'end', { actionId, revision }))
    }
    case 4:
    case 5: {
      const id = v7()
      const fund = pick(funds)
      if (await as(finance, (desk) => prepareBatch(desk, handOut, { id, fund, title: '一批', remark: '补助款' })))
        batches.push(id)
      return
    }
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
    case 11:
      return batch ? moveBatch(batch) : undefined
    case 12: {
      if (transfer && random(2)) {
        const who = pick([chair, otherFinance, finance])
        const what = pick(['approve', 'receive', 'receive', 'cancel'] as const)
        return as(who, (desk) => decideTransfer(desk, transfer, what, { reason: '不要了' }))
      }
      const id = v7()
      const given = pick([
        { kind: 'transfer' as const, fund: pick(funds), toFund: away },
        { kind: 'receive' as const, fund: pick(funds), giver: 'budget' as const },
      ])
      transfers.push(id)
      return as(finance, (desk) =>
        prepareTransfer(desk, {
          id,
          ...given,
          fen: 1 + random(40_000),
          on: '2026-03-03',
          purpose: '划转',
          reference: '',
        }),
      )
    }
    default: {
      const month = pick([202602, 202603, 202603, addMonths(monthOf(todayInShanghai(new Date())), -1)])
      const what = pick(['ask', 'confirm', 'ask-reopen', 'reopen'] as const)
      return as(what === 'confirm' || what === 'reopen' ? chair : finance, (desk) =>
        turnPeriod(desk, month, what, '月底结账'),
      )
    }
  }
}

/** The house may refuse a chunk (a fund cannot pay it); it never dies of anything else. */
const settle = (batch: string) =>
  settleBatch(tools, batch).catch((error) => {
    if (!(error instanceof Refusal || isLost(error))) throw error
  })

async function nothingWrong(): Promise<void> {
  const lines: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) => lines.push(line.join(' ')))
  expect(lines).toEqual([])
  for (const fund of [...funds, away]) {
    const accounts = await accountsOf(house, fund)
    expect(Object.values(accounts).reduce((sum, fen) => sum + fen, 0)).toBe(0)
    expect(accounts.cash ?? 0).toBeGreaterThanOrEqual(0)
  }
  // Counted from the bank's side: what its answers made of the lines is what the funds say was paid.
  const bank = await onDuty(house.appPool, 'verify', (tx) =>
    tx.first<{ paid: number; twice: number; closed: number }>(sql`
      SELECT (SELECT coalesce(sum(fen), 0)::bigint FROM payment_lines WHERE state = 'paid') AS paid,
             (SELECT count(*)::integer FROM (SELECT record FROM payment_lines WHERE state IN ('waiting', 'paid', 'stuck') GROUP BY record HAVING count(*) > 1) x) AS twice,
             (SELECT count(*)::integer FROM payment_lines l JOIN records r ON r.id = l.record WHERE l.state = 'paid' AND r.state <> 'paid') AS closed`),
  )
  const booked = await Promise.all(funds.map((fund) => accountsOf(house, fund)))
  const net = booked.reduce((sum, accounts) => sum + (accounts.paid ?? 0) + (accounts.returned ?? 0), 0)
  expect({ paid: bank?.paid, twice: bank?.twice, closed: bank?.closed }).toEqual({ paid: net, twice: 0, closed: 0 })
}

test('in any order, at once, with crashes and retries: sums to zero, nothing twice, balances are their postings', async () => {
  for (let round = 0; round < 6; round++) {
    await Promise.all(
      [0, 1, 2].map(async () => {
        for (let n = 0; n < 60; n++)
          await step().catch((error) => {
            if (!isLost(error)) throw error
          })
      }),
    )
    await nothingWrong()
  }
  // It was no walk through empty rooms.
  const [first] = batches
  const paid = await onDuty(house.appPool, 'verify', (tx) =>
    tx.first<{ n: number }>(sql`SELECT count(*)::integer AS n FROM payment_lines WHERE state IN ('paid', 'returned')`),
  )
  const shifted = await onDuty(house.appPool, 'verify', (tx) =>
    tx.first<{ n: number }>(sql`SELECT count(*)::integer AS n FROM postings WHERE on_date > for_date`),
  )
  expect(paid?.n).toBeGreaterThan(20)
  expect(shifted?.n).toBeGreaterThan(0)
  if (first) await as(finance, (desk) => showBatch(desk, first))
}, 240_000)

test('nothing is dated into a month while it is closed', async () => {
  const wrong = await onDuty(house.appPool, 'verify', (tx) =>
    tx.rows(sql`
      SELECT p.id FROM postings p JOIN fund_period_events e ON e.org = p.org AND e.step = 'confirm' AND e.at < p.at
        AND e.month = to_char(p.on_date, 'YYYYMM')::integer
      WHERE NOT EXISTS (SELECT FROM fund_period_events r WHERE r.org = e.org AND r.month = e.month AND r.step = 'reopen' AND r.at BETWEEN e.at AND p.at)`),
  )
  expect(wrong).toEqual([])
})
