import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { addCalendarDays, todayInShanghai } from '../../src/core/day.ts'
import { onDuty } from '../../src/server/database/actor.ts'
import { makeHouse, orgs, type Signed } from '../support/house.ts'

// A page costs the same number of statements with five rows as with fifty: counted where they leave for the database.
const house = await makeHouse()
const today = todayInShanghai(new Date())
let statements = 0
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  statements++
  return query.apply(this, given)
} as typeof pg.Client.prototype.query

const chair = await house.signIn('chair', orgs.village)
const rights = await house.signIn('rights', orgs.village)
const administrator = await house.signIn('administrator', orgs.banner)
const auditor = await house.signIn('auditor', orgs.banner)
const statistician = await house.signIn('statistician', orgs.league)
const askers = await house.signIn('rights', orgs.banner)

const made: string[] = []
async function post(who: Signed, path: string, body: unknown): Promise<void> {
  const answer = await house.call(who, 'POST', path, body)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.raw.body}`)
}
const evening = (n: number) => ({
  id: v7(),
  actionId: v7(),
  answers: { title: `夜话${n}`, heldOn: addCalendarDays(today, n % 5), place: '文化室', host: '图雅' },
})
const first = evening(0)
await post(chair, '/records/family-story', first)

/** `count` more of everything a list shows. */
async function grow(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const n = made.length
    const people = await Promise.all(['甲', '乙'].map((name) => house.addPerson(orgs.village, `村民${name}${n}`)))
    made.push(...people)
    await post(chair, '/records/family-story', evening(n))
    await post(chair, '/records/volunteer', {
      id: v7(),
      actionId: v7(),
      answers: { name: `志愿${n}`, person: people[0], joinedOn: today },
    })
    const id = v7()
    await post(rights, '/records/mediation', {
      id,
      actionId: v7(),
      answers: {
        title: `纠纷${n}`,
        appliedOn: today,
        dispute: 'elders',
        facts: '双方对赡养费说法不一，需要调解',
        parties: [
          { person: people[0], role: 'applicant' },
          { person: people[1], role: 'respondent' },
        ],
      },
    })
    await post(askers, `/records/mediation/${id}/break-glass`, { id: v7(), reason: '来访人说有人身危险，需要立刻核对' })
    await post(chair, `/records/family-story/${first.id}/attendance`, {
      actionId: v7(),
      people: [{ person: people[0] }],
    })
    const someone = await house.signIn('family', orgs.village)
    await onDuty(house.appPool, 'sign-in', async (tx) => {
      await tx.rows(
        sql`INSERT INTO account_events (area, id, account, org, event) VALUES (1529, ${v7()}, ${someone.actor.account}, ${orgs.village}, 'signed-in')`,
      )
    })
    await onDuty(house.appPool, 'load', (tx) =>
      tx.rows(sql`
      INSERT INTO organisations (code, kind, level, name, short_name)
      VALUES (${152921100300 * 10_000 + n * 10_000}, 'federation', 'village', ${`第${n}嘎查妇联`}, ${`第${n}嘎查`})`),
    )
    await onDuty(house.appPool, 'load', (tx) =>
      tx.rows(sql`
      INSERT INTO imports (area, id, programme, org, account, post, file_name, stored_as, dry_run, state)
      VALUES (1529, ${v7()}, 'people', ${orgs.village}, ${chair.actor.account}, ${chair.actor.post}, 'a.xlsx', 'none', true, 'done')`),
    )
  }
}

const period = `from=${today.slice(0, 4)}-01-01&to=${today.slice(0, 4)}-12-31`
const pages: (readonly [string, Signed, number])[] = [
  ['/records/family-story?limit=200', chair, 50],
  ['/records/volunteer?limit=200', chair, 50],
  ['/records/mediation?limit=200', rights, 50],
  ['/records/family-story?limit=200', statistician, 50],
  [`/records/family-story/${first.id}/attendance?limit=200`, chair, 50],
  [`/records/family-story/${first.id}`, chair, 0],
  [`/records/family-story/${first.id}/history`, chair, 50],
  ['/people?q=&limit=200', chair, 50],
  ['/people?q=%E6%9D%91&limit=200', chair, 50],
  ['/accounts?limit=200', administrator, 50],
  ['/colleagues', chair, 50],
  ['/audit?limit=200', auditor, 50],
  ['/orgs?q=%E7%AC%AC', chair, 0],
  [`/orgs/${orgs.township}/children`, statistician, 50],
  ['/imports?limit=200', chair, 50],
  ['/break-glass', rights, 50],
  ['/todos', chair, 0],
  ['/todos', rights, 0],
  ['/agenda', chair, 0],
  ['/measures', statistician, 0],
  ['/figures/home', chair, 0],
  [`/figures?measure=family-story.sessions&org=${orgs.league}&${period}&by=child&by=month`, statistician, 0],
  [`/figures?measure=volunteer.registered&org=${orgs.township}&${period}&by=child`, statistician, 0],
  [`/figures/entries?measure=family-story.people&org=${orgs.league}&${period}&limit=200`, statistician, 0],
  ['/records/family-story/export', chair, 0],
  ['/people/export', chair, 0],
  ['/programmes', chair, 0],
  ['/me', chair, 0],
]

async function costs(): Promise<{ cost: number; rows: number }[]> {
  const out: { cost: number; rows: number }[] = []
  for (const [path, who] of pages) {
    await house.call(who, 'GET', path)
    statements = 0
    const { status, body, raw } = await house.call(who, 'GET', path)
    expect(status, `${path}: ${raw.body.slice(0, 300)}`).toBe(200)
    out.push({ cost: statements, rows: body.items?.length ?? body.children?.length ?? 0 })
  }
  return out
}

test('no page asks more of the database for fifty rows than for five', async () => {
  await grow(5)
  const few = await costs()
  await grow(45)
  const many = await costs()
  const grown = pages.flatMap(([path], i) => {
    const [a, b] = [few[i], many[i]]
    return a && b && b.cost > a.cost
      ? [`${path}: ${a.cost} statements for ${a.rows} rows, ${b.cost} for ${b.rows}`]
      : []
  })
  expect(grown).toEqual([])
  for (const [i, [path, , rows]] of pages.entries()) expect(many[i]?.rows, path).toBeGreaterThanOrEqual(rows)
  console.log(pages.map(([path], i) => `${many[i]?.cost} ${path.split('?')[0]}`).join('\n'))
  expect(Math.max(...many.map((page) => page.cost))).toBeLessThanOrEqual(16)
}, 120_000)
