import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it, vi } from 'vitest'
import { sentCase } from '../../../test/support/engine-programmes.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { endPostsRunOut } from '../deadlines/end-posts.ts'

vi.mock('../../registry.ts', async () => {
  const made = await import('../../../test/support/engine-programmes.ts')
  const list = [made.sentCase, made.alarm]
  return { programmes: list, findProgramme: (id: string) => list.find((p) => p.id === id) }
})

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const operator = await house.signIn('operator', orgs.banner)
const rights = await house.signIn('rights', orgs.banner)
const second = await house.signIn('rights', orgs.banner)
const mediator = await house.signIn('mediator', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const leagueRights = await house.signIn('rights', orgs.league)
const lonely = await house.signIn('rights', orgs.otherBanner)
const lonelyMediator = await house.signIn('mediator', orgs.otherBanner)

async function made(by: Signed) {
  const id = v7()
  const answers = { title: '一件', on: today, inner: '内情' }
  const first = await call(by, 'POST', `/records/${sentCase.id}`, { id, actionId: v7(), answers })
  expect(first.status, first.raw.body).toBe(200)
  const path = `/records/${sentCase.id}/${id}`
  const ask = (who: Signed, account: string, more: object = {}) =>
    call(who, 'POST', `${path}/handlers`, { actionId: v7(), account, ...more })
  const decide = (who: Signed, request: string, agreed = true) =>
    call(who, 'POST', `${path}/handlers/${request}`, { actionId: v7(), agreed })
  return { id, path, ask, decide }
}
const account = (who: Signed) => who.actor.account
const noticesOf = (who: Signed) =>
  asActor(house.appPool, who.actor, (tx) =>
    tx.rows<{ text_key: string; link: string; org: number | null; record: string | null }>(
      sql`SELECT text_key, link, org, record FROM notices ORDER BY at DESC`,
    ),
  )
const endPost = (who: Signed) =>
  onDuty(house.appPool, 'load', (tx) => tx.change(sql`UPDATE posts SET ended_at = now() WHERE id = ${who.actor.post}`))
const givePost = async (who: Signed, role: string, org: OrgCode): Promise<Signed> => {
  const other = await house.signIn('mediator', org)
  const post = v7()
  await onDuty(house.appPool, 'sign-in', async (tx) => {
    await tx.rows(
      sql`INSERT INTO posts (area, id, account, org, role) VALUES (${areaOf(org)}, ${post}, ${account(who)}, ${org}, ${role})`,
    )
    await tx.rows(sql`UPDATE sessions SET account = ${account(who)}, post = ${post} WHERE post = ${other.actor.post}`)
  })
  return { ...other, actor: { ...other.actor, account: account(who), post } }
}

const handlersOf = async (id: string) =>
  (
    await onDuty(house.appPool, 'verify', (tx) =>
      tx.first<{ handlers: string[] }>(sql`SELECT handlers FROM cases WHERE id = ${id}`),
    )
  )?.handlers

describe('the team of a sealed record', () => {
  it('grows when a second person agrees, and not before', async () => {
    const { path, ask, decide } = await made(operator)
    const asked = await ask(operator, account(mediator))
    expect(asked.status, asked.raw.body).toBe(200)
    const [request] = asked.body.handlerRequests
    expect(request).toMatchObject({ account: account(mediator), mine: true, mayDecide: false })
    expect((await call(mediator, 'GET', path)).status).toBe(404)
    expect((await noticesOf(rights))[0]).toEqual({ text_key: 'handler-asked', link: '/todos', org: null, record: null })
    expect((await decide(operator, request.id)).body.code).toBe('second-person')
    expect((await decide(mediator, request.id)).status).toBe(404)
    expect((await decide(leagueRights, request.id)).status).toBe(404)
    expect((await decide(lonely, request.id)).status).toBe(404)
    expect((await call(rights, 'GET', path)).body.handlerRequests).toMatchObject([{ mine: false, mayDecide: true }])
    const agreed = await decide(rights, request.id)
    expect(agreed.status, agreed.raw.body).toBe(200)
    expect(agreed.body.handlerRequests).toEqual([])
    expect((await call(mediator, 'GET', path)).status).toBe(200)
    expect((await decide(second, request.id)).status).toBe(200)
    expect(agreed.body.history.map((h: { action: string }) => h.action)).toEqual([
      'create',
      'handler-asked',
      'handlers',
    ])
    // Taking her off needs no second person, and is the rights post's.
    expect((await ask(operator, account(mediator), { remove: true })).body.code).toBe('not-allowed')
    expect((await ask(rights, account(mediator), { remove: true })).status).toBe(200)
    expect((await call(mediator, 'GET', path)).status).toBe(404)
  })

  it('does not grow by a no, by a stranger, or by a partner agency', async () => {
    const { path, ask, decide } = await made(operator)
    const asked = await ask(rights, account(mediator))
    expect((await decide(operator, asked.body.handlerRequests[0].id, false)).body.handlerRequests).toEqual([])
    expect((await call(mediator, 'GET', path)).status).toBe(404)
    for (const who of [chair, lonelyMediator, leagueRights])
      expect((await ask(rights, account(who))).body.code).toBe('not-found')
    // The database says it too: who asked does not agree.
    const again = await ask(rights, account(mediator))
    const id = again.body.handlerRequests[0].id
    const write = (who: Signed) =>
      asActor(house.appPool, who.actor, (tx) =>
        tx.change(
          sql`UPDATE handler_requests SET decided_by = ${account(who)}, decided_at = now(), agreed = true WHERE id = ${id}`,
        ),
      )
    expect(await write(rights)).toBe(0)
    expect(await write(mediator)).toBe(0)
    expect(await write(chair)).toBe(0)
  })

  it('grows by one person alone where there is no second, with a reason, and the level above hears only that it did', async () => {
    const { id, path, ask } = await made(lonely)
    expect((await ask(lonely, account(lonelyMediator))).body.code).toBe('reason-needed')
    const added = await ask(lonely, account(lonelyMediator), { reason: '只有我一个权益岗' })
    expect(added.status, added.raw.body).toBe(200)
    expect((await call(lonelyMediator, 'GET', path)).status).toBe(200)
    const told = (await noticesOf(leagueRights)).filter((n) => n.text_key === 'handler-alone')
    expect(told).toEqual([{ text_key: 'handler-alone', link: '/todos', org: orgs.otherBanner, record: null }])
    const page = await call(leagueRights, 'GET', '/notices')
    expect(page.raw.body).toContain('西旗妇联')
    for (const hidden of [id, sentCase.id, sentCase.label.zh]) expect(page.raw.body).not.toContain(hidden)
  })

  it('is left by who leaves her post; a record that nobody handles is its rights post’s to see to', async () => {
    const leaver = await house.signIn('operator', orgs.banner)
    const { id, path } = await made(leaver)
    const elsewhere = await givePost(leaver, 'operator', orgs.league)
    expect((await call(leaver, 'GET', path)).status).toBe(200)
    // Under another division's post the old case is not there, though she handles it still.
    expect((await call(elsewhere, 'GET', path)).status).toBe(404)
    expect((await call(elsewhere, 'GET', '/todos')).raw.body).not.toContain(id)
    await endPost(leaver)
    const [row] = await onDuty(house.appPool, 'verify', (tx) =>
      tx.rows(
        sql`SELECT handlers, revision, (SELECT jsonb_agg(handlers) FROM clocks WHERE record = ${id}) AS clocks FROM cases WHERE id = ${id}`,
      ),
    )
    expect(row).toEqual({ handlers: [], revision: 2, clocks: [[]] })
    const kept = await call(rights, 'GET', path)
    expect(kept.body.history.at(-1)).toMatchObject({ action: 'handlers', by: { name: null } })
    expect((await noticesOf(second))[0]).toMatchObject({ text_key: 'case-unhandled', record: null })
    expect(
      (await call(rights, 'GET', '/todos')).raw.body +
        (await call(rights, 'GET', `/records/${sentCase.id}?unhandled=true`)).raw.body,
    ).toContain(id)
  })

  it('is left by who holds no post any more that may see it, and by whose post ran out', async () => {
    const changer = await house.signIn('operator', orgs.banner)
    const stays = await made(changer)
    await givePost(changer, 'rights', orgs.banner)
    await endPost(changer)
    expect(await handlersOf(stays.id)).toEqual([account(changer)])
    const leaver = await house.signIn('operator', orgs.banner)
    const left = await made(leaver)
    await givePost(leaver, 'chair', orgs.banner)
    await endPost(leaver)
    expect(await handlersOf(left.id)).toEqual([])
    const ending = await house.signIn('operator', orgs.banner)
    const over = await made(ending)
    await onDuty(house.appPool, 'load', (tx) =>
      tx.change(sql`UPDATE posts SET to_date = current_date - 1 WHERE id = ${ending.actor.post}`),
    )
    expect((await call(ending, 'GET', over.path)).status).toBe(403)
    expect(await endPostsRunOut(house.appPool)).toBe(1)
    expect(await endPostsRunOut(house.appPool)).toBe(0)
    expect(await handlersOf(over.id)).toEqual([])
    expect((await noticesOf(second))[0]).toMatchObject({ text_key: 'case-unhandled' })
  })

  it('keeps its history for those who see it', async () => {
    const { id } = await made(operator)
    const add = (who: Signed) =>
      asActor(house.appPool, who.actor, (tx) =>
        tx.change(sql`
        INSERT INTO actions (area, id, record, kind, programme, action, to_state, revision, by_account, by_post, by_org, made_on)
        VALUES (1529, ${v7()}, ${id}, 'case', ${sentCase.id}, 'edit', 'made', 9, ${account(who)}, ${who.actor.post}, ${who.actor.org}, ${today})`),
      )
    await expect(add(mediator)).rejects.toThrow(/row-level security/)
    await expect(add(leagueRights)).rejects.toThrow(/row-level security/)
    expect(await add(operator)).toBe(1)
  })
})
