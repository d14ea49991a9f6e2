import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { madeCitizenId } from '../../core/citizen-id.ts'
import { asActor, onDuty } from '../database/actor.ts'

const house = await makeHouse()
const { call, signIn } = house
let village: Signed
let township: Signed
let league: Signed
let rights: Signed
let sequence = 100

beforeAll(async () => {
  village = await signIn('chair', orgs.village)
  township = await signIn('family', orgs.township)
  league = await signIn('chair', orgs.league)
  rights = await signIn('rights', orgs.village)
})

const number = (bornOn: string) => {
  sequence += 2
  return madeCitizenId(bornOn, sequence)
}
const newcomer = (name: string, more: Record<string, unknown> = {}) => ({ id: v7(), name, org: orgs.village, ...more })
async function add(name: string, more: Record<string, unknown> = {}, who = village) {
  const { status, body } = await call(who, 'POST', '/people', newcomer(name, more))
  expect([status, body.code]).toEqual([200, undefined])
  return body
}
const stored = (id: string) =>
  onDuty(house.appPool, 'load', (tx) => tx.first<Record<string, unknown>>(sql`SELECT * FROM people WHERE id = ${id}`))

const readsOf = async (subject: string) => {
  const auditor = await signIn('auditor', orgs.region)
  return asActor(house.appPool, auditor.actor, (tx) =>
    tx.rows(sql`SELECT purpose, fields, account FROM reads WHERE subject_id = ${subject} ORDER BY at`),
  )
}

describe('registering', () => {
  it('reads birth date and sex from the number, seals it, and is the same person when sent twice', async () => {
    const idNumber = number('1985-05-20')
    const body = newcomer('娜仁花', { idNumber, phone: '138 0000 4321', address: '试盟东旗南镇红柳嘎查12号' })
    const first = await call(village, 'POST', '/people', body)
    expect(first.body).toMatchObject({
      name: '娜仁花',
      named: true,
      gender: 'female',
      birthDate: '1985-05-20',
      phone: '138****4321',
      idType: 'citizen-id',
      revision: 1,
    })
    expect(first.body.idNumber).toMatch(/^150\*{11}\d{4}$|^150\*{11}\d{3}X$/)
    expect(first.body.address).not.toContain('12号')
    expect((await call(village, 'POST', '/people', body)).body.id).toBe(body.id)
    const row = await stored(body.id)
    expect(JSON.stringify(row)).not.toContain('13800004321')
    expect(row?.phone_tail).toBe('4321')
    const found = await call(village, 'POST', '/people/find', { idNumber })
    expect(found.body.items.map((p: { id: string }) => p.id)).toEqual([body.id])
    expect((await call(village, 'POST', '/people/find', { phone: '+86 13800004321' })).body.items).toHaveLength(1)
  })

  it.each([
    [{ idNumber: '150000198505200000' }, 'id-number-wrong', 'idNumber'],
    [{ idNumber: madeCitizenId('1985-05-20', 2), birthDate: '1985-05-21' }, 'field-invalid', 'birthDate'],
    [{ idNumber: madeCitizenId('1985-05-20', 2), gender: 'male' }, 'field-invalid', 'gender'],
    [{ phone: '12345' }, 'phone-wrong', 'phone'],
    [{ name: '王3' }, 'field-invalid', 'name'],
    [{ birthDate: '2999-01-01' }, 'date-future', 'birthDate'],
    [{ birthDate: '2020-01-01' }, 'guardian-needed', 'consents'],
    [{ org: orgs.village2 }, 'org-unknown', 'org'],
  ])('refuses %j', async (more, code, field) => {
    const { body } = await call(village, 'POST', '/people', newcomer('王芳芳', more))
    expect([body.code, body.field]).toEqual([code, field])
  })

  it('takes a child only with a guardian who signed, and masks her even for her own organisation', async () => {
    const mother = await add('萨仁', { birthDate: '1990-01-01' })
    const consents = [{ purpose: 'registration', method: 'guardian-signed' }]
    const without = await call(village, 'POST', '/people', newcomer('小草', { birthDate: '2020-01-01', consents }))
    expect([without.body.code, without.body.field]).toEqual(['guardian-needed', 'guardian'])
    const child = await add('小草', { birthDate: '2020-01-01', consents, guardian: mother.id })
    expect(child).toMatchObject({
      name: '小*',
      named: false,
      minor: true,
      birthDate: null,
      guardian: mother.id,
      consents,
    })
  })

  it('refuses a number that is registered anywhere and says who keeps her', async () => {
    const idNumber = number('1970-02-03')
    const her = await add('高娃', { idNumber })
    const elsewhere = await signIn('chair', orgs.village2)
    const other = await call(elsewhere, 'POST', '/people', newcomer('高娃娃', { idNumber, org: orgs.village2 }))
    expect([other.status, other.body.code, other.body.facts.person]).toEqual([409, 'person-exists', null])
    expect(other.body.text).toContain('红柳嘎查妇联')
    const here = await call(village, 'POST', '/people', newcomer('高娃娃', { idNumber }))
    expect(here.body.facts.person).toBe(her.id)
  })

  it('asks about a similar person first', async () => {
    await add('苏日娜', { birthDate: '1988-06-01' })
    const elsewhere = await signIn('chair', orgs.village2)
    const body = newcomer('苏日娜', { birthDate: '1988-09-01', org: orgs.village2 })
    const asked = await call(elsewhere, 'POST', '/people', body)
    expect([asked.status, asked.body.code]).toEqual([409, 'person-similar'])
    expect(asked.body.facts.candidates).toEqual([
      { id: null, name: '苏*', birthYear: 1988, gender: 'unknown', org: { code: orgs.village, name: '红柳嘎查妇联' } },
    ])
    expect((await call(elsewhere, 'POST', '/people', { ...body, confirmedNew: true })).status).toBe(200)
    await add('苏日娜', { birthDate: '1950-06-01' })
  })
})

