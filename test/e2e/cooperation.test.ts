import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveHouse } from '../support/served.ts'
import { figureShown } from './support/figure-page.ts'
import { dayAfter, today } from './support/house-clock.ts'
import { pick, registerNew, seek, step, stepButton } from './support/steps.ts'
import { arriveIn, nothingFor, type screens, settle, type Visitor } from './support/visitor.ts'

const { address } = await serveHouse()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const banner = orgCode(152921000000)
const project = '吉兰泰奶食品作坊'
const arrive = (name: string, screen: keyof typeof screens = 'desktop') => arriveIn(browser, address, name, screen)
const pathOf = ({ page }: Visitor) => new URL(page.url()).pathname.replace('/workbench', '')

async function figureOf({ page, go }: Visitor, measure: string): Promise<number> {
  await go(`/figures?measure=${measure}&org=${banner}&from=${today}&to=${dayAfter(30)}`)
  await settle(page)
  return figureShown(page)
}

/** Opens the figure on the screen and the record of this name in it. */
async function openDown({ page, look }: Visitor, name: string): Promise<void> {
  await page.getByRole('region', { name: '数字' }).getByRole('button').click()
  const drawer = page.getByRole('complementary', { name: '数字里的记录' })
  await drawer
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await look('数字里的一件')
}

/** What the village chair writes down on her phone: what a bank needs to know, and nothing about her. */
async function ask({ page, go, look }: Visitor): Promise<string> {
  await go('/records/loan-referral/new')
  await page.getByLabel(/^做什么项目/).fill(project)
  await page.getByLabel(/^提出日期/).fill(today)
  await registerNew(page, page.getByLabel(/^本人(P|$|\s)/), { name: '敖敦其其格', gender: '女', born: '1985-06-01' })
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByLabel('个人', { exact: true }).check()
  await page.getByLabel('奶食品、肉食品', { exact: true }).check()
  await page.getByLabel(/^项目在哪里/).fill('红柳嘎查')
  await page.getByLabel(/^想贷多少/).fill('80000')
  await page.getByLabel(/^贷多久/).fill('24')
  await page.getByLabel(/^钱用在哪里/).fill('买一台冷藏柜')
  await look('贷款需求 手机')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: project }).waitFor()
  return new URL(page.url()).pathname.replace('/workbench', '')
}

const yeses =
  (...asked: RegExp[]) =>
  async (dialog: Locator) => {
    for (const one of asked) await pick(dialog, one, '是')
  }

async function consent(dialog: Locator): Promise<void> {
  await dialog.getByLabel(/^交给哪家银行/).fill('农业银行左旗支行')
  for (const part of ['姓名', '电话', '项目、行业、地点', '想贷多少、多久、做什么用', '推荐意见'])
    await pick(dialog, /她同意交给这家银行的内容/, part)
  await dialog.getByLabel(/^同意日期/).fill(today)
  await pick(dialog, '怎么同意的', '签字')
  await dialog.getByLabel(/^给银行：姓名/).fill('敖敦其其格')
  await dialog.getByLabel(/^给银行：电话/).fill('13800000000')
}

