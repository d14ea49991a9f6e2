import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type pg from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/support/database.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { madeCitizenId } from '../../core/citizen-id.ts'
import { onDuty } from '../database/actor.ts'
import { folderStore } from '../files/file-store.ts'
import { buildApp } from '../http/app.ts'
import { hashToken } from '../http/caller.ts'
import { foldOnce } from '../ledger/fold.ts'
import { verifyLedger } from '../ledger/verify.ts'
import type { Secrets } from '../secrets.ts'
import { backUp } from './back-up.ts'
import type { Manifest } from './manifest.ts'
import { checkBackup, restore } from './restore.ts'

// The drill: people write, a backup is taken among them, and the house stands again somewhere else.
const house = await makeHouse()
const target = await withDatabase()
const { secrets } = house.house
const folder = mkdtempSync(join(tmpdir(), 'niangjia-drill-'))
const file = join(folder, 'backup.tar.gz')
const here = { ownerUrl: house.ownerUrl, secrets, home: join(folder, 'here') }
const there = { ownerUrl: target.ownerUrl, secrets, home: join(folder, 'there') }
const apps: FastifyInstance[] = []

const openApp = async (pool: pg.Pool, keys: Secrets, home: string) => {
  const app = await buildApp({
    pool,
    secrets: keys,
    files: folderStore(join(home, 'files')),
    enqueue: async () => undefined,
  })
  apps.push(app)
  return async (who: Signed, method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers: who.headers,
      ...(payload ? { payload } : {}),
    })
    return { status: answer.statusCode, body: answer.json(), bytes: answer.rawPayload }
  }
}
type Call = Awaited<ReturnType<typeof openApp>>

afterAll(async () => {
  for (const app of apps) await app.close()
  rmSync(folder, { recursive: true, force: true })
})

let call: Call
let chair: Signed
let region: Signed
let person: string
let manifest: Manifest
const idNumber = madeCitizenId('1985-05-20', 102)
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** An evening from planned to held, as a front line makes it. */
async function makeEvening(ask: Call, who: Signed, guest: string): Promise<string> {
  const id = v7()
  const answers = { title: `夜话 ${id.slice(-6)}\t"引号"\\`, heldOn: '2026-03-05', place: '红柳嘎查' }
  const path = `/records/family-story/${id}`
  const made = await ask(who, 'POST', '/records/family-story', { id, actionId: v7(), answers })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const came = await ask(who, 'POST', `${path}/attendance`, { actionId: v7(), people: [{ person: guest }] })
  const held = await ask(who, 'POST', `${path}/actions/hold`, { actionId: v7(), revision: came.body.revision })
  expect(held.body.state, JSON.stringify(held.body)).toBe('held')
  return id
}

const measures = ['family-story.sessions', 'family-story.attendances', 'family-story.people']
async function figures(ask: Call, who: Signed, asOf?: string) {
  const answers = await Promise.all(
    measures.map((measure) =>
      ask(
        who,
        'GET',
        `/figures?measure=${measure}&org=${orgs.region}&from=2026-01-01&to=2026-12-31&by=child${asOf ? `&asOf=${asOf}` : ''}`,
      ),
    ),
  )
  for (const { status, body } of answers) expect(status, JSON.stringify(body)).toBe(200)
  return {
    values: answers.map(({ body }) => [body.value, body.entries, body.byChild]),
    watermark: String(answers[0]?.body.watermark),
  }
}

/** The same account and post, signed in at the other place. */
async function reenter(pool: pg.Pool, { actor }: Signed): Promise<Signed> {
  const token = randomBytes(32).toString('base64url')
  await onDuty(pool, 'sign-in', (tx) =>
    tx.rows(sql`
    INSERT INTO sessions (area, token_hash, account, post, second_step, expires_at)
    SELECT area, ${hashToken(token)}, account, id, true, now() + interval '1 day' FROM posts WHERE id = ${actor.post}`),
  )
  return { actor, token, headers: { authorization: `Bearer ${token}`, 'x-niangjia-request': '1' } }
}

