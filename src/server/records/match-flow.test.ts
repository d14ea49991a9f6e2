import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { makeFund } from '../../../test/support/money.ts'
import { recordsOf } from '../../../test/support/records.ts'
import { openBook } from '../../../test/support/sheets.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { settleBatch } from '../funds/settle-batch.ts'
import { verifyLedger } from '../ledger/verify.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const family = await house.signIn('family', orgs.banner)
const second = await house.signIn('family', orgs.banner)
const league = await house.signIn('family', orgs.league)
const rights = await house.signIn('rights', orgs.banner)
const outside = await Promise.all(
  (['chair', 'rights', 'statistician', 'publicity', 'organisation'] as const).map((role) =>
    house.signIn(role, orgs.banner),
  ),
)

const { put } = recordsOf(house)
const make = async (who: Signed, programme: string, answers: object) => (await put(who, programme, answers)).path
const act = async (who: Signed, path: string, action: string, answers: object = {}, on = today) => {
  const { body, status, raw } = await call(who, 'GET', path)
  expect(status, raw.body).toBe(200)
  const step = { actionId: v7(), revision: body.revision, answers, reason: '写明', on }
  return call(who, 'POST', `${path}/actions/${action}`, step)
}
const done = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const acted = await act(who, path, action, answers)
  expect(acted.status, `${action}: ${acted.raw.body}`).toBe(200)
  return acted.body
}
/** All that the database holds of a record and its history, as text. */
const stored = async (path: string) =>
  JSON.stringify(
    await onDuty(house.appPool, 'load', async (tx) => [
      await tx.rows(sql`SELECT title, answers, key_salt FROM records WHERE id = ${path.slice(-36)}`),
      await tx.rows(sql`SELECT answers, changes FROM actions WHERE record = ${path.slice(-36)} AND action <> 'attend'`),
    ]),
  )
const verified = async () => {
  const found: string[] = []
  await verifyLedger(house.appPool, house.house.secrets.dataKey, (...line) => found.push(line.join(' ')))
  return found
}

test('a profile is nobody’s but the matchmakers’, and is gone the moment its owner leaves', async () => {
  const person = await house.addPerson(orgs.banner, '试单身')
  const path = await make(family, 'single-profile', {
    name: '草原的风',
    person,
    joinedOn: today,
    sex: 'woman',
    bornOn: '1995-05-05',
    words: '喜欢骑马和读书，想找个踏实的人一起过日子，周末去草原。',
  })
  for (const who of outside) {
    expect((await call(who, 'GET', path)).status).toBe(404)
    expect((await call(who, 'GET', '/records/single-profile')).status).toBeGreaterThanOrEqual(400)
  }
  expect((await call(league, 'GET', path)).body).toMatchObject({ title: '草*' })
  expect(JSON.stringify((await call(league, 'GET', path)).body)).not.toMatch(/骑马|1995/)
  await done(family, path, 'verify')
  await done(family, path, 'state', {
    marital: 'never',
    proof: 'signed',
    poolAgreed: true,
    followAgreed: true,
  })
  expect((await act(family, path, 'review')).body.code).toBe('second-person')
  await done(second, path, 'review')
  const again = await call(family, 'POST', '/records/single-profile', {
    id: v7(),
    actionId: v7(),
    answers: { name: '又一份', person, joinedOn: today, sex: 'woman', bornOn: '1995-05-05' },
  })
  expect(again.body.code).toBe('already-claimed')
  const members = async () =>
    (await call(family, 'GET', `/figures?measure=single-profile.members&org=${orgs.banner}&from=${today}&to=${today}`))
      .body.value
  expect(await members()).toBe(1)
  await done(family, path, 'leave')
  expect(await members()).toBe(0)
  const left = await stored(path)
  expect(left).not.toMatch(/草原的风|1995-05-05|骑马/)
  expect(JSON.parse(left)[0][0]).toMatchObject({ title: '已删除', key_salt: null })
  expect((await call(family, 'GET', path)).body.title).toMatch(/^已/)
  expect(await verified()).toEqual([])
})

