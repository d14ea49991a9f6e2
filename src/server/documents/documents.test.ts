import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../test/support/docx.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { asActor, onDuty } from '../database/actor.ts'

const house = await makeHouse()
const { call } = house
const mediator = await house.signIn('mediator', orgs.banner)
const rights = await house.signIn('rights', orgs.banner)
const otherMediator = await house.signIn('mediator', orgs.banner)
const leagueRights = await house.signIn('rights', orgs.league)
const chair = await house.signIn('chair', orgs.banner)
const today = todayInShanghai(new Date())
const year = today.slice(0, 4)
const secret = '她说丈夫常夜不归宿，双方为赡养费争执。'
const applicant = await house.addPerson(orgs.banner, '其其格')
const respondent = await house.addPerson(orgs.banner, '巴图')

async function makeCase(more: Record<string, unknown> = {}) {
  const id = v7()
  const path = `/records/mediation/${id}`
  const answers = {
    title: '赡养费纠纷',
    appliedOn: today,
    dispute: 'elders',
    parties: [
      { person: applicant, role: 'applicant' },
      { person: respondent, role: 'respondent' },
    ],
    facts: secret,
    committee: '东旗人民调解委员会',
    safeContact: '周三上午打',
    ...more,
  }
  const made = await call(mediator, 'POST', '/records/mediation', { id, actionId: v7(), answers })
  expect(made.status, made.raw.body).toBe(200)
  let revision = 1
  const act = async (action: string, given: Record<string, unknown> = {}) => {
    const actionId = v7()
    const answer = await call(mediator, 'POST', `${path}/actions/${action}`, { actionId, revision, ...given })
    expect(answer.status, answer.raw.body).toBe(200)
    revision = answer.body.revision
    return actionId
  }
  const edit = async (changed: Record<string, unknown>) => {
    const answer = await call(mediator, 'PATCH', path, { actionId: v7(), revision, answers: changed })
    expect(answer.status, answer.raw.body).toBe(200)
    revision = answer.body.revision
  }
  const issue = (document: string, who: Signed = mediator, documentId = v7()) =>
    call(who, 'POST', `${path}/documents/${document}`, { id: documentId })
  return { id, path, act, edit, issue, list: (who: Signed = mediator) => call(who, 'GET', `${path}/documents`) }
}

async function accepted() {
  const found = await makeCase()
  const harmless = { hit: false, threat: false, weapon: false, control: false, fear: false, child: false }
  for (const side of ['applicant', 'respondent'])
    await found.act('consent', { answers: { side, agrees: true, way: 'oral' } })
  await found.act('inform')
  await found.act('declare')
  await found.act('screen', { answers: { apart: true, violence: harmless } })
  return { ...found, acceptId: await found.act('accept') }
}

