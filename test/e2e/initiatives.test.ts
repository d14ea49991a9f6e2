import type { Browser } from 'playwright-core'
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

test('a project opens to its figures and they to Figures; what is quoted has none', { timeout: 120_000 }, async () => {
  const chair = await visit(browser, address)
  await enter(chair, 'narenhua')
  const { page, go, look } = chair
  await go('/initiatives')
  await page.getByText('选一个名目').waitFor()
  await look('工程与行动')
  const tree = page.getByRole('navigation', { name: '名目' })
  await tree.getByRole('button', { name: '家家幸福安康工程' }).click()
  await page.getByRole('combobox', { name: '期间' }).selectOption({ label: '从头到今天' })
  const number = page
    .getByRole('row', { name: /家风故事分享会/ })
    .first()
    .getByRole('link')
  await number.waitFor()
  await look('工程的数字')
  const shown = (await number.textContent()) ?? ''
  await number.click()
  await page.waitForURL(/\/figures\?measure=family-story/)
  await page.getByText(shown, { exact: false }).first().waitFor()
  await page.goBack()
  await tree.getByRole('button', { name: '就业创业巾帼行动' }).click()
  await page.getByText('现在叫助企就业巾帼行动').waitFor()
  await tree.getByRole('button', { name: '有形、有感、有效' }).click()
  await page.getByText('只引用，不计数。').waitFor()
  expect(await page.getByRole('button', { name: '改归入' }).count()).toBe(0)
  await look('提法')
  await chair.leave()
})

test('a village puts an evening under a project on a phone, and finds it there', { timeout: 120_000 }, async () => {
  const village = await visit(browser, address, screens.phone)
  await enter(village, 'gacha')
  const { page, go, look } = village
  await go('/records/family-story')
  await page
    .getByRole('link', { name: /家风故事/ })
    .last()
    .click()
  await page.getByRole('button', { name: '改归入' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('强基扩面促活工程').check()
  await look('归入')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '强基扩面促活工程' }).click()
  await page.getByText('归入的记录', { exact: true }).first().waitFor()
  await page.getByRole('region', { name: '归入的记录' }).getByRole('link').first().waitFor()
  await look('归入以后')
  await village.leave()
})
