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

test.each(['desktop', 'phone'] as const)(
  'the house tells a mediator by itself what is due, and names nothing of a sealed case: %s',
  { timeout: 90_000 },
  async (screen) => {
    const visitor = await visit(browser, address, screens[screen])
    const { page, context, go, look } = visitor
    await enter(visitor, 'qiqige')
    // The timekeeper of the house begins with it; nobody asked for anything.
    const told = async () =>
      (await (await context.request.get('/api/v1/notices')).json()) as {
        total: null
        items: { text: string; link: string }[]
      }
    await expect.poll(async () => (await told()).items.length, { timeout: 60_000, interval: 1000 }).toBeGreaterThan(0)
    const sealed = (await told()).items.filter(({ text }) => text.startsWith('有一件事项'))
    expect(sealed.length).toBeGreaterThan(0)
    for (const { link } of sealed) expect(link).toBe('/todos')
    await go('/todos')
    await page.getByRole('button', { name: /^提醒/ }).click()
    await page
      .getByText(/有一件事项(将到期|已过期)/)
      .first()
      .waitFor()
    await look('铃')
    await page.getByRole('link', { name: '全部提醒' }).click()
    await page.getByRole('heading', { level: 2, name: '提醒' }).waitFor()
    await look('提醒')
    if (screen === 'desktop') {
      await page.getByRole('button', { name: '都看过了' }).click()
      await page.getByRole('button', { name: '提醒', exact: true }).waitFor()
    }
    await page.locator('.notice-page a').first().click()
    await page.waitForURL(/\/(todos|records\/)/)
    await visitor.leave()
  },
)
