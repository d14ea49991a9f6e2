import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { familyStory } from '../../programmes/family-story/family-story.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { pageOfRecords } from './list.ts'

const house = await makeHouse()
const { call } = house
const chair = await house.signIn('chair', orgs.village)
const colleague = await house.signIn('family', orgs.village)
const stranger = await house.signIn('chair', orgs.village2)
const statistician = await house.signIn('statistician', orgs.league)
const today = todayInShanghai(new Date())
const evening = { title: '草原家书夜', heldOn: today, place: '嘎查文化室', host: '图雅' }

const held = async (record: string) => {
  const rows = await onDuty(house.appPool, 'verify', (tx) =>
    tx.rows<{ id: string; value: number; grade: string }>(sql`
    SELECT m.id, sum(e.value)::bigint AS value, e.grade FROM entries e JOIN measures m ON m.no = e.measure
    WHERE e.record = ${record} GROUP BY 1, 3 HAVING sum(e.value) <> 0 ORDER BY 1, 3`),
  )
  return rows.map((r) => `${r.id} ${r.value} ${r.grade}`)
}
const entriesOf = (record: string) =>
  onDuty(house.appPool, 'verify', (tx) =>
    tx.first<{ n: number }>(sql`SELECT count(*)::integer AS n FROM entries WHERE record = ${record}`),
  )

async function makeEvening(answers: Record<string, unknown> = evening) {
  const id = v7()
  const made = await call(chair, 'POST', '/records/family-story', { id, actionId: v7(), answers })
  return { id, made, path: `/records/family-story/${id}` }
}

