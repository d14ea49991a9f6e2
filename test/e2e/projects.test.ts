import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { serveHouse } from '../support/served.ts'
import { dayAfter, today, turnTo } from './support/house-clock.ts'
import { payOut } from './support/pay-out.ts'
import { seek, step, stepButton } from './support/steps.ts'
import { arriveIn, nothingFor, type screens, settle, type Visitor } from './support/visitor.ts'

const { address } = await serveHouse()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
const arrive = (name: string, screen: keyof typeof screens = 'desktop') => arriveIn(browser, address, name, screen)

const save = (page: Visitor['page']) => page.getByRole('button', { name: '保存', exact: true }).click()
const placeOf = ({ page }: Visitor) => new URL(page.url()).pathname.replace('/workbench', '')

async function makeCall(maker: Visitor, second: Visitor): Promise<void> {
  const { page, go, look } = maker
  await go('/records/dandelion-call/new')
  await page.getByLabel(/^题目/).fill('蒲公英项目征集（旗）')
  await page.getByLabel(/^开始征集/).fill(today)
  await page.getByLabel(/^截止征集/).fill(dayAfter(30))
  await page.getByLabel('家事调解').check()
  await page.getByLabel(/^预算总额/).fill('200000')
  await page.getByLabel(/^单个项目最高/).fill('50000')
  await page.getByLabel(/^评委人数/).fill('3')
  await page.getByLabel(/^公示天数/).fill('3')
  await page.getByLabel(/^申报条件/).fill('依法登记的社会组织，有专职社工。')
  await look('蒲公英 征集')
  await save(page)
  await page.getByRole('heading', { level: 1, name: '蒲公英项目征集（旗）' }).waitFor()
  await second.go(placeOf(maker))
  await step(second.page, '发布')
}

async function applyFor(maker: Visitor): Promise<string> {
  const { page, go } = maker
  await go('/records/dandelion-project/new')
  await page.getByLabel(/^项目名称/).fill('牧区家事调解进嘎查')
  await page.getByLabel(/^哪一次征集/).click()
  await page.getByRole('option', { name: /蒲公英项目征集（旗）/ }).click()
  await page.getByLabel(/^申报日期/).fill(today)
  await page.getByLabel(/^申报的社会组织/).fill('草原社会工作服务中心')
  await page.getByLabel(/^统一社会信用代码/).fill('91350100M000100Y43')
  await page.getByLabel('家事调解').check()
  await page.getByLabel(/^申请资金/).fill('40000')
  await page.getByLabel(/^做什么、怎么做/).fill('在十二个嘎查办调解日，培训调解员二十名，每月回访一次。')
  await maker.look('蒲公英 申报')
  await save(page)
  await page.getByRole('heading', { level: 1, name: '牧区家事调解进嘎查' }).waitFor()
  return placeOf(maker)
}

const marks = (points: string, comment: string) => async (dialog: Locator) => {
  for (const part of ['需求真实', '方法可行', '受益面', '机构能力', '预算合理'])
    await dialog.getByLabel(new RegExp(`^${part}`)).fill(points)
  await dialog.getByLabel(/^评语/).fill(comment)
}

test('a dandelion project: judged by three who do not see each other’s marks, put on notice, contracted, its first instalment paid', {
  timeout: 420_000,
}, async () => {
  const maker = await arrive('lixiaomei')
  const chair = await arrive('narenhua')
  const finance = await arrive('caiwu')
  const officer = await arrive('zhaomin', 'phone')
  const strangers = [await arrive('youqi'), await arrive('tuya', 'phone')]
  await makeCall(maker, chair)
  const path = await applyFor(maker)
  await nothingFor(strangers, path, /草原社会工作/)
  await chair.go(path)
  await step(chair.page, '资格通过')
  await step(chair.page, '进入路演')

  const judges = [
    [chair, '十八', '18'],
    [finance, '预算写得太宽', '12'],
    [officer, '受益面够大', '16'],
  ] as const
  for (const [judge, comment, points] of judges) {
    await judge.go(path)
    await (await stepButton(judge.page, '评委打分')).waitFor()
    const seen = await (await judge.page.request.get(`/api/v1${path}`)).text()
    for (const [, others] of judges) expect(seen, 'before her own sheet').not.toContain(others)
    await step(judge.page, '评委打分', marks(points, comment))
    await judge.page.getByText(comment).first().waitFor()
    await judge.look(`蒲公英 打分 ${points}`)
    // Once each.
    expect(await judge.page.getByRole('button', { name: '评委打分', exact: true }).count()).toBe(0)
  }
  await finance.page.reload()
  await settle(finance.page)
  const hers = (await finance.page.locator('body').textContent()) ?? ''
  expect(hers).toContain('预算写得太宽')
  expect(hers).not.toContain('受益面够大')
  await maker.go(path)
  await settle(maker.page)
  expect(await maker.page.locator('body').textContent()).not.toMatch(/预算写得太宽|受益面够大/)
  expect(await maker.page.getByRole('button', { name: '评委打分', exact: true }).count(), 'she brought it in').toBe(0)

  await chair.page.reload()
  await step(chair.page, '评审结束')
  await chair.page.getByText('受益面够大').first().waitFor()
  await chair.look('蒲公英 评审结束')
  await step(chair.page, '拟入选，公示', async (dialog) => {
    await dialog.getByLabel(/^公示开始/).fill(today)
    await dialog.getByLabel(/^公示结束/).fill(dayAfter(3))
  })
  await maker.page.reload()
  expect(await (await stepButton(maker.page, '签合同')).isDisabled(), 'the notice runs').toBe(true)
  turnTo(dayAfter(4))
  await maker.page.reload()
  await step(maker.page, '签合同', async (dialog) => {
    await dialog.getByLabel(/^合同编号/).fill('左妇合〔2026〕1号')
    await dialog.getByLabel(/^合同金额/).fill('40000')
    await dialog.getByLabel(/^首期比例/).fill('50')
    await dialog.getByLabel(/^完成日期/).fill(dayAfter(300))
  })
  await maker.look('蒲公英 合同')

  await maker.go('/records/dandelion-instalment/new')
  const { page } = maker
  await page.getByLabel('首期', { exact: true }).check()
  await page.getByLabel(/^填写日期/).fill(dayAfter(4))
  await seek(page, page.getByLabel(/^项目/), '牧区家事调解')
  await page.getByLabel(/^收款单位/).fill('草原社会工作服务中心')
  await page.getByLabel(/^对公账号/).fill('6222888001')
  await page.getByLabel(/^用哪笔资金/).selectOption({ label: '妇女儿童关爱资金（阿拉善左旗妇联）' })
  await page.getByLabel(/^金额/).fill('20000')
  await save(page)
  await page.getByRole('button', { name: '撤销', exact: true }).waitFor()
  expect(await page.getByRole('button', { name: '批准', exact: true }).count(), 'not her own').toBe(0)
  const instalment = placeOf(maker)
  await chair.go(instalment)
  await step(chair.page, '批准')
  await payOut(finance, chair, '蒲公英拨款')
  await maker.go(instalment)
  await page.getByText('已拨付', { exact: true }).first().waitFor()
  await maker.go(path)
  await step(page, '首期已拨，开始执行')
  await maker.look('蒲公英 执行')
  await nothingFor(strangers, path, /草原社会工作/)
  for (const one of [maker, chair, finance, officer, ...strangers]) await one.leave()
})
