import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaOf, type OrgCode, orgCode } from '../../src/core/org-code.ts'
import type { Role } from '../../src/core/role.ts'
import { dandelionInstalment } from '../../src/programmes/dandelion/dandelion-instalment.ts'
import { givePost } from '../../src/server/accounts/account-store.ts'
import { type Actor, asActor, onDuty } from '../../src/server/database/actor.ts'
import { createPool } from '../../src/server/database/pool.ts'
import { folderStore } from '../../src/server/files/file-store.ts'
import { takeSheet } from '../../src/server/funds/bank-sheet.ts'
import { approveBatch } from '../../src/server/funds/decide-batch.ts'
import { prepareBatch } from '../../src/server/funds/prepare-batch.ts'
import { hashToken } from '../../src/server/http/caller.ts'
import type { House } from '../../src/server/http/route.ts'
import { verifyLedger } from '../../src/server/ledger/verify.ts'
import { type Desk, deskOf } from '../../src/server/records/desk.ts'
import { instalmentFen, makeDueInstalments } from '../support/due-instalments.ts'
import { ask, FrontLine } from './front-line.ts'
import { PayingBank } from './paying-bank.ts'
import { Service } from './service.ts'

// kill -9 under load: nothing acknowledged is lost, nothing counted twice, and it stands up again by itself (DESIGN 5.9).
const rounds = Number(process.env.NIANGJIA_CRASH_ROUNDS || 5)
const service = new Service(21_000 + (process.pid % 9_000))
const region = orgCode(150000000000)
let writers: FrontLine[] = []
let reader: string
// Enough that the bank is still answering when the last blow falls.
const payments = 100 * rounds
let bank: PayingBank
let fund: string

beforeAll(async () => {
  await service.start()
  await withPool(async (pool) => {
    const durable = await pool.query(
      "SELECT current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit') AS set",
    )
    expect(durable.rows[0].set).toBe('ononon')
  })
  const villages = await withPool((pool) =>
    onDuty(pool, 'load', (tx) =>
      tx.rows<{ code: OrgCode }>(sql`
    SELECT DISTINCT ON (code / 100000000000) code FROM organisations WHERE level = 'village' ORDER BY code / 100000000000, code LIMIT 3`),
    ),
  )
  reader = await makeToken('statistician', region)
  await startPaying()
  writers = await Promise.all(
    villages.map(
      async ({ code: org }) => new FrontLine(service.url, await makeToken('chair', org), await makePeople(org, 6)),
    ),
  )
}, 120_000)

afterAll(() => service.stop(), 60_000)

async function withPool<T>(work: (pool: ReturnType<typeof createPool>) => Promise<T>): Promise<T> {
  const pool = createPool(service.appUrl(), 2)
  return work(pool).finally(() => pool.end())
}

const makeToken = async (role: Role, org: OrgCode): Promise<string> => (await makePost(role, org)).token

function makePost(role: Role, org: OrgCode): Promise<{ token: string; actor: Actor }> {
  const token = randomBytes(32).toString('base64url')
  const [area, account] = [areaOf(org), v7()]
  return withPool((pool) =>
    onDuty(pool, 'sign-in', async (tx) => {
      await tx.rows(
        sql`INSERT INTO accounts (area, id, name, display_name, home_org, password) VALUES (${area}, ${account}, ${account}, '试用人', ${org}, 'none')`,
      )
      const post = await givePost(tx, { account, role, org })
      await tx.rows(sql`INSERT INTO sessions (area, token_hash, account, post, second_step, expires_at)
                      VALUES (${area}, ${hashToken(token)}, ${account}, ${post}, true, now() + interval '1 day')`)
      return { token, actor: { account, displayName: '试用人', post, role, org, language: 'zh' as const } }
    }),
  )
}

function makePeople(org: OrgCode, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => v7())
  return withPool((pool) =>
    onDuty(pool, 'load', async (tx) => {
      await tx.rows(sql`INSERT INTO people (area, id, org, name, name_key, gender)
                      SELECT ${areaOf(org)}, id, ${org}, '乌云', '乌云', 'female' FROM unnest(${ids}::uuid[]) id`)
      return ids
    }),
  )
}

/** A batch that is at the bank: its answers come while everything falls. */
async function startPaying(): Promise<void> {
  const banner = orgCode(152921000000)
  const [finance, chair] = [await makePost('finance', banner), await makePost('chair', banner)]
  const batch = v7()
  await withPool(async (pool) => {
    const house: House = {
      pool,
      secrets: service.secrets,
      files: folderStore(service.home),
      enqueue: async () => undefined,
    }
    const as = (actor: Actor, work: (desk: Desk) => Promise<unknown>) =>
      asActor(pool, actor, (tx) => work(deskOf({ tx, actor, house })))
    fund = await makeDueInstalments(house, finance.actor, chair.actor, payments)
    const about = { id: batch, fund, title: '拨款', remark: '项目款' }
    await as(finance.actor, (desk) => prepareBatch(desk, dandelionInstalment, about))
    await as(chair.actor, (desk) => approveBatch(desk, batch, true))
    await as(finance.actor, (desk) => takeSheet(desk, batch))
  })
  bank = new PayingBank(service.url, finance.token, batch, payments)
}

