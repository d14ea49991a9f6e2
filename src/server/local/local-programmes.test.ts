import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { readingEvening } from '../../../test/support/local-specs.ts'
import { fetchTemplate, fillIn, upload } from '../../../test/support/sheets.ts'
import { todayInShanghai } from '../../core/day.ts'
import type { LocalSpec } from '../../core/local/spec.ts'
import { orgCode } from '../../core/org-code.ts'
import { localProgrammes, shelve } from '../../local-programmes.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { runImport } from '../imports/run-import.ts'
import { foldOnce } from '../ledger/fold.ts'
import { verifyLedger } from '../ledger/verify.ts'

const house = await makeHouse()
const { call } = house
const neighbour = orgCode(150200000000)
await onDuty(house.appPool, 'load', (tx) =>
  tx.rows(
    sql`INSERT INTO organisations (code, kind, level, name, short_name) VALUES (${neighbour}, 'federation', 'league', '邻盟妇联', '邻盟')`,
  ),
)
const admin = await house.signIn('administrator', orgs.league)
const chair = await house.signIn('chair', orgs.league)
const statistician = await house.signIn('statistician', orgs.league)
const village = await house.signIn('chair', orgs.village)
const township = await house.signIn('family', orgs.township)
const regionChair = await house.signIn('chair', orgs.region)
const foreignChair = await house.signIn('chair', neighbour)
const foreignAdmin = await house.signIn('administrator', neighbour)
const today = todayInShanghai(new Date())
const year = today.slice(0, 4)

const own = { id: '' }
const path = () => `/local-programmes/${own.id}`
const draft = (who: Signed, spec: unknown, id = v7()) => call(who, 'POST', '/local-programmes', { id, spec })
const decide = (who: Signed, version: number, revision: number, more: object = { agreed: true }) =>
  call(who, 'POST', `${path()}/versions/${version}/decide`, { revision, ...more })
const hold = async (who: Signed, answers: object) => {
  const id = v7()
  const record = `/records/${own.id}/${id}`
  const made = await call(who, 'POST', `/records/${own.id}`, {
    id,
    actionId: v7(),
    answers: { title: '夜读', on: today, place: '书屋', ...answers },
  })
  expect(made.status, made.raw.body).toBe(200)
  const heads = await call(who, 'PUT', `${record}/heads`, {
    actionId: v7(),
    revision: made.body.revision,
    heads: [{ count: 12, grade: 'C', reason: '广场活动，数不清' }],
  })
  expect(heads.status, heads.raw.body).toBe(200)
  const held = await call(who, 'POST', `${record}/actions/hold`, {
    actionId: v7(),
    revision: heads.body.revision,
    answers: {},
  })
  expect(held.status, held.raw.body).toBe(200)
  return { id, record, revision: held.body.revision as number, body: held.body }
}
const check = (record: string, revision: number, who = township) =>
  call(who, 'POST', `${record}/actions/check`, { actionId: v7(), revision, answers: {} })
const figure = async (who: Signed, measure: string, org: number, more = '') =>
  call(who, 'GET', `/figures?measure=${own.id}.${measure}&org=${org}&from=${year}-01-01&to=${year}-12-31${more}`)
const verify = async () => {
  const lines: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (layer, where) => lines.push(`${layer} ${where}`))
  return lines
}
async function tamper(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: house.superUrl })
  await client.connect()
  await client.query(`SET session_replication_role = replica; ${text}`)
  await client.end()
}

test('an administrator composes a draft; others may not; bad specs are refused in words', async () => {
  const id = v7()
  const made = await draft(admin, readingEvening, id)
  expect(made.status, made.raw.body).toBe(200)
  own.id = made.body.id
  expect(made.body).toMatchObject({ inForce: null, open: 'draft', abilities: { compose: true, close: false } })
  expect(made.body.reading.columns.map((c: { label: string }) => c.label)).toContain('送书（本）')
  expect((await draft(admin, readingEvening, id)).body.id).toBe(own.id)
  expect((await draft(chair, readingEvening)).body.code).toBe('not-allowed')
  expect((await draft(await house.signIn('administrator', orgs.township), readingEvening)).body.code).toBe(
    'not-allowed',
  )
  expect((await call(village, 'GET', '/local-programmes')).body.code).toBe('not-allowed')
  expect((await draft(admin, { ...readingEvening, counts: 'x' })).body.code).toBe('input-invalid')
  expect((await draft(admin, { ...readingEvening, pattern: 'approval' })).body.code).toBe('local-pattern')
  const wide: LocalSpec = { ...readingEvening, record: { roles: ['chair'], levels: ['region'] } }
  expect((await draft(admin, wide)).body.code).toBe('local-level')
  const seen = await call(admin, 'POST', '/local-programmes/preview', { spec: readingEvening })
  expect(seen.body.summary.map((line: { zh: string }) => line.zh).join()).toContain('看得到记录')
  expect((await call(admin, 'POST', '/local-programmes/preview', { spec: wide })).body.code).toBe('local-level')
})

