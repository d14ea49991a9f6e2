import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, expect, test, vi } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { accountsOf, handOut, makeFund } from '../../../test/support/money.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { openWorkbook } from '../excel/read-workbook.ts'
import { SheetWriter } from '../excel/write-sheets.ts'
import { textOf } from '../imports/read-value.ts'
import { loadDefinitions } from '../ledger/measures.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { paymentsJob } from './payments-job.ts'
import { settleBatch } from './settle-batch.ts'

vi.mock('../../registry.ts', async (original) => {
  const held = await original<typeof import('../../registry.ts')>()
  const { handOut: made } = await import('../../../test/support/money.ts')
  return {
    ...held,
    programmes: [...held.programmes, made],
    findProgramme: (id: string) => (id === made.id ? made : held.findProgramme(id)),
  }
})

const house = await makeHouse()
let finance: Signed
let second: Signed
let chair: Signed
let family: Signed

beforeAll(async () => {
  await loadDefinitions(house.appPool, [handOut])
  finance = await house.signIn('finance', orgs.banner)
  second = await house.signIn('finance', orgs.banner)
  chair = await house.signIn('chair', orgs.banner)
  family = await house.signIn('family', orgs.township)
})

async function granted(from: string, more: Record<string, unknown> = {}): Promise<string> {
  const [id, who] = [v7(), await house.addPerson(orgs.township, '乌日娜')]
  const answers = {
    title: '试发放',
    on: '2026-03-01',
    who,
    fund: from,
    fen: 10_000,
    account: '6222 0212 3456 7890',
    holder: '乌日娜',
    ...more,
  }
  const made = await house.call(family, 'POST', '/records/hand-out', { id, actionId: v7(), answers })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const step = await house.call(family, 'POST', `/records/hand-out/${id}/actions/grant`, {
    actionId: v7(),
    revision: 1,
  })
  expect(step.status, JSON.stringify(step.body)).toBe(200)
  return id
}

async function batchOf(from: string, id = v7()) {
  return house.call(finance, 'POST', '/payment-batches', {
    id,
    fund: from,
    programme: 'hand-out',
    title: '三月发放',
    remark: '补助款',
  })
}

const stateOf = (id: string) =>
  onDuty(house.appPool, 'verify', (tx) =>
    tx.first<{ state: string }>(sql`SELECT state FROM records WHERE id = ${id}`),
  ).then((row) => row?.state)

/** The bank's own sheet, filled in. */
async function answerSheet(
  rows: readonly (readonly (string | number | undefined)[])[],
  header = ['序号', '结果', '原因', '流水号', '日期'],
) {
  const out = new PassThrough()
  const file = buffer(out)
  const book = new SheetWriter(out)
  const sheet = book.plainSheet('回单', [], 0)
  await book.row(sheet, header)
  for (const row of rows) await book.row(sheet, row)
  sheet.commit()
  await book.end()
  return file
}