async function expectSound(pool: pg.Pool, keys: Secrets): Promise<void> {
  const wrong: unknown[] = []
  await verifyLedger(pool, keys.dataKey, (...line) => wrong.push(line))
  expect(wrong).toEqual([])
}

const before: { values: unknown; watermark: string } = { values: [], watermark: '' }
const after: { values: unknown; watermark: string } = { values: [], watermark: '' }
const sure: string[] = []
let evening: string

beforeAll(async () => {
  call = await openApp(house.appPool, secrets, here.home)
  chair = await house.signIn('chair', orgs.village)
  region = await house.signIn('statistician', orgs.region)
  const added = await call(chair, 'POST', '/people', {
    id: v7(),
    name: '娜仁花',
    org: orgs.village,
    idNumber,
    phone: '13800004321',
  })
  person = added.body.id
  evening = await makeEvening(call, chair, person)
  await folderStore(join(here.home, 'files')).put('attachments/made/photo', photo)
  for (let n = 0; n < 8; n++) sure.push(await makeEvening(call, chair, person))
  await foldOnce(house.appPool)
  sure.push(await makeEvening(call, chair, person)) // in the tail when the backup begins
  Object.assign(before, await figures(call, region))

  // Ballast between the records and their entries in the file: a backup of tables, each as of its own moment, would tear here.
  await onDuty(house.appPool, 'load', (tx) =>
    tx.rows(sql`
    INSERT INTO clocks (area, record, clock, kind, programme, org, legal, sealed, roles, started_on, due_on)
    SELECT 1529, gen_random_uuid(), repeat(md5(n::text), 12), 'case', 'made', ${orgs.village}, false, false, '{}', '2026-01-01', '2026-01-02'
    FROM generate_series(1, 30000) n`),
  )

  let done = false
  const write = async () => {
    while (!done) {
      await makeEvening(call, chair, await house.addPerson(orgs.village, '乌云'))
      await foldOnce(house.appPool)
    }
  }
  const writers = [write(), write(), write()]
  manifest = await backUp(here, file).finally(() => {
    done = true
  })
  await Promise.all(writers)
  Object.assign(after, await figures(call, region))
})

test('a backup is one whole file, holds every table, and no key', async () => {
  const tables = (
    await house.ownerPool.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
    )
  ).rows.map((row) => row.name)
  const left = ['drafts', 'ledger_offset', 'schema_migrations', 'sessions']
  expect([...manifest.tables.map((table) => table.name), ...left].sort()).toEqual(tables)
  expect(manifest.tables.find((table) => table.name === 'activities')?.rows).toBeGreaterThanOrEqual(sure.length)
  const text = gunzipSync(readFileSync(file))
  for (const key of Object.values(secrets)) expect(text.includes(key)).toBe(false)
  for (const secret of [idNumber, '13800004321']) expect(text.includes(secret)).toBe(false)
  expect(existsSync(`${file}.part`)).toBe(false)
  await expect(backUp(here, file)).rejects.toThrow('已存在')
})

test('a damaged file, another version and other keys are refused before anything is written', async () => {
  const bytes = readFileSync(file)
  const bad = join(folder, 'bad.tar.gz')
  const refused = async (content: Buffer, why: RegExp) => {
    writeFileSync(bad, content)
    await expect(checkBackup(bad, secrets)).rejects.toThrow(why)
  }
  await refused(bytes.subarray(0, bytes.length - 20), /不是完整/)
  await refused(Buffer.alloc(1000, 1), /不是完整/)
  const unpacked = gunzipSync(bytes)
  const changed = Buffer.from(unpacked)
  changed[changed.indexOf('夜话') + 8] = 65
  await refused(gzipSync(changed), /check sum/)
  const older = Buffer.from(unpacked)
  const at = older.lastIndexOf('"sha256"', older.lastIndexOf('"ledgerEnd"')) + 12
  older[at] = older[at] === 97 ? 98 : 97
  await refused(gzipSync(older), /另一个版本/)
  const others = { ...secrets, dataKey: randomBytes(32).toString('base64') }
  await expect(checkBackup(file, others)).rejects.toThrow('secrets.json')
  await expect(checkBackup(join(folder, 'none'), secrets)).rejects.toThrow('不是完整')
})

