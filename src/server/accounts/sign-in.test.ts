import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enter, makeAccount } from '../../../test/support/accounts.ts'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { onDuty } from '../database/actor.ts'
import { createDemoAccounts, demoPassword } from './demo-accounts.ts'
import { totpCode } from './totp.ts'

const house = await makeHouse()
const pool = house.house.pool
const chair = () => makeAccount(house, { home: orgs.village, posts: [['chair', orgs.village]] })
const rights = () => makeAccount(house, { home: orgs.banner, posts: [['rights', orgs.banner]], totp: true })
const failuresOf = async (account: string) =>
  (
    await onDuty(pool, 'sign-in', (tx) =>
      tx.first<{ failures: number }>(sql`SELECT failures FROM accounts WHERE id = ${account}`),
    )
  )?.failures

describe('signing in', () => {
  it('gives an HttpOnly cookie, the token only to who asks, and takes up her post', async () => {
    const account = await chair()
    const raw = await house.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'x-forwarded-proto': 'https' },
      payload: { name: ` ${account.name.toUpperCase()} `, password: account.password },
    })
    expect(raw.json()).toEqual({ next: null })
    const cookie = String(raw.headers['set-cookie'])
    expect(cookie).toMatch(/^niangjia_session=[\w-]{43};/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Secure/)
    const me = await house.app.inject({ url: '/api/v1/me', headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(me.json()).toMatchObject({
      post: { role: 'chair', roleLabel: '主席岗', org: { code: orgs.village, name: '红柳嘎查妇联' } },
      next: null,
      abilities: { people: true, accounts: false, audit: false },
    })
    expect(me.json().menu.map((entry: { programme: string }) => entry.programme)).toContain('family-story')
  })

  it('answers a wrong password and an unknown name alike', async () => {
    const account = await chair()
    const wrong = await enter(house, account, { password: 'wrong' })
    const unknown = await enter(house, { ...account, name: 'nobody-here' })
    const plain = (answer: object) => ({ ...answer, requestId: '' })
    expect(wrong.status).toBe(401)
    expect(unknown.status).toBe(401)
    expect(plain(unknown.answer)).toEqual(plain(wrong.answer))
    expect(wrong.raw.headers['set-cookie']).toBeUndefined()
  })

  it('locks after five wrong tries, the right password too, known name or not', async () => {
    const account = await chair()
    for (let n = 0; n < 5; n++) expect((await enter(house, account, { password: 'wrong' })).status).toBe(401)
    const locked = await enter(house, account)
    expect(locked.answer).toMatchObject({ code: 'sign-in-locked' })
    const name = 'no-such-person'
    for (let n = 0; n < 5; n++) expect((await enter(house, { ...account, name })).status).toBe(401)
    expect((await enter(house, { ...account, name })).answer).toEqual({
      ...locked.answer,
      requestId: expect.any(String),
    })
  })

  it('counts tries made at once, so that many in parallel are no way round the lock', async () => {
    const account = await chair()
    const tries = await Promise.all(Array.from({ length: 12 }, () => enter(house, account, { password: 'wrong' })))
    expect(tries.filter(({ answer }) => answer.code === 'sign-in-wrong')).toHaveLength(5)
    expect(tries.filter(({ answer }) => answer.code === 'sign-in-locked')).toHaveLength(7)
  })

  it('forgets wrong tries after a right one', async () => {
    const account = await chair()
    for (let n = 0; n < 4; n++) await enter(house, account, { password: 'wrong' })
    expect((await enter(house, account)).status).toBe(200)
    expect(await failuresOf(account.id)).toBe(0)
  })
})

