import { sql } from 'kysely'
import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { startOfDay } from '../../core/clock.ts'
import { addCalendarDays } from '../../core/day.ts'
import { programmes } from '../../registry.ts'
import { onDuty } from '../database/actor.ts'
import { turnDeadlines } from './deadlines-job.ts'

const house = await makeHouse()
const pool = house.appPool
const rights = await house.signIn('rights', orgs.village)
const mediator = await house.signIn('mediator', orgs.village)
const chair = await house.signIn('chair', orgs.village)
const organiser = await house.signIn('organisation', orgs.village)
const above = await house.signIn('rights', orgs.township)
const farAbove = await house.signIn('rights', orgs.banner)
const elsewhere = await house.signIn('rights', orgs.village2)

const morning = (day: string) => new Date(startOfDay(day) + 8 * 3_600_000)
const rows = <Row>(query: Parameters<typeof pg.Client.prototype.query>[0] & string, values: unknown[] = []) =>
  asSuper(async (client) => (await client.query(query, values)).rows as Row[])

async function asSuper<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: house.superUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Running clocks of records that need not be there: who is told depends on the clock alone. */
const addClocks = (
  count: number,
  given: Partial<Record<'programme' | 'clock' | 'handlers' | 'roles' | 'due', string>> & {
    legal?: boolean
    sealed?: boolean
  },
) =>
  onDuty(pool, 'load', (tx) =>
    tx.rows<{ record: string }>(sql`
      INSERT INTO clocks (area, record, clock, kind, programme, org, legal, sealed, handlers, roles, started_on, due_on)
      SELECT 1529, gen_random_uuid(), ${given.clock ?? 'verify'}, 'case', ${given.programme ?? 'volunteer'}, ${orgs.village}, ${given.legal ?? false},
             ${given.sealed ?? false}, ${given.handlers ?? '{}'}::uuid[], ${given.roles ?? '{chair,organisation}'}::text[], '2026-03-02', ${given.due ?? '2026-03-16'}
      FROM generate_series(1, ${count}) RETURNING record`),
  )
interface Notice {
  account: string
  text_key: string
  record: string | null
}
const noticesOf = (account: string) =>
  rows<Notice & Record<string, unknown>>('SELECT * FROM notices WHERE account = $1 ORDER BY at, id', [account])
beforeEach(() => rows('TRUNCATE notices, clocks'))

test('each mark is told once, when it comes: two working days before, and late for 1, 3 and 7 days', async () => {
  await addClocks(1, {})
  const seen: [string, number][] = []
  for (let day = '2026-03-02'; day <= '2026-03-31'; day = addCalendarDays(day, 1)) {
    // Monday 16 March: two working days before is Thursday the 12th.
    for (const now of [new Date(startOfDay(day)), morning(day)]) {
      const { told } = await turnDeadlines(house.house, now)
      if (told > 0) seen.push([day, told])
    }
  }
  // The chair and the organisation post; nobody of another village, and of a service clock nobody above.
  expect(seen).toEqual([
    ['2026-03-12', 2],
    ['2026-03-17', 2],
    ['2026-03-19', 2],
    ['2026-03-23', 2],
  ])
  expect((await noticesOf(chair.actor.account)).map((n) => n.text_key)).toEqual([
    'clock-due',
    'clock-late',
    'clock-late',
    'clock-late',
  ])
  for (const other of [above, farAbove, elsewhere, rights]) expect(await noticesOf(other.actor.account)).toEqual([])
})

