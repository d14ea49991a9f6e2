import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { orgCode } from '../../core/org-code.ts'
import { onDuty } from '../database/actor.ts'
import { loadDivisions } from './load-divisions.ts'

const house = await makeHouse()
const { call, signIn, addPerson } = house
let chair: Signed
let villager: Signed

beforeAll(async () => {
  // Beijing beside the small made tree: its 16 districts hang under one 市辖区.
  await loadDivisions(house.appPool, 11)
  chair = await signIn('organisation', orgs.banner)
  villager = await signIn('chair', orgs.village)
})

describe('the divisions', () => {
  it('are loaded once', async () => {
    expect(await loadDivisions(house.appPool, 11)).toBe(0)
    const alxa = await loadDivisions(house.appPool, 15, orgCode(152900000000))
    expect(alxa).toBeGreaterThan(200)
    expect(await loadDivisions(house.appPool, 15, orgCode(152900000000))).toBe(0)
  })

  it.each([
    ['东城', '东城区妇联'],
    ['dongchengq', '东城区妇联'],
    ['dcq', '东城区妇联'],
    ['110101', '东城区妇联'],
    ['华门', '东华门街道妇联'],
  ])('are found by %s', async (q, name) => {
    const { status, body } = await call(villager, 'GET', `/orgs?q=${encodeURIComponent(q)}`)
    expect(status).toBe(200)
    expect(body.items.map((o: { name: string }) => o.name)).toContain(name)
    expect(body.items.length).toBeLessThanOrEqual(20)
  })

  it('never come as a whole tree, and take any text', async () => {
    expect((await call(villager, 'GET', '/orgs?limit=500')).status).toBe(400)
    expect((await call(villager, 'GET', '/orgs')).body.items).toHaveLength(20)
    for (const q of ["'; DROP", '%', '\\', '９９', '\u{1F600}', '99999999999999999999']) {
      expect((await call(villager, 'GET', `/orgs?q=${encodeURIComponent(q)}`)).status).toBe(200)
    }
  })

  it('are shown one level at a time, in code order, with the number of children', async () => {
    const { body } = await call(chair, 'GET', `/orgs/${orgs.league}/children`)
    const codes = body.items.map((o: { code: number }) => o.code)
    expect(codes).toEqual([...codes].sort((a, b) => a - b))
    expect(body.items.find((o: { code: number }) => o.code === orgs.banner).children).toBeGreaterThanOrEqual(2)
    const beijing = await call(chair, 'GET', `/orgs/${orgCode(110100000000)}/children`)
    expect(beijing.body.items.length).toBeGreaterThanOrEqual(16)
    expect((await call(chair, 'GET', `/orgs/${orgCode(150999000000)}`)).status).toBe(404)
  })
})

