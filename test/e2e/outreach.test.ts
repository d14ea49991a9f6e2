import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { figureShown } from './support/figure-page.ts'
import { dayAfter, today } from './support/house-clock.ts'
import { pick, step, stepButton } from './support/steps.ts'
import { arriveIn, nothingFor, type screens, settle, type Visitor } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const arrive = (name: string, screen: keyof typeof screens) => arriveIn(browser, address, name, screen)
/** Chooses a record by its name, once the list has come down to it. */
async function choose(page: Page, input: Locator, name: string): Promise<void> {
  await input.fill(name)
  await page.getByRole('option').filter({ hasText: name }).first().click()
}
const pathOf = ({ page }: Visitor) => new URL(page.url()).pathname.replace('/workbench', '')
const save = async ({ page }: Visitor, name: string) => {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('a campaign goes down, a village’s lecture is its report, and the number opens down to it', {
  timeout: 240_000,
}, async () => {
  const publicity = await arrive('tuya', 'desktop')
  const chair = await arrive('narenhua', 'large')
  const village = await arrive('gacha', 'phone')
  const outsider = await arrive('lixiaomei', 'desktop')

  const name = '石榴籽家家讲'
  await publicity.go('/records/campaign/new')
  await publicity.page.getByLabel(/^名称/).fill(name)
  await publicity.page.getByLabel(/^从哪天/).fill(dayAfter(-3))
  await publicity.page.getByLabel(/^到哪天/).fill(dayAfter(30))
  await publicity.page.getByLabel(/^做什么/).fill('每个苏木镇讲一场身边人的故事。')
  await publicity.page.getByLabel('苏木乡镇、街道', { exact: true }).check()
  await publicity.page.getByLabel(/^每家至少/).fill('1')
  await publicity.look('起草行动')
  await save(publicity, name)
  const campaign = pathOf(publicity)
  await publicity.page.getByText('下发以后，这里看得到').waitFor()
  await nothingFor([village], campaign, /身边人的故事/)
  await chair.go(campaign)
  await step(chair.page, '下发')
  await chair.look('下发了')

  const { page } = village
  await village.go('/records/lecture/new')
  await page.getByLabel(/^题目/).fill('返乡的那一年')
  await page.getByLabel(/^日期/).fill(today)
  await page.getByLabel(/^地点/).fill('党群服务中心')
  await page.getByLabel(/^请来讲的人/).fill('旗宣讲队')
  await choose(page, page.getByLabel(/^属于哪次行动/), name)
  await choose(page, page.getByLabel(/^主题/), '三个离不开')
  await page.getByLabel(/^品牌、系列/).selectOption({ label: '十百千万巾帼大宣讲' })
  await village.look('记宣讲 手机')
  await save(village, '返乡的那一年')
  const lecture = pathOf(village)
  await page.getByRole('button', { name: '清点人数' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('多少人').fill('37')
  await dialog.getByRole('radio', { name: /估计/ }).check()
  await dialog.getByLabel('怎么估的').fill('坐满了一屋，按座位数的')
  await dialog.getByRole('button', { name: '保存清点' }).click()
  await dialog.waitFor({ state: 'detached' })
  await step(page, '记好了')
  await page.getByText('十百千万巾帼大宣讲').first().waitFor()
  await village.look('宣讲 记好')

  await publicity.go(campaign)
  await publicity.page.getByRole('link', { name: '谁办了、谁还没办' }).click()
  await publicity.page.getByRole('heading', { level: 1, name: '行动进度' }).waitFor()
  const row = publicity.page.getByRole('row').filter({ hasText: '吉兰泰镇' })
  await row.getByText('1 / 1 场').waitFor()
  await publicity.look('谁办了、谁还没办')
  await publicity.page.getByLabel('全部进度').selectOption({ label: '进行中' })
  await row.waitFor({ state: 'detached' })
  await publicity.page.getByText('0 / 1 场').first().waitFor()

  const banner = orgCode(152921000000)
  await publicity.go(`/figures?measure=lecture.attendances&org=${banner}&from=${today}&to=${today}`)
  await settle(publicity.page)
  expect(await figureShown(publicity.page)).toBeGreaterThanOrEqual(37)
  await publicity.page.getByRole('region', { name: '数字' }).getByRole('button').click()
  const drawer = publicity.page.getByRole('complementary', { name: '数字里的记录' })
  await drawer.getByRole('link', { name: /返乡的那一年/ }).click()
  await publicity.page.getByRole('heading', { level: 1, name: '返乡的那一年' }).waitFor()
  expect(pathOf(publicity)).toBe(lecture)

  await outsider.go('/records/lecture')
  await outsider.page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  await nothingFor([outsider], lecture, /返乡的那一年/)
  for (const one of [publicity, chair, village, outsider]) await one.leave()
})

test('a clipping is registered once; an account has two people and a reading a month', {
  timeout: 180_000,
}, async () => {
  const publicity = await arrive('tuya', 'desktop')
  const chair = await arrive('narenhua', 'phone')
  const village = await arrive('gacha', 'phone')
  const { page } = publicity
  const clip = async (title: string) => {
    await publicity.go('/records/clipping/new')
    await page.getByLabel(/^题目/).fill(title)
    await page.getByLabel(/^刊发日期/).fill(today)
    await page.getByLabel(/^媒体/).first().fill('中国妇女报')
    await page.getByLabel('国家级', { exact: true }).check()
    await page.getByLabel(/^版次/).fill('1版')
    await pick(page.locator('form'), /^头版/, '是')
    await page.getByLabel(/^网址/).fill('https://www.example.invalid/news/77.html')
  }
  await clip('草原上的合作社')
  await publicity.look('登记稿件')
  await save(publicity, '草原上的合作社')
  const clipping = pathOf(publicity)
  await clip('换个题目再登一次')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已经登记过了，不能重复登记。').first().waitFor()
  await publicity.look('重复的稿件')
  await nothingFor([village], clipping, /草原上的合作社/)
  await chair.go(clipping)
  await step(chair.page, '核对无误')
  await chair.page.getByText('已核计数', { exact: true }).first().waitFor()
  await chair.look('核过的稿件 手机')

  await publicity.go('/records/media-account/new')
  await page.getByLabel(/^账号名称/).fill('左旗女声')
  await page.getByLabel(/^开通日期/).fill(dayAfter(-40))
  await page.getByLabel('抖音', { exact: true }).check()
  await page.getByLabel(/^账号标识/).fill('zuoqi-nvsheng')
  await page.getByLabel(/^发什么/).fill('妇女工作和身边人')
  await page.getByLabel(/^发稿人/).fill('图雅')
  await page.getByLabel(/^审核人/).fill('图 雅')
  await save(publicity, '左旗女声')
  const account = pathOf(publicity)
  const filed = (dialog: ReturnType<typeof page.getByRole>) => dialog.getByLabel(/^备案号/).fill('演示备1')
  await chair.go(account)
  await (await stepButton(chair.page, '备案，启用')).click()
  const asked = chair.page.getByRole('dialog')
  await filed(asked)
  await asked.getByRole('button', { name: '备案，启用', exact: true }).click()
  await asked.getByText('发稿人和审核人是两个人').first().waitFor()
  await chair.look('同一个人发稿审核')
  await publicity.go(`${account}/edit`)
  await page.getByLabel(/^审核人/).fill('娜仁花')
  await save(publicity, '左旗女声')
  await chair.page.reload()
  await step(chair.page, '备案，启用', filed)
  await publicity.go(account)
  await step(page, '记本月读数', async (dialog) => {
    await dialog.getByLabel(/^读数日期/).fill(today)
    await dialog.getByLabel(/^关注数/).fill('1260')
    await dialog.getByLabel(/^开通以来累计/).fill('88000')
    await dialog.getByLabel(/^最近一次更新/).fill(dayAfter(-1))
    await dialog.getByLabel(/^读数来源/).fill('平台后台')
    await publicity.look('记读数')
  })
  const counts = page.locator('section', { hasText: '这条记录计入的数' })
  await counts.getByText(/1,260/).first().waitFor()
  await publicity.look('账号')
  for (const one of [publicity, chair, village]) await one.leave()
})