test('it is nobody’s before a second person agreed', async () => {
  const handed = await call(admin, 'POST', `${path()}/versions/1/submit`, { revision: 1 })
  expect(handed.body).toMatchObject({ open: 'submitted' })
  expect((await call(village, 'GET', `/records/${own.id}`)).body.code).toBe('programme-unknown')
  expect((await call(chair, 'GET', '/notices')).body.items[0]).toMatchObject({ kind: 'local-asked', link: path() })
  expect((await decide(regionChair, 1, 2)).body.code).toBe('not-allowed')
  expect((await decide(foreignChair, 1, 2)).status).toBe(404)
  expect((await decide(chair, 1, 2, { agreed: false })).body.code).toBe('reason-needed')
  // The wall itself: the administrator cannot put it in force past the route.
  await expect(
    asActor(house.appPool, admin.actor, (tx) =>
      tx.change(
        sql`UPDATE local_versions SET state = 'in-force', sha256 = 'x', decided_by = ${admin.actor.account}, decided_at = now() WHERE programme = ${own.id}`,
      ),
    ),
  ).rejects.toThrow()
  const back = await decide(chair, 1, 2, { agreed: false, reason: '写明含不含线上' })
  expect(back.body.versions[0]).toMatchObject({ state: 'draft', reason: '写明含不含线上' })
  expect((await call(admin, 'GET', '/notices')).body.items[0]).toMatchObject({ kind: 'local-returned' })
  expect((await decide(chair, 1, 3)).body.code).toBe('stale-edit')
  expect((await call(admin, 'POST', `${path()}/versions/1/submit`, { revision: 3 })).status).toBe(200)
  const agreed = await decide(chair, 1, 4)
  expect(agreed.body, agreed.raw.body).toMatchObject({ inForce: 1, open: null })
})

test('a process that did not hear of it finds it with the next request', async () => {
  shelve({ turn: 'of long ago', versions: new Map() })
  const mine = await call(village, 'GET', '/programmes')
  expect(mine.body.items.map((p: { id: string }) => p.id)).toContain(own.id)
  expect(localProgrammes().map((p) => p.id)).toEqual([own.id])
})

test('it behaves like any programme: recorded, checked by a second person, counted, opened down to the record', async () => {
  const evening = await hold(village, { f1: 30, f2: 'o2' })
  expect((await figure(statistician, 'm1', orgs.league)).body.value).toBe(1)
  expect((await figure(statistician, 'm3', orgs.league)).body.value).toBe(12)
  expect((await figure(statistician, 'm2', orgs.league)).body.value).toBe(0)
  expect((await check(evening.record, evening.revision, village)).body.code).toBe('second-person')
  const before = (await figure(statistician, 'm2', orgs.league)).body.watermark
  expect((await check(evening.record, evening.revision)).status).toBe(200)
  const sum = await figure(statistician, 'm2', orgs.league)
  expect(sum.body).toMatchObject({ value: 30 })
  expect((await figure(statistician, 'm2', orgs.league, `&asOf=${encodeURIComponent(before)}`)).body.value).toBe(0)
  const drill = await call(
    statistician,
    'GET',
    `/figures/entries?measure=${own.id}.m2&org=${orgs.league}&from=${year}-01-01&to=${year}-12-31`,
  )
  expect(drill.body.items, drill.raw.body).toHaveLength(1)
  expect(drill.body.items[0]).toMatchObject({ title: '夜读' })
  const todo = await hold(village, { f1: 4 })
  expect((await call(township, 'GET', '/todos?all=true')).raw.body).toContain(todo.id)
  const list = await call(statistician, 'GET', `/records/${own.id}`)
  expect(list.body).toMatchObject({ total: 2, abilities: { create: false } })
  expect((await call(statistician, 'GET', `/records/${own.id}/export`)).status).toBe(200)
})

