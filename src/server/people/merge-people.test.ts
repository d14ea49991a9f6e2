import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { madeCitizenId } from '../../core/citizen-id.ts'
import { onDuty } from '../database/actor.ts'
import { recountPerson } from './recount-person.ts'

const house = await makeHouse()
const { call, signIn } = house
let chair: Signed

beforeAll(async () => {
  chair = await signIn('chair', orgs.township)
})

async function add(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = v7()
  const { status, body } = await call(chair, 'POST', '/people', {
    id,
    name,
    org: orgs.village,
    confirmedNew: true,
    ...more,
  })
  expect([status, body.code]).toEqual([200, undefined])
  return id
}
const merge = (from: string, into: string, id = v7()) =>
  call(chair, 'POST', `/people/${from}/merge`, { id, into, reason: '同一个人登记了两次' })
const undo = (id: string) => call(chair, 'POST', `/people/merges/${id}/undo`)
const page = async (id: string) => (await call(chair, 'GET', `/people/${id}`)).body

/** An evening that was held, with these people signed in, counted in the ledger. */
async function holdEvening(people: readonly string[]): Promise<string> {
  const id = v7()
  await onDuty(house.appPool, 'load', async (tx) => {
    await tx.rows(sql`
      INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date)
      VALUES (1529, 'activity', ${id}, 'family-story', 1, ${orgs.village}, ${orgs.village}, '家风夜话', 'held', '2026-05-01')`)
    await tx.rows(sql`
      INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, by_org, made_on)
      VALUES (1529, ${v7()}, ${id}, 'activity', 'family-story', 'hold', 'planned', 'held', 2, ${orgs.village}, '2026-05-01')`)
    for (const person of people) {
      await tx.rows(sql`INSERT INTO attendances (area, id, activity, programme, org, person, method, on_date)
                        VALUES (1529, ${v7()}, ${id}, 'family-story', ${orgs.village}, ${person}, 'list', '2026-05-01')`)
    }
    const first = await tx.first<{ id: string; no: number }>(sql`SELECT id, no FROM people WHERE id = ${people[0]}`)
    if (first) await recountPerson(tx, house.house.secrets, first)
  })
  return id
}

/** Who is counted for an evening, by the dense number. */
const counted = (record: string) =>
  onDuty(house.appPool, 'verify', (tx) =>
    tx.rows<{ person: string; value: number }>(sql`
    SELECT p.name AS person, sum(e.value)::integer AS value FROM entries e JOIN people p ON p.no = e.person
    WHERE e.record = ${record} GROUP BY p.name HAVING sum(e.value) <> 0 ORDER BY p.name`),
  )

describe('two rows of one woman', () => {
  it('become one: what was lacking is taken over, the ledger counts her once, and all of it comes apart again', async () => {
    const idNumber = madeCitizenId('1982-02-02', 120)
    const double = await add('赵一', { idNumber, phone: '13811112222', address: '红柳嘎查东队一号' })
    const kept = await add('赵二')
    const evening = await holdEvening([double, kept])
    expect(await counted(evening)).toEqual([
      { person: '赵一', value: 1 },
      { person: '赵二', value: 1 },
    ])

    const id = v7()
    const { body } = await merge(double, kept, id)
    expect(body).toEqual({ merge: id, kept, records: 1 })
    expect((await merge(double, kept, id)).body).toEqual({ merge: id, kept, records: 0 })
    expect(await counted(evening)).toEqual([{ person: '赵二', value: 1 }])
    expect(await page(kept)).toMatchObject({
      phone: '138****2222',
      birthDate: null,
      birthYear: 1982,
      merges: [{ id, merged: double }],
    })
    expect(await page(double)).toMatchObject({ mergedInto: kept, abilities: [] })
    expect((await call(chair, 'POST', '/people/find', { idNumber })).body.items).toMatchObject([{ id: kept }])
    expect((await call(chair, 'GET', `/people?q=${encodeURIComponent('赵')}`)).body.items).toHaveLength(1)
    const opened = await call(chair, 'POST', `/people/${kept}/open`, { purpose: '核对', fields: ['idNumber', 'phone'] })
    expect(opened.body).toEqual({ idNumber, phone: '13811112222' })
    expect((await call(chair, 'PATCH', `/people/${double}`, { revision: 2, name: '赵' })).body.code).toBe(
      'merged-already',
    )

    expect((await undo(id)).body).toEqual({ merge: id, kept, records: 1 })
    expect((await undo(id)).body.records).toBe(0)
    expect(await counted(evening)).toEqual([
      { person: '赵一', value: 1 },
      { person: '赵二', value: 1 },
    ])
    expect(await page(kept)).toMatchObject({ phone: null, idType: null, birthYear: null, merges: [] })
    expect((await call(chair, 'POST', '/people/find', { idNumber })).body.items).toMatchObject([{ id: double }])
  })

  it('are pointed on through a chain, which comes apart last first', async () => {
    const [a, b, c] = [await add('钱一'), await add('钱二'), await add('钱三')]
    const first = (await merge(a, b)).body.merge
    const second = (await merge(b, c)).body.merge
    expect(await page(a)).toMatchObject({ mergedInto: c })
    expect((await undo(first)).body.code).toBe('merge-later-first')
    await undo(second)
    expect(await page(a)).toMatchObject({ mergedInto: b })
    expect(await page(b)).toMatchObject({ mergedInto: null })
    await undo(first)
    expect(await page(a)).toMatchObject({ mergedInto: null })
  })

  it('are not merged with two numbers, with herself, by a role that may not, or out of scope', async () => {
    const [a, b] = [
      await add('孙一', { idNumber: madeCitizenId('1982-02-02', 130) }),
      await add('孙二', { idNumber: madeCitizenId('1982-02-02', 132) }),
    ]
    expect((await merge(a, b)).body.code).toBe('merge-documents-differ')
    expect((await merge(a, a)).body.code).toBe('merge-self')
    const guide = await signIn('guide', orgs.township)
    const body = { id: v7(), into: b, reason: '同一个人' }
    expect((await call(guide, 'POST', `/people/${a}/merge`, body)).body.code).toBe('not-allowed')
    const outsider = await signIn('chair', orgs.otherBanner)
    expect((await call(outsider, 'POST', `/people/${a}/merge`, body)).status).toBe(404)
    expect((await call(outsider, 'POST', `/people/merges/${v7()}/undo`)).status).toBe(404)
  })

  it('can be merged both ways at once without waiting for each other for ever', async () => {
    const [a, b] = [await add('李一'), await add('李二')]
    const codes = (await Promise.all([merge(a, b), merge(b, a)])).map((r) => r.body.code)
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes.filter((code) => code === 'merged-already')).toHaveLength(1)
  })
})
