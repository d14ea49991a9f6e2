import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { makeFund } from '../../../test/support/money.ts'
import { recordsOf } from '../../../test/support/records.ts'
import { settleBatch } from './settle-batch.ts'

const house = await makeHouse()
const { call } = house
const { put, take } = recordsOf(house)
let finance: Signed
let chair: Signed
let rights: Signed
let family: Signed

beforeAll(async () => {
  finance = await house.signIn('finance', orgs.banner)
  chair = await house.signIn('chair', orgs.banner)
  rights = await house.signIn('rights', orgs.banner)
  family = await house.signIn('family', orgs.banner)
})

const project = async (title: string, fund: string) => {
  const { id, path } = await put(family, 'relief-project', {
    title,
    proposedOn: '2026-02-02',
    kind: 'skills',
    year: 2026,
    planned: 100_000_00,
    department: '发展部',
    endsOn: '2027-12-31',
  })
  await take(rights, path, 'approve')
  await take(rights, path, 'run', { fund })
  return id
}
const give = async (fund: string, to: string | undefined, fen: number) => {
  const { path } = await put(finance, 'donation', {
    title: '技能培训捐款',
    promisedOn: '2026-02-03',
    type: 'cash',
    amount: fen,
    fund,
    donorKind: 'enterprise',
    anonymous: true,
    ...(to && { project: to }),
  })
  await take(finance, path, 'receive', { received: fen, handler: '斯琴' })
}
const pay = async (fund: string, to: string, fen: number) => {
  const { path } = await put(family, 'project-spending', {
    title: '培训场地费',
    preparedOn: '2026-03-02',
    project: to,
    payee: '某培训学校',
    account: '62220212',
    fund,
    amount: fen,
    papers: true,
  })
  await take(chair, path, 'approve')
  const batch = v7()
  await call(finance, 'POST', '/payment-batches', {
    id: batch,
    fund,
    programme: 'project-spending',
    title: '一批',
    remark: '项目款',
  })
  await call(chair, 'POST', `/payment-batches/${batch}/approve`, { declared: true })
  await call(finance, 'POST', `/payment-batches/${batch}/sheet`)
  await call(finance, 'POST', `/payment-batches/${batch}/lines/1`, { result: 'paid', reason: '银行来电' })
  await settleBatch({ pool: house.appPool, secrets: house.house.secrets }, batch)
  expect((await call(finance, 'GET', path)).body.state).toBe('paid')
}
const list = (fund: string, name: string, record: string) =>
  call(finance, 'POST', `/funds/${fund}/budgets`, { budget: v7(), name, planned: 100_000_00, record })
const budgets = async (who: Signed, fund: string): Promise<{ name: string }[]> =>
  (await call(who, 'GET', `/funds/${fund}`)).body.budgets

test('plan, raised and spent of a project are three numbers; two of them come from the postings (C24)', async () => {
  const fund = await makeFund(house, finance, chair)
  const id = await project('灵活就业技术培训', fund)
  await list(fund, '技能培训', id)
  const [planned] = await budgets(finance, fund)
  expect(planned).toMatchObject({ planned: 100_000_00, raised: 0, spent: 0 })
  await give(fund, undefined, 80_000_00)
  await pay(fund, id, 30_000_00)
  // The fund's only project: what came without its name is its as well.
  expect(await budgets(finance, fund)).toMatchObject([
    { planned: 100_000_00, raised: 80_000_00, spent: 30_000_00, record: id, programme: 'relief-project' },
  ])
  const value = async (measure: string) =>
    (await call(chair, 'GET', `/figures?measure=${measure}&org=${orgs.banner}&from=2026-01-01&to=2026-12-31`)).body
      .value
  expect(await value('relief-project.planned')).toBe(100_000_00)
  expect(await value('project-spending.paid')).toBe(30_000_00)
  expect(await value('donation.raised')).toBe(80_000_00)
  expect(await value('donation.forProjects')).toBe(0)
})

test('two projects of one fund have each its own; an operator sees no money', async () => {
  const fund = await makeFund(house, finance, chair, { fen: 50_000_00 })
  const [one, two] = [await project('家庭困难女大学生帮扶', fund), await project('留守困境儿童帮扶', fund)]
  await list(fund, '助学', one)
  await list(fund, '儿童', two)
  await give(fund, one, 20_000_00)
  await give(fund, two, 5_000_00)
  await pay(fund, one, 7_000_00)
  const found = await budgets(finance, fund)
  expect(found).toHaveLength(2)
  expect(found).toContainEqual(expect.objectContaining({ name: '助学', raised: 20_000_00, spent: 7_000_00 }))
  expect(found).toContainEqual(expect.objectContaining({ name: '儿童', raised: 5_000_00, spent: 0 }))
  const operator = await house.signIn('operator', orgs.banner)
  expect((await call(operator, 'GET', `/funds/${fund}`)).body.budgets ?? []).toEqual([])
})