describe('an organisation', () => {
  it('is set up with the next serial, once however often it is sent', async () => {
    const body = {
      id: v7(),
      under: orgs.village,
      kind: 'womens-home',
      name: '红柳嘎查妇女之家',
      on: '2026-03-08',
      basis: '旗妇联批复',
    }
    const first = await call(villager, 'POST', '/orgs', body)
    expect(first.body).toMatchObject({ code: orgs.village + 1, level: 'village', kind: 'womens-home' })
    expect((await call(villager, 'POST', '/orgs', body)).body.code).toBe(orgs.village + 1)
    const second = await call(villager, 'POST', '/orgs', { ...body, id: v7(), name: '红柳第二妇女之家' })
    expect(second.body.code).toBe(orgs.village + 2)
    expect((await call(villager, 'GET', '/orgs?q=hlgcfn')).body.items[0].name).toBe('红柳嘎查妇女之家')
    expect((await call(villager, 'POST', '/orgs', { ...body, id: v7(), under: orgs.village2 })).body.code).toBe(
      'org-unknown',
    )
    const mediator = await signIn('mediator', orgs.village)
    expect((await call(mediator, 'POST', '/orgs', { ...body, id: v7() })).body.code).toBe('not-allowed')
  })

  it('is renamed; a stale rename is refused with the name as it is', async () => {
    const path = `/orgs/${orgs.village2}`
    const { body: org } = await call(chair, 'GET', path)
    const rename = { id: v7(), revision: org.revision, name: '金沙嘎查妇联', on: '2026-01-01', basis: '民政批复' }
    const { body } = await call(chair, 'PATCH', path, rename)
    expect(body).toMatchObject({
      name: '金沙嘎查妇联',
      shortName: '金沙嘎查',
      changes: [{ change: 'renamed', before: { name: '沙枣嘎查妇联' } }],
    })
    const stale = await call(chair, 'PATCH', path, { ...rename, id: v7() })
    expect([stale.status, stale.body.code, stale.body.facts.current.name]).toEqual([409, 'stale-edit', '金沙嘎查妇联'])
  })

  it('keeps its terms and its committee', async () => {
    const term = { id: v7(), number: 12, from: '2023-01-01', to: '2028-01-01' }
    expect((await call(chair, 'POST', `/orgs/${orgs.township}/terms`, term)).body).toEqual(term)
    const overlap = await call(chair, 'POST', `/orgs/${orgs.township}/terms`, { ...term, id: v7(), number: 13 })
    expect(overlap.body.code).toBe('term-overlap')
    const person = await addPerson(orgs.village, '其其格')
    const path = `/orgs/${orgs.township}/members`
    const seat = { id: v7(), person, position: 'vice', from: '2023-01-01', term: term.id }
    expect((await call(chair, 'POST', path, seat)).body).toMatchObject({ position: 'vice', person: { name: '其其格' } })
    expect((await call(chair, 'POST', path, { ...seat, id: v7() })).body.code).toBe('seat-taken')
    expect((await call(chair, 'GET', `/orgs/${orgs.township}`)).body).toMatchObject({
      members: 1,
      term: { number: 12 },
    })
    const outsider = await signIn('rights', orgs.otherBanner)
    expect((await call(outsider, 'GET', path)).body.items[0]).toMatchObject({ position: 'vice', person: null })
    const ended = await call(chair, 'POST', `${path}/${seat.id}/end`, { to: '2026-06-30', reason: '工作调动' })
    expect(ended.body).toMatchObject({ to: '2026-06-30', removedReason: '工作调动' })
    expect((await call(chair, 'GET', path)).body.items).toEqual([])
    expect((await call(chair, 'GET', `${path}?past=true`)).body.items).toHaveLength(1)
  })
})

