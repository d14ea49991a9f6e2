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
import { localProgrammes } from '../../local-programmes.ts'
import { findProgramme, programmes } from '../../registry.ts'
import { articleFigures } from '../articles/article-figures.ts'
import { figureTable } from '../articles/figure-table.ts'
import { articleIndicators } from '../articles/figures-policy.ts'
import { unseal } from '../crypto/seal.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import { folderStore } from '../files/file-store.ts'
import { buildApp } from '../http/app.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { sealedAs } from '../people/identity.ts'
import { loadFacts } from '../records/facts.ts'
import { type RecordRow, tableOf } from '../records/record-row.ts'
import { Calendar } from './calendar.ts'
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
const calendar = new Calendar(today)
const campaign = [calendar.day(calendar.campaign.from), calendar.day(calendar.campaign.until)] as const
const many = (whole: number) => Math.round(whole * scale)
/** Kept by the region alone: one rule for everybody. */
const regional = [
  'relief-rule',
  'relief-project',
  'project-spending',
  'parent-episode',
  'family-film',
  'work-method',
  'online-lecture',
  'outreach-topic',
  'initiative',
  'homecare-standard',
]
const sum = async (measure: string, [from, to]: readonly [string, string] = ['2015-01-01', today]) =>
  (
    await load((tx) =>
      tx.first<{ sum: number }>(sql`
    SELECT sum(e.value)::bigint AS sum FROM entries e JOIN measures m ON m.no = e.measure WHERE m.id = ${measure} AND e.on_date BETWEEN ${from} AND ${to}`),
    )
  )?.sum
const people = async (measure: string, [from, to]: readonly [string, string]) =>
  (
    await load((tx) =>
      tx.first<{ count: number }>(sql`
    SELECT count(DISTINCT e.person)::integer AS count FROM entries e JOIN measures m ON m.no = e.measure
    WHERE m.id = ${measure} AND e.person IS NOT NULL AND e.on_date BETWEEN ${from} AND ${to}`),
    )
  )?.count

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
  expect(await sum('risk-clue.clues')).toBe(many(33_120))
  expect(await sum('dandelion-project.projects')).toBe(12)
  expect(await sum('dandelion-service.attendances')).toBe(many(516_000))
  expect(await sum('dandelion-service.homes')).toBe(many(14_000))
})

test('this year’s four campaigns are each their own figure', async () => {
  expect(await people('committee-visit.members', campaign)).toBe(many(10_000))
  // Three more signed in by hand at the demo banner.
  expect(await people('volunteer-session.volunteers', campaign)).toBe(many(10_000) + 3)
  expect(await people('legal-clinic.lawyers', campaign)).toBe(12)
  expect(await sum('mediation-room.serving', campaign)).toBe(12)
  expect(await sum('committee-visit.helped', campaign)).toBe(many(60_200))
  expect(await sum('legal-clinic.attendances', campaign)).toBe(many(8_600))
  expect(await sum('room-action.attendances', campaign)).toBe(many(31_800))
})

test('money raised since 2022 and since 2021, and relief by the standard but one half given back', async () => {
  const since2022 = many(120_000_000) + 100 * Math.round((59_000_000 * scale) / 100)
  expect(await sum('donation.raised', ['2022-01-01', today])).toBe(since2022 * 100)
  expect(await sum('donation.raised')).toBe((since2022 + many(4_000_000)) * 100)
  const women = await people('two-cancers.women', ['2015-01-01', today])
  expect(women).toBe(12)
  expect(await sum('two-cancers.standard')).toBe(12 * 10_000_00)
  expect(await sum('two-cancers.paid')).toBe(12 * 10_000_00 - 5_000_00)
  expect(await sum('gift-issue.helped')).toBeGreaterThanOrEqual(many(10_040_000))
})

