import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { asActor } from '../database/actor.ts'

const house = await makeHouse()
const { call } = house
const chair = await house.signIn('chair', orgs.banner)
const organisation = await house.signIn('organisation', orgs.banner)
const family = await house.signIn('family', orgs.banner)
const village = await house.signIn('chair', orgs.village)
const villageFamily = await house.signIn('family', orgs.village)
const otherChair = await house.signIn('chair', orgs.otherBanner)
const leagueChair = await house.signIn('chair', orgs.league)
const today = todayInShanghai(new Date())

const make = (who: Signed, programme: string, name: string, id = v7()) =>
  call(who, 'POST', '/brands', { id, programme, name, from: '2020-01-01' })
const names = async (who: Signed, query = '') =>
  (await call(who, 'GET', `/brands${query}`)).body.items.map((b: { name: string }) => b.name)

test('a chair or organisation post makes a brand on any programme; others do not; the same id is the same brand', async () => {
  const id = v7()
  const made = await make(chair, 'mediation', '和姐试', id)
  expect(made.status, made.raw.body).toBe(200)
  expect(made.body).toMatchObject({ name: '和姐试', mine: true, org: { code: orgs.banner }, to: null, revision: 1 })
  expect((await make(chair, 'mediation', '和姐试', id)).body.revision).toBe(1)
  expect((await make(organisation, 'volunteer-session', '拉话试')).status).toBe(200)
  expect((await make(family, 'family-story', '家话试')).body.code).toBe('not-allowed')
  expect((await make(chair, 'nothing', '没有的')).body.code).toBe('programme-unknown')
  // The wall itself: a post of another role cannot write one past the route.
  await expect(
    asActor(house.appPool, family.actor, (tx) =>
      tx.change(
        sql`INSERT INTO brands (area, id, programme, org, name) VALUES (1529, ${v7()}, 'family-story', ${orgs.banner}, '越')`,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('brands are seen above and below their organisation, used below it, renamed and ended by their own', async () => {
  const { body: brand } = await make(chair, 'family-story', '红镜试')
  expect(await names(village, '?programme=family-story&usable=true')).toEqual(['红镜试'])
  expect(await names(leagueChair, '?programme=family-story')).toEqual(['红镜试'])
  expect(await names(leagueChair, '?programme=family-story&usable=true')).toEqual([])
  expect(await names(otherChair, '?programme=family-story')).toEqual([])
  const path = `/brands/${brand.id}`
  expect((await call(village, 'PATCH', path, { revision: 1, name: '别名' })).body.code).toBe('not-allowed')
  expect((await call(otherChair, 'PATCH', path, { revision: 1, name: '别名' })).status).toBe(404)
  const record = (who: Signed, more: object) =>
    call(who, 'POST', '/records/family-story', {
      id: v7(),
      actionId: v7(),
      answers: { title: '晚会', heldOn: today, place: '活动室' },
      ...more,
    })
  const borne = await record(villageFamily, { brand: brand.id })
  expect(borne.body.brand).toEqual({ id: brand.id, name: '红镜试' })
  const foreign = await house.signIn('family', orgs.otherBanner)
  expect((await record(foreign, { brand: brand.id })).body.code).toBe('field-invalid')
  const renamed = await call(organisation, 'PATCH', path, { revision: 1, name: '红镜新' })
  expect(renamed.body).toMatchObject({ name: '红镜新', revision: 2 })
  expect((await call(chair, 'PATCH', path, { revision: 1, name: '第三个' })).body.code).toBe('stale-edit')
  expect((await call(chair, 'POST', `${path}/end`, { revision: 2, to: '2019-01-01' })).body.code).toBe('period-wrong')
  expect((await call(chair, 'POST', `${path}/end`, { revision: 2, to: '2020-06-01' })).body.to).toBe('2020-06-01')
  expect(await names(village, '?programme=family-story&usable=true')).toEqual([])
  expect((await record(villageFamily, { brand: brand.id })).body.code).toBe('field-invalid')
  expect((await call(villageFamily, 'GET', `/records/family-story/${borne.body.id}`)).body.brand.name).toBe('红镜新')
})

test('malformed brands are refused in words', async () => {
  for (const body of [
    {},
    { id: 'x', programme: 'mediation', name: '和姐', from: today },
    { id: v7(), programme: 'mediation', name: '', from: today },
    { id: v7(), programme: 'mediation', name: '和姐', from: '2026-02-30' },
  ])
    expect((await call(chair, 'POST', '/brands', body)).body.code).toBe('input-invalid')
  expect((await call(chair, 'PATCH', '/brands/zz', { revision: 1, name: '和姐' })).body.code).toBe('not-found')
})
