import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe, launchBrowser } from '../support/browser.ts'
import { linesOf } from '../support/docx.ts'
import { serveDemo } from '../support/served.ts'
import { enter, nothingFor, screens, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('a review is written from the template, its numbers open, another approves it, anybody reads it', {
  timeout: 180_000,
}, async () => {
  const maker = await visit(browser, address, screens.desktop)
  const { page, go, look } = maker
  await enter(maker, 'suburi')
  await go('/reviews')
  await page.getByRole('link', { name: /^\d{4}年妇联工作综述$/ }).waitFor()
  await look('综述')
  await page.getByRole('link', { name: '写一篇综述' }).first().click()
  await page.getByLabel('标题').fill('年度综述 试写')
  await look('写一篇综述')
  await page.getByRole('button', { name: '用年度模板开始' }).click()
  const text = page.getByRole('article')
  await text.getByRole('heading', { name: /家庭家教家风/ }).waitFor()
  await look('预览')
  await page.getByRole('link', { name: '改正文' }).click()
  const source = page.getByLabel('正文', { exact: true })
  await source.fill('# 年度综述 试写\n\n全区家风故事分享会')
  await source.press('End')
  await page.getByLabel('找指标，插入正文').fill('家风故事分享会')
  await look('改正文')
  await page.getByRole('button', { name: /^插入 家风故事分享会 · 场次$/ }).click()
  await source.press('End')
  await source.pressSequentially("。\n\n{{ 'family-story.sessions' | chart }}")
  await page.getByRole('button', { name: '存成新的一版' }).click()
  await page.getByText('第 2 版').first().waitFor()
  const number = text.getByRole('link', { name: /^[\d万余]+场 打开这个数$/ })
  const said = (await number.textContent()) ?? ''
  await look('第二版')
  await number.click()
  await page.waitForURL(/\/figures\?measure=family-story\.sessions&org=1500000000000000/)
  await page
    .getByText(said.replace('场', '').replace(/\B(?=(\d{3})+$)/g, ','), { exact: true })
    .first()
    .waitFor()
  await page.goBack()
  const path = new URL(page.url()).pathname.replace('/workbench', '')

  const other = await visit(browser, address, screens.phone)
  await enter(other, 'wangyan')
  await nothingFor([other], path, /试写/)
  await page.getByRole('button', { name: '送批' }).click()
  await look('送批')
  await page.getByRole('dialog').getByRole('button', { name: '送批' }).click()
  await page.getByText('等主席岗批准。').waitFor()

  const chair = await visit(browser, address, screens.phone)
  await enter(chair, 'quzhuxi')
  await chair.go(path)
  await chair.page.getByRole('article').getByRole('link').first().waitFor()
  await chair.look('待批 手机')
  await chair.page.getByRole('button', { name: '批准并公布' }).click()
  await chair.page.getByRole('dialog').getByRole('button', { name: '批准并公布' }).click()
  await chair.page.getByText('已公布').first().waitFor()
  const [download] = await Promise.all([
    chair.page.waitForEvent('download'),
    chair.page.getByRole('link', { name: '下载 Word' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^年度综述_试写 FB-150000-\d{4}-00001\.docx$/)
  const lines = await linesOf(await readFile(await download.path()))
  expect(lines[1]).toBe(`全区家风故事分享会${said}1。`)
  expect(lines).toContain('附件　数字追溯表')
  expect(lines.some((line) => /^FB-150000-\d{4}-00001-01$/.test(line))).toBe(true)
  await chair.look('已公布 手机')

  await other.go('/reviews')
  await other.page.getByRole('link', { name: '年度综述 试写' }).click()
  await other.page.getByRole('article').getByText('全区家风故事分享会').waitFor()
  expect(await other.page.getByRole('link', { name: '改正文' }).count()).toBe(0)

  const stranger = await visit(browser, address, screens.phone)
  await stranger.page.goto('/reviews')
  expect(await checkAxe(stranger.page)).toEqual([])
  await stranger.page.getByRole('link', { name: '年度综述 试写' }).click()
  await stranger.look('公开页 手机')
  await stranger.page.getByRole('link', { name: said, exact: true }).click()
  await stranger.page.waitForURL(/\/figures\/FB-150000-\d{4}-00001#FB-150000-\d{4}-00001-01$/)
  for (const visitor of [maker, chair, other, stranger]) await visitor.leave()
})