test('slips: only mutual choices leave a trace, nobody reads a slip, and the key is destroyed with the result', async () => {
  const heldOn = addCalendarDays(today, -1)
  const event = await make(family, 'match-event', {
    title: '相约试旗',
    heldOn: addCalendarDays(today, 40),
    place: '文化馆',
    men: 10,
    women: 10,
    ageFrom: 22,
    ageTo: 40,
    safetyPlan: true,
    noAlcohol: true,
    free: true,
  })
  await done(second, event, 'approve')
  const { body } = await call(family, 'GET', event)
  await call(family, 'PATCH', event, { actionId: v7(), revision: body.revision, answers: { heldOn } })
  const people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => house.addPerson(orgs.banner, `试${name}`)))
  const [one, two, three, four] = people as [string, string, string, string]
  const attended = await call(family, 'POST', `${event}/attendance`, {
    actionId: v7(),
    people: people.map((person) => ({ person })),
  })
  expect(attended.status, attended.raw.body).toBe(200)
  await done(family, event, 'hold')
  const slip = (chooser: string, ...chosen: string[]) =>
    done(family, event, 'slip', { chooser, chosen: chosen.map((person) => ({ person, role: 'liked' })) })
  await slip(one, two, three)
  await slip(two, one)
  await slip(three, four)
  await slip(four)
  const slipsFor = async (who: Signed) => {
    const { history } = (await call(who, 'GET', event)).body
    return JSON.stringify(history.filter((item: { action: string }) => item.action === 'slip'))
  }
  for (const who of [second, league]) for (const person of people) expect(await slipsFor(who)).not.toContain(person)
  for (const person of people) expect(await stored(event)).not.toContain(person)
  const matched = await done(family, event, 'match')
  expect(matched.arisen.to).toHaveLength(1)
  // The server itself cannot read a slip any more: there is no key.
  expect(JSON.parse(await stored(event))[0][0]).toMatchObject({ title: '相约试旗', key_salt: null })
  const couples = (await call(family, 'GET', '/records/couple')).body.items
  expect(couples).toHaveLength(1)
  const held = `/records/couple/${couples[0].id}`
  const opened = await call(family, 'POST', `${held}/open`, { purpose: '回访', fields: ['two'] })
  expect(opened.body.persons.map((p: { id: string }) => p.id).sort()).toEqual([one, two].sort())
  for (const who of outside) expect((await call(who, 'GET', held)).status).toBe(404)
  expect(await verified()).toEqual([])

  // A report freezes the two, and is the rights post's; she sees the report and nothing else of the zone.
  await done(family, held, 'date')
  await done(family, held, 'report', { trouble: 'harassment', what: '分手以后一直跟到单位' })
  expect((await act(family, held, 'ask', { said: 'well' })).body.code).toBe('state-passed')
  const reports = (await call(rights, 'GET', '/records/match-report')).body.items
  expect(reports).toHaveLength(1)
  expect((await call(rights, 'GET', held)).status).toBe(404)
  expect((await call(family, 'GET', `/records/match-report/${reports[0].id}`)).status).toBe(404)
  // Either may have it erased; the figures stay.
  await done(family, held, 'erase')
  expect(await stored(held)).not.toContain(one)
  const figure = async (measure: string) =>
    (await call(family, 'GET', `/figures?measure=couple.${measure}&org=${orgs.banner}&from=${heldOn}&to=${today}`)).body
      .value
  expect([await figure('pairs'), await figure('dating'), await figure('married')]).toEqual([1, 1, 0])
  expect(await verified()).toEqual([])
})

