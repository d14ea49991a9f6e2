import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'
import { asActor } from '../database/actor.ts'
import { zipArchive } from '../documents/docx/zip-archive.ts'

const house = await makeHouse()
const { call } = house
const statistician = await house.signIn('statistician', orgs.banner)
const publicity = await house.signIn('publicity', orgs.banner)
const auditor = await house.signIn('auditor', orgs.banner)
const family = await house.signIn('family', orgs.banner)
const other = await house.signIn('statistician', orgs.otherBanner)
const village = await house.signIn('statistician', orgs.village)
const year = todayInShanghai(new Date()).slice(0, 4)

const wrong = `${year}年，服务群众超3000多人次。`
const check = (who: Signed, ...texts: string[]) =>
  call(who, 'POST', '/checks', { id: v7(), texts: texts.map((text, i) => ({ name: `稿${i + 1}`, text })) })
const rulesOf = (body: { findings: { rule: string }[] }) => body.findings.map(({ rule }) => rule)

async function upload(who: Signed, path: string, name: string, content: Buffer, fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', new Blob([new Uint8Array(content)]), name)
  const request = new Request('http://house/', { method: 'POST', body: form })
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { ...who.headers, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}

test('a draft is checked, kept, changed, and its findings answered and taken back', async () => {
  const made = await check(statistician, wrong)
  expect(made.status, made.raw.body).toBe(200)
  expect(rulesOf(made.body)).toContain('double-hedge')
  const [number] = made.body.texts[0].numbers
  expect(number).toMatchObject({ text: '超3000多人次', value: 3000, unit: 'person-time', period: `${year}年` })
  const path = `/checks/${made.body.id}`
  const finding = made.body.findings.find((f: { rule: string }) => f.rule === 'double-hedge')
  const answered = await call(publicity, 'POST', `${path}/answers`, {
    finding: finding.key,
    reason: '原稿如此，已请示',
  })
  expect(answered.body.findings.find((f: { key: string }) => f.key === finding.key).answer.reason).toBe(
    '原稿如此，已请示',
  )
  // The answer stays with its sentence when the text before it grows.
  const edited = await call(statistician, 'PUT', path, {
    revision: 1,
    texts: [{ name: '稿1', text: `前言。\n${wrong}` }],
  })
  expect(edited.body.findings.find((f: { key: string }) => f.key === finding.key).answer).not.toBeNull()
  expect((await call(publicity, 'PUT', path, { revision: 1, texts: [{ name: '稿1', text: wrong }] })).body.code).toBe(
    'stale-edit',
  )
  expect((await call(auditor, 'GET', '/checks')).body.items[0]).toMatchObject({ id: made.body.id, answered: 1 })
  const back = await call(statistician, 'DELETE', `${path}/answers/${finding.key}`)
  expect(back.body.findings.find((f: { key: string }) => f.key === finding.key).answer).toBeNull()
  expect((await call(statistician, 'POST', `${path}/answers`, { finding: 'gone', reason: '没有了' })).body.code).toBe(
    'finding-gone',
  )
})

test('a draft is seen by its own organisation alone; who may not check is told so', async () => {
  const { body } = await check(statistician, wrong)
  const path = `/checks/${body.id}`
  for (const who of [other, village]) expect((await call(who, 'GET', path)).status).toBe(404)
  expect((await call(auditor, 'GET', path)).body.mine).toBe(false)
  expect((await call(family, 'GET', path)).body.code).toBe('not-allowed')
  expect((await check(auditor, wrong)).body.code).toBe('not-allowed')
  expect((await call(auditor, 'POST', `${path}/answers`, { finding: 'x', reason: '不行的' })).body.code).toBe(
    'not-allowed',
  )
  // The wall itself.
  await expect(
    asActor(house.appPool, family.actor, (tx) =>
      tx.change(sql`
        INSERT INTO draft_checks (area, id, org, name, texts, numbers, findings, by_account)
        VALUES (1529, ${v7()}, ${orgs.banner}, '越', '[]', 0, 0, ${v7()})`),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('files give their text; what is no draft is refused in words', async () => {
  const word = zipArchive([['word/document.xml', '<w:p><w:t>培训3期</w:t></w:p>']])
  expect((await upload(publicity, '/checks/read', '稿.docx', word)).body).toEqual({
    name: '稿.docx',
    text: '培训3期\n',
  })
  const codes = async (name: string, bytes: Buffer) => (await upload(publicity, '/checks/read', name, bytes)).body.code
  expect(await codes('稿.pdf', Buffer.from('%PDF'))).toBe('draft-wrong')
  expect(await codes('稿.txt', Buffer.from('  '))).toBe('draft-empty')
  expect(await codes('稿.txt', Buffer.alloc(21 * 1024 * 1024, 32))).toBe('too-large')
  expect((await upload(family, '/checks/read', '稿.docx', word)).body.code).toBe('not-allowed')
  expect((await check(publicity, '  ')).body.code).toBe('draft-empty')
  expect((await call(publicity, 'POST', '/checks', { id: v7(), texts: [] })).body.code).toBe('input-invalid')
})

test('published numbers are taken over once as grade D, without figures of speech, and drafts are compared with them', async () => {
  const csv = readFileSync(new URL('../../../data/statements/figures.csv', import.meta.url))
  const fields = { source: '综述' }
  const first = await upload(statistician, '/statements/import', 'figures.csv', csv, fields)
  expect(first.body).toEqual({ taken: 104, held: 0 })
  expect((await upload(statistician, '/statements/import', 'figures.csv', csv, fields)).body).toEqual({
    taken: 0,
    held: 104,
  })
  const { body } = await call(village, 'GET', '/statements?q=9915')
  expect(body.items).toMatchObject([
    { code: 'F037', value: 9915, unit: 'item', grade: 'D', source: '综述 0', quote: '化解各类家庭矛盾9915件' },
  ])
  expect((await call(other, 'GET', '/statements')).body.items).toEqual([])
  const same = await check(statistician, `${year}年，化解各类家庭矛盾9915件。`)
  expect(rulesOf(same.body)).not.toContain('figure-differs')
  const differs = await check(statistician, `${year}年，化解各类家庭矛盾8200件。`)
  const found = differs.body.findings.find((f: { rule: string }) => f.rule === 'figure-differs')
  expect(found.known).toMatchObject({ kind: 'statement', source: '综述 0' })
  expect(rulesOf((await check(statistician, `${year}年，慰问老人880人。`)).body)).toContain('figure-unknown')
  const pages = await call(statistician, 'GET', '/statements?limit=100')
  const rest = await call(statistician, 'GET', `/statements?limit=100&cursor=${pages.body.next}`)
  expect(new Set([...pages.body.items, ...rest.body.items].map(({ id }: { id: string }) => id)).size).toBe(104)
})

test('a sheet that is none is refused with its line', async () => {
  const give = async (csv: string, who = statistician) =>
    (await upload(who, '/statements/import', 'x.csv', Buffer.from(csv), { source: '表格' })).body
  const head = 'id,seed,quote_zh,figure_zh,value,unit_zh,unit_kind,programme,period_note\n'
  expect((await give('a,b\n1,2\n')).code).toBe('statements-wrong')
  expect((await give(`${head}X1,0,培训3期,3期,三,期,session,培训,\n`)).text).toContain('第 2 行')
  expect(await give(`${head}X1,0,"培训3期，""好""",3期,3,期,session,培训,\n`)).toEqual({ taken: 1, held: 0 })
  expect((await give(head, family)).code).toBe('not-allowed')
  expect((await upload(statistician, '/statements/import', 'x.csv', Buffer.from(head))).body.code).toBe('input-invalid')
})

test('a draft about the own organisation is compared with the figures of the house', async () => {
  const { body: own } = await call(statistician, 'GET', `/orgs/${orgs.banner}`)
  const { body } = await check(statistician, `今年，${own.name}举办家风故事分享会320场。`)
  const found = body.findings.find((f: { rule: string }) => f.rule === 'figure-differs')
  expect(found?.known).toMatchObject({ kind: 'figure', id: 'family-story.sessions' })
  expect(body.texts[0].numbers[0].measure.id).toBe('family-story.sessions')
})
