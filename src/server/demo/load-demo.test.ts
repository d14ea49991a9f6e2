import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/support/database.ts'
import { readDocumentNumber } from '../../core/citizen-id.ts'
import { clocksOf } from '../../core/clock.ts'
import { todayInShanghai } from '../../core/day.ts'
import { answersSchema, missingIn } from '../../core/field.ts'
import { countsOf } from '../../core/procedure.ts'
import { programmes } from '../../registry.ts'
import { unseal } from '../crypto/seal.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { sealedAs } from '../people/identity.ts'
import { loadFacts } from '../records/facts.ts'
import { type RecordRow, tableOf } from '../records/record-row.ts'
import { loadDemo } from './load-demo.ts'

const { appPool, appUrl, ownerUrl } = await withDatabase()
const home = mkdtempSync(join(tmpdir(), 'niangjia-demo-'))
const key = () => randomBytes(32).toString('base64')
const secrets = {
  superPassword: key(),
  ownerPassword: key(),
  appPassword: key(),
  dataKey: key(),
  hashKey: key(),
  cookieKey: key(),
}
const house = { ownerUrl, appUrl, secrets, home }
const scale = 0.002
const today = todayInShanghai(new Date())
const load = <T>(work: (tx: Tx) => Promise<T>) => onDuty(appPool, 'load', work)
/** Programmes the demo fills; the others begin empty. */
const shown = ['family-story', 'mediation', 'mediation-room', 'volunteer-team', 'volunteer', 'volunteer-session']
const sum = async (measure: string) =>
  (
    await load((tx) =>
      tx.first<{ sum: number }>(sql`
    SELECT sum(e.value)::bigint AS sum FROM entries e JOIN measures m ON m.no = e.measure WHERE m.id = ${measure} AND e.on_date <= ${today}`),
    )
  )?.sum

