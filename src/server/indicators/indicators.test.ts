import exceljs from 'exceljs'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { openBook } from '../../../test/support/sheets.ts'
import { asActor } from '../database/actor.ts'

const house = await makeHouse()
const { call, app } = house
const region = await house.signIn('statistician', orgs.region)
const regionChair = await house.signIn('chair', orgs.region)
const league = await house.signIn('statistician', orgs.league)
const leagueChair = await house.signIn('chair', orgs.league)
const family = await house.signIn('family', orgs.banner)
const auditor = await house.signIn('auditor', orgs.league)

const insured = {
  outline: 'women',
  domain: 'security',
  name: '城镇职工基本医疗保险女性参保率',
  unit: 'percent',
  decimals: 2,
  direction: 'up',
  numerator: '女性参保人数',
  denominator: '参保总人数',
  department: '医保局',
  level: 'banner',
  baseYear: 2020,
  targets: [{ year: 2030, value: 46, bound: '>=', words: '女性参保比重达到 46%' }],
}
const define = (who: Signed, code: string, more: object = {}) =>
  call(who, 'POST', '/indicators', { id: v7(), code, after: 0, ...insured, ...more })
const report = (who: Signed, more: object = {}) =>
  call(who, 'POST', '/indicator-values', {
    id: v7(),
    indicator: 'W-SEC-1',
    org: orgs.league,
    year: 2022,
    numerator: 4475,
    denominator: 10_000,
    source: '统计年鉴2023',
    page: '第 88 页',
    ...more,
  })
const step = (who: Signed, ids: string[], name: string, reason?: string) =>
  call(who, 'POST', '/indicator-values/steps', { ids, step: name, ...(reason && { reason }) })
const list = (who: Signed, query = '') => call(who, 'GET', `/indicators${query}`)

test('the region defines; a new version needs its reason, and the old one stays', async () => {
  expect((await define(league, 'W-SEC-1')).body.code).toBe('not-allowed')
  expect((await define(region, 'W-SEC-1', { domain: 'safety' })).body.code).toBe('indicator-domain-unknown')
  expect((await define(region, 'W-SEC-1', { denominator: '' })).body).toMatchObject({
    code: 'indicator-parts-words',
    field: 'denominator',
  })
  const made = await define(region, 'W-SEC-1')
  expect(made.status, made.raw.body).toBe(200)
  expect(made.body.caution.zh).toContain('不是女性里参保')
  expect((await define(region, 'W-SEC-1')).body.code).toBe('indicator-moved')
  expect((await define(region, 'W-SEC-1', { after: 1 })).body.code).toBe('reason-needed')
  const next = await define(region, 'W-SEC-1', { after: 1, department: '医疗保障局', reason: '部门更名' })
  expect(next.body).toMatchObject({ version: 2, department: '医疗保障局', reason: '部门更名' })
  expect((await call(family, 'GET', '/indicators/W-SEC-1')).body.versions).toMatchObject([{ version: 1 }])
})

test('reported, checked by somebody else, published; corrected as a new version with its reason', async () => {
  expect((await report(family)).body.code).toBe('not-allowed')
  expect((await report(league, { org: orgs.region })).body.code).toBe('not-allowed')
  expect((await report(league, { org: orgs.township })).body.code).toBe('indicator-not-collected')
  expect((await report(league, { value: 51 })).body.code).toBe('indicator-parts-disagree')
  expect((await report(league, { numerator: 10_001 })).body.code).toBe('indicator-part-over-whole')
  expect((await report(league, { value: 447.5, numerator: null, denominator: null })).body.code).toBe(
    'indicator-implausible',
  )
  expect((await report(league, { source: null })).body).toMatchObject({ code: 'input-invalid', field: 'source' })
  expect((await report(league, { year: 2099 })).body.code).toBe('date-future')
  const id = v7()
  const said = await report(league, { id })
  expect(said.body).toMatchObject({
    state: 'reported',
    value: 44.75,
    grade: 'D',
    own: true,
    may: ['report'],
    definition: 2,
  })
  expect((await report(league, { id })).body.id).toBe(id)

  // Nobody outside the desks sees it before it is published.
  expect((await call(family, 'GET', `/indicator-values/${id}`)).status).toBe(404)
  expect((await call(auditor, 'GET', `/indicator-values/${id}`)).body.value.may).toEqual([])
  expect((await step(league, [id], 'check')).body.code).toBe('second-person')
  expect((await step(leagueChair, [id], 'publish')).body.code).toBe('indicator-step-not-now')
  expect((await step(leagueChair, [id], 'return')).body.code).toBe('reason-needed')
  expect((await step(leagueChair, [id], 'return', '页码不对')).body.done).toBe(1)
  expect((await report(league, { id: v7() })).body.id).toBe(id)
  expect((await step(regionChair, [id], 'check')).body.done).toBe(1)
  expect((await report(league)).body.code).toBe('indicator-checked')
  expect((await step(leagueChair, [id], 'publish')).body.done).toBe(1)
  expect((await step(leagueChair, [id], 'publish')).body.done).toBe(0)

  expect((await report(league, { numerator: 4480 })).body.code).toBe('reason-needed')
  const fixed = (await report(league, { numerator: 4480, reason: '年鉴勘误' })).body
  expect(fixed).toMatchObject({ version: 2, state: 'reported', value: 44.8 })
  // The old one stands until the new one is published.
  const latest = async () => (await list(family, `?org=${orgs.league}`)).body.items[0]
  expect((await latest()).latest).toMatchObject({ year: 2022, level: 44.75 })
  await step(leagueChair, [fixed.id], 'check')
  await step(leagueChair, [fixed.id], 'publish')
  expect((await latest()).latest).toMatchObject({ year: 2022, level: 44.8 })
  const { versions, steps } = (await call(family, 'GET', `/indicator-values/${fixed.id}`)).body
  expect(versions.map((v: { value: number }) => v.value)).toEqual([44.8, 44.75])
  expect(steps.map((s: { step: string }) => s.step)).toEqual(['report', 'check', 'publish'])

  // The wall itself: who reported cannot publish past the route, and nobody changes what is published.
  const mine = (await report(league, { year: 2021 })).body.id
  const write = (who: Signed, set: string, of: string) =>
    asActor(house.appPool, who.actor, (tx) =>
      tx.change(sql`UPDATE indicator_values SET ${sql.raw(set)} WHERE id = ${of}`),
    )
  await expect(write(league, "state = 'published'", mine)).rejects.toThrow(/row-level security/)
  expect(await write(leagueChair, 'value = 1', fixed.id)).toBe(0)
})

