import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { Count, Grade } from '../../src/core/count.ts'
import { areaOf, childPrefix, isWithin, levelOf, type OrgCode } from '../../src/core/org-code.ts'
import { monthOf } from '../../src/core/period.ts'
import { onDuty } from '../../src/server/database/actor.ts'
import { askSums, countPersons, dayOne, type Question } from '../../src/server/figures/ask.ts'
import { readMoment } from '../../src/server/figures/moment.ts'
import { foldOnce, rebuildCells } from '../../src/server/ledger/fold.ts'
import { postCounts } from '../../src/server/ledger/post.ts'
import { withDatabase } from '../support/database.ts'

const { appPool } = await withDatabase()

// Numbers as random as they look and the same on every run.
let seed = 20261122
const random = (below: number) => {
  seed = (Math.imul(seed ^ (seed >>> 15), 1 | seed) + 0x6d2b79f5) | 0
  return ((seed ^ (seed >>> 14)) >>> 0) % below
}
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T

const region = 1500000000000000
const orgs: OrgCode[] = [
  1500000000000000, 1500000000000001, 1529000000000000, 1529000000000002, 1529210000000000, 1529211000000000,
  1529211002000000, 1529211002010000, 1529211002010003, 1529211002020000, 1529211010000000, 1529211012010000,
  1529220000000000, 1529221000000000, 1529221002010000, 1501000000000000, 1501020000000000, 1501020010000000,
  1501020012010000, 1501020012020000, 1501020012020001,
]
const days = [
  '2024-11-30',
  '2024-12-31',
  '2025-01-01',
  '2025-01-31',
  '2025-02-14',
  '2025-12-31',
  '2026-01-01',
  '2026-01-15',
  '2026-02-28',
  '2026-03-01',
  '2026-11-22',
]
const measures = ['made.sessions', 'made.paid', 'made.rooms', 'made.people', 'made.standing'] as const
const isPerson = (m: string) => m === 'made.people' || m === 'made.standing'
const isStock = (m: string) => m === 'made.rooms' || m === 'made.standing'
const persons: { id: string; no: number }[] = []

interface Made {
  id: string
  org: OrgCode
  counts: Count[]
}
const held = new Map<string, Made>()

beforeAll(async () => {
  await onDuty(appPool, 'load', async (tx) => {
    await tx.change(sql`INSERT INTO organisations (code, kind, level, name, short_name)
      SELECT c, 'federation', l, c::text, c::text FROM unnest(${orgs}::bigint[], ${orgs.map(levelOf)}::text[]) x (c, l)`)
    await tx.change(sql`INSERT INTO programmes VALUES ('made', 'activity', false, ARRAY['chair'])`)
    await tx.change(sql`INSERT INTO measures (no, id, programme, unit, flow, confidential) VALUES
      (1, 'made.sessions', 'made', 'session', 'flow', false), (2, 'made.paid', 'made', 'yuan', 'flow', false),
      (3, 'made.rooms', 'made', 'place', 'stock', false), (4, 'made.people', 'made', 'person', 'flow', false),
      (5, 'made.standing', 'made', 'person', 'stock', false)`)
    persons.push(
      ...(await tx.rows<{ id: string; no: number }>(sql`
      INSERT INTO people (area, id, org, name, name_key, gender)
      SELECT 1529, gen_random_uuid(), 1529211002010000, 'x', 'x', 'female' FROM generate_series(1, 40) RETURNING id, no`)),
    )
  })
})

/** What a record may be worth: sometimes nothing, sometimes persons who come and go. */
function someCounts(): Count[] {
  const grade = (): Grade => pick(['A', 'B', 'C', 'D'])
  const on = pick(days)
  const counts: Count[] = []
  if (random(4)) counts.push({ measure: 'made.sessions', on, value: 1, grade: grade() })
  if (random(3) === 0) counts.push({ measure: 'made.paid', on, value: random(1e9) + 1, grade: grade() })
  if (random(3) === 0) counts.push({ measure: 'made.rooms', on, value: 1, grade: 'A' })
  if (random(5) === 0) counts.push({ measure: 'made.rooms', on: '2026-11-22', value: -1, grade: 'A' })
  for (let i = random(6); i > 0; i--) {
    const person = pick(persons).id
    if (counts.some((c) => c.person === person)) continue
    counts.push({ measure: 'made.people', on, value: 1, grade: 'A', person })
    // Nobody leaves who has not come: a record's own count of a person is never below nothing.
    const came = random(2) === 0
    if (came) counts.push({ measure: 'made.standing', on, value: 1, grade: 'A', person })
    if (came && random(3) === 0 && on < '2026-11-22')
      counts.push({ measure: 'made.standing', on: pick(days.filter((d) => d > on)), value: -1, grade: 'A', person })
  }
  return counts
}

