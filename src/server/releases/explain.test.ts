import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import type { Count } from '../../core/count.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { onDuty } from '../database/actor.ts'
import { foldOnce } from '../ledger/fold.ts'
import { postCounts } from '../ledger/post.ts'

const house = await makeHouse()
const { call, appPool } = house
let league: Signed
let people: string[]

async function record(id: string, org: OrgCode, counts: Count[]): Promise<void> {
  await onDuty(appPool, 'load', async (tx) => {
    await tx.rows(sql`INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date)
      VALUES (${areaOf(org)}, 'activity', ${id}, 'family-story', 1, ${org}, ${org}, '一场', 'held', '2026-03-05') ON CONFLICT DO NOTHING`)
    await postCounts(tx, { record: id, action: v7(), post: undefined, org }, counts)
  })
}
const counts = (on: string, heads: number, who: readonly string[]): Count[] => [
  { measure: 'family-story.sessions', on, value: 1, grade: 'A' },
  ...(heads ? [{ measure: 'family-story.attendances', on, value: heads, grade: 'B' as const }] : []),
  ...who.map((person): Count => ({ measure: 'family-story.people', on, value: 1, grade: 'A', person })),
]
const side = (measure: string, org: OrgCode, from: string, to: string, asOf = '') =>
  [`family-story.${measure}`, org, from, to, ...(asOf ? [asOf] : [])].join('~')
const explain = (a: string, b: string, who = league) =>
  call(who, 'GET', `/figures/explain?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`)
const watermark = async () =>
  (await call(league, 'GET', `/figures?measure=family-story.sessions&org=${orgs.league}&from=2026-01-01&to=2026-12-31`))
    .body.watermark as string

beforeAll(async () => {
  league = await house.signIn('statistician', orgs.league)
  people = await Promise.all(['乌云', '其其格', '娜仁', '图雅'].map((name) => house.addPerson(orgs.village, name)))
})

test('whatever happened between two figures, the causes add up to the difference', { timeout: 120_000 }, async () => {
  const places = [orgs.village, orgs.village2, orgs.village3, orgs.township, orgs.otherBanner]
  const days = ['2025-12-30', '2026-01-15', '2026-03-05', '2026-06-30', '2026-11-20']
  const ids = Array.from({ length: 12 }, () => v7())
  const marks: string[] = []
  const step = fc.record({
    id: fc.constantFrom(...ids),
    day: fc.constantFrom(...days),
    heads: fc.integer({ min: 0, max: 9 }),
    who: fc.subarray([0, 1, 2, 3]),
    fold: fc.boolean(),
  })
  const asked = fc.record({
    org: fc.constantFrom(orgs.league, orgs.banner, orgs.township, orgs.village),
    from: fc.constantFrom(...days.slice(0, 3)),
    to: fc.constantFrom(...days.slice(2)),
    mark: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 4 }),
      asked,
      asked,
      fc.boolean(),
      async (steps, a, b, sameQuestion) => {
        for (const { id, day, heads, who, fold } of steps) {
          await record(
            id,
            places[ids.indexOf(id) % places.length] ?? orgs.village,
            counts(
              day,
              heads,
              who.map((i) => people[i] ?? ''),
            ),
          )
          if (fold) await foldOnce(appPool)
          marks.push(await watermark())
        }
        const other = sameQuestion ? { ...a, mark: b.mark } : b
        const markOf = (n: number) => (n % 4 === 0 ? '' : (marks[n % marks.length] ?? ''))
        for (const measure of ['sessions', 'attendances', 'people']) {
          const { body, raw } = await explain(
            side(measure, a.org, a.from, a.to, markOf(a.mark)),
            side(measure, other.org, other.from, other.to, markOf(other.mark)),
          )
          const [part] = body.parts
          expect(part, raw.body).toBeDefined()
          expect(part.a).toBe(body.a.value)
          expect(part.b).toBe(body.b.value)
          const sum = part.causes.reduce((n: number, c: { worth: number }) => n + c.worth, 0)
          expect(sum, JSON.stringify(body)).toBe(part.b - part.a)
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('a late record, a correction and another period are told apart, and open to the record', async () => {
  const id = v7()
  await record(id, orgs.village, counts('2026-05-01', 10, []))
  const before = await watermark()
  await record(id, orgs.village, counts('2026-05-01', 12, []))
  await record(v7(), orgs.village, counts('2026-05-02', 5, []))
  const may = (asOf = '') => side('attendances', orgs.village, '2026-05-01', '2026-05-31', asOf)
  const { body } = await explain(may(before), may())
  const worthOf = (cause: string) => body.parts[0].causes.find((c: { cause: string }) => c.cause === cause)?.worth
  expect(body.same).toEqual({ measure: true, unit: true, org: true, period: true, asOf: false, version: true })
  expect(worthOf('correction')).toBe(2)
  expect(worthOf('late')).toBe(5)
  expect(body.parts[0].hidden).toBe(0)
  expect(body.parts[0].items[0].recordLink).toMatch(/^\/records\/family-story\//)
  const wider = (await explain(may(), side('attendances', orgs.banner, '2026-05-01', '2026-06-30'))).body
  expect(wider.parts[0].causes.every((c: { cause: string }) => c.cause === 'period' || c.cause === 'place')).toBe(true)
  const other = (await explain(may(), side('sessions', orgs.village, '2026-05-01', '2026-05-31'))).body
  expect(other).toMatchObject({ same: { measure: false, unit: false }, parts: [] })
})

test('nobody learns by it what the figures would not tell her', async () => {
  const village = await house.signIn('chair', orgs.village)
  const own = side('sessions', orgs.village, '2026-01-01', '2026-12-31')
  expect((await explain(own, side('sessions', orgs.banner, '2026-01-01', '2026-12-31'), village)).body.code).toBe(
    'out-of-scope',
  )
  const sealed = `mediation.settled~${orgs.league}~2026-01-01~2026-12-31`
  expect((await explain(sealed, sealed)).body.code).toBe('figure-confidential')
  for (const text of [
    '',
    'x',
    'FB-1',
    'family-story.sessions~12~2026-01-01~2026-12-31',
    `nothing~${orgs.league}~2026-01-01~2026-12-31`,
  ])
    expect((await explain(text, own)).status, text).toBeGreaterThanOrEqual(400)
  expect((await explain('FB-152900-2026-00009-01', own)).status).toBe(404)
  const family = await house.signIn('rights', orgs.village)
  const blind = (await explain(own, side('sessions', orgs.village, '2026-01-01', '2026-03-31'), family)).body
  expect(blind.parts[0].items).toEqual([])
})
