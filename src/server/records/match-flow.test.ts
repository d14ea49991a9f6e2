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
const family = await house.signIn('family', orgs.banner)
const second = await house.signIn('family', orgs.banner)
const league = await house.signIn('family', orgs.league)
const rights = await house.signIn('rights', orgs.banner)
const outside = await Promise.all(
  (['chair', 'rights', 'statistician', 'publicity', 'organisation'] as const).map((role) =>
    house.signIn(role, orgs.banner),
  ),
)

const make = async (who: Signed, programme: string, answers: object) => {
  const id = v7()
  const made = await call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  expect(made.status, made.raw.body).toBe(200)
  return `/records/${programme}/${id}`
}
const act = async (who: Signed, path: string, action: string, answers: object = {}, on = today) => {
  const { body, status, raw } = await call(who, 'GET', path)
  expect(status, raw.body).toBe(200)
  return call(who, 'POST', `${path}/actions/${action}`, {
    actionId: v7(),
    revision: body.revision,
    answers,
    reason: '写明',
    on,
  })
}
const done = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const acted = await act(who, path, action, answers)
  expect(acted.status, `${action}: ${acted.raw.body}`).toBe(200)
  return acted.body
}
/** All that the database holds of a record and its history, as text. */
const stored = async (path: string) =>
  JSON.stringify(
    await onDuty(house.appPool, 'load', async (tx) => [
      await tx.rows(sql`SELECT title, answers, key_salt FROM records WHERE id = ${path.slice(-36)}`),
      await tx.rows(sql`SELECT answers, changes FROM actions WHERE record = ${path.slice(-36)} AND action <> 'attend'`),
    ]),
  )
const verified = async () => {
  const found: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) => found.push(line.join(' ')))
  return found
}

test('a profile is nobody’s but the matchmakers’, and is gone the moment its owner leaves', async () => {
  const person = await house.addPerson(orgs.banner, '试单身')
  const path = await make(family, 'single-profile', {
    name: '草原的风',
    person,
    joinedOn: today,
    sex: 'woman',
    bornOn: '1995-05-05',
    words: '喜欢骑马和读书，想找个踏实的人一起过日子，周末去草原。',
  })
  for (const who of outside) {
    expect((await call(who, 'GET', path)).status).toBe(404)
    expect((await call(who, 'GET', '/records/single-profile')).status).toBeGreaterThanOrEqual(400)
  }
  expect((await call(league, 'GET', path)).body).toMatchObject({ title: '草*' })
  expect(JSON.stringify((await call(league, 'GET', path)).body)).not.toMatch(/骑马|1995/)
  await done(family, path, 'verify')
  await done(family, path, 'state', {
    marital: 'never',
    proof: 'signed',
    poolAgreed: true,
    portAgreed: false,
    followAgreed: true,
  })
  expect((await act(family, path, 'review')).body.code).toBe('second-person')
  await done(second, path, 'review')
  const again = await call(family, 'POST', '/records/single-profile', {
    id: v7(),
    actionId: v7(),
    answers: { name: '又一份', person, joinedOn: today, sex: 'woman', bornOn: '1995-05-05' },
  })
  expect(again.body.code).toBe('already-claimed')
  const members = async () =>
    (await call(family, 'GET', `/figures?measure=single-profile.members&org=${orgs.banner}&from=${today}&to=${today}`))
      .body.value
  expect(await members()).toBe(1)
  await done(family, path, 'leave')
  expect(await members()).toBe(0)
  const left = await stored(path)
  expect(left).not.toMatch(/草原的风|1995-05-05|骑马/)
  expect(JSON.parse(left)[0][0]).toMatchObject({ title: '已删除', key_salt: null })
  expect((await call(family, 'GET', path)).body.title).toMatch(/^已/)
  expect(await verified()).toEqual([])
})