async function step(mine: Made[]): Promise<void> {
  const again = mine.length > 0 && random(3) > 0
  const made: Made = again ? pick(mine) : { id: v7(), org: pick(orgs), counts: [] }
  const counts = random(6) === 0 ? [] : someCounts()
  const at = { record: made.id, action: v7(), post: undefined, org: made.org }
  const given = random(10)
  try {
    await onDuty(appPool, 'load', async (tx) => {
      await postCounts(tx, at, counts)
      if (given === 0) throw new Error('taken back')
      if (given === 1) expect(await postCounts(tx, at, counts), 'a replay posts nothing').toBe(0)
      if (given === 2) await tx.rows(sql`SELECT pg_sleep(0.05)`)
    })
  } catch (error) {
    if ((error as Error).message !== 'taken back') throw error
    return
  }
  made.counts = counts
  held.set(made.id, made)
  if (!again) mine.push(made)
}

const home = new Map<OrgCode, OrgCode>()
type Answer = Record<string, number>

/** The naive recount: every record, every count, no ledger. */
function recount(measure: string, q: Question): Answer {
  const sums = new Map<number, number>()
  const nets = new Map<number, Map<string, number>>()
  for (const made of held.values()) {
    const org = home.get(made.org) ?? made.org
    if (!isWithin(org, q.org)) continue
    for (const c of made.counts) {
      if (c.measure !== measure || c.on < q.from || c.on > q.to) continue
      const key = q.by === 'total' ? 0 : q.by === 'month' ? monthOf(c.on) : (childPrefix(org, q.org) ?? 0)
      sums.set(key, (sums.get(key) ?? 0) + c.value)
      const net = nets.get(key) ?? new Map<string, number>()
      nets.set(key, net)
      if (c.person) net.set(c.person, (net.get(c.person) ?? 0) + c.value)
    }
  }
  if (!isPerson(measure)) return tidy(sums)
  return tidy(new Map([...nets].map(([key, net]) => [key, [...net.values()].filter((n) => n > 0).length])))
}
const tidy = (sums: Map<number, number>): Answer =>
  Object.fromEntries(
    [...sums]
      .filter(([, v]) => v !== 0)
      .sort(([a], [b]) => a - b)
      .map(([k, v]) => [String(k), v]),
  )

function someQuestion(measure: string): Question {
  const [a, b] = [pick(days), pick([...days, '2025-12-31', '2026-12-31', '2025-06-30'])].sort() as [string, string]
  const whole = random(2) === 0
  const by = pick(['total', 'child', 'month'] as const)
  return {
    org: pick(orgs.filter((o) => o % 10000 === 0 || random(3) === 0)),
    from: isStock(measure) ? dayOne : whole ? `${a.slice(0, 7)}-01` : a,
    to: whole ? pick(['2025-12-31', '2026-12-31', '2026-03-31']) : b,
    by: measure === 'made.standing' && by === 'month' ? 'total' : by,
  }
}

async function ask(measure: string, q: Question, asOf?: string): Promise<{ answer: Answer; watermark: string }> {
  return onDuty(
    appPool,
    'verify',
    async (tx) => {
      const { moment, watermark } = await readMoment(tx, asOf)
      const sums = isPerson(measure)
        ? (await countPersons(tx, [{ ...q, measure }], moment))[0]
        : (await askSums(tx, [{ ...q, measures: [measure] }], moment))[0]?.get(measure)
      return { answer: tidy(new Map([...(sums ?? [])].map(([k, s]) => [k, s.value]))), watermark }
    },
    { repeatable: true },
  )
}

const seen: { measure: string; q: Question; watermark: string; answer: Answer }[] = []

async function compare(questions: number): Promise<void> {
  for (let i = 0; i < questions; i++) {
    const measure = pick(measures)
    const q = someQuestion(measure)
    const { answer, watermark } = await ask(measure, q)
    expect(answer, `${measure} ${JSON.stringify(q)}`).toEqual(recount(measure, q))
    seen.push({ measure, q, watermark, answer })
  }
}

