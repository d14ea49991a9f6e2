import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { enter, type MadeAccount, makeAccount } from '../../../test/support/accounts.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Role } from '../../core/role.ts'
import { type Actor, asActor } from '../database/actor.ts'

const house = await makeHouse()
const pool = house.house.pool
const plain = (home: OrgCode, role: Role = 'chair') => makeAccount(house, { home, posts: [[role, home]] })
let admin: Signed
let clerk: MadeAccount

beforeAll(async () => {
  admin = await house.signIn('administrator', orgs.banner)
  clerk = await plain(orgs.village)
})

const give = (who: Signed, account: string, role: Role, org: OrgCode) =>
  house.call(who, 'POST', `/accounts/${account}/posts`, { id: v7(), role, org })
const insertPost = (actor: Actor, account: string, role: Role, org: OrgCode) =>
  asActor(pool, actor, (tx) =>
    tx.change(sql`INSERT INTO posts (area, id, account, org, role, given_by)
      VALUES (1529, ${v7()}, ${account}, ${org}, ${role}, ${actor.account})`),
  )

describe('an administrator', () => {
  it('makes an account whose first password works once it is changed', async () => {
    const body = { id: v7(), name: 'wulan', displayName: '乌兰', org: orgs.village }
    const made = await house.call(admin, 'POST', '/accounts', body)
    expect(made.status).toBe(200)
    expect((await give(admin, body.id, 'chair', orgs.village)).status).toBe(200)
    const account = { ...clerk, name: 'wulan', password: made.body.firstPassword }
    expect((await enter(house, account)).answer.next).toBe('password')
    expect((await house.call(admin, 'POST', '/accounts', { ...body, id: v7() })).body.code).toBe('name-taken')
    expect(
      (await house.call(admin, 'POST', '/accounts', { ...body, id: v7(), name: 'b-c', org: orgs.league })).body.code,
    ).toBe('out-of-scope')
  })

  it('gives and ends posts in her subtree; an ended post ends for running sessions at once', async () => {
    const { who } = await enter(house, clerk)
    const given = await give(admin, clerk.id, 'family', orgs.village)
    expect((await give(admin, clerk.id, 'family', orgs.village)).body.code).toBe('post-exists')
    expect((await house.call(who, 'PUT', '/me/post', { postId: given.body.id })).status).toBe(200)
    expect((await house.call(who, 'GET', '/colleagues')).status).toBe(200)
    const ended = await house.call(admin, 'DELETE', `/accounts/${clerk.id}/posts/${given.body.id}`)
    expect(ended.status).toBe(200)
    expect((await house.call(who, 'GET', '/colleagues')).body.code).toBe('post-needed')
    expect((await house.call(who, 'PUT', '/me/post', { postId: given.body.id })).status).toBe(404)
    expect((await house.call(admin, 'DELETE', `/accounts/${clerk.id}/posts/${given.body.id}`)).status).toBe(404)
  })

  it('finds accounts of her subtree only, page by page', async () => {
    await plain(orgs.otherBanner)
    const first = await house.call(admin, 'GET', '/accounts?limit=1')
    expect(first.body.items).toHaveLength(1)
    const rest = await house.call(admin, 'GET', `/accounts?limit=200&cursor=${first.body.next}`)
    expect(rest.body.items).toHaveLength(first.body.total - 1)
    const homes = [...first.body.items, ...rest.body.items].map((row: { home: { code: number } }) => row.home.code)
    expect(homes.every((code: number) => Math.floor(code / 1e10) === 152921)).toBe(true)
    const found = await house.call(admin, 'GET', `/accounts?q=${clerk.name}`)
    expect(found.body.items).toMatchObject([
      { name: clerk.name, posts: [{ role: 'chair' }], abilities: { givePost: true, manage: true } },
    ])
    expect((await house.call(admin, 'GET', `/accounts?org=${orgs.league}`)).body.code).toBe('out-of-scope')
    expect((await house.call(admin, 'GET', '/accounts?cursor=nonsense')).body.code).toBe('cursor-invalid')
  })

  it('unlocks, resets, signs out and disables', async () => {
    const account = await plain(orgs.township)
    for (let n = 0; n < 5; n++) await enter(house, account, { password: 'wrong' })
    expect((await house.call(admin, 'POST', `/accounts/${account.id}/unlock`)).status).toBe(200)
    const { who } = await enter(house, account)
    expect((await house.call(admin, 'DELETE', `/accounts/${account.id}/sessions`)).status).toBe(200)
    expect((await house.call(who, 'GET', '/me')).status).toBe(401)
    const again = await enter(house, account)
    expect((await house.call(again.who, 'GET', '/me')).status).toBe(200)
    const reset = await house.call(admin, 'PUT', `/accounts/${account.id}/password`)
    expect((await house.call(again.who, 'GET', '/me')).status).toBe(401)
    expect((await enter(house, account)).status).toBe(401)
    const changed = { ...account, password: reset.body.firstPassword }
    expect((await enter(house, changed)).answer.next).toBe('password')
    expect((await house.call(admin, 'POST', `/accounts/${account.id}/disable`)).status).toBe(200)
    expect((await enter(house, changed)).answer.code).toBe('account-disabled')
    expect((await house.call(admin, 'POST', `/accounts/${account.id}/enable`)).status).toBe(200)
    expect((await enter(house, changed)).status).toBe(200)
  })
})

