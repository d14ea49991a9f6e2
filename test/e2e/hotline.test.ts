import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { linesOf } from '../support/docx.ts'
import { serveDemo } from '../support/served.ts'
import { enter, nothingFor, screens, settle, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const league = orgCode(152900000000)
const words = '结婚九年，这半年打得多了，上周掐过一次脖子。眼下人在娘家。'
const nine = ['n', 'y', 'n', 'y', 'u', 'n', 'y', 'n', 'n']

async function take({ page, go }: Visitor): Promise<void> {
  await go('/hotline')
  await page.getByRole('button', { name: '接电话' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '先问安全' }).waitFor()
}
const saved = (page: Page) => page.locator('.hl-save.saved').waitFor()
const lacks = async (page: Page) => (await page.locator('#hl-lacks').textContent()) ?? ''

test('a frightened caller: nine questions by keyboard, 110 noted, a case made; nobody above sees more than a figure', {
  timeout: 360_000,
}, async () => {
  const operator = await visit(browser, address, screens.large)
  const { page, look } = operator
  await enter(operator, 'rexian')
  await take(operator)
  expect(await lacks(page)).toBe('还差 9 题')
  await page.keyboard.press('F10')
  expect(new URL(page.url()).pathname).toBe('/workbench/hotline')
  for (const key of nine) await page.keyboard.press(key)
  await page.getByText('马上帮：先告知110，电话不断。').waitFor()
  // The last answer leads to her words: she may begin to speak.
  await page.keyboard.insertText(words)
  expect(await lacks(page)).toContain('告知110')
  await page.keyboard.press('F9')
  await page.getByText(/^\d\d:\d\d 已告知110$/).waitFor()
  await page.getByLabel('打字找类别').fill('家暴')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: '身体暴力' }).check()
  await page.getByRole('radio', { name: '不留姓名电话' }).check()
  await page.getByRole('button', { name: '《反家庭暴力法》第二十三条' }).click()
  await look('接线台')
  await page.keyboard.press('Alt+5')
  await page.getByRole('radio', { name: '转为个案' }).check()
  await page.getByLabel('依据').selectOption({ label: '她同意' })
  expect(await lacks(page)).toBe('')
  await saved(page)

  // Nothing of her is anywhere a stranger at this desk could find it.
  expect(await page.title()).toBe('工作台 · 娘家')
  const left = await page.evaluate(async () => {
    const bases = await indexedDB.databases()
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, bases.map((base) => base.name)])
  })
  expect(left).not.toMatch(/脖子|hotline|draft/)

  await page.keyboard.press('F10')
  await page.getByText(/^已登记 RX-\d{6}-\d{4}-\d{5}/).waitFor()
  await look('登记完')
  await page.getByRole('link', { name: '打开这一件' }).click()
  await page.getByRole('heading', { level: 1, name: '权益服务事项' }).waitFor()
  await page.getByText('已转个案', { exact: true }).first().waitFor()
  await look('一件来电')
  expect(await page.locator('body').textContent()).not.toMatch(/脖子|138/)
  const path = new URL(page.url()).pathname.replace('/workbench', '')
  const nobody = [await visit(browser, address, screens.phone), await visit(browser, address, screens.desktop)] as const
  await enter(nobody[0], 'alashan')
  await enter(nobody[1], 'youqi')
  await nothingFor(nobody, path, /脖子|RX-/)

  // Her record is evidence (R-DV-03): it says what was said, names nobody, and a later word is a new version of it.
  const proof = async (version: number) => {
    await page.getByRole('button', { name: '求助（投诉）记录证明', exact: true }).click()
    await page
      .getByText(new RegExp(`第 ${version} 版 `))
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /^打印 / })
      .first()
      .click()
    await page.getByRole('dialog').getByLabel('写文书').check()
    const coming = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
    const paper = (await linesOf(readFileSync(await (await coming).path()))).join('\n')
    expect(paper).toContain('掐过一次脖子')
    expect(paper).toContain('不愿留名')
    expect(paper).toContain(`版本：第 ${version} 版`)
    return paper
  }
  await proof(1)
  await look('记录证明')
  await page.getByRole('link', { name: '修改' }).click()
  await page.getByLabel(/^对方情况/).fill('常喝酒，有一辆皮卡。')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('改了对方情况').first().waitFor()
  expect(await proof(2)).toContain('对方情况')
  await look('改过之后的记录')
  await nothingFor(nobody, path, /脖子|皮卡|RX-/)

  // Handed over: the case has her words, the call stays as it was.
  await page
    .getByRole('link', { name: /^权益个案/ })
    .last()
    .click()
  await page.getByRole('heading', { level: 1, name: '权益服务事项' }).waitFor()
  await page.getByText('待分诊', { exact: true }).first().waitFor()
  await look('由来电转成的个案')
  await nothingFor(nobody, new URL(page.url()).pathname.replace('/workbench', ''), /脖子|QY-/)
  for (const one of nobody) await one.leave()

  for (const [name, size] of [
    ['alashan', screens.phone],
    ['narenhua', screens.desktop],
    ['mengli', screens.desktop],
  ] as const) {
    const other = await visit(browser, address, size)
    await enter(other, name)
    await other.go(path)
    await other.page.getByRole('heading', { name: '没有这个页面' }).waitFor()
    await other.go('/hotline')
    await other.page.getByRole('heading', { name: '没有这个页面' }).waitFor()
    await other.go(`/figures?measure=hotline-contact.contacts&org=${league}`)
    await settle(other.page)
    expect(await other.page.locator('body').textContent()).not.toMatch(/脖子|RX-/)
    await other.leave()
  }
  await operator.leave()
})

