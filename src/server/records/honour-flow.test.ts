import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const ago = (days: number) => addCalendarDays(today, -days)
const village = await house.signIn('chair', orgs.village)
const township = await house.signIn('chair', orgs.township)
const family = await house.signIn('family', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const judges = await Promise.all(
  (['publicity', 'rights', 'lawyer'] as const).map((role) => house.signIn(role, orgs.banner)),
)
const abroad = await house.signIn('family', orgs.otherBanner)

const make = async (who: Signed, programme: string, answers: object) => {
  const id = v7()
  const made = await call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  expect(made.status, made.raw.body).toBe(200)
  return `/records/${programme}/${id}`
}
const act = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const { body } = await call(who, 'GET', path)
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
const marks = (mark: number) => ({ marks: [{ criterion: 'truth', mark }], free: 'free' })
const titles = async (who: Signed) =>
  (await call(who, 'GET', '/records/honour-call')).body.items?.map((row: { title: string }) => row.title)

const call1 = {
  title: '寻找最美家庭',
  honour: 'beautiful-family',
  level: 'banner',
  opensOn: ago(30),
  closesOn: addCalendarDays(today, 30),
  criteria: [{ criterion: 'truth', weight: 100 }],
  noticeDays: 5,
  conditions: '事迹真实，群众公认。',
}

test('a call is read below once it is published, changed by nobody there, and unknown beside it', async () => {
  const path = await make(family, 'honour-call', call1)
  expect(await titles(village)).toEqual([])
  expect((await call(village, 'GET', path)).status).toBe(404)
  await done(chair, path, 'publish')
  expect(await titles(village)).toEqual(['寻找最美家庭'])
  const seen = await call(village, 'GET', path)
  expect(seen.body.abilities).toMatchObject({ actions: [], edit: false, attach: false })
  expect((await act(village, path, 'close')).body.code).toBe('not-allowed')
  const edit = { actionId: v7(), revision: seen.body.revision, answers: { title: '改个名字' } }
  expect((await call(village, 'PATCH', path, edit)).status).toBeGreaterThanOrEqual(400)
  expect((await call(family, 'GET', path)).body.answers.title).toBe('寻找最美家庭')
  expect(await titles(abroad)).toEqual([])
  expect((await call(abroad, 'GET', path)).status).toBe(404)
})

test('a family from the village to its title: blind sheets, four eyes, one family however often named', async () => {
  const path = await make(family, 'honour-call', { ...call1, title: '第二次寻找' })
  await done(chair, path, 'publish')
  const head = await house.addPerson(orgs.village, '试代表')
  const nominated = await make(village, 'family-nomination', {
    call: path.slice(-36),
    level: 'banner',
    nominatedOn: ago(20),
    path: 'others',
    short: '三代同堂，照看老人从不推给别人。',
    honour: 'beautiful-family',
    head,
    category: 'elders',
    consent: true,
    clean: { crime: true, violence: true, drugs: true, credit: true, tax: true },
  })
  await done(village, nominated, 'submit')
  await done(village, nominated, 'evaluate', {
    metOn: ago(18),
    present: 8,
    unrelated: 5,
    inFavour: 8,
    against: 0,
    visited: true,
  })
  await done(village, nominated, 'post', { localFrom: ago(17), localTo: ago(13) })
  await done(township, nominated, 'recommend')
  for (const agency of ['police', 'civil'])
    await done(family, nominated, 'opinion', { agency, result: 'yes', givenOn: ago(11) })
  await done(family, nominated, 'vet')
  await done(family, nominated, 'openJury')
  expect((await act(township, nominated, 'judge', marks(9))).body.code).toBe('second-person')
  const [first, second, third] = judges as [Signed, Signed, Signed]
  await done(first, nominated, 'judge', marks(9))
  expect((await act(first, nominated, 'judge', marks(1))).body.code).toBe('second-person')
  await done(second, nominated, 'judge', marks(6))
  // Nobody reads another's sheet, neither a judge nor the organiser nor the village; each reads her own.
  const sheets = async (who: Signed) =>
    (await call(who, 'GET', nominated)).body.history
      .filter((item: { action: string }) => item.action === 'judge')
      .map((item: { answers: { marks?: { mark: number }[] } }) => item.answers.marks?.[0]?.mark ?? null)
  expect(await sheets(first)).toEqual([9, null])
  expect(await sheets(second)).toEqual([null, 6])
  for (const who of [third, family, chair, village, township]) expect(await sheets(who)).toEqual([null, null])
  expect((await act(family, nominated, 'closeJury')).body.code).toBe('needs-unmet')
  await done(third, nominated, 'judge', marks(8))
  await done(family, nominated, 'closeJury')
  expect(await sheets(family)).toEqual([9, 6, 8])
  await done(family, nominated, 'notice', { noticeFrom: ago(12), noticeTo: ago(1), phone: '0483-8100000' })
  const words = { decidedBy: '主席办公会', document: '（演示）1号' }
  expect((await act(family, nominated, 'decideBanner', words)).body.code).toBe('second-person')
  expect((await act(village, nominated, 'decideBanner', words)).body.code).toBe('second-person')
  await done(chair, nominated, 'decideBanner', words)
  await done(family, nominated, 'award')

  const held = (await call(village, 'GET', '/records/award')).body.items
  expect(held).toHaveLength(1)
  expect(held[0]).toMatchObject({ title: '最美家庭', number: expect.stringMatching(/^RY-152921-\d{4}-00001$/) })
  // Named once more, a level up: two namings, one family.
  await make(chair, 'award', {
    honour: 'beautiful-family',
    level: 'league',
    awardedOn: today,
    person: head,
    document: '（演示）2号',
  })
  const figure = async (measure: string) =>
    (await call(family, 'GET', `/figures?measure=award.${measure}&org=${orgs.banner}&from=${ago(30)}&to=${today}`)).body
      .value
  expect([await figure('namings'), await figure('families'), await figure('standing')]).toEqual([2, 1, 2])
})