describe('no self-promotion', () => {
  it('is refused by the route', async () => {
    expect((await give(admin, admin.actor.account, 'rights', orgs.banner)).body.code).toBe('own-post')
    expect(
      (await house.call(admin, 'DELETE', `/accounts/${admin.actor.account}/posts/${admin.actor.post}`)).body.code,
    ).toBe('own-post')
    expect((await give(admin, clerk.id, 'chair', orgs.league)).body.code).toBe('out-of-scope')
    expect((await give(admin, clerk.id, 'chair', orgs.otherBanner)).body.code).toBe('out-of-scope')
    const chair = await house.signIn('chair', orgs.banner)
    expect((await give(chair, clerk.id, 'family', orgs.village)).body.code).toBe('not-allowed')
  })

  it('is refused by the database itself', async () => {
    const { actor } = admin
    const chair = await house.signIn('chair', orgs.banner)
    for (const [who, account, org] of [
      [actor, actor.account, orgs.banner],
      [actor, clerk.id, orgs.league],
      [actor, clerk.id, orgs.otherBanner],
      [chair.actor, clerk.id, orgs.village],
    ] as const)
      await expect(insertPost(who, account, 'finance', org)).rejects.toMatchObject({ code: '42501' })
    const ownEnd = asActor(pool, actor, (tx) =>
      tx.change(sql`UPDATE posts SET ended_at = now() WHERE id = ${actor.post}`),
    )
    expect(await ownEnd).toBe(0)
    const climb = asActor(pool, actor, (tx) =>
      tx.change(sql`UPDATE posts SET role = 'rights' WHERE account = ${clerk.id}`),
    )
    await expect(climb).rejects.toMatchObject({ code: '42501' })
    const rise = asActor(pool, actor, (tx) =>
      tx.change(sql`UPDATE sessions SET second_step = true WHERE account = ${actor.account}`),
    )
    expect(await rise).toBe(0)
    const lookAway = asActor(pool, actor, (tx) => tx.change(sql`DELETE FROM account_events`))
    await expect(lookAway).rejects.toMatchObject({ code: '42501' })
  })

  it('leaves accounts above alone, and those that also hold a post outside', async () => {
    const above = await plain(orgs.league)
    const both = await makeAccount(house, {
      home: orgs.banner,
      posts: [
        ['chair', orgs.banner],
        ['family', orgs.league],
      ],
    })
    for (const path of ['password', 'disable', 'unlock', 'sessions']) {
      const method = path === 'password' ? 'PUT' : path === 'sessions' ? 'DELETE' : 'POST'
      expect((await house.call(admin, method, `/accounts/${above.id}/${path}`)).status).toBe(404)
      expect((await house.call(admin, method, `/accounts/${both.id}/${path}`)).body.code).toBe('out-of-scope')
    }
    const steal = (id: string) =>
      asActor(pool, admin.actor, (tx) => tx.change(sql`UPDATE accounts SET password = 'mine' WHERE id = ${id}`))
    expect([await steal(above.id), await steal(both.id), await steal(admin.actor.account)]).toEqual([0, 0, 0])
  })

  it('keeps account, security and audit apart, also where the administrator cannot see', async () => {
    const account = await makeAccount(house, { home: orgs.banner, posts: [['auditor', orgs.league]], totp: true })
    expect((await give(admin, account.id, 'security', orgs.banner)).body.code).toBe('separated-roles')
    await expect(insertPost(admin.actor, account.id, 'security', orgs.banner)).rejects.toMatchObject({ code: '42501' })
    expect((await give(admin, account.id, 'family', orgs.banner)).status).toBe(200)
  })
})

