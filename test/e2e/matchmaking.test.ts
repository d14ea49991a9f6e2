import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCalendarDays } from '../../src/core/day.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { step } from './support/steps.ts'
import { enter, screens, settle, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const title = '情定贺兰山'
const yes = async (box: Page | Locator, group: RegExp) =>
  box.getByRole('group', { name: group }).getByLabel('是', { exact: true }).check()

test('an event from its plan to its pairs: approved by another, slips by number, only mutual choices come out; nobody else sees the zone', {
  timeout: 400_000,
}, async () => {
  const organiser = await visit(browser, address, screens.desktop)
  const { page, go, look } = organiser
  await enter(organiser, 'wangyan')
  await go('/records/match-event/new')
  await page.getByLabel(/^题目/).fill(title)
  await page.getByLabel(/^日期/).fill(addCalendarDays(today, 40))
  await page.getByLabel(/^地点/).fill('旗文化馆')
  for (const [label, many] of [
    ['男士名额', '20'],
    ['女士名额', '30'],
    ['年龄从', '22'],
    ['年龄到', '40'],
  ] as const)
    await page.getByLabel(new RegExp(`^${label}`)).fill(many)
  for (const group of [/^有安全预案/, /^不劝酒/, /^不收费/]) await yes(page, group)
  await look('筹备一场')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const path = new URL(page.url()).pathname.replace('/workbench', '')

  await go('/records/single-profile')
  await page.getByRole('link', { name: '交平台清单', exact: true }).waitFor()
  await look('征友资料')
  await go(path)

  // The chair keeps out of the zone; another family post of the league above approves, once the places are balanced.
  const chair = await visit(browser, address, screens.desktop)
  await enter(chair, 'narenhua')
  for (const closed of [
    path,
    '/records/single-profile',
    '/records/couple',
    path.replace('/records/match-event', '/matching'),
  ]) {
    await chair.go(closed)
    await chair.page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  }
  await chair.leave()
  const league = await visit(browser, address, screens.desktop)
  await enter(league, 'mengjiating')
  await league.go(path)
  await league.page.getByText(/批准：还差男女名额相差不超过两成/).waitFor()
  await go(`${path}/edit`)
  await page.getByLabel(/^女士名额/).fill('22')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await league.page.reload()
  await step(league.page, '批准')

  // The day has come: four sign in and get their numbers.
  await go(`${path}/edit`)
  await page.getByLabel(/^日期/).fill(today)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  for (const [at, name] of ['苏仁甲', '苏仁乙', '苏仁丙', '苏仁丁'].entries()) {
    await page.getByLabel('加一个人').fill(name)
    await page.getByRole('option', { name: `登记新人“${name}”` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(at < 2 ? '女' : '男').check()
    await dialog.getByLabel('出生日期').fill(`1996-03-1${at}`)
    await dialog.getByLabel('本人口头同意登记建档').check()
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page
      .locator('.came dd')
      .first()
      .filter({ hasText: `${at + 1}人` })
      .waitFor()
    await settle(page)
  }
  await step(page, '办完了')
  await page.getByRole('link', { name: '互选', exact: true }).click()

  let many = 0
  const slip = async (who: number, ...chosen: number[]) => {
    const select = page.getByLabel(/^谁的条/)
    await select.selectOption({ index: who })
    for (const number of chosen) await page.getByLabel(`${number} 号`, { exact: true }).check()
    await page.getByRole('button', { name: '录入', exact: true }).click()
    await page.getByText(`${++many}张`).waitFor()
  }
  await page.getByRole('heading', { level: 1, name: `互选 · ${title}` }).waitFor()
  await slip(1, 3, 4)
  await slip(2, 3)
  await slip(3, 1)
  await slip(4)
  await look('收互选条')
  // What is typed is gone from the page, and from every other page of this event for everybody else.
  await league.go(path)
  await league.page.getByText('录一张互选条').first().waitFor()
  const seen = await (await league.context.request.get(`/api/v1${path}`)).json()
  const slips = (seen.history as { action: string; answers: object; masked: unknown[] }[]).filter(
    ({ action }) => action === 'slip',
  )
  expect(slips.map(({ answers, masked }) => [Object.keys(answers), masked])).toEqual(slips.map(() => [[], []]))

  await page.getByRole('button', { name: '公布互选，销毁条子' }).click()
  await look('公布以前再问一次')
  await page.getByRole('button', { name: '确定公布并销毁' }).click()
  await page.getByText('互选已公布，条子已销毁。').waitFor()
  expect(await page.getByRole('link', { name: /打开这一对/ }).count()).toBe(1)
  await look('互选结果')
  await page.getByRole('link', { name: /打开这一对/ }).click()
  await page.getByText('牵手', { exact: true }).first().waitFor()
  await look('一对')
  await step(page, '两人都说在恋爱')
  await step(page, '举报：马上冻结联系', async (dialog) => {
    await dialog.getByLabel('骚扰、跟踪、恐吓').check()
    await dialog.getByLabel(/^经过/).fill('分手以后一直跟到单位门口。')
  })
  await page.getByText('已冻结', { exact: true }).first().waitFor()
  const couple = new URL(page.url()).pathname.replace('/workbench', '')

  const rights = await visit(browser, address, screens.phone)
  await enter(rights, 'lixiaomei')
  await rights.go('/records/match-report')
  await rights.page.getByRole('link', { name: '牵手以后' }).first().waitFor()
  await rights.look('举报 手机')
  await rights.go(couple)
  await rights.page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  await rights.leave()

  await step(page, '应一方要求删除')
  await page.getByText('已删除', { exact: true }).first().waitFor()
  await look('删除以后')
  for (const one of [organiser, league]) await one.leave()
})
