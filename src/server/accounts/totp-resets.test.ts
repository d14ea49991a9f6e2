import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { enter, type MadeAccount, makeAccount } from '../../../test/support/accounts.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { asActor } from '../database/actor.ts'

const house = await makeHouse()
const { call } = house
let asker: Signed
let security: Signed
let woman: MadeAccount
beforeAll(async () => {
  asker = await house.signIn('administrator', orgs.banner)
  security = await house.signIn('security', orgs.banner)
  woman = await makeAccount(house, { home: orgs.township, posts: [['rights', orgs.township]], totp: true })
})

const ask = (who: Signed, account: string, more: object = {}) =>
  call(who, 'POST', `/accounts/${account}/totp-resets`, { id: v7(), reason: '手机掉进水里了', ...more })
const decide = (who: Signed, id: string, agreed = true) => call(who, 'POST', `/totp-resets/${id}`, { agreed })
const open = async (who: Signed) =>
  (await call(who, 'GET', '/totp-resets')).body.items.filter((one: { decidedAt: unknown }) => one.decidedAt === null)
const eventsOf = (account: string) =>
  asActor(house.appPool, security.actor, async (tx) =>
    (
      await tx.rows<{ event: string }>(sql`SELECT event FROM account_events WHERE account = ${account} ORDER BY at`)
    ).map(({ event }) => event),
  )

describe('a lost second step', () => {
  it('is asked for by an administrator of hers, with a reason, once', async () => {
    const elsewhere = await house.signIn('administrator', orgs.otherBanner)
    const below = await house.signIn('administrator', orgs.village)
    const bare = await makeAccount(house, { home: orgs.village, posts: [['chair', orgs.village]] })
    for (const [who, code] of [
      [elsewhere, 'not-found'],
      [below, 'not-found'],
      [security, 'not-allowed'],
      [await house.signIn('rights', orgs.township), 'not-allowed'],
    ] as const)
      expect((await ask(who, woman.id)).body.code).toBe(code)
    expect((await ask(asker, asker.actor.account)).body.code).toBe('own-post')
    expect((await ask(asker, bare.id)).body.code).toBe('totp-none')
    expect((await ask(asker, woman.id, { reason: ' ' })).status).toBe(400)
    const abroad = await makeAccount(house, { home: orgs.village, posts: [['rights', orgs.otherBanner]], totp: true })
    expect((await ask(asker, abroad.id)).body.code).toBe('out-of-scope')
    const id = v7()
    expect((await ask(asker, woman.id, { id })).status).toBe(200)
    expect((await ask(asker, woman.id, { id })).status).toBe(200)
    expect((await ask(asker, woman.id)).body.code).toBe('totp-none')
    expect(await open(security)).toMatchObject([
      { id, account: { id: woman.id }, reason: '手机掉进水里了', mayDecide: true },
    ])
    expect((await open(asker))[0].mayDecide).toBe(false)
    expect(await open(elsewhere)).toEqual([])
    expect((await call(security, 'GET', '/notices')).body.items[0].kind).toBe('totp-reset-asked')
  })

  it('stays as it is until a second person has agreed, whoever tries, also past the server', async () => {
    const [{ id }] = await open(asker)
    const [auditor, village] = await Promise.all([
      house.signIn('auditor', orgs.banner),
      house.signIn('security', orgs.village),
    ])
    expect((await decide(asker, id)).body.code).toBe('second-person')
    expect((await decide(auditor, id)).body.code).toBe('not-allowed')
    expect((await decide(village, id)).body.code).toBe('not-found')
    const write = (text: string) =>
      asActor(house.appPool, asker.actor, (tx) => tx.client.query(text)).then(
        (result) => result.rowCount,
        (error: { code: string }) => error.code,
      )
    expect(await write(`UPDATE accounts SET totp = NULL WHERE id = '${woman.id}'`)).toBe('42501')
    const itself = `decided_by = '${asker.actor.account}', decided_at = now(), agreed = true`
    expect([0, '42501', '23514']).toContain(await write(`UPDATE totp_resets SET ${itself} WHERE id = '${id}'`))
    expect((await enter(house, woman)).answer.code).toBe('totp-needed')
  })

  it('is gone with every session once one has, which she is told; she sets up a new one at her next sign-in', async () => {
    const before = await enter(house, woman, { totp: woman.code() })
    expect((await call(before.who, 'GET', '/todos')).status).toBe(200)
    const [{ id }] = await open(security)
    expect((await decide(security, id)).status).toBe(200)
    expect((await decide(security, id, false)).status).toBe(200)
    expect((await call(before.who, 'GET', '/todos')).status).toBe(401)
    const after = await enter(house, woman)
    expect([after.status, after.answer.next]).toEqual([200, 'totp'])
    expect((await call(after.who, 'GET', '/todos')).body.code).toBe('post-needed')
    expect((await eventsOf(woman.id)).filter((event) => event.startsWith('totp'))).toEqual([
      'totp-reset-asked',
      'totp-reset',
    ])
    const told = await asActor(house.appPool, { ...security.actor, account: woman.id }, (tx) =>
      tx.rows(sql`SELECT text_key, link FROM notices WHERE text_key = 'totp-reset'`),
    )
    expect(told).toEqual([{ text_key: 'totp-reset', link: '/account' }])
  })

  it('stays when the second person does not agree', async () => {
    const other = await makeAccount(house, { home: orgs.village, posts: [['rights', orgs.village]], totp: true })
    await ask(asker, other.id)
    const [{ id }] = await open(security)
    expect((await decide(await house.signIn('administrator', orgs.league), id, false)).status).toBe(200)
    expect((await decide(security, id)).status).toBe(200)
    expect((await enter(house, other)).answer.code).toBe('totp-needed')
    expect((await eventsOf(other.id)).at(-1)).toBe('totp-reset-refused')
  })
})
