import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { alarm, sentCase } from '../../../test/support/engine-programmes.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { orgCode } from '../../core/org-code.ts'
import { onDuty } from '../database/actor.ts'

vi.mock('../../registry.ts', async () => {
  const made = await import('../../../test/support/engine-programmes.ts')
  const list = [made.sentCase, made.alarm]
  return { programmes: list, findProgramme: (id: string) => list.find((p) => p.id === id) }
})

const house = await makeHouse()
const { call } = house
const court = orgCode(152921000000, 12)
const police = orgCode(152921000000, 13)
const today = todayInShanghai(new Date())
const rights = await house.signIn('rights', orgs.banner)
const operator = await house.signIn('operator', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const leagueRights = await house.signIn('rights', orgs.league)
const otherRights = await house.signIn('rights', orgs.otherBanner)
const words = { inner: '他常年打她', place: '南镇红柳街三号', shared: '她需要人身安全保护', need: '立案' }

let judge: Signed
let officer: Signed
beforeAll(async () => {
  await onDuty(house.appPool, 'load', (tx) =>
    tx.rows(sql`
    INSERT INTO organisations (code, kind, level, name, short_name, agency)
    SELECT code, 'partner', 'banner', name, name, agency
    FROM unnest(${[court, police]}::bigint[], ${['东旗法院', '东旗公安']}::text[], ${['court', 'police']}::text[]) AS o (code, name, agency)`),
  )
  judge = await house.signIn('partner', court)
  officer = await house.signIn('partner', police)
})

async function made(by: Signed = rights) {
  const id = v7()
  const path = `/records/${sentCase.id}/${id}`
  const first = await call(by, 'POST', `/records/${sentCase.id}`, {
    id,
    actionId: v7(),
    answers: { title: '一件转介', on: today, ...words },
  })
  expect(first.status, first.raw.body).toBe(200)
  let revision = 1
  const act = async (action: string, more: Record<string, unknown> = {}, who: Signed = by) => {
    const answer = await call(who, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision, ...more })
    if (answer.status === 200 && answer.body.revision) revision = answer.body.revision
    return answer
  }
  return { id, path, act, first }
}
const sent = async () => {
  const it = await made()
  expect((await it.act('send', { answers: { to: court }, reason: '她愿意' })).status).toBe(200)
  return it
}