test('restored, the ledger is sound, old watermarks give the same digits, and numbers go on growing', async () => {
  await checkBackup(file, secrets)
  await restore(there, file)
  await expectSound(target.appPool, secrets)
  const ask = await openApp(target.appPool, secrets, there.home)
  const who = await reenter(target.appPool, region)
  expect((await figures(ask, who, before.watermark)).values).toEqual(before.values)
  // The snapshot fell among the writers: what the house held then, no more.
  const then = await figures(ask, who)
  const held = await onDuty(target.appPool, 'verify', (tx) =>
    tx.first<{ n: number }>(sql`SELECT count(*) AS n FROM activities WHERE state = 'held'`),
  )
  expect(then.values[0]).toEqual([held?.n, held?.n, expect.anything()])
  for (const id of sure)
    expect((await ask(await reenter(target.appPool, chair), 'GET', `/records/family-story/${id}`)).body.state).toBe(
      'held',
    )

  const late = (await figures(ask, who, after.watermark)).values
  const writer = await reenter(target.appPool, chair)
  for (let n = 0; n < 3; n++) await makeEvening(ask, writer, person)
  for (const tidy of [false, true]) {
    if (tidy) await foldOnce(target.appPool)
    expect((await figures(ask, who, before.watermark)).values).toEqual(before.values)
    expect((await figures(ask, who, after.watermark)).values).toEqual(late)
    expect((await figures(ask, who, then.watermark)).values).toEqual(then.values)
    expect((await figures(ask, who)).values[0]?.[0]).toBe((held?.n ?? 0) + 3)
  }
  await expectSound(target.appPool, secrets)
})

test('restored, sealed fields open with the same keys and with no others; files and the door are as they were', async () => {
  const question = { purpose: '核对身份', fields: ['idNumber'] }
  const right = await openApp(target.appPool, secrets, there.home)
  const who = await reenter(target.appPool, chair)
  const opened = await right(who, 'POST', `/people/${person}/open`, question)
  expect(JSON.stringify(opened.body)).toContain(idNumber)
  const wrong = await openApp(target.appPool, { ...secrets, dataKey: randomBytes(32).toString('base64') }, there.home)
  const closed = await wrong(who, 'POST', `/people/${person}/open`, question)
  expect(JSON.stringify(closed.body)).not.toContain(idNumber)
  expect(closed.status).not.toBe(200)
  expect(readFileSync(join(there.home, 'files', 'attachments/made/photo'))).toEqual(photo)
  expect((await right(chair, 'GET', '/me')).status, 'a session of before').toBe(401)
  // Her number is still hers: found by its keyed hash.
  const twice = await right(who, 'POST', '/people', { id: v7(), name: '娜仁花', org: orgs.village, idNumber })
  expect([twice.status, twice.body.code]).toEqual([409, 'person-exists'])
  expect((await right(who, 'GET', `/records/family-story/${evening}`)).body.title).toContain('\t"引号"\\')
})

test('every table, of both, holds the same rows; a target that holds any is refused and left as it is', async () => {
  const again = join(folder, 'again.tar.gz')
  await expect(restore(there, file)).rejects.toThrow('不是空的')
  await expectSound(target.appPool, secrets)
  const now = await backUp(there, again)
  const same = [
    'organisations',
    'people',
    'measures',
    'programmes',
    'accounts',
    'posts',
    'households',
    'organisation_changes',
  ]
  const sums = (of: Manifest) =>
    Object.fromEntries(
      of.tables.filter(({ name }) => same.includes(name)).map(({ name, rows, sha256 }) => [name, [rows, sha256]]),
    )
  expect(Object.keys(sums(now))).toHaveLength(same.length)
  expect(sums(now)).toEqual(sums(manifest))
})
