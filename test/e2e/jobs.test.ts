import type { Browser, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { figureShown } from './support/figure-page.ts'
import { dayAfter, today, turnTo } from './support/house-clock.ts'
import { pick, registerNew, seek, step } from './support/steps.ts'
import { arriveIn, nothingFor, settle, type Visitor } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const banner = orgCode(152921000000)
const shop = '额济纳街惠民超市'
const seeker = '苏和其木格'
const fairDay = dayAfter(20)
const licence = '旗就业服务中心 人服证字001号'

/** Makes a record through the interface the pages use. */
async function make({ context }: Visitor, programme: string, answers: object) {
  const id = v7()
  const answer = await context.request.post(`/api/v1/records/${programme}`, {
    headers: { 'x-niangjia-request': '1' },
    data: { id, actionId: v7(), answers },
  })
  return { id, path: `/records/${programme}/${id}`, ok: answer.ok(), said: await answer.text() }
}
const pathOf = (page: Page) => new URL(page.url()).pathname.replace('/workbench', '')
const saved = async (page: Page, heading: string) => {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

test('a post with a discriminating sentence is stopped and mended; a fair with sign-in; an intention becomes work, and the figure opens to it', {
  timeout: 240_000,
}, async () => {
  const desk = await arriveIn(browser, address, 'fazhan', 'desktop')
  const chair = await arriveIn(browser, address, 'narenhua', 'desktop')
  // Before the house's clock is turned.
  const phone = await arriveIn(browser, address, 'fazhan', 'phone')
  const counting = await arriveIn(browser, address, 'mengli', 'desktop')
  const family = await arriveIn(browser, address, 'wangyan', 'desktop')
  const { page, go, look } = desk

  // An employer nobody has verified cannot be chosen; another person verifies it.
  const employer = await make(desk, 'employer', {
    name: shop,
    registeredOn: today,
    uscc: '91150000MAFAKE0014',
    industry: 'trade',
    address: '额济纳街 18 号',
    contact: '陈店长',
    phone: '16900000018',
  })
  expect(employer.ok, employer.said).toBe(true)
  const early = await make(desk, 'job-post', {
    title: '店员',
    employer: employer.id,
    openedOn: today,
    kind: 'full',
    headcount: 1,
    duties: '整理货架，收货验货，帮顾客找商品，按时盘点库存。',
    place: '额济纳街',
    payFrom: 300_000,
    payTo: 400_000,
    payPer: 'month',
    validTo: dayAfter(60),
    source: 'own',
  })
  expect(early.ok).toBe(false)
  expect(early.said).toContain('这一条现在的状态不能选')
  await chair.go(employer.path)
  await step(chair.page, '核验通过', async (dialog) => {
    await dialog.getByLabel(/^怎么核的/).fill('看过营业执照、来人身份证和授权书')
    await pick(dialog, /^查过/, '是')
  })
  await chair.page.getByText('已核验', { exact: true }).first().waitFor()

  // The check reads along while she types, and stops the post at both gates.
  await go('/records/job-post/new')
  const title = `收银员 ${today}`
  await page.getByLabel(/^岗位/).first().fill(title)
  await seek(page, page.getByLabel(/^用人单位/), shop)
  await page.getByLabel(/^登记日期/).fill(today)
  await page.getByLabel('全职', { exact: true }).check()
  await page.getByLabel(/^招几个人/).fill('6')
  await page.getByLabel(/^做什么/).fill('负责超市收银和交接账目，整理货架，回答顾客询问，每班八小时。')
  await page.getByLabel(/^要会什么/).fill('会用收银机；限男性，已婚已育优先')
  await page.getByLabel(/^在哪里上班/).fill('额济纳街')
  await page.getByLabel(/^工资从/).fill('3200')
  await page.getByLabel(/^工资到/).fill('4000')
  await page.getByLabel('每月', { exact: true }).check()
  await page.getByLabel(/^招到哪天/).fill(dayAfter(60))
  await page.getByLabel('单位自己报的', { exact: true }).check()
  await page.getByRole('region', { name: '用语检查' }).getByText('2 处要改').waitFor()
  await saved(page, title)
  await page.getByText('限定男性，或男性优先').waitFor()
  await page.getByText(/妇女权益保障法》第四十三条第一项/).waitFor()
  await look('有歧视的话')
  const post = pathOf(page)
  await chair.go(post)
  await chair.page.getByText(/审过，可以发布：还差没有歧视和违规的话/).waitFor()

  await go(`${post}/edit`)
  await page.getByLabel(/^要会什么/).fill('会用收银机；男女不限，婚育不限')
  await page.getByText(/没有发现歧视和违规的话/).waitFor()
  await look('改岗位')
  await saved(page, title)
  await chair.page.reload()
  await step(chair.page, '审过，可以发布')
  await page.reload()
  await step(page, '发布', (dialog) => dialog.getByLabel(/^发布的持证机构/).fill(licence))
  await page.getByText('招聘中', { exact: true }).first().waitFor()

  // A fair: approved by another, the published post at a stall, somebody signs in.
  const fair = await make(desk, 'job-fair', {
    title: '家门口专场招聘会',
    heldOn: fairDay,
    place: '旗会展中心',
    coHosts: '旗人社局',
    licence,
    expected: 300,
    plan: true,
    emergencyPlan: true,
    safetyPlan: true,
  })
  expect(fair.ok, fair.said).toBe(true)
  await chair.go(fair.path)
  await step(chair.page, '批准')
  await go(fair.path)
  await step(page, '公告')
  await step(page, '排展位和岗位', async (dialog) => {
    await dialog.getByRole('button', { name: '加一条展位和岗位' }).click()
    await seek(page, dialog.getByLabel(/^岗位/), title)
    await dialog.getByLabel(/^招几个人/).fill('6')
    await dialog.getByLabel(/^展位/).last().fill('A1')
  })
  turnTo(fairDay)
  await page.reload()
  await page.getByText(new RegExp(`${title}、6 人、A1`)).waitFor()
  await registerNew(page, page.getByLabel('加一个人'), { name: seeker, gender: '女', born: '1992-05-06' })
  await page.locator('.came dd').first().filter({ hasText: '1人' }).waitFor()
  await settle(page)
  await step(page, '办完了', (dialog) => dialog.getByLabel(/^来了多少家单位/).fill('1'))
  await page.getByText('招聘会岗位（一场里各算一次）').waitFor()
  await look('办完的招聘会')

  // On a phone: what she wants, whether her phone may be passed on, and how it came out.
  const figure = `/figures?measure=job-intent.placements&org=${banner}&from=${fairDay.slice(0, 4)}-01-01&to=${fairDay}`
  await go(figure)
  await settle(page)
  const before = (await figureShown(page)) || 0
  await phone.go('/records/job-intent/new')
  await phone.page.getByLabel('招聘会', { exact: true }).check()
  await seek(phone.page, phone.page.getByLabel(/^求职的人/), seeker)
  await phone.page.getByLabel(/^日期/).fill(fairDay)
  await seek(phone.page, phone.page.getByLabel(/^想去的岗位/), title)
  await pick(phone.page.locator('form'), /^本人同意把姓名电话/, '是')
  await phone.look('登记意向 手机')
  await saved(phone.page, '招聘会')
  await step(phone.page, '单位联系了', (dialog) => pick(dialog, /^联系上了/, '是'))
  await step(phone.page, '面试了')
  await step(phone.page, '单位同意录用')
  await step(phone.page, '上岗了', async (dialog) => {
    await dialog.getByLabel(/^上岗日期/).fill(fairDay)
    await dialog.getByLabel('签劳动合同', { exact: true }).check()
    await dialog.getByLabel(/^凭据/).fill('劳动合同 2026-018')
  })
  await phone.page.getByText('已就业，跟踪中', { exact: true }).first().waitFor()
  await phone.page.getByText('上岗后一、三、六个月各问一次').first().waitFor()
  await phone.look('已就业 手机')
  const intent = pathOf(phone.page)

  await go(figure)
  await settle(page)
  expect(await figureShown(page)).toBe(before + 1)
  await page.getByRole('region', { name: '数字' }).getByRole('button').click()
  const drawer = page.getByRole('complementary', { name: '数字里的记录' })
  await drawer.locator(`a[href$="${intent}"]`).click()
  await page.getByRole('heading', { level: 1, name: '招聘会' }).waitFor()

  // The statistician sees that somebody was placed and not who; who has no part in this service finds nothing.
  await counting.go(intent)
  await counting.page.getByText('已就业，跟踪中', { exact: true }).first().waitFor()
  expect(await counting.page.locator('body').textContent()).not.toContain(seeker)
  expect(await counting.page.getByRole('button', { name: '离岗了' }).count()).toBe(0)
  await counting.look('统计岗看到的')
  await nothingFor([family], intent, new RegExp(`${seeker}|${title}`))
  for (const one of [desk, chair, phone, counting, family]) await one.leave()
})