test('a change without its base is published by nobody; a coverage that is a share needs its parts (F055, F059)', async () => {
  const change = { year: 2020, form: 'change', value: 2.9, numerator: null, denominator: null }
  const { id } = (await report(league, change)).body
  await step(leagueChair, [id], 'check')
  expect((await step(leagueChair, [id], 'publish')).body).toMatchObject({
    code: 'indicator-base-missing',
    text: expect.stringContaining('基数未说明'),
  })
  await step(leagueChair, [id], 'return', '补基数')
  const based = await report(league, { ...change, baseTerm: '上一届', baseValue: 30.1 })
  expect(based.body).toMatchObject({ id, level: 33 })
  await step(leagueChair, [id], 'check')
  expect((await step(leagueChair, [id], 'publish')).body.done).toBe(1)

  const bare = (await report(league, { year: 2019, value: 44.1, numerator: null, denominator: null })).body.id
  await step(leagueChair, [bare], 'check')
  expect((await step(leagueChair, [bare], 'publish')).body.code).toBe('indicator-parts-missing')
})

test('asked for, not available with its reason, and given later after all', async () => {
  const ask = (who: Signed, at: number[]) =>
    call(who, 'POST', '/indicator-values/requests', { indicator: 'W-SEC-1', year: 2024, orgs: at, dueOn: '2026-12-31' })
  expect((await ask(league, [orgs.region])).body.code).toBe('not-allowed')
  expect((await ask(league, [orgs.township])).body.code).toBe('indicator-not-collected')
  expect((await ask(league, [orgs.banner, orgs.otherBanner])).body.asked).toBe(2)
  expect((await ask(league, [orgs.banner, orgs.otherBanner])).body.asked).toBe(0)
  const none = { org: orgs.banner, year: 2024, numerator: null, denominator: null, source: null }
  expect((await report(league, { ...none, absent: 'other' })).body).toMatchObject({
    code: 'input-invalid',
    field: 'note',
  })
  expect((await report(league, { ...none, absent: 'refused' })).body).toMatchObject({ state: 'absent', version: 1 })
  expect((await report(league, { org: orgs.banner, year: 2024 })).body).toMatchObject({ state: 'reported', version: 2 })
  const waiting = await call(league, 'GET', '/indicator-values?waiting=true&limit=2')
  expect(waiting.body.items).toHaveLength(2)
  const rest = await call(league, 'GET', `/indicator-values?waiting=true&limit=50&cursor=${waiting.body.next}`)
  const ids = [...waiting.body.items, ...rest.body.items].map((v: { id: string }) => v.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect((await list(league)).body.waiting).toBe(ids.length)
  expect((await list(family)).body.waiting).toBe(0)
})

async function sheet(rows: (string | number)[][]): Promise<Buffer> {
  const book = new exceljs.Workbook()
  book.addWorksheet('表').addRows(rows)
  return Buffer.from(await book.xlsx.writeBuffer())
}
async function send(who: Signed, file: Buffer, fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [key, text] of Object.entries({ source: '统计年鉴2024', ...fields })) form.append(key, text)
  form.append('file', new Blob([new Uint8Array(file)]), '年鉴.xlsx')
  const body = new Response(form)
  const raw = await app.inject({
    method: 'POST',
    url: '/api/v1/indicators/import',
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { ...who.headers, 'content-type': body.headers.get('content-type') ?? '' },
  })
  return raw.json()
}