test('slips: only mutual choices leave a trace, nobody reads a slip, and the key is destroyed with the result', async () => {
  const heldOn = addCalendarDays(today, -1)
  const event = await make(family, 'match-event', {
    title: '相约试旗',
    heldOn: addCalendarDays(today, 40),
    place: '文化馆',
    men: 10,
    women: 10,
    ageFrom: 22,
    ageTo: 40,
    safetyPlan: true,
    noAlcohol: true,
    free: true,
  })
  await done(second, event, 'approve')
  const { body } = await call(family, 'GET', event)
  await call(family, 'PATCH', event, { actionId: v7(), revision: body.revision, answers: { heldOn } })
  const people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => house.addPerson(orgs.banner, `试${name}`)))
  const [one, two, three, four] = people as [string, string, string, string]
  const attended = await call(family, 'POST', `${event}/attendance`, {
    actionId: v7(),
    people: people.map((person) => ({ person })),
  })
  expect(attended.status, attended.raw.body).toBe(200)
  await done(family, event, 'hold')
  const slip = (chooser: string, ...chosen: string[]) =>
    done(family, event, 'slip', { chooser, chosen: chosen.map((person) => ({ person, role: 'liked' })) })
  await slip(one, two, three)
  await slip(two, one)
  await slip(three, four)
  await slip(four)
  const slipsFor = async (who: Signed) => {
    const { history } = (await call(who, 'GET', event)).body
    return JSON.stringify(history.filter((item: { action: string }) => item.action === 'slip'))
  }
  for (const who of [second, league]) for (const person of people) expect(await slipsFor(who)).not.toContain(person)
  for (const person of people) expect(await stored(event)).not.toContain(person)
  const matched = await done(family, event, 'match')
  expect(matched.arisen.to).toHaveLength(1)
  // The server itself cannot read a slip any more: there is no key.
  expect(JSON.parse(await stored(event))[0][0]).toMatchObject({ title: '相约试旗', key_salt: null })
  const couples = (await call(family, 'GET', '/records/couple')).body.items
  expect(couples).toHaveLength(1)
  const held = `/records/couple/${couples[0].id}`
  const opened = await call(family, 'POST', `${held}/open`, { purpose: '回访', fields: ['two'] })
  expect(opened.body.persons.map((p: { id: string }) => p.id).sort()).toEqual([one, two].sort())
  for (const who of outside) expect((await call(who, 'GET', held)).status).toBe(404)
  expect(await verified()).toEqual([])

  // A report freezes the two, and is the rights post's; she sees the report and nothing else of the zone.
  await done(family, held, 'date')
  await done(family, held, 'report', { trouble: 'harassment', what: '分手以后一直跟到单位' })
  expect((await act(family, held, 'ask', { said: 'well' })).body.code).toBe('state-passed')
  const reports = (await call(rights, 'GET', '/records/match-report')).body.items
  expect(reports).toHaveLength(1)
  expect((await call(rights, 'GET', held)).status).toBe(404)
  expect((await call(family, 'GET', `/records/match-report/${reports[0].id}`)).status).toBe(404)
  // Either may have it erased; the figures stay.
  await done(family, held, 'erase')
  expect(await stored(held)).not.toContain(one)
  const figure = async (measure: string) =>
    (await call(family, 'GET', `/figures?measure=couple.${measure}&org=${orgs.banner}&from=${heldOn}&to=${today}`)).body
      .value
  expect([await figure('pairs'), await figure('dating'), await figure('married')]).toEqual([1, 1, 0])
  expect(await verified()).toEqual([])
})

test('erasing a person takes her profile with her', async () => {
  const person = await house.addPerson(orgs.banner, '试删除')
  const path = await make(family, 'single-profile', {
    name: '白桦',
    person,
    joinedOn: today,
    sex: 'man',
    bornOn: '1990-01-01',
  })
  const chair = outside[0]
  expect(chair).toBeDefined()
  if (!chair) return
  const erased = await call(chair, 'POST', `/people/${person}/erase`, { reason: '本人要求删除全部资料' })
  expect(erased.status, erased.raw.body).toBe(200)
  expect(await stored(path)).not.toMatch(/白桦|1990/)
})
