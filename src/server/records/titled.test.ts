import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { asActor } from '../database/actor.ts'

const house = await makeHouse()
const { call } = house
const chair = await house.signIn('chair', orgs.village)
const region = await house.signIn('statistician', orgs.region)
const league = await house.signIn('statistician', orgs.league)

for (const title of ['草原家书夜', '草原之夜 Ulaan', '家书一封', '100%_夜'])
  await call(chair, 'POST', '/records/family-story', {
    id: v7(),
    actionId: v7(),
    answers: { title, heldOn: todayInShanghai(new Date()), place: '嘎查文化室', host: '图雅' },
  })

const found = async (who: typeof chair, words: string) =>
  (await call(who, 'GET', `/records/family-story?q=${encodeURIComponent(words)}`)).body.items
    .map((r: { title: string }) => r.title)
    .sort()

it('words are found over a league and the region as they are in a village', async () => {
  for (const [words, titles] of [
    ['草原', ['草原之夜 Ulaan', '草原家书夜']],
    ['家书夜', ['草原家书夜']],
    ['ULAAN', ['草原之夜 Ulaan']],
    ['夜', ['100%_夜', '草原之夜 Ulaan', '草原家书夜']],
    ['%_', ['100%_夜']],
    ['书家', []],
    ['家书夜家', []],
    ['\\%', []],
  ] as const)
    for (const who of [chair, league, region]) expect(await found(who, words), words).toEqual(titles)
})

it('a page and its total agree, and other filters still hold', async () => {
  const q = encodeURIComponent('草原')
  const first = (await call(region, 'GET', `/records/family-story?q=${q}&limit=1`)).body
  expect(first).toMatchObject({ total: 2, more: false })
  const second = (await call(region, 'GET', `/records/family-story?q=${q}&limit=1&cursor=${first.next}`)).body
  expect(second.items).toHaveLength(1)
  expect(second.items[0].id).not.toBe(first.items[0].id)
  expect((await call(region, 'GET', `/records/family-story?q=${q}&state=held`)).body.total).toBe(0)
})

it('the index names nothing outside the reader’s walls, and too many are not named', async () => {
  const named = async (who: typeof chair, programme: string, words: string, most = 100) =>
    asActor(house.appPool, who.actor, async (tx) =>
      tx.first<{ ids: string[] | null }>(
        sql`SELECT records_titled('activity', ${programme}, ${words}, ${most}) AS ids`,
      ),
    ).then((row) => row?.ids?.length ?? null)
  expect(await named(region, 'family-story', '草原')).toBe(2)
  expect(await named(region, 'family-story', '草原', 1)).toBe(null)
  expect(await named(await house.signIn('chair', orgs.village2), 'family-story', '草原')).toBe(0)
  expect(await named(region, 'no-such-programme', '草原')).toBe(0)
  const number = await asActor(house.appPool, region.actor, (tx) =>
    tx.first<{ plan: unknown }>(sql`SELECT records_titled('case', 'mediation', '草原', 10) AS plan`),
  )
  expect(number?.plan).toEqual([])
})