const file = (who: Signed, id: string, purpose?: string) =>
  call(who, 'GET', `/documents/${id}/file${purpose === undefined ? '' : `?purpose=${encodeURIComponent(purpose)}`}`)
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('issuing', () => {
  it('numbers each kind by itself, keeps who issued it and when, and answers a retry with the same one', async () => {
    const { issue } = await makeCase()
    const id = v7()
    const first = await issue('application', mediator, id)
    expect(first.status, first.raw.body).toBe(200)
    expect(first.body.issued).toEqual([
      expect.objectContaining({
        id,
        document: 'application',
        number: expect.stringMatching(new RegExp(`^HJSQ-152921-${year}-\\d{5}$`)),
        issue: 1,
        latest: true,
        templateVersion: 1,
        on: today,
        class: 'P4',
        prints: 0,
        gone: false,
        mayOpen: true,
        needsPurpose: true,
        by: expect.objectContaining({ org: { code: orgs.banner, name: '东旗妇联' } }),
      }),
    ])
    expect((await issue('application', mediator, id)).body.issued).toHaveLength(1)
    expect((await issue('rights-notice', mediator, id)).body.code).toBe('action-reused')
    const other = await issue('rights-notice')
    expect(other.body.issued[0].number).toMatch(/^HJGZ-152921-\d{4}-00001$/)
  })

  it('makes with a step what the step makes, in its transaction and once', async () => {
    const { path, list, acceptId } = await accepted()
    const before = (await list()).body.issued
    expect(before.map((d: { document: string }) => d.document)).toEqual(['acceptance-register'])
    const again = await call(mediator, 'POST', `${path}/actions/accept`, { actionId: acceptId, revision: 6 })
    expect(again.status).toBe(200)
    expect((await list()).body.issued).toEqual(before)
  })

  it('says what may be issued now and refuses the rest', async () => {
    const { issue, list } = await makeCase()
    const { possible } = (await list()).body
    const of = (document: string) => possible.find((p: { document: string }) => p.document === document)
    expect(of('application')).toMatchObject({ allowed: true })
    expect(of('closing-report')).toMatchObject({
      allowed: false,
      in: expect.arrayContaining([{ zh: '办结', en: 'Done' }]),
    })
    expect((await issue('closing-report')).body).toMatchObject({ code: 'document-not-now' })
    expect((await issue('no-such-page')).body.code).toBe('not-found')
    expect((await issue('toString')).body.code).toBe('not-found')
    expect((await call(mediator, 'POST', '/records/no-such/x/documents/application', { id: v7() })).status).toBe(404)
  })

  it('makes a new version after an edit, keeps the old one as it was, and none while nothing has changed', async () => {
    const { issue, edit } = await makeCase()
    const first = (await issue('application')).body.issued[0]
    expect((await issue('application')).body).toMatchObject({ code: 'document-unchanged' })
    const held = (await file(mediator, first.id, '交当事人签字')).raw.rawPayload
    await edit({ facts: '双方说法更新，仍为赡养费。' })
    const { issued } = (await issue('application')).body
    expect(issued.map((d: { issue: number; latest: boolean }) => [d.issue, d.latest])).toEqual([
      [2, true],
      [1, false],
    ])
    expect(issued[0].number).not.toBe(first.number)
    const old = (await file(mediator, first.id, '核对旧版')).raw.rawPayload
    expect(old.equals(held)).toBe(true)
    expect((await linesOf(old)).join()).toContain('夜不归宿')
    expect((await linesOf((await file(mediator, issued[0].id, '核对新版')).raw.rawPayload)).join()).toContain(
      '说法更新',
    )
  })
})

describe('printing', () => {
  it('gives the very bytes each time, under a neutral name, with a purpose, into the print log and the log of looks', async () => {
    const { id: record, issue } = await makeCase()
    const made = (await issue('application')).body.issued[0]
    expect((await file(mediator, made.id)).body.code).toBe('purpose-needed')
    const first = await file(mediator, made.id, '交当事人签字')
    expect(first.raw.headers['content-type']).toContain('wordprocessingml')
    expect(first.raw.headers['cache-control']).toBe('no-store')
    const name = decodeURIComponent(String(first.raw.headers['content-disposition']).split("UTF-8''")[1] ?? '')
    expect(name).toMatch(new RegExp(`^文书-152921-${year}-\\d{5}-[0-9a-f]{4}\\.docx$`))
    expect(digest(first.raw.rawPayload)).toBe(made.sha256)
    const lines = await linesOf(first.raw.rawPayload)
    for (const text of ['人民调解申请书', made.number, '其其格', '巴图', '赡养', secret])
      expect(lines.join('\n')).toContain(text)
    const again = await file(rights, made.id, '卷宗留存')
    expect(again.raw.rawPayload.equals(first.raw.rawPayload)).toBe(true)
    const prints = (await call(mediator, 'GET', `/documents/${made.id}/prints`)).body.items
    expect(prints.map((p: { purpose: string }) => p.purpose)).toEqual(['卷宗留存', '交当事人签字'])
    const reads = await asActor(house.appPool, rights.actor, (tx) =>
      tx.rows<{ fields: string[]; purpose: string }>(
        sql`SELECT fields, purpose FROM reads WHERE subject_id = ${record} ORDER BY at`,
      ),
    )
    expect(reads).toEqual([
      { fields: ['document:application'], purpose: `出具文书 ${made.number}` },
      { fields: ['document:application'], purpose: '交当事人签字' },
      { fields: ['document:application'], purpose: '卷宗留存' },
    ])
  })

  it('is not there for whoever does not see the record, and says nothing of it', async () => {
    const { issue, list } = await makeCase()
    const made = (await issue('application')).body.issued[0]
    for (const who of [otherMediator, leagueRights, chair]) {
      expect((await list(who)).status).toBe(404)
      for (const [method, path, body] of [
        ['GET', 'file?purpose=核对', undefined],
        ['GET', 'prints', undefined],
        ['POST', 'verify', { sha256: made.sha256 }],
      ] as const) {
        const answer = await call(who, method, `/documents/${made.id}/${encodeURI(path)}`, body)
        expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
      }
      const found = await asActor(house.appPool, who.actor, (tx) =>
        tx.rows(sql`SELECT id FROM documents UNION ALL SELECT id FROM document_prints`),
      )
      expect(found).toEqual([])
    }
    expect((await call(undefined, 'GET', `/documents/${made.id}/file`)).status).toBe(401)
  })

  it('lies sealed in the database, and nobody can change or remove it', async () => {
    const { issue } = await makeCase()
    const made = (await issue('application')).body.issued[0]
    const row = await onDuty(house.appPool, 'verify', (tx) =>
      tx.first<{ all: string }>(sql`SELECT d::text AS all FROM documents d WHERE id = ${made.id}`),
    )
    const bytes = Buffer.from((row?.all ?? '').replaceAll('\\\\x', ''), 'latin1').toString()
    for (const text of ['其其格', '夜不归宿', Buffer.from('夜不归宿').toString('hex')])
      expect(bytes).not.toContain(text)
    for (const change of [
      sql`UPDATE documents SET number = 'x'`,
      sql`DELETE FROM documents`,
      sql`DELETE FROM document_prints`,
    ])
      await expect(asActor(house.appPool, mediator.actor, (tx) => tx.rows(change))).rejects.toThrow(/permission denied/)
    const touched = await asActor(house.appPool, mediator.actor, (tx) =>
      tx.change(sql`UPDATE documents SET content = NULL, page = NULL WHERE id = ${made.id}`),
    )
    expect(touched).toBe(0)
  })
})

