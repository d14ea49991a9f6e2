import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { asActor, onDuty } from '../database/actor.ts'

const house = await makeHouse()
const { call } = house
const mediator = await house.signIn('mediator', orgs.banner)
const rights = await house.signIn('rights', orgs.banner)
const otherMediator = await house.signIn('mediator', orgs.banner)
const leagueRights = await house.signIn('rights', orgs.league)
const today = todayInShanghai(new Date())
const parties = [
  { person: await house.addPerson(orgs.banner, '其其格'), role: 'applicant' },
  { person: await house.addPerson(orgs.banner, '巴图'), role: 'respondent' },
]
const secret = '她说丈夫常夜不归宿，双方为赡养费争执。'
const answers = {
  title: '赡养费纠纷',
  appliedOn: today,
  dispute: 'elders',
  parties,
  facts: secret,
  committee: '东旗人民调解委员会',
  safeContact: '周三上午打',
}
const screening = (violence: boolean) => ({
  apart: true,
  violence: { hit: violence, threat: false, weapon: false, control: false, fear: false, child: false },
})

async function makeCase() {
  const id = v7()
  const path = `/records/mediation/${id}`
  const made = await call(mediator, 'POST', '/records/mediation', { id, actionId: v7(), answers })
  let revision = 1
  const act = async (action: string, more: Record<string, unknown> = {}, who: Signed = mediator) => {
    const answer = await call(who, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision, ...more })
    if (answer.status === 200) revision = answer.body.revision
    return answer
  }
  return { id, path, made, act }
}

async function accepted() {
  const found = await makeCase()
  for (const side of ['applicant', 'respondent'])
    await found.act('consent', { answers: { side, agrees: true, way: 'oral' } })
  await found.act('inform')
  await found.act('declare')
  await found.act('screen', { answers: screening(false) })
  await found.act('accept')
  return found
}

