import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { todayInShanghai } from '../../src/core/day.ts'
import { areaOf, type OrgCode } from '../../src/core/org-code.ts'
import type { Role } from '../../src/core/role.ts'
import { asActor, onDuty } from '../../src/server/database/actor.ts'
import { makeHouse, orgs, type Signed } from '../support/house.ts'

// Who leaves her post, or goes elsewhere, leaves her sealed cases; who is merged along keeps them.
const house = await makeHouse()
const { call } = house
const organiser = await house.signIn('organisation', orgs.league)

interface Case {
  readonly id: string
  readonly path: string
  readonly title: string
}
let serial = 0
async function makeCase(by: Signed): Promise<Case> {
  const id = v7()
  const title = `纠纷${String.fromCodePoint(0x4e00 + serial++)}`
  const parties = [
    { person: await house.addPerson(by.actor.org, '其其格'), role: 'applicant' },
    { person: await house.addPerson(by.actor.org, '巴图'), role: 'respondent' },
  ]
  const said = {
    title,
    appliedOn: todayInShanghai(new Date()),
    dispute: 'elders',
    parties,
    facts: '双方为赡养费争执多年。',
  }
  const made = await call(by, 'POST', '/records/mediation', { id, actionId: v7(), answers: said })
  expect(made.status, made.raw.body).toBe(200)
  return { id, path: `/records/mediation/${id}`, title }
}

/** What somebody learns of a case by each way there is. */
async function finds(who: Signed, { id, path, title }: Case) {
  const [list, search, open, unhandled, todos] = await Promise.all(
    [
      '/records/mediation',
      `/records/mediation?q=${encodeURIComponent(title)}`,
      path,
      '/records/mediation?unhandled=true',
      '/todos',
    ].map((address) => call(who, 'GET', address)),
  )
  const rows = await asActor(house.appPool, who.actor, (tx) =>
    tx.first<{ n: number }>(sql`
      SELECT (SELECT count(*) FROM records WHERE id = ${id}) + (SELECT count(*) FROM actions WHERE record = ${id})
           + (SELECT count(*) FROM clocks WHERE record = ${id}) + (SELECT count(*) FROM attachments WHERE record = ${id})
           + (SELECT count(*) FROM handler_requests WHERE record = ${id}) AS n`),
  )
  const said = [list, search, unhandled, todos].some(
    (answer) => answer?.raw.body.includes(id) || answer?.raw.body.includes(title),
  )
  return {
    opened: open?.status,
    counted: list?.body.total,
    searched: search?.body.total,
    said,
    rows: Number(rows?.n) > 0,
  }
}
const nothing = { opened: 404, counted: 0, searched: 0, said: false, rows: false }
const all = { opened: 200, counted: 1, searched: 1, said: true, rows: true }

/** Another post of the same account, with a session of its own. */
async function givePost(who: Signed, role: Role, org: OrgCode): Promise<Signed> {
  const other = await house.signIn(role, org)
  const [post, { account }] = [v7(), who.actor]
  await onDuty(house.appPool, 'sign-in', async (tx) => {
    await tx.rows(
      sql`INSERT INTO posts (area, id, account, org, role) VALUES (${areaOf(org)}, ${post}, ${account}, ${org}, ${role})`,
    )
    await tx.rows(sql`UPDATE sessions SET account = ${account}, post = ${post} WHERE post = ${other.actor.post}`)
  })
  return { ...other, actor: { ...other.actor, account, post } }
}
const endPost = async (who: Signed) => {
  const administrator = await house.signIn('administrator', orgs.league)
  const ended = await call(administrator, 'DELETE', `/accounts/${who.actor.account}/posts/${who.actor.post}`)
  expect(ended.status, ended.raw.body).toBe(200)
}
const merge = async (from: OrgCode, into: OrgCode) => {
  const body = { id: v7(), into, on: todayInShanghai(new Date()), basis: '批复', children: [] }
  const merged = await call(organiser, 'POST', `/orgs/${from}/merge`, body)
  expect(merged.status, merged.raw.body).toBe(200)
}
const at = (who: Signed, org: OrgCode): Signed => ({ ...who, actor: { ...who.actor, org } })
const handlersOf = async ({ id }: Case) =>
  (
    await onDuty(house.appPool, 'verify', (tx) =>
      tx.first<{ handlers: string[] }>(sql`SELECT handlers FROM cases WHERE id = ${id}`),
    )
  )?.handlers