test('every number of the articles is answered over HTTP, each under its own measures', async () => {
  const app = await buildApp({
    pool: appPool,
    secrets,
    files: folderStore(join(home, 'files')),
    enqueue: async () => undefined,
  })
  const table = await figureTable(app, today)
  await app.close()
  const rows = table
    .split('\n')
    .slice(2)
    .map((line) => line.split(' | '))
  const all = [...articleFigures, ...articleIndicators].map(({ no }) => no).sort()
  expect(rows.map(([no]) => no)).toEqual(all.map((no) => `| ${no}`))
  const computed = Object.fromEntries(rows.map(([no, , , , value]) => [no?.slice(2), value]))
  expect(computed).toMatchObject({
    F041: '115,000 元',
    F042: '10,000 元',
    F045: `${many(10_000)} 人`,
    F091: `${many(9_915)} 件<br>${many(33_120)} 件`,
    F053: '80.45 岁',
    F054: '10.8 /10万 (14 / 129,630)',
    F055: '44.75 % (2,237,500 / 5,000,000)',
    F056: '51.02 % (8,418,300 / 16,500,000)',
    F057: '50.60 % (258,060 / 510,000)',
    F058: '94.96 % (622,938 / 656,000)',
    F059: '+2.9 个百分点 (上一届（2016 年） 30.1 → 33)',
    F060: '+1.1 个百分点 (上一届（2018 年） 27.6 → 28.7)',
    F061: '+3.5 个百分点 (上一届（2018 年） 24.2 → 27.7)',
    F062: '100.00 % (232 / 232)',
  })
})

