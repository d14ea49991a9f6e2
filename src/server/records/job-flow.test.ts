import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { verifyLedger } from '../ledger/verify.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const maker = await house.signIn('development', orgs.banner)
const second = await house.signIn('chair', orgs.banner)
const village = await house.signIn('chair', orgs.village)
const outside = await house.signIn('family', orgs.banner)

const create = async (who: Signed, programme: string, answers: object) => {
  const id = v7()
  const { status, body } = await call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  return { id, path: `/records/${programme}/${id}`, status, body }
}
const act = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const { body } = await call(who, 'GET', path)
  return call(who, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision: body.revision, answers })
}
const done = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const { status, raw } = await act(who, path, action, answers)
  expect(status, `${action}: ${raw.body}`).toBe(200)
}
const newEmployer = (uscc = '91150000MAFAKE0014') =>
  create(maker, 'employer', {
    name: '试用单位',
    registeredOn: today,
    uscc,
    industry: 'trade',
    address: '试点街道一号',
    contact: '陈店长',
    phone: '16900000001',
  })
const said = { checked: '看过营业执照和授权书', clean: true }
const postOf = (employer: string, more: object = {}) => ({
  title: '收银员',
  employer,
  openedOn: today,
  kind: 'full',
  headcount: 6,
  duties: '负责超市收银和整理货架，会用收银机，每班八小时，轮休。',
  place: '试点街道',
  payFrom: 3000_00,
  payTo: 4000_00,
  payPer: 'month',
  validTo: addCalendarDays(today, 40),
  source: 'own',
  ...more,
})
const published = async (employer: string) => {
  const post = await create(maker, 'job-post', postOf(employer))
  expect(post.status).toBe(200)
  await done(second, post.path, 'check')
  await done(maker, post.path, 'publish', { licence: '旗就业服务中心 001' })
  return post
}

test('an employer is chosen only while it stands as verified; one named before stays named', async () => {
  const employer = await newEmployer()
  const early = await create(maker, 'job-post', postOf(employer.id))
  expect([early.status, early.body.code, early.body.field]).toEqual([422, 'field-invalid', 'answers.employer'])
  expect((await act(maker, employer.path, 'verify', said)).body.code).toBe('second-person')
  await done(second, employer.path, 'verify', said)
  const post = await create(maker, 'job-post', postOf(employer.id))
  expect(post.status).toBe(200)
  const blocked = await call(second, 'POST', `${employer.path}/actions/block`, {
    actionId: v7(),
    revision: (await call(second, 'GET', employer.path)).body.revision,
    answers: {},
    reason: '查实收押金',
  })
  expect(blocked.status, blocked.raw.body).toBe(200)
  const again = await create(maker, 'job-post', postOf(employer.id))
  expect(again.status).toBe(422)
  // The draft that named it can still be mended, and still names it.
  const { body } = await call(maker, 'GET', post.path)
  const edited = await call(maker, 'PATCH', post.path, {
    actionId: v7(),
    revision: body.revision,
    answers: { employer: employer.id, hours: '9:00—18:00' },
  })
  expect(edited.status, edited.raw.body).toBe(200)
})

test('a wrong credit code and a discriminating sentence stop the step and name the condition', async () => {
  const wrong = await newEmployer('91150000MAFAKE0015')
  expect((await act(second, wrong.path, 'verify', said)).body).toMatchObject({
    code: 'needs-unmet',
    facts: { check: 'codeFits' },
  })
  const employer = await newEmployer()
  await done(second, employer.path, 'verify', said)
  const post = await create(maker, 'job-post', postOf(employer.id, { conditions: '未婚未育优先' }))
  expect((await act(second, post.path, 'check')).body).toMatchObject({
    code: 'needs-unmet',
    facts: { check: 'fair' },
  })
})

test('rows of a list name records: unknown and unpublished ones are refused, known ones come with their titles', async () => {
  const employer = await newEmployer()
  await done(second, employer.path, 'verify', said)
  const draft = await create(maker, 'job-post', postOf(employer.id))
  const post = await published(employer.id)
  const fair = await create(maker, 'job-fair', {
    title: '试办招聘会',
    heldOn: addCalendarDays(today, 20),
    place: '试点会展中心',
    coHosts: '人社局',
    licence: '旗就业服务中心 001',
    expected: 100,
    plan: true,
    emergencyPlan: true,
    safetyPlan: true,
  })
  await done(second, fair.path, 'approve')
  for (const wrong of [v7(), draft.id, employer.id]) {
    const { body, status } = await act(maker, fair.path, 'show', { stalls: [{ post: wrong, headcount: 3 }] })
    expect([status, body.code, body.field]).toEqual([422, 'field-invalid', 'answers.stalls'])
  }
  await done(maker, fair.path, 'show', { stalls: [{ post: post.id, headcount: 6 }] })
  const { body } = await call(maker, 'GET', fair.path)
  expect(body.linked).toContainEqual({ id: post.id, programme: 'job-post', title: '收银员' })
})

test('an intention is kept where she is served: masked above, not there for who has no part, gone when she withdraws', async () => {
  const employer = await newEmployer()
  await done(second, employer.path, 'verify', said)
  const post = await published(employer.id)
  const person = await house.addPerson(orgs.banner, '试求职')
  const intent = await create(maker, 'job-intent', {
    channel: 'office',
    person,
    intendedOn: today,
    post: post.id,
    consent: false,
    wish: '离家近一点的',
  })
  expect(intent.status).toBe(200)
  for (const who of [outside, village]) expect((await call(who, 'GET', intent.path)).status).toBe(404)
  await done(maker, intent.path, 'withdraw')
  const { body } = await call(maker, 'GET', intent.path)
  expect(JSON.stringify(body)).not.toContain('离家近一点的')
  const found: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) => found.push(line.join(' ')))
  expect(found).toEqual([])
})