describe('audit', () => {
  it('shows the auditor who did what, newest first, page by page; not to others', async () => {
    const auditor = await house.signIn('auditor', orgs.banner)
    const account = await plain(orgs.village2)
    await enter(house, account, { password: 'wrong' })
    await enter(house, account)
    await house.call(admin, 'POST', `/accounts/${account.id}/unlock`)
    const page = await house.call(auditor, 'GET', `/audit?account=${account.id}&kind=event`)
    expect(page.body.items.map((row: { event: string }) => row.event)).toEqual([
      'unlocked',
      'signed-in',
      'sign-in-failed',
      'post-given',
      'account-created',
    ])
    expect(page.body.items[0]).toMatchObject({
      by: { id: admin.actor.account },
      account: { id: account.id, displayName: '试用人' },
      eventLabel: '解锁',
    })
    const first = await house.call(auditor, 'GET', `/audit?account=${account.id}&limit=2`)
    const second = await house.call(auditor, 'GET', `/audit?account=${account.id}&limit=2&cursor=${first.body.next}`)
    expect([...first.body.items, ...second.body.items].map((row: { event: string }) => row.event)).toEqual([
      'unlocked',
      'signed-in',
      'sign-in-failed',
      'post-given',
    ])
    expect((await house.call(admin, 'GET', '/audit')).body.code).toBe('not-allowed')
    const elsewhere = await house.signIn('auditor', orgs.otherBanner)
    expect((await house.call(elsewhere, 'GET', `/audit?account=${account.id}`)).body.items).toEqual([])
  })

  it('shows looks at sensitive data to the auditor and to the keeping organisation’s rights post', async () => {
    const rights = await house.signIn('rights', orgs.banner)
    const person = v7()
    await asActor(pool, rights.actor, (tx) =>
      tx.change(sql`INSERT INTO reads (area, id, subject, subject_id, org, fields, purpose, account, post)
        VALUES (1529, ${v7()}, 'person', ${person}, ${orgs.banner}, ARRAY['phone'], '回访', ${rights.actor.account}, ${rights.actor.post})`),
    )
    const expected = [{ kind: 'read', subject: { kind: 'person', id: person }, fields: ['phone'], purpose: '回访' }]
    for (const role of ['auditor', 'rights'] as const) {
      const who = await house.signIn(role, orgs.banner)
      expect((await house.call(who, 'GET', `/audit?subject=${person}`)).body.items).toMatchObject(expected)
    }
    const league = await house.signIn('rights', orgs.league)
    expect((await house.call(league, 'GET', `/audit?subject=${person}`)).body.items).toEqual([])
  })

  it('keeps no name that nobody has', async () => {
    await enter(house, { ...clerk, name: 'my-password-by-mistake' })
    // As the superuser: no duty of the house may read these rows.
    const client = new pg.Client({ connectionString: house.superUrl })
    await client.connect()
    const kept = await client.query(
      'SELECT name AS word FROM accounts UNION ALL SELECT detail::text FROM account_events',
    )
    await client.end()
    expect(kept.rows.length).toBeGreaterThan(20)
    expect(kept.rows.filter(({ word }) => word.includes('by-mistake'))).toEqual([])
  })
})
