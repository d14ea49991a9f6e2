import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { standingOf } from '../../core/minimum.ts'
import { spanOf } from '../../programmes/family-education/plaques.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
let village: Signed
let village3: Signed
let township: Signed
let banner: Signed
beforeAll(async () => {
  village = await house.signIn('chair', orgs.village)
  village3 = await house.signIn('chair', orgs.village3)
  township = await house.signIn('chair', orgs.township)
  banner = await house.signIn('family', orgs.banner)
})

async function send(who: Signed, path: string, body: object) {
  const answer = await call(who, 'POST', `/records/${path}`, { actionId: v7(), ...body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

/** A place that its own village asked for and the banner accepted. */
async function openPlace(who: Signed, name: string, kinds: readonly string[]): Promise<string> {
  const id = v7()
  const plaques = kinds.map((kind) => ({ kind, namedOn: '2026-01-05' }))
  let { revision } = await send(who, 'family-place', {
    id,
    answers: { name, openedOn: '2026-01-05', host: 'village', plaques },
  })
  const act = async (by: Signed, action: string, answers: object) => {
    revision = (await send(by, `family-place/${id}/actions/${action}`, { revision, answers })).revision
  }
  await act(banner, 'inspect', { seen: '看过了' })
  await act(banner, 'accept', {})
  return id
}

/** An activity of today, recorded by the village; checked by the township when `by` is given. */
async function hold(who: Signed, place: string, by?: Signed): Promise<void> {
  const id = v7()
  const made = await send(who, 'family-activity', {
    id,
    answers: { title: '家长课', heldOn: today, place, kind: 'talk', mode: 'online', views: 12 },
  })
  const recorded = await send(who, `family-activity/${id}/actions/record`, {
    revision: made.revision,
    answers: {},
  })
  if (by) await send(by, `family-activity/${id}/actions/verify`, { revision: recorded.revision, answers: {} })
}

test('checked activities count, recorded ones wait, and each reader sees the places of her own subtree', async () => {
  const first = await openPlace(village, '红柳家长学校', ['school', 'school-parents', 'point'])
  const other = await openPlace(village3, '胡杨家长学校', ['school'])
  await openPlace(village3, '胡杨服务点', ['point'])
  await hold(village, first, township)
  await hold(village, first, township)
  await hold(village, first)

  const seen = await call(banner, 'GET', '/family-places/minimum')
  const rows = seen.body.items.map((item: Record<string, unknown>) => [item.name, item.plaque, item.done, item.waiting])
  // In the order of codes, never of how they stand.
  expect(rows).toEqual([
    ['红柳家长学校', 'school', 2, 1],
    ['红柳家长学校', 'school-parents', 2, 1],
    ['胡杨家长学校', 'school', 0, 0],
  ])
  const year = spanOf('year', today)
  expect(seen.body.items[0]).toMatchObject({ ...year, ...standingOf(4, 2, year, today) })
  expect(seen.body.total).toBe(3)
  const { met, behind } = seen.body.counts
  expect(met).toBe(1)
  expect(met + behind + seen.body.counts['on-the-way']).toBe(3)

  const near = await call(village, 'GET', '/family-places/minimum')
  expect(near.body.items.map((item: { place: string }) => item.place)).toEqual([first, first])
  const one = await call(banner, 'GET', `/family-places/minimum?place=${other}`)
  expect(one.body.items).toHaveLength(1)
  expect((await call(village, 'GET', `/family-places/minimum?place=${other}`)).body.items).toEqual([])
})

test('pages follow each other and filters hold; who has no family education has no list', async () => {
  const page = await call(banner, 'GET', '/family-places/minimum?limit=2')
  expect(page.body.items).toHaveLength(2)
  const rest = await call(banner, 'GET', `/family-places/minimum?limit=2&cursor=${page.body.next}`)
  expect(rest.body.items).toHaveLength(1)
  expect(rest.body.next).toBeNull()
  const met = await call(banner, 'GET', '/family-places/minimum?stands=met')
  expect(met.body.items.map((item: { plaque: string }) => item.plaque)).toEqual(['school-parents'])
  expect((await call(banner, 'GET', '/family-places/minimum?cursor=nonsense')).body.code).toBe('cursor-invalid')
  const lawyer = await house.signIn('lawyer', orgs.banner)
  expect((await call(lawyer, 'GET', '/family-places/minimum')).body.code).toBe('programme-unknown')
})
