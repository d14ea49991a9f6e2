import pg from 'pg'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { onDuty } from '../database/actor.ts'
import { countDirectory, recordOfOrg } from './directory.ts'
import { foldOnce } from './fold.ts'
import { verifyLedger } from './verify.ts'

const house = await makeHouse()
const { call, appPool, superUrl } = house
const today = todayInShanghai(new Date())
let organiser: Signed
beforeAll(async () => {
  await onDuty(appPool, 'load', countDirectory)
  organiser = await house.signIn('organisation', orgs.league)
})

async function figure(measure: string, org: number = orgs.league): Promise<number> {
  const answer = await call(organiser, 'GET', `/figures?measure=${measure}&org=${org}&from=${today}&to=${today}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.value
}

async function establish(kind: string, under: number = orgs.village): Promise<number> {
  const answer = await call(organiser, 'POST', '/orgs', { id: v7(), under, kind, name: `试建${kind}`, on: today })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.code
}

const faults = async (): Promise<string[]> => {
  const lines: string[] = []
  await verifyLedger(appPool, house.house.secrets.dataKey, (layer, where) => lines.push(`${layer} ${where}`))
  return lines
}

test('an organisation’s entries stand under its own digits', () => {
  expect(recordOfOrg(1529211002010003)).toBe('00000000-0000-8152-8921-001002010003')
})

test('the divisions of the list count once, and again never', async () => {
  // One league, two banners, two townships, three villages; the region is above.
  expect(await figure('organisation.federations')).toBe(8)
  await onDuty(appPool, 'load', countDirectory)
  expect(await figure('organisation.all')).toBe(8)
})

test('kinds add up to the whole; homes are places, a partner agency is nobody’s organisation (C22)', async () => {
  const before = await figure('organisation.all')
  for (const kind of ['new-field', 'industry', 'group-member', 'womens-home', 'micro-home', 'micro-home'])
    await establish(kind)
  await call(organiser, 'POST', '/orgs', {
    id: v7(),
    under: orgs.banner,
    kind: 'partner',
    agency: 'court',
    name: '试用法院',
    on: today,
  })
  expect(await figure('organisation.all')).toBe(before + 3)
  const parts = ['federations', 'newFields', 'industries', 'groupMembers']
  const sum = (await Promise.all(parts.map((part) => figure(`organisation.${part}`)))).reduce((a, b) => a + b, 0)
  expect(sum).toBe(before + 3)
  expect(await figure('organisation.homes')).toBe(3)
  expect(await figure('organisation.microHomes', orgs.village)).toBe(2)
})

test('a number opens to the organisation; a request sent twice counts once', async () => {
  const id = v7()
  const body = { id, under: orgs.village2, kind: 'womens-home', name: '沙枣嘎查妇女之家', on: today }
  const made = await call(organiser, 'POST', '/orgs', body)
  await call(organiser, 'POST', '/orgs', body)
  expect(await figure('organisation.homes', orgs.village2)).toBe(1)
  const opened = await call(
    organiser,
    'GET',
    `/figures/entries?measure=organisation.homes&org=${orgs.village2}&from=${today}&to=${today}`,
  )
  expect(opened.body.items).toEqual([
    expect.objectContaining({ title: '沙枣嘎查妇女之家', recordLink: `/orgs/${made.body.code}`, value: 1 }),
  ])
  expect(opened.body.hidden).toEqual({ count: 0, value: 0 })
})

test('merged away, an organisation and its homes stand no more, and its committee does not sit', async () => {
  const home = await establish('womens-home', orgs.village3)
  const person = await house.addPerson(orgs.village3, '敖登')
  const seat = { id: v7(), person, position: 'chair', from: '2026-01-10' }
  expect((await call(organiser, 'POST', `/orgs/${orgs.village3}/members`, seat)).status).toBe(200)
  const [all, homes, members] = [
    await figure('organisation.all'),
    await figure('organisation.homes'),
    await figure('committee-seat.members'),
  ]
  const merged = await call(organiser, 'POST', `/orgs/${orgs.village3}/merge`, {
    id: v7(),
    into: orgs.village,
    on: today,
    basis: '撤并试用',
  })
  expect(merged.status, JSON.stringify(merged.body)).toBe(200)
  expect(home).toBe(orgs.village3 + 1)
  expect(await figure('organisation.all')).toBe(all - 1)
  expect(await figure('organisation.homes')).toBe(homes - 1)
  expect(await figure('committee-seat.members')).toBe(members - 1)
})

test('a woman on two committees is one person and two seats; one seated and gone on a day never sat', async () => {
  const person = await house.addPerson(orgs.village, '其木格')
  const other = await house.addPerson(orgs.village, '其木格')
  const [members, seats] = [await figure('committee-seat.members'), await figure('committee-seat.seats')]
  const seat = (org: number, who: string) => ({ org, id: v7(), person: who, position: 'member', from: today })
  const first = seat(orgs.village, person)
  const second = seat(orgs.township, other)
  for (const { org, ...body } of [first, second])
    expect((await call(organiser, 'POST', `/orgs/${org}/members`, body)).status).toBe(200)
  expect(await figure('committee-seat.members')).toBe(members + 2)

  // The two rows were one woman.
  const merger = await house.signIn('organisation', orgs.banner)
  const merge = await call(merger, 'POST', `/people/${other}/merge`, { id: v7(), into: person, reason: '同一个人' })
  expect(merge.status, JSON.stringify(merge.body)).toBe(200)
  expect(await figure('committee-seat.members')).toBe(members + 1)
  expect(await figure('committee-seat.seats')).toBe(seats + 2)

  const end = { to: today, reason: '辞去职务' }
  await call(organiser, 'POST', `/orgs/${orgs.township}/members/${second.id}/end`, end)
  expect(await figure('committee-seat.members')).toBe(members + 1)
  await call(organiser, 'POST', `/orgs/${orgs.village}/members/${first.id}/end`, end)
  expect([await figure('committee-seat.members'), await figure('committee-seat.seats')]).toEqual([members, seats])
})

test('verify finds nothing, and names what was changed past the application’s rights', async () => {
  while ((await foldOnce(appPool)) > 0);
  expect(await faults()).toEqual([])
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  await client.query(`SET session_replication_role = replica;
    UPDATE organisations SET valid_to = '2026-02-01' WHERE code = ${orgs.otherBanner}`)
  const found = await faults()
  expect(found.some((line) => line.includes('record organisation') && line.includes('organisation.all'))).toBe(true)
  await client.query(`UPDATE organisations SET valid_to = NULL WHERE code = ${orgs.otherBanner}`)
  await client.end()
})
