import type { Browser } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { enter, screens, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a project stands on its fund’s page with plan, raised and spent; finance picks a new one by its name', {
  timeout: 240_000,
}, async () => {
  const region = await visit(browser, address, screens.large)
  await enter(region, 'qucaiwu')
  await region.go('/funds')
  await region.page.getByRole('link', { name: '灵活就业技术培训' }).click()
  const project = region.page.locator('.projects li')
  await project.getByRole('link', { name: '灵活就业技术培训' }).waitFor()
  const [planned = 0, raised = 0, spent = 0] = (await project.locator('dd').allInnerTexts()).map((text) =>
    Number(text.replace(/[^\d.]/g, '')),
  )
  expect(planned > raised && raised > spent && spent > 0, `${planned} ${raised} ${spent}`).toBe(true)
  await region.look('项目的计划、筹到、用去')
  await project.getByRole('link', { name: '灵活就业技术培训' }).click()
  await region.page.getByRole('heading', { level: 1, name: '灵活就业技术培训' }).waitFor()
  await region.leave()

  const family = await visit(browser, address, screens.desktop)
  await enter(family, 'wangyan')
  const year = new Date().getFullYear()
  const made = await family.page.request.post('/api/v1/records/relief-project', {
    headers: { 'x-niangjia-request': '1' },
    data: {
      id: v7(),
      actionId: v7(),
      answers: {
        title: '草原姐妹技能培训',
        proposedOn: `${year}-01-05`,
        kind: 'skills',
        year,
        planned: 5_000_000,
        department: '发展部',
        endsOn: `${year + 1}-01-05`,
      },
    },
  })
  expect(made.status(), await made.text()).toBe(200)
  await family.leave()

  const finance = await visit(browser, address, screens.desktop)
  await enter(finance, 'caiwu')
  const { page } = finance
  await finance.go('/funds')
  await page.getByRole('link', { name: '妇女儿童关爱资金' }).click()
  await page.getByRole('button', { name: '列预算' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('关爱救助项目').fill('草原姐妹')
  await dialog.getByRole('button', { name: /草原姐妹技能培训/ }).click()
  await dialog.getByLabel('名称').fill('技能培训')
  await dialog.getByLabel('计划').fill('50,000')
  await finance.look('列项目预算')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.projects li').getByRole('link', { name: '技能培训' }).click()
  await page.getByRole('heading', { level: 1, name: '草原姐妹技能培训' }).waitFor()
  await finance.look('关爱救助项目')
  await finance.leave()
})