describe('verifying', () => {
  it('tells our file and its checksum from any other', async () => {
    const { issue } = await makeCase()
    const made = (await issue('application')).body.issued[0]
    const bytes = (await file(mediator, made.id, '核对')).raw.rawPayload
    const verify = (sha256: unknown) => call(mediator, 'POST', `/documents/${made.id}/verify`, { sha256 })
    expect((await verify(made.sha256.toUpperCase())).body).toMatchObject({
      same: true,
      text: '与本平台出具的一致',
      number: made.number,
      latest: true,
    })
    expect((await verify(made.contentSha256)).body.same).toBe(true)
    expect((await verify('0'.repeat(64))).body).toMatchObject({ same: false, text: '与本平台出具的不一致' })
    for (const wrong of ['', 'zz', 7, null, '0'.repeat(63)]) expect((await verify(wrong)).status).toBe(400)
    const send = async (content: Buffer) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(content)]), 'a.docx')
      const request = new Request('http://house.test', { method: 'POST', body: form })
      const answer = await house.app.inject({
        method: 'POST',
        url: `/api/v1/documents/${made.id}/verify-file`,
        headers: { ...mediator.headers, 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      })
      return answer.json()
    }
    expect(await send(bytes)).toMatchObject({ same: true })
    expect(await send(Buffer.concat([bytes, Buffer.from(' ')]))).toMatchObject({ same: false })
  })
})

describe('erasing a person', () => {
  it('takes with her what documents say of her, and leaves number and checksum', async () => {
    const her = await house.addPerson(orgs.banner, '乌云娜')
    const { issue, list } = await makeCase({
      parties: [
        { person: her, role: 'applicant' },
        { person: respondent, role: 'respondent' },
      ],
    })
    const named = (await issue('application')).body.issued[0]
    const other = (await (await makeCase()).issue('application')).body.issued[0]
    const erased = await call(rights, 'POST', `/people/${her}/erase`, { reason: '本人要求删除' })
    expect(erased.status, erased.raw.body).toBe(200)
    expect((await list()).body.issued[0]).toMatchObject({ number: named.number, sha256: named.sha256, gone: true })
    expect((await file(mediator, named.id, '重印')).body.code).toBe('document-gone')
    expect((await call(mediator, 'POST', `/documents/${named.id}/verify`, { sha256: named.sha256 })).body.same).toBe(
      true,
    )
    expect((await file(mediator, other.id, '重印')).status).toBe(200)
    // One that is made now says no more of her than the record does.
    const fresh = (await issue('application')).body.issued[0]
    const page = (await linesOf((await file(mediator, fresh.id, '重印')).raw.rawPayload)).join()
    expect(page).toContain('已删除')
    expect(page).not.toContain('乌云娜')
  })
})
