import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { dangerSigns } from '../../core/rights-words.ts'
import { asActor, onDuty } from '../database/actor.ts'

const house = await makeHouse()
const { call } = house
const operator = await house.signIn('operator', orgs.banner)
const rights = await house.signIn('rights', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const leagueRights = await house.signIn('rights', orgs.league)
const villageChair = await house.signIn('chair', orgs.village)
const today = todayInShanghai(new Date())
const danger = { ...Object.fromEntries(Object.keys(dangerSigns).map((sign) => [sign, false])), choking: true }
const story = '她说昨晚被丈夫掐住脖子，孩子在旁边。'

async function made(who: Signed, programme: string, answers: Record<string, unknown>) {
  const id = v7()
  const path = `/records/${programme}/${id}`
  const answer = await call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  expect(answer.status, answer.raw.body).toBe(200)
  let revision = 1
  const act = async (by: Signed, action: string, more: Record<string, unknown> = {}) => {
    const done = await call(by, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision, ...more })
    if (done.status === 200 && done.body.revision) revision = done.body.revision
    return done
  }
  return { id, path, answer, act }
}
const theCase = () =>
  made(operator, 'rights-case', {
    topic: 'service',
    receivedOn: today,
    channel: 'hotline',
    category: 'violence',
    subcategory: 'violence-body',
    narrative: story,
    danger,
  })
const kept = (programme: string) =>
  onDuty(house.appPool, 'verify', (tx) =>
    tx.rows<{ id: string; title: string; org: number; handlers: string[] }>(
      sql`SELECT id, title, org, handlers FROM cases WHERE programme = ${programme} ORDER BY created_at`,
    ),
  )

it('a case of violence: red first, an order and a report begun from it, never sent away; nobody else finds it', async () => {
  const { id, path, answer, act } = await theCase()
  expect(answer.body).toMatchObject({ sealed: true, title: '权益服务事项' })
  expect(answer.body.number).toMatch(/^QY-152921-/)
  expect((await act(operator, 'gradeOther', { answers: { why: '电话里平静' } })).body.facts).toEqual({
    check: 'notGravest',
  })
  const red = await act(operator, 'gradeRed', { answers: { why: '掐脖子' } })
  expect(red.body.clocks.map((c: { clock: string }) => c.clock)).toContain('red')
  const told = (who: Signed) =>
    asActor(house.appPool, who.actor, (tx) =>
      tx.rows(sql`SELECT text_key, record, programme, link FROM notices WHERE text_key = 'urgent-fact'`),
    )
  expect(await told(chair)).toEqual([{ text_key: 'urgent-fact', record: null, programme: null, link: '/' }])
  expect(await told(villageChair)).toEqual([])
  await act(operator, 'respond', { answers: { did: ['called', 'police'] } })
  expect((await act(operator, 'applyOrder')).status).toBe(200)
  const reported = await act(operator, 'report', {
    answers: { situation: 'injury', what: '孩子目睹并被推倒', where: '家中', childAge: '6-13' },
  })
  expect(reported.status, reported.raw.body).toBe(200)
  expect((await kept('protection-order')).map((r) => r.title)).toEqual(['法律程序协助'])
  expect((await kept('mandatory-report')).map((r) => r.title)).toEqual(['未成年人关爱事项'])
  const item = { kind: 'medical', what: '门诊病历', source: 'hospital' }
  expect((await act(operator, 'addEvidence', { answers: item })).status).toBe(200)
  const parents = await onDuty(house.appPool, 'verify', (tx) =>
    tx.rows<{ parent: string }>(sql`SELECT parent FROM cases WHERE programme = 'evidence'`),
  )
  expect(parents).toEqual([{ parent: id }])
  await act(rights, 'declare')
  expect(
    (await act(rights, 'decline', { reason: '不归我们管', answers: { way: 'phone', said: '去别处' } })).body.facts,
  ).toEqual({
    check: 'notProtected',
  })
  expect((await act(rights, 'triage')).body).toMatchObject({ state: 'triaged' })
  const stored = await onDuty(house.appPool, 'verify', (tx) =>
    tx.first<{ t: string }>(sql`SELECT string_agg(answers::text || title, '') AS t FROM cases`),
  )
  expect(stored?.t).not.toMatch(/掐|推倒|家中/)
  for (const who of [chair, leagueRights, villageChair]) expect((await call(who, 'GET', path)).status).toBe(404)
  const page = await call(rights, 'GET', path)
  expect(page.raw.body).not.toContain('掐住脖子')
})

it('anybody reports without asking; handed to the rights post it is gone from the reporter’s sight', async () => {
  const { path, answer, act } = await made(villageChair, 'mandatory-report', {
    topic: 'minor',
    foundOn: today,
    situation: 'abandoned',
    what: '孩子独自在家两天',
    where: '嘎查三组',
    childAge: '6-13',
  })
  expect(answer.body.clocks).toContainEqual(expect.objectContaining({ clock: 'report', legal: true }))
  const told = await act(villageChair, 'report', {
    answers: { reportedTo: ['police'], reportedAt: new Date().toISOString(), receipt: '110 接警员' },
  })
  expect(told.status, told.raw.body).toBe(200)
  expect((await call(rights, 'GET', path)).status).toBe(404)
  const moved = await act(villageChair, 'handOver', { answers: { to: orgs.banner } })
  expect(moved.status, moved.raw.body).toBe(200)
  expect((await call(villageChair, 'GET', path)).status).toBe(404)
  expect((await call(rights, 'GET', path)).body).toMatchObject({ state: 'reported' })
  expect((await kept('mandatory-report')).at(-1)).toMatchObject({ org: orgs.banner, handlers: [] })
  expect((await call(chair, 'GET', path)).status).toBe(404)
})