describe('an activity', () => {
  it('is made, attended, held and corrected; the ledger follows by difference', async () => {
    const { made, path, id } = await makeEvening()
    expect(made.status, made.raw.body).toBe(200)
    expect(made.body).toMatchObject({ state: 'planned', revision: 1, title: '草原家书夜', answers: { host: '图雅' } })
    expect(await held(id)).toEqual([])
    // The button says why it cannot be pressed.
    expect(made.body.abilities.actions.find((a: { id: string }) => a.id === 'hold')).toMatchObject({ allowed: false })

    const people = await Promise.all(['其木格', '乌兰', '萨日娜'].map((name) => house.addPerson(orgs.village, name)))
    const actionId = v7()
    const listed = await call(chair, 'POST', `${path}/attendance`, {
      actionId,
      people: people.map((person) => ({ person })),
    })
    expect(listed.status, listed.raw.body).toBe(200)
    expect(listed.body.attendance).toMatchObject({ people: 3 })
    const again = await call(chair, 'POST', `${path}/attendance`, {
      actionId,
      people: people.map((person) => ({ person })),
    })
    expect(again.body.attendance).toMatchObject({ people: 3 })
    expect(again.body.history).toHaveLength(2)

    const estimate = [{ count: 12, grade: 'C', reason: '没带签到表' }]
    expect(
      (await call(chair, 'PUT', `${path}/heads`, { actionId: v7(), revision: 1, heads: [{ count: 12, grade: 'C' }] }))
        .body.code,
    ).toBe('reason-needed')
    expect(
      (await call(chair, 'PUT', `${path}/heads`, { actionId: v7(), revision: 1, heads: [{ count: 12, grade: 'B' }] }))
        .body.code,
    ).toBe('evidence-needed')
    expect((await call(chair, 'PUT', `${path}/heads`, { actionId: v7(), revision: 1, heads: estimate })).status).toBe(
      200,
    )

    const step = { actionId: v7(), revision: 2 }
    const done = await call(chair, 'POST', `${path}/actions/hold`, step)
    expect(done.status, done.raw.body).toBe(200)
    expect(done.body).toMatchObject({ state: 'held', revision: 3 })
    const posted = [
      'family-story.attendances 3 A',
      'family-story.attendances 12 C',
      'family-story.people 3 A',
      'family-story.sessions 1 A',
    ]
    expect(await held(id)).toEqual(posted)
    const before = await entriesOf(id)
    expect((await call(chair, 'POST', `${path}/actions/hold`, step)).body).toMatchObject({ state: 'held', revision: 3 })
    expect(await entriesOf(id)).toEqual(before)
    expect((await call(chair, 'POST', `${path}/actions/hold`, { actionId: v7(), revision: 3 })).body.code).toBe(
      'state-passed',
    )

    await call(chair, 'POST', `${path}/attendance`, { actionId: v7(), people: [], remove: [people[0]] })
    expect(await held(id)).toEqual([
      'family-story.attendances 2 A',
      'family-story.attendances 12 C',
      'family-story.people 2 A',
      'family-story.sessions 1 A',
    ])
    expect((await call(chair, 'POST', `${path}/actions/cancel`, { actionId: v7(), revision: 3 })).body.code).toBe(
      'reason-needed',
    )
    expect(
      (await call(chair, 'POST', `${path}/actions/cancel`, { actionId: v7(), revision: 3, reason: '记错了' })).status,
    ).toBe(200)
    expect(await held(id)).toEqual([])
  })

  it('is made once, however often it is sent', async () => {
    const id = v7()
    const body = { id, actionId: v7(), answers: evening }
    const sent = await Promise.all([1, 2, 3].map(() => call(chair, 'POST', '/records/family-story', body)))
    expect(sent.map((s) => s.status)).toEqual([200, 200, 200])
    expect(sent.map((s) => s.body.history.length)).toEqual([1, 1, 1])
    expect((await call(chair, 'POST', '/records/family-story', { ...body, id: v7() })).body.code).toBe('action-reused')
    expect((await call(chair, 'POST', '/records/family-story', { ...body, actionId: v7() })).body.code).toBe(
      'action-reused',
    )
  })

  it('is edited by fields; a stale edit shows both versions', async () => {
    const { path } = await makeEvening()
    const first = await call(chair, 'PATCH', path, {
      actionId: v7(),
      revision: 1,
      answers: { place: '村部', host: null },
    })
    expect(first.body).toMatchObject({ revision: 2, answers: { title: '草原家书夜', place: '村部' } })
    expect(first.body.answers).not.toHaveProperty('host')
    expect(first.body.history.at(-1).changes).toMatchObject([
      { field: 'place', before: '嘎查文化室', after: '村部' },
      { field: 'host' },
    ])
    const stale = await call(colleague, 'PATCH', path, { actionId: v7(), revision: 1, answers: { place: '广场' } })
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({
      code: 'stale-edit',
      facts: { revision: 2, yours: { place: '广场' }, theirs: { place: '村部' } },
    })
    expect(
      (await call(chair, 'PATCH', path, { actionId: v7(), revision: 2, answers: { title: '' } })).body,
    ).toMatchObject({ code: 'field-needed', field: 'answers.title' })
    expect(
      (await call(chair, 'PATCH', path, { actionId: v7(), revision: 2, answers: { colour: 'red' } })).body,
    ).toMatchObject({ code: 'field-unknown' })
    expect(
      (await call(chair, 'PATCH', path, { actionId: v7(), revision: 2, answers: { families: -1 } })).body,
    ).toMatchObject({ code: 'field-invalid', field: 'answers.families' })
    expect(
      (await call(chair, 'PATCH', path, { actionId: v7(), revision: 2, answers: { place: '村部' } })).body.revision,
    ).toBe(2)
  })

  it('is hidden beside, masked above, and not another’s to change', async () => {
    const { id, path } = await makeEvening()
    const someone = await house.addPerson(orgs.village, '阿拉坦其其格')
    await call(chair, 'POST', `${path}/attendance`, { actionId: v7(), people: [{ person: someone }] })
    expect((await call(stranger, 'GET', path)).status).toBe(404)
    expect(
      (await call(stranger, 'POST', `${path}/actions/cancel`, { actionId: v7(), revision: 1, reason: '不是我的' }))
        .status,
    ).toBe(404)
    const above = await call(statistician, 'GET', path)
    expect(above.body.answers).not.toHaveProperty('host')
    expect(above.body.masked).toContainEqual({ field: 'host', class: 'P2' })
    expect(above.body.abilities).toMatchObject({ edit: false, attend: false, open: false })
    expect((await call(statistician, 'POST', `${path}/open`, { purpose: '核对', fields: ['host'] })).body.code).toBe(
      'not-allowed',
    )
    expect((await call(chair, 'POST', `${path}/open`, { purpose: '', fields: ['attendance'] })).body.code).toBe(
      'purpose-needed',
    )
    const opened = await call(chair, 'POST', `${path}/open`, { purpose: '核对名单', fields: ['attendance'] })
    expect(opened.body.persons).toEqual([{ id: someone, name: '阿拉坦其其格' }])
    const [row] = (await call(chair, 'GET', `${path}/attendance`)).body.items
    expect(row).toMatchObject({ person: someone, name: '阿*', method: 'list' })
    expect(
      (await call(chair, 'POST', `${path}/attendance`, { actionId: v7(), people: [{ person: v7() }] })).body.code,
    ).toBe('field-invalid')
    expect((await call(undefined, 'GET', `/records/family-story/${id}`)).status).toBe(401)
  })

  it('lists by scope, state, words and day, page by page, in a fixed number of statements', async () => {
    const titles = ['甲场', '乙场', '丙场', '丁场', '戊场']
    for (const [at, title] of titles.entries())
      await makeEvening({ ...evening, title, heldOn: addCalendarDays('2025-03-01', at), place: '村部' })
    const first = await call(chair, 'GET', '/records/family-story?from=2025-03-01&to=2025-03-31&limit=2')
    expect(first.body.items.map((r: { title: string }) => r.title)).toEqual(['戊场', '丁场'])
    expect(first.body).toMatchObject({ total: 5, more: false, abilities: { create: true } })
    const second = await call(
      chair,
      'GET',
      `/records/family-story?from=2025-03-01&to=2025-03-31&limit=2&cursor=${first.body.next}`,
    )
    expect(second.body.items.map((r: { title: string }) => r.title)).toEqual(['丙场', '乙场'])
    expect((await call(chair, 'GET', '/records/family-story?cursor=nonsense')).body.code).toBe('cursor-invalid')
    expect((await call(chair, 'GET', `/records/family-story?q=${encodeURIComponent('丙')}`)).body.items).toHaveLength(1)
    expect((await call(chair, 'GET', '/records/family-story?q=%25')).body.items).toHaveLength(0)
    expect((await call(chair, 'GET', `/records/family-story?org=${orgs.village2}`)).body.code).toBe('out-of-scope')
    for (const org of [orgs.region, orgs.league, orgs.banner, orgs.township]) {
      const reader = await house.signIn('statistician', org)
      expect((await call(reader, 'GET', '/records/family-story?from=2025-03-01&to=2025-03-31')).body.total).toBe(5)
    }
    expect((await call(stranger, 'GET', '/records/family-story')).body.total).toBe(0)
    const counted = (limit: number) =>
      asActor(house.appPool, chair.actor, async (tx) => {
        const page = await pageOfRecords({ tx, actor: chair.actor, house: house.house, today }, familyStory, { limit })
        return { rows: page.items.length, statements: tx.statements }
      })
    expect((await counted(1)).statements).toBeLessThanOrEqual(3)
    const many = await counted(200)
    expect(many.rows).toBeGreaterThan(5)
    expect(many.statements).toBeLessThanOrEqual(3)
  })

  it('takes a sheet as evidence and gives it back', async () => {
    const { path } = await makeEvening()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const id = v7()
    const send = (name: string, bytes: Buffer) =>
      house.app.inject({
        method: 'POST',
        url: `/api/v1${path}/attachments`,
        headers: { ...chair.headers, 'content-type': 'multipart/form-data; boundary=x' },
        payload: Buffer.concat([
          Buffer.from(
            `--x\r\ncontent-disposition: form-data; name="id"\r\n\r\n${id}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`,
          ),
          bytes,
          Buffer.from('\r\n--x--\r\n'),
        ]),
      })
    expect((await send('签到表.png', Buffer.from('<script>'))).json().code).toBe('type-unsupported')
    const attached = await send('签到表.exe', png)
    expect(attached.statusCode, attached.body).toBe(200)
    expect(attached.json()).toMatchObject({ id, name: '签到表.png', mime: 'image/png', class: 'P2', mine: true })
    expect((await send('签到表.png', png)).json()).toMatchObject({ id })
    const counted = await call(chair, 'PUT', `${path}/heads`, {
      actionId: v7(),
      revision: 1,
      heads: [{ count: 30, grade: 'B', evidence: id }],
    })
    expect(counted.status, counted.raw.body).toBe(200)
    expect((await call(chair, 'DELETE', `${path}/attachments/${id}`)).body.code).toBe('evidence-needed')
    const file = await call(chair, 'GET', `${path}/attachments/${id}`)
    expect(file.raw.rawPayload.equals(png)).toBe(true)
    expect((await call(stranger, 'GET', `${path}/attachments/${id}`)).status).toBe(404)
  })

  it('shows itself in the coming days', async () => {
    const { id } = await makeEvening({ ...evening, heldOn: addCalendarDays(today, 3) })
    const agenda = await call(await house.signIn('chair', orgs.banner), 'GET', '/agenda')
    expect(agenda.body.items.map((a: { id: string }) => a.id)).toContain(id)
  })

  it('opens its definition to the roles that may see it, as data', async () => {
    const shown = await call(chair, 'GET', '/programmes')
    const story = shown.body.items.find((p: { id: string }) => p.id === 'family-story')
    expect(story).toMatchObject({ kind: 'activity', mayCreate: true, initial: 'planned' })
    expect(shown.body.items.map((p: { id: string }) => p.id)).not.toContain('mediation')
    expect((await call(chair, 'GET', '/records/mediation')).body.code).toBe('programme-unknown')
    expect((await call(chair, 'GET', '/records/nothing')).body.code).toBe('programme-unknown')
  })
})

