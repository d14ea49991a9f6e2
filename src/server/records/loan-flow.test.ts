import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { todayInShanghai } from '../../core/day.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const village = await house.signIn('chair', orgs.village)
const township = await house.signIn('chair', orgs.township)
const chair = await house.signIn('chair', orgs.banner)
const development = await house.signIn('development', orgs.banner)
const leagueChair = await house.signIn('chair', orgs.league)
let bank: number
let otherBank: number
let clerk: Signed
let otherClerk: Signed
let woman: string
beforeAll(async () => {
  const found = async (name: string) =>
    (
      await call(chair, 'POST', '/orgs', {
        id: v7(),
        under: orgs.banner,
        kind: 'partner',
        agency: 'bank',
        name,
        on: today,
      })
    ).body.code
  bank = await found('农行东旗支行')
  otherBank = await found('邮储东旗支行')
  clerk = await house.signIn('partner', bank)
  otherClerk = await house.signIn('partner', otherBank)
  woman = await house.addPerson(orgs.village, '萨仁')
})

const secret = '买一台冷藏柜'
const name = '萨仁其其格'

test('a bank has what she agreed to and no more; when she takes her consent back it has nothing of her any more', async () => {
  const id = v7()
  const path = `/records/loan-referral/${id}`
  const answers = {
    project: '奶食品作坊',
    askedOn: today,
    person: woman,
    borrower: 'person',
    industry: 'dairy',
    place: '井边三号院',
    employs: 3,
    amount: 80_000_00,
    months: 24,
    purpose: secret,
  }
  const made = await call(village, 'POST', '/records/loan-referral', { id, actionId: v7(), answers })
  expect(made.status, made.raw.body).toBe(200)
  let revision = 1
  const act = async (who: Signed, action: string, more: Record<string, unknown> = {}) => {
    const answer = await call(who, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision, ...more })
    if (answer.status === 200) revision = answer.body.revision
    return answer
  }
  const done = async (who: Signed, action: string, more: Record<string, unknown> = {}) => {
    const answer = await act(who, action, more)
    expect(answer.status, answer.raw.body).toBe(200)
    return answer
  }
  // The same woman asks once at a time, whoever writes it down.
  const twice = { id: v7(), actionId: v7(), answers: { ...answers, project: '又一个项目' } }
  expect((await call(township, 'POST', '/records/loan-referral', twice)).body.code).toBe('already-claimed')

  await done(village, 'advise', { answers: { shown: true, warned: true, ownWish: true } })
  const facts = { livesHere: true, projectSeen: true, unrelated: true, opinion: '项目真实。' }
  expect((await act(village, 'recommend', { answers: facts })).status).not.toBe(200)
  await done(township, 'recommend', { answers: facts })
  const consent = {
    bankName: '农行东旗支行',
    share: ['name', 'phone', 'project', 'loan'],
    consentOn: today,
    consentWay: 'signed',
    sharedName: name,
    sharedPhone: '13800000000',
  }
  await done(village, 'agree', { answers: consent })
  const unmet = await act(chair, 'check')
  expect([unmet.body.code, unmet.body.facts?.check]).toEqual(['needs-unmet', 'consented'])
  await done(village, 'agree', { answers: { ...consent, share: [...consent.share, 'opinion'] } })
  await done(chair, 'check')
  expect((await call(clerk, 'GET', path)).status).toBe(404)
  await done(development, 'send', { answers: { bank } })

  const seen = await call(clerk, 'GET', path)
  expect(seen.status).toBe(200)
  expect(Object.keys(seen.body.answers)).not.toEqual(expect.arrayContaining(['employs']))
  expect(seen.raw.body).not.toMatch(new RegExp(`${secret}|consentWay|unrelated|employs|${woman}`))
  const open = (who: Signed, fields: string[]) => call(who, 'POST', `${path}/open`, { purpose: '看能不能贷', fields })
  expect((await open(clerk, ['purpose', 'sharedName'])).body.values).toEqual({ purpose: secret, sharedName: name })
  expect((await open(clerk, ['employs'])).body.code).toBe('field-unknown')
  expect((await call(otherClerk, 'GET', path)).status).toBe(404)
  // Above, it is there and masked: a figure goes up, a woman stays where she is served.
  const above = await call(leagueChair, 'GET', path)
  expect(above.status).toBe(200)
  expect(above.raw.body).not.toMatch(new RegExp(`${secret}|${name}|13800000000`))
  const papers = (await call(clerk, 'GET', `${path}/documents`)).body.issued
  expect(papers.map((one: { mayOpen: boolean }) => one.mayOpen)).toEqual([true])

  await done(village, 'withdraw', { reason: '她改了主意' })
  const after = await call(clerk, 'GET', path)
  expect(after.raw.body).not.toMatch(new RegExp(`${name}|${secret}|13800000000|井边三号院`))
  expect((await open(clerk, ['purpose'])).body.code).toBe('field-unknown')
  const left = (await call(clerk, 'GET', `${path}/documents`)).body.issued
  expect(left.map((one: { mayOpen: boolean }) => one.mayOpen)).toEqual([false])
  const file = await call(clerk, 'GET', `/documents/${papers[0].id}/file?purpose=again`)
  expect(file.status).toBe(403)
  // She may ask again.
  expect((await call(township, 'POST', '/records/loan-referral', { ...twice, id: v7(), actionId: v7() })).status).toBe(
    200,
  )
})
