import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { onDuty } from '../database/actor.ts'
import { verifyLedger } from '../ledger/verify.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const banner = await house.signIn('publicity', orgs.banner)
const second = await house.signIn('publicity', orgs.banner)
const third = await house.signIn('chair', orgs.banner)
const league = await house.signIn('publicity', orgs.league)
const township = await house.signIn('chair', orgs.township)
const village = await house.signIn('chair', orgs.village)

const send = (who: Signed, programme: string, answers: object) => {
  const id = v7()
  return call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers }).then((made) => ({ id, made }))
}
const make = async (who: Signed, programme: string, answers: object) => {
  const { id, made } = await send(who, programme, answers)
  expect(made.status, made.raw.body).toBe(200)
  return `/records/${programme}/${id}`
}
const act = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const { body } = await call(who, 'GET', path)
  return call(who, 'POST', `${path}/actions/${action}`, {
    actionId: v7(),
    revision: body.revision,
    answers,
    reason: '写明',
  })
}
const done = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const acted = await act(who, path, action, answers)
  expect(acted.status, `${action}: ${acted.raw.body}`).toBe(200)
}

async function lectureFor(who: Signed, campaign: string, recorded = true): Promise<void> {
  const path = await make(who, 'lecture', {
    title: '身边人讲身边事',
    heldOn: today,
    place: '嘎查',
    guest: '王老师',
    campaign,
  })
  if (!recorded) return
  const { body } = await call(who, 'GET', path)
  const heads = [{ count: 30, grade: 'C', reason: '按座位估的' }]
  const counted = await call(who, 'PUT', `${path}/heads`, { actionId: v7(), revision: body.revision, heads })
  expect(counted.status, counted.raw.body).toBe(200)
  await done(who, path, 'record')
}

test('a lecture that names the campaign is the report: who has done it and who is behind, each reader her own subtree', async () => {
  const path = await make(banner, 'campaign', {
    title: '石榴籽心连心宣讲',
    beginsOn: addCalendarDays(today, -20),
    dueOn: addCalendarDays(today, 10),
    plan: '各苏木镇讲两场身边人的故事。',
    level: 'township',
    least: 2,
  })
  const id = path.slice(-36)
  const standing = (who: Signed, query = '') => call(who, 'GET', `/campaigns/${id}/standing${query}`)
  expect((await standing(banner)).body.total).toBe(0)
  expect((await standing(village)).status).toBe(404)
  expect((await act(banner, path, 'issue')).body.code).toBe('second-person')
  await done(third, path, 'issue')
  await lectureFor(village, id)
  await lectureFor(township, id)
  await lectureFor(village, id, false)

  const seen = (await standing(banner)).body
  const codes = seen.items.map((item: { org: { code: number } }) => item.org.code)
  expect(codes).toEqual([...codes].sort((a, b) => a - b))
  const of = (code: number) => seen.items.find((item: { org: { code: number } }) => item.org.code === code)
  expect(of(orgs.township)).toMatchObject({ done: 2, waiting: 1, missing: 0, stands: 'met' })
  const { met, behind } = seen.counts
  expect(met).toBeGreaterThanOrEqual(1)
  expect(met + behind + seen.counts['on-the-way']).toBe(seen.total)
  const late = (await standing(banner, '?stands=behind')).body
  expect(late).toMatchObject({ total: behind })
  expect(late.items[0]).toMatchObject({ org: { code: orgs.township2 }, done: 0, missing: 2 })
  const first = (await standing(banner, '?limit=1')).body
  const next = (await standing(banner, `?limit=1&cursor=${first.next}`)).body
  expect(next.items[0].org.code).toBeGreaterThan(first.items[0].org.code)

  expect((await standing(township)).body.items).toHaveLength(1)
  expect((await standing(village)).body.items).toEqual([])
  expect((await standing(league)).body.total).toBe(seen.total)
  expect((await standing(banner, '?cursor=nonsense')).body.code).toBe('cursor-invalid')
  const lawyer = await house.signIn('lawyer', orgs.banner)
  expect((await standing(lawyer)).body.code).toBe('programme-unknown')
})

test('a clipping is registered once: the same address or title is refused with its own words, a rejected one sets it free', async () => {
  const answers = {
    title: '草原上的合作社',
    publishedOn: today,
    outlet: '中国妇女报',
    level: 'national',
    page: '1版',
    front: true,
    url: 'https://www.example.com/news/1.html',
  }
  const path = await make(banner, 'clipping', answers)
  const { made } = await send(league, 'clipping', {
    ...answers,
    title: '换了题目',
    url: 'http://example.com/news/1.html?from=x',
  })
  expect(made.status).toBe(409)
  expect(made.body).toMatchObject({ code: 'already-registered', text: '已经登记过了，不能重复登记。' })
  expect((await send(league, 'clipping', { ...answers, url: undefined, title: '草原上的“合作社”' })).made.status).toBe(
    409,
  )
  await done(second, path, 'reject')
  await make(league, 'clipping', answers)
})

test('what is taken down because she asks is gone from the house, and what it counted stays', async () => {
  const person = await house.addPerson(orgs.banner, '试主人公')
  const path = await make(banner, 'outreach-story', {
    title: '返乡的大学生',
    writtenOn: today,
    kind: 'story',
    theme: 'work',
    words: '她从呼和浩特回来，养了三百只羊。',
    about: 'adult',
    protagonist: person,
  })
  await done(second, path, 'check', { facts: '到嘎查看过' })
  expect((await act(banner, path, 'agree', { consent: false, consentOn: today, consentWay: 'signed' })).body.code).toBe(
    'needs-unmet',
  )
  await done(banner, path, 'agree', { consent: true, consentOn: today, consentWay: 'signed' })
  await done(second, path, 'firstReview', { proof: '没有问题' })
  await done(third, path, 'secondReview', { proof: '改了两处' })
  expect((await act(third, path, 'finalReview', { proof: '可以' })).body.code).toBe('second-person')
  await done(league, path, 'finalReview', { proof: '可以' })
  await done(banner, path, 'publish', { published: '北疆女声' })
  await done(banner, path, 'takeDown')
  const kept = await onDuty(house.appPool, 'load', async (tx) =>
    JSON.stringify([
      await tx.rows(sql`SELECT answers FROM records WHERE id = ${path.slice(-36)}`),
      await tx.rows(sql`SELECT answers, changes FROM actions WHERE record = ${path.slice(-36)}`),
    ]),
  )
  expect(kept).not.toMatch(/三百只羊/)
  expect(kept).not.toContain(person)
  const found: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) => found.push(line.join(' ')))
  expect(found).toEqual([])
})