describe('finding', () => {
  it('is by the start of a name or the last digits of a phone, never by a whole number in the address', async () => {
    const her = await add('托娅', { phone: '13900009876' })
    const find = (who: Signed, q: string) => call(who, 'GET', `/people?q=${encodeURIComponent(q)}`)
    expect((await find(village, '托')).body.items).toMatchObject([{ id: her.id, name: '托娅', named: true }])
    expect((await find(township, '托')).body.items).toMatchObject([
      { id: her.id, name: '托*', named: false, phone: '139****9876' },
    ])
    expect((await find(township, '托娅')).body.items).toMatchObject([{ name: '托娅', named: true }])
    expect((await find(township, '9876')).body.items).toMatchObject([{ id: her.id }])
    expect((await find(village, '13900009876')).body.code).toBe('number-in-address')
    for (const q of ['%', '_', "'", '\\']) expect((await find(village, q)).body.items).toEqual([])
  })

  it('pages in the order of names without repeating or losing one, in as many statements for any length', async () => {
    for (const name of ['白一', '白二', '白三', '白四', '白五']) await add(name)
    const seen: string[] = []
    let next: string | null = ''
    do {
      const { body }: { body: { items: { name: string }[]; next: string | null } } = await call(
        village,
        'GET',
        `/people?q=${encodeURIComponent('白')}&limit=2${next ? `&cursor=${next}` : ''}`,
      )
      seen.push(...body.items.map((p) => p.name))
      next = body.next
    } while (next)
    expect(seen).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
    expect((await call(village, 'GET', '/people?cursor=nonsense')).body.code).toBe('cursor-invalid')
  })

  it('ends at the scope and at the role', async () => {
    const her = await add('哈斯')
    const elsewhere = await signIn('chair', orgs.village2)
    const statistician = await signIn('statistician', orgs.region)
    for (const who of [elsewhere, statistician]) {
      expect((await call(who, 'GET', `/people/${her.id}`)).status).toBe(404)
      expect((await call(who, 'POST', `/people/${her.id}/open`, { purpose: '核对', fields: ['name'] })).status).toBe(
        404,
      )
      expect((await call(who, 'GET', `/people?q=${encodeURIComponent('哈斯')}`)).body.items).toEqual([])
    }
    expect((await call(elsewhere, 'GET', `/people?org=${orgs.village}`)).body.code).toBe('out-of-scope')
    expect((await call(statistician, 'POST', '/people', newcomer('某某'))).body.code).toBe('not-allowed')
  })
})

describe('opening', () => {
  it('gives the whole text for a purpose and logs the read; without a purpose neither', async () => {
    const idNumber = number('1979-09-09')
    const her = await add('斯琴', { idNumber, phone: '13700001111' })
    const path = `/people/${her.id}/open`
    expect((await call(village, 'POST', path, { purpose: ' ', fields: ['phone'] })).body.code).toBe('purpose-needed')
    const { body } = await call(township, 'POST', path, {
      purpose: '核对补贴名单',
      fields: ['name', 'idNumber', 'phone', 'birthDate'],
    })
    expect(body).toEqual({ name: '斯琴', idNumber, phone: '13700001111', birthDate: '1979-09-09' })
    expect((await call(league, 'POST', path, { purpose: '看一看', fields: ['idNumber'] })).body.code).toBe(
      'not-allowed',
    )
    expect(await readsOf(her.id)).toEqual([
      { purpose: '核对补贴名单', fields: ['name', 'idNumber', 'phone', 'birthDate'], account: township.actor.account },
    ])
  })
})

