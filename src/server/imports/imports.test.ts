import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { fetchTemplate, fillIn, openBook, upload } from '../../../test/support/sheets.ts'
import { madeCitizenId } from '../../core/citizen-id.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { unfinishedImports } from './import-job.ts'
import { runImport } from './run-import.ts'

const house = await makeHouse()
const chair = await house.signIn('chair', orgs.township)
const family = await house.signIn('family', orgs.township)

const evening = (n: number) => ({
  title: `家风分享第 ${n} 场`,
  heldOn: `2026-0${1 + (n % 9)}-${String(1 + (n % 28)).padStart(2, '0')}`,
  place: '文化室',
  theme: '孝老爱亲',
  '#counted': 20 + (n % 5),
  '#state': '已举办',
})

async function importFile(who: Signed, file: Buffer, fields: Record<string, string>) {
  const started = await upload(house, who, file, fields)
  expect(started.body).toMatchObject({ state: 'waiting' })
  await runImport(house.house, started.body.id)
  return (await house.call(who, 'GET', `/imports/${started.body.id}`)).body
}

async function resultRows(who: Signed, id: string): Promise<string[][]> {
  const answer = await house.call(who, 'GET', `/imports/${id}/result`)
  expect(answer.status).toBe(200)
  const book = await openBook(answer.raw.rawPayload)
  const rows: string[][] = []
  book.getWorksheet('填写')?.eachRow((row, number) => {
    if (number > 2) rows.push((row.values as unknown[]).slice(1).map((v) => String(v ?? '')))
  })
  return rows
}

const count = (who: Signed, table: string) =>
  asActor(
    house.appPool,
    who.actor,
    async (tx) => (await tx.first<{ n: number }>(sql`SELECT count(*)::integer AS n FROM ${sql.table(table)}`))?.n,
  )
const entries = (measure: string, org: number) =>
  onDuty(
    house.appPool,
    'verify',
    async (tx) =>
      (
        await tx.first<{ n: number }>(sql`
  SELECT coalesce(sum(value), 0)::integer AS n FROM entries e JOIN measures m ON m.no = e.measure WHERE m.id = ${measure} AND e.org = ${org}`)
      )?.n,
  )

test('a template names its columns, marks the required ones, and offers the choices', async () => {
  const book = await fetchTemplate(house, chair, 'family-story')
  const sheet = book.getWorksheet('填写')
  expect(sheet?.getRow(1).hidden).toBe(true)
  expect(sheet?.getRow(2).values).toContain('题目 ＊')
  expect(book.getWorksheet('说明')?.getColumn(1).values).toContain('估计原因')
  const keys = [...((sheet?.getRow(1).values ?? []) as string[])].slice(1)
  const letter = sheet?.getColumn(keys.indexOf('theme') + 1).letter
  expect(sheet?.getCell(`${letter}3`).dataValidation).toMatchObject({ type: 'list' })
  expect(keys).toEqual(expect.arrayContaining(['#counted', '#estimate', '#state']))
})

test('a dry run says what is wrong and writes nothing', async () => {
  const file = await fillIn(await fetchTemplate(house, chair, 'family-story'), [
    evening(1),
    { ...evening(2), heldOn: '去年春天' },
  ])
  const done = await importFile(chair, file, { what: 'family-story', dryRun: 'true' })
  expect(done).toMatchObject({ state: 'done', rowsTotal: 2, rowsDone: 2, rowsWrong: 1 })
  expect(await count(chair, 'activities')).toBe(0)
  expect((await resultRows(chair, done.id))[0]?.slice(0, 2)).toEqual(['“日期”应是日期，如 2026-11-22', '4'])
})

