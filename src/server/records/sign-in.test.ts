import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { onDuty } from '../database/actor.ts'

const house = await makeHouse()
const { call } = house
const chair = await house.signIn('chair', orgs.village)

async function openDoor(who = chair) {
  const id = v7()
  const path = `/records/family-story/${id}`
  await call(who, 'POST', '/records/family-story', {
    id,
    actionId: v7(),
    answers: { title: '家书<夜>', heldOn: todayInShanghai(new Date()), place: '村部' },
  })
  const code = await call(who, 'POST', `${path}/sign-in-code`)
  return { id, path, code }
}
const send = (code: string, form: Record<string, string>) =>
  house.app.inject({
    method: 'POST',
    url: `/s/${code}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const people = () =>
  onDuty(house.appPool, 'verify', (tx) =>
    tx.rows<{ id: string; org: number; name: string }>(sql`SELECT id, org, name FROM people ORDER BY created_at`),
  )

describe('signing in at the door', () => {
  it('shows a page without script, takes a name and a phone, once', async () => {
    const { path, code } = await openDoor()
    expect(code.status, code.raw.body).toBe(200)
    expect(code.body.url).toContain(`/s/${code.body.code}`)
    expect(code.body.qr).toMatch(/^data:image\/png/)
    const page = await house.app.inject({ url: `/s/${code.body.code}` })
    expect(page.body).toContain('家书&#60;夜&#62;')
    expect(page.body).not.toContain('<script')
    const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const form = { id, name: '娜仁', phone: '138 0000 1234' }
    const first = await send(code.body.code, form)
    expect(first.statusCode, first.body).toBe(200)
    const second = await send(code.body.code, form)
    expect(second.body).toBe(first.body)
    const known = await send(code.body.code, { ...form, id: v7(), phone: '13800001234' })
    expect(known.body).toBe(first.body)
    expect((await people()).map((p) => [p.org, p.name])).toEqual([[orgs.village, '娜仁']])
    expect((await call(chair, 'GET', path)).body).toMatchObject({ attendance: { people: 1 }, revision: 1 })
    expect((await call(chair, 'GET', `${path}/attendance`)).body.items).toMatchObject([{ name: '娜*', method: 'code' }])
  })

  it('knows her again in another village, and still counts her as one', async () => {
    const other = await house.signIn('chair', orgs.village3)
    const { path, code } = await openDoor(other)
    await send(code.body.code, { id: v7(), name: '娜 仁', phone: '13800001234' })
    expect(await people()).toHaveLength(1)
    const held = await call(other, 'POST', `${path}/actions/hold`, { actionId: v7(), revision: 1 })
    expect(held.status, held.raw.body).toBe(200)
    expect(held.body.attendance).toMatchObject({ people: 1 })
    // The host sees that somebody came, not a name from another village.
    expect((await call(other, 'GET', `${path}/attendance`)).body.items).toMatchObject([{ name: null }])
  })

  it('many phones at once, each counted once', async () => {
    const { path, code } = await openDoor()
    const forms = Array.from({ length: 20 }, (_, at) => ({
      id: v7(),
      name: '来宾',
      phone: `139000010${String(at).padStart(2, '0')}`,
    }))
    const answers = await Promise.all([...forms, ...forms].map((form) => send(code.body.code, form)))
    expect(answers.map((a) => a.statusCode)).toEqual(Array(40).fill(200))
    const held = await call(chair, 'POST', `${path}/actions/hold`, { actionId: v7(), revision: 1 })
    expect(held.body.attendance).toMatchObject({ people: 20 })
  })

  it('says what is wrong and keeps what was typed; closed doors stay closed', async () => {
    const { path, code } = await openDoor()
    const wrong = await send(code.body.code, { id: v7(), name: '乌云', phone: '12' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="乌云"')
    expect((await send('NOSUCHCODE22', { id: v7(), name: '乌云', phone: '13800001234' })).statusCode).toBe(422)
    expect((await house.app.inject({ url: '/s/NOSUCHCODE22' })).body).toContain('签到码不可用')
    await call(chair, 'POST', `${path}/actions/cancel`, { actionId: v7(), revision: 1, reason: '下雪改期' })
    expect((await send(code.body.code, { id: v7(), name: '乌云', phone: '13800004321' })).statusCode).toBe(409)
    expect((await call(chair, 'POST', `${path}/sign-in-code`)).body.code).toBe('state-passed')
    const gone = await openDoor()
    await onDuty(house.appPool, 'sign-in', (tx) =>
      tx.change(sql`UPDATE posts SET ended_at = now() WHERE id = ${chair.actor.post}`),
    )
    expect((await send(gone.code.body.code, { id: v7(), name: '乌云', phone: '13800004321' })).statusCode).toBe(422)
  })
})
