import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { recordsOf } from '../../../test/support/records.ts'
import { fetchTemplate, fillIn, openBook, upload } from '../../../test/support/sheets.ts'
import { madeCitizenId } from '../../core/citizen-id.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import type { Refusal } from '../../core/refusal.ts'
import { volunteerSignup } from '../../programmes/volunteers/signup.ts'
import { asActor, onDuty } from '../database/actor.ts'
import type { ReadRow } from '../imports/read-row.ts'
import { recordTaker } from '../imports/record-rows.ts'
import { runImport } from '../imports/run-import.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { actOnMany } from './act-many.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const tomorrow = addCalendarDays(today, 1)
const leader = await house.signIn('volunteer-leader', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const organiser = await house.signIn('organisation', orgs.banner)
const rights = await house.signIn('rights', orgs.banner)

const { put: made, take: done } = recordsOf(house)
let serial = 0
const volunteer = async () => {
  const name = `志愿${String.fromCodePoint(0x4e00 + serial++)}`
  const person = await house.addPerson(orgs.banner, name)
  await done(chair, (await made(leader, 'volunteer', { name, person, joinedOn: today })).path, 'verify')
  return person
}
const at = (hour: number) => `${tomorrow}T${String(hour).padStart(2, '0')}:00:00+08:00`
let project = ''
const shift = async (title: string, more: object = {}, offered = true) => {
  const answers = {
    title,
    heldOn: tomorrow,
    place: '幸福社区',
    kind: 'daily',
    project,
    startsAt: at(9),
    endsAt: at(11),
  }
  const one = await made(leader, 'volunteer-session', { ...answers, places: 1, ...more })
  if (offered) await done(leader, one.path, 'offer')
  return one
}
const signUp = async (of: { id: string }, person: string) =>
  (await made(leader, 'volunteer-signup', { way: 'told', appliedOn: today, shift: of.id, person })).id
const checked = async (person: string) => {
  const asked = { why: 'activity', askedOn: today, person, agreed: true }
  const { path } = await made(organiser, 'volunteer-check', asked)
  const found = { checkedBy: '旗公安局', checkedOn: today, validTo: addCalendarDays(today, 300) }
  await done(organiser, path, 'pass', found)
}
const known = async (name: string, idNumber: string) => {
  const { status, raw, body } = await call(rights, 'POST', '/people', { id: v7(), name, org: orgs.banner, idNumber })
  expect(status, raw.body).toBe(200)
  return body.id as string
}

beforeAll(async () => {
  const one = await made(leader, 'volunteer-project', {
    title: '冬日送暖',
    startsOn: today,
    endsOn: addCalendarDays(today, 60),
    place: '幸福社区',
    kind: 'daily',
    content: '陪老人说话，打扫屋子，买菜。',
    served: '社区独居老人',
    needs: [{ post: '陪伴', many: 2 }],
    risk: 'none',
    withChildren: false,
    free: true,
  })
  await done(chair, one.path, 'publish')
  project = one.id
})

describe('a step on many records', () => {
  const accept = (ids: readonly string[]) =>
    asActor(house.appPool, leader.actor, async (tx) => {
      const desk = { tx, actor: leader.actor, house: house.house, today }
      const steps = ids.map((id) => ({ id, actionId: v7() }))
      return { taken: await actOnMany(desk, volunteerSignup, 'accept', steps), statements: tx.statements }
    })
  const refused = (ids: readonly string[]) => accept(ids).catch(({ code, detail }: Refusal) => [code, detail.facts])
  const accepted = async () => (await call(leader, 'GET', '/records/volunteer-signup?state=accepted')).body.total

  test('asks of each what one is asked, and names the one it stops at; nothing is written', async () => {
    const stranger = await house.addPerson(orgs.banner, '路人')
    const one = await shift('两个人的班', { places: 2 })
    const good = await signUp(one, await volunteer())
    const bad = await signUp(one, stranger)
    expect(await refused([good, bad])).toEqual(['volunteer-needed', { record: bad }])
    expect(await accepted()).toBe(0)
  })

  test('counts those it lets through: a last place is given once, and nobody is sent to two shifts of one hour', async () => {
    const full = await shift('一个人的班')
    const two = [await signUp(full, await volunteer()), await signUp(full, await volunteer())]
    expect(await refused(two)).toEqual(['shift-full', { record: two[1] }])
    const she = await volunteer()
    const hours = [await shift('早班'), await shift('也是早班', { startsAt: at(10), endsAt: at(12) })]
    const both = [await signUp(hours[0] ?? full, she), await signUp(hours[1] ?? full, she)]
    expect(await refused(both)).toEqual(['shift-overlap', { record: both[1] }])
    expect(await accepted()).toBe(0)
  })

  test('asks in a fixed number of statements', async () => {
    const [one, other] = [
      await shift('大班', { places: 9 }),
      await shift('晚班', { startsAt: at(18), endsAt: at(20), places: 9 }),
    ]
    const people = await Promise.all(Array.from({ length: 6 }, volunteer))
    const first = await accept([await signUp(one, people[0] ?? '')])
    const ids = await Promise.all(people.slice(1).flatMap((she) => [signUp(one, she), signUp(other, she)]))
    const many = await accept(ids)
    expect(many.taken).toHaveLength(10)
    expect(many.statements).toBeLessThanOrEqual(first.statements + 1)
    expect(await accepted()).toBe(11)
  })
})

describe('a sheet', () => {
  const take = async (who: Signed, what: string, rows: Parameters<typeof fillIn>[1], dryRun: boolean, more = {}) => {
    const file = await fillIn(await fetchTemplate(house, who, what), rows)
    const { body, status } = await upload(house, who, file, { what, dryRun: String(dryRun), ...more })
    expect(status, JSON.stringify(body)).toBe(200)
    await runImport(house.house, body.id)
    const { state, message } = (await call(who, 'GET', `/imports/${body.id}`)).body
    expect(state, message).toBe('done')
    const result = await call(who, 'GET', `/imports/${body.id}/result`)
    if (result.status !== 200) return []
    const told: string[] = []
    const sheet = (await openBook(result.raw.rawPayload)).getWorksheet('填写')
    sheet?.eachRow((row, number) => number > 2 && told.push((row.values as unknown[]).slice(1, 3).reverse().join(' ')))
    return told
  }
  const count = async (who: Signed, programme: string) => (await call(who, 'GET', `/records/${programme}`)).body.total

  test('is told of the row whose shift is not open, tried or written; the others go in', async () => {
    await shift('开放的班')
    await shift('还没开放的班', {}, false)
    const row = { way: '告诉队长', appliedOn: today, 'person.name': '乌云' }
    const rows = [
      { ...row, shift: '开放的班', 'person.phone': '13800007701' },
      { ...row, shift: '还没开放的班', 'person.phone': '13800007702' },
      { ...row, shift: '开放的班', 'person.phone': '13800007708' },
    ]
    const before = await count(leader, 'volunteer-signup')
    const told = [expect.stringMatching(/^4 .*还没有开放/)]
    expect(await take(leader, 'volunteer-signup', rows, true)).toEqual(told)
    expect(await count(leader, 'volunteer-signup')).toBe(before)
    expect(await take(leader, 'volunteer-signup', rows, false)).toEqual(told)
    expect(await count(leader, 'volunteer-signup')).toBe(before + 2)
  })

  test('asks in a fixed number of statements, whatever its rows', async () => {
    const { id } = await shift('很多人报的班')
    const rowOf = (number: number): ReadRow => ({
      number,
      values: new Map<string, unknown>([
        ['way', 'told'],
        ['appliedOn', today],
        ['shift', '很多人报的班'],
        ['person.name', '塔娜'],
        ['person.phone', `1380000${7800 + number}`],
      ]),
      problems: [],
      confirmed: false,
      source: { number, cells: [] },
    })
    const asked = (rows: ReadRow[]) =>
      asActor(house.appPool, leader.actor, async (tx) => {
        const taker = recordTaker(volunteerSignup, orgs.banner, v7(), '名单.xlsx')
        await taker.take({ tx, actor: leader.actor, house: house.house, today }, rows, true)
        expect(rows.flatMap(({ problems }) => problems)).toEqual([])
        return tx.statements
      })
    const one = await asked([rowOf(3)])
    expect(await asked(Array.from({ length: 50 }, (_, n) => rowOf(n + 3)))).toBe(one)
    expect((await call(leader, 'GET', `/volunteering/shifts/${id}`)).body.applied).toBe(0)
  })

  test('brings no pair past the check of a woman, nor a child away with a pair that has not begun', async () => {
    const women = { 萨仁: madeCitizenId('1980-05-01', 222), 高娃: madeCitizenId('1981-05-01', 224) }
    await checked(await known('萨仁', women.萨仁))
    await known('高娃', women.高娃)
    const pair = { topic: '未成年人关爱事项', wishedOn: today, homeVisitedOn: today, homeFits: '是', healthy: '是' }
    const pairs = Object.entries(women).map(([name, document]) => ({
      ...pair,
      'person.name': name,
      'person.document': document,
      '#state': '已核查',
    }))
    for (const dryRun of [true, false])
      expect(await take(rights, 'weekend-pair', pairs, dryRun)).toEqual([expect.stringMatching(/^4 .*查询/)])
    const { items } = (await call(rights, 'GET', '/records/weekend-pair')).body
    expect(items).toMatchObject([{ state: 'checked' }])
    const stay = {
      where: '外出',
      fetchedOn: today,
      pair: items[0].number,
      fetchedAt: `${today} 09:00`,
      guardianKnows: '是',
      adults: 2,
    }
    const stays = [
      { ...stay, '#state': '已接走' },
      { ...stay, where: '志愿者家里' },
    ]
    for (const dryRun of [true, false])
      expect(await take(rights, 'weekend-stay', stays, dryRun)).toEqual([expect.stringMatching(/^3 /)])
    expect((await call(rights, 'GET', '/records/weekend-stay')).body.items).toMatchObject([{ state: 'planned' }])
  })

  test('puts on the list of a service with children only who was checked, and says who was not', async () => {
    const document = madeCitizenId('1982-05-01', 226)
    await checked(await known('其其格', document))
    const one = await shift('陪孩子', { withChildren: true, startsAt: at(13), endsAt: at(14) })
    await onDuty(house.appPool, 'load', (tx) =>
      tx.change(
        sql`UPDATE activities SET on_date = ${today}, answers = answers || ${JSON.stringify({ heldOn: today })}::jsonb WHERE id = ${one.id}`,
      ),
    )
    await done(leader, one.path, 'begin')
    const rows = [
      { 'person.name': '其其格', 'person.document': document, minutes: 60 },
      { 'person.name': '没查过', 'person.phone': '13800007706', minutes: 30 },
      { 'person.name': '太长', 'person.phone': '13800007707', minutes: 90 },
    ]
    const told = [expect.stringMatching(/^4 .*查询/), expect.stringMatching(/^5 /)]
    for (const dryRun of [true, false])
      expect(await take(leader, 'attendance', rows, dryRun, { record: one.id })).toEqual(told)
    expect((await call(leader, 'GET', one.path)).body.attendance).toMatchObject({ people: 1, minutes: 60 })
  })
})

test('the ledger holds what the records are worth', async () => {
  const found: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) => found.push(line.join(' ')))
  expect(found).toEqual([])
})