/** While people write and cells are folded: a parent is the sum of its children, at every moment. */
async function watchParents(until: () => boolean): Promise<number> {
  let looks = 0
  for (; !until(); looks++) {
    const org = pick([region, 1529000000000000, 1529210000000000, 1529211000000000])
    await onDuty(appPool, 'verify', async (tx) => {
      const q = { org, from: '2024-01-01', to: '2026-12-31', measures: ['made.sessions', 'made.paid'] }
      const [total, child, month] = await askSums(
        tx,
        [
          { ...q, by: 'total' },
          { ...q, by: 'child' },
          { ...q, by: 'month' },
        ],
        undefined,
      )
      const add = (a: typeof total, m: string) => [...(a?.get(m)?.values() ?? [])].reduce((s, x) => s + x.value, 0)
      for (const m of q.measures) expect([add(child, m), add(month, m)]).toEqual([add(total, m), add(total, m)])
    })
  }
  return looks
}

async function writeWhileFolding(): Promise<void> {
  let writing = true
  const folder = (async () => {
    while (writing) await foldOnce(appPool)
  })()
  const watcher = watchParents(() => !writing)
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      const mine: Made[] = []
      for (let i = 0; i < 15; i++) await step(mine)
    }),
  ).finally(() => {
    writing = false
  })
  await folder
  expect(await watcher).toBeGreaterThan(0)
}

test('every figure equals a naive recount, also while writers write and the cells are folded', {
  timeout: 240_000,
}, async () => {
  const kept: Made[] = []
  for (let i = 0; i < 30; i++) await step(kept)
  await compare(60)
  for (let round = 0; round < 6; round++) {
    await writeWhileFolding()
    await compare(60)
    for (let i = 0; i < 10; i++) await step(kept)
    await compare(60)
    if (round === 3) {
      await rebuildCells(appPool)
      await compare(60)
    }
  }
  expect(held.size).toBeGreaterThan(100)
})

test('as-of: every answer given comes again from its watermark', { timeout: 120_000 }, async () => {
  await foldOnce(appPool)
  await reproduce()
})

/** As the organisations room does it: earlier mergers into the one that ends are pointed on. */
async function merge(pairs: readonly (readonly [OrgCode, OrgCode])[]): Promise<void> {
  for (const [code, into] of pairs) {
    home.set(code, into)
    for (const [from, to] of home) if (to === code) home.set(from, into)
  }
  const whole = pairs.filter(([code]) => code % 10000 === 0)
  await onDuty(appPool, 'load', (tx) =>
    tx.change(sql`
      WITH decided AS (SELECT * FROM unnest(${whole.map(([c]) => c)}::bigint[], ${whole.map(([, h]) => h)}::bigint[]) m (code, home))
      UPDATE organisations o SET successor = m.home, merged_into = coalesce(o.merged_into, m.home),
        merged_tx = coalesce(o.merged_tx, ledger_tx()), merged_at = coalesce(o.merged_at, clock_timestamp())
      FROM decided m WHERE m.code IN (o.code, o.successor)`),
  )
}

async function reproduce(): Promise<void> {
  for (const { measure, q, watermark, answer } of seen) {
    expect((await ask(measure, q, watermark)).answer, `${measure} ${JSON.stringify(q)} ${watermark}`).toEqual(answer)
  }
}

test('merged organisations: what they did counts under the successor, at every level, and as of then as it was', {
  timeout: 240_000,
}, async () => {
  await merge([
    [1529211002010000, 1501020012010000],
    [1529211002010003, 1501020012010000],
    [1529211010000000, 1529211000000000],
    [1529211012010000, 1529211002020000],
  ])
  await compare(150)
  const kept: Made[] = []
  for (let i = 0; i < 20; i++) await step(kept)
  await compare(100)
  await foldOnce(appPool)
  await compare(100)
  await reproduce()
  await merge([[1501020012010000, 1501020012020000]])
  await compare(150)
  await reproduce()
})

test('entries are added, never changed: the application cannot', async () => {
  await expect(onDuty(appPool, 'load', (tx) => tx.change(sql`UPDATE entries SET value = 2`))).rejects.toThrow(
    /permission denied/,
  )
  await expect(onDuty(appPool, 'load', (tx) => tx.change(sql`DELETE FROM entries`))).rejects.toThrow(
    /permission denied/,
  )
  const { rows } = await appPool.query('SELECT areas FROM (SELECT count(*) AS areas FROM entries) x')
  expect(rows[0].areas, 'nobody acting sees nothing').toBe(0)
  expect(areaOf(region)).toBe(1500)
})