/** Cells of the hand-over list, and who it says no to. */
async function handover(who: Signed): Promise<unknown[][]> {
  const answer = await call(who, 'GET', '/matchmaking/handover')
  expect(answer.status, answer.raw.body.slice(0, 300)).toBe(200)
  const rows: unknown[][] = []
  ;(await openBook(answer.raw.rawPayload)).worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1))
  })
  return rows.slice(1)
}

const active = async (name: string) => {
  const person = await house.addPerson(orgs.banner, `真${name}`)
  const path = await make(family, 'single-profile', {
    name,
    person,
    joinedOn: today,
    sex: 'woman',
    bornOn: '1996-06-06',
    education: 'college',
    height: 165,
    words: '喜欢骑马和读书，想找个踏实的人一起过日子，周末去草原。',
  })
  await done(family, path, 'verify')
  await done(family, path, 'state', { marital: 'never', proof: 'signed', poolAgreed: true, followAgreed: true })
  await done(second, path, 'review')
  return { path, person }
}

test('the national platform gets what each agreed to, once; whoever withdraws or leaves is asked back', async () => {
  const people = [await active('远山'), await active('清泉'), await active('无声')] as const
  const [her, other, silent] = [people[0].path, people[1].path, people[2].path]
  expect((await act(family, her, 'handOver')).body.code).toBe('needs-unmet')
  expect((await act(family, her, 'agreePort', { portAgreed: false, portShares: ['born'] })).body.code).toBe(
    'needs-unmet',
  )
  await done(family, her, 'agreePort', { portAgreed: true, portShares: ['born', 'education'] })
  await done(family, other, 'agreePort', { portAgreed: true, portShares: ['words'] })
  await done(family, other, 'pause')
  // Paused, and never asked: not on the list. Nothing but what she named; nobody else's list.
  expect(await handover(family)).toEqual([
    ['远山', '女', 1996, '大专', undefined, undefined, undefined, undefined, undefined, today],
  ])
  expect(await handover(league)).toEqual([])
  for (const who of [...outside, rights]) expect((await call(who, 'GET', '/matchmaking/handover')).status).toBe(403)
  const auditor = await house.signIn('auditor', orgs.banner)
  const reads = await asActor(house.appPool, auditor.actor, (tx) =>
    tx.rows<{ fields: string[] }>(
      sql`SELECT fields FROM reads WHERE subject_id = ${her.slice(-36)} AND purpose LIKE '%全国%'`,
    ),
  )
  expect(reads.map(({ fields }) => fields)).toEqual([['name', 'sex', 'bornOn', 'education']])

  await done(family, her, 'handOver')
  expect(await handover(family)).toEqual([])
  await done(family, her, 'portTaken', { reference: 'PT-77' })
  const taken = await done(family, her, 'withdrawPort')
  expect(taken.arisen.to).toHaveLength(1)
  await done(family, other, 'resume')
  await done(family, other, 'handOver')
  await done(family, other, 'leave')
  expect(await stored(other)).not.toMatch(/清泉|骑马/)
  await done(family, silent, 'leave')
  const open = (await call(family, 'GET', '/records/profile-takedown')).body.items as { id: string; title: string }[]
  expect(open.map(({ title }) => title).sort()).toEqual(['收回同意', '本人退出'])
  for (const who of outside) expect((await call(who, 'GET', '/records/profile-takedown')).status).toBeGreaterThan(399)
  for (const { id } of open) {
    const path = `/records/profile-takedown/${id}`
    expect(JSON.stringify((await call(league, 'GET', path)).body)).not.toMatch(/PT-77|清泉|远山/)
    await done(family, path, 'ask', { way: 'letter' })
    await done(family, path, 'confirm', { seen: 'written' })
    expect(await stored(path)).toContain('"key_salt":null')
  }
  expect(await verified()).toEqual([])
})

