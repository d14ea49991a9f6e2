import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCalendarDays, todayInShanghai } from '../../src/core/day.ts'
import { type OrgCode, orgCode } from '../../src/core/org-code.ts'
import type { Role } from '../../src/core/role.ts'
import { onDuty } from '../../src/server/database/actor.ts'
import { foldOnce } from '../../src/server/ledger/fold.ts'
import { drawFrom } from '../support/answers.ts'
import { makeHouse, orgs, type Signed } from '../support/house.ts'
import { asksSealedFigure, operationsOf, pairs, readings, sayingOf, steady } from './leak-channels.ts'
import { type Making, makeSealed, opening, phone, plan, sealed, type Traces, tracesOf } from './leak-world.ts'

// One house, looked at by everybody who must learn nothing, before the sealed records are made and after: what they are
// answered is the same to the byte, and holds no word, number or id of them.
const house = await makeHouse()
const operations = await operationsOf(house)
const court = orgCode(152921000000, 12)
type Caller = Pick<Signed, 'headers'> | undefined
const outsiders: [name: string, who: Caller][] = [['nobody', undefined]]
const posts: readonly (readonly [string, Role, OrgCode])[] = [
  ['a party, who chairs a village', 'chair', orgs.village],
  ['a party, who mediates in the same township', 'mediator', orgs.township],
  ['the township’s chair', 'chair', orgs.township],
  ['the banner’s rights post', 'rights', orgs.banner],
  ['the league’s chair', 'chair', orgs.league],
  ['the league’s rights post', 'rights', orgs.league],
  ['the league’s statistician', 'statistician', orgs.league],
  ['the region’s chair', 'chair', orgs.region],
  ['the region’s rights post', 'rights', orgs.region],
  ['the region’s statistician', 'statistician', orgs.region],
  ['a court that was sent something else', 'partner', court],
  ['a stranger’s rights post', 'rights', orgs.otherBanner],
  ['a stranger’s operator', 'operator', orgs.otherBanner],
]
let making: Making
let urls: string[] = []
let traces: Traces
let asked = 0
const before = new Map<string, string>()
afterAll(() => console.log(`leak: ${outsiders.length} outsiders, ${urls.length} addresses, ${asked} answers read`))

beforeAll(async () => {
  await onDuty(house.appPool, 'load', (tx) =>
    tx.rows(sql`
      INSERT INTO organisations (code, kind, agency, level, name, short_name)
      VALUES (${court}, 'partner', 'court', 'banner', '东旗法院', '法院')`),
  )
  const parties = await Promise.all(['那仁', '巴图'].map((name) => house.addPerson(orgs.village, name)))
  making = { house, by: await house.signIn('rights', orgs.township), parties, plan: plan() }
  urls = readings(operations, making)
  for (const [name, role, org] of posts) outsiders.push([name, await house.signIn(role, org)])
  await send(await house.signIn('rights', orgs.otherBanner))
}, 60_000)

/** A referral of another banner: the court has one, and so knows what one looks like. */
async function send(by: Signed): Promise<void> {
  const today = todayInShanghai(new Date())
  const path = `/records/referral/${v7()}`
  const shared = { mode: 'refer', agency: 'court', basis: 'consent', consentOn: today, consentWay: 'signed' }
  const steps: [string, Record<string, unknown>][] = [
    ['prepare', { ...shared, share: ['name', 'need'], sharedName: '萨仁', sharedNeed: '申请先予执行' }],
    ['send', { to: court, dueOn: addCalendarDays(today, 15) }],
  ]
  const answers = { ask: 'relief', preparedOn: today, reason: '内情' }
  await house.call(by, 'POST', '/records/referral', { id: path.split('/')[3], actionId: v7(), answers })
  for (const [i, [action, given]] of steps.entries()) {
    const step = { actionId: v7(), revision: i + 1, answers: given }
    const answer = await house.call(by, 'POST', `${path}/actions/${action}`, step)
    expect(answer.status, answer.raw.body).toBe(200)
  }
}

/** In a few lanes: everybody at once would only wait for one another. */
async function everybody(work: (name: string, who: Caller) => Promise<void>): Promise<void> {
  const queue = [...outsiders]
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await work(...next)
    }),
  )
}
async function say(who: Caller, method: string, url: string, body?: unknown): Promise<string> {
  asked++
  return sayingOf((await house.call(who, method as 'GET', url, body)).raw)
}
const none = (leaks: readonly string[]) => expect(leaks.slice(0, 10), `${leaks.length} leaks`).toEqual([])