/** `alone`: only the database falls, and the application that stands starts it again. */
type Blow = { what: string; alone?: true; strike: () => Promise<void> }
const killApplication = async () => {
  await service.killApplication()
  await service.start()
}
const blows: Blow[] = [
  { what: 'the application', strike: killApplication },
  { what: 'the database', alone: true, strike: async () => service.killDatabase() },
  {
    what: 'both',
    strike: async () => {
      service.killDatabase()
      await killApplication()
    },
  },
  {
    what: 'the application while it starts',
    strike: async () => {
      await service.killApplication()
      const begun = service.start().catch(() => undefined)
      await sleep(300 + Math.random() * 700)
      await service.killApplication()
      await begun
      await service.start()
    },
  },
  {
    what: 'one backend',
    alone: true,
    strike: async () => {
      const pids = await withPool((pool) =>
        pool.query<{ pid: number }>(
          "SELECT pid FROM pg_stat_activity WHERE usename = 'niangjia_app' AND pid <> pg_backend_pid()",
        ),
      )
      const victim = pids.rows[Math.floor(Math.random() * pids.rows.length)]
      if (victim) service.killBackend(victim.pid)
    },
  },
]

const total = (of: (writer: FrontLine) => number) => writers.reduce((sum, writer) => sum + of(writer), 0)

/** Until each writer has been answered again: the service stands, whoever started it. */
async function untilTheyWork(): Promise<void> {
  const before = writers.map((writer) => writer.acknowledged)
  for (let tick = 0; tick < 600; tick++) {
    expect(writers.flatMap((writer) => writer.refused)).toEqual([])
    if (service.hasEnded()) throw new Error(`the application ended: ${service.errors}`)
    if (writers.every((writer, at) => writer.acknowledged > (before[at] ?? 0) + 2)) return
    await sleep(100)
  }
  throw new Error(`nobody is answered: ${service.errors} ${writers.flatMap((writer) => writer.refused)}`)
}

async function figure(measure: string, asOf?: string): Promise<{ value: number; watermark: string }> {
  const path = `/figures?measure=family-story.${measure}&org=${region}&from=2026-01-01&to=2026-12-31${asOf ? `&asOf=${asOf}` : ''}`
  const answer = await ask(service.url, reader, 'GET', path)
  expect(answer?.status, JSON.stringify(answer?.body)).toBe(200)
  return answer?.body
}

/** How far the ledger's own numbers have leapt: once for a recovery, and never under somebody who writes. */
const leapt = () =>
  withPool(async (pool) => Number((await pool.query('SELECT value FROM ledger_offset')).rows[0]?.value) / 2 ** 20)

async function expectWhole(): Promise<void> {
  expect(writers.flatMap((writer) => writer.refused)).toEqual([])
  const evenings = writers.flatMap((writer) => [...writer.held.values()])
  const found = await withPool((pool) =>
    onDuty(pool, 'verify', (tx) =>
      tx.rows<{ id: string; state: string; revision: number; people: number }>(sql`
    SELECT r.id, r.state, r.revision, (SELECT count(*) FROM attendances a WHERE a.activity = r.id) AS people FROM activities r ORDER BY r.id`),
    ),
  )
  const acknowledged = evenings.map(({ id, state, revision, people }) => ({
    id,
    state,
    revision,
    people: people.length,
  }))
  expect(found).toEqual(acknowledged.sort((a, b) => (a.id < b.id ? -1 : 1)))

  // Before the figures, so that one that differs is told apart: what is written is wrong, or what was read.
  const wrong: unknown[] = []
  await withPool((pool) => verifyLedger(pool, service.secrets.dataKey, (...line) => wrong.push(line)))
  expect(wrong).toEqual([])
  const held = evenings.filter((evening) => evening.state === 'held')
  expect((await figure('sessions')).value).toBe(held.length)
  expect((await figure('attendances')).value).toBe(held.reduce((sum, evening) => sum + evening.people.length, 0))
  expect((await figure('people')).value).toBe(new Set(held.flatMap((evening) => evening.people)).size)
}

test(
  `nothing acknowledged is lost and nothing is counted twice, ${rounds} times`,
  async () => {
    const said: { value: number; watermark: string }[] = []
    for (let round = 0; round < rounds; round++) {
      const blow = blows[round % blows.length] as Blow
      const began = Date.now()
      const working = Promise.all([...writers.map((writer) => writer.work()), bank.work()])
      working.catch(() => undefined) // told by the round's check
      await untilTheyWork()
      await sleep(200 + Math.random() * 600)
      said.push(await figure('attendances'))
      const before = await leapt()
      await blow.strike()
      await untilTheyWork()
      if (blow.alone) expect(await leapt()).toBe(before + 1)
      for (const writer of [...writers, bank]) writer.stop()
      await working
      await expectWhole()
      // What was said before a crash is said again after it.
      for (const { value, watermark } of said) expect((await figure('attendances', watermark)).value).toBe(value)
      console.log(
        `${round + 1}/${rounds} killed ${blow.what}: ${total((w) => w.acknowledged)} acknowledged, ${total((w) => w.retried)} sent again, ${Date.now() - began} ms`,
      )
    }
    expect(bank.refused).toEqual([])
    expect(await bank.finish()).toEqual({ paidLines: payments, stuckLines: 0 })
    const held = await withPool((pool) =>
      onDuty(pool, 'verify', (tx) =>
        tx.rows(
          sql`SELECT account, fen FROM fund_balances WHERE fund = ${fund} AND account IN ('cash', 'paid') ORDER BY account`,
        ),
      ),
    )
    expect(held, 'each of them once').toEqual([
      { account: 'cash', fen: 0 },
      { account: 'paid', fen: payments * instalmentFen },
    ])
    await expectWhole()
  },
  120_000 + rounds * 60_000,
)