test('a sealed record: its handler is told nothing but that there is something, the level above nothing but whom to ask', async () => {
  const handlers = `{${mediator.actor.account}}`
  const [made] = await addClocks(1, {
    programme: 'mediation',
    clock: 'settle',
    handlers,
    roles: '{mediator,rights}',
    legal: true,
    sealed: true,
  })
  await turnDeadlines(house.house, morning('2026-03-13'))
  await turnDeadlines(house.house, morning('2026-03-18'))
  await turnDeadlines(house.house, morning('2026-03-25'))
  const told = await noticesOf(mediator.actor.account)
  expect(told.map((n) => [n.text_key, n.link])).toEqual([
    ['clock-due-sealed', '/todos'],
    ['clock-late-sealed', '/todos'],
    ['clock-late-sealed', '/todos'],
  ])
  const escalated = await noticesOf(above.actor.account)
  expect(escalated).toHaveLength(1)
  expect(escalated[0]).toMatchObject({
    text_key: 'legal-late-sealed',
    org: String(orgs.village),
    link: null,
    due_on: null,
    due_at: null,
  })
  for (const notice of [...told, ...escalated]) {
    expect(notice).toMatchObject({ record: null, programme: null, clock: null })
    expect(JSON.stringify(notice)).not.toContain(String(made?.record))
    expect(JSON.stringify(notice)).not.toMatch(/mediation|settle/)
  }
  // Its own rights post has somebody who handles it; the banner is not the next level.
  for (const other of [rights, farAbove, chair, elsewhere]) expect(await noticesOf(other.actor.account)).toEqual([])
  await rows('TRUNCATE notices, clocks')
  // Nobody handles it: the rights post is told, whatever roles end the clock.
  await addClocks(1, { programme: 'mediation', clock: 'settle', roles: '{mediator}', sealed: true })
  await turnDeadlines(house.house, morning('2026-03-18'))
  expect(await noticesOf(rights.actor.account)).toHaveLength(1)
  expect(await noticesOf(mediator.actor.account)).toEqual([])
})

test('ten thousand clocks are told in well under a minute, each once, by two houses at once and over a broken run', async () => {
  const sealed = {
    programme: 'mediation',
    clock: 'settle',
    handlers: `{${mediator.actor.account}}`,
    legal: true,
    sealed: true,
  }
  await addClocks(4_000, {})
  await addClocks(3_000, sealed)
  await addClocks(3_000, {
    programme: 'mediation',
    clock: 'accept',
    roles: '{mediator,rights}',
    legal: true,
    due: '2026-03-20',
  })
  const now = morning('2026-03-18')
  const began = Date.now()
  // All its connections are cut while it works: what was not committed is done again, what was is not.
  const broken = turnDeadlines(house.house, now).then(
    () => false,
    () => true,
  )
  await new Promise((resolve) => setTimeout(resolve, 150))
  await rows(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'niangjia_app' AND datname = current_database()",
  )
  const wasBroken = await broken
  const [after] = await rows<{ n: number }>('SELECT count(*)::integer AS n FROM notices')
  await Promise.all([turnDeadlines(house.house, now), turnDeadlines(house.house, now)])
  const took = Date.now() - began
  console.log(`10,000 clocks: ${took} ms; cut: ${wasBroken}, after ${after?.n} notices`)
  expect(wasBroken).toBe(true)
  expect(took).toBeLessThan(40_000)
  const counted = async () =>
    (
      await rows<{ account: string; text_key: string; n: number; different: number }>(
        'SELECT account, text_key, count(*)::integer AS n, count(DISTINCT told)::integer AS different FROM notices GROUP BY 1, 2',
      )
    ).map((r) => [r.account, r.text_key, r.n, r.different])
  const expected = [
    [chair.actor.account, 'clock-late', 4_000, 4_000],
    [organiser.actor.account, 'clock-late', 4_000, 4_000],
    [mediator.actor.account, 'clock-late-sealed', 3_000, 3_000],
    [above.actor.account, 'legal-late-sealed', 3_000, 3_000],
    [mediator.actor.account, 'clock-due', 3_000, 3_000],
    [rights.actor.account, 'clock-due', 3_000, 3_000],
  ]
  expect((await counted()).sort()).toEqual(expected.sort())
  await turnDeadlines(house.house, now)
  expect((await counted()).sort()).toEqual(expected.sort())
}, 120_000)

const lawyers = 2_000

