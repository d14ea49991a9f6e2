import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { openBook } from '../../../test/support/sheets.ts'
import { asActor, onDuty } from '../database/actor.ts'

const house = await makeHouse()
const chair = await house.signIn('chair', orgs.township)

const create = async (who: Signed, programme: string, answers: Record<string, unknown>) => {
  const id = v7()
  const made = await house.call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  expect(made.body).toMatchObject({ id })
  return id
}

async function exported(who: Signed, path: string): Promise<unknown[][]> {
  const answer = await house.call(who, 'GET', path)
  expect(answer.status).toBe(200)
  const rows: unknown[][] = []
  ;(await openBook(answer.raw.rawPayload)).worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1))
  })
  return rows
}

test('an export is the list, cell by cell, and no cell is a formula', async () => {
  await create(chair, 'family-story', {
    title: '=HYPERLINK("http://x","点我")',
    heldOn: '2026-03-01',
    place: '+文化室',
    host: '乌兰图雅',
    families: 5,
  })
  await create(chair, 'family-story', { title: '孝老爱亲', heldOn: '2026-04-01', place: '礼堂', theme: 'elders' })
  const answer = await house.call(chair, 'GET', '/records/family-story/export')
  expect(answer.raw.headers['content-disposition']).toContain(encodeURIComponent('家风故事分享会'))
  expect(await exported(chair, '/records/family-story/export')).toEqual([
    [
      '组织',
      '状态',
      '题目',
      '日期',
      '地点',
      '主题',
      '形式',
      '主持',
      '讲述家庭',
      '讲了什么',
      '签到人数',
      '清点估计人数',
    ],
    [
      '南镇妇联',
      '待举办',
      '孝老爱亲',
      '2026-04-01',
      '礼堂',
      '孝老爱亲',
      undefined,
      undefined,
      undefined,
      undefined,
      0,
      0,
    ],
    [
      '南镇妇联',
      '待举办',
      `'=HYPERLINK("http://x","点我")`,
      '2026-03-01',
      `'+文化室`,
      undefined,
      undefined,
      '乌*',
      5,
      undefined,
      0,
      0,
    ],
  ])
  expect(await exported(chair, '/records/family-story/export?from=2026-03-15')).toHaveLength(2)
})

test('sealed answers and whole names never leave; what leaves is logged', async () => {
  const mediator = await house.signIn('mediator', orgs.banner)
  const parties = await Promise.all(['巴图', '苏和'].map((name) => house.addPerson(orgs.banner, name)))
  await create(mediator, 'mediation', {
    title: '赡养费纠纷',
    appliedOn: '2026-10-01',
    dispute: 'elders',
    facts: '老人与子女各执一词，请求调解处理。',
    safeContact: '晚上八点后',
    parties: [
      { person: parties[0], role: 'applicant' },
      { person: parties[1], role: 'respondent' },
    ],
  })
  const rows = await exported(mediator, '/records/mediation/export')
  expect(rows[1]).toContain('申请人 巴*、被申请人 苏*')
  expect(JSON.stringify(rows)).not.toMatch(/各执一词|晚上八点|巴图|\$sealed/)
  expect(await exported(await house.signIn('rights', orgs.league), '/records/mediation/export')).toHaveLength(1)
  const reads = await asActor(house.appPool, mediator.actor, (tx) =>
    tx.rows(sql`SELECT subject, fields, purpose FROM reads`),
  )
  expect(reads).toEqual([{ subject: 'export', fields: ['mediation'], purpose: '导出' }])
})

test('people are exported masked; a statistician exports none; nobody beyond her scope', async () => {
  await house.addPerson(orgs.village, '其木格')
  const rows = await exported(chair, '/people/export')
  expect(rows).toEqual([
    ['组织', '姓名', '性别', '出生年', '电话', '有证件号码'],
    ['红柳嘎查妇联', '其*', '女', undefined, undefined, '否'],
  ])
  expect((await house.call(await house.signIn('statistician', orgs.township), 'GET', '/people/export')).body.code).toBe(
    'not-allowed',
  )
  expect((await house.call(chair, 'GET', `/records/family-story/export?org=${orgs.otherBanner}`)).body.code).toBe(
    'out-of-scope',
  )
})

test('2,500 records stream out whole, in the order of the list', async () => {
  await onDuty(house.appPool, 'load', (tx) =>
    tx.change(sql`
    INSERT INTO activities (area, kind, id, programme, version, org, ledger_org, title, state, on_date, answers, key_salt)
    SELECT 1529, 'activity', gen_random_uuid(), 'volunteer-session', 1, ${orgs.village}::bigint, ${orgs.village}::bigint, 's' || n, 'planned',
           date '2020-01-01' + n % 900, jsonb_build_object('title', 's' || n, 'heldOn', date '2020-01-01' + n % 900, 'place', 'p', 'kind', 'daily'), '\\x00'
    FROM generate_series(1, 2500) n`),
  )
  const rows = await exported(chair, '/records/volunteer-session/export')
  expect(rows).toHaveLength(2501)
  expect(new Set(rows.map((r) => r[2])).size).toBe(2501)
  const days = rows.slice(1).map((r) => String(r[3]))
  expect(days).toEqual([...days].sort().reverse())
})