test('of 1,000 rows 7 are wrong: the others are in and counted, the 7 come back with row and reason', async () => {
  const rows: Record<string, string | number | Date | { formula: string; result: string }>[] = Array.from(
    { length: 1000 },
    (_, n) => evening(n + 1),
  )
  rows[10] = { ...evening(11), title: '' }
  rows[20] = { ...evening(21), theme: '唱歌' }
  rows[30] = { ...evening(31), title: { formula: 'CONCAT("a","b")', result: 'ab' } }
  rows[40] = { ...evening(41), '#counted': 'x' }
  rows[50] = { ...evening(51), '#counted': '', '#estimate': 30 }
  rows[60] = { ...evening(61), heldOn: '2027-05-01' }
  rows[70] = { ...evening(1) }
  rows[80] = { ...evening(81), heldOn: new Date('2026-03-08T00:00:00Z') }
  const done = await importFile(chair, await fillIn(await fetchTemplate(house, chair, 'family-story'), rows), {
    what: 'family-story',
    dryRun: 'false',
  })
  expect(done).toMatchObject({ state: 'done', rowsDone: 1000, rowsWrong: 7 })
  expect((await resultRows(chair, done.id)).map((row) => [row[1], row[0]])).toEqual([
    ['13', '“题目”没有填'],
    ['23', expect.stringContaining('应是其中之一')],
    ['33', expect.stringContaining('公式')],
    ['43', '“清点人数”应是整数'],
    ['53', '填了“估计人数”，请写明“估计原因”'],
    ['63', expect.stringContaining('到了举办那天')],
    ['73', '疑似重复：与第 3 行相同'],
  ])
  expect(await count(chair, 'activities')).toBe(993)
  expect(await entries('family-story.sessions', orgs.township)).toBe(993)
  const list = await house.call(chair, 'GET', '/records/family-story?q=%E7%AC%AC%2081%20%E5%9C%BA')
  expect(list.body.items[0]).toMatchObject({ onDate: '2026-03-08', state: 'held', heads: 21 })
  const page = await house.call(chair, 'GET', `/records/family-story/${list.body.items[0].id}`)
  expect(page.body.history.map((h: { action: string }) => h.action)).toEqual(['create', 'hold'])
})

test('the returned sheet is a template: corrected, it goes in; the same file twice is held back', async () => {
  const file = await fillIn(await fetchTemplate(house, family, 'family-story'), [
    { ...evening(2001), theme: '唱歌' },
    evening(2002),
  ])
  const first = await importFile(family, file, { what: 'family-story', dryRun: 'false' })
  expect(first).toMatchObject({ rowsDone: 2, rowsWrong: 1 })
  const returned = await openBook((await house.call(family, 'GET', `/imports/${first.id}/result`)).raw.rawPayload)
  const corrected = await fillIn(returned, [{ theme: '勤俭持家' }])
  expect(await importFile(family, corrected, { what: 'family-story', dryRun: 'false' })).toMatchObject({
    rowsDone: 1,
    rowsWrong: 0,
  })
  const again = await importFile(family, file, { what: 'family-story', dryRun: 'false' })
  expect(again).toMatchObject({ rowsDone: 2, rowsWrong: 2 })
  const rows = await resultRows(family, again.id)
  expect(rows.map((r) => r[0])).toEqual([
    expect.stringContaining('应是其中之一'),
    '疑似重复：系统里已有同一天同名的记录',
  ])
  const confirmed = await fillIn(
    await openBook((await house.call(family, 'GET', `/imports/${again.id}/result`)).raw.rawPayload),
    [{}, { '#confirm': '是' }],
  )
  expect(await importFile(family, confirmed, { what: 'family-story', dryRun: 'false' })).toMatchObject({
    rowsDone: 2,
    rowsWrong: 1,
  })
})

test('an import cut short and run again makes nothing twice', async () => {
  const before = await count(chair, 'activities')
  const file = await fillIn(
    await fetchTemplate(house, chair, 'family-story'),
    Array.from({ length: 700 }, (_, n) => evening(3000 + n)),
  )
  const { body } = await upload(house, chair, file, { what: 'family-story', dryRun: 'false' })
  const broken = { ...house.house, pool: new Proxy(house.appPool, { get: breakAfter(5) }) }
  await expect(runImport(broken, body.id)).rejects.toThrow('cut')
  expect(await count(chair, 'activities')).toBe((before ?? 0) + 500)
  expect(await unfinishedImports(house.appPool)).toEqual([body.id])
  await runImport(house.house, body.id)
  expect((await house.call(chair, 'GET', `/imports/${body.id}`)).body).toMatchObject({
    state: 'done',
    rowsDone: 700,
    rowsWrong: 0,
  })
  expect(await count(chair, 'activities')).toBe((before ?? 0) + 700)
  expect(await entries('family-story.sessions', orgs.township)).toBe(await count(chair, 'activities'))
})

