import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { fillIn, openBook } from '../support/sheets.ts'
import { today } from './support/evening.ts'
import { figureShown } from './support/figure-page.ts'
import { enter, screens, settle, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const township = orgCode(152921110000)
const evening = (title: string, more: Record<string, string | number>) => ({
  ...{ title, heldOn: today, place: '镇文化站', '#state': '已举办' },
  ...{ '#estimate': 12, '#estimate-reason': '广场活动，无法清点', ...more },
})

async function give(page: Page, file: Buffer, button: '试导' | '导入'): Promise<string> {
  await page
    .getByLabel('填好的表')
    .setInputFiles({ name: '分享会.xlsx', mimeType: 'application/octet-stream', buffer: file })
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
  const now = page.getByRole('main').getByRole('status')
  await now.getByText('已完成').waitFor({ timeout: 30_000 })
  return (await now.textContent()) ?? ''
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('link', { name }).first().click(),
  ])
  return readFileSync(await file.path())
}

test.each([
  ['desktop', '家风故事分享会甲'],
  ['phone', '家风故事分享会乙'],
] as const)(
  'a sheet is tried, its wrong row returned, corrected and imported, and the figure moves: %s',
  {
    timeout: 180_000,
  },
  async (screen, name) => {
    const visitor = await visit(browser, address, screens[screen])
    const { page, go, look } = visitor
    await enter(visitor, 'zhangfang')
    const figure = async () => {
      await go(`/figures?measure=family-story.attendances&org=${township}&from=${today.slice(0, 4)}-01-01&to=${today}`)
      await settle(page)
      return figureShown(page)
    }
    const before = await figure()
    await go('/imports?what=family-story')
    await look('导入')
    const template = await openBook(await download(page, '下载模板'))
    const rows = [evening(`${name}一`, {}), evening(`${name}二`, { heldOn: '去年春天' })]
    expect(await give(page, await fillIn(template, rows), '试导')).toMatch(/1 行没有问题，可以导入。\s*1 行有问题/)
    await look('试导')
    const returned = await openBook(await download(page, '下载退回的表'))
    const problems = returned.getWorksheet('填写')?.getRow(3).values as string[]
    expect(problems.join()).toContain('“日期”应是日期')
    expect(await figure()).toBe(before)

    await go('/imports?what=family-story')
    const fixed = await openBook(await download(page, '下载模板'))
    const right = [evening(`${name}一`, {}), evening(`${name}二`, {})]
    expect(await give(page, await fillIn(fixed, right), '导入')).toContain('导入了 2 行')
    await look('导入 完成')
    expect(await figure()).toBe(before + 24)
    await visitor.leave()
  },
)
