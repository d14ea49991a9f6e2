import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { givePost } from '../accounts/account-store.ts'
import { onDuty } from '../database/actor.ts'

// Who somebody was a moment ago begins her transaction (route.ts): it must never finish one.
const house = await makeHouse()
const { call } = house
const answers = { title: '草原家书夜', heldOn: todayInShanghai(new Date()), place: '嘎查文化室', host: '图雅' }

async function chairWhoWasHere() {
  const chair = await house.signIn('chair', orgs.village)
  const list = () => call(chair, 'GET', '/records/family-story')
  expect((await list()).status).toBe(200)
  expect((await list()).status, 'begun by the guess').toBe(200)
  return { chair, list }
}
const create = async (chair: Awaited<ReturnType<typeof chairWhoWasHere>>['chair']) => {
  const id = v7()
  const made = await call(chair, 'POST', '/records/family-story', { id, actionId: v7(), answers })
  const rows = await onDuty(house.appPool, 'verify', (tx) =>
    tx.rows<{ org: number }>(sql`SELECT org FROM records WHERE id = ${id}`),
  )
  return { made, kept: rows.map((row) => row.org) }
}

it('a post that has ended writes nothing, though it was here a moment ago', async () => {
  const { chair, list } = await chairWhoWasHere()
  await onDuty(house.appPool, 'sign-in', (tx) =>
    tx.change(sql`UPDATE posts SET ended_at = now() WHERE id = ${chair.actor.post}`),
  )
  const { made, kept } = await create(chair)
  expect(made.body).toMatchObject({ code: 'post-needed' })
  expect(kept).toEqual([])
  expect((await list()).body).toMatchObject({ code: 'post-needed' })
})

it('who chose another post acts as that one at once', async () => {
  const { chair } = await chairWhoWasHere()
  await onDuty(house.appPool, 'sign-in', async (tx) => {
    const post = await givePost(tx, { account: chair.actor.account, role: 'chair', org: orgs.village2 })
    await tx.change(sql`UPDATE sessions SET post = ${post} WHERE account = ${chair.actor.account}`)
  })
  const { made, kept } = await create(chair)
  expect(made.status, made.raw.body).toBe(200)
  expect(kept).toEqual([orgs.village2])
})

it('a session that has ended is told so before anything else', async () => {
  const { chair } = await chairWhoWasHere()
  await onDuty(house.appPool, 'sign-in', (tx) =>
    tx.change(sql`DELETE FROM sessions WHERE account = ${chair.actor.account}`),
  )
  const wrong = await call(chair, 'GET', '/records/family-story?limit=none')
  expect(wrong.body).toMatchObject({ code: 'signed-out' })
  expect((await create(chair)).made.body).toMatchObject({ code: 'signed-out' })
})
