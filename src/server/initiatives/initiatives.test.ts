import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { recordsOf } from '../../../test/support/records.ts'
import type { Initiative, InitiativeMeasure } from '../../core/api/initiatives.ts'
import { todayInShanghai } from '../../core/day.ts'
import { asActor } from '../database/actor.ts'

const house = await makeHouse()
const { call } = house
const { put, take } = recordsOf(house)
const chair = await house.signIn('chair', orgs.banner)
const organisation = await house.signIn('organisation', orgs.banner)
const family = await house.signIn('family', orgs.banner)
const villageFamily = await house.signIn('family', orgs.village)
const statistician = await house.signIn('statistician', orgs.league)
const rights = await house.signIn('rights', orgs.banner)
const elsewhere = await house.signIn('family', orgs.otherBanner)
const today = todayInShanghai(new Date())
const year = `from=${today.slice(0, 4)}-01-01&to=${today.slice(0, 4)}-12-31`

/** Issued by two. */
async function issue(name: string, more: object = {}): Promise<string> {
  const { id, path } = await put(chair, 'initiative', { name, issuedOn: today, level: 'action', ...more })
  await take(organisation, path, 'issue')
  return id
}
/** An evening with heads at a sheet's estimate. */
async function evening(who: Signed, heads: number): Promise<string> {
  const { id, path, revision } = await put(who, 'family-story', { title: '试办晚会', heldOn: today, place: '活动室' })
  const counted = await call(who, 'PUT', `${path}/heads`, {
    actionId: v7(),
    revision,
    heads: [{ count: heads, grade: 'C', reason: '按座位估' }],
  })
  expect(counted.status, counted.raw.body).toBe(200)
  await take(who, path, 'hold')
  return id
}
const mark = (who: Signed, record: string, initiatives: string[], programme = 'family-story') =>
  call(who, 'PUT', `/records/${programme}/${record}/initiatives`, { initiatives })
async function told(who: Signed, id: string, more = ''): Promise<Record<string, number | null>> {
  const answer = await call(who, 'GET', `/initiatives/${id}/figures?${year}${more}`)
  expect(answer.status, answer.raw.body).toBe(200)
  const measures = answer.body.programmes.flatMap((p: { measures: InitiativeMeasure[] }) => p.measures)
  return Object.fromEntries(measures.map((m: InitiativeMeasure) => [m.measure, m.value]))
}

const line = await issue('试办主线', { level: 'line' })
const one = await issue('一号行动', { parent: line, aliases: '一号、壹号' })
const two = await issue('二号行动', { parent: line })
const evenings = [await evening(family, 10), await evening(family, 20), await evening(villageFamily, 40)] as const

test('the tree is seen below once it is issued, not elsewhere; the draft only at home', async () => {
  const draft = await put(chair, 'initiative', { name: '还没印发', issuedOn: today, level: 'action' })
  const names = async (who: Signed) =>
    (await call(who, 'GET', '/initiatives')).body.items.map((i: Initiative) => i.name).sort()
  expect(await names(villageFamily)).toEqual(['一号行动', '二号行动', '试办主线'].sort())
  expect(await names(elsewhere)).toEqual([])
  expect(await names(chair)).toContain('还没印发')
  expect((await call(villageFamily, 'GET', `/initiatives/${draft.id}/figures?${year}`)).status).toBe(404)
  const [first] = (await call(chair, 'GET', '/initiatives')).body.items.filter((i: Initiative) => i.id === one)
  expect(first).toMatchObject({ aliases: ['一号', '壹号'], parent: line, mine: true, counted: true })
})

