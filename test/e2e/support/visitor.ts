import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFailed } from 'vitest'
import { demoPassword } from '../../../src/server/accounts/demo-accounts.ts'
import { demoTotpSecret, totpCode } from '../../../src/server/accounts/totp.ts'
import { checkAxe, desktop, phone } from '../../support/browser.ts'

export const large = { width: 1440, height: 900 }
export const screens = { phone, desktop, large }

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** Goes to a place in the workbench. */
  readonly go: (path: string) => Promise<void>
  /** The screen as it stands, once it has settled: no axe violation, nothing wider than the window. */
  readonly look: (what: string) => Promise<void>
  readonly leave: () => Promise<void>
}

/** A person at a browser of her own: nobody has signed in yet. */
export async function visit(
  browser: Browser,
  address: string,
  size: { width: number; height: number } = desktop,
  more: BrowserContextOptions = {},
): Promise<Visitor> {
  const handheld = size.width < 600 ? { hasTouch: true, isMobile: true } : {}
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...handheld,
    ...more,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const troubles: string[] = []
  onTestFailed(() => picture(page))
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`)
  })
  return {
    context,
    page,
    go: async (path) => {
      await page.goto(`/workbench${path}`)
    },
    look: async (what) => {
      await settle(page)
      expect(await checkAxe(page), what).toEqual([])
      expect(await tooWide(page), what).toEqual([])
      expect(troubles, what).toEqual([])
    },
    leave: async () => {
      await context.close()
      expect(troubles).toEqual([])
    },
  }
}

/** Signs a demo account in without its form: the journeys of signing in are in accounts.test.ts. */
export async function enter({ context }: Visitor, name: string, password = demoPassword): Promise<void> {
  const answer = await context.request.post('/api/v1/session', {
    headers: { 'x-niangjia-request': '1' },
    data: { name, password },
  })
  if (answer.ok()) return
  const again = await context.request.post('/api/v1/session', {
    headers: { 'x-niangjia-request': '1' },
    data: { name, password, totp: totpCode(demoTotpSecret(name)) },
  })
  expect(again.ok(), await again.text()).toBe(true)
}

/** Waits as a person does: until nothing is loading, and what faded in stands. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.bars').first().waitFor({ state: 'detached' })
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
}

/** What she saw when a journey failed; says where the picture is. */
async function picture(page: Page): Promise<void> {
  if (page.isClosed()) return
  const path = join(mkdtempSync(join(tmpdir(), 'niangjia-journey-')), 'seen.png')
  await page.screenshot({ path })
  console.error(`${page.url()}: ${path}`)
  await page.context().close()
}

/** On no screen must one push the whole page sideways; what scrolls inside its own box does not count. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    return document.documentElement.scrollWidth <= room + 1
      ? []
      : [`page is ${document.documentElement.scrollWidth} wide in ${room}`]
  })
}

/** Fills in the sign-in form as it stands and sends it. */
export async function signInAs(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** A demo account at a browser of her own, signed in. Before the house's clock is turned: cookies keep the clock of the day. */
export async function arriveIn(
  browser: Browser,
  address: string,
  name: string,
  screen: keyof typeof screens,
): Promise<Visitor> {
  const visitor = await visit(browser, address, screens[screen])
  await enter(visitor, name)
  return visitor
}

/** Each of them goes there and is told that there is no such page; nothing of it is on the screen. */
export async function nothingFor(others: readonly Visitor[], path: string, secret: RegExp): Promise<void> {
  for (const { go, page } of others) {
    await go(path)
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
    expect(await page.locator('body').textContent()).not.toMatch(secret)
  }
}
