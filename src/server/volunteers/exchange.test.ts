import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { recordsOf } from '../../../test/support/records.ts'
import { fetchTemplate, fillIn, openBook, upload } from '../../../test/support/sheets.ts'
import { madeCitizenId } from '../../core/citizen-id.ts'
import { todayInShanghai } from '../../core/day.ts'
import { exchangeSheets } from '../../programmes/volunteers/exchange.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { exchangeSheet } from '../imports/exchange-sheet.ts'
import { runImport } from '../imports/run-import.ts'

const house = await makeHouse()
const { call } = house
const { put, take } = recordsOf(house)
const today = todayInShanghai(new Date())
const chair = await house.signIn('chair', orgs.banner)
const organiser = await house.signIn('organisation', orgs.banner)
const leader = await house.signIn('volunteer-leader', orgs.banner)

const importFile = async (who: Signed, file: Buffer, dryRun: boolean) => {
  const started = await upload(house, who, file, { what: exchangeSheet, dryRun: String(dryRun) })
  expect(started.status, JSON.stringify(started.body)).toBe(200)
  await runImport(house.house, started.body.id)
  return (await call(who, 'GET', `/imports/${started.body.id}`)).body
}
const rowsOf = async (who: Signed, what: keyof typeof exchangeSheets): Promise<unknown[][]> => {
  const answer = await call(who, 'GET', `/volunteering/exchange/${what}`)
  expect(answer.status, answer.raw.body).toBe(200)
  const book = await openBook(answer.raw.rawPayload)
  expect(book.worksheets.map(({ name }) => name)).toEqual([exchangeSheets[what].name, '数据项对照'])
  const rows: unknown[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  expect(rows[0]).toEqual(exchangeSheets[what].items.map(({ item }) => item))
  expect(book.worksheets[1]?.rowCount).toBe(exchangeSheets[what].items.length + 1)
  return rows.slice(1)
}
const members = () =>
  onDuty(house.appPool, 'load', (tx) =>
    tx.rows<{ state: string; number: string; answers: object }>(
      sql`SELECT state, number, answers FROM members ORDER BY number`,
    ),
  )

test('volunteers come in by items and codes, tried first; they go out by number, names masked, no formula', async () => {
  const document = madeCitizenId('1985-05-05', 102)
  const book = await fetchTemplate(house, chair, exchangeSheet)
  const labels = ((book.getWorksheet('填写')?.getRow(2).values ?? []) as string[])
    .slice(1)
    .map((l) => l.replace(' ＊', ''))
  expect(labels).toEqual(expect.arrayContaining(['姓名', '证件号码', '志愿者编号', '服务类别代码', '志愿者状态代码']))
  const sheet = await fillIn(book, [
    {
      'person.name': '乌日娜',
      'person.document': document,
      joinedOn: '2024-03-05',
      services: '02、03',
      national: '=1+1',
      '#state': '2',
    },
    {
      'person.name': '托娅',
      'person.phone': '13800005511',
      joinedOn: '2024-03-05',
      services: '便民服务',
      '#state': '待核对',
    },
    { 'person.name': '代码错', 'person.phone': '13800005512', joinedOn: '2024-03-05', services: '77' },
  ])
  // A cell that is a formula is refused; a text that only looks like one is taken and made safe on its way out.
  expect(await importFile(chair, sheet, true)).toMatchObject({ state: 'done', rowsTotal: 3, rowsWrong: 1 })
  expect(await members()).toEqual([])
  expect(await importFile(chair, sheet, false)).toMatchObject({ state: 'done', rowsWrong: 1 })
  const held = await members()
  expect(held.map(({ state }) => state).sort()).toEqual(['active', 'applied'])
  expect(held.map(({ number }) => number)).toEqual([
    expect.stringMatching(/^ZY-152921-\d{4}-00001$/),
    expect.stringMatching(/00002$/),
  ])

  const rows = await rowsOf(organiser, 'volunteers')
  const her = rows.find((row) => row.at(-1) === '2') ?? []
  expect(her.slice(0, 5)).toEqual(["'=1+1", '乌*', '2', 1985, '152921000000'])
  expect(her.slice(6)).toEqual(['2024-03-05', '02、03', '2'])
  expect(JSON.stringify(rows)).not.toMatch(/乌日娜|托娅|13800005511/)
  expect(JSON.stringify(rows)).not.toContain(document)
})

test('sessions and confirmed hours go out by the same items; only who keeps volunteers sends them; it is logged', async () => {
  const { id, path } = await put(leader, 'volunteer-session', {
    title: '扫雪',
    heldOn: today,
    place: '旗里',
    kind: 'daily',
  })
  const person = await house.addPerson(orgs.banner, '斯琴')
  await call(leader, 'POST', `${path}/attendance`, {
    actionId: v7(),
    people: [{ person, minutes: 95 }],
  })
  await take(leader, path, 'finish', { served: 30, servedBy: 'sheet' })
  expect(await rowsOf(organiser, 'sessions')).toMatchObject([
    [id, undefined, '扫雪', today, '旗里', '152921000000', '东旗妇联', '04', 30, 1, 0],
  ])
  expect(await rowsOf(organiser, 'hours')).toEqual([])
  await take(chair, path, 'confirm')
  expect((await rowsOf(chair, 'hours')).map((row) => row.slice(1))).toEqual([
    ['斯*', id, '扫雪', today, '东旗妇联', 95],
  ])
  for (const what of ['teams', 'projects'] as const) expect(await rowsOf(chair, what)).toEqual([])
  expect((await call(leader, 'GET', '/volunteering/exchange/hours')).body.code).toBe('not-allowed')
  expect((await call(chair, 'GET', `/volunteering/exchange/hours?org=${orgs.league}`)).body.code).toBe('out-of-scope')
  expect((await call(chair, 'GET', '/volunteering/exchange/people')).status).toBe(404)
  const auditor = await house.signIn('auditor', orgs.region)
  const reads = await asActor(house.appPool, auditor.actor, (tx) =>
    tx.first<{ n: number }>(
      sql`SELECT count(*)::integer AS n FROM reads WHERE subject = 'export' AND 'mzt061-hours' = ANY(fields)`,
    ),
  )
  expect(reads?.n).toBe(2)
})
