import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { linesOf } from '../support/docx.ts'
import { serveDemo } from '../support/served.ts'
import { enter, screens, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Opens the first mediation of the list that waits to be accepted. */
async function openCase(page: Page): Promise<void> {
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('heading', { name: '文书', exact: true }).waitFor()
}

test('a mediator issues an application, prints it under a neutral name, and checks a file against it', {
  timeout: 240_000,
}, async () => {
  const mediator = await visit(browser, address, screens.desktop)
  const { page, go, look } = mediator
  await enter(mediator, 'qiqige')
  await go('/records/mediation?state=applied')
  await openCase(page)
  await page.getByText('还没有出具过文书。').waitFor()
  await page.getByText(/还不能出具的 \d+ 种/).click()
  await page.getByText('要在“办结”“调解不成”“一方拒绝”时出具').waitFor()
  await look('文书 未出具')
  await page.getByRole('button', { name: '人民调解申请书', exact: true }).click()
  await page.getByText('已出具 1 份').waitFor()
  const number = (await page.locator('.docs .docs-no').textContent()) ?? ''
  expect(number).toMatch(/^HJSQ-\d{6}-\d{4}-\d{5}$/)
  await page.getByText('打印过 0 次').waitFor()

  await page.getByRole('button', { name: `打印 ${number}` }).click()
  await page.getByRole('dialog').getByLabel('写文书').check()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^文书-\d{6}-\d{4}-\d{5}-[0-9a-f]{4}\.docx$/)
  const path = await download.path()
  const lines = await linesOf(readFileSync(path))
  expect(lines[0]).toBe('人民调解申请书')
  expect(lines).toContain(number)
  await page.getByText('打印过 1 次').waitFor()
  await page.getByRole('button', { name: '人民调解申请书', exact: true }).click()
  await page.getByText(`内容没有变化，请直接重印已出具的 ${number}。`).waitFor()
  await page.getByRole('button', { name: `重印 ${number}` }).waitFor()
  await look('文书 已出具')

  await page.getByRole('button', { name: `核对 ${number}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('选文件').setInputFiles(path)
  await dialog.getByText('与本平台出具的一致').waitFor()
  await look('核对')
  const other = { name: 'other.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('other') }
  await dialog.getByLabel('选文件').setInputFiles(other)
  await dialog.getByText('与本平台出具的不一致').waitFor()
  await dialog.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: `${number} 的打印记录` }).click()
  await page
    .getByRole('dialog')
    .getByText(/写文书/)
    .waitFor()
  await look('打印记录')
  const place = new URL(page.url()).pathname.replace('/workbench', '')

  const mobile = await visit(browser, address, screens.phone)
  await enter(mobile, 'qiqige')
  await mobile.go(place)
  await mobile.page.getByText('打印过 1 次').waitFor()
  await mobile.look('文书 手机')
  for (const one of [mediator, mobile]) await one.leave()
})