test('500 yuan for a couple that came, approved by another, paid by the funds room, once in a life', async () => {
  const finance = await house.signIn('finance', orgs.banner)
  const [bride, groom] = [await house.addPerson(orgs.banner, '试新娘'), await house.addPerson(orgs.banner, '试新郎')]
  const two = [bride, groom].map((person) => ({ person, role: 'one' }))
  const wedding = await make(family, 'group-wedding', { title: '试集体婚礼', heldOn: today, place: '广场', places: 10 })
  const couple = await make(family, 'wedding-couple', {
    path: 'self',
    appliedOn: today,
    two,
    wedding: wedding.slice(-36),
    weddingOn: today,
    noWedding: true,
    noPrice: true,
    noFeast: true,
  })
  const subsidy = {
    certificateSeen: true,
    weddingOn: today,
    two,
    couple: couple.slice(-36),
    noWedding: true,
    pledged: true,
  }
  const byHand = async (answers: object) =>
    (await call(family, 'POST', '/records/clothing-subsidy', { id: v7(), actionId: v7(), answers })).body.code
  expect(await byHand(subsidy)).toBe('couple-not-attended')
  await done(family, couple, 'check', { certificate: '1234', registeredOn: today })
  await done(family, couple, 'confirm')
  const came = await done(family, couple, 'attend')
  expect(came.arisen.to).toHaveLength(1)
  const [item] = (await call(family, 'GET', '/records/clothing-subsidy')).body.items
  const path = `/records/clothing-subsidy/${item.id}`
  const stranger = await house.addPerson(orgs.banner, '试旁人')
  expect(await byHand({ ...subsidy, two: [two[0], { person: stranger, role: 'one' }] })).toBe('couple-not-attended')

  const chair = outside[0] as Signed
  const fund = await makeFund(house, finance, chair, { fen: 100_000 })
  const money = { payee: bride, fund, amount: 500_00, account: '6222 0212 3456 7890' }
  for (const wrong of [{ amount: 600_00 }, { payee: stranger }])
    expect((await act(family, path, 'prepare', { ...money, ...wrong })).body.code).toBe('needs-unmet')
  await done(family, path, 'prepare', money)
  expect((await act(family, path, 'approve', { unrelated: true })).body.code).toBe('second-person')
  await done(second, path, 'approve', { unrelated: true })
  // The bank gives it back once; the account is put right and it is paid again.
  const batch = async (...results: ('paid' | 'returned')[]) => {
    const id = v7()
    const given = { id, fund, programme: 'clothing-subsidy', title: '服装补贴', remark: '补贴' }
    expect((await call(finance, 'POST', '/payment-batches', given)).body.batch).toMatchObject({ lines: 1, fen: 500_00 })
    expect((await call(chair, 'POST', `/payment-batches/${id}/approve`, { declared: true })).status).toBe(200)
    expect((await call(finance, 'POST', `/payment-batches/${id}/sheet`)).status).toBe(200)
    for (const result of results) {
      const marked = await call(finance, 'POST', `/payment-batches/${id}/lines/1`, {
        result,
        reason: '银行来电',
        on: today,
      })
      expect(marked.status, marked.raw.body).toBe(200)
      await settleBatch({ pool: house.appPool, secrets: house.house.secrets }, id)
    }
  }
  const paid = async (measure: string) =>
    (
      await call(
        family,
        'GET',
        `/figures?measure=clothing-subsidy.${measure}&org=${orgs.banner}&from=${today}&to=${today}`,
      )
    ).body.value
  await batch('paid', 'returned')
  expect([(await call(family, 'GET', path)).body.state, await paid('paid')]).toEqual(['bank-returned', 0])
  await done(family, path, 'correct', { account: '6222 0212 3456 7891' })
  await batch('paid')
  expect([await paid('couples'), await paid('paid')]).toEqual([1, 500_00])
  await done(family, path, 'sign')
  // The finance post sees the payment, not the couple.
  expect((await call(finance, 'GET', path)).status).toBe(200)
  expect((await call(finance, 'GET', couple)).status).toBe(404)

  // A second record for the same two, however it came to be, stops at the account.
  expect(await byHand(subsidy)).toBeUndefined()
  const [again] = (await call(family, 'GET', '/records/clothing-subsidy?state=open')).body.items
  expect((await act(family, `/records/clothing-subsidy/${again.id}`, 'prepare', money)).body.code).toBe(
    'already-claimed',
  )
  await done(family, couple, 'erase')
  expect((await call(finance, 'GET', path)).body.state).toBe('received')
  expect(await verified()).toEqual([])
})

