import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReleasedTable } from '../../src/core/api/releases.ts'
import { areaOf, orgCode } from '../../src/core/org-code.ts'
import { onDuty } from '../../src/server/database/actor.ts'
import { holdBack, isFew } from '../../src/server/figures/hold-back.ts'
import { foldOnce } from '../../src/server/ledger/fold.ts'
import { verifyReleases } from '../../src/server/releases/verify-release.ts'
import { drawFrom } from '../support/answers.ts'
import { makeHouse, orgs, type Signed } from '../support/house.ts'
import { type KnownSum, rangesOf } from '../support/linear.ts'

// Tables of a confidential measure by league and year, several releases of them: an attacker solves for what is held back.

describe('the solver itself', () => {
  test('finds the least and the most, exactly', () => {
    expect(rangesOf(3, [{ of: [0, 1, 2], sum: 10 }])).toEqual([
      [0, 10],
      [0, 10],
      [0, 10],
    ])
    expect(
      rangesOf(3, [
        { of: [0, 1, 2], sum: 10 },
        { of: [0, 1], sum: 7 },
      ]),
    ).toEqual([
      [0, 7],
      [0, 7],
      [3, 3],
    ])
    expect(
      rangesOf(2, [
        { of: [0], sum: 3 },
        { of: [0, 1], sum: 3 },
      ]),
    ).toEqual([
      [3, 3],
      [0, 0],
    ])
    expect(
      rangesOf(1, [
        { of: [0], sum: 3 },
        { of: [0], sum: 4 },
      ]),
    ).toBeUndefined()
  })

  test('agrees with trying everything', () => {
    const worlds = fc.tuple(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 2 }),
    )
    fc.assert(
      fc.property(worlds, ([values, masks]) => {
        const all = values.map((_, i) => i)
        const sums: KnownSum[] = [all, ...masks.map((mask) => all.filter((i) => mask & (1 << i)))]
          .filter((places) => places.length > 0)
          .map((places) => ({ of: places, sum: places.reduce((n, i) => n + (values[i] ?? 0), 0) }))
        const tried = triedAll(values.length, sums)
        const found = rangesOf(values.length, sums)
        for (const [i, [least, most]] of (found ?? []).entries()) {
          const seen = tried.map((one) => one[i] ?? 0)
          expect(least).toBeLessThanOrEqual(Math.min(...seen))
          expect(most).toBeGreaterThanOrEqual(Math.max(...seen))
        }
        expect(found).toBeDefined()
      }),
      { numRuns: 200 },
    )
  })
})

function triedAll(count: number, sums: readonly KnownSum[]): number[][] {
  const whole = sums[0]?.sum ?? 0
  const all = (left: number, rest: number): number[][] =>
    rest === 1
      ? [[left]]
      : Array.from({ length: left + 1 }, (_, n) => all(left - n, rest - 1).map((more) => [n, ...more])).flat()
  return all(whole, count).filter((one) =>
    sums.every(({ of, sum }) => of.reduce((n, i) => n + (one[i] ?? 0), 0) === sum),
  )
}

/** One year as it is: cases by league in each half. */
type Year = readonly (readonly [first: number, second: number])[]

/**
 * What an attacker knows of a year: its published table, and, if she is of the region's own people, also every half-year: what was
 * told of it, and its whole. Unknown: a league's two halves. `hold` is the rule.
 */
function knowledgeOf(year: Year, hold: (values: number[]) => boolean[], inside: boolean): KnownSum[] {
  const held = [0, 1].map((half) => hold(year.map((halves) => halves[half] ?? 0)))
  const place = (league: number, half: number) => 2 * league + half
  const sums: KnownSum[] = [
    { of: year.flatMap((_, i) => [place(i, 0), place(i, 1)]), sum: year.flat().reduce((a, b) => a + b, 0) },
  ]
  for (const [i, halves] of year.entries()) {
    if (!held[0]?.[i] && !held[1]?.[i]) sums.push({ of: [place(i, 0), place(i, 1)], sum: halves[0] + halves[1] })
    for (const half of [0, 1] as const)
      if (inside && !held[half]?.[i]) sums.push({ of: [place(i, half)], sum: halves[half] })
  }
  if (inside)
    for (const half of [0, 1] as const)
      sums.push({ of: year.map((_, i) => place(i, half)), sum: year.reduce((n, halves) => n + halves[half], 0) })
  return sums
}

/** Places of which she knows that they are few: all they can be is 1 to 4. */
function found(year: Year, sums: readonly KnownSum[]): number[] {
  const ranges = rangesOf(2 * year.length, sums) ?? []
  return ranges.flatMap(([least, most], place) => (least > 0 && most < 5 ? [place] : []))
}

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 40 }) },
)
const years = fc.array(fc.tuple(count, count), { minLength: 4, maxLength: 12 })

