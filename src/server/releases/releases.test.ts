import exceljs from 'exceljs'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import type { Count } from '../../core/count.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { createPool } from '../database/pool.ts'
import { foldOnce } from '../ledger/fold.ts'
import { postCounts } from '../ledger/post.ts'
import { verifyReleases } from './verify-release.ts'

const house = await makeHouse()
const { call, appPool } = house
/** Somebody at the machine itself, past every wall. */
const intruder = createPool(house.superUrl, 1)
afterAll(() => intruder.end())
let maker: Signed
let chair: Signed
let village: Signed
const year = { from: '2026-01-01', to: '2026-12-31' }

async function record(programme: string, kind: string, org: OrgCode, counts: Count[]): Promise<string> {
  const id = v7()
  await onDuty(appPool, 'load', async (tx) => {
    await tx.rows(sql`INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date, sealed)
      VALUES (${areaOf(org)}, ${kind}, ${id}, ${programme}, 1, ${org}, ${org}, '一场', 'held', '2026-03-05', ${programme === 'mediation'})`)
    await postCounts(tx, { record: id, action: v7(), post: undefined, org }, counts)
  })
  return id
}
const evening = (on: string, people: readonly string[]): Count[] => [
  { measure: 'family-story.sessions', on, value: 1, grade: 'A' },
  { measure: 'family-story.attendances', on, value: 46, grade: 'A' },
  ...people.map((person): Count => ({ measure: 'family-story.people', on, value: 1, grade: 'A', person })),
]
const settled = (on: string): Count[] => [
  { measure: 'mediation.settled', on, value: 1, grade: 'A' },
  { measure: 'mediation.accepted', on, value: 1, grade: 'A' },
]
const figures = ['family-story.sessions', 'family-story.attendances', 'family-story.people'].map((measure) => ({
  measure,
  org: orgs.league,
  ...year,
}))
const ask = (who: Signed, more: object = {}) =>
  call(who, 'POST', '/releases', { id: v7(), title: '2026 年家风家教数字', figures, ...more })
const decide = (who: Signed, id: string, body: object = { approve: true }) =>
  call(who, 'POST', `/releases/${id}/decide`, body)

async function mismatches(number?: string): Promise<string[]> {
  const found: string[] = []
  const which = number ? sql`r.number = ${number}` : undefined
  await onDuty(appPool, 'verify', (tx) =>
    verifyReleases(tx, house.house.secrets.dataKey, (layer, where) => found.push(`${layer} ${where}`), which),
  )
  return found
}

beforeAll(async () => {
  maker = await house.signIn('statistician', orgs.league)
  chair = await house.signIn('chair', orgs.league)
  village = await house.signIn('chair', orgs.village)
  const people = [await house.addPerson(orgs.village, '乌云'), await house.addPerson(orgs.village, '其其格')]
  await record('family-story', 'activity', orgs.village, evening('2026-03-05', people))
  await record('family-story', 'activity', orgs.village3, evening('2026-04-05', people.slice(1)))
  await foldOnce(appPool)
  await record('family-story', 'activity', orgs.banner, evening('2026-05-05', []))
})

