import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipArchive } from '../../src/server/documents/docx/zip-archive.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { enter, screens, settle, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const article = readFileSync(new URL('../fixtures/drafts/region-2023.txt', import.meta.url), 'utf8')
const word = (text: string) => zipArchive([['word/document.xml', `<w:p><w:t>${text}</w:t></w:p>`]])

test.each(['desktop', 'phone'] as const)(
  'a draft is pasted and uploaded, its findings read in place by keyboard, one is answered, the text mended: %s',
  { timeout: 180_000 },
  async (screen) => {
    const visitor = await visit(browser, address, screens[screen])
    const { page, go, look } = visitor
    await enter(visitor, 'tuya')
    await go('/checks')
    await look('数检')
    const main = page.getByRole('main')
    await main
      .getByLabel('选文件')
      .setInputFiles({ name: '图.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })
    await main.getByText('只检查 .docx 和 .txt').waitFor()
    await main.getByLabel('选文件').setInputFiles({
      name: '简报.docx',
      mimeType: 'application/octet-stream',
      buffer: word('今年，服务群众超3000多人次。'),
    })
    await main.getByText('简报.docx').first().waitFor()
    await main.getByLabel('粘贴正文').fill(article)
    await main.getByRole('button', { name: '检查', exact: true }).click()
    await page.waitForURL(/checks\/[0-9a-f-]{36}/)
    const list = main.getByRole('region', { name: '找到的问题' })
    await list.getByRole('heading', { name: '重复限定' }).waitFor()
    await look('检查结果')

    // In place: a mark is reached and opened by keyboard, and leads to its finding and back.
    const mark = main.getByRole('button', { name: /^53万，\d+ 处问题/ })
    await mark.focus()
    await page.keyboard.press('Enter')
    const finding = list
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /不同单位加在一起.*53万/ }) })
    await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true')
    await finding.getByRole('button', { name: '看原文' }).click()
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true)

    await list.getByLabel('问题').selectOption({ label: '不同单位加在一起' })
    expect(await list.getByRole('listitem').count()).toBe(1)
    await finding.getByRole('button', { name: '说明理由' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('原稿如此，已请提供单位拆分')
    await look('说明理由')
    await dialog.getByRole('button', { name: '记下' }).click()
    await finding.getByText('原稿如此，已请提供单位拆分').waitFor()
    await list.getByLabel('答复').selectOption({ label: '还没有答复' })
    await list.getByText('没有符合条件的问题').waitFor()
    await list.getByLabel('答复').selectOption('')
    await list.getByLabel('问题').selectOption('')

    await main.getByRole('button', { name: '改稿' }).click()
    await dialog.getByLabel('简报.docx').fill('今年，服务群众3000人次。')
    await dialog.getByRole('button', { name: '重新检查' }).click()
    await dialog.waitFor({ state: 'detached' })
    await list.getByRole('heading', { name: '重复限定' }).waitFor({ state: 'detached' })
    // The answer stayed with its sentence.
    await finding.getByText('原稿如此，已请提供单位拆分').waitFor()
    await look('改过')

    await go('/checks')
    await settle(page)
    await main
      .getByRole('link', { name: /简报\.docx/ })
      .first()
      .waitFor()
    await look('检查过的稿子')
    await visitor.leave()
  },
)

test('published numbers are listed and found; those who do not publish see no page for it', {
  timeout: 120_000,
}, async () => {
  const visitor = await visit(browser, address, screens.large)
  const { page, go, look } = visitor
  await enter(visitor, 'suburi')
  await go('/statements')
  const main = page.getByRole('main')
  await main.getByText('累计投入资金5189万元').waitFor()
  await look('已发布数字')
  await main.getByRole('searchbox').fill('化解各类家庭矛盾9915件')
  await expect.poll(() => main.getByRole('row').count()).toBe(2)
  await main.getByRole('button', { name: '接收一份表' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('出自哪份文件').fill('测试文件')
  await dialog
    .getByLabel('表（.csv）')
    .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') })
  await dialog.getByRole('button', { name: '接收', exact: true }).click()
  await dialog.getByText('这不是已发布数字表').waitFor()
  await look('接收一份表')
  await dialog.getByRole('button', { name: '取消' }).click()

  // One number, in its own words: read from them, approved by another, explained where it is another.
  await main.getByRole('searchbox').fill('')
  await main.getByRole('button', { name: '登记一个数' }).click()
  await dialog.getByLabel('数的是什么').fill('骑行宣传')
  await dialog.getByLabel('原句').fill('2024年，全区妇联组织骑行宣传412场。')
  await dialog.getByLabel('出自哪份文件').fill('2024年总结')
  await dialog.getByLabel('与哪个已发布数字不同').selectOption({ index: 1 })
  await dialog.getByLabel('为什么不同').fill('只算骑行的')
  await look('登记一个数')
  await dialog.getByRole('button', { name: '送批' }).click()
  await dialog.waitFor({ state: 'detached' })
  await visitor.leave()
  const chair = await visit(browser, address, screens.phone)
  await enter(chair, 'quzhuxi')
  await chair.go('/statements')
  await chair.page.getByRole('searchbox').fill('骑行宣传')
  await chair.page.getByText('待批').waitFor()
  await chair.page.getByText(/不同：只算骑行的/).waitFor()
  await chair.look('待批的数 手机')
  await chair.page.getByRole('button', { name: '批准 骑行宣传' }).click()
  await chair.page.getByRole('dialog').getByRole('button', { name: '批准' }).click()
  await chair.page.getByText('现行').waitFor()
  await chair.leave()
  const other = await visit(browser, address, screens.large)
  await enter(other, 'wangyan')
  await other.go('/')
  await settle(other.page)
  expect(await other.page.getByRole('link', { name: '数检' }).count()).toBe(0)
  await other.leave()
})