test('every league has something of each programme', async () => {
  const rows = await load((tx) =>
    tx.rows<{ programme: string; leagues: number }>(
      sql`SELECT programme, count(DISTINCT area) FILTER (WHERE area <> 1500)::integer AS leagues FROM records GROUP BY 1`,
    ),
  )
  // What a league or a banner composed for itself is kept in its own league only.
  const local = localProgrammes().map(({ id }): [string, number] => [id, 1])
  expect(local).toHaveLength(2)
  expect(Object.fromEntries(rows.map((r) => [r.programme, r.leagues]))).toEqual(
    Object.fromEntries([...programmes.map(({ id }) => [id, regional.includes(id) ? 0 : 12]), ...local]),
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

test('outreach: who came, plays, followings and nested clippings are each their own figure', async () => {
  expect(await sum('lecture.sessions')).toBe(many(88_004))
  expect(await sum('lecture.attendances')).toBe(many(4_003_000))
  expect(await sum('online-lecture.plays')).toBe(many(5_006_000))
  expect(await sum('online-lecture.episodes')).toBe(1)
  expect(await sum('education-base.bases')).toBe(12)
  expect(await sum('outreach-event.representatives')).toBe(6)
  expect(await sum('outreach-event.experts')).toBe(12)
  expect(await sum('media-account.followings')).toBe(many(10_021_000))
  expect(await sum('media-account.impressions')).toBe(many(1_503_000_000))
  const clippings = await Promise.all(['all', 'national', 'front'].map((part) => sum(`clipping.${part}`)))
  expect(clippings).toEqual([12, 3, 1])
})

test('domestic service: persons beside person-times, the federation’s classes apart from the companies’ own', async () => {
  const ever = ['2015-01-01', today] as const
  expect(await sum('homecare-standard.led')).toBe(4)
  expect(await sum('homecare-class.classes')).toBe(Math.max(many(2_327), 12))
  expect(await sum('homecare-class.trained')).toBe(many(58_000))
  expect(await sum('homecare-class.companyTrained')).toBe(many(58_000))
  const [all = 0, ours = 0] = [
    await people('homecare-class.people', ever),
    await people('homecare-class.federationPeople', ever),
  ]
  expect(ours).toBeLessThanOrEqual(many(58_000))
  expect(all).toBeGreaterThan(ours)
  expect(all).toBeLessThanOrEqual(2 * many(58_000))
  expect(await sum('homecare-worker.members')).toBe(Math.max(many(22_300), 12))
  expect(await sum('homecare-placement.placements')).toBe(many(30_000))
})

test('jobs and work: each of the articles’ numbers at this scale, views apart from who came, offered apart from hired', async () => {
  expect(await sum('job-fair.fairs')).toBe(12)
  expect(await sum('job-post.positions')).toBe(many(28_000))
  expect(Number(await sum('job-fair.positions'))).toBeGreaterThanOrEqual(many(28_000))
  expect(await sum('job-post.association')).toBe(12)
  expect(await sum('job-live.views')).toBe(many(195_900))
  expect(await people('job-intent.liveSeekers', ['2015-01-01', today])).toBe(12)
  expect(await sum('skill-class.trained')).toBe(many(203_000))
  expect(await people('skill-class.people', ['2015-01-01', today])).toBe(many(55_000))
  expect(await sum('skill-class.spent')).toBe(many(51_890_000) * 100)
  expect(await sum('women-base.regional')).toBe(12)
  expect(await sum('women-base.national')).toBe(12)
  expect(await sum('lifted-women.women')).toBe(many(372_000))
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

test('loans the bank tells of, provinces and family traditions are the articles’ at this scale; referrals are another sum', async () => {
  expect(await sum('loan-report.lent')).toBe(many(4_000_000) * 10_000_00)
  expect(await sum('cooperation-agreement.provinces')).toBe(9)
  expect(await sum('family-tradition.sessions')).toBe(many(13_000))
  expect(Number(await sum('loan-referral.disbursed'))).toBeGreaterThan(0)
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

test('everything is labelled demo', async () => {
  const row = await load((tx) =>
    tx.first(sql`
    SELECT (SELECT count(*) FROM records WHERE NOT demo)::integer AS records, (SELECT count(*) FROM people WHERE NOT demo)::integer AS people,
           (SELECT count(*) FROM accounts WHERE NOT demo)::integer AS accounts`),
  )
  expect(row).toEqual({ records: 0, people: 0, accounts: 0 })
})

test('what is confidential is sealed and handled by somebody who has a post there; nothing else is sealed', async () => {
  const rows = await load((tx) =>
    tx.rows<{ programme: string; open: number; sealed: number; closed: number; roles: string[] }>(sql`
    SELECT r.programme, count(*) FILTER (WHERE NOT r.sealed)::integer AS open, count(*) FILTER (WHERE r.sealed)::integer AS sealed,
           count(*) FILTER (WHERE h.roles IS NULL)::integer AS closed, array_agg(DISTINCT role) FILTER (WHERE role IS NOT NULL) AS roles
    FROM records r
    LEFT JOIN LATERAL (SELECT array_agg(DISTINCT p.role) AS roles FROM posts p
                       WHERE p.account = ANY (r.handlers) AND p.org / 10000 = r.org / 10000) h ON true
    LEFT JOIN LATERAL unnest(h.roles) role ON true
    GROUP BY 1`),
  )
  for (const { programme: id, open, sealed, closed, roles } of rows) {
    const programme = findProgramme(id) ?? never()
    if (!programme.confidential) expect([id, sealed]).toEqual([id, 0])
    else {
      expect([id, open, closed]).toEqual([id, 0, 0])
      expect([id, roles.some((role) => programme.access.see.some((see) => see === role))]).toEqual([id, true])
    }
  }
})

test('no deadline ran out weeks ago: who left it would be asked why', async () => {
  const late = await load((tx) =>
    tx.rows(
      sql`SELECT programme, clock, due_on FROM clocks WHERE ended_on IS NULL AND paused_on IS NULL AND due_on < ${today}::date - 14`,
    ),
  )
  expect(late).toEqual([])
})

test('a person has one name wherever she is written down', async () => {
  const others = await load((tx) =>
    tx.rows(sql`
    SELECT r.programme, r.title, p.name FROM records r JOIN people p ON p.id = r.person
    WHERE r.programme IN ('volunteer', 'lawyer', 'mediator') AND r.title <> p.name`),
  )
  expect(others).toEqual([])
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