describe('a mediation case', () => {
  it('goes from application to agreement, its conditions said one by one', async () => {
    const { id, path, made, act } = await makeCase()
    expect(made.status, made.raw.body).toBe(200)
    expect(made.body.number).toMatch(new RegExp(`^HJ-152921-${today.slice(0, 4)}-0000\\d$`))
    expect(made.body.sealed).toBe(true)
    expect((await act('accept')).body).toMatchObject({ code: 'needs-unmet', facts: { check: 'consentOfEachParty' } })
    for (const side of ['applicant', 'respondent'])
      expect((await act('consent', { answers: { side, agrees: true, way: 'oral' } })).status).toBe(200)
    expect((await act('consent', { answers: { side: 'applicant' } })).body.code).toBe('field-needed')
    await act('inform')
    await act('declare')
    await act('screen', { answers: screening(true) })
    expect((await act('accept')).body).toMatchObject({ code: 'needs-unmet', facts: { check: 'noViolence' } })
    await act('screen', { answers: screening(false) })
    const taken = await act('accept')
    expect(taken.body).toMatchObject({ state: 'accepted' })
    expect(taken.body.clocks.find((c: { clock: string }) => c.clock === 'settle')).toMatchObject({
      legal: true,
      endedOn: null,
    })
    expect(
      (
        await act('session', {
          on: addCalendarDays(today, 1),
          answers: { step: ['look'], place: '婚调室', notes: '双方各自说了想法' },
        })
      ).body.code,
    ).toBe('date-future')
    expect(
      (await act('session', { answers: { step: ['look', 'ask'], place: '婚调室', notes: '双方各自说了想法' } })).body,
    ).toMatchObject({ state: 'mediating' })
    await act('screen', { answers: screening(false) })
    const terms = { clauses: [{ type: 'maintenance', content: '每月付赡养费', amount: 50_000 }], signed: true }
    expect((await act('agree', { answers: terms })).body).toMatchObject({
      code: 'needs-unmet',
      facts: { check: 'fourSteps' },
    })
    await act('skip', { answers: { step: ['listen', 'settle'] }, reason: '双方当面一次说清' })
    const agreed = await act('agree', {
      answers: terms,
    })
    expect(agreed.status, agreed.raw.body).toBe(200)
    expect(agreed.body.state).toBe('agreed')
    const posted = await onDuty(house.appPool, 'verify', (tx) =>
      tx.rows<{ id: string; n: number }>(sql`
      SELECT m.id, sum(e.value)::integer AS n FROM entries e JOIN measures m ON m.no = e.measure WHERE e.record = ${id} GROUP BY 1 ORDER BY 1`),
    )
    expect(posted).toEqual([
      { id: 'mediation.accepted', n: 1 },
      { id: 'mediation.people', n: 2 },
      { id: 'mediation.settled', n: 1 },
    ])
    expect((await call(mediator, 'GET', path)).body.clocks.map((c: { clock: string }) => c.clock)).toContain(
      'confirmation',
    )
  })

  it('lies sealed in the database and masked on the page; originals are opened for a purpose and logged', async () => {
    const { id, path, act } = await makeCase()
    await act('screen', { answers: screening(true) })
    const stored = await onDuty(house.appPool, 'verify', (tx) =>
      tx.first<{ t: string }>(sql`
      SELECT (SELECT answers::text FROM cases WHERE id = ${id}) || (SELECT string_agg(answers::text || changes::text, '') FROM actions WHERE record = ${id}) AS t`),
    )
    expect(stored?.t).not.toContain('夜不归宿')
    expect(stored?.t).not.toContain('weapon')
    const page = await call(mediator, 'GET', path)
    expect(page.raw.body).not.toContain('夜不归宿')
    expect(page.raw.body).not.toContain('其其格')
    expect(page.body.masked).toContainEqual({ field: 'facts', class: 'P3' })
    expect(page.body.persons.map((p: { name: string }) => p.name).sort()).toEqual(['其*', '巴*'].sort())
    const screened = page.body.history.find((h: { action: string }) => h.action === 'screen')
    expect(screened).toMatchObject({ answers: { apart: true }, masked: [{ field: 'violence', class: 'P4' }] })

    const opened = await call(mediator, 'POST', `${path}/open`, {
      purpose: '准备第一次调解',
      fields: ['facts', 'parties', `action:${screened.id}:violence`],
    })
    expect(opened.body.values.facts).toBe(secret)
    expect(opened.body.values[`action:${screened.id}:violence`]).toMatchObject({ hit: true })
    expect(opened.body.persons.map((p: { name: string }) => p.name).sort()).toEqual(['其其格', '巴图'].sort())
    const reads = await asActor(house.appPool, rights.actor, (tx) =>
      tx.rows<{ purpose: string; account: string }>(sql`SELECT purpose, account FROM reads WHERE subject_id = ${id}`),
    )
    expect(reads).toEqual([{ purpose: '准备第一次调解', account: mediator.actor.account }])
    expect((await call(rights, 'GET', path)).body.viewed).toBe(1)

    const edited = await call(mediator, 'PATCH', path, {
      actionId: v7(),
      revision: 2,
      answers: { facts: '双方说法更新，仍为赡养费。' },
    })
    expect(edited.body.history.at(-1).changes).toEqual([{ field: 'facts', label: expect.anything(), masked: true }])
    const stale = await call(rights, 'PATCH', path, {
      actionId: v7(),
      revision: 2,
      answers: { facts: '另一个版本的事实说法' },
    })
    expect(stale.body).toMatchObject({ code: 'stale-edit', facts: { masked: ['facts'], theirs: {} } })
    expect(stale.raw.body).not.toContain('仍为赡养费')
  })

  it('is there for its handlers and the own rights post, and for nobody else', async () => {
    const { id, path, act } = await makeCase()
    for (const who of [otherMediator, leagueRights, await house.signIn('rights', orgs.township)]) {
      expect((await call(who, 'GET', path)).body.code).toBe('not-found')
      expect((await call(who, 'GET', '/records/mediation')).body.items).toEqual([])
      expect((await act('inform', {}, who)).body.code).toBe('not-found')
      expect((await call(who, 'POST', `${path}/open`, { purpose: '看看', fields: ['facts'] })).body.code).toBe(
        'not-found',
      )
      expect((await call(who, 'GET', path)).body.text).toBe(
        (await call(who, 'GET', `/records/mediation/${v7()}`)).body.text,
      )
    }
    expect((await call(rights, 'GET', path)).status).toBe(200)
    expect((await call(mediator, 'GET', '/todos')).body.week.map((t: { record: string }) => t.record)).toContain(id)
    expect((await call(otherMediator, 'GET', '/todos')).body.week).toEqual([])
    const clocks = await asActor(house.appPool, leagueRights.actor, (tx) =>
      tx.rows(sql`SELECT FROM clocks WHERE record = ${id}`),
    )
    expect(clocks).toEqual([])

    const shared = await call(rights, 'POST', `${path}/handlers`, {
      actionId: v7(),
      account: otherMediator.actor.account,
    })
    expect(shared.status, shared.raw.body).toBe(200)
    const [request] = shared.body.handlerRequests
    const agreed = await call(mediator, 'POST', `${path}/handlers/${request.id}`, { actionId: v7(), agreed: true })
    expect(agreed.body.seenBy.people).toContainEqual({
      account: otherMediator.actor.account,
      name: otherMediator.actor.displayName,
      why: 'handler',
    })
    expect((await call(otherMediator, 'GET', path)).status).toBe(200)
    expect(
      (await call(otherMediator, 'POST', `${path}/handlers`, { actionId: v7(), account: leagueRights.actor.account }))
        .body.code,
    ).toBe('not-found')
  })

  it('opens under break-glass for 24 hours when a second person agrees, and says so to its handlers', async () => {
    const { id, path } = await makeCase()
    const ask = { id: v7(), reason: '重大舆情，需核对处置经过' }
    expect(
      (await call(leagueRights, 'POST', `/records/mediation/${v7()}/break-glass`, { ...ask, id: v7() })).body,
    ).toMatchObject({ asked: true })
    expect((await call(leagueRights, 'POST', `${path}/break-glass`, ask)).body).toEqual({ id: ask.id, asked: true })
    expect((await call(leagueRights, 'GET', path)).status).toBe(404)
    expect((await call(leagueRights, 'POST', `/break-glass/${ask.id}/approve`)).status).toBe(404)
    expect((await call(mediator, 'POST', `/break-glass/${ask.id}/approve`)).status).toBe(404)
    expect((await call(rights, 'GET', '/break-glass')).body.items).toMatchObject([{ id: ask.id, mayApprove: true }])
    expect((await call(rights, 'POST', `/break-glass/${ask.id}/approve`)).body).toEqual({ done: true })
    const seen = await call(leagueRights, 'GET', path)
    expect(seen.status, seen.raw.body).toBe(200)
    expect(seen.body.abilities.actions).toEqual([])
    expect(
      (await call(leagueRights, 'POST', `${path}/open`, { purpose: '核对处置', fields: ['facts'] })).body.values.facts,
    ).toBe(secret)
    expect(
      (await call(leagueRights, 'PATCH', path, { actionId: v7(), revision: 1, answers: { committee: '无' } })).body
        .code,
    ).toBe('not-allowed')
    const told = await asActor(house.appPool, mediator.actor, (tx) =>
      tx.rows<{ text_key: string }>(sql`SELECT text_key FROM notices`),
    )
    expect(told).toContainEqual({ text_key: 'break-glass-asked' })
    const reads = await asActor(house.appPool, rights.actor, (tx) =>
      tx.rows<{ fields: string[] }>(sql`SELECT fields FROM reads WHERE subject_id = ${id} ORDER BY at`),
    )
    expect(reads.map((r) => r.fields)).toEqual([['*'], ['facts']])
  })

  it('keeps its clocks through two sessions on one day and an extension', async () => {
    const { act } = await accepted()
    const session = { step: ['ask'], place: '婚调室', notes: '谈了一轮，还要再谈' }
    await act('session', { answers: session })
    await act('screen', { answers: screening(false) })
    expect((await act('session', { answers: session })).status).toBe(200)
    const extended = await act('extend', { reason: '双方同意再谈一个月' })
    const settle = extended.body.clocks.find((c: { clock: string }) => c.clock === 'settle')
    expect(settle.dueOn > addCalendarDays(settle.startedOn, 55)).toBe(true)
    const stopped = await act('block', { reason: '出现暴力迹象' })
    expect(stopped.body).toMatchObject({ state: 'blocked' })
    expect(stopped.body.clocks.every((c: { endedOn: string | null }) => c.endedOn !== null)).toBe(true)
  })
})
