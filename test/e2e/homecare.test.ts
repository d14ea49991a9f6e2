import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCalendarDays } from '../../src/core/day.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { figureShown } from './support/figure-page.ts'
import { pick, registerNew, seek, step } from './support/steps.ts'
import { arriveIn, nothingFor, type Visitor } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const home = '桃李小区三号楼二单元'
const words = '客户把门锁了，说不做完不让走。'
const yes = (dialog: Locator, asked: RegExp) =>
  dialog.getByRole('group', { name: asked }).getByLabel('是', { exact: true }).check()
const served = (region: number) =>
  `/figures?measure=homecare-order.served&org=${region}&from=${today.slice(0, 4)}-01-01&to=${today}`
const banner = 152921_0000000000

async function save({ page }: Visitor, heading: string): Promise<string> {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  return new URL(page.url()).pathname.replace('/workbench', '')
}

async function listWorker(company: Visitor): Promise<void> {
  const { page, go, look } = company
  await go('/records/homecare-worker/new')
  await page.getByLabel(/^称呼/).fill('苏木雅')
  const person = { name: '苏木雅', gender: '女', born: '1990-04-05' } as const
  await (await registerNew(page, page.getByLabel(/^本人/), person)).waitFor({ state: 'detached' })
  await seek(page, page.getByLabel(/^家政公司/), '亮姐')
  await page.getByLabel(/^登记日期/).fill(today)
  await pick(page.locator('form'), /^能做什么/, '保洁')
  await save(company, '苏木雅')
  await look('待核验的家政员')
  await page.getByRole('button', { name: '核验通过，可以派单', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await yes(dialog, /^看过身份证件/)
  await yes(dialog, /^本人同意登记/)
  await dialog.getByLabel(/^家政信用查询日期/).fill(today)
  await dialog.getByLabel('可以上岗', { exact: true }).check()
  // An expired health certificate: she is not listed, and the form says why.
  await dialog.getByLabel(/^健康证明有效期至/).fill(addCalendarDays(today, -1))
  const send = dialog.getByRole('button', { name: '核验通过，可以派单', exact: true })
  await send.click()
  await dialog.getByRole('alert').filter({ hasText: '健康证明在有效期内' }).waitFor()
  await look('健康证明过期')
  await dialog.getByLabel(/^健康证明有效期至/).fill(addCalendarDays(today, 300))
  await send.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('在册可派', { exact: true }).first().waitFor()
  await look('在册可派')
}

async function takeOrder(company: Visitor): Promise<string> {
  const { page, go, look } = company
  await go('/records/homecare-order/new')
  await page.getByLabel('保洁', { exact: true }).check()
  await page.getByLabel(/^下单日期/).fill(today)
  await seek(page, page.getByLabel(/^家政公司/), '亮姐')
  await page.getByLabel(/^客户称呼/).fill('王女士')
  await page.getByLabel(/^客户电话/).fill('13900001234')
  await page.getByLabel(/^服务地址/).fill(home)
  await page.getByLabel(/^希望哪天开始/).fill(today)
  await look('下单')
  const path = await save(company, '保洁')
  await step(page, '报价、签合同', async (dialog) => {
    await dialog.getByLabel(/^约定价格/).fill('40')
    await dialog.getByLabel('每小时', { exact: true }).check()
    await dialog.getByLabel(/^合同编号/).fill('YS-2026-1')
    for (const term of ['服务内容和地点', '价格和付款', '时间和休息', '保险和责任', '怎么变更、解除', '不扣押证件'])
      await yes(dialog, new RegExp(term))
    await yes(dialog, /^客户已按要求告知/)
    await look('报价和合同')
  })
  await step(page, '派人', async (dialog) => {
    await seek(page, dialog.getByLabel(/^派谁去/), '苏木雅')
    await dialog.getByLabel('这一类不要求证书', { exact: true }).check()
  })
  await page.getByText('已派，等她答应', { exact: true }).first().waitFor()
  return path
}

const finish = async (page: Page) => {
  await step(page, '做完了')
  await step(page, '客户确认', async (dialog) => {
    await dialog.getByLabel('客户在服务确认单上签字', { exact: true }).check()
    await dialog.getByLabel('满意', { exact: true }).check()
  })
  await page.getByText('客户已确认', { exact: true }).first().waitFor()
}

test('a worker is listed, sent and heard of; danger goes to the rights post alone; the client confirms and the figure opens', {
  timeout: 240_000,
}, async () => {
  const company = await arriveIn(browser, address, 'jiazheng', 'desktop')
  const keeper = await arriveIn(browser, address, 'fazhan', 'desktop')
  const rights = await arriveIn(browser, address, 'lixiaomei', 'phone')
  const { page, look } = company
  await keeper.go(served(banner))
  const before = await figureShown(keeper.page)

  await listWorker(company)
  const order = await takeOrder(company)
  // The federation above sees that there is an order, and of the client nothing.
  await keeper.go(order)
  await keeper.page.getByRole('heading', { level: 1, name: '保洁' }).waitFor()
  await keeper.look('妇联看到的订单')
  const seen = async (one: Visitor) => (await one.context.request.get(`/api/v1${order}`)).text()
  expect(await seen(keeper)).not.toMatch(/桃李小区|王女士|13900001234/)
  expect(await keeper.page.getByRole('button', { name: '看原文' }).count()).toBe(0)

  await step(page, '她答应接')
  await step(page, '她出发了')
  await step(page, '到了，亮证，开始服务')
  await step(page, '她报了平安')
  await step(page, '她有危险，马上交权益岗', (dialog) => dialog.getByLabel(/^她说了什么/).fill(words))
  await look('服务中')

  await rights.go('/records/homecare-safety')
  const report = rights.page.getByRole('link', { name: '上门服务中' }).first()
  await report.waitFor()
  await report.click()
  await rights.page.getByRole('heading', { level: 1, name: '上门服务中' }).waitFor()
  await rights.look('安全求助 手机')
  const path = new URL(rights.page.url()).pathname.replace('/workbench', '')
  await nothingFor([company, keeper], path, /锁了|桃李/)
  expect(await seen(keeper)).not.toContain('锁了')
  await step(rights.page, '联系本人', (dialog) => dialog.getByLabel('已离开，安全', { exact: true }).check())
  await step(rights.page, '安全了，了结', (dialog) => dialog.getByLabel(/^结果/).fill('她已离开，公司陪同报了警。'))
  await rights.page.getByText('已了结', { exact: true }).first().waitFor()

  await company.go(order)
  await finish(page)
  await look('客户已确认')
  await keeper.go(served(banner))
  expect(await figureShown(keeper.page)).toBe(before + 1)
  await keeper.page.getByRole('region', { name: '数字' }).getByRole('button').click()
  const drawer = keeper.page.getByRole('complementary', { name: '数字里的记录' })
  await drawer.getByRole('link').first().click()
  await keeper.page.getByRole('heading', { level: 1, name: '保洁' }).waitFor()
  await keeper.look('数字点开到这一单')
  for (const one of [company, keeper, rights]) await one.leave()
})
