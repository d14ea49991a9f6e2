import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { areaOf, orgCode } from '../../src/core/org-code.ts'
import { onDuty } from '../../src/server/database/actor.ts'
import { foldOnce } from '../../src/server/ledger/fold.ts'
import { drawFrom } from '../support/answers.ts'
import { makeHouse, orgs, type Signed } from '../support/house.ts'
import { workOut } from './subtract.ts'

// Two leagues with the cases of two closed years, few enough in many half-years that a number would point at somebody.
const house = await makeHouse()
const year = new Date().getFullYear() - 2
const otherLeague = orgCode(152800000000)
const banners = [orgs.banner, orgs.otherBanner, ...[152923, 152924, 152925].map((code) => orgCode(code * 1e6))]
const others = [152824, 152825, 152826].map((code) => orgCode(code * 1e6))
const leaves = [orgs.league, ...banners, otherLeague, ...others, orgs.region]
const halves = [year - 1, year].flatMap((y) => [
  [`${y}-01-01`, `${y}-06-30`] as const,
  [`${y}-07-01`, `${y}-12-31`] as const,
])
/** How many were settled, by half-year and place: many, few or none, drawn anew but the same in every run. */
const draw = drawFrom(20)
const settled = halves.map(() =>
  leaves.map((_, leaf) => [0, 1 + draw(4), 5 + draw(30), 5 + draw(30)][draw(leaf === leaves.length - 1 ? 2 : 4)] ?? 0),
)
const sumOf = (org: number, first: number, last: number) =>
  leaves.reduce((sum, leaf, i) => {
    if (!(leaf === org || (org % 1e12 === 0 && Math.floor(leaf / 1e12) === Math.floor(org / 1e12)))) return sum
    return sum + settled.slice(first, last + 1).reduce((n, half) => n + (half[i] ?? 0), 0)
  }, 0)

const readers: [name: string, who: Signed, orgs: readonly number[]][] = []
let township: Signed
let handler: Signed

const post = (org: number, on: string, postedAt: string, measures = ['mediation.settled', 'mediation.accepted']) =>
  onDuty(house.appPool, 'load', (tx) =>
    tx.rows(sql`
      INSERT INTO entries (area, measure, org, on_date, value, grade, record, action, posted_at)
      SELECT ${areaOf(orgCode(Math.floor(org / 1e4)))}, no, ${org}, ${on}::date, 1, 'A', ${v7()}::uuid, ${v7()}::uuid, ${postedAt}::timestamptz
      FROM measures WHERE id = ANY (${measures}::text[])`),
  )

beforeAll(async () => {
  await onDuty(house.appPool, 'load', (tx) =>
    tx.rows(sql`
      INSERT INTO organisations (code, kind, level, name, short_name)
      SELECT c, 'federation', CASE WHEN c % 1000000000000 = 0 THEN 'league' ELSE 'banner' END, '试点' || c, '试' || c
      FROM unnest(${[otherLeague, ...others, ...banners]}::bigint[]) c ON CONFLICT DO NOTHING`),
  )
  // The house has been running since before those years, and everything was entered on its day.
  await onDuty(house.appPool, 'fold', (tx) =>
    tx.rows(sql`INSERT INTO moments (at, snap_xmin, snap_xmax, snap_xip) VALUES (${`${year - 2}-01-01`}, 1, 1, '{}')`),
  )
  for (const [h, [from]] of halves.entries())
    for (const [i, leaf] of leaves.entries())
      for (let n = 0; n < (settled[h]?.[i] ?? 0); n++) {
        const on = `${from.slice(0, 5)}${String(Number(from.slice(5, 7)) + (n % 6)).padStart(2, '0')}-15`
        await post(leaf === orgs.banner && n % 2 ? orgs.township : leaf, on, `${on}T12:00:00Z`)
      }
  await foldOnce(house.appPool)
  township = await house.signIn('rights', orgs.township)
  handler = await house.signIn('rights', orgs.banner)
  const everywhere = [orgs.region, orgs.league, otherLeague, ...banners, ...others]
  const league = [orgs.league, ...banners]
  for (const [role, org, under] of [
    ['rights', orgs.league, league],
    ['chair', orgs.banner, [orgs.banner]],
    ['rights', orgs.region, everywhere],
  ] as const)
    readers.push([`${role}@${org}`, await house.signIn(role, org), under])
}, 120_000)