async function send(who: Signed, batch: string, file: Buffer) {
  const edge = 'x'.repeat(20)
  const body = Buffer.concat([
    Buffer.from(
      `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  const raw = await house.app.inject({
    method: 'POST',
    url: `/api/v1/payment-batches/${batch}/answers`,
    headers: { ...who.headers, 'content-type': `multipart/form-data; boundary=${edge}` },
    body,
  })
  return { status: raw.statusCode, body: raw.json() }
}

async function sentBatch(from: string): Promise<string> {
  const id = v7()
  expect((await batchOf(from, id)).status).toBe(200)
  expect((await house.call(chair, 'POST', `/payment-batches/${id}/approve`, { declared: true })).status).toBe(200)
  expect((await house.call(finance, 'POST', `/payment-batches/${id}/sheet`)).status).toBe(200)
  return id
}

const tools = { pool: house.appPool, secrets: house.house.secrets }

test('prepared by one, approved by another, sent, answered: each is paid once, whatever is sent again', async () => {
  const own = await makeFund(house, finance, chair, { fen: 50_000 })
  const records = [await granted(own), await granted(own), await granted(own)]
  const made = await batchOf(own)
  expect(made.body.batch).toMatchObject({ state: 'prepared', lines: 3, fen: 30_000 })
  const { id } = made.body.batch
  expect((await house.call(finance, 'POST', `/payment-batches/${id}/approve`, { declared: true })).body.code).toBe(
    'second-person',
  )
  expect((await house.call(chair, 'POST', `/payment-batches/${id}/approve`, { declared: false })).body.code).toBe(
    'declaration-needed',
  )
  expect(
    (await house.call(second, 'POST', `/payment-batches/${id}/approve`, { declared: true })).body.batch.state,
  ).toBe('approved')
  expect((await house.call(finance, 'GET', `/funds/${own}`)).body.fund.balance).toEqual({
    cash: 50_000,
    goods: 0,
    promised: 30_000,
  })

  const sheet = await house.call(finance, 'POST', `/payment-batches/${id}/sheet`)
  const book = await openWorkbook(sheet.raw.rawPayload)
  const seen: string[][] = []
  for await (const row of book.rows('发放表')) seen.push(row.cells.map(textOf))
  expect(seen.slice(1).map((row) => row.slice(0, 5))).toEqual(
    [1, 2, 3].map((no) => [String(no), '乌日娜', '6222021234567890', '100.00', '补助款']),
  )
  const auditor = await house.signIn('auditor', orgs.banner)
  const looked = () =>
    asActor(house.appPool, auditor.actor, (tx) => tx.rows(sql`SELECT account FROM reads WHERE subject_id = ${id}`))
  expect(await looked(), 'that names and accounts left the house is on record').toEqual([
    { account: finance.actor.account },
  ])
  const [page] = [(await house.call(finance, 'GET', `/payment-batches/${id}`)).body]
  expect(page.sheets).toHaveLength(1)
  expect(seen[1]?.[5]).toBe(page.sheets[0].id)

  const file = await answerSheet([
    [1, '成功', undefined, 'BK001', '2026-03-09'],
    [2, '失败', '账号不存在', undefined, '2026-03-09'],
  ])
  expect((await send(finance, id, file)).body.waitingAnswers).toBe(2)
  await Promise.all([
    settleBatch(tools, id),
    settleBatch(tools, id),
    paymentsJob({ ...house.house, ownerUrl: '' }, { id }),
  ])
  expect((await send(finance, id, file)).status, 'the same again').toBe(200)
  await settleBatch(tools, id)
  expect(await Promise.all(records.map(stateOf))).toEqual(['paid', 'granted', 'granted'])
  expect(await accountsOf(house, own)).toEqual({ cash: 40_000, income: -50_000, paid: 10_000 })
  const answered = (await house.call(finance, 'GET', `/payment-batches/${id}`)).body
  expect(answered.batch).toMatchObject({ state: 'sent', paidLines: 1, failedLines: 1 })
  expect((await house.call(finance, 'GET', `/funds/${own}`)).body.fund.balance.promised, 'the third').toBe(10_000)

  const again = await batchOf(own)
  expect(again.body.batch, 'what failed is due again, the third is not: it waits').toMatchObject({
    lines: 1,
    fen: 10_000,
  })
  await house.call(finance, 'POST', `/payment-batches/${id}/lines/3`, {
    result: 'paid',
    reason: '电话核实',
    on: '2026-03-10',
  })
  await settleBatch(tools, id)
  await house.call(finance, 'POST', `/payment-batches/${id}/lines/3`, {
    result: 'returned',
    reason: '退汇通知',
    on: '2026-03-12',
  })
  await settleBatch(tools, id)
  expect(await stateOf(records[2] ?? '')).toBe('granted')
  expect(await accountsOf(house, own)).toEqual({ cash: 40_000, income: -50_000, paid: 20_000, returned: -10_000 })
  expect((await house.call(finance, 'GET', `/payment-batches/${id}`)).body.batch).toMatchObject({
    state: 'settled',
    returnedLines: 1,
  })
  expect((await batchOf(own)).body.batch, 'and is due again').toMatchObject({ lines: 1 })
})

test('what is wrong stays out and is said; names only as much as a list shows', async () => {
  const own = await makeFund(house, finance, chair, { fen: 50_000 })
  await granted(own, { holder: '别人' })
  await granted(own, { account: undefined })
  const none = await batchOf(own)
  expect(none.body.code).toBe('nothing-payable')
  expect(none.body.facts.left.map((l: { problem: string }) => l.problem).sort()).toEqual(
    ['户名与收款人不同，也没有代领委托', '没有账号'].sort(),
  )
  await granted(own, { holder: '别人', agent: true })
  const made = await batchOf(own)
  expect(made.body.batch.lines).toBe(1)
  const { items } = (await house.call(chair, 'GET', `/payment-batches/${made.body.batch.id}/lines`)).body
  expect(items[0]).toMatchObject({ name: '别*', accountEnd: '7890' })
  expect(JSON.stringify(items)).not.toContain('62220212')
  for (const who of [await house.signIn('statistician', orgs.banner), await house.signIn('finance', orgs.league)]) {
    const page = await house.call(who, 'GET', `/payment-batches/${made.body.batch.id}/lines`)
    expect(page.body.items).toEqual([])
  }
  const away = await house.signIn('finance', orgs.otherBanner)
  expect((await house.call(away, 'GET', `/payment-batches/${made.body.batch.id}`)).status).toBe(404)
})

test('a batch that the fund cannot pay is not approved, and what is promised cannot be spent elsewhere', async () => {
  const own = await makeFund(house, finance, chair, { fen: 15_000 })
  await granted(own)
  const first = (await batchOf(own)).body.batch.id
  expect((await house.call(chair, 'POST', `/payment-batches/${first}/approve`, { declared: true })).status).toBe(200)
  await granted(own)
  const next = (await batchOf(own)).body.batch.id
  expect((await house.call(chair, 'POST', `/payment-batches/${next}/approve`, { declared: true })).body.code).toBe(
    'fund-overdrawn',
  )
  expect(
    (await house.call(chair, 'POST', `/payment-batches/${first}/cancel`, { reason: '重做' })).body.batch.state,
  ).toBe('cancelled')
  expect((await house.call(chair, 'POST', `/payment-batches/${next}/approve`, { declared: true })).status).toBe(200)
})

test('an answer of another batch, twice different, or out of its days is not taken', async () => {
  const own = await makeFund(house, finance, chair, { fen: 50_000 })
  await granted(own)
  const id = await sentBatch(own)
  const header = ['序号', '金额', '结果']
  const wrong = async (rows: (string | number)[][], head = header) =>
    (await send(finance, id, await answerSheet(rows, head))).body
  expect(await wrong([[1, '99.00', '成功']])).toMatchObject({ code: 'answers-wrong' })
  expect(await wrong([[2, '100.00', '成功']])).toMatchObject({ code: 'answers-wrong' })
  expect(
    await wrong([
      [1, '100.00', '成功'],
      [1, '100.00', '失败'],
    ]),
  ).toMatchObject({ code: 'answers-wrong' })
  expect(await wrong([[1, v7(), '成功']], ['序号', '表号', '结果'])).toMatchObject({ code: 'answers-wrong' })
  expect(await wrong([[1, '2099-01-01', '成功']], ['序号', '日期', '结果'])).toMatchObject({ code: 'answers-wrong' })
  expect(await wrong([[1, 'x']], ['a', 'b'])).toMatchObject({ code: 'sheet-wrong' })
  expect((await house.call(finance, 'GET', `/payment-batches/${id}`)).body.waitingAnswers).toBe(0)
})

test('a record that has moved on is not paid twice: its line is stuck until a person looks', async () => {
  const own = await makeFund(house, finance, chair, { fen: 50_000 })
  const record = await granted(own)
  const id = await sentBatch(own)
  const ended = await house.call(family, 'POST', `/records/hand-out/${record}/actions/end`, {
    actionId: v7(),
    revision: 2,
  })
  expect(ended.status).toBe(200)
  await send(finance, id, await answerSheet([[1, '成功']]))
  await settleBatch(tools, id)
  const page = (await house.call(finance, 'GET', `/payment-batches/${id}`)).body
  expect(page).toMatchObject({ stuckLines: 1, batch: { paidLines: 0, state: 'sent' } })
  expect(page.refusedAnswers).toHaveLength(1)
  expect((await house.call(finance, 'GET', `/funds/${own}`)).body.fund.balance).toMatchObject({
    cash: 50_000,
    promised: 10_000,
  })
})

test('the house finds nothing wrong with all of it', async () => {
  const lines: string[] = []
  const { mismatches } = await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) =>
    lines.push(line.join(' ')),
  )
  expect(lines).toEqual([])
  expect(mismatches).toBe(0)
})
