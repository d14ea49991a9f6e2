import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { countsOf } from '../../core/procedure.ts'
import type { Facts } from '../../core/programme.ts'
import { familyStory } from '../../programmes/family-story/family-story.ts'
import { onDuty } from '../database/actor.ts'
import { foldOnce, rebuildCells } from './fold.ts'
import { postCounts } from './post.ts'
import { repost } from './repost.ts'
import { verifyLedger } from './verify.ts'

const { appPool, superUrl, house, addPerson } = await makeHouse()
const key = house.secrets.dataKey

/** What a break-in, a bad disk or a bug would do: past the application's rights. */
async function tamper(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  await client.query(`SET session_replication_role = replica; ${text}`)
  await client.end()
}

async function verify(): Promise<string[]> {
  const lines: string[] = []
  const { mismatches } = await verifyLedger(appPool, key, (layer, where) => lines.push(`${layer} ${where}`))
  expect(mismatches).toBe(lines.length)
  return lines
}

/** An evening that was held, with two people who signed in and 10 counted heads, as the records room would write it. */
async function evening(): Promise<string> {
  const people = [await addPerson(orgs.village, '乌云'), await addPerson(orgs.village, '其其格')]
  const id = v7()
  const action = v7()
  await onDuty(appPool, 'load', async (tx) => {
    await tx.rows(sql`INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date, heads)
      VALUES (1529, 'activity', ${id}, 'family-story', 1, ${orgs.village}, ${orgs.village}, '夜话', 'held', '2026-03-05', '[{"count":10,"grade":"B"}]')`)
    await tx.rows(sql`INSERT INTO actions (area, id, record, kind, programme, action, to_state, revision, by_org, made_on)
      VALUES (1529, ${action}, ${id}, 'activity', 'family-story', 'hold', 'held', 1, ${orgs.village}, '2026-03-05')`)
    await tx.rows(sql`INSERT INTO attendances (area, id, activity, programme, org, person, method, on_date)
      SELECT 1529, gen_random_uuid(), ${id}, 'family-story', ${orgs.village}, p, 'list', '2026-03-05' FROM unnest(${people}::uuid[]) p`)
    const facts: Facts = {
      state: 'held',
      on: '2026-03-05',
      answers: {},
      history: [],
      reached: {},
      person: undefined,
      attendance: people.map((person) => ({ person, minutes: null })),
      heads: [{ count: 10, grade: 'B' }],
    }
    await postCounts(tx, { record: id, action, post: undefined, org: orgs.village }, countsOf(familyStory, facts))
  })
  return id
}

beforeEach(async () => {
  await tamper('DELETE FROM entries; DELETE FROM records; DELETE FROM actions; DELETE FROM attendances')
  await rebuildCells(appPool)
})

test('an untouched ledger is clean, before the cells are folded and after', async () => {
  for (let i = 0; i < 3; i++) await evening()
  expect(await verify()).toEqual([])
  await foldOnce(appPool)
  expect(await verify()).toEqual([])
  await rebuildCells(appPool)
  expect(await verify()).toEqual([])
})

test('every layer that lies is named', async () => {
  const id = await evening()
  await foldOnce(appPool)
  await tamper('UPDATE cells SET value = value + 1 WHERE org % 10000000000 = 0 AND org % 1000000000000 > 0')
  expect((await verify()).every((l) => l.startsWith('cell family-story.') && l.includes(String(orgs.banner)))).toBe(
    true,
  )
  await rebuildCells(appPool)
  await tamper('DELETE FROM day_cells')
  expect((await verify()).filter((l) => l.startsWith('day-cell')).length).toBeGreaterThan(0)
  await rebuildCells(appPool)
  await tamper("UPDATE person_cells SET persons = '\\x3a30000000000000' WHERE period = 2026")
  expect((await verify()).map((l) => l.split(' ')[0])).toEqual(['person-cell', 'person-cell', 'person-cell'])
  await rebuildCells(appPool)
  await tamper('UPDATE entries SET value = 11 WHERE value = 10')
  await rebuildCells(appPool)
  expect(await verify()).toEqual([`record family-story ${id}: family-story.attendances ${orgs.village} 2026-03-05 B`])
  await tamper('UPDATE entries SET value = 10 WHERE value = 11; DELETE FROM records')
  await rebuildCells(appPool)
  expect((await verify()).every((l) => l.startsWith('entry'))).toBe(true)
})

test('repost puts right what a definition or a person changed, by difference, and once', async () => {
  const id = await evening()
  await tamper(`UPDATE records SET heads = '[{"count":12,"grade":"B"}]' WHERE id = '${id}'`)
  expect(await verify()).toHaveLength(1)
  expect(await onDuty(appPool, 'repost', (tx) => repost(tx, key, [id]))).toBe(1)
  expect(await verify()).toEqual([])
  expect(await onDuty(appPool, 'repost', (tx) => repost(tx, key, [id]))).toBe(0)
  // Two rows turn out to be one woman: one person, and still two attendances.
  await tamper(
    'UPDATE people a SET merged_into = b.id FROM people b, attendances x, attendances y WHERE x.id < y.id AND a.id = x.person AND b.id = y.person',
  )
  expect(await onDuty(appPool, 'repost', (tx) => repost(tx, key, [id]))).toBe(1)
  await foldOnce(appPool)
  const [row] = await onDuty(appPool, 'verify', (tx) =>
    tx.rows<{ persons: number; times: number }>(sql`
    SELECT sum(value) FILTER (WHERE m.unit = 'person') AS persons, sum(value) FILTER (WHERE m.id = 'family-story.attendances') AS times
    FROM entries e JOIN measures m ON m.no = e.measure WHERE record = ${id}`),
  )
  expect(row).toEqual({ persons: '1', times: '14' })
  expect(await verify()).toEqual([])
})