/** Registered lawyers whose licence is checked to 10 March or, every other one, to 10 June. */
async function addLawyers(): Promise<void> {
  await onDuty(pool, 'load', async (tx) => {
    await tx.rows(sql`
      INSERT INTO people (area, id, org, name, name_key, gender, key_salt)
      SELECT 1529, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${orgs.village}, '试人', '试人', 'female', decode(md5(n::text), 'hex')
      FROM generate_series(1, ${lawyers}::integer) n`)
    await tx.rows(sql`
      INSERT INTO members (area, kind, id, programme, version, org, ledger_org, title, state, on_date, person, answers, key_salt, revision)
      SELECT 1529, 'member', ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'lawyer', 1, ${orgs.village}, ${orgs.village}, '试', 'active',
             '2026-01-05', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
             jsonb_build_object('name', '试', 'joinedOn', '2026-01-05', 'person', '00000000-0000-7000-8000-' || lpad(n::text, 12, '0'),
                                'validTo', CASE WHEN n % 2 = 0 THEN '2026-06-10' ELSE '2026-03-10' END), decode(md5(n::text), 'hex'), 2
      FROM generate_series(1, ${lawyers}::integer) n`)
    for (const [revision, action, from, to] of [
      [1, 'create', null, 'applied'],
      [2, 'verify', 'applied', 'active'],
    ] as const) {
      await tx.rows(sql`
        INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, by_org, made_on, at)
        SELECT 1529, gen_random_uuid(), id, 'member', 'lawyer', ${action}, ${from}, ${to}, ${revision}, org, '2026-01-05', '2026-01-05 10:00+08'
        FROM members WHERE programme = 'lawyer'`)
    }
    await tx.rows(sql`
      INSERT INTO clocks (area, record, clock, kind, programme, org, legal, sealed, roles, started_on, due_on)
      SELECT area, id, 'licence', 'member', 'lawyer', org, false, false, '{chair}', '2026-01-05', (answers ->> 'validTo')::date
      FROM members WHERE programme = 'lawyer'`)
  })
}

test('what expires, the house ends itself: once, on the right day, under no name, however often it is cut and doubled', async () => {
  await addLawyers()
  const lapses = () =>
    rows<{ n: number; records: number; on: string; names: number }>(`
      SELECT count(*)::integer AS n, count(DISTINCT record)::integer AS records, max(made_on)::text AS on,
             count(coalesce(by_account, by_post))::integer AS names
      FROM actions WHERE action = 'lapse'`)
  await turnDeadlines(house.house, new Date(startOfDay('2026-03-11') - 1))
  expect((await lapses())[0]?.n).toBe(0)
  // The house stood still for four days.
  const now = morning('2026-03-15')
  const began = Date.now()
  const broken = turnDeadlines(house.house, now).then(
    () => false,
    () => true,
  )
  await new Promise((resolve) => setTimeout(resolve, 150))
  await rows(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'niangjia_app' AND datname = current_database()",
  )
  await broken
  // A record it was cut at waits an hour before it is tried again.
  const later = new Date(now.getTime() + 3_700_000)
  await Promise.all([turnDeadlines(house.house, now), turnDeadlines(house.house, now)])
  await Promise.all([turnDeadlines(house.house, later), turnDeadlines(house.house, later)])
  console.log(`${lawyers / 2} expiries: ${Date.now() - began} ms`)
  expect((await lapses())[0]).toEqual({ n: lawyers / 2, records: lawyers / 2, on: '2026-03-11', names: 0 })
  const states = await rows<{ state: string; revision: number; n: number }>(
    "SELECT state, revision, count(*)::integer AS n FROM members WHERE programme = 'lawyer' GROUP BY 1, 2 ORDER BY 1",
  )
  expect(states).toEqual([
    { state: 'active', revision: 2, n: lawyers / 2 },
    { state: 'suspended', revision: 3, n: lawyers / 2 },
  ])
  // The ledger holds each of those whose record was committed anew exactly once.
  const [held] = await rows<{ n: number; sum: number }>(
    "SELECT count(*)::integer AS n, sum(value)::integer AS sum FROM entries e JOIN measures m ON m.no = e.measure WHERE m.id = 'lawyer.registered'",
  )
  expect(held).toEqual({ n: lawyers / 2, sum: lawyers / 2 })
  const [open] = await rows<{ n: number }>(
    "SELECT count(*)::integer AS n FROM clocks WHERE clock = 'licence' AND ended_on IS NULL",
  )
  expect(open?.n).toBe(lawyers / 2)
  const seen = await house.call(chair, 'GET', '/records/lawyer/00000000-0000-7000-9000-000000000001')
  expect(seen.body).toMatchObject({ state: 'suspended', org: { code: orgs.village } })
  expect(seen.body.history.at(-1)).toMatchObject({ action: 'lapse' })
}, 120_000)

test('every step the house takes by itself can be taken by it: no reason, nothing to fill in', () => {
  for (const programme of programmes) {
    for (const [id, clock] of Object.entries(programme.clocks)) {
      if (!clock.expires) continue
      const action = programme.actions[clock.expires]
      const what = `${programme.id}.${id} → ${clock.expires}`
      expect(action, what).toBeDefined()
      expect(action?.reason ?? false, what).toBe(false)
      const asked = Object.values(action?.asks ?? {}).filter((field) => field.required)
      expect(asked, what).toEqual([])
    }
  }
})
