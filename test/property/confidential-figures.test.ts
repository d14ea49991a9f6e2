import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { areaOf, orgCode } from '../../src/core/org-code.ts'
import { onDuty } from '../../src/server/database/actor.ts'
import { foldOnce } from '../../src/server/ledger/fold.ts'
import { makeHouse, orgs, type Signed } from '../support/house.ts'

// Cases of four banners, few enough in two of them that a number would point at somebody.
const house = await makeHouse()
const third = orgCode(152923000000)
const fourth = orgCode(152924000000)
const otherLeague = orgCode(152800000000)
const otherBanner = orgCode(152824000000)
/** Settled by year: [place, 2026, 2025]. */
const settled: readonly (readonly [number, number, number])[] = [
  [orgs.township, 2, 11],
  [orgs.otherBanner, 7, 3],
  [third, 9, 8],
  [fourth, 12, 20],
  [orgs.league, 6, 6],
  [otherBanner, 30, 30],
]
const year = 'from=2026-01-01&to=2026-12-31'
const readers: [string, Signed][] = []
let township: Signed

beforeAll(async () => {
  await onDuty(house.appPool, 'load', async (tx) => {
    for (const [code, level] of [
      [third, 'banner'],
      [fourth, 'banner'],
      [otherLeague, 'league'],
      [otherBanner, 'banner'],
    ] as const) {
      await tx.rows(
        sql`INSERT INTO organisations (code, kind, level, name, short_name) VALUES (${code}, 'federation', ${level}, ${`试点${code}`}, ${`试${code}`})`,
      )
    }
    for (const [org, now, then] of settled) {
      for (const [n, when] of [
        [now, '2026'],
        [then, '2025'],
      ] as const) {
        for (let i = 0; i < n; i++) {
          await tx.rows(sql`
            INSERT INTO entries (area, measure, org, on_date, value, grade, record, action)
            SELECT ${areaOf(org)}, no, ${org}, ${`${when}-0${1 + (i % 6)}-15`}::date, 1, 'A', ${v7()}::uuid, ${v7()}::uuid FROM measures WHERE id IN ('mediation.settled', 'mediation.accepted')`)
        }
      }
    }
  })
  await foldOnce(house.appPool)
  township = await house.signIn('rights', orgs.township)
  for (const [role, org] of [
    ['statistician', orgs.league],
    ['rights', orgs.league],
    ['chair', orgs.league],
    ['auditor', orgs.region],
    ['statistician', orgs.region],
    ['rights', orgs.region],
  ] as const) {
    readers.push([`${role}@${org}`, await house.signIn(role, org)])
  }
}, 60_000)

const ask = (who: Signed, org: number, query = year, measure = 'mediation.settled') =>
  house.call(who, 'GET', `/figures?measure=${measure}&org=${org}&${query}`)

test('below banner level nobody but the organisation that handles the cases is shown a number, by no way', async () => {
  for (const [name, who] of readers) {
    for (const org of [orgs.township, orgs.village]) {
      for (const measure of ['mediation.settled', 'mediation.accepted', 'mediation.people', 'mediation.settleRate']) {
        for (const path of ['/figures', '/figures/entries', '/figures/export']) {
          const answer = await house.call(who, 'GET', `${path}?measure=${measure}&org=${org}&${year}`)
          expect(answer.body.code, `${name} ${path} ${measure} ${org}`).toBe('figure-confidential')
        }
      }
    }
    expect((await ask(who, orgs.banner, `${year}&by=child`)).body.byChild, name).toEqual([])
    expect((await ask(who, orgs.league, 'from=2026-01-01&to=2026-01-14')).body.code, name).toBe('period-whole-months')
  }
  expect((await ask(township, orgs.township)).body).toMatchObject({ value: 2 })
})

interface Cell {
  value: number | null
  previous: number | null
  suppressed?: boolean
  org: { code: number }
}
/** What of a table can be worked out by subtraction: its one unknown, when there is one. */
const solved = (total: number | null, cells: readonly (number | null)[]): boolean =>
  total !== null && cells.filter((cell) => cell === null).length === 1

test('no small number of a banner can be read or worked out, this year’s or last year’s', async () => {
  for (const [name, who] of readers) {
    const { body } = await ask(who, orgs.league, `${year}&by=child`)
    expect([body.value, body.previous.value], name).toEqual([36, 48])
    const rows = body.byChild as Cell[]
    for (const [part, cells] of [
      ['value', rows.map((r) => r.value)],
      ['previous', rows.map((r) => r.previous)],
    ] as const) {
      expect(
        cells.filter((cell) => cell !== null && cell > 0 && cell < 5),
        `${name} ${part}`,
      ).toEqual([])
      expect(solved(part === 'value' ? body.value : body.previous.value, cells), `${name} can solve ${part}`).toBe(
        false,
      )
    }
    expect(
      rows.find((r) => r.org.code === fourth),
      name,
    ).toMatchObject({ value: 12, previous: 20 })
    expect(
      rows.find((r) => r.org.code === orgs.banner),
      name,
    ).toMatchObject({ value: null, suppressed: true, previous: 11 })
  }
})

test('asking for a banner by itself, its entries or its sheet, tells no more than the table does', async () => {
  for (const [name, who] of readers) {
    for (const [when, part] of [
      ['2026', 'value'],
      ['2025', 'previous'],
    ] as const) {
      const period = `from=${when}-01-01&to=${when}-12-31`
      const table = (await ask(who, orgs.league, `${year}&by=child`)).body.byChild as Cell[]
      const alone = await Promise.all(
        table
          .filter((r) => r.org.code !== orgs.league)
          .map(async (row) => {
            const { body } = await ask(who, row.org.code, `${period}&by=month`)
            expect(body.value === null, `${name} ${row.org.code} ${when}`).toBe(row[part] === null)
            if (body.value === null) {
              expect(body).toMatchObject({ suppressed: true, entries: 0, grades: { A: 0 } })
              expect(
                body.byMonth.every((m: Cell) => m.value === null),
                name,
              ).toBe(true)
            }
            const entries = await house.call(
              who,
              'GET',
              `/figures/entries?measure=mediation.settled&org=${row.org.code}&${period}`,
            )
            expect(entries.body.code === 'figure-confidential', `${name} entries ${row.org.code}`).toBe(
              row[part] === null,
            )
            return body.value as number | null
          }),
      )
      expect(solved(36, alone), name).toBe(false)
    }
  }
})

test('a reader at the region solves no league either: what is hidden there is hidden below it', async () => {
  const [, who] = readers.find(([name]) => name.startsWith('statistician') && name.endsWith(String(orgs.region))) ?? []
  if (!who) throw new Error('nobody reads at the region')
  const { body } = await ask(who, orgs.region, `${year}&by=child`)
  const rows = body.byChild as Cell[]
  expect(rows.filter((r) => r.value !== null).map((r) => [r.org.code, r.value])).toEqual(
    expect.arrayContaining([
      [orgs.league, 36],
      [otherLeague, 30],
    ]),
  )
  expect((await ask(who, otherBanner)).body.value).toBe(30)
})

test('entries name no record, place below banner, or person of a case she does not handle', async () => {
  for (const [name, who] of readers) {
    const { body } = await house.call(
      who,
      'GET',
      `/figures/entries?measure=mediation.settled&org=${orgs.league}&${year}&limit=200`,
    )
    expect(body, name).toMatchObject({ items: [], total: { value: 36 }, hidden: { value: 36 } })
  }
})
