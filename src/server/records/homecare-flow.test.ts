import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { onDuty } from '../database/actor.ts'
import { expireDue } from '../deadlines/expire.ts'
import { verifyLedger } from '../ledger/verify.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const seat = orgs.banner + 21
const otherSeat = orgs.banner + 22
const chair = await house.signIn('chair', orgs.banner)
const development = await house.signIn('development', orgs.banner)
const upper = await house.signIn('development', orgs.region)
const rights = await house.signIn('rights', orgs.banner)
const address = '桃李小区三号楼二单元'
const phone = '13900001111'
let company: Signed
let rival: Signed
let member = ''
let worker = ''

const make = async (who: Signed, programme: string, answers: object) => {
  const id = v7()
  const made = await call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  expect(made.status, made.raw.body).toBe(200)
  return `/records/${programme}/${id}`
}
const act = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const { body, status, raw } = await call(who, 'GET', path)
  expect(status, raw.body).toBe(200)
  return call(who, 'POST', `${path}/actions/${action}`, {
    actionId: v7(),
    revision: body.revision,
    answers,
    reason: '写明',
  })
}
const done = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const acted = await act(who, path, action, answers)
  expect(acted.status, `${action}: ${acted.raw.body}`).toBe(200)
  return acted.body
}
const idOf = (path: string) => path.slice(-36)
const checked = (healthTo: string) => ({ healthTo, identitySeen: true, creditOn: today, credit: 'may', agrees: true })
const orderOf = () =>
  make(company, 'homecare-order', {
    category: 'cleaning',
    requestedOn: today,
    company: idOf(member),
    client: '王女士',
    phone,
    address,
    startsOn: today,
  })
const terms = { tasks: true, pay: true, rest: true, insurance: true, ending: true, documents: true }
const signed = { price: 40_00, unit: 'hour', contractNo: 'YS-1', terms, disclosed: true }

beforeAll(async () => {
  await onDuty(house.appPool, 'load', (tx) =>
    tx.rows(sql`
    INSERT INTO organisations (code, kind, level, name, short_name, agency)
    SELECT code, 'partner', 'banner', name, name, 'company'
    FROM unnest(${[seat, otherSeat]}::bigint[], ${['东旗亮姐家政', '东旗好帮手家政']}::text[]) AS o (code, name)`),
  )
  company = await house.signIn('company', seat)
  rival = await house.signIn('company', otherSeat)
  member = await make(chair, 'homecare-company', {
    name: '东旗亮姐家政服务有限公司',
    appliedOn: today,
    creditCode: '91350100M000100Y43',
    legalPerson: '试法人',
    mode: 'employer',
    services: ['cleaning', 'infant'],
    staff: 3,
    phone: '0483-8221000',
    address: '东旗演示街一号',
  })
  const seen = { licenceSeen: true, staffSeen: true, pricesShown: true, standardUsed: true }
  await done(development, member, 'verify', { visitedOn: today, ...seen })
  await done(upper, member, 'authorise', { authorisedTo: addCalendarDays(today, 700), grade: 'none' })
  await done(development, member, 'seat', { seat })
  const person = await house.addPerson(seat, '试家政')
  worker = await make(company, 'homecare-worker', {
    name: '试家政',
    person,
    company: idOf(member),
    since: today,
    skills: ['cleaning'],
  })
  await done(company, worker, 'check', checked(today))
})

test('a post of a company is given at a company only, and no other there', async () => {
  const admin = await house.signIn('administrator', orgs.banner)
  const give = async (role: string, org: number) => {
    const given = await call(admin, 'POST', `/accounts/${rights.actor.account}/posts`, { id: v7(), role, org })
    return given.body.code
  }
  expect(await give('company', orgs.banner)).toBe('partner-post')
  expect(await give('partner', seat)).toBe('partner-post')
  expect(await give('rights', seat)).toBe('partner-post')
})

test('a company is told of nobody it did not register itself', async () => {
  const register = (who: Signed, org: number, body: object) =>
    call(who, 'POST', '/people', {
      id: v7(),
      org,
      name: '敖登其其格',
      gender: 'female',
      birthDate: '1988-08-08',
      consents: [{ purpose: 'registration', method: 'ticked' }],
      ...body,
    })
  const document = { idType: 'citizen-id', idNumber: '150000198808080023' }
  const first = await register(chair, orgs.banner, document)
  expect(first.status, first.raw.body).toBe(200)
  const known = await register(company, seat, document)
  expect([known.status, known.body.code, known.body.facts.org]).toEqual([409, 'person-exists', null])
  expect(known.raw.body).not.toContain('东旗妇联')
  expect((await register(development, orgs.banner, {})).body.code).toBe('person-similar')
  expect((await register(company, seat, {})).status).toBe(200)
  const found = await call(company, 'GET', `/people?q=${encodeURIComponent('敖登其其格')}`)
  expect(found.body.items).toHaveLength(1)
})