/** The database goes away after so many connections. */
function breakAfter(times: number) {
  let left = times
  return (pool: typeof house.appPool, key: string | symbol) => {
    const value = Reflect.get(pool, key)
    if (key !== 'connect') return typeof value === 'function' ? value.bind(pool) : value
    return () => {
      if (left-- <= 0) throw new Error('cut')
      return pool.connect()
    }
  }
}

test('volunteers bring their people: known by number, new ones once, wrong numbers said', async () => {
  const team = await house.call(chair, 'POST', '/records/volunteer-team', {
    id: crypto.randomUUID(),
    actionId: crypto.randomUUID(),
    answers: { name: '红柳服务队', setUpOn: '2024-03-08' },
  })
  expect(team.status).toBe(200)
  const her = {
    name: '乌兰',
    'person.name': '乌兰',
    'person.document': madeCitizenId('1980-05-01', 222),
    joinedOn: '2026-01-05',
    team: '红柳服务队',
    '#state': '在册',
  }
  const file = await fillIn(await fetchTemplate(house, chair, 'volunteer'), [
    her,
    {
      ...her,
      name: '萨仁',
      'person.name': '萨仁',
      'person.document': madeCitizenId('1981-05-01', 224),
      'person.phone': '13800001234',
    },
    { ...her, name: '高娃', 'person.name': '高娃', 'person.document': '150000198005012229' },
    { ...her, name: '乌兰二', 'person.name': '乌兰' },
    { ...her, name: '其其格', 'person.name': '其其格', 'person.document': '', 'person.phone': '' },
    {
      ...her,
      name: '娜仁',
      'person.name': '娜仁',
      'person.document': madeCitizenId('1982-05-01', 226),
      team: '没有这队',
    },
    { ...her, name: '孩子', 'person.name': '孩子', 'person.document': madeCitizenId('2018-05-01', 228) },
  ])
  const done = await importFile(chair, file, { what: 'volunteer', dryRun: 'false' })
  expect((await resultRows(chair, done.id)).map((r) => [r[1], r[0]])).toEqual([
    ['5', expect.stringContaining('校验位')],
    ['6', '疑似重复：与第 3 行相同'],
    ['7', expect.stringContaining('至少填一样')],
    ['8', expect.stringContaining('没有找到“没有这队”')],
    ['9', expect.stringContaining('监护人')],
  ])
  expect(await count(chair, 'people')).toBe(2)
  expect(await entries('volunteer.registered', orgs.township)).toBe(2)
  const again = await fillIn(await fetchTemplate(house, chair, 'people'), [
    { name: '乌兰', document: madeCitizenId('1980-05-01', 222) },
    { name: '阿茹娜', document: madeCitizenId('1990-01-02', 230), phone: '13900005678', address: '东旗南镇一号院' },
  ])
  const people = await importFile(chair, again, { what: 'people', dryRun: 'false' })
  expect(people).toMatchObject({ rowsDone: 2, rowsWrong: 1 })
  expect((await resultRows(chair, people.id))[0]?.[0]).toBe('她已经登记过，没有重复登记')
  expect(await count(chair, 'people')).toBe(3)
})