test('everybody looks everywhere before there is anything', async () => {
  await everybody(async (name, who) => {
    for (const url of urls) before.set(`${name} ${url}`, steady(await say(who, 'GET', url)))
  })
  const answered = [...before.values()].filter((said) => said.startsWith('200')).length
  expect(answered).toBeGreaterThan(1_000)
}, 900_000)

test('sealed records of every confidential service are made, with steps, files, documents, a call and a draft', async () => {
  const steps = await makeSealed(making)
  await foldOnce(house.appPool)
  traces = await tracesOf(house, making.by)
  expect(new Set(traces.records.map((r) => r.programme))).toEqual(new Set(sealed.map((p) => p.id)))
  expect(steps).toBeGreaterThan(3 * sealed.length)
  expect(traces.documents.length).toBeGreaterThan(4)
  expect(traces.attachments.length).toBeGreaterThanOrEqual(sealed.length)
}, 120_000)

test('who handles them finds the marks by the same ways: a test that cannot find them would prove nothing', async () => {
  const found = new Set<string>()
  for (const url of urls.filter((u) => u.startsWith('/records/') || u.startsWith('/todos'))) {
    const said = await say(making.by, 'GET', url)
    for (const one of traces.marks) if (said.includes(one) && !url.includes(one)) found.add(one)
  }
  expect(found.size).toBeGreaterThan(traces.marks.length / 3)
}, 120_000)

test('after it everybody is answered as before, and no answer, head line or file name holds a trace', async () => {
  const leaks: string[] = []
  await everybody(async (name, who) => {
    for (const url of urls) {
      const said = await say(who, 'GET', url)
      const trace = traces.marks.find((one) => said.includes(one) && !url.includes(one))
      if (trace) leaks.push(`${name} ${url} holds ${trace}`)
      // Her own exports stand in the trace she may read; of numbers that go up, test/property/confidential-figures.
      if (asksSealedFigure(url) || url.startsWith('/audit')) continue
      if (steady(said) !== before.get(`${name} ${url}`))
        leaks.push(`${name} ${url} is answered otherwise: ${steady(said).slice(-300)}`)
    }
  })
  none(leaks)
}, 900_000)

test('by its very id it answers like what never was, whatever is asked or done', async () => {
  const leaks: string[] = []
  const all = pairs(operations, traces)
  await everybody(async (name, who) => {
    for (const { operation, there, never } of all) {
      const [one, other] = [
        await say(who, operation.method, there, operation.body),
        await say(who, operation.method, never, operation.body),
      ]
      if (steady(one) !== steady(other)) leaks.push(`${name} ${operation.method} ${there}: ${one.slice(-300)}`)
    }
  })
  none(leaks)
}, 900_000)

test('making a like record for one of them is answered as for anybody else: no refusal says that there is one', async () => {
  const leaks: string[] = []
  const others = await Promise.all(['赛罕', '朝鲁'].map((name) => house.addPerson(orgs.village, name)))
  await everybody(async (name, who) => {
    for (const programme of sealed) {
      const [one, other] = await Promise.all(
        [making.parties, others].map(async (parties) => {
          const answers = opening({ parties, plan: [] }, programme, drawFrom(1))
          const made = await house.call(who, 'POST', `/records/${programme.id}`, { id: v7(), actionId: v7(), answers })
          return [made.status, made.body.code, made.body.text]
        }),
      )
      asked += 2
      if (JSON.stringify(one) !== JSON.stringify(other)) leaks.push(`${name} ${programme.id}: ${one} and ${other}`)
    }
  })
  none(leaks)
}, 120_000)

test('a number, a name or a person asked for outright answers as if nobody had ever called or asked for help', async () => {
  const leaks: string[] = []
  const ways: readonly (readonly [string, unknown])[] = [
    ['/hotline/caller-history', { draft: v7(), phone, consented: true }],
    ['/people/find', { phone, purpose: '核对' }],
    ['/people/find', { idNumber: '152921199001010027', purpose: '核对' }],
  ]
  await everybody(async (name, who) => {
    for (const [url, body] of ways) {
      const said = await say(who, 'POST', url, body)
      if (/"count":[1-9]/.test(said) || traces.marks.some((one) => one !== phone && said.includes(one)))
        leaks.push(`${name} ${url}: ${said.slice(-300)}`)
    }
  })
  none(leaks)
})
