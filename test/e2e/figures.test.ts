import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { openBook } from '../support/sheets.ts'
import { holdEvening, today } from './support/evening.ts'
import { figureShown, numberOf, tableShown } from './support/figure-page.ts'
import { enter, screens, settle, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const year = today.slice(0, 4)
const [region, league, banner] = [orgCode(150000000000), orgCode(152900000000), orgCode(152921000000)]
const attendances = (org: number, more = '') =>
  `/figures?measure=family-story.attendances&org=${org}&from=${Number(year) - 1}-01-01&to=${today}${more}`
const crumb = (page: Page) => page.getByRole('navigation', { name: '组织' })

test.each(['large', 'phone'] as const)(
  'from a number to the record below it in four presses, and back: %s',
  {
    timeout: 120_000,
  },
  async (screen) => {
    const visitor = await visit(browser, address, screens[screen])
    const { page, go, look } = visitor
    await enter(visitor, 'suburi')
    await go('/')
    await page.getByRole('heading', { level: 1, name: /苏日娜|日娜/ }).waitFor()
    await look('首页')
    await page.locator('.figs .num').first().click()
    await page.waitForURL(/figures\?/)
    await go(attendances(region))
    const whole = await figureShown(page)
    const { rows, total } = await tableShown(page)
    expect(rows).toHaveLength(12)
    expect(total).toBe(whole)
    expect(rows.reduce((sum, [, value]) => sum + value, 0)).toBe(whole)
    await look('看数 全区')

    await page.getByRole('cell').getByRole('link', { name: '阿拉善盟妇联' }).click()
    await page.getByRole('cell').getByRole('link', { name: '阿拉善左旗妇联' }).click()
    await page.waitForURL(new RegExp(`org=${banner}`))
    await settle(page)
    const below = await figureShown(page)
    await page.getByRole('region', { name: '数字' }).getByRole('button').click()
    const drawer = page.getByRole('complementary', { name: '数字里的记录' })
    await drawer.getByRole('link').first().waitFor()
    expect(numberOf((await drawer.getByRole('heading').textContent()) ?? '')).toBe(below)
    await look('看数 抽屉')
    const title = (await drawer.getByRole('link').first().textContent()) ?? ''
    await drawer.getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: title.replace(/^更正 · /, '') }).waitFor()
    await look('记录')

    await page.goBack()
    await drawer.waitFor()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await crumb(page).getByRole('link', { name: '内蒙古自治区妇联' }).click()
    await page.waitForURL(new RegExp(`org=${region}`))
    await settle(page)
    expect(await figureShown(page)).toBe(whole)
    await visitor.leave()
  },
)

test('a link opens the same view for somebody else after signing in, as of the same moment', {
  timeout: 120_000,
}, async () => {
  const first = await visit(browser, address, screens.large)
  await enter(first, 'suburi')
  const village = await visit(browser, address, screens.phone)
  await enter(village, 'gacha')
  await first.go(attendances(banner, `&asOf=${new Date().toISOString()}&open=${banner}`))
  await first.page.getByText('这是当时的数，不再变动').waitFor()
  await settle(first.page)
  const then = await figureShown(first.page)
  await first.look('看数 当时')
  await holdEvening(village, '链接里的一场', 31)

  const second = await visit(browser, address, screens.large)
  await second.page.goto(first.page.url())
  await second.page.getByLabel('账号').fill('alashan')
  await second.page.getByLabel('密码', { exact: true }).fill('caoyuan-2026-yanshi')
  await second.page.getByRole('button', { name: '登录', exact: true }).click()
  await second.page.getByText('这是当时的数，不再变动').waitFor()
  expect(second.page.url()).toBe(first.page.url())
  await second.page.getByRole('complementary', { name: '数字里的记录' }).getByRole('listitem').first().waitFor()
  expect(await figureShown(second.page)).toBe(then)

  await second.page.getByRole('button', { name: /^截至/ }).click()
  await second.page.getByRole('button', { name: '此刻' }).click()
  await second.page.getByText('实时数，新记录几秒内计入').waitFor()
  await settle(second.page)
  expect(await figureShown(second.page)).toBe(then + 31)
  await second.page.getByRole('button', { name: /^截至/ }).click()
  await second.page.getByLabel('当时看到的数').fill('2020-01-01T08:00')
  await second.page.getByRole('button', { name: '看这段' }).click()
  await settle(second.page)
  await expect.poll(() => figureShown(second.page)).toBe(0)
  for (const one of [first, village, second]) await one.leave()
})

test('a record made in a village is in the figures of the region within two seconds', {
  timeout: 120_000,
}, async () => {
  const village = await visit(browser, address, screens.phone)
  await enter(village, 'gacha')
  const above = await visit(browser, address, screens.large)
  await enter(above, 'suburi')
  await above.go(attendances(region))
  await settle(above.page)
  const before = await figureShown(above.page)
  await holdEvening(village, '两秒之内的一场', 26)
  const asked = `/api/v1/figures?measure=family-story.attendances&org=${region}&from=${Number(year) - 1}-01-01&to=${today}`
  const told = async () => (await (await above.context.request.get(asked)).json()).value
  await expect.poll(told, { timeout: 2000 }).toBe(before + 26)
  await above.page.reload()
  await above.page.getByRole('region', { name: '数字' }).waitFor()
  expect(await figureShown(above.page)).toBe(before + 26)
  for (const one of [above, village]) await one.leave()
})

test('the export opens in another program and equals the table', { timeout: 60_000 }, async () => {
  const visitor = await visit(browser, address, screens.large)
  await enter(visitor, 'mengtongji')
  await visitor.go(attendances(league))
  await settle(visitor.page)
  const table = await tableShown(visitor.page)
  const [download] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.page.getByRole('link', { name: '导出' }).click(),
  ])
  const [sheet] = (await openBook(readFileSync(await download.path()))).worksheets
  const rows = sheet?.getSheetValues().slice(2) as unknown[][]
  const end = rows.findIndex((row) => row[2] === '合计')
  expect(rows.slice(0, end).map((row) => [row[2], row[3]])).toEqual(
    table.rows.map(([name, value]) => [expect.stringContaining(name.replace(/本级$/, '')), value]),
  )
  expect(rows[end]?.[3]).toBe(table.total)
  await visitor.leave()
})