test('erasing a person takes her profile with her', async () => {
  const person = await house.addPerson(orgs.banner, '试删除')
  const path = await make(family, 'single-profile', {
    name: '白桦',
    person,
    joinedOn: today,
    sex: 'man',
    bornOn: '1990-01-01',
  })
  const chair = outside[0]
  expect(chair).toBeDefined()
  if (!chair) return
  const erased = await call(chair, 'POST', `/people/${person}/erase`, { reason: '本人要求删除全部资料' })
  expect(erased.status, erased.raw.body).toBe(200)
  expect(await stored(path)).not.toMatch(/白桦|1990/)
})

test('erasing a person asks the platform for what it holds of her, by its own reference and without her', async () => {
  const chair = outside[0]
  if (!chair) throw new Error('no chair')
  const takedowns = async () => (await call(family, 'GET', '/records/profile-takedown?state=open')).body.items
  expect(await takedowns()).toEqual([])
  const handed = async (name: string) => {
    const one = await active(name)
    await done(family, one.path, 'agreePort', { portAgreed: true, portShares: ['words'] })
    await done(family, one.path, 'handOver')
    return one
  }
  const [her, unanswered, kept] = [await handed('山丹'), await handed('马兰'), await active('格桑')] as const
  await done(family, her.path, 'portTaken', { reference: 'PT-88' })
  const erase = ({ person }: { person: string }) =>
    call(chair, 'POST', `/people/${person}/erase`, { reason: '本人要求删除全部资料' })
  // Whoever comes second is told that it is done, or that she is gone; nothing is opened twice.
  const racing = await Promise.all([erase(her), erase(her)])
  expect(racing.map(({ status }) => status)).toContain(200)
  for (const one of [her, unanswered, kept]) expect((await erase(one)).body).toEqual({ done: true })
  for (const { path } of [her, unanswered, kept]) expect(await stored(path)).not.toMatch(/山丹|马兰|格桑|骑马/)

  const open = await takedowns()
  expect(open.map(({ title }: { title: string }) => title)).toEqual(['要求删除资料', '要求删除资料'])
  const told = await Promise.all(
    open.map(({ id }: { id: string }) => call(family, 'GET', `/records/profile-takedown/${id}`)),
  )
  for (const { body, raw } of told) {
    expect(raw.body).not.toMatch(new RegExp(`山丹|马兰|${her.person}|${unanswered.person}`))
    expect(body.answers).not.toHaveProperty('shown')
    expect(body.clocks).toMatchObject([{ clock: 'ask', endedOn: null }])
  }
  const references = await Promise.all(
    open.map(({ id }: { id: string }) =>
      call(family, 'POST', `/records/profile-takedown/${id}/open`, {
        purpose: '请平台删除',
        fields: ['shown', 'reference'],
      }),
    ),
  )
  expect(references.map(({ body }) => body.values)).toEqual(
    expect.arrayContaining([
      { shown: null, reference: 'PT-88' },
      { shown: null, reference: null },
    ]),
  )
  expect((await call(chair, 'GET', '/records/profile-takedown')).status).toBeGreaterThan(399)
  // Emptied, the profile leaves as any other does, and the platform is not asked twice.
  await done(family, her.path, 'leave')
  expect(await takedowns()).toHaveLength(2)
  for (const { id } of open) await done(family, `/records/profile-takedown/${id}`, 'ask', { way: 'letter' })
  expect(await verified()).toEqual([])
})