describe('a merger', () => {
  it('ends the subtree, names every successor, moves what is kept, and points earlier mergers on', async () => {
    const woman = await addPerson(orgs.village3, '乌云')
    const record = v7()
    await onDuty(house.appPool, 'load', (tx) =>
      tx.rows(sql`
      INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date, sealed)
      VALUES (1529, 'case', ${record}, 'mediation', 1, ${orgs.village3}, ${orgs.village3}, '办件', 'applied', '2026-01-05', true)`),
    )
    const banner = await signIn('administrator', orgs.banner)
    // A village of the merged township goes to a village of the other one; everything else goes to the township itself.
    const home = await call(banner, 'POST', '/orgs', {
      id: v7(),
      under: orgs.township2,
      kind: 'new-field',
      name: '驿站',
      on: '2026-01-01',
    })
    expect(home.status).toBe(200)
    const body = {
      id: v7(),
      into: orgs.township,
      on: '2026-07-01',
      basis: '政府批复',
      children: [{ code: orgs.village3, into: orgs.village }],
    }
    const { status, body: done } = await call(banner, 'POST', `/orgs/${orgs.township2}/merge`, body)
    expect([status, done.code]).toEqual([200, orgs.township2])
    expect(done).toMatchObject({ ended: true, successor: { code: orgs.township }, movedRecords: 1, movedPeople: 1 })
    expect(done.merged).toBeGreaterThanOrEqual(3)
    expect((await call(banner, 'GET', `/orgs/${orgs.village3}`)).body).toMatchObject({
      successor: { code: orgs.village },
      changes: [{ change: 'merged' }],
    })
    expect((await call(banner, 'GET', `/orgs/${home.body.code}`)).body.successor.code).toBe(orgs.township)
    const kept = await onDuty(house.appPool, 'load', (tx) =>
      tx.first(sql`
      SELECT r.org, r.ledger_org, p.org AS person_org FROM records r, people p WHERE r.id = ${record} AND p.id = ${woman}`),
    )
    expect(kept).toEqual({ org: orgs.village, ledger_org: orgs.village3, person_org: orgs.village })
    expect((await call(banner, 'POST', `/orgs/${orgs.township2}/merge`, body)).status).toBe(200)
    const again = await call(banner, 'POST', `/orgs/${orgs.township2}/merge`, { ...body, id: v7() })
    expect(again.body.code).toBe('org-ended')
    await call(banner, 'POST', `/orgs/${orgs.village}/merge`, {
      id: v7(),
      into: orgs.village2,
      on: '2026-08-01',
      basis: '政府批复',
    })
    expect((await call(banner, 'GET', `/orgs/${orgs.village3}`)).body.successor.code).toBe(orgs.village2)
  })

  it('takes the posts along: who worked there works for the successor, and finds what she handled', async () => {
    const under = (name: string, kind = 'new-field', more: object = {}) =>
      call(chair, 'POST', '/orgs', { id: v7(), under: orgs.banner, kind, name, on: '2026-01-01', ...more })
    const [old, fresh] = [(await under('东驿站')).body.code, (await under('西驿站')).body.code]
    const agency = { agency: 'court' }
    const [court, next] = [
      (await under('东法院', 'partner', agency)).body.code,
      (await under('西法院', 'partner', agency)).body.code,
    ]
    const [mediator, double, judge] = [
      await signIn('mediator', old),
      await signIn('chair', old),
      await signIn('partner', court),
    ]
    const [sealed, sent] = [v7(), v7()]
    await onDuty(house.appPool, 'load', async (tx) => {
      await tx.rows(sql`
        INSERT INTO posts (area, id, account, org, role) VALUES (1529, ${v7()}, ${double.actor.account}, ${fresh}, 'chair')`)
      await tx.rows(sql`
        INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date, sealed, handlers, receiver, answers)
        VALUES (1529, 'case', ${sealed}, 'mediation', 1, ${old}, ${old}, '办件', 'applied', '2026-01-05', true, ${[mediator.actor.account]}::uuid[], NULL, '{}'),
               (1529, 'case', ${sent}, 'referral', 1, ${orgs.banner}, ${orgs.banner}, 'relief', 'sent', '2026-01-05', true, '{}', ${court}, jsonb_build_object('to', ${court}::bigint))`)
    })
    for (const [from, into] of [
      [old, fresh],
      [court, next],
    ])
      expect(
        (
          await call(chair, 'POST', `/orgs/${from}/merge`, {
            id: v7(),
            into,
            on: '2026-07-01',
            basis: '批复',
            children: [],
          })
        ).status,
      ).toBe(200)
    expect((await call(mediator, 'GET', '/me')).body.post.org.code).toBe(fresh)
    expect((await call(mediator, 'GET', `/records/mediation/${sealed}`)).status).toBe(200)
    expect((await call(judge, 'GET', `/records/referral/${sent}`)).status).toBe(200)
    expect((await call(double, 'GET', '/colleagues')).body.code).toBe('post-needed')
    const held = await onDuty(house.appPool, 'load', (tx) =>
      tx.rows(sql`
        SELECT p.org, p.ended_at IS NULL AS living, a.home_org FROM posts p JOIN accounts a ON a.id = p.account
        WHERE p.account = ${double.actor.account} ORDER BY 2`),
    )
    expect(held).toEqual([
      { org: old, living: false, home_org: fresh },
      { org: fresh, living: true, home_org: fresh },
    ])
    const moved = await signIn('auditor', orgs.banner)
    expect((await call(moved, 'GET', `/audit?account=${mediator.actor.account}`)).body.items).toMatchObject([
      { event: 'post-moved', detail: { role: 'mediator', from: old } },
    ])
  })

  it.each([
    ['another level', orgs.village2, orgs.township, 'org-merge-wrong'],
    ['itself', orgs.village2, orgs.village2, 'org-merge-wrong'],
    ['one out of scope', orgs.village2, orgCode(110101001001), 'org-unknown'],
    ['one outside her scope being merged', orgs.otherBanner, orgs.banner, 'org-unknown'],
    ['her own organisation', orgs.banner, orgs.otherBanner, 'not-allowed'],
  ])('into %s is refused', async (_, code, into, refusal) => {
    const { body } = await call(chair, 'POST', `/orgs/${code}/merge`, {
      id: v7(),
      into,
      on: '2026-07-01',
      basis: '政府批复',
    })
    expect(body.code).toBe(refusal)
  })
})
