import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { OrgCode } from '../../src/core/org-code.ts'
import { type Role, roleIds } from '../../src/core/role.ts'
import { type Actor, asActor } from '../../src/server/database/actor.ts'
import { makeHouse, orgs } from '../support/house.ts'
import { insertRow, seedTables } from './seed.ts'

// What hangs on a record is added in one's own name by who sees the record, and by nobody else.
const house = await makeHouse()
const seeds = await seedTables(house.superUrl)

const someone = (role: Role, org: OrgCode, account = v7()): Actor => ({
  account,
  displayName: '试',
  post: v7(),
  role,
  org,
  language: 'zh',
})
const adds = (who: Actor, table: string, own: Record<string, unknown>): Promise<boolean> =>
  asActor(house.appPool, who, async (tx) => {
    await insertRow(tx.client, table, { ...seeds.rows[table], id: v7(), ...own })
    throw new Error('undo')
  }).catch((error: { code?: string; message: string }) => {
    if (error.message === 'undo') return true
    if (error.code === '42501') return false
    throw error
  })

const ways: readonly (readonly [table: string, own: (who: Actor) => Record<string, unknown>])[] = [
  ['actions', (who) => ({ by_account: who.account, by_post: who.post, by_org: who.org })],
  ['attachments', (who) => ({ by_post: who.post })],
  ['handler_requests', (who) => ({ asked_by: who.account, account: v7() })],
]

test('history, files and proposals are added to a sealed record by nobody who does not see it', async () => {
  const wrong: string[] = []
  for (const org of [orgs.region, orgs.league, orgs.banner, orgs.township, orgs.village, orgs.otherBanner]) {
    for (const role of roleIds) {
      const who = someone(role, org)
      for (const [table, own] of ways) {
        const may = role === 'rights' && org === orgs.township
        if ((await adds(who, table, own(who))) !== may)
          wrong.push(`${role} at ${org} ${may ? 'cannot' : 'can'} add ${table}`)
      }
    }
  }
  expect(wrong).toEqual([])
  // Its handler may, under a post that may see the programme; under another post of hers she may not.
  const handler = someone('mediator', orgs.township, seeds.account)
  const elsewhere = someone('mediator', orgs.otherBanner, seeds.account)
  const chair = someone('chair', orgs.township, seeds.account)
  for (const [table, own] of ways) {
    expect(await adds(handler, table, own(handler)), table).toBe(true)
    expect(await adds(elsewhere, table, own(elsewhere)), table).toBe(false)
    expect(await adds(chair, table, own(chair)), table).toBe(false)
  }
}, 60_000)

test('a request to open a sealed record is kept under its keeper, so that nobody else can agree to it', async () => {
  const asker = someone('rights', orgs.league)
  const ask = (org: OrgCode) => adds(asker, 'break_glass', { account: asker.account, post: asker.post, org })
  expect(await ask(orgs.township)).toBe(true)
  expect(await ask(orgs.league)).toBe(false)
  expect(await ask(orgs.otherBanner)).toBe(false)
  const stranger = someone('rights', orgs.otherBanner)
  const own = { account: stranger.account, post: stranger.post }
  expect(await adds(stranger, 'break_glass', { ...own, org: orgs.township })).toBe(false)
})