const toldUnhandled = async (who: Signed) =>
  (await call(who, 'GET', '/notices')).body.items.filter((n: { kind: string }) => n.kind === 'case-unhandled').length

describe('who leaves', () => {
  test('her post ends: neither an old session, nor another post elsewhere, nor a new one here finds it again', async () => {
    const [leaver, rights] = [await house.signIn('mediator', orgs.banner), await house.signIn('rights', orgs.banner)]
    const one = await makeCase(leaver)
    expect(await finds(leaver, one)).toEqual(all)
    const elsewhere = await givePost(leaver, 'mediator', orgs.otherBanner)
    const above = await givePost(leaver, 'rights', orgs.league)
    for (const who of [elsewhere, above]) expect(await finds(who, one)).toEqual(nothing)
    await endPost(leaver)
    for (const path of ['/records/mediation', one.path, '/todos'])
      expect((await call(leaver, 'GET', path)).status, path).toBe(403)
    const again = await givePost(leaver, 'mediator', orgs.banner)
    for (const who of [elsewhere, above, again]) expect(await finds(who, one)).toEqual(nothing)
    expect(await handlersOf(one)).toEqual([])
    expect(await finds(rights, one)).toEqual(all)
    expect(await toldUnhandled(rights)).toBe(1)
  })

  test('the post she is left with may not see such cases: she finds none under it', async () => {
    const leaver = await house.signIn('mediator', orgs.otherBanner)
    const one = await makeCase(leaver)
    const other = await givePost(leaver, 'family', orgs.otherBanner)
    await endPost(leaver)
    expect(await handlersOf(one)).toEqual([])
    expect((await call(other, 'GET', one.path)).status).toBe(404)
    expect((await call(other, 'GET', '/records/mediation')).status).toBe(404)
  })
})

describe('a merger', () => {
  test('takes a handler and her cases to the successor, also where she holds the same post there already', async () => {
    const [mediator, double] = [
      await house.signIn('mediator', orgs.township2),
      await house.signIn('mediator', orgs.township2),
    ]
    const there = await givePost(double, 'mediator', orgs.township)
    const stranger = await house.signIn('mediator', orgs.township)
    const [one, other] = [await makeCase(mediator), await makeCase(double)]
    expect(await finds(there, other)).toEqual(nothing)
    await merge(orgs.township2, orgs.township)
    expect(await finds(at(mediator, orgs.township), one)).toEqual(all)
    expect(await finds(there, other)).toEqual(all)
    expect((await call(double, 'GET', other.path)).status).toBe(403)
    for (const case_ of [one, other]) expect(await finds(stranger, case_)).toEqual(nothing)
    expect(await finds(there, one)).toMatchObject({ opened: 404, searched: 0, rows: false })
  })

  test('leaves a case without a handler where it and she go different ways, and tells the rights post', async () => {
    const under = async (org: OrgCode, name: string): Promise<OrgCode> =>
      (await call(organiser, 'POST', '/orgs', { id: v7(), under: org, kind: 'new-field', name, on: '2026-01-01' })).body
        .code
    const [here, away] = [await under(orgs.village, '东驿站'), await under(orgs.village2, '西驿站')]
    const rights = await house.signIn('rights', orgs.village)
    const goes = await house.signIn('mediator', here)
    const stays = await house.signIn('mediator', orgs.village)
    const [kept, moved] = [await makeCase(rights), await makeCase(goes)]
    // Each handles a case of the other's organisation, in one division.
    await onDuty(house.appPool, 'load', async (tx) => {
      for (const [one, who] of [
        [kept, goes],
        [moved, stays],
      ] as const)
        await tx.change(sql`UPDATE records SET handlers = ${[who.actor.account]}::uuid[] WHERE id = ${one.id}`)
    })
    for (const [who, one] of [
      [goes, kept],
      [stays, moved],
    ] as const)
      expect(await finds(who, one)).toMatchObject({ opened: 200, rows: true })
    await merge(here, away)
    expect(await finds(at(goes, away), kept)).toEqual(nothing)
    expect(await finds(stays, moved)).toEqual(nothing)
    expect([await handlersOf(kept), await handlersOf(moved)]).toEqual([[], []])
    expect(await toldUnhandled(rights)).toBe(1)
    // A new post where she was brings nothing back.
    expect(await finds(await givePost(goes, 'mediator', orgs.village), kept)).toEqual(nothing)
  })
})