describe('editing', () => {
  it('changes what is said and keeps the rest; a stale edit is shown both versions', async () => {
    const her = await add('乌兰', { phone: '13600001234' })
    const path = `/people/${her.id}`
    const edited = await call(village, 'PATCH', path, {
      revision: 1,
      name: '乌兰其其格',
      phone: null,
      birthDate: '1991-01-01',
    })
    expect(edited.body).toMatchObject({ name: '乌兰其其格', phone: null, birthDate: '1991-01-01', revision: 2 })
    const stale = await call(village, 'PATCH', path, { revision: 1, name: '乌兰' })
    expect([stale.status, stale.body.code, stale.body.facts.current.name]).toEqual([409, 'stale-edit', '乌兰其其格'])
    expect((await call(village, 'PATCH', path, { revision: 2, birthDate: '2020-01-01' })).body.code).toBe(
      'guardian-needed',
    )
  })

  it('hides a protected woman from everybody but her own organisation’s rights post', async () => {
    const her = await add('阿茹娜')
    expect((await call(village, 'PATCH', `/people/${her.id}`, { revision: 1, protected: true })).body.code).toBe(
      'not-allowed',
    )
    expect((await call(rights, 'PATCH', `/people/${her.id}`, { revision: 1, protected: true })).body.protected).toBe(
      true,
    )
    expect((await call(village, 'GET', `/people/${her.id}`)).status).toBe(404)
    expect((await call(league, 'GET', `/people/${her.id}`)).status).toBe(404)
    expect((await call(rights, 'GET', `/people/${her.id}`)).status).toBe(200)
  })

  it('records and withdraws consent', async () => {
    const her = await add('其木格')
    const given = await call(village, 'POST', `/people/${her.id}/consents`, {
      id: v7(),
      purpose: 'images',
      method: 'signed',
    })
    expect(given.body).toMatchObject({ purpose: 'images', withdrawnAt: null })
    const path = `/people/${her.id}/consents/${given.body.id}/withdraw`
    const { withdrawnAt } = (await call(village, 'POST', path)).body
    expect(withdrawnAt).not.toBeNull()
    expect((await call(village, 'POST', path)).body.withdrawnAt).toBe(withdrawnAt)
  })
})

describe('households', () => {
  it('have members who come and leave', async () => {
    const [mother, daughter] = [await add('敖登'), await add('敖特根')]
    const body = {
      id: v7(),
      org: orgs.village,
      address: '红柳嘎查东队三号',
      members: [{ person: mother.id, relation: 'self' }],
    }
    expect((await call(village, 'POST', '/households', body)).body.members).toHaveLength(1)
    expect((await call(village, 'POST', '/households', body)).body.members).toHaveLength(1)
    const path = `/households/${body.id}`
    await call(village, 'POST', `${path}/members`, { person: daughter.id, relation: 'child', from: '2020-01-01' })
    const early = await call(village, 'POST', `${path}/members/${daughter.id}/leave`, { on: '2019-01-01' })
    expect(early.body.code).toBe('period-wrong')
    const left = await call(village, 'POST', `${path}/members/${daughter.id}/leave`, { on: '2024-01-01' })
    expect(left.body.members).toMatchObject([
      { name: '敖登', to: null },
      { name: '敖特根', to: '2024-01-01' },
    ])
    expect((await call(township, 'GET', path)).body).toMatchObject({ members: [{ name: '敖*' }, { name: '敖*' }] })
    expect((await call(await signIn('chair', orgs.village2), 'GET', path)).status).toBe(404)
    expect((await call(village, 'POST', `${path}/members`, { person: v7(), relation: 'child' })).status).toBe(404)
  })
})

describe('erasing', () => {
  it('destroys identity, keeps the row and its number, and cannot be undone', async () => {
    const idNumber = number('1966-06-06')
    const her = await add('琪琪格', { idNumber, phone: '13500002222', address: '红柳嘎查西队九号' })
    const before = await stored(her.id)
    const member = v7()
    const answers = JSON.stringify({ name: '琪琪格', person: her.id, joinedOn: '2025-01-01', skills: '会剪纸' })
    await onDuty(house.appPool, 'load', (tx) =>
      tx.rows(sql`
      INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date, person, answers)
      VALUES (1529, 'member', ${member}, 'volunteer', 1, ${orgs.village}, ${orgs.village}, '琪琪格', 'applied', '2025-01-01', ${her.id}, ${answers})`),
    )
    expect((await call(township, 'POST', `/people/${her.id}/erase`, { reason: '本人要求' })).body.code).toBe(
      'not-allowed',
    )
    expect((await call(village, 'POST', `/people/${her.id}/erase`, { reason: '本人要求' })).body).toEqual({
      done: true,
    })
    const row = await stored(her.id)
    expect(row).toMatchObject({
      name: '已删除',
      no: before?.no,
      key_salt: null,
      id_sealed: null,
      id_hash: null,
      phone_sealed: null,
      phone_hash: null,
      phone_mask: null,
      phone_tail: null,
      address: null,
      birth_date: null,
    })
    expect((await call(village, 'GET', `/people/${her.id}`)).body).toMatchObject({ erased: true, abilities: [] })
    expect((await call(village, 'POST', '/people/find', { idNumber })).body.items).toEqual([])
    expect((await call(village, 'PATCH', `/people/${her.id}`, { revision: 2, name: '琪琪格' })).body.code).toBe(
      'person-erased',
    )
    expect(
      await onDuty(house.appPool, 'load', (tx) =>
        tx.first(sql`SELECT title, answers, person FROM members WHERE id = ${member}`),
      ),
    ).toEqual({ title: '已删除', answers: { joinedOn: '2025-01-01', person: her.id }, person: her.id })
    await add('琪琪格', { idNumber })
    expect(await readsOf(her.id)).toMatchObject([{ purpose: '本人要求', fields: ['erased'] }])
  })
})