beforeAll(async () => {
  expect(await loadDemo(house, scale)).toBe('loaded')
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('figures are the articles’ at this scale', async () => {
  // Shown by hand besides: one settled case none, two sessions of 18 and 26 people.
  expect(await sum('volunteer-session.sessions')).toBe(Math.round(854_700 * scale) + 2)
  expect(await sum('volunteer-session.served')).toBe(Math.round(27_013_500 * scale) + 44)
  expect(await sum('volunteer.registered')).toBe(Math.round(346_800 * scale))
  expect(await sum('family-story.attendances')).toBe(Math.round(882_460 * scale))
  expect(await sum('mediation.settled')).toBe(Math.round(9_915 * scale))
  // Where a share would be less than one, every league has one all the same.
  expect(await sum('volunteer-team.registered')).toBe(Math.max(Math.round(6_812 * scale), 12))
  expect(await sum('mediation-room.open')).toBe(12)
  expect(await sum('mediation-room.serving')).toBe(await sum('mediation-room.active'))
})

test('every league has something of each programme that is shown', async () => {
  const rows = await load((tx) =>
    tx.rows<{ programme: string; leagues: number }>(
      sql`SELECT programme, count(DISTINCT area)::integer AS leagues FROM records GROUP BY 1`,
    ),
  )
  expect(Object.fromEntries(rows.map((r) => [r.programme, r.leagues]))).toEqual(
    Object.fromEntries(shown.map((id) => [id, 12])),
  )
})

test('each record could have been entered: its answers fit the forms, its entries are what its facts count, its clocks run', {
  timeout: 120_000,
}, async () => {
  const problems: string[] = []
  let checked = 0
  await load(async (tx) => {
    for (const programme of programmes) {
      const rows = await tx.rows<RecordRow>(
        sql`SELECT r.*, '' AS org_name, NULL AS brand_name FROM ${tableOf(programme.kind)} r WHERE programme = ${programme.id} ORDER BY id`,
      )
      for (const row of rows.filter((_, i) => i % Math.ceil(rows.length / 60) === 0)) {
        checked++
        const { facts } = await loadFacts(tx, secrets.dataKey, programme, row, today)
        const form = answersSchema(programme.fields).safeParse(facts.answers)
        if (!form.success) problems.push(`${programme.id} ${form.error.message}`)
        const opens = Object.fromEntries(programme.opens.map((k) => [k, programme.fields[k] ?? never()]))
        if (missingIn(opens, facts.answers).length > 0)
          problems.push(`${programme.id} misses ${missingIn(opens, facts.answers)}`)
        for (const done of facts.history) {
          const asks = programme.actions[done.action]?.asks
          if (
            asks &&
            !(answersSchema(asks).safeParse(done.answers).success && missingIn(asks, done.answers).length === 0)
          )
            problems.push(`${programme.id} ${done.action}`)
          if (done.on > today) problems.push(`${programme.id} ${done.action} on ${done.on}`)
        }
        const held = await tx.rows<{ key: string }>(sql`
          SELECT m.id || ' ' || e.on_date || ' ' || e.value || ' ' || e.grade::text || ' ' || coalesce(p.id::text, '') AS key
          FROM entries e JOIN measures m ON m.no = e.measure LEFT JOIN people p ON p.no = e.person WHERE e.record = ${row.id}`)
        const desired = countsOf(programme, facts).map(
          (c) => `${c.measure} ${c.on} ${c.value} ${c.grade} ${c.person ?? ''}`,
        )
        if (
          held
            .map((h) => h.key)
            .sort()
            .join() !== desired.sort().join()
        )
          problems.push(`${programme.id} ${row.id} entries differ`)
        const running = await tx.rows<{ key: string }>(
          sql`SELECT clock || ' ' || due_on AS key FROM clocks WHERE record = ${row.id} AND ended_on IS NULL`,
        )
        const open = clocksOf(programme.clocks, facts.history, facts.answers)
          .filter((c) => !c.endedOn)
          .map((c) => `${c.clock} ${c.dueOn}`)
        if (
          running
            .map((r) => r.key)
            .sort()
            .join() !== open.sort().join()
        )
          problems.push(`${programme.id} ${row.id} clocks differ`)
      }
    }
  })
  expect(problems).toEqual([])
  expect(checked).toBeGreaterThan(150)
})

test('family education: plaques and places apart, a full year of parents, views apart from both', async () => {
  const year = Number(today.slice(0, 4)) - 1
  const inYear = (measure: string) =>
    load((tx) =>
      tx.first<{ sum: number }>(sql`
      SELECT sum(e.value)::bigint AS sum FROM entries e JOIN measures m ON m.no = e.measure
      WHERE m.id = ${measure} AND e.on_date BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`),
    )
  expect((await inYear('family-activity.parents'))?.sum).toBe(Math.round(8_040_000 * scale))
  expect(await sum('parent-episode.views')).toBe(Math.round(60_480_000 * scale))
  const [places = 0, plaques = 0] = [
    await sum('family-place.places'),
    Number(await sum('family-place.schoolsAndPoints')) +
      Number(await sum('family-place.centres')) +
      Number(await sum('family-place.homes')) +
      Number(await sum('family-place.schoolParents')) +
      Number(await sum('family-place.bases')),
  ]
  expect(await sum('family-place.centres')).toBeGreaterThanOrEqual(12)
  expect(places).toBeGreaterThan(12 * 6)
  expect(plaques).toBeGreaterThan(places)
})

test('the directory is counted: kinds add up, homes and members are the articles’ at this scale', async () => {
  const parts = ['federations', 'newFields', 'industries', 'groupMembers']
  const sums = await Promise.all(parts.map((part) => sum(`organisation.${part}`)))
  expect(sums.reduce<number>((a, b) => a + Number(b), 0)).toBe(await sum('organisation.all'))
  // One home, one organisation of a new field and five seats are set up by hand.
  expect(await sum('organisation.homes')).toBe(Math.round(120_000 * scale) + 1)
  expect(await sum('organisation.newFields')).toBe(Math.max(Math.round(5_000 * scale), 12) + 1)
  expect(await sum('committee-seat.seats')).toBe(Math.round(122_000 * scale) + 5)
  expect(await sum('issued-rule.issued')).toBe(12)
  expect(await sum('exchange-agreement.lanes')).toBe(5)
})

test('verify recomputes every layer and finds nothing', { timeout: 120_000 }, async () => {
  const found: string[] = []
  const { records } = await verifyLedger(appPool, secrets.dataKey, (...line) => found.push(line.join(' ')))
  expect(found).toEqual([])
  expect(records).toBeGreaterThan(2_000)
})

test('made people have sealed numbers of a prefix that is never issued', async () => {
  const rows = await load((tx) =>
    tx.rows<{ id: string; id_sealed: Buffer; key_salt: Buffer; birth_date: string }>(sql`
    SELECT id, id_sealed, key_salt, birth_date FROM people WHERE id_sealed IS NOT NULL ORDER BY id LIMIT 50`),
  )
  for (const { id, id_sealed, key_salt, birth_date } of rows) {
    const number = unseal(secrets.dataKey, key_salt, id_sealed, sealedAs(id, 'idNumber'))
    expect(number).toMatch(/^150000/)
    expect(readDocumentNumber('citizen-id', number, today)).toMatchObject({ ok: true, bornOn: birth_date })
  }
  expect(rows).toHaveLength(50)
})

test('everything is labelled demo, sealed cases have a handler, and every state of a case is there', async () => {
  const row = await load((tx) =>
    tx.first<{ unlabelled: number; unhandled: number; states: number }>(sql`
    SELECT ((SELECT count(*) FROM records WHERE NOT demo) + (SELECT count(*) FROM people WHERE NOT demo) + (SELECT count(*) FROM accounts WHERE NOT demo))::integer AS unlabelled,
           (SELECT count(*) FROM cases WHERE NOT sealed OR handlers = '{}')::integer AS unhandled,
           (SELECT count(DISTINCT state) FROM cases)::integer AS states`),
  )
  expect(row).toMatchObject({ unlabelled: 0, unhandled: 0 })
  expect(row?.states).toBeGreaterThanOrEqual(4)
})

test('a second load changes nothing', async () => {
  const count = () =>
    load((tx) =>
      tx.first(
        sql`SELECT (SELECT count(*) FROM records) AS records, (SELECT count(*) FROM entries) AS entries, (SELECT count(*) FROM accounts) AS accounts`,
      ),
    )
  const before = await count()
  expect(await loadDemo(house, scale)).toBe('demo-held')
  expect(await count()).toEqual(before)
})

function never(): never {
  throw new Error('a field of opens is not defined')
}
