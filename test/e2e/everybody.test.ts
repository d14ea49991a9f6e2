import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/server/accounts/demo-accounts.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { chineseOf, watchData } from './support/english.ts'
import { enter, screens, settle, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each(['large', 'phone'] as const)(
  'in English no Chinese is left but names and what people wrote: %s',
  {
    timeout: 180_000,
  },
  async (screen) => {
    const visitor = await visit(browser, address, screens[screen])
    const { page, go, look } = visitor
    await go('/sign-in')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Sign in to the workbench' }).waitFor()
    const data = watchData(page)
    const left: Record<string, string[]> = {}
    const read = async (what: string) => {
      await look(what)
      const words = await chineseOf(page, await data())
      if (words.length > 0) left[what] = words
    }
    await page.reload()
    await read('sign-in')
    await enter(visitor, 'narenhua')
    for (const path of [
      '/',
      '/todos',
      '/figures',
      '/records/family-story',
      '/records/volunteer-session',
      '/records/family-story/new',
    ]) {
      await go(path)
      await read(path)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    }
    for (const path of ['/imports', '/people', '/people/new', '/orgs', '/account']) {
      await go(path)
      await read(path)
    }
    await go('/records/family-story')
    await page.locator('.row-title a').first().click()
    await page.waitForURL(/family-story\/[0-9a-f-]{36}/)
    await read('an evening')
    expect(left).toEqual({})
    await visitor.leave()
  },
)

test.each(['desktop', 'phone'] as const)(
  'large type enlarges every page and pushes nothing off it: %s',
  {
    timeout: 180_000,
  },
  async (screen) => {
    const visitor = await visit(browser, address, screens[screen])
    const { page, go, look } = visitor
    await enter(visitor, 'qiqige')
    await go('/')
    await settle(page)
    const size = () =>
      page.getByRole('heading', { level: 1 }).evaluate((h1) => Number.parseFloat(getComputedStyle(h1).fontSize))
    const normal = await size()
    await page.getByRole('button', { name: '其其格' }).or(page.locator('.me')).first().click()
    await page.getByRole('listitem').getByRole('button', { name: '大字' }).click()
    await expect.poll(size).toBeGreaterThan(normal)
    for (const path of [
      '/',
      '/todos',
      '/figures',
      '/records/mediation',
      '/records/mediation/new',
      '/people',
      '/orgs',
      '/imports',
      '/account',
    ]) {
      await go(path)
      await look(`大字 ${path}`)
    }
    await go('/records/mediation')
    await page.locator('.row-title a').first().click()
    await page.waitForURL(/mediation\/[0-9a-f-]{36}/)
    await look('大字 案件')
    await visitor.leave()
  },
)

/** Presses Tab until the focus is there, as often as a person might. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let press = 0; press < 90; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${target}`)
}

test('without a mouse: signing in, opening a figure, and the records behind it', { timeout: 90_000 }, async () => {
  const visitor = await visit(browser, address, screens.desktop)
  const { page, go } = visitor
  await go('/')
  await page.getByRole('heading', { name: '登录工作台' }).waitFor()
  await page.keyboard.type('suburi')
  await page.keyboard.press('Tab')
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  await page.locator('.figs .num').first().waitFor()
  await settle(page)
  await tabTo(page, page.getByRole('link', { name: '跳到正文' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.locator('.figs .num').first())
  await page.keyboard.press('Enter')
  const number = page.getByRole('region', { name: '数字' }).getByRole('button')
  await tabTo(page, number)
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: '数字里的记录' })
  await drawer.getByRole('listitem').first().waitFor()
  await tabTo(page, drawer.getByRole('link').first())
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await visitor.leave()
})

test('a form says in the reader’s language what is missing, at each field, and takes her to the first', {
  timeout: 60_000,
}, async () => {
  const visitor = await visit(browser, address, screens.phone)
  const { page, go, look } = visitor
  await go('/sign-in')
  await page.getByRole('button', { name: 'English' }).click()
  await enter(visitor, 'mengtongji')
  await go('/indicators/import')
  await page.getByRole('button', { name: 'Try', exact: true }).click()
  await page.getByText('Please fill this in.').nth(1).waitFor()
  await page.locator('input[type=file]:focus').waitFor()
  await look('what is missing')
  await visitor.leave()
})

test('a league’s statistician sees her banners as a map, and on a phone every number of them', {
  timeout: 60_000,
}, async () => {
  const visitor = await visit(browser, address, screens.phone)
  const { page, go, look } = visitor
  await enter(visitor, 'mengtongji')
  const refused: string[] = []
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url())
  })
  await go('/figures?measure=family-story.sessions&org=1529000000000000&from=2026-01-01&to=2026-11-26')
  await page.getByText('一格一个地方').waitFor()
  await look('盟市的数')
  expect(refused).toEqual([])
  const hidden = await page.locator('.tbl-scroll:has(.kids)').evaluate((box) => box.scrollWidth - box.clientWidth)
  expect(hidden).toBeLessThanOrEqual(0)
  await visitor.leave()
})
