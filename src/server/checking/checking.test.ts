import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import type { Count } from '../../core/count.ts'
import { todayInShanghai } from '../../core/day.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { zipArchive } from '../documents/docx/zip-archive.ts'
import { postCounts } from '../ledger/post.ts'

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

describe('a single published number', () => {
  const body = (more: object = {}) => ({
    id: v7(),
    title: '骑行宣传',
    quote: '2024年，全旗妇联组织骑行宣传412场。',
    source: '2024年总结',
    ...more,
  })
  const add = (who: Signed, more: object = {}) => call(who, 'POST', '/statements', body(more))

  test('is read from its sentence, waits for a second person, and then stands', async () => {
    const chair = await house.signIn('chair', orgs.banner)
    const asked = await add(statistician)
    expect(asked.body).toMatchObject({ value: 412, unit: 'session', bound: '=', period: '2024年', state: 'asked' })
    const path = `/statements/${asked.body.id}/decide`
    expect((await call(village, 'GET', '/statements?q=骑行宣传')).body.items, 'not seen before').toEqual([])
    expect((await call(statistician, 'POST', path, { approve: true })).body.code).toBe('not-allowed')
    expect((await call(other, 'POST', path, { approve: true })).status).toBe(404)
    const draft = '2024年，全旗妇联组织骑行宣传400场。'
    expect(rulesOf((await check(statistician, draft)).body), 'compared with nothing yet').not.toContain(
      'figure-differs',
    )
    const stands = await call(chair, 'POST', path, { approve: true })
    expect(stands.body).toMatchObject({ state: 'standing', approvedBy: chair.actor.displayName })
    expect((await call(chair, 'POST', path, { approve: true })).body.code).toBe('statement-decided')
    expect(rulesOf((await check(statistician, draft)).body)).toContain('figure-differs')
    expect((await call(village, 'GET', '/statements?q=骑行宣传')).body.items).toHaveLength(1)

    // Another of the same thing says from which it differs and why; a draft that has it is right, and is told.
    const second = await add(publicity, {
      quote: '2024年，全旗妇联组织骑行宣传400场。',
      differsFrom: stands.body.id,
      differsBecause: '不含旗本级热线转来的',
    })
    await call(chair, 'POST', `/statements/${second.body.id}/decide`, { approve: true })
    const found = (await check(statistician, draft)).body.findings
    const note = found.find((f: { rule: string }) => f.rule === 'figure-explained')
    expect(note).toMatchObject({ level: 'note', known: { kind: 'statement', id: stands.body.id } })
    expect(note.why.zh).toContain('不含旗本级热线转来的')
    expect(found.some((f: { rule: string }) => f.rule === 'figure-differs')).toBe(false)

    // A better one takes the place of the first, which stays in the list.
    const better = await add(statistician, {
      quote: '2024年，全旗妇联组织骑行宣传415场。',
      supersedes: stands.body.id,
    })
    await call(chair, 'POST', `/statements/${better.body.id}/decide`, { approve: true })
    const listed = (await call(village, 'GET', '/statements?q=骑行宣传')).body.items
    expect(listed.find((one: { id: string }) => one.id === stands.body.id).superseded.id).toBe(better.body.id)
  })

  test('nobody approves her own; a return says why; what is unclear is refused in words', async () => {
    const chair = await house.signIn('chair', orgs.banner)
    const own = (await add(chair)).body
    expect(own.decide).toEqual({ allowed: false, why: 'second-person' })
    expect((await call(chair, 'POST', `/statements/${own.id}/decide`, { approve: true })).body.code).toBe(
      'second-person',
    )
    const asked = (await add(statistician)).body
    const path = `/statements/${asked.id}/decide`
    expect((await call(chair, 'POST', path, { approve: false })).body.code).toBe('reason-needed')
    expect((await call(chair, 'POST', path, { approve: false, reason: '出处不对' })).body).toMatchObject({
      state: 'returned',
      reason: '出处不对',
    })
    const codeOf = async (more: object, who = statistician) => (await add(who, more)).body.code
    expect(await codeOf({}, family)).toBe('not-allowed')
    expect(await codeOf({ quote: '做了很多工作' })).toBe('statement-number-unclear')
    expect(await codeOf({ quote: '培训3期、慰问80人次' })).toBe('statement-number-unclear')
    expect(await codeOf({ quote: '培训3期、慰问80人次', value: 81 })).toBe('statement-number-unclear')
    expect((await add(statistician, { quote: '培训3期、慰问80人次', value: 80 })).body).toMatchObject({
      unit: 'person-time',
    })
    expect(await codeOf({ measure: 'nothing.here' })).toBe('measure-unknown')
    expect(await codeOf({ differsFrom: asked.id })).toBe('statement-because')
    expect(await codeOf({ differsFrom: asked.id, differsBecause: '还没有批' })).toBe('statement-not-yours')
    expect(await codeOf({ supersedes: v7() })).toBe('statement-not-yours')
    expect(await codeOf({ id: asked.id, title: '别的' })).toBe('action-reused')
  })
})

test('a draft is held against what was released, and told why the figure has gone on since', async () => {
  const chair = await house.signIn('chair', orgs.banner)
  const hold = (value: number) =>
    onDuty(house.appPool, 'load', async (tx) => {
      const id = v7()
      await tx.rows(sql`INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date, sealed)
        VALUES (1529, 'activity', ${id}, 'family-story', 1, ${orgs.banner}, ${orgs.banner}, '一场', 'held', '2025-03-05', false)`)
      const count: Count = { measure: 'family-story.sessions', on: '2025-03-05', value, grade: 'A' }
      await postCounts(tx, { record: id, action: v7(), post: undefined, org: orgs.banner }, [count])
    })
  await hold(320)
  const figures = [{ measure: 'family-story.sessions', org: orgs.banner, from: '2025-01-01', to: '2025-12-31' }]
  const { body: asked } = await call(statistician, 'POST', '/releases', { id: v7(), title: '2025年数字', figures })
  const { body: sealed } = await call(chair, 'POST', `/releases/${asked.id}/decide`, { approve: true })
  const { body: own } = await call(statistician, 'GET', `/orgs/${orgs.banner}`)
  const draft = (said: string) => check(statistician, `2025年，${own.name}举办家风故事分享会${said}。`)
  const house25 = (body: { findings: { rule: string }[] }) =>
    rulesOf(body).filter((rule) => ['figure-differs', 'release-differs', 'figure-explained'].includes(rule))
  expect(house25((await draft('320场')).body)).toEqual([])
  expect(house25((await draft('300场')).body)).toEqual(['release-differs', 'figure-differs'])
  await hold(7)
  const still = await draft('320场')
  expect(house25(still.body), 'as released is right').toEqual(['figure-explained'])
  const note = still.body.findings.find((f: { rule: string }) => f.rule === 'figure-explained')
  expect(note.why.zh).toMatch(/^与发布的FB-.*-01一致；现在的数是 327，因为补记.* 1 笔。$/)
  const now = await draft('327场')
  expect(house25(now.body)).toEqual(['release-differs'])
  const found = now.body.findings.find((f: { rule: string }) => f.rule === 'release-differs')
  expect(found.known).toMatchObject({ kind: 'release', id: `${sealed.number}-01`, source: '2025年数字' })
  const link = new URLSearchParams(found.known.link.split('?')[1])
  const explained = await call(statistician, 'GET', `/figures/explain?${link}`)
  expect(explained.body.parts[0]).toMatchObject({ a: 320, b: 327 })
})