describe('a record that is sent to another organisation', () => {
  it('is not there for the receiver before, and holds only what was meant for her after', async () => {
    const { id, path, act } = await made()
    expect((await call(judge, 'GET', path)).body.code).toBe('not-found')
    await act('send', { answers: { to: court } })
    const seen = await call(judge, 'GET', path)
    expect(seen.status, seen.raw.body).toBe(200)
    expect(seen.body).toMatchObject({
      received: true,
      state: 'sent',
      title: sentCase.label.zh,
      org: { code: orgs.banner },
    })
    expect(seen.body.answers).toEqual({ need: '立案' })
    expect(seen.body.masked).toEqual([{ field: 'shared', class: 'P3' }])
    expect(seen.body.history).toEqual([])
    expect(seen.body.seenBy).toEqual({ sealed: true, roles: [], people: [] })
    expect(seen.body.clocks.map((c: { clock: string }) => c.clock)).toEqual(['reply'])
    expect(seen.body.abilities.actions.map((a: { id: string }) => a.id)).toEqual(['answer', 'giveBack'])
    for (const hidden of ['红柳街', '一件转介', rights.actor.displayName, rights.actor.account])
      expect(seen.raw.body).not.toContain(hidden)

    const opened = await call(judge, 'POST', `${path}/open`, { purpose: '审查申请', fields: ['shared'] })
    expect(opened.body.values).toEqual({ shared: words.shared })
    for (const field of ['inner', 'place', 'title', 'to'])
      expect((await call(judge, 'POST', `${path}/open`, { purpose: '看看', fields: [field] })).body.code).toBe(
        'field-unknown',
      )
    const list = await call(judge, 'GET', `/records/${sentCase.id}`)
    expect(list.body.items).toMatchObject([{ id, received: true, title: sentCase.label.zh, persons: [] }])
    expect((await call(judge, 'GET', `/records/${sentCase.id}?q=${encodeURIComponent('一件转')}`)).body.items).toEqual(
      [],
    )
    for (const who of [officer, leagueRights, otherRights]) {
      expect((await call(who, 'GET', path)).body.code).toBe('not-found')
      expect((await call(who, 'GET', `/records/${sentCase.id}`)).body.items).toEqual([])
    }
    expect((await call(chair, 'GET', path)).body.code).toBe('programme-unknown')
  })

  it('takes her steps and no others; the sender sees everything she wrote', async () => {
    const { path, act } = await sent()
    // The keeper's own rights post is no receiver: she cannot answer for the court.
    expect((await act('answer', { answers: { words: '同意立案' } })).body.code).toBe('not-allowed')
    expect((await act('send', { answers: { to: police } }, judge)).body.code).toBe('state-passed')
    expect((await act('alarm', {}, judge)).body.code).toBe('not-allowed')
    expect((await act('handOver', { answers: { org: court }, reason: '拿走' }, judge)).body.code).toBe('state-passed')
    expect(
      (await call(judge, 'PATCH', path, { actionId: v7(), revision: 2, answers: { need: '改' } })).body.code,
    ).toMatch(/state-passed|not-allowed/)
    const stale = await act('answer', { answers: { inner: '猜', words: '同意' }, revision: 1 }, judge)
    expect(stale.body).toMatchObject({ code: 'stale-edit', facts: { theirs: {} } })
    const answered = await act('answer', { answers: { words: '同意立案', result: '已立案' } }, judge)
    expect(answered.status, answered.raw.body).toBe(200)
    expect(answered.body).toMatchObject({ received: true, state: 'answered', answers: { result: '已立案' } })
    expect(answered.body.history).toHaveLength(1)
    const keeper = await call(rights, 'GET', path)
    const step = keeper.body.history.at(-1)
    expect(step).toMatchObject({
      action: 'answer',
      by: { role: 'partner', org: { code: court } },
      masked: [{ field: 'words', class: 'P3' }],
    })
    const opened = await call(rights, 'POST', `${path}/open`, {
      purpose: '看答复',
      fields: [`action:${step.id}:words`],
    })
    expect(Object.values(opened.body.values)).toEqual(['同意立案'])
    const own = await call(judge, 'POST', `${path}/open`, { purpose: '核对', fields: [`action:${step.id}:words`] })
    expect(Object.values(own.body.values)).toEqual(['同意立案'])
    expect(keeper.body.clocks.find((c: { clock: string }) => c.clock === 'reply').endedOn).toBe(today)
  })

  it('comes back with a reason and goes to another; the first receiver has it no more', async () => {
    const { path, act } = await sent()
    expect((await act('giveBack', {}, judge)).body.code).toBe('reason-needed')
    expect((await act('giveBack', { reason: '不归我们管' }, judge)).status).toBe(200)
    expect((await call(judge, 'GET', path)).status).toBe(200)
    expect((await act('send', { answers: { to: police } })).status).toBe(200)
    expect((await call(judge, 'GET', path)).body.code).toBe('not-found')
    const now = await call(officer, 'GET', path)
    expect(now.status).toBe(200)
    expect(now.body.history).toEqual([])
    expect(now.raw.body).not.toContain('不归我们管')
  })

  it('shows her the files meant for her, and the sender all', async () => {
    const { path } = await sent()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const upload = async (who: Signed, forReceiver: boolean) => {
      const form = new FormData()
      form.set('id', v7())
      form.set('forReceiver', String(forReceiver))
      form.set('file', new Blob([png], { type: 'image/png' }), '照片.png')
      const raw = await house.app.inject({
        method: 'POST',
        url: `/api/v1${path}/attachments`,
        headers: who.headers,
        payload: form,
      })
      expect(raw.statusCode, raw.body).toBe(200)
      return raw.json().id as string
    }
    const secret = await upload(rights, false)
    const meant = await upload(rights, true)
    const hers = await upload(judge, false)
    const ids = async (who: Signed) => (await call(who, 'GET', path)).body.attachments.map((a: { id: string }) => a.id)
    expect(await ids(rights)).toEqual([secret, meant, hers])
    expect(await ids(judge)).toEqual([meant, hers])
    expect((await call(judge, 'GET', `${path}/attachments/${secret}?purpose=看看材料`)).status).toBe(404)
    expect((await call(judge, 'GET', `${path}/attachments/${meant}?purpose=看看材料`)).status).toBe(200)
    expect((await call(judge, 'DELETE', `${path}/attachments/${meant}`)).body.code).toBe('not-allowed')
  })
})