describe('a second person', () => {
  it('confirms hours that somebody else recorded', async () => {
    const id = v7()
    const path = `/records/volunteer-session/${id}`
    const answers = { title: '入户陪伴', heldOn: today, place: '红柳嘎查', kind: 'comfort' }
    expect((await call(chair, 'POST', '/records/volunteer-session', { id, actionId: v7(), answers })).status).toBe(200)
    expect(
      (await call(chair, 'POST', `${path}/actions/finish`, { actionId: v7(), revision: 1, answers: {} })).body,
    ).toMatchObject({ code: 'needs-unmet' })
    const finished = await call(chair, 'POST', `${path}/actions/finish`, {
      actionId: v7(),
      revision: 1,
      answers: { served: 20, servedBy: 'estimate' },
    })
    expect(finished.body).toMatchObject({ state: 'done', answers: { served: 20 } })
    expect((await call(chair, 'POST', `${path}/actions/confirm`, { actionId: v7(), revision: 2 })).body.code).toBe(
      'second-person',
    )
    const organiser = await house.signIn('organisation', orgs.township)
    const todos = await call(await house.signIn('organisation', orgs.village), 'GET', '/todos')
    expect(todos.body.week.concat(todos.body.today).map((t: { record: string }) => t.record)).toContain(id)
    const confirmed = await call(organiser, 'POST', `${path}/actions/confirm`, { actionId: v7(), revision: 2 })
    expect(confirmed.status, confirmed.raw.body).toBe(200)
    expect(confirmed.body.clocks).toMatchObject([{ clock: 'confirm', endedOn: today }])
    expect(await held(id)).toEqual(['volunteer-session.served 20 C', 'volunteer-session.sessions 1 C'])
  })
})