const ask = (who: Signed, path: string, org: number, from: string, to: string, more = '') =>
  house.call(who, 'GET', `${path}?measure=mediation.settled&org=${org}&from=${from}&to=${to}${more}`)
const whole = [`${year}-01-01`, `${year}-12-31`] as const

test('below banner level nobody but the organisation that handles the cases is shown a number, by no way', async () => {
  for (const [name, who] of readers) {
    for (const org of [orgs.township, orgs.village])
      for (const path of ['/figures', '/figures/entries', '/figures/export'])
        expect((await ask(who, path, org, ...whole)).body.code, `${name} ${path} ${org}`).toBe('figure-confidential')
    const { body } = await ask(who, '/figures', orgs.banner, ...whole, '&by=child')
    expect(body.byChild, name).toEqual([])
  }
  // The handling organisation's own view is exact, by the day and at once.
  expect((await ask(handler, '/figures', orgs.banner, ...whole)).body.value).toBe(sumOf(orgs.banner, 2, 3))
  const march = await ask(township, '/figures', orgs.township, `${year}-03-15`, `${year}-03-15`)
  expect(march.status).toBe(200)
})

test('a league or banner is told by whole half-years that are closed, the region by the month', async () => {
  const now = new Date().getFullYear()
  for (const [name, who, under] of readers) {
    for (const org of under) {
      const month = await ask(who, '/figures', org, `${year}-01-01`, `${year}-01-31`)
      expect(month.body.code ?? 'ok', `${name} ${org}`).toBe(org === orgs.region ? 'ok' : 'period-half-years')
      if (org === orgs.region) continue
      const coming = (await ask(who, '/figures', org, `${now}-07-01`, `${now}-12-31`, '&by=month')).body
      expect(coming, `${name} ${org}`).toMatchObject({ value: null, suppressed: true, covers: null, entries: 0 })
      expect(coming.byMonth.every((one: { value: unknown }) => one.value === null)).toBe(true)
    }
    const home = await house.call(who, 'GET', `/figures/home?year=${year}`)
    const shown = home.body.items.filter((one: { measure: string; value: unknown }) =>
      one.measure.startsWith('mediation.'),
    )
    if (name.includes(String(orgs.league)))
      expect(shown.every((one: { value: unknown }) => one.value === null)).toBe(true)
  }
})

/** Everything a reader is told, as sums over places and half-years: each answer is a line of an equation. */
async function toldTo(who: Signed, under: readonly number[], more = ''): Promise<{ cells: number[]; value: number }[]> {
  const lines: { cells: number[]; value: number }[] = []
  const note = (org: number, own: boolean, first: number, last: number, value: number | null) => {
    if (value === null) return
    const cells = halves.flatMap((_, h) =>
      leaves.map((leaf) => {
        const inside =
          leaf === org ||
          (!own && org % 1e14 === 0) ||
          (!own && org % 1e12 === 0 && Math.floor(leaf / 1e12) === Math.floor(org / 1e12))
        return inside && h >= first && h <= last ? 1 : 0
      }),
    )
    lines.push({ cells, value })
  }
  for (const org of under)
    for (let first = 0; first < halves.length; first++)
      for (let last = first; last < halves.length; last++) {
        const span = [halves[first]?.[0] ?? '', halves[last]?.[1] ?? ''] as const
        const { body } = await ask(who, '/figures', org, ...span, `&by=child${more}`)
        note(org, false, first, last, body.value)
        for (const row of body.byChild ?? []) note(row.org.code, row.own, first, last, row.value)
        const entries = await ask(who, '/figures/entries', org, ...span, more)
        if (entries.status === 200) note(org, false, first, last, entries.body.total.value)
        else expect(body.value, `${org} ${span}`).toBe(null)
        if (span[0].slice(0, 4) === span[1].slice(0, 4))
          note(org, false, first - 2, last - 2, first >= 2 ? body.previous.value : null)
      }
  return lines
}