test('a yearbook sheet: faults by cell, nothing taken with one; mended it is taken, and once', async () => {
  await define(region, 'W-HEA-1', {
    domain: 'health',
    name: '妇女人均预期寿命',
    unit: 'age',
    level: 'league',
    numerator: '',
    denominator: '',
  })
  const rows = (a: string | number, b: string) => [
    ['指标：W-HEA-1 妇女人均预期寿命'],
    ['地区', '2022年', '2023年'],
    ['全区', 80.45, 80.9],
    [b, 79.8, a],
    ['合计以下', '—', ''],
  ]
  const wrong = await send(region, await sheet(rows('八十', '没有盟')), { dryRun: 'false' })
  expect(wrong).toMatchObject({ fresh: 2, held: 0, wrong: 2, dryRun: false })
  expect(wrong.problems).toEqual([
    { cell: 'A4', text: expect.stringContaining('没有盟') },
    { cell: 'A5', text: expect.stringContaining('合计以下') },
  ])
  const marked = (await openBook(Buffer.from(wrong.marked, 'base64'))).worksheets[0]
  expect(marked?.getCell('D4').text).toContain('A4：没有叫“没有盟”的地区')
  const good = rows(80.1, '试盟').slice(0, 4)
  const bad = await send(region, await sheet(rows('八十', '试盟').slice(0, 4)))
  expect(bad.problems).toEqual([{ cell: 'C4', text: expect.stringContaining('“八十”不是数') }])
  expect(await send(region, await sheet(good))).toMatchObject({ dryRun: true, fresh: 4, wrong: 0, marked: null })
  expect((await call(region, 'GET', '/indicator-values?indicator=W-HEA-1')).body.items).toEqual([])
  expect(await send(region, await sheet(good), { dryRun: 'false' })).toMatchObject({ fresh: 4, held: 0 })
  expect(await send(region, await sheet(good), { dryRun: 'false' })).toMatchObject({ fresh: 0, held: 4 })
  const { items } = (await call(regionChair, 'GET', '/indicator-values?indicator=W-HEA-1')).body
  const ids = items.map((v: { id: string }) => v.id)
  for (const name of ['check', 'publish']) expect((await step(regionChair, ids, name)).body.done).toBe(4)
  // Published: a different number is a correction, and says why.
  const later = await sheet([['指标：W-HEA-1'], ['地区', 2022], ['全区', 80.5]])
  expect((await send(region, later)).problems[0].text).toContain('更正要写原因')
  expect(await send(region, later, { reason: '普查修订' })).toMatchObject({ fresh: 1, wrong: 0 })
})

test('the other way round, a column an indicator, and parts beside the value', async () => {
  const across = await sheet([
    ['指标', '全区', '试盟'],
    ['W-SEC-1 分子', 5102, 510],
    ['W-SEC-1 分母', 10_000, 1_000],
    ['妇女人均预期寿命（岁）', 80.9, 81],
  ])
  expect(await send(region, across, { year: '2018' })).toMatchObject({ cells: 6, fresh: 4, wrong: 0 })
  expect((await send(region, across)).problems[0].text).toContain('没写是哪一年')
  const over = await sheet([
    ['年份：2018'],
    ['编码', '地区', 'W-SEC-1', 'W-SEC-1分子', 'W-SEC-1分母'],
    ['152900', '试盟', 44, 50, 100],
  ])
  expect((await send(region, over)).problems).toEqual([{ cell: 'C3', text: expect.stringContaining('对不上') }])
  expect((await send(league, over)).problems).toHaveLength(1)
  expect((await send(league, await sheet([['随便'], ['写写']]))).code).toBe('indicator-sheet-wrong')
  expect((await send(family, over)).code).toBe('not-allowed')
  expect((await send(league, Buffer.from('x'))).code).toBe('file-wrong')
})

test('what goes out can come in again; one page shows the areas, the list goes page by page', async () => {
  const out = await call(region, 'GET', `/indicators/sheet?layout=years&indicator=W-HEA-1&org=${orgs.region}`)
  expect(out.status).toBe(200)
  expect(await send(region, out.raw.rawPayload)).toMatchObject({ fresh: 0, held: 4, wrong: 0 })
  expect((await call(region, 'GET', '/indicators/sheet?layout=years')).body.code).toBe('input-invalid')
  const byIndicator = await call(region, 'GET', `/indicators/sheet?layout=indicators&year=2022&org=${orgs.region}`)
  expect(await send(region, byIndicator.raw.rawPayload)).toMatchObject({ wrong: 0, held: 3 })
  const page = (await call(family, 'GET', `/indicators/W-HEA-1?org=${orgs.region}&year=2022`)).body
  expect(page).toMatchObject({ year: 2022, years: [2022, 2023], abilities: { define: false, report: false } })
  expect(page.areas).toMatchObject([
    { org: { code: orgs.region }, value: { value: 80.45 } },
    { org: { code: orgs.league }, value: { value: 79.8 } },
  ])
  expect((await list(family)).body.org.code).toBe(orgs.league)
  const first = (await list(region, '?limit=1')).body
  expect([first.items[0].definition.code, first.next !== null]).toEqual(['W-HEA-1', true])
  const second = (await list(region, `?limit=1&cursor=${first.next}`)).body
  expect([second.items[0].definition.code, second.next]).toEqual(['W-SEC-1', null])
})