describe('a release', () => {
  test('is asked for by one, sealed by another, numbered, and every number has a trace code', async () => {
    const asked = await ask(maker)
    expect(asked.status, asked.raw.body).toBe(200)
    expect(asked.body).toMatchObject({
      state: 'asked',
      number: null,
      figures: [{ value: 3 }, { value: 138 }, { value: 2 }],
    })
    expect((await call(village, 'GET', `/releases/${asked.body.id}`)).status, 'not public yet').toBe(404)
    const { body } = await decide(chair, asked.body.id)
    expect(body).toMatchObject({ state: 'sealed', decidedBy: chair.actor.displayName })
    expect(body.number).toMatch(/^FB-152900-\d{4}-00001$/)
    expect(body.figures[1]).toMatchObject({
      trace: `${body.number}-02`,
      definition: { unit: 'person-time', kind: 'flow' },
    })
    expect(body.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(body.sm3).toMatch(/^[0-9a-f]{64}$/)
    expect((await call(village, 'GET', `/releases/${body.id}`)).body.figures, 'sealed is public').toHaveLength(3)
    expect((await decide(chair, body.id)).body.code).toBe('release-decided')
  })

  test('is reproduced to the digit after more was recorded, corrected and merged', async () => {
    const { body } = await decide(chair, (await ask(maker)).body.id)
    const late = await record('family-story', 'activity', orgs.village, evening('2026-03-09', []))
    await onDuty(appPool, 'load', (tx) =>
      postCounts(tx, { record: late, action: v7(), post: undefined, org: orgs.village }, evening('2026-03-10', [])),
    )
    await foldOnce(appPool)
    const now = await call(
      maker,
      'GET',
      `/figures?measure=family-story.sessions&org=${orgs.league}&from=${year.from}&to=${year.to}`,
    )
    expect(now.body.value).toBe(4)
    expect(await mismatches()).toEqual([])
    const check = (await call(village, 'GET', `/releases/${body.id}/check`)).body
    expect(check).toMatchObject({ same: true, mismatches: [] })
    expect(check.entries).toBe(9)
  })

  test('nobody decides on her own; others are refused; a return says why', async () => {
    const own = (await ask(chair)).body
    expect(own.abilities.decide).toEqual({ allowed: false, why: 'second-person' })
    expect((await decide(chair, own.id)).body.code).toBe('second-person')
    const asked = (await ask(maker)).body
    expect((await decide(maker, asked.id)).body.code).toBe('not-allowed')
    expect((await decide(village, asked.id)).status).toBe(404)
    expect((await decide(chair, asked.id, { approve: false })).body.code).toBe('reason-needed')
    expect((await decide(chair, asked.id, { approve: false, reason: '期间不对' })).body).toMatchObject({
      state: 'returned',
      reason: '期间不对',
      number: null,
    })
    const family = await house.signIn('family', orgs.league)
    expect((await ask(family)).body.code).toBe('not-allowed')
  })

  test('is withdrawn or superseded, never changed, never deleted', async () => {
    const first = (await decide(chair, (await ask(maker)).body.id)).body
    const second = (await ask(maker, { supersedes: first.id })).body
    await decide(chair, second.id)
    expect((await call(village, 'GET', `/releases/${first.id}`)).body.superseded.id).toBe(second.id)
    expect((await call(maker, 'POST', `/releases/${second.id}/withdraw`, { reason: '口径有误' })).body.code).toBe(
      'not-allowed',
    )
    const gone = (await call(chair, 'POST', `/releases/${second.id}/withdraw`, { reason: '口径有误' })).body
    expect(gone).toMatchObject({ state: 'withdrawn', reason: '口径有误' })
    expect((await call(village, 'GET', `/releases/${first.id}`)).body.superseded).toBeNull()
    expect(await mismatches(gone.number), 'still reproduced').toEqual([])
    const change = (what: string) => onDuty(appPool, 'load', (tx) => tx.change(sql.raw(what)))
    await expect(change(`UPDATE releases SET reason = 'x' WHERE id = '${first.id}'`)).rejects.toThrow(/decided/)
    await expect(change(`DELETE FROM releases WHERE id = '${first.id}'`)).rejects.toThrow(/permission denied/)
    await expect(change('UPDATE release_figures SET value = 1')).rejects.toThrow(/permission denied/)
  })

  test('the same id again asks once; wrong choices are refused in words', async () => {
    const id = v7()
    const first = await ask(maker, { id })
    expect((await ask(maker, { id })).body.madeAt).toBe(first.body.madeAt)
    expect((await ask(maker, { id, title: '别的' })).body.code).toBe('action-reused')
    const [one] = figures
    expect((await ask(maker, { figures: [one, one] })).body.code).toBe('release-figure-twice')
    expect((await ask(maker, { figures: [{ ...one, measure: 'nothing.here' }] })).body.code).toBe('measure-unknown')
    expect((await ask(maker, { figures: [{ ...one, org: orgs.region }] })).body.code).toBe('out-of-scope')
    expect((await ask(maker, { figures: [] })).body.code).toBe('input-invalid')
    expect((await ask(maker, { supersedes: id })).body.code).toBe('release-not-yours')
    expect((await call(maker, 'GET', '/releases?limit=2')).body.items).toHaveLength(2)
  })
})

test('the public page shows sealed releases only, to anybody, with downloads that read back cell by cell', async () => {
  const { body } = await decide(chair, (await ask(maker, { title: '公开的 <数字>', note: '说明' })).body.id)
  const waiting = (await ask(maker, { title: '还没批的数字' })).body
  const get = (path: string, headers = {}) => house.app.inject({ url: path, headers })
  const list = await get('/figures')
  expect(list.headers['cache-control']).toBe('public, max-age=300')
  expect(list.body).toContain('公开的 &#60;数字&#62;')
  expect(list.body).not.toContain(waiting.title)
  const page = await get(`/figures/${body.number}`)
  for (const said of [`${body.number}-02`, '>184<', '人次', '2026年', body.sha256, body.sm3, '不包括'])
    expect(page.body).toContain(said)
  for (const hidden of [chair.actor.displayName, maker.actor.displayName, '乌云'])
    expect(page.body).not.toContain(hidden)
  expect((await get(`/figures/${body.number}`, { 'accept-language': 'en' })).body).toContain('Trace code')
  const csv = await get(`/figures/${body.number}.csv`)
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body.split('\r\n')[2]).toMatch(
    new RegExp(`^${body.number}-02,家风故事分享会,[^,]+,184,,,人次,试盟妇联,${orgs.league},2026-01-01,2026-12-31,`),
  )
  const book = new exceljs.Workbook()
  await book.xlsx.load((await get(`/figures/${body.number}.xlsx`)).rawPayload as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]
  expect(sheet?.getRow(3).getCell(1).value).toBe(`${body.number}-02`)
  expect(sheet?.getRow(3).getCell(4).value).toBe(184)
  expect(sheet?.getColumn(2).values).toContain(body.sha256)
  for (const path of [
    '/figures/FB-1',
    '/figures/..%2f',
    `/figures/${body.number}.exe`,
    '/figures/FB-999999-2026-99999',
  ])
    expect((await get(path)).statusCode, path).toBe(404)
})

