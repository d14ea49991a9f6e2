import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { answersFor, drawFrom } from '../../../test/support/answers.ts'
import { linesOf } from '../../../test/support/docx.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { findProgramme } from '../../registry.ts'
import { asActor } from '../database/actor.ts'
import { pick } from '../records/checked-answers.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const rights = await house.signIn('rights', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const woman = await house.addPerson(orgs.banner, '萨仁')

async function make(programme: string, answers: Record<string, unknown>) {
  const id = v7()
  const made = await call(rights, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  expect(made.status, made.raw.body).toBe(200)
  return { id, path: `/records/${programme}/${id}` }
}

/** What a form must have, made up; people and records that are not there are left out. */
function needed(programme: string): Record<string, unknown> {
  const found = findProgramme(programme)
  if (!found) throw new Error(programme)
  const fields = pick(found.fields, found.opens)
  const must = Object.fromEntries(Object.entries(fields).filter(([, field]) => field.required))
  const days = Object.keys(must).filter((key) => must[key]?.kind === 'day')
  return { ...answersFor(must, drawFrom(7), 1_000_000), ...Object.fromEntries(days.map((key) => [key, today])) }
}

const print = (who: Signed, id: string) =>
  call(who, 'GET', `/documents/${id}/file?purpose=${encodeURIComponent('核对')}`)

describe('a list', () => {
  it('names what lies under its record, and only that, in one page', async () => {
    const matter = await make('rights-case', { ...needed('rights-case'), woman })
    const other = await make('rights-case', { ...needed('rights-case'), woman })
    const item = (what: string, of: string) => make('evidence', { ...needed('evidence'), what, matter: of })
    await item('微信截图一组', matter.id)
    await item('诊断证明', matter.id)
    await item('别案的录音', other.id)
    const issued = await call(rights, 'POST', `${matter.path}/documents/evidence-list`, { id: v7() })
    expect(issued.status, issued.raw.body).toBe(200)
    const lines = await linesOf((await print(rights, issued.body.issued[0].id)).raw.rawPayload)
    expect(lines).toContain('微信截图一组')
    expect(lines).toContain('诊断证明')
    expect(lines.join()).not.toContain('别案')
    // One more under the record is a change, though the record itself was not touched.
    const again = () => call(rights, 'POST', `${matter.path}/documents/evidence-list`, { id: v7() })
    expect((await again()).body.code).toBe('document-unchanged')
    await item('报警回执', matter.id)
    const next = await again()
    expect(next.body.issued[0]).toMatchObject({ issue: 2, latest: true })
    expect((await linesOf((await print(rights, next.body.issued[0].id)).raw.rawPayload)).join()).toContain('报警回执')
  })
})

describe('the organisation a record was sent to', () => {
  it('finds what was made for her and nothing else, prints it, and does not see the sender’s own prints', async () => {
    const partner = {
      id: v7(),
      under: orgs.banner,
      kind: 'partner',
      agency: 'civil-affairs',
      name: '东旗民政局',
      on: today,
    }
    const { code } = (await call(chair, 'POST', '/orgs', partner)).body
    const clerk = await house.signIn('partner', code)
    const { id, path } = await make('referral', { ask: 'relief', preparedOn: today, reason: '内部原因' })
    const act = (action: string, revision: number, answers: Record<string, unknown>) =>
      call(rights, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision, answers })
    const shared = { sharedName: '萨仁', sharedNeed: '临时住处', share: ['name', 'need'] }
    const basis = { mode: 'refer', agency: 'civil-affairs', basis: 'consent', consentOn: today, consentWay: 'signed' }
    expect((await act('prepare', 1, { ...basis, ...shared })).status).toBe(200)
    const sent = await act('send', 2, { to: code, dueOn: addCalendarDays(today, 15) })
    expect(sent.status, sent.raw.body).toBe(200)
    const listed = (await call(rights, 'GET', `${path}/documents`)).body
    const slip =
      listed.issued.find((d: { document: string }) => d.document === 'slip' || d.document === 'referral-slip') ??
      (await call(rights, 'POST', `${path}/documents/${listed.possible[0].document}`, { id: v7() })).body.issued[0]
    expect((await print(rights, slip.id)).status).toBe(200)

    const hers = (await call(clerk, 'GET', `${path}/documents`)).body
    expect(hers.possible).toEqual([])
    expect(hers.issued).toEqual([expect.objectContaining({ id: slip.id, prints: 0, mayOpen: true })])
    expect((await call(clerk, 'GET', `/documents/${slip.id}/prints`)).body.items).toEqual([])
    const page = await print(clerk, slip.id)
    expect((await linesOf(page.raw.rawPayload)).join('\n')).toContain('临时住处')
    expect((await call(clerk, 'GET', `/documents/${slip.id}/prints`)).body.items).toHaveLength(1)
    expect((await call(rights, 'GET', `/documents/${slip.id}/prints`)).body.items).toHaveLength(2)
    expect((await call(clerk, 'POST', `${path}/documents/${slip.document}`, { id: v7() })).body.code).toBe(
      'not-allowed',
    )

    // Another page of the same record, not made for her, is not there at all.
    const hidden = v7()
    await asActor(house.appPool, rights.actor, async (tx) => {
      await tx.rows(sql`SELECT set_config('niangjia.hand', ${id}, true)`)
      await tx.rows(sql`
        INSERT INTO documents (area, id, record, kind, programme, document, number, issue, template_version, class, content, page,
                               content_sha256, page_sha256, made_from, by_account, by_post, by_org, on_date)
        SELECT area, ${hidden}, record, kind, programme, 'inner', 'X-1', 1, 1, class, content, page, content_sha256, page_sha256,
               made_from, by_account, by_post, by_org, on_date FROM documents WHERE id = ${slip.id}`)
    })
    expect((await call(rights, 'GET', `${path}/documents`)).body.issued).toHaveLength(2)
    expect((await call(clerk, 'GET', `${path}/documents`)).body.issued).toHaveLength(1)
    expect((await print(clerk, hidden)).body.code).toBe('not-found')
  })
})