test('who is not listed is sent nowhere: the day her certificate ends the house stops her, and naming her again is asked again', async () => {
  const order = await orderOf()
  await done(company, order, 'agree', signed)
  const assign = { worker: idOf(worker), fits: 'plain' }
  await done(company, order, 'assign', assign)
  await done(company, order, 'decline', { why: 'time' })
  expect(await expireDue(house.house, new Date(Date.now() + 86_400_000))).toBe(1)
  expect((await call(company, 'GET', worker)).body.state).toBe('lapsed')
  const again = await act(company, order, 'assign', assign)
  expect([again.status, again.body.code, again.body.field]).toEqual([422, 'field-invalid', 'answers.worker'])
  await done(company, worker, 'restore', checked(addCalendarDays(today, 360)))
  await done(company, order, 'assign', assign)
  for (const step of ['accept', 'leave', 'start', 'safe', 'finish']) await done(company, order, step)
  await done(company, order, 'confirm', { proof: 'signed', content: 'yes' })
  const figure = await call(
    upper,
    'GET',
    `/figures?measure=homecare-order.contentRate&org=${orgs.region}&from=${today}&to=${today}`,
  )
  expect(figure.body).toMatchObject({ value: 1, numerator: 1, denominator: 1 })
})

test('a suspended company takes no new order', async () => {
  await done(chair, member, 'suspend')
  const refused = await call(company, 'POST', '/records/homecare-order', {
    id: v7(),
    actionId: v7(),
    answers: {
      category: 'cleaning',
      requestedOn: today,
      company: idOf(member),
      client: '王女士',
      phone,
      address,
      startsOn: today,
    },
  })
  expect(refused.body).toMatchObject({ code: 'field-invalid', field: 'answers.company' })
  await done(development, member, 'restore')
})

test('the client’s home and phone are the company’s to read: no other company, no federation above', async () => {
  const order = await orderOf()
  const open = (who: Signed, fields: string[]) =>
    call(who, 'POST', `${order}/open`, { fields, purpose: '安排上门服务' })
  expect((await open(company, ['address'])).raw.body).toContain(address)
  expect((await call(rival, 'GET', order)).status).toBe(404)
  for (const who of [chair, development, upper]) {
    const seen = await call(who, 'GET', order)
    expect(seen.status).toBe(200)
    expect(seen.raw.body).not.toMatch(new RegExp(`${address}|${phone}|王女士`))
    expect(seen.body.abilities.open).toBe(false)
    expect((await open(who, ['address'])).status).toBeGreaterThanOrEqual(403)
  }
})

test('danger on an order is the rights post’s alone: with the address, unread by anybody else, no trace of words on the order', async () => {
  const order = await orderOf()
  await done(company, order, 'agree', signed)
  await done(company, order, 'assign', { worker: idOf(worker), fits: 'plain' })
  const words = '他锁了门，说不做完不让走'
  const second = await house.signIn('company', seat)
  await done(company, order, 'danger', { what: words })
  for (const who of [second, development, chair, upper])
    expect((await call(who, 'GET', order)).raw.body).not.toContain(words)
  const list = await call(rights, 'GET', '/records/homecare-safety')
  expect(list.body.items).toHaveLength(1)
  const path = `/records/homecare-safety/${list.body.items[0].id}`
  const told = await call(rights, 'POST', `${path}/open`, {
    fields: ['what', 'place', 'side'],
    purpose: '马上联系本人',
  })
  expect(told.raw.body).toContain(words)
  expect(told.raw.body).toContain(address)
  for (const who of [company, second, development, chair, upper]) {
    expect((await call(who, 'GET', path)).status).toBe(404)
    expect((await call(who, 'GET', order)).body.arisen).toEqual({ from: [], to: [] })
  }
  expect((await act(rights, path, 'close', { result: '已回家' })).body.code).toBe('state-passed')
  await done(rights, path, 'reach', { safe: 'no' })
  expect((await act(rights, path, 'close', { result: '已回家' })).body.code).toBe('needs-unmet')
  await done(rights, path, 'openCase')
  expect((await call(rights, 'GET', '/records/rights-case')).body.items).toHaveLength(1)
})

test('a complaint goes to its company without whom to call; harassment goes to the rights post instead', async () => {
  const file = (about: string) =>
    make(development, 'homecare-complaint', {
      from: 'client',
      filedOn: today,
      about,
      what: '多收了钱，说好按小时。',
      contact: '晚上打这个电话',
    })
  const fee = await file('fee')
  expect((await call(company, 'GET', fee)).status).toBe(404)
  await done(development, fee, 'send', { company: seat })
  const received = await call(company, 'GET', fee)
  expect(received.body.received).toBe(true)
  expect(received.raw.body).not.toMatch(/contact|晚上打/)
  expect((await call(rival, 'GET', fee)).status).toBe(404)
  // Later it turns out to be more: the company sees neither the step nor the words.
  await done(development, fee, 'danger', { what: '他后来到楼下等她', contact: '找她姐姐' })
  const after = await call(company, 'GET', fee)
  expect(after.raw.body).not.toMatch(/danger|楼下|姐姐/)
  expect(after.body.state).toBe('sent')
  await done(company, fee, 'accept')
  await done(company, fee, 'answer', { answer: '多收的已退。', outcome: 'refund' })
  await done(development, fee, 'settle', { told: true })

  const grave = await file('harassment')
  expect((await act(development, grave, 'send', { company: seat })).body.code).toBe('needs-unmet')
  expect((await act(development, grave, 'setAside')).body.code).toBe('needs-unmet')
  await done(development, grave, 'danger', { what: '家里人说上门的人动手动脚' })
  await done(development, grave, 'setAside')
  expect((await call(company, 'GET', grave)).status).toBe(404)
  expect((await call(rights, 'GET', '/records/homecare-safety')).body.items.length).toBeGreaterThanOrEqual(2)

  const found: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) => found.push(line.join(' ')))
  expect(found).toEqual([])
})
