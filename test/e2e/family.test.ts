import type { Browser } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { step } from './support/steps.ts'
import { enter, screens, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Records an activity of today at a place, 24 parents estimated, through the interface the pages use. Gives its id. */
async function recordActivity({ context }: Visitor, place: string): Promise<string> {
  const id = v7()
  const send = async (method: string, path: string, data: object): Promise<{ revision: number }> => {
    const answer = await context.request.fetch(`/api/v1/records/family-activity${path}`, {
      method,
      headers: { 'x-niangjia-request': '1' },
      data,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const answers = { title: '手机和孩子', heldOn: today, place, kind: 'talk', mode: 'offline' }
  const made = await send('POST', '', { id, actionId: v7(), answers })
  const heads = [{ count: 24, grade: 'C', reason: '按座位估的' }]
  const counted = await send('PUT', `/${id}/heads`, { actionId: v7(), revision: made.revision, heads })
  await send('POST', `/${id}/actions/record`, { actionId: v7(), revision: counted.revision, answers: {} })
  return id
}

test('a village opens a parent school: accepted above, a roster on the door, an activity checked, and what is still missing', {
  timeout: 240_000,
}, async () => {
  const village = await visit(browser, address, screens.phone)
  await enter(village, 'gacha')
  await village.go('/records/family-place/new')
  const name = `新村家长学校 ${today}`
  const { page } = village
  await page.getByLabel(/^名称/).fill(name)
  await page.getByLabel(/^启用日期/).fill(today)
  await page.getByLabel('嘎查村、社区', { exact: true }).check()
  await page.getByRole('button', { name: /牌子/ }).last().click()
  await page.getByLabel('社区（嘎查村）家长学校', { exact: true }).check()
  await page.getByLabel(/^挂牌日期/).fill(today)
  await village.look('登记阵地')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const path = new URL(page.url()).pathname.replace('/workbench', '')
  expect(await page.getByRole('button', { name: '实地察看' }).count()).toBe(0)

  const family = await visit(browser, address, screens.desktop)
  await enter(family, 'wangyan')
  await family.go(path)
  await step(family.page, '实地察看', (dialog) => dialog.getByLabel(/^实地看到什么/).fill('教室和图书都在'))
  await step(family.page, '验收，列入名册')
  await family.page.getByText('0 / 4 场').waitFor()

  await page.reload()
  await page.getByText('还没排值班表').waitFor()
  await step(page, '排值班表', async (dialog) => {
    await dialog
      .getByRole('button', { name: /值班表/ })
      .first()
      .click()
    await dialog.getByLabel('周六', { exact: true }).check()
    await dialog.getByLabel(/^几点到几点/).fill('9:00—11:30')
    await dialog.getByLabel(/^谁值班/).fill('儿童主任')
  })
  await page.getByRole('table', { name: '值班表' }).getByText('儿童主任').waitFor()
  await village.look('值班表')

  const activity = await recordActivity(village, path.split('/').at(-1) ?? '')
  const township = await visit(browser, address, screens.desktop)
  await enter(township, 'jilantai')
  await township.go(`/records/family-activity/${activity}`)
  await township.look('待核的活动')
  await step(township.page, '核对过了')

  await family.go('/family-minimum')
  const row = family.page.getByRole('row').filter({ hasText: name })
  await row.getByText('1 / 4 场').waitFor()
  await row.getByText('3 场').waitFor()
  await family.look('家长学校场次')
  await family.page.getByLabel('全部进度').selectOption({ label: '已达到' })
  await row.waitFor({ state: 'detached' })
  await village.go('/family-minimum')
  await village.page.getByText(name).waitFor()
  await village.look('家长学校场次 手机')
  for (const one of [village, family, township]) await one.leave()
})

test('a guide is asked of safety first: one yes leaves guidance for protection, and no colleague sees the matter', {
  timeout: 180_000,
}, async () => {
  const guide = await visit(browser, address, screens.desktop)
  const { page } = guide
  await enter(guide, 'zhidao')
  await guide.go('/records/family-consult/new')
  await page.getByLabel('家庭教育指导事项', { exact: true }).check()
  await page.getByLabel(/^咨询日期/).fill(today)
  await page.getByLabel(/^称呼/).fill('小雨妈妈')
  await page.getByLabel('6至13岁', { exact: true }).check()
  await page.getByLabel('情绪', { exact: true }).check()
  await page.getByLabel(/^怎么说的/).fill('孩子最近不说话，晚上睡不着。')
  await guide.look('登记咨询')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '家庭教育指导事项' }).waitFor()
  const path = new URL(page.url()).pathname.replace('/workbench', '')
  await guide.look('咨询')

  const stop = page.getByRole('button', { name: '有危险，停下来走保护' })
  expect(await stop.isDisabled()).toBe(true)
  await step(page, '问三道安全题', async (dialog) => {
    for (const no of await dialog.getByRole('list').getByLabel('否', { exact: true }).all()) await no.check()
    await dialog.getByRole('list').getByLabel('是', { exact: true }).first().check()
    await guide.look('问安全')
  })
  expect(await page.getByRole('button', { name: '问过安全，可以指导' }).isDisabled()).toBe(true)
  await step(page, '有危险，停下来走保护')
  await page.getByText('转保护', { exact: true }).first().waitFor()
  await page
    .getByRole('link', { name: /强制报告|未成年人关爱事项/ })
    .first()
    .waitFor()
  await guide.look('转保护')

  const colleague = await visit(browser, address, screens.desktop)
  await enter(colleague, 'wangyan')
  await colleague.go(path)
  await colleague.page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  for (const one of [guide, colleague]) await one.leave()
})