test.each([false, true])('linear programming finds nobody who is held back, from outside or inside (%s)', (inside) => {
  fc.assert(
    fc.property(years, (year) => {
      // A half-year with next to nothing in it hides nobody whatever is done; the region's own number is not told then.
      fc.pre([0, 1].every((half) => year.reduce((n, halves) => n + (halves[half] ?? 0), 0) >= 15))
      expect(
        found(
          year,
          knowledgeOf(year, (values) => holdBack(values), inside),
        ),
      ).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('the attack is a real one: with the few alone held back it finds them', () => {
  let broken = 0
  const naive = (values: number[]) => values.map((n) => isFew(n))
  for (const year of fc.sample(years, 60)) if (found(year, knowledgeOf(year, naive, true)).length > 0) broken++
  expect(broken).toBeGreaterThan(10)
})

describe('in the house', async () => {
  const house = await makeHouse()
  const leagues = [orgs.league, ...[1528, 1527, 1526, 1525].map((code) => orgCode(code * 1e8))]
  const closed = new Date().getFullYear() - 2
  const draw = drawFrom(7)
  const cases = leagues.map((_, i) => [0, 1].map(() => (i === 0 ? 2 : 6 + draw(20))) as [number, number])
  let maker: Signed
  let chair: Signed

  const post = (org: number, on: string, at: string) =>
    onDuty(house.appPool, 'load', (tx) =>
      tx.rows(sql`INSERT INTO entries (area, measure, org, on_date, value, grade, record, action, posted_at)
        SELECT ${areaOf(orgCode(Math.floor(org / 1e4)))}, no, ${org}, ${on}::date, 1, 'A', ${v7()}::uuid, ${v7()}::uuid, ${at}::timestamptz
        FROM measures WHERE id IN ('mediation.settled', 'family-story.sessions')`),
    )

  beforeAll(async () => {
    await onDuty(house.appPool, 'load', (tx) =>
      tx.rows(sql`INSERT INTO organisations (code, kind, level, name, short_name)
        SELECT c, 'federation', 'league', '试盟' || c, '试' || c FROM unnest(${leagues}::bigint[]) c ON CONFLICT DO NOTHING`),
    )
    await onDuty(house.appPool, 'fold', (tx) =>
      tx.rows(
        sql`INSERT INTO moments (at, snap_xmin, snap_xmax, snap_xip) VALUES (${`${closed - 1}-01-01`}, 1, 1, '{}')`,
      ),
    )
    for (const [i, halves] of cases.entries())
      for (const [half, n] of halves.entries())
        for (let k = 0; k < n; k++) {
          const on = `${closed}-${half === 0 ? '03' : '09'}-15`
          await post(leagues[i] ?? 0, on, `${on}T12:00:00Z`)
        }
    await foldOnce(house.appPool)
    maker = await house.signIn('statistician', orgs.region)
    chair = await house.signIn('chair', orgs.region)
  })

  const table = (more: object = {}) => ({
    measure: 'mediation.settled',
    org: orgs.region,
    firstYear: closed,
    lastYear: closed,
    ...more,
  })
  const ask = (tables: object[], who = maker) =>
    house.call(who, 'POST', '/releases', {
      id: v7(),
      title: '各地数字',
      tables,
      figures: [
        { measure: 'family-story.sessions', org: who.actor.org, from: `${closed}-01-01`, to: `${closed}-12-31` },
      ],
    })
  const release = async (tables: object[]) => {
    const asked = await ask(tables)
    expect(asked.status, asked.raw.body).toBe(200)
    const sealed = await house.call(chair, 'POST', `/releases/${asked.body.id}/decide`, { approve: true })
    expect(sealed.status, sealed.raw.body).toBe(200)
    return sealed.body
  }

  test('a table of a confidential measure holds back the few and enough beside them, the same in every release', async () => {
    const first = await release([table()])
    const [one] = first.tables as ReleasedTable[]
    expect(one).toMatchObject({ trace: `${first.number}-T01`, total: [cases.flat().reduce((a, b) => a + b, 0)] })
    const held = one?.rows.filter(({ values }) => values[0] === null) ?? []
    expect(held.map(({ org }) => org.code)).toContain(orgs.league)
    expect(held.length).toBeGreaterThanOrEqual(3)
    // Entered late: the region's own figure moves, the table does not; so does nothing that could be held against it.
    for (let i = 0; i < 3; i++) await post(orgs.league, `${closed}-03-20`, new Date().toISOString())
    await foldOnce(house.appPool)
    const second = await release([table()])
    expect(second.tables[0].rows).toEqual(first.tables[0].rows)
    expect(second.tables[0].total).toEqual(first.tables[0].total)
    const wrong: string[] = []
    await onDuty(house.appPool, 'verify', (tx) =>
      verifyReleases(tx, house.house.secrets.dataKey, (layer, where) => wrong.push(`${layer} ${where}`)),
    )
    expect(wrong).toEqual([])
    const page = await house.app.inject({ url: `/figures/${first.number}` })
    expect(page.body).toContain(`${first.number}-T01`)
    expect(page.body).toContain('不列')
  })

  test('an ordinary measure is told in full, by league and year, and adds up', async () => {
    const sealed = await release([table({ measure: 'family-story.sessions', firstYear: closed - 1 })])
    const [one] = sealed.tables as ReleasedTable[]
    expect(one?.columns).toHaveLength(2)
    for (const i of [0, 1]) expect(one?.rows.reduce((n, { values }) => n + (values[i] ?? 0), 0)).toBe(one?.total[i])
  })

  test('what is open, below a league, a rate, a person or too long is refused in words', async () => {
    const codeOf = async (more: object, who = maker) => (await ask([table(more)], who)).body.code
    const now = new Date().getFullYear()
    expect(await codeOf({ firstYear: now, lastYear: now })).toBe('release-table-closed')
    expect(await codeOf({ measure: 'mediation.settleRate' })).toBe('release-table-wrong')
    expect(await codeOf({ measure: 'family-story.sessions', firstYear: closed, lastYear: closed - 1 })).toBe(
      'release-table-wrong',
    )
    expect(await codeOf({ measure: 'family-story.sessions', firstYear: closed - 12 })).toBe('release-table-wrong')
    expect((await ask([table(), table()])).body.code).toBe('release-table-wrong')
    const league = await house.signIn('statistician', orgs.league)
    expect(await codeOf({ org: orgs.league }, league)).toBe('release-table-closed')
    expect(await codeOf({ org: orgs.region }, league)).toBe('out-of-scope')
  })
})
