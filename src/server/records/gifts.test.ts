import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { accountsOf, makeFund } from '../../../test/support/money.ts'
import { recordsOf } from '../../../test/support/records.ts'

const house = await makeHouse()
const { call } = house
const { put, step, reaches } = recordsOf(house)
const chair = await house.signIn('chair', orgs.banner)
const family = await house.signIn('family', orgs.banner)
const finance = await house.signIn('finance', orgs.banner)

const figure = async (measure: string) =>
  (await call(chair, 'GET', `/figures?measure=${measure}&org=${orgs.banner}&from=2026-01-01&to=2026-12-31`)).body.value

test('goods are counted in by a second person, given out with a signed sheet, and the fund follows', async () => {
  const fund = await makeFund(house, finance, chair)
  const batch = await put(family, 'gift-batch', {
    item: '棉衣',
    arrivedOn: '2026-03-02',
    origin: 'above',
    unit: 'piece',
    quantity: 20,
    unitValue: 150_00,
    valuation: 'invoice',
    fund,
  })
  expect((await step(family, batch.path, 'store', { counted: 20 })).body.code, 'not by who took it in').toBe(
    'second-person',
  )
  expect((await step(chair, batch.path, 'store', { counted: 19 })).body.code, 'one is missing').toBe('needs-unmet')
  await reaches(chair, batch.path, 'store', 'stored', { counted: 20 })
  expect(await accountsOf(house, fund)).toMatchObject({ goods: 3_000_00 })

  const issue = await put(family, 'gift-issue', {
    title: '冬日送暖',
    heldOn: '2026-03-05',
    send: 'warmth',
    place: '红柳嘎查',
    batch: batch.id,
    fund,
    unit: 'piece',
    quantity: 12,
    unitValue: 150_00,
  })
  expect((await step(family, issue.path, 'deliver', { receiver: '红柳嘎查妇联' })).body.code, 'unsigned').toBe(
    'needs-unmet',
  )
  const { revision } = (await call(family, 'GET', issue.path)).body
  const heads = [{ count: 12, grade: 'C', reason: '按发放单估计' }]
  const counted = await call(family, 'PUT', `${issue.path}/heads`, { actionId: v7(), revision, heads })
  expect(counted.status, counted.raw.body).toBe(200)
  await reaches(family, issue.path, 'deliver', 'delivered', { receiver: '红柳嘎查妇联', signed: true })
  expect((await step(family, issue.path, 'confirm')).body.code).toBe('second-person')
  await reaches(finance, issue.path, 'confirm', 'confirmed')
  expect(await accountsOf(house, fund)).toMatchObject({ goods: 1_200_00 })
  expect(await figure('gift-issue.helped')).toBe(12)
  expect(await figure('gift-batch.stored')).toBe(3_000_00)
})
