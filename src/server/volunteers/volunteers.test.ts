import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../test/support/docx.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { onDuty } from '../database/actor.ts'
import { verifyLedger } from '../ledger/verify.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const tomorrow = addCalendarDays(today, 1)
const leader = await house.signIn('volunteer-leader', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const organiser = await house.signIn('organisation', orgs.banner)
const village = await house.signIn('volunteer-leader', orgs.village)

const make = async (who: Signed, programme: string, answers: object) => {
  const id = v7()
  const made = await call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  return { id, path: `/records/${programme}/${id}`, made }
}
const made = async (who: Signed, programme: string, answers: object) => {
  const one = await make(who, programme, answers)
  expect(one.made.status, one.made.raw.body).toBe(200)
  return one
}
const act = async (who: Signed, path: string, action: string, answers: object = {}, reason?: string) => {
  const { body } = await call(who, 'GET', path)
  return call(who, 'POST', `${path}/actions/${action}`, {
    actionId: v7(),
    revision: body.revision,
    answers,
    ...(reason && { reason }),
  })
}
const done = async (who: Signed, path: string, action: string, answers: object = {}, reason?: string) => {
  const acted = await act(who, path, action, answers, reason)
  expect(acted.status, `${action}: ${acted.raw.body}`).toBe(200)
  return acted.body
}
const calls = {
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
}
const project = async (more: object = {}) => {
  const one = await made(leader, 'volunteer-project', { ...calls, ...more })
  await done(chair, one.path, 'publish')
  return one
}
const at = (day: string, hour: number) => `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`
const shift = async (of: { id: string }, more: object = {}) => {
  const one = await made(leader, 'volunteer-session', {
    title: '上门陪伴',
    heldOn: tomorrow,
    place: '幸福社区',
    kind: 'daily',
    project: of.id,
    startsAt: at(tomorrow, 9),
    endsAt: at(tomorrow, 11),
    places: 1,
    ...more,
  })
  await done(leader, one.path, 'offer')
  return one
}
let serial = 0
const volunteer = async () => {
  const name = `志愿${String.fromCodePoint(0x4e00 + serial++)}`
  const person = await house.addPerson(orgs.banner, name)
  const one = await made(leader, 'volunteer', { name, person, joinedOn: today })
  await done(chair, one.path, 'verify')
  return { ...one, person, name }
}
const signUp = (of: { id: string }, person: string, who = leader) =>
  make(who, 'volunteer-signup', { way: 'told', appliedOn: today, shift: of.id, person })
const accept = (one: { path: string }) => act(leader, one.path, 'accept')
const figure = async (measure: string) =>
  (await call(chair, 'GET', `/figures?measure=${measure}&org=${orgs.banner}&from=2020-01-01&to=2030-12-31`)).body.value

describe('a call', () => {
  test('is published by another, insured where dangerous, trained for where children are', async () => {
    const one = await made(leader, 'volunteer-project', { ...calls, risk: 'some', withChildren: true })
    expect((await act(chair, one.path, 'publish')).body.code).toBe('needs-unmet')
    const { body } = await call(leader, 'GET', one.path)
    await call(leader, 'PATCH', one.path, {
      actionId: v7(),
      revision: body.revision,
      answers: { riskNote: '路滑', insurance: '某保险 8899', training: 'children' },
    })
    expect((await act(leader, one.path, 'publish')).body.code).toBe('second-person')
    await done(organiser, one.path, 'publish')
    // Those below see a call that is published, and cannot change it.
    const seen = await call(village, 'GET', one.path)
    expect(seen.body).toMatchObject({ state: 'recruiting', abilities: { actions: [], edit: false } })
  })

  test('its shifts open only while it recruits, and say the same of children', async () => {
    const draft = await made(leader, 'volunteer-project', calls)
    const early = await made(leader, 'volunteer-session', {
      title: '早了',
      heldOn: tomorrow,
      place: '某处',
      kind: 'daily',
      project: draft.id,
      startsAt: at(tomorrow, 9),
      endsAt: at(tomorrow, 10),
      places: 2,
    })
    expect((await act(leader, early.path, 'offer')).body.code).toBe('project-not-recruiting')
    const kids = await project({ withChildren: true, training: 'children' })
    const unsaid = await made(leader, 'volunteer-session', {
      title: '没说',
      heldOn: tomorrow,
      place: '某处',
      kind: 'daily',
      project: kids.id,
      startsAt: at(tomorrow, 9),
      endsAt: at(tomorrow, 10),
      places: 2,
    })
    expect((await act(leader, unsaid.path, 'offer')).body.code).toBe('children-not-flagged')
    expect((await signUp(unsaid, (await volunteer()).person)).made.body.code).toBe('signup-closed')
  })
})

describe('places', () => {
  test('two accepted at the same moment never take one place', { timeout: 60_000 }, async () => {
    const one = await shift(await project(), { places: 3 })
    const people = await Promise.all(Array.from({ length: 8 }, () => volunteer()))
    const signups = await Promise.all(people.map(({ person }) => signUp(one, person)))
    const answers = await Promise.all(signups.map(accept))
    const codes = answers.map(({ status, body }) => (status === 200 ? 'in' : body.code)).sort()
    expect(codes).toEqual(['in', 'in', 'in', ...Array(5).fill('shift-full')])
    const panel = await call(leader, 'GET', `/volunteering/shifts/${one.id}`)
    expect(panel.body, panel.raw.body).toMatchObject({ places: 3, accepted: 3, applied: 5 })
    // One goes, and whoever waited comes in.
    const [first] = signups.filter((_, i) => answers[i]?.status === 200)
    const [last] = signups.filter((_, i) => answers[i]?.status !== 200)
    await done(leader, last?.path ?? '', 'wait')
    await done(leader, first?.path ?? '', 'withdraw')
    await done(leader, last?.path ?? '', 'accept')
    expect(await figure('volunteer-signup.accepted')).toBe(3)
  })

  test('one woman accepted at two shifts of the same hours at the same moment is at one of them', async () => {
    const of = await project()
    const shifts = await Promise.all([shift(of), shift(of, { startsAt: at(tomorrow, 10), endsAt: at(tomorrow, 12) })])
    const later = await shift(of, { startsAt: at(tomorrow, 12), endsAt: at(tomorrow, 13) })
    const she = await volunteer()
    const signups = await Promise.all([...shifts, later].map((one) => signUp(one, she.person)))
    const answers = await Promise.all(signups.map(accept))
    expect(answers.map(({ status }) => status).filter((s) => s === 200)).toHaveLength(2)
    expect(
      answers
        .slice(0, 2)
        .map(({ body }) => body.code)
        .filter(Boolean),
    ).toEqual(['shift-overlap'])
    expect((await signUp(later, she.person)).made.body.code).toBe('already-claimed')
  })

  test('who is not registered, and a shift of another organisation', async () => {
    const one = await shift(await project())
    const stranger = await house.addPerson(orgs.banner, '路人')
    expect((await accept(await signUp(one, stranger))).body.code).toBe('volunteer-needed')
    const mine = await make(chair, 'volunteer-signup', {
      way: 'told',
      appliedOn: today,
      shift: one.id,
      person: stranger,
    })
    expect(mine.made.body.code).toBe('already-claimed')
    const foreign = await house.signIn('volunteer-leader', orgs.league)
    const other = await house.addPerson(orgs.banner, '别人')
    expect((await signUp(one, other, foreign)).made.body.code).toBe('shift-elsewhere')
  })
})

test('with children: checked and trained first, the check lapses, and leaders learn yes or no', async () => {
  const of = await project({ withChildren: true, training: 'children' })
  const one = await shift(of, { withChildren: true, places: 5 })
  const she = await volunteer()
  const signup = await signUp(one, she.person)
  expect((await accept(signup)).body.code).toBe('child-check-needed')
  const check = await made(organiser, 'volunteer-check', {
    why: 'activity',
    askedOn: today,
    person: she.person,
    agreed: true,
  })
  const given = { checkedBy: '旗公安局', checkedOn: today }
  expect((await act(organiser, check.path, 'pass', { ...given, validTo: addCalendarDays(today, 500) })).body.code).toBe(
    'needs-unmet',
  )
  await done(organiser, check.path, 'pass', { ...given, validTo: addCalendarDays(today, 300) })
  for (const who of [leader, village]) expect((await call(who, 'GET', check.path)).status).toBe(404)
  expect((await accept(signup)).body.code).toBe('training-needed')
  const training = await made(leader, 'volunteer-training', {
    title: '护童',
    heldOn: today,
    kind: 'children',
    place: '旗里',
    trainer: '老师',
    lasts: 60,
  })
  await call(leader, 'POST', `${training.path}/attendance`, { actionId: v7(), people: [{ person: she.person }] })
  await done(leader, training.path, 'hold')
  const panel = await call(leader, 'GET', `/volunteering/shifts/${one.id}`)
  expect(panel.body.people).toMatchObject([{ checked: true, trained: true, registered: true, busy: false }])
  await done(leader, signup.path, 'accept')
  await done(organiser, check.path, 'revoke', {}, '有新情况')
  const another = await shift(of, { withChildren: true, startsAt: at(tomorrow, 15), endsAt: at(tomorrow, 16) })
  expect((await accept(await signUp(another, she.person))).body.code).toBe('child-check-needed')
  // Nobody unchecked is put on the list by hand either.
  await onDuty(house.appPool, 'load', (tx) =>
    tx.change(
      sql`UPDATE activities SET on_date = ${today}, answers = answers || ${JSON.stringify({ heldOn: today })}::jsonb WHERE id = ${one.id}`,
    ),
  )
  await done(leader, one.path, 'begin')
  const listed = await call(leader, 'POST', `${one.path}/attendance`, {
    actionId: v7(),
    people: [{ person: she.person, minutes: 60 }],
  })
  expect(listed.body.code).toBe('child-check-needed')
  const stopped = await done(leader, one.path, 'stop', { why: 'child' })
  expect(stopped.state).toBe('stopped')
  const seen = await call(chair, 'GET', one.path)
  expect(seen.body.history.find((one: { action: string }) => one.action === 'stop').answers).toEqual({})
  const rights = await house.signIn('rights', orgs.banner)
  expect((await call(rights, 'GET', '/records/mandatory-report')).body.total).toBe(1)
})

describe('hours', () => {
  const send = (code: string, form: Record<string, string>) =>
    house.app.inject({
      method: 'POST',
      url: `/s/${code}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ id: v7(), ...form }).toString(),
    })
  const running = async (more: object = {}) => {
    const one = await shift(await project(), {
      heldOn: today,
      startsAt: at(today, 0),
      endsAt: at(today, 12),
      places: 9,
      ...more,
    })
    await done(leader, one.path, 'begin')
    const { body } = await call(leader, 'POST', `${one.path}/sign-in-code`)
    return { ...one, code: body.code as string }
  }

  test('signed in and out by code; a forgotten one is settled with a reason, inside the shift; corrected by difference; certified', async () => {
    const began = new Date(Date.now() - 90 * 60_000).toISOString()
    const ends = new Date(Date.now() + 30 * 60_000).toISOString()
    const one = await running()
    const her = { name: '高娃', phone: '13800005501' }
    const other = { name: '其其格', phone: '13800005502' }
    const page = await house.app.inject({ url: `/s/${one.code}` })
    expect(page.body).toContain('签退')
    expect((await send(one.code, { ...her, way: 'out' })).body).toContain('还没有您的签到')
    for (const who of [her, other]) expect((await send(one.code, { ...who, way: 'in' })).body).toContain('已签到')
    // An hour and a half later, by moving the beginning; the shift's hours are those of this moment.
    await onDuty(house.appPool, 'load', async (tx) => {
      await tx.change(sql`UPDATE attendances SET signed_in = ${began} WHERE activity = ${one.id}`)
      await tx.change(
        sql`UPDATE activities SET answers = answers || ${JSON.stringify({ startsAt: began, endsAt: ends })}::jsonb WHERE id = ${one.id}`,
      )
    })
    const second = await running({ startsAt: at(today, 12), endsAt: at(today, 20) })
    expect((await send(second.code, { ...her, way: 'in' })).body).toContain('还没有签退')
    for (const _tap of [1, 2]) expect((await send(one.code, { ...her, way: 'out' })).body).toContain('已签退')
    const list = (await call(leader, 'GET', `${one.path}/attendance`)).body.items
    expect(list.map((row: { minutes: number | null }) => row.minutes)).toEqual([90, null])
    const finishing = { served: 6, servedBy: 'estimate' }
    expect((await act(leader, one.path, 'finish', finishing)).body.code).toBe('needs-unmet')
    const forgot = list[1].person as string
    const settle = (minutes: number, reason?: string, person = forgot) =>
      call(leader, 'POST', `${one.path}/attendance`, {
        actionId: v7(),
        people: [{ person, minutes }],
        ...(reason && { reason }),
      })
    expect((await settle(60)).body.code).toBe('reason-needed')
    expect((await settle(180, '忘了签退')).body.code).toBe('hours-over-shift')
    expect((await settle(60, '忘了签退')).status).toBe(200)
    await done(leader, one.path, 'finish', finishing)
    expect((await act(leader, one.path, 'confirm')).body.code).toBe('second-person')
    await done(organiser, one.path, 'confirm')
    expect(await figure('volunteer-session.minutes')).toBe(150)
    await done(organiser, one.path, 'giveBack', {}, '少算了半小时')
    expect(await figure('volunteer-session.minutes')).toBe(0)
    expect((await settle(90, '和她核对过')).status).toBe(200)
    await done(leader, one.path, 'finish', finishing)
    await done(organiser, one.path, 'confirm')
    expect(await figure('volunteer-session.minutes')).toBe(180)

    const person = list[0].person as string
    const member = await made(leader, 'volunteer', {
      name: '高娃',
      person,
      joinedOn: today,
      national: '15292100001234',
    })
    await done(chair, member.path, 'verify')
    const asked = { content: true, number: false, responsible: '其木格', handler: '王芳', contact: '0483-8220000' }
    const early = { from: '2020-01-01', to: '2020-12-31', ...asked }
    expect((await act(organiser, member.path, 'certify', early)).body.code).toBe('nothing-served')
    await done(organiser, member.path, 'certify', { from: addCalendarDays(today, -30), to: today, ...asked })
    const { body } = await call(organiser, 'GET', `${member.path}/documents`)
    expect(body.possible).toEqual([])
    expect(body.issued).toMatchObject([{ issue: 1, latest: true, templateVersion: 1 }])
    const direct = await call(organiser, 'POST', `${member.path}/documents/service-certificate`, { id: v7() })
    expect(direct.status).toBe(404)
    const file = await call(
      organiser,
      'GET',
      `/documents/${body.issued[0].id}/file?purpose=${encodeURIComponent('给她本人')}`,
    )
    const words = (await linesOf(file.raw.rawPayload)).join('\n')
    for (const said of [
      '志愿服务记录证明',
      body.issued[0].number,
      '高娃',
      '15292100001234',
      '1 小时 30 分钟',
      '上门陪伴',
      '其木格',
      '东旗妇联',
    ])
      expect(words).toContain(said)
    expect(words).not.toContain('身份证号')
    expect(await figure('volunteer.certificates')).toBe(1)
    await done(organiser, member.path, 'void', {}, '姓名写错')
    expect(await figure('volunteer.certificates')).toBe(0)

    // She leaves: nobody sees her data; erased, only what counted is left.
    await done(leader, member.path, 'leave', {}, '本人提出')
    expect((await call(chair, 'GET', member.path)).body.answers).not.toHaveProperty('national')
    await done(organiser, member.path, 'erase')
    const [row] = await onDuty(house.appPool, 'load', (tx) =>
      tx.rows(sql`SELECT title, answers, key_salt FROM members WHERE id = ${member.id}`),
    )
    expect(row).toMatchObject({ title: '已删除', key_salt: null })
    expect(JSON.stringify(row)).not.toMatch(/高娃|1234/)
    expect(await figure('volunteer-session.minutes')).toBe(180)
  })

  test('nobody’s hours are in two places', async () => {
    const she = await volunteer()
    const [one, two] = [
      await running({ startsAt: at(today, 1), endsAt: at(today, 3) }),
      await running({ startsAt: at(today, 2), endsAt: at(today, 4) }),
    ]
    for (const { path } of [one, two])
      expect(
        (
          await call(leader, 'POST', `${path}/attendance`, {
            actionId: v7(),
            people: [{ person: she.person, minutes: 60 }],
          })
        ).status,
      ).toBe(200)
    const refused = await act(leader, one.path, 'finish', { served: 1, servedBy: 'sheet' })
    expect(refused.body).toMatchObject({ code: 'hours-overlap' })
    await call(leader, 'POST', `${two.path}/attendance`, { actionId: v7(), remove: [she.person] })
    await done(leader, one.path, 'finish', { served: 1, servedBy: 'sheet' })
  })
})

test('the ledger holds what the records are worth', async () => {
  const found: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) => found.push(line.join(' ')))
  expect(found).toEqual([])
})