test('what is typed survives a closed tab and a lost network; a second tab is told, and overwrites nothing', {
  timeout: 240_000,
}, async () => {
  const operator = await visit(browser, address, screens.desktop)
  const { page, context } = operator
  await enter(operator, 'rexian')
  await take(operator)
  await page.getByRole('textbox', { name: '她的原话' }).fill('她在电话里哭，')
  await saved(page)
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.goto('/workbench/hotline')
  await again.getByRole('button', { name: '接着登记' }).click()
  await again.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#hl-words')?.value === '她在电话里哭，',
  )

  // The same call in a second tab, which then falls behind.
  const second = await context.newPage()
  await second.goto('/workbench/hotline')
  await second.getByRole('button', { name: '接着登记' }).click()
  await second.locator('#hl-words').waitFor()
  await again.locator('#hl-words').fill('她在电话里哭，说孩子在里屋。')
  await again.locator('.hl-save.saved').waitFor()
  await again.waitForTimeout(1500)
  await second.locator('#hl-words').fill('第二页写的别的内容，不能丢。')
  const conflict = second.getByRole('alert')
  await conflict.getByText('说孩子在里屋').waitFor()
  expect(await second.locator('#hl-words').inputValue()).toBe('第二页写的别的内容，不能丢。')
  await conflict.getByRole('button', { name: '用另一页的' }).click()
  expect(await second.locator('#hl-words').inputValue()).toBe('她在电话里哭，说孩子在里屋。')
  await second.close()

  await context.setOffline(true)
  await again.locator('#hl-words').fill('断网时接着写的，还在这一页。')
  await again.getByText('没有网络，字都在这一页').waitFor()
  await context.setOffline(false)
  await again.locator('.hl-save.saved').waitFor()

  // Escape twice: a page that says nothing, at once.
  await again.keyboard.press('Escape')
  await again.keyboard.press('Escape')
  await again.getByRole('heading', { level: 1, name: '组织' }).waitFor()
  expect(await again.locator('body').textContent()).not.toContain('断网')
  await again.goto('/workbench/hotline')
  await again.getByRole('button', { name: '接着登记' }).click()
  await again.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#hl-words')?.value.startsWith('断网时接着写的'),
  )

  const colleague = await visit(browser, address, screens.phone)
  await enter(colleague, 'lixiaomei')
  await colleague.go('/hotline')
  await colleague.page.getByText('都登记完了。').waitFor()
  await colleague.look('接线 手机')
  await colleague.page.getByRole('button', { name: '接电话' }).click()
  await colleague.page.getByRole('heading', { name: '先问安全' }).waitFor()
  await colleague.look('接线台 手机')
  await colleague.leave()
  await operator.leave()
})

test('a paper form of yesterday carries its own time; a number is looked up only when she agrees', {
  timeout: 240_000,
}, async () => {
  const operator = await visit(browser, address, screens.desktop)
  const { page, go, look } = operator
  await enter(operator, 'rexian')
  await go('/')
  await page.getByRole('link', { name: '12338接线' }).click()
  for (const name of ['第一位', '第二位']) {
    await page.getByRole('button', { name: '补录纸质登记' }).click()
    await page.getByLabel('来电来访日期').fill('2026-03-05')
    await page.getByLabel('时间', { exact: true }).fill('23:40')
    await page.getByLabel('渠道').selectOption({ label: '来访' })
    await page.getByRole('radio', { name: '愿意留' }).check()
    await page.getByLabel('称呼').fill(name)
    await page.getByLabel('号码').fill('138 0000 5566')
    expect(await page.getByRole('button', { name: '查同号来电' }).count()).toBe(0)
    await page.getByLabel('她同意查以前来电').check()
    await page.getByRole('button', { name: '查同号来电' }).click()
    await page.getByText(name === '第一位' ? '本单位没有同号来电' : '本单位同号来电 1 次').waitFor()
    await look('同号来电')
    expect(page.url()).not.toContain('5566')
    await page.getByLabel('打字找类别').fill('工资')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '答复' }).fill('可以向劳动监察投诉，或拨打12333。')
    await page.getByRole('radio', { name: '答复后办结' }).check()
    await page.getByRole('button', { name: '结束并登记' }).click()
    await page.getByText(/^已登记 RX-/).waitFor()
  }
  await page.getByRole('link', { name: '打开这一件' }).click()
  await page.getByText('答复后办结', { exact: true }).first().waitFor()
  await page.getByText('2026-03-05').first().waitFor()
  await operator.leave()
})

test('the console is whole in English', { timeout: 120_000 }, async () => {
  const operator = await visit(browser, address, screens.desktop)
  const { page, context, look } = operator
  await enter(operator, 'rexian')
  await context.addInitScript(() => localStorage.setItem('niangjia.language', 'en'))
  await operator.go('/hotline')
  await page.getByRole('button', { name: 'Take a call' }).click()
  await page.getByRole('heading', { name: 'Safety first' }).waitFor()
  await page.getByLabel('Type to find a category').fill('viol')
  await look('console in English')
  const shown = await page.locator('main, .hl-aid, .hl-rail').allTextContents()
  expect(shown.join('').match(/\p{Script=Han}+/gu) ?? []).toEqual([])
  await operator.leave()
})
