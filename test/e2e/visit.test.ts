import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { serveHouse } from '../support/served.ts'
import { today } from './support/house-clock.ts'
import { registerNew, step } from './support/steps.ts'
import { arriveIn, nothingFor } from './support/visitor.ts'

const { address } = await serveHouse()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a committee member’s visit, and the need found on it, answered to the end', { timeout: 180_000 }, async () => {
  const chair = await arriveIn(browser, address, 'zhangfang', 'phone')
  const outsider = await arriveIn(browser, address, 'youqi', 'desktop')
  const { page, go, look } = chair
  await go('/records/committee-visit/new')
  await page.getByLabel('日常走访').check()
  await page.getByLabel(/^走访日期/).fill(today)
  const member = await registerNew(page, page.getByLabel('走访的人 1'), {
    name: '斯日古楞图雅',
    gender: '女',
    born: '1979-03-11',
  })
  await member.getByRole('button', { name: '登记', exact: true }).waitFor({ state: 'detached' })
  await look('走访 登记')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '日常走访' }).waitFor()
  await step(page, '走访完了', async (dialog) => {
    await dialog.getByLabel(/^走访/).fill('4')
    await dialog.getByLabel(/^见到妇女/).fill('5')
    await dialog.getByLabel(/^当场帮到/).fill('1')
    await dialog.getByLabel(/^帮了什么/).fill('帮她约好了免费体检。')
  })
  await page.getByText('已走访', { exact: true }).first().waitFor()
  await look('走访 已走访')

  await go('/records/found-need/new')
  await page.getByLabel('看病健康').check()
  await page.getByLabel(/^提出日期/).fill(today)
  await page.getByLabel(/^她怎么说的/).fill('老人行动不便，想在家里体检。')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page
    .getByText(/还有 \d+ 个工作日/)
    .first()
    .waitFor()
  const path = new URL(page.url()).pathname.replace('/workbench', '')
  await look('需求 十五天')
  await nothingFor([outsider], path, /体检/)
  await step(page, '交办', (dialog) => dialog.getByLabel(/^交给谁办/).fill('卫生院'))
  await step(page, '给她回话', (dialog) => dialog.getByLabel(/^回了她什么话/).fill('卫生院下周二上门。'))
  await step(page, '记结果', (dialog) => dialog.getByLabel('办成了').check())
  await step(page, '办结')
  await page.getByText('已办结', { exact: true }).first().waitFor()
  await look('需求 已办结')
  await chair.leave()
  await outsider.leave()
})
