import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { dangerSigns } from '../../core/rights-words.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { sweepDrafts } from './sweep-drafts.ts'

const house = await makeHouse()
const { call } = house
const operator = await house.signIn('operator', orgs.banner)
const second = await house.signIn('operator', orgs.banner)
const rights = await house.signIn('rights', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const leagueRights = await house.signIn('rights', orgs.league)
const now = new Date()
const today = todayInShanghai(now)
const words = '上周掐过一次脖子，人在娘家，怕他再来找。'
const danger = Object.fromEntries(Object.keys(dangerSigns).map((sign) => [sign, sign === 'choking']))
const answers = {
  topic: 'service',
  receivedOn: today,
  receivedAt: now.toISOString(),
  channel: 'hotline',
  anonymous: false,
  callerName: '王某',
  callerPhone: '139 0000 2068',
  category: 'violence',
  subcategory: 'violence-body',
  narrative: words,
  danger,
  advice: '可以申请人身安全保护令。',
}
const steps = [
  { action: 'alarm' },
  { action: 'tell110', answers: { at: now.toISOString(), way: 'joined' } },
  { action: 'answer' },
]
const file = (who: Signed, id: string, more: Record<string, unknown> = {}) =>
  call(who, 'POST', '/hotline/contacts', { id, revision: 0, answers, steps, ...more })
const put = (who: Signed, id: string, revision: number, narrative = words) =>
  call(who, 'PUT', `/drafts/${id}`, { revision, content: { narrative } })
/** The row as it lies there, seen as a backup sees it. */
async function stored(id: string): Promise<{ content: Buffer }[]> {
  const client = await house.ownerPool.connect()
  try {
    await client.query("BEGIN; SET LOCAL niangjia.duty = 'backup'")
    return (await client.query<{ content: Buffer }>('SELECT content FROM drafts WHERE id = $1', [id])).rows
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

describe('a draft', () => {
  it('is sealed, is its writer’s alone, and is found again after the page was closed', async () => {
    const id = v7()
    expect((await put(operator, id, 0)).body).toMatchObject({ id, revision: 1 })
    expect((await put(operator, id, 1, `${words}孩子上二年级。`)).body.revision).toBe(2)
    expect((await stored(id))[0]?.content.toString('utf8')).not.toContain('脖子')
    expect((await call(operator, 'GET', '/drafts')).body.items).toMatchObject([{ id, revision: 2 }])
    expect((await call(operator, 'GET', '/drafts')).raw.body).not.toContain('脖子')
    expect((await call(operator, 'GET', `/drafts/${id}`)).body.content.narrative).toContain('二年级')
    for (const other of [second, rights, leagueRights]) {
      expect((await call(other, 'GET', `/drafts/${id}`)).body.code).toBe('not-found')
      expect((await call(other, 'GET', '/drafts')).body.items).toEqual([])
      expect((await put(other, id, 2)).body.code).toBe('draft-gone')
      await call(other, 'DELETE', `/drafts/${id}`)
    }
    expect((await call(chair, 'GET', '/drafts')).body.code).toBe('programme-unknown')
    expect(await stored(id)).toHaveLength(1)
    expect((await call(operator, 'DELETE', `/drafts/${id}`)).body).toEqual({ done: true })
    expect(await stored(id)).toEqual([])
  })

  it('written on in another page is a conflict that shows both; the same words again are none', async () => {
    const id = v7()
    await put(operator, id, 0)
    expect((await put(operator, id, 0)).body).toMatchObject({ revision: 1 })
    await put(operator, id, 1, '另一页写的内容')
    const stale = await put(operator, id, 1, '这一页写的内容')
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({
      code: 'draft-stale',
      facts: { revision: 2, content: { narrative: '另一页写的内容' } },
    })
    expect((await file(operator, id, { revision: 1 })).body.code).toBe('draft-stale')
    expect((await put(operator, id, 2, '合在一起')).body.revision).toBe(3)
  })

  it('is over after seven days, and the house takes it away', async () => {
    const id = v7()
    await put(operator, id, 0)
    const before = await asActor(house.appPool, operator.actor, (tx) =>
      tx.first<{ days: number }>(
        sql`SELECT extract(day FROM expires_at - updated_at)::integer AS days FROM drafts WHERE id = ${id}`,
      ),
    )
    expect(before?.days).toBe(7)
    await asActor(house.appPool, operator.actor, (tx) =>
      tx.change(sql`UPDATE drafts SET expires_at = clock_timestamp() + interval '1 millisecond' WHERE id = ${id}`),
    )
    await new Promise((later) => setTimeout(later, 20))
    expect((await call(operator, 'GET', `/drafts/${id}`)).body.code).toBe('not-found')
    expect(await stored(id)).toHaveLength(1)
    expect(await sweepDrafts(house.appPool)).toBe(1)
    expect(await stored(id)).toEqual([])
  })
})

describe('a call', () => {
  it('becomes a record under the draft’s id, once, its steps in one transaction; the draft is shredded', async () => {
    const id = v7()
    await put(operator, id, 0)
    const filed = await file(operator, id, { revision: 1 })
    expect(filed.status, filed.raw.body).toBe(200)
    expect(filed.body).toMatchObject({ id, state: 'answered', already: false })
    expect(filed.body.number).toMatch(/^RX-152921-\d{4}-\d{5}$/)
    expect(await stored(id)).toEqual([])
    expect((await file(operator, id, { revision: 1 })).body).toEqual({ ...filed.body, already: true })
    // A page that was still writing cannot bring the shredded draft back.
    expect((await put(operator, id, 1)).body.code).toBe('draft-gone')
    expect((await put(operator, id, 0)).body.code).toBe('draft-gone')
    const view = (await call(operator, 'GET', `/records/hotline-contact/${id}`)).body
    expect(view.history.map((h: { action: string }) => h.action)).toEqual(['create', 'alarm', 'tell110', 'answer'])
    expect(view.title).toBe('权益服务事项')
    expect(JSON.stringify(view)).not.toMatch(/脖子|王某|2068/)
    const lying = await onDuty(house.appPool, 'verify', (tx) =>
      tx.first<{ t: string }>(sql`SELECT title || answers::text AS t FROM cases WHERE id = ${id}`),
    )
    expect(lying?.t).not.toMatch(/脖子|王某|2068|choking/)
  })

  it('that lacks something is not kept at all, and its draft stays', async () => {
    const id = v7()
    await put(operator, id, 0)
    const { danger: _, ...open } = answers
    expect(
      (await file(operator, id, { revision: 1, answers: open, steps: [{ action: 'answer' }] })).body,
    ).toMatchObject({
      code: 'needs-unmet',
      facts: { check: 'screened' },
    })
    const close = { action: 'closeAdvice', answers: { enough: true } }
    expect((await file(operator, id, { revision: 1, steps: [...steps, close] })).body.facts.check).toBe(
      'violenceCaredFor',
    )
    expect((await call(operator, 'GET', `/records/hotline-contact/${id}`)).status).toBe(404)
    expect(await stored(id)).toHaveLength(1)
  })

  it('of an anonymous caller keeps neither name nor number, whatever the page sends', async () => {
    const id = v7()
    const filed = await file(operator, id, { answers: { ...answers, anonymous: true } })
    expect(filed.status, filed.raw.body).toBe(200)
    const opened = await call(operator, 'POST', `/records/hotline-contact/${id}/open`, {
      purpose: '核对',
      fields: ['callerName', 'callerPhone', 'narrative'],
    })
    expect(opened.body.values).toEqual({ callerName: null, callerPhone: null, narrative: words })
    const kept = await asActor(house.appPool, operator.actor, (tx) =>
      tx.rows(sql`SELECT FROM caller_numbers WHERE record = ${id}`),
    )
    expect(kept).toEqual([])
  })

  it('is known again by its number only after the caller agreed; what is opened is what one may open, and the look is logged', async () => {
    const phone = '13800007777'
    const mine = v7()
    const hers = v7()
    await file(operator, mine, { answers: { ...answers, callerPhone: phone } })
    await file(second, hers, { answers: { ...answers, callerPhone: phone } })
    const draft = v7()
    const ask = (who: Signed, consented: boolean) =>
      call(who, 'POST', '/hotline/caller-history', { draft, phone: '138-0000-7777', consented })
    expect((await ask(operator, false)).body.code).toBe('input-invalid')
    const seen = (await ask(operator, true)).body
    expect(seen.count).toBe(2)
    expect(seen.days.map((d: { record: string | null }) => d.record).sort()).toEqual([mine, null].sort())
    expect((await ask(leagueRights, true)).body).toEqual({ count: 0, days: [] })
    expect((await ask(chair, true)).body.code).toBe('programme-unknown')
    const reads = await asActor(house.appPool, operator.actor, (tx) =>
      tx.rows<{ fields: string[] }>(sql`SELECT fields FROM reads WHERE subject_id = ${draft}`),
    )
    expect(reads).toEqual([{ fields: ['callerPhone'] }])
  })

  it('is in the day’s list of who may open it, without a word of what it is about', async () => {
    const id = v7()
    await file(operator, id, {
      steps: [...steps, { action: 'promise', answers: { callbackOn: today, callbackAt: '15:00' } }],
    })
    const list = (await call(operator, 'GET', '/hotline/today')).body
    expect(list.items[0]).toMatchObject({ id, state: 'answered', receivedAt: answers.receivedAt })
    expect(list.callbacks).toBeGreaterThan(0)
    expect(JSON.stringify(list)).not.toMatch(/violence|家庭暴力|权益/)
    expect((await call(rights, 'GET', '/hotline/today')).body.items.map((i: { id: string }) => i.id)).toContain(id)
    expect((await call(second, 'GET', '/hotline/today')).body.items.map((i: { id: string }) => i.id)).not.toContain(id)
    expect((await call(leagueRights, 'GET', '/hotline/today')).body.items).toEqual([])
    expect((await call(leagueRights, 'GET', `/records/hotline-contact/${id}`)).status).toBe(404)
    expect((await call(chair, 'GET', `/records/hotline-contact/${id}`)).status).toBe(404)
  })

  it('that is made a case opens the case with what she told, and the report the law asks for, in the same stroke; once', async () => {
    const id = v7()
    const told = { situation: 'injury', what: '孩子手臂有旧伤', where: '家里', childAge: '6-13' }
    const more = {
      steps: [...steps, { action: 'report', answers: told }, { action: 'toCase', answers: { basis: 'agrees' } }],
    }
    const filed = await file(operator, id, more)
    expect(filed.body.state, filed.raw.body).toBe('to-case')
    await file(operator, id, more)
    const opened = await onDuty(house.appPool, 'verify', (tx) =>
      tx.rows<{ id: string; programme: string; sealed: boolean; title: string; handlers: string[] }>(sql`
        SELECT id, programme, sealed, title, handlers FROM cases
        WHERE programme IN ('rights-case', 'mandatory-report') ORDER BY programme`),
    )
    expect(opened.map(({ programme }) => programme)).toEqual(['mandatory-report', 'rights-case'])
    for (const { sealed, title, handlers } of opened) {
      expect(sealed).toBe(true)
      expect(title).toMatch(/事项$/)
      expect(handlers).toEqual([operator.actor.account])
    }
    const rightsCase = opened[1]?.id ?? ''
    const seen = await call(rights, 'POST', `/records/rights-case/${rightsCase}/open`, {
      purpose: '接手',
      fields: ['narrative', 'danger'],
    })
    expect(seen.body.values).toEqual({ narrative: words, danger })
    expect((await call(leagueRights, 'GET', `/records/rights-case/${rightsCase}`)).status).toBe(404)
  })

  it('that was filed is changed only by a new version: both sides stay, for its handlers, and the look is logged', async () => {
    const id = v7()
    const path = `/records/hotline-contact/${id}`
    await file(operator, id)
    const edited = await call(operator, 'PATCH', path, {
      actionId: v7(),
      revision: 4,
      answers: { narrative: '她后来说，是掐过两次。', category: 'family', subcategory: null },
    })
    expect(edited.status, edited.raw.body).toBe(200)
    const version = edited.body.history.at(-1)
    expect(version.changes).toEqual([
      { field: 'category', label: expect.anything(), masked: false, before: 'violence', after: 'family' },
      { field: 'subcategory', label: expect.anything(), masked: false, before: 'violence-body', after: null },
      { field: 'narrative', label: expect.anything(), masked: true },
    ])
    const asked = `change:${version.id}:narrative`
    const open = (who: Signed, field: string) =>
      call(who, 'POST', `${path}/open`, { purpose: '写文书', fields: [field] })
    expect((await open(operator, asked)).body.values[asked]).toEqual({ before: words, after: '她后来说，是掐过两次。' })
    expect((await open(second, asked)).body.code).toBe('not-found')
    expect((await open(operator, `change:${version.id}:advice`)).body.code).toBe('field-unknown')
    const reads = await asActor(house.appPool, rights.actor, (tx) =>
      tx.rows<{ fields: string[] }>(sql`SELECT fields FROM reads WHERE subject_id = ${id}`),
    )
    expect(reads).toEqual([{ fields: [asked] }])
  })

  it('that looks like a nuisance is confirmed by another', async () => {
    const id = v7()
    const prank = { ...answers, category: 'other', subcategory: undefined, danger: undefined, narrative: undefined }
    await file(operator, id, { answers: prank, steps: [{ action: 'suspect', reason: '反复沉默' }] })
    const confirm = (who: Signed) =>
      call(who, 'POST', `/records/hotline-contact/${id}/actions/nuisance`, {
        actionId: v7(),
        revision: 2,
        reason: '听了录音',
      })
    expect((await confirm(operator)).body.code).toBe('second-person')
    const confirmed = await confirm(rights)
    expect(confirmed.body.state, confirmed.raw.body).toBe('nuisance')
  })
})
