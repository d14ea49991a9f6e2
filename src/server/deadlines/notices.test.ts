import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { onDuty } from '../database/actor.ts'
import { turnDeadlines } from './deadlines-job.ts'

const house = await makeHouse()
const { call } = house
const chair = await house.signIn('chair', orgs.village)
const colleague = await house.signIn('chair', orgs.village)
const stranger = await house.signIn('chair', orgs.village2)
const rights = await house.signIn('rights', orgs.village)
const today = todayInShanghai(new Date())

interface Given {
  readonly record: string
  readonly programme: string
  readonly clock: string
  readonly kind: string
  readonly due: string
  readonly dueAt?: string
  readonly handlers?: string
  readonly sealed?: boolean
  readonly forOrg?: number
  readonly roles?: string
  readonly paused?: string
}
const addClock = (given: Given) =>
  onDuty(house.appPool, 'load', (tx) =>
    tx.rows(sql`
      INSERT INTO clocks (area, record, clock, kind, programme, org, for_org, legal, sealed, handlers, roles, started_on, due_on, due_at, paused_on)
      VALUES (1529, ${given.record}, ${given.clock}, ${given.kind}, ${given.programme}, ${orgs.village}, ${given.forOrg ?? null}, false,
              ${given.sealed ?? false}, ${given.handlers ?? '{}'}::uuid[], ${given.roles ?? '{chair,rights}'}::text[], '2026-01-05', ${given.due},
              ${given.dueAt ?? null}::timestamptz, ${given.paused ?? null}::date)`),
  )
const addRecord = (kind: string, programme: string, title: string, handlers = '{}', sealed = false) => {
  const id = v7()
  return onDuty(house.appPool, 'load', (tx) =>
    tx.rows(sql`
      INSERT INTO records (area, kind, id, programme, version, org, ledger_org, number, title, state, on_date, sealed, handlers)
      VALUES (1529, ${kind}, ${id}, ${programme}, 1, ${orgs.village}, ${orgs.village}, ${`ZZ-${title.length}`}, ${title}, 'applied', '2026-01-05', ${sealed},
              ${handlers}::uuid[])`),
  ).then(() => id)
}

test('notices are mine, newest first, page by page; reading marks mine and nobody else’s', async () => {
  const record = await addRecord('member', 'volunteer', '试用人甲')
  for (const due of ['2026-01-20', '2026-01-21', '2026-01-22'])
    await addClock({
      record: due === '2026-01-20' ? record : v7(),
      programme: 'volunteer',
      clock: 'verify',
      kind: 'member',
      due,
    })
  await turnDeadlines(house.house, new Date())
  const first = (await call(chair, 'GET', '/notices?limit=2')).body
  expect(first).toMatchObject({ unread: 3, items: [{ kind: 'clock-late', read: false }, { kind: 'clock-late' }] })
  const second = (await call(chair, 'GET', `/notices?limit=2&cursor=${first.next}`)).body
  expect(second.items).toHaveLength(1)
  expect(second.next).toBeNull()
  const mine = [...first.items, ...second.items]
  const told = mine.find((n: { link: string }) => n.link === `/records/volunteer/${record}`)
  expect(told).toMatchObject({ text: '志愿者：核对证件，答复本人，已过期', dueOn: '2026-01-20' })
  // The volunteer's name is not in it.
  expect(JSON.stringify(mine)).not.toContain('试用人甲')
  expect((await call(stranger, 'GET', '/notices')).body).toMatchObject({ unread: 0, items: [] })
  // Somebody else's id changes nothing.
  await call(stranger, 'POST', '/notices/read', { ids: [told.id] })
  await call(chair, 'POST', '/notices/read', { ids: [told.id] })
  expect((await call(chair, 'GET', '/notices')).body.unread).toBe(2)
  await call(chair, 'POST', '/notices/read', {})
  expect((await call(chair, 'GET', '/notices')).body.unread).toBe(0)
  expect((await call(colleague, 'GET', '/notices')).body.unread).toBe(3)
  expect((await call(chair, 'GET', '/notices?cursor=bm9uZQ')).body.code).toBe('cursor-invalid')
})

test('to-dos tell late from due by the moment, leave out what stands still, and show a record that waits for me', async () => {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString()
  const dayOf = (ms: number) => todayInShanghai(new Date(Date.now() + ms))
  const make = async (clock: Partial<Given>) => {
    const record = await addRecord('member', 'lawyer', `试${Math.random()}`)
    await addClock({
      record,
      programme: 'lawyer',
      clock: 'licence',
      kind: 'member',
      due: today,
      roles: '{rights}',
      ...clock,
    })
    return record
  }
  const lateByMinutes = await make({ due: dayOf(-120_000), dueAt: at(-120_000) })
  const inAnHour = await make({ due: dayOf(3_600_000), dueAt: at(3_600_000) })
  const endsToday = await make({})
  const earlier = await make({ due: addCalendarDays(today, -2) })
  const later = await make({ due: addCalendarDays(today, 8) })
  await make({ paused: addCalendarDays(today, -3) })
  const forAnother = await make({ forOrg: orgs.township })
  const { body } = await call(rights, 'GET', '/todos')
  const ids = (list: { record: string }[]) => list.map(({ record }) => record)
  expect(ids(body.overdue)).toEqual([earlier, lateByMinutes])
  expect([...ids(body.today), ...ids(body.week)].sort()).toEqual([endsToday, inAnHour].sort())
  expect(body.later.count).toBe(1)
  expect(later).toBeTruthy()
  const above = await house.signIn('rights', orgs.township)
  const theirs = (await call(above, 'GET', '/todos')).body
  expect(ids(theirs.today)).toEqual([forAnother])
  // She approves and does not handle: of a personal title one character.
  expect(theirs.today[0].detail).not.toContain('试0')
})

test('a sealed record nobody handles is the rights post’s to do, and nobody else’s', async () => {
  const record = await addRecord('case', 'mediation', '试', '{}', true)
  await addClock({
    record,
    programme: 'mediation',
    clock: 'accept',
    kind: 'case',
    due: today,
    sealed: true,
    roles: '{mediator}',
  })
  const mediator = await house.signIn('mediator', orgs.village)
  expect((await call(rights, 'GET', '/todos')).body.today.map((t: { record: string }) => t.record)).toContain(record)
  for (const who of [mediator, chair])
    expect(JSON.stringify((await call(who, 'GET', '/todos')).body)).not.toContain(record)
})