test('a neighbour league sees nothing of it; above, the number is seen and no record', async () => {
  for (const who of [foreignChair, foreignAdmin]) {
    expect((await call(who, 'GET', '/programmes')).raw.body).not.toContain(own.id)
    expect((await call(who, 'GET', '/measures')).raw.body).not.toContain(own.id)
    expect((await call(who, 'GET', `/records/${own.id}`)).body.code).toBe('programme-unknown')
    expect((await call(who, 'GET', path())).status).not.toBe(200)
  }
  expect((await figure(foreignChair, 'm1', neighbour)).body.code).toBe('measure-unknown')
  const rows = await asActor(house.appPool, foreignChair.actor, async (tx) => [
    ...(await tx.rows(sql`SELECT id FROM programmes WHERE owner IS NOT NULL`)),
    ...(await tx.rows(sql`SELECT id FROM local_programmes`)),
    ...(await tx.rows(sql`SELECT id FROM records WHERE programme = ${own.id}`)),
  ])
  expect(rows).toEqual([])
  expect((await figure(regionChair, 'm1', orgs.region)).body.value).toBe(2)
  expect((await call(regionChair, 'GET', `/records/${own.id}`)).body.code).toBe('programme-unknown')
  expect(
    await asActor(house.appPool, regionChair.actor, (tx) =>
      tx.rows(sql`SELECT FROM records WHERE programme = ${own.id}`),
    ),
  ).toEqual([])
  const leagueMakes = await call(chair, 'POST', `/records/${own.id}`, {
    ...{ id: v7(), actionId: v7(), answers: { title: '越级', on: today, place: '盟里' } },
  })
  expect(leagueMakes.body.code).toBe('not-allowed')
})

test('a filled template comes in', async () => {
  const file = await fillIn(await fetchTemplate(house, village, own.id), [
    { title: '导入一', on: today, place: '书屋', f1: 7, f2: '蒙古包', '#counted': 9, '#state': '已举办' },
    { title: '导入二', on: today, place: '书屋', f1: 'x' },
  ])
  const started = await upload(house, village, file, { what: own.id, dryRun: 'false' })
  expect(started.body, started.raw.body).toMatchObject({ state: 'waiting' })
  await runImport(house.house, started.body.id)
  expect((await call(village, 'GET', `/imports/${started.body.id}`)).body).toMatchObject({ rowsDone: 2, rowsWrong: 1 })
  expect((await figure(statistician, 'm3', orgs.league)).body.value).toBe(12 + 12 + 9)
})

test('a new version: old records open and count by theirs, new ones by it, and nothing changes its meaning', async () => {
  const old = (await call(village, 'GET', `/records/${own.id}`)).body.items.find(
    (r: { title: string; state: string }) => r.title === '夜读' && r.state === 'held',
  )
  const [books, place] = readingEvening.fields
  const [evenings, sum, ...rest] = readingEvening.measures
  if (!books || !place || !evenings || !sum) throw new Error('no example')
  const second: LocalSpec = {
    ...readingEvening,
    fields: [place, { ...books, key: 'f3', label: { zh: '借书', en: 'Books lent' }, required: true }],
    measures: [evenings, ...rest, { ...sum, key: 'm5', label: { zh: '借书数', en: '' }, field: 'f3' }],
  }
  const put = (spec: LocalSpec, version = 2, revision = 1) =>
    call(admin, 'PUT', `${path()}/versions/${version}`, { revision, spec })
  expect((await put(second, 1, 5)).body.code).toBe('local-in-force')
  expect((await put({ ...second, kind: 'item' })).body.code).toBe('local-changed')
  expect((await put({ ...second, fields: [{ ...books, kind: 'money', unit: '' }, place] })).body.code).toBe(
    'local-changed',
  )
  expect((await put(second)).status).toBe(200)
  expect((await call(admin, 'POST', `${path()}/versions/2/submit`, { revision: 1 })).status).toBe(200)
  expect((await decide(chair, 2, 2)).body).toMatchObject({ inForce: 2 })

  const seen = await call(village, 'GET', `/records/${own.id}/${old.id}`)
  expect(seen.body).toMatchObject({ version: 1, madeUnder: { version: 1 }, answers: { f1: 4 } })
  expect((await check(`/records/${own.id}/${old.id}`, seen.body.revision)).status).toBe(200)
  expect((await figure(statistician, 'm2', orgs.league)).body.value).toBe(34)
  const fresh = await hold(village, { f3: 8 })
  expect(fresh.body).toMatchObject({ version: 2, madeUnder: null })
  expect((await check(fresh.record, fresh.revision)).status).toBe(200)
  expect((await figure(statistician, 'm5', orgs.league)).body.value).toBe(8)
  expect((await figure(statistician, 'm2', orgs.league)).body.value).toBe(34)
  const unanswered = await call(village, 'POST', `/records/${own.id}`, {
    ...{ id: v7(), actionId: v7(), answers: { title: '夜读', on: today, place: '书屋' } },
  })
  expect(unanswered.body.code).toBe('field-needed')
  const unknown = await call(village, 'POST', `/records/${own.id}`, {
    ...{ id: v7(), actionId: v7(), answers: { title: '夜读', on: today, place: '书屋', f3: 1, f1: 1 } },
  })
  expect(unknown.body.code).toBe('field-unknown')
})