test('an attendance list puts known and new people on one evening', async () => {
  const id = crypto.randomUUID()
  await house.call(chair, 'POST', '/records/family-story', {
    id,
    actionId: crypto.randomUUID(),
    answers: { title: '名单之夜', heldOn: '2026-02-02', place: '礼堂' },
  })
  const file = await fillIn(await fetchTemplate(house, chair, 'attendance'), [
    { 'person.name': '乌兰', 'person.document': madeCitizenId('1980-05-01', 222), minutes: 60 },
    { 'person.name': '宝音', 'person.phone': '13700001111' },
    { 'person.name': '宝音', 'person.phone': '137' },
  ])
  const done = await importFile(chair, file, { what: 'attendance', record: id, dryRun: 'false' })
  expect(done).toMatchObject({ rowsDone: 3, rowsWrong: 1 })
  const page = await house.call(chair, 'GET', `/records/family-story/${id}`)
  expect(page.body.attendance).toMatchObject({ people: 2, minutes: 60 })
})

test('mediation cases keep their secrets: sealed in the database, and files sealed in the store', async () => {
  const mediator = await house.signIn('mediator', orgs.banner)
  const file = await fillIn(await fetchTemplate(house, mediator, 'mediation'), [
    {
      title: '赡养费纠纷',
      appliedOn: '2026-10-01',
      dispute: '赡养',
      facts: '老人与子女就赡养费各执一词，请求调解。',
      'parties.applicant.name': '巴图',
      'parties.applicant.document': madeCitizenId('1950-01-01', 111),
      'parties.respondent.name': '苏和',
      'parties.respondent.phone': '13600002222',
    },
  ])
  const done = await importFile(mediator, file, { what: 'mediation', dryRun: 'false' })
  expect(done).toMatchObject({ state: 'done', rowsWrong: 0 })
  const [row] = await onDuty(house.appPool, 'verify', (tx) =>
    tx.rows<{ answers: object; number: string }>(sql`SELECT answers, number FROM cases`),
  )
  expect(row?.number).toMatch(/^HJ-152921-\d{4}-00001$/)
  expect(JSON.stringify(row?.answers)).not.toContain('各执一词')
  const stored = await house.house.files.get(`imports/${done.id}/upload.xlsx`)
  expect(stored.subarray(0, 2).toString()).not.toBe('PK')
  const clocks = await count(mediator, 'clocks')
  expect(clocks).toBeGreaterThan(0)
  expect((await house.call(chair, 'GET', `/imports/${done.id}`)).status).toBe(404)
})

test('what is not our template, not a workbook, or not for this post is refused', async () => {
  const other = await fetchTemplate(house, chair, 'volunteer-session')
  expect((await upload(house, chair, await fillIn(other, []), { what: 'family-story' })).body.code).toBe('sheet-wrong')
  expect((await upload(house, chair, Buffer.from('hello'), { what: 'family-story' })).body.code).toBe('file-wrong')
  const sheet = await fillIn(await fetchTemplate(house, chair, 'family-story'), [evening(1)])
  for (const cut of [100, 1000, sheet.length - 30]) {
    expect((await upload(house, chair, sheet.subarray(0, cut), { what: 'family-story' })).body.code).toBe('file-wrong')
  }
  const statistician = await house.signIn('statistician', orgs.township)
  expect((await upload(house, statistician, sheet, { what: 'family-story' })).body.code).toBe('not-allowed')
  expect((await upload(house, chair, sheet, { what: 'family-story', org: String(orgs.otherBanner) })).body.code).toBe(
    'org-unknown',
  )
})

test('a post that has ended imports nothing', async () => {
  const gone = await house.signIn('chair', orgs.village)
  const file = await fillIn(await fetchTemplate(house, gone, 'family-story'), [evening(1)])
  const { body } = await upload(house, gone, file, { what: 'family-story', dryRun: 'false' })
  await onDuty(house.appPool, 'load', (tx) =>
    tx.change(sql`UPDATE posts SET ended_at = now() WHERE id = ${gone.actor.post}`),
  )
  await runImport(house.house, body.id)
  const state = await onDuty(house.appPool, 'load', (tx) =>
    tx.first<{ state: string }>(sql`SELECT state FROM imports WHERE id = ${body.id}`),
  )
  expect(state?.state).toBe('refused')
})