test('a loan from a village to the bank and back: she agrees to what goes, the bank answers, and the figure opens to it', {
  timeout: 300_000,
}, async () => {
  const village = await arrive('gacha', 'phone')
  const township = await arrive('jilantai')
  const chair = await arrive('narenhua')
  const bank = await arrive('yinhang', 'phone')
  const strangers = [await arrive('fayuan'), await arrive('youqi')]
  const before = await figureOf(chair, 'loan-referral.disbursed')
  const path = await ask(village)
  await step(village.page, '当面说明产品', yeses(/产品说明单/, /推荐不等于批准/, /她自己要贷/))
  await step(village.page, '记她的同意', consent)
  expect(await (await stepButton(village.page, '记她的同意')).count()).toBe(1)
  expect(await village.page.getByRole('button', { name: '推荐（不等于批准）', exact: true }).count()).toBe(0)

  await township.go(path)
  await step(township.page, '推荐（不等于批准）', async (dialog) => {
    await yeses(/在这里居住/, /项目真实/, /没有亲属/)(dialog)
    await dialog.getByLabel(/^推荐意见/).fill('项目真实，人勤快，建议支持。')
  })
  await chair.go(path)
  await step(chair.page, '核对通过')
  await nothingFor([bank], path, /作坊/)
  await step(chair.page, '送银行', (dialog) => seek(chair.page, dialog.getByLabel(/^银行在平台上的单位/), '农行左旗'))
  await chair.page.getByText('已送银行', { exact: true }).first().waitFor()
  await chair.look('贷款推荐 已送银行')
  await nothingFor(strangers, path, /作坊|敖敦/)

  // The bank has what she agreed to, and nothing of how it came about.
  await bank.go(path)
  await bank.page.getByText(/转来。这里只有对方发来的内容/).waitFor()
  await bank.look('银行看到的一笔 手机')
  expect(await bank.page.locator('body').textContent()).not.toMatch(/推荐的人和她|怎么同意的|现在用工/)
  await step(bank.page, '受理')
  await step(bank.page, '批准', async (dialog) => {
    await dialog.getByLabel(/^批准金额/).fill('90000')
    await dialog.getByLabel(/^批准期限/).fill('24')
    await dialog.getByLabel(/^年利率/).fill('365')
    await pick(dialog, '利率类型', '固定利率')
    await dialog.getByRole('button', { name: '批准', exact: true }).click()
    await dialog.getByRole('alert').filter({ hasText: '不超过她申请的' }).waitFor()
    await dialog.getByLabel(/^批准金额/).fill('60000')
  })
  await step(bank.page, '已放款', async (dialog) => {
    await dialog.getByLabel(/^放款金额/).fill('60000')
    await dialog.getByLabel(/^放款日期/).fill(today)
  })

  expect(await figureOf(chair, 'loan-referral.disbursed')).toBe(before + 60_000)
  await chair.look('推荐贷款放款')
  await openDown(chair, project)
  // What the bank itself says it lent is another sum.
  const totals = await figureOf(chair, 'loan-report.lent').catch(() => Number.NaN)
  expect(totals).not.toBe(before + 60_000)
  for (const one of [village, township, chair, bank, ...strangers]) await one.leave()
})

test('an agreement another person approves: what it promises is a task, kept with evidence, and counted', {
  timeout: 300_000,
}, async () => {
  const keeper = await arrive('tuya')
  const chair = await arrive('narenhua')
  const reader = await arrive('mengli', 'phone')
  const { page, go, look } = keeper
  const title = '沿黄河巾帼护河合作协议'
  const promise = '一起护河十公里'
  const before = await figureOf(keeper, 'agreement-commitment.kept')
  await go('/records/cooperation-agreement/new')
  await page.getByLabel(/^名称/).fill(title)
  await page.getByLabel(/^起草日期/).fill(today)
  await page.getByLabel('区域合作（三联五通）', { exact: true }).check()
  await page.getByLabel(/^签署各方/).fill('左旗妇联；右旗妇联')
  await page.getByRole('button', { name: '加一条写进协议的事' }).click()
  await page.getByLabel(/^要做什么/).fill(promise)
  await page.getByLabel(/^谁负责/).fill('发展部')
  await page.getByLabel(/^哪天前做完/).fill(dayAfter(20))
  await look('起草协议')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const path = pathOf(keeper)
  await settle(page)
  expect(await page.getByRole('button', { name: '批准', exact: true }).count(), 'not by who drafted it').toBe(0)
  await chair.go(path)
  await step(chair.page, '批准')
  await page.reload()
  await step(page, '签了', async (dialog) => {
    await dialog.getByLabel(/^签署日期/).fill(today)
    await dialog.getByLabel(/^有效期至/).fill(dayAfter(700))
  })
  await page.getByText('有效', { exact: true }).first().waitFor()
  await look('签了的协议')
  await page
    .getByRole('link', { name: new RegExp(promise) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: promise }).waitFor()
  await step(page, '做到了', async (dialog) => {
    await dialog.getByLabel(/^做完日期/).fill(today)
    await dialog.getByLabel(/^做成了什么/).fill('两旗一百二十人清了十公里，有签到表和照片。')
  })
  await page.getByText('已做到', { exact: true }).first().waitFor()
  await look('做到的事')
  const kept = pathOf(keeper)

  expect(await figureOf(keeper, 'agreement-commitment.kept')).toBe(before + 1)
  await openDown(keeper, promise)
  // A statistician reads it and does nothing to it.
  await reader.go(kept)
  await reader.page.getByRole('heading', { level: 1, name: promise }).waitFor()
  await reader.look('统计岗看到的一件 手机')
  expect(await reader.page.getByRole('button', { name: '没做到，改回', exact: true }).count()).toBe(0)
  for (const one of [keeper, chair, reader]) await one.leave()
})