test('its numbers are its own for ever, and a second loading changes nothing', async () => {
  const numbers = () =>
    onDuty(house.appPool, 'verify', (tx) =>
      tx.rows<{ no: number; id: string }>(sql`SELECT no, id FROM measures WHERE programme = ${own.id} ORDER BY no`),
    )
  const held = await numbers()
  expect(held.map((m) => m.id.split('.')[1])).toEqual(['m1', 'm2', 'm3', 'm4', 'm5'])
  expect(new Set(held.map((m) => m.no)).size).toBe(5)
  await call(village, 'GET', '/programmes')
  expect(await numbers()).toEqual(held)
})

test('verification recomputes it, and finds what was tampered with', async () => {
  await foldOnce(house.appPool)
  shelve({ turn: '', versions: new Map() })
  expect(await verify()).toEqual([])
  await tamper(
    `UPDATE records SET answers = answers || '{"f1": 400}' WHERE programme = '${own.id}' AND answers ->> 'f1' = '30'`,
  )
  expect((await verify()).some((line) => line.startsWith(`record ${own.id}`) && line.includes('m2'))).toBe(true)
  await tamper(
    `UPDATE records SET answers = answers || '{"f1": 30}' WHERE programme = '${own.id}' AND answers ->> 'f1' = '400'`,
  )
  await tamper(`UPDATE local_versions SET spec = jsonb_set(spec, '{measures,0,state}', '"checked"') WHERE version = 2`)
  expect(await verify()).toContain(`definition ${own.id} version 2`)
  await tamper(`UPDATE local_versions SET spec = jsonb_set(spec, '{measures,0,state}', '"held"') WHERE version = 2`)
  await tamper(`UPDATE programmes SET see = array_append(see, 'auditor') WHERE id = '${own.id}'`)
  expect(await verify()).toEqual([`definition ${own.id}`])
  await tamper(`UPDATE programmes SET see = array_remove(see, 'auditor') WHERE id = '${own.id}'`)
  await tamper(`UPDATE records SET version = 7 WHERE programme = '${own.id}' AND version = 2`)
  expect((await verify()).some((line) => line.startsWith(`definition ${own.id} `))).toBe(true)
  await tamper(`UPDATE records SET version = 2 WHERE programme = '${own.id}' AND version = 7`)
  expect(await verify()).toEqual([])
})

test('closed, it takes no new record, and those there go on', async () => {
  const evening = await hold(village, { f3: 2 })
  expect((await call(chair, 'POST', `${path()}/close`, { reason: '并入别的项目' })).body.code).toBe('not-allowed')
  const closed = await call(admin, 'POST', `${path()}/close`, { reason: '并入别的项目' })
  expect(closed.body).toMatchObject({ closed: { reason: '并入别的项目' }, abilities: { compose: false, close: false } })
  const more = await call(village, 'POST', `/records/${own.id}`, {
    ...{ id: v7(), actionId: v7(), answers: { title: '再来', on: today, place: '书屋', f3: 1 } },
  })
  expect(more.body.code).toBe('not-allowed')
  expect((await check(evening.record, evening.revision)).status).toBe(200)
  expect((await figure(statistician, 'm5', orgs.league)).body.value).toBe(10)
})

test('a banner that is merged takes its programmes to its successor, records and numbers with them', async () => {
  const bannerAdmin = await house.signIn('administrator', orgs.banner)
  const bannerChair = await house.signIn('chair', orgs.banner)
  const heir = await house.signIn('chair', orgs.otherBanner)
  const made = await draft(bannerAdmin, readingEvening)
  expect(made.body.code, 'a banner does not reach the league').toBeUndefined()
  own.id = made.body.id
  await call(bannerAdmin, 'POST', `${path()}/versions/1/submit`, { revision: 1 })
  expect((await decide(bannerChair, 1, 2)).body).toMatchObject({ inForce: 1 })
  const evening = await hold(village, { f1: 3 })
  expect((await call(heir, 'GET', '/programmes')).raw.body).not.toContain(own.id)
  const organiser = await house.signIn('organisation', orgs.league)
  const merged = await call(organiser, 'POST', `/orgs/${orgs.banner}/merge`, {
    ...{ id: v7(), on: today, into: orgs.otherBanner, basis: '试 1 号文', children: [] },
  })
  expect(merged.status, merged.raw.body).toBe(200)
  expect((await call(heir, 'GET', '/programmes')).raw.body).toContain(own.id)
  expect((await call(heir, 'GET', `/records/${own.id}/${evening.id}`)).status).toBe(200)
  expect((await figure(heir, 'm1', orgs.otherBanner)).body.value).toBe(1)
  expect((await call(heir, 'GET', path())).body).toMatchObject({ org: { code: orgs.otherBanner } })
  await foldOnce(house.appPool)
  expect((await verify()).filter((line) => line.includes('local-'))).toEqual([])
})
