import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe, launchBrowser } from '../support/browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ deviceScaleFactor: 1 })
})
afterAll(() => browser.close())

const html = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>娘家</title></head><body><main>${body}</main></body></html>`

test('Chinese text is drawn with glyphs, each character its own', async () => {
  const draw = async (text: string) => {
    await page.setContent(html(`<h1 style="font: 48px sans-serif">${text}</h1>`))
    return (await page.locator('h1').screenshot()).toString('base64')
  }
  const [blank, first, second] = [await draw('　　'), await draw('娘家'), await draw('妇联')]
  expect(first).not.toBe(blank)
  expect(first).not.toBe(second)
})

test('axe names a violation and passes a clean page', async () => {
  await page.setContent(html('<h1>娘家</h1><img src="data:,">'))
  expect((await checkAxe(page)).join()).toContain('image-alt')
  await page.setContent(html('<h1>娘家</h1><p>记一次，处处可用。</p>'))
  expect(await checkAxe(page)).toEqual([])
})