test('tampering with an entry behind it is found and named, at the entry’s record', async () => {
  const { body } = await decide(chair, (await ask(maker)).body.id)
  const row = (await intruder.query('SELECT min(id) AS id FROM entries WHERE person IS NULL')).rows[0]
  await intruder.query('UPDATE entries SET value = value + 1 WHERE id = $1', [row.id])
  const found = await mismatches(body.number)
  expect(found.some((line) => line.startsWith(`release ${body.number}-`) && line.endsWith('1529 202603'))).toBe(true)
  expect(found.some((line) => line.startsWith('record family-story'))).toBe(true)
  await intruder.query('UPDATE entries SET value = value - 1 WHERE id = $1', [row.id])
  expect(await mismatches(body.number)).toEqual([])
  await intruder.query('ALTER TABLE releases DISABLE TRIGGER releases_guard')
  await intruder.query("UPDATE releases SET title = title || '改' WHERE id = $1", [body.id])
  expect(await mismatches(body.number)).toEqual([`release ${body.number} SHA-256`, `release ${body.number} SM3`])
  await intruder.query('UPDATE releases SET title = $2 WHERE id = $1', [body.id, body.title])
  await intruder.query('ALTER TABLE releases ENABLE TRIGGER releases_guard')
})

test('of a confidential measure only whole years of the region leave, and no small number', async () => {
  const regionMaker = await house.signIn('statistician', orgs.region)
  const regionChair = await house.signIn('chair', orgs.region)
  const sealed = (org: OrgCode, more = {}) => ({ measure: 'mediation.settled', org, ...year, ...more })
  for (let i = 0; i < 7; i++) await record('mediation', 'case', orgs.otherBanner, settled('2026-05-06'))
  const take = (who: Signed, ...chosen: object[]) => ask(who, { figures: chosen })
  expect((await take(maker, sealed(orgs.league))).body.code).toBe('release-whole-years')
  expect((await take(regionMaker, sealed(orgs.region, { to: '2026-06-30' }))).body.code).toBe('release-whole-years')
  const rate = { ...sealed(orgs.region), measure: 'mediation.settleRate' }
  expect((await take(regionMaker, rate)).body.figures?.[0], 'all were settled').toMatchObject({
    numerator: 7,
    denominator: 7,
  })
  const all = await take(regionMaker, sealed(orgs.region))
  expect(all.body.figures[0], all.raw.body).toMatchObject({ value: 7, grades: null, entries: null })
  expect((await decide(regionChair, all.body.id)).body.state).toBe('sealed')
  await record('mediation', 'case', orgs.otherBanner, settled('2025-05-06'))
  const few = await take(regionMaker, sealed(orgs.region, { from: '2025-01-01', to: '2025-12-31' }))
  expect(few.body.code).toBe('release-reveals')
  expect((await intruder.query('SELECT FROM release_chunks')).rowCount).toBeGreaterThan(0)
  expect(await asActor(appPool, regionChair.actor, (tx) => tx.rows(sql`SELECT FROM release_chunks`))).toEqual([])
})
