import type { Browser } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { figureShown } from './support/figure-page.ts'
import { step } from './support/steps.ts'
import { enter, screens, settle, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const village = orgCode(152921112200)

test('a micro-home set up in the directory is one more in the figure, and the figure opens to it', {
  timeout: 180_000,
}, async () => {
  const organiser = await visit(browser, address, screens.desktop)
  const { page, go, look, context } = organiser
  await enter(organiser, 'zhaomin')
  const homes = `/figures?measure=organisation.homes&org=${village}&from=${today.slice(0, 4)}-01-01&to=${today}`
  await go(homes)
  await settle(page)
  const before = await figureShown(page)
  const made = await context.request.post('/api/v1/orgs', {
    headers: { 'x-niangjia-request': '1' },
    data: { id: v7(), under: village, kind: 'micro-home', name: '红柳包妇女微家', on: today },
  })
  expect(made.ok(), await made.text()).toBe(true)
  await go(homes)
  await settle(page)
  expect(await figureShown(page)).toBe(before + 1)
  await look('妇女之家数')
  await page.getByRole('region', { name: '数字' }).getByRole('button').click()
  const drawer = page.getByRole('complementary', { name: '数字里的记录' })
  await drawer.getByRole('link', { name: /红柳包妇女微家/ }).click()
  await page.getByRole('heading', { level: 1, name: /红柳包妇女微家/ }).waitFor()
  await look('微家')
  await organiser.leave()
})

test('a village asks for a service, the township brings it, and the village says it came', {
  timeout: 180_000,
}, async () => {
  const asker = await visit(browser, address, screens.phone)
  const { page, look } = asker
  await enter(asker, 'gacha')
  await asker.go('/records/service-request/new')
  await page.getByLabel(/^想要什么服务/).fill('到夏营地义诊')
  await page.getByLabel(/^点单日期/).fill(today)
  await page.getByLabel('义诊、健康', { exact: true }).check()
  await page.getByLabel(/^到哪里/).fill('夏营地')
  await look('点单')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '到夏营地义诊' }).waitFor()
  const path = new URL(page.url()).pathname.replace('/workbench', '')
  expect(await page.getByRole('button', { name: '答应', exact: true }).count()).toBe(0)

  const team = await visit(browser, address, screens.desktop)
  await enter(team, 'jilantai')
  await team.go(path)
  await step(team.page, '答应')
  await step(team.page, '约好时间', async (dialog) => {
    await dialog.getByLabel(/^约定日期/).fill(today)
    await dialog.getByLabel(/^哪支队去/).fill('草原流动服务队')
  })
  await team.look('已约好')
  await step(team.page, '去过了', async (dialog) => {
    await dialog.getByLabel(/^服务/).fill('36')
    await dialog.getByLabel('清点，有签到表', { exact: true }).check()
  })

  await page.reload()
  await step(page, '点单的人确认', (dialog) => dialog.getByLabel('满意', { exact: true }).check())
  await page.getByText('已确认', { exact: true }).first().waitFor()
  await page.getByText('流动服务人次').first().waitFor()
  await look('已确认')
  for (const one of [asker, team]) await one.leave()
})