describe('a record that goes over to another organisation', () => {
  it('is the other rights post’s, who finds it with its history; the sender is told where it went, once and again', async () => {
    const { id, path, act } = await made(operator)
    const body = { actionId: v7(), revision: 1, reason: '她搬走了', answers: { org: orgs.otherBanner } }
    const given = await call(operator, 'POST', `${path}/actions/handOver`, body)
    expect(given.body).toEqual({ moved: { code: orgs.otherBanner, name: '西旗妇联' } })
    expect((await call(operator, 'POST', `${path}/actions/handOver`, body)).body).toEqual(given.body)
    expect((await call(operator, 'POST', `${path}/actions/handOver`, { ...body, actionId: v7() })).body.code).toBe(
      'not-found',
    )
    for (const who of [operator, rights, leagueRights])
      expect((await call(who, 'GET', path)).body.code).toBe('not-found')
    const found = await call(otherRights, 'GET', path)
    expect(found.status, found.raw.body).toBe(200)
    expect(found.body).toMatchObject({ org: { code: orgs.otherBanner }, state: 'gone' })
    expect(found.body.history.map((h: { action: string }) => h.action)).toEqual(['create', 'handOver'])
    expect((await call(otherRights, 'GET', `/records/${sentCase.id}`)).body.items).toMatchObject([{ id }])
    const held = await onDuty(house.appPool, 'verify', (tx) =>
      tx.rows(sql`SELECT r.org, r.ledger_org, r.handlers, r.receiver, (SELECT array_agg(DISTINCT c.org) FROM clocks c WHERE c.record = r.id) AS clocks,
        (SELECT array_agg(DISTINCT e.org) FROM entries e WHERE e.record = r.id) AS entries FROM records r WHERE id = ${id}`),
    )
    expect(held).toEqual([
      {
        org: orgs.otherBanner,
        ledger_org: orgs.banner,
        handlers: [],
        receiver: null,
        clocks: [orgs.otherBanner],
        entries: [orgs.banner],
      },
    ])
    expect((await act('alarm')).body.code).toBe('not-found')
  })

  it('goes to no partner, no stranger and not to itself', async () => {
    const { act } = await made()
    const to = (org: number) => act('handOver', { reason: '试', answers: { org } })
    expect((await to(court)).body.code).toBe('org-unknown')
    expect((await to(orgCode(152999000000))).body.code).toBe('org-unknown')
    expect((await to(orgs.banner)).body.code).toBe('field-invalid')
  })
})

describe('a record that a step opens', () => {
  it('is made once, for the rights post to handle, linked for who sees both', async () => {
    const { id, path } = await made(operator)
    const body = { actionId: v7(), revision: 1 }
    const first = await call(operator, 'POST', `${path}/actions/alarm`, body)
    expect(first.status, first.raw.body).toBe(200)
    expect((await call(operator, 'POST', `${path}/actions/alarm`, body)).status).toBe(200)
    // The operator may not see such reports: she opened it and is shown nothing of it.
    expect(first.body.arisen).toEqual({ from: [], to: [] })
    const seen = await call(rights, 'GET', path)
    expect(seen.body.arisen.to).toMatchObject([
      { programme: alarm.id, label: alarm.label, stateLabel: alarm.states.open },
    ])
    const opened = seen.body.arisen.to[0]
    const report = await call(rights, 'GET', `/records/${alarm.id}/${opened.id}`)
    expect(report.body).toMatchObject({
      org: { code: orgs.banner },
      arisen: { from: [{ id, programme: sentCase.id }], to: [] },
    })
    expect(report.body.number).toMatch(/^SB-152921-/)
    expect(report.body.seenBy.people.map((p: { why: string }) => p.why)).not.toContain('handler')
    expect((await call(rights, 'GET', `/records/${alarm.id}`)).body.items).toHaveLength(1)
    const todo = await call(rights, 'GET', '/todos')
    expect(JSON.stringify(todo.body)).toContain(opened.id)
    const text = await call(rights, 'POST', `/records/${alarm.id}/${opened.id}/open`, {
      purpose: '报告',
      fields: ['what'],
    })
    expect(text.body.values.what).toBe(words.inner)
  })

  it('never offers what is the house’s alone', async () => {
    const { act, first } = await made()
    expect(first.body.abilities.actions.map((a: { id: string }) => a.id)).not.toContain('lapse')
    expect((await act('lapse')).body.code).toBe('not-allowed')
  })
})