describe('the second step', () => {
  it('asks for the code, takes it once, and refuses a replay and an older one', async () => {
    const account = await rights()
    expect((await enter(house, account)).answer).toMatchObject({ code: 'totp-needed' })
    expect((await enter(house, account, { totp: '000000' })).answer).toMatchObject({
      code: 'totp-wrong',
      field: 'totp',
    })
    const code = account.code()
    expect((await enter(house, account, { totp: code })).status).toBe(200)
    expect((await enter(house, account, { totp: code })).answer).toMatchObject({ code: 'totp-wrong' })
    expect((await enter(house, account, { totp: account.code(-1) })).answer).toMatchObject({ code: 'totp-wrong' })
  })

  it('lets an account without it sign in, and choose the post only after setting it up; the old token is void then', async () => {
    const account = await makeAccount(house, { home: orgs.banner, posts: [['rights', orgs.banner]] })
    const { who, answer } = await enter(house, account)
    expect(answer.next).toBe('totp')
    const postId = account.posts[0]
    expect((await house.call(who, 'PUT', '/me/post', { postId })).body.code).toBe('totp-required')
    expect((await house.call(who, 'POST', '/me/totp', { password: 'wrong' })).body.code).toBe('sign-in-wrong')
    const begun = await house.call(who, 'POST', '/me/totp', { password: account.password })
    expect(begun.body.url).toMatch(/^otpauth:\/\/totp\//)
    expect(begun.body.qr).toMatch(/^data:image\/png;base64,/)
    expect((await house.call(who, 'PUT', '/me/totp', { totp: '000000' })).body.code).toBe('totp-wrong')
    const headers = { ...who.headers, 'x-niangjia-token': '1' }
    const confirmed = await house.call({ ...who, headers }, 'PUT', '/me/totp', { totp: totpCode(begun.body.secret) })
    expect(confirmed.body.next).toBe('post')
    expect((await house.call(who, 'GET', '/me')).status).toBe(401)
    const raised = { ...who, headers: { ...who.headers, authorization: `Bearer ${confirmed.body.token}` } }
    expect((await house.call(raised, 'PUT', '/me/post', { postId })).status).toBe(200)
    expect((await house.call(raised, 'GET', '/me')).body).toMatchObject({ post: { role: 'rights' }, hasTotp: true })
  })

  it('is kept sealed', async () => {
    const account = await rights()
    const row = await onDuty(pool, 'sign-in', (tx) =>
      tx.first<{ totp: Buffer }>(sql`SELECT totp FROM accounts WHERE id = ${account.id}`),
    )
    expect(row?.totp.includes(Buffer.from(account.secret ?? ''))).toBe(false)
  })
})

describe('sessions', () => {
  it('end at once, one or all others, and only one’s own', async () => {
    const account = await chair()
    const other = await chair()
    const [first, second] = [await enter(house, account), await enter(house, account)]
    const list = await house.call(first.who, 'GET', '/me/sessions')
    expect(list.body.items).toHaveLength(2)
    const foreign = list.body.items.find((item: { current: boolean }) => !item.current)
    const stranger = await enter(house, other)
    expect((await house.call(stranger.who, 'DELETE', `/me/sessions/${foreign.id}`)).status).toBe(404)
    expect((await house.call(first.who, 'DELETE', `/me/sessions/${foreign.id}`)).status).toBe(200)
    expect((await house.call(second.who, 'GET', '/me')).body.code).toBe('signed-out')
    expect((await house.call(first.who, 'DELETE', '/session')).status).toBe(200)
    expect((await house.call(first.who, 'GET', '/me')).status).toBe(401)
  })

  it('refuse a write without the site’s own header', async () => {
    const { raw } = await enter(house, await chair())
    const cookie = String(raw.headers['set-cookie']).split(';')[0] ?? ''
    const forged = await house.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } })
    expect(forged.statusCode).toBe(403)
    expect(forged.json().code).toBe('cross-site')
    expect((await house.app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(200)
  })

  it('run out when nobody works, and move on when somebody does', async () => {
    const account = await chair()
    const { who } = await enter(house, account)
    const age = (minutes: number) =>
      onDuty(pool, 'sign-in', (tx) =>
        tx.change(sql`UPDATE sessions SET seen_at = now() - ${minutes} * interval '1 minute',
          expires_at = now() + interval '12 hours' - ${minutes} * interval '1 minute' WHERE account = ${account.id}`),
      )
    await age(11 * 60)
    expect((await house.call(who, 'GET', '/me')).status).toBe(200)
    const { body } = await house.call(who, 'GET', '/me/sessions')
    expect(new Date(body.items[0].expiresAt).getTime() - Date.now()).toBeGreaterThan(11.9 * 3_600_000)
    await age(13 * 60)
    expect((await house.call(who, 'GET', '/me')).status).toBe(401)
  })
})

describe('a first password', () => {
  it('opens nothing but its own change, and the new one ends other sessions', async () => {
    const account = await makeAccount(house, { home: orgs.village, posts: [['chair', orgs.village]], mustChange: true })
    const { who, answer } = await enter(house, account)
    const other = await enter(house, account)
    expect(answer.next).toBe('password')
    expect((await house.call(who, 'GET', '/colleagues')).body.code).toBe('password-change-needed')
    const change = (password: string) => house.call(who, 'PUT', '/me/password', { current: account.password, password })
    expect((await change('short')).body).toMatchObject({ code: 'password-weak', field: 'password' })
    expect((await change(account.password)).body.code).toBe('password-weak')
    expect((await change('一匹白马过了河又回来了')).body.code).toBe('password-weak')
    expect((await change('一匹白马过了河又回来了呢')).body).toEqual({ next: null })
    expect((await house.call(other.who, 'GET', '/me')).status).toBe(401)
    expect((await house.call(who, 'GET', '/colleagues')).status).toBe(200)
    expect((await enter(house, account)).status).toBe(401)
    expect((await enter(house, account, { password: '一匹白马过了河又回来了呢' })).status).toBe(200)
  })
})

describe('demo accounts', () => {
  it('are none until there are some; then anybody signs in with what is shown, and nobody changes them', async () => {
    const list = async () => (await house.call(undefined, 'GET', '/demo-accounts')).body.items
    expect(await list()).toEqual([])
    const posts = [{ role: 'rights', org: orgs.banner }] as const
    const demo = [{ name: 'demo-rights', displayName: '演示·权益', org: orgs.banner, posts }]
    await onDuty(pool, 'load', (tx) => createDemoAccounts(tx, house.house.secrets, demo))
    const [shown] = await list()
    expect(shown).toMatchObject({ name: 'demo-rights', role: 'rights', orgName: '东旗妇联', password: demoPassword })
    const account = { id: '', name: shown.name, password: shown.password, secret: undefined, posts: [], code: () => '' }
    const first = await enter(house, account, { totp: shown.totp })
    const second = await enter(house, account, { totp: shown.totp })
    expect([first.status, second.status]).toEqual([200, 200])
    const body = { current: shown.password, totp: shown.totp, password: '一匹白马过了河又回来了呢' }
    expect((await house.call(first.who, 'PUT', '/me/password', body)).body.code).toBe('demo-account')
  })
})