test('what is told is true, and whoever subtracts ranges, moments, parents and children works out nobody', async () => {
  let many = 0
  for (const [name, who, under] of readers) {
    const lines: { cells: number[]; value: number }[] = []
    for (const asOf of ['', `&asOf=${year}-08-02T00:00:00Z`])
      if (asOf === '' || under.length < 7)
        lines.push(
          ...(await toldTo(
            who,
            under.filter((org) => asOf === '' || org !== orgs.region),
            asOf,
          )),
        )
    const truth = settled.flat()
    for (const { cells, value } of lines) {
      const sum = cells.reduce((n, cell, i) => n + cell * (truth[i] ?? 0), 0)
      // Asked as of an earlier moment, a range ends with what was closed then.
      if (value !== sum) expect(value, name).toBeLessThan(sum)
    }
    const exact = lines.filter(
      ({ cells, value }) => value === cells.reduce((n, cell, i) => n + cell * (truth[i] ?? 0), 0),
    )
    many += exact.length
    const known = workOut(exact.map(({ cells }) => cells))
    // Her own organisation's cases she knows one by one; the region's own number is told as it stands.
    for (const org of under.filter((code) => code !== orgs.region))
      for (let first = 0; first < halves.length; first++)
        for (let last = first; last < halves.length; last++) {
          const n = sumOf(org, first, last)
          if (n === 0 || n >= 5) continue
          const cells = halves.flatMap((_, h) =>
            leaves.map((leaf) =>
              h >= first &&
              h <= last &&
              (leaf === org || (org % 1e12 === 0 && Math.floor(leaf / 1e12) === Math.floor(org / 1e12)))
                ? 1
                : 0,
            ),
          )
          expect(known(cells), `${name} works out ${org} in ${halves[first]}–${halves[last]}: ${n}`).toBe(false)
        }
  }
  expect(many).toBeGreaterThan(200)
}, 240_000)

test('what is entered after a half-year was closed moves no number of a league or banner, only the region’s and the own', async () => {
  const reader = readers.find(([name]) => name.startsWith('rights') && name.endsWith(String(orgs.region)))
  if (!reader) throw new Error('nobody reads at the region')
  const look = async () => {
    const answers = []
    for (const org of reader[2].filter((code) => code !== orgs.region)) {
      const { body } = await ask(reader[1], '/figures', org, ...whole, '&by=child')
      answers.push([org, body.value, body.byChild?.map((row: { value: unknown }) => row.value)])
    }
    return answers
  }
  const [before, own, all] = [
    await look(),
    (await ask(handler, '/figures', orgs.banner, ...whole)).body.value,
    (await ask(reader[1], '/figures', orgs.region, ...whole)).body.value,
  ]
  await post(orgs.banner, `${year}-05-05`, new Date().toISOString())
  expect(await look()).toEqual(before)
  await foldOnce(house.appPool)
  expect(await look()).toEqual(before)
  expect((await ask(handler, '/figures', orgs.banner, ...whole)).body.value).toBe(own + 1)
  expect((await ask(reader[1], '/figures', orgs.region, ...whole)).body.value).toBe(all + 1)
}, 60_000)

test('entries name no record, place below banner, or person of a case she does not handle', async () => {
  for (const [name, who, [org = 0]] of readers) {
    const { body, status } = await ask(who, '/figures/entries', org, ...whole, '&limit=200')
    if (status !== 200) continue
    expect(body.items, name).toEqual([])
    expect(body.hidden, name).toEqual(body.total)
  }
})