test('records marked for two actions are counted once where both are told together', async () => {
  const [a, b, c] = evenings
  expect((await mark(family, a, [one, two])).body.items.map((i: { name: string }) => i.name)).toEqual([
    '一号行动',
    '二号行动',
  ])
  await mark(family, b, [two])
  await mark(villageFamily, c, [one])
  const counts = (told: Record<string, number | null>) => [
    told['family-story.sessions'],
    told['family-story.attendances'],
  ]
  expect(counts(await told(chair, one))).toEqual([2, 50])
  expect(counts(await told(chair, two))).toEqual([2, 30])
  expect(counts(await told(chair, line))).toEqual([3, 70])
  expect(counts(await told(statistician, line, `&org=${orgs.banner}`))).toEqual([3, 70])
  expect(counts(await told(villageFamily, line))).toEqual([1, 40])
  // Taken out again it is out of one and still in the other; a whole service takes the place of its marks.
  expect((await mark(family, a, [two])).status).toBe(200)
  expect(counts(await told(chair, one))).toEqual([1, 40])
  expect(counts(await told(chair, line))).toEqual([3, 70])
  await evening(family, 5)
  const whole = { programmes: ['family-story', 'mediation'] }
  expect((await call(organisation, 'PUT', `/initiatives/${two}/programmes`, whole)).status).toBe(200)
  const all = await told(chair, line)
  expect(counts(all)).toEqual([4, 75])
  // A confidential service is in it without its small numbers.
  expect(all['mediation.settled']).toBeNull()
  expect((await call(organisation, 'PUT', `/initiatives/${two}/programmes`, { programmes: [] })).status).toBe(200)
  expect(counts(await told(chair, line))).toEqual([3, 70])
})

test('what was told under an old name goes on under the new one, or is left out', async () => {
  const renamed = await issue('新名行动')
  await take(chair, `/records/initiative/${one}`, 'rename', { successor: renamed })
  expect((await told(chair, renamed))['family-story.sessions']).toBe(1)
  expect((await told(chair, renamed, '&earlier=false'))['family-story.sessions']).toBeUndefined()
  const listed = await call(chair, 'GET', `/initiatives/${one}/records?limit=1`)
  expect(listed.body).toMatchObject({ items: [{ id: evenings[2], programme: 'family-story' }], next: null })
})

test('refusals: another’s record, a sealed one, a quoted wording, a wrong period, a circle', async () => {
  const wording = await issue('一句提法', { level: 'wording' })
  const [a] = evenings
  expect((await mark(family, a, [wording])).body.code).toBe('initiative-quoted')
  expect((await mark(family, a, [v7()])).body.code).toBe('not-found')
  expect((await mark(chair, evenings[2], [two])).body.code).toBe('not-allowed')
  expect((await mark(elsewhere, a, [two])).status).toBe(404)
  expect((await mark(family, a, [two], 'nothing')).body.code).toBe('programme-unknown')
  expect((await call(chair, 'GET', `/initiatives/${wording}/figures?${year}`)).body.code).toBe('initiative-quoted')
  expect((await call(chair, 'GET', `/initiatives/${two}/figures?from=2026-02-01&to=2026-01-01`)).body.code).toBe(
    'period-wrong',
  )
  expect((await call(chair, 'GET', `/initiatives/${two}/figures?${year}&org=${orgs.otherBanner}`)).body.code).toBe(
    'out-of-scope',
  )
  expect((await call(family, 'PUT', `/initiatives/${two}/programmes`, { programmes: [] })).body.code).toBe(
    'not-allowed',
  )
  expect((await call(chair, 'PUT', `/initiatives/${two}/programmes`, { programmes: ['nothing'] })).body.code).toBe(
    'programme-unknown',
  )
  expect((await mark(rights, v7(), [], 'mediation')).status).toBe(404)
  // The wall itself: no mark on a sealed record, none by another organisation.
  const insert = (programme: string, org: number) =>
    asActor(house.appPool, family.actor, (tx) =>
      tx.change(sql`
        INSERT INTO initiative_records (area, initiative, record, programme, org) VALUES (1529, ${two}, ${a}, ${programme}, ${org})`),
    )
  await expect(insert('mediation', orgs.banner)).rejects.toThrow(/row-level security/)
  await expect(insert('family-story', orgs.otherBanner)).rejects.toThrow(/row-level security/)
})
