import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { arriveIn, nothingFor, screens, settle } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const arrive = (name: string, screen: 'desktop' | 'phone' = 'desktop') => arriveIn(browser, address, name, screen)
const name = '牧家小院评比'
const year = today.slice(0, 4)
const group = (page: Page, legend: string) => page.getByRole('group', { name: legend, exact: true })
const forward = (page: Page) => page.getByRole('button', { name: '下一步', exact: true }).click()

test('a league composes a programme, its chair agrees, a village records, the figure opens to the record; a neighbour sees nothing', {
  timeout: 180_000,
}, async () => {
  const admin = await arrive('mengguanli')
  const { page } = admin
  await admin.go('/')
  await page.getByRole('link', { name: '本地项目', exact: true }).click()
  await page.getByRole('link', { name: '草原书屋读书会' }).waitFor()
  await admin.look('本地项目')
  await page.getByRole('link', { name: '新设一个项目' }).first().click()

  await page.getByLabel('名称', { exact: true }).fill(name)
  await page.getByLabel('是哪一类').selectOption({ label: '内容：一篇、一份、一项' })
  await page.getByLabel('简称').fill('小院')
  await page.getByLabel('一条叫什么').fill('户')
  await page.getByLabel('给登记的人的一句话').fill('评上一户小院就记一户。')
  await admin.look('是什么')
  await forward(page)

  await page.getByRole('button', { name: '加一项' }).click()
  await group(page, '第 1 项').getByLabel('问什么').fill('栽树')
  await group(page, '第 1 项').getByLabel('怎么填').selectOption({ label: '数量' })
  await group(page, '第 1 项').getByLabel('单位').fill('棵')
  await page.getByRole('button', { name: '加一项' }).click()
  await group(page, '第 2 项').getByLabel('问什么').fill('户主手机')
  await admin.look('登记什么')
  await forward(page)

  await page.getByLabel('办理方式').selectOption({ label: '一人提交、一人核对' })
  await group(page, '谁来记').getByLabel('嘎查村').check()
  await group(page, '谁来核对').getByLabel('苏木乡镇').check()
  await page.getByLabel('几个工作日内办').fill('5')
  await admin.look('怎么办、谁来办')
  await forward(page)

  for (const [at, label] of [
    [1, '评上的小院'],
    [2, '小院栽树'],
  ] as const) {
    await page.getByRole('button', { name: '加一个指标' }).click()
    const measure = group(page, `指标 ${at}`)
    await measure.getByLabel('名称', { exact: true }).fill(label)
    if (at === 2) await measure.getByLabel('数的是').selectOption({ label: '一项相加' })
    await measure.getByLabel('从哪一步起算').selectOption({ label: '已核对' })
    await measure.getByLabel('含', { exact: true }).fill('核对过的')
    await measure.getByLabel('不含', { exact: true }).fill('待核对、退回、作废的')
  }
  const preview = page.getByRole('region', { name: '预览' })
  await preview.getByRole('cell', { name: '栽树（棵）' }).waitFor()
  await preview.getByText('像是证件、账号或联系方式').waitFor()
  await preview.getByText('看得到记录：').waitFor()
  await admin.look('数什么')
  await page.setViewportSize(screens.phone)
  await admin.look('数什么 手机')
  await page.setViewportSize(screens.desktop)
  // She thinks better of the telephone, as the house advised.
  await page.getByRole('button', { name: '登记什么' }).click()
  await group(page, '第 2 项').getByRole('button', { name: /^去掉/ }).click()
  await preview.getByText('像是证件、账号或联系方式').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '数什么' }).click()
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByRole('heading', { name }).waitFor()
  await admin.look('草稿')
  await page.getByRole('button', { name: '报请同意' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '报请同意' }).click()
  await page.getByText('等本级主席岗').waitFor()
  expect(await page.getByRole('button', { name: '同意启用' }).count()).toBe(0)
  const where = new URL(page.url()).pathname.replace('/workbench', '')
  const id = where.split('/').at(-1) ?? ''
  await admin.leave()

  const chair = await arrive('alashan')
  await chair.go(where)
  await chair.page.getByRole('button', { name: '同意启用' }).click()
  await chair.page.getByRole('dialog').getByRole('button', { name: '同意启用' }).click()
  await chair.page.getByText('第 1 版在用').first().waitFor()
  await chair.look('启用')

  const village = await arrive('gacha', 'phone')
  await village.go(`/records/${id}/new`)
  await village.page.getByLabel('名称').fill('红柳小院')
  await village.page.getByLabel('日期').fill(today)
  await village.page.getByLabel('栽树').fill('12')
  await village.look('登记')
  await village.page.getByRole('button', { name: '保存', exact: true }).click()
  await village.page.getByRole('heading', { name: '红柳小院' }).waitFor()
  const record = new URL(village.page.url()).pathname.replace('/workbench', '')
  await village.leave()

  const township = await arrive('jilantai')
  await township.go(record)
  await township.page.getByRole('button', { name: '核对无误' }).first().click()
  const dialog = township.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '核对无误' }).click()
  await dialog.waitFor({ state: 'detached' })
  await township.page.locator('.head .state').getByText('已核对').waitFor()
  await township.page.getByRole('listitem').filter({ hasText: '小院栽树' }).getByText('12').waitFor()
  await township.look('核对')
  await township.leave()

  await chair.go(`/figures?measure=${id}.m2&org=1529000000000000&from=${year}-01-01&to=${year}-12-31`)
  await chair.page
    .getByRole('heading', { name: /小院栽树/ })
    .first()
    .waitFor()
  await chair.page.getByText('棵').first().waitFor()
  await settle(chair.page)
  await chair.look('数')
  await chair.go(`/figures?measure=${id}.m2&org=1529211122000000&from=${year}-01-01&to=${year}-12-31`)
  await settle(chair.page)
  await chair.page.getByRole('region', { name: '数字' }).getByRole('button').click()
  const drawer = chair.page.getByRole('complementary', { name: '数字里的记录' })
  await drawer.getByRole('link', { name: /红柳小院/ }).click()
  await chair.page.getByRole('heading', { level: 1, name: '红柳小院' }).waitFor()
  await chair.leave()

  const neighbour = await arrive('baotou')
  await nothingFor([neighbour], where, /牧家小院/)
  await nothingFor([neighbour], `/records/${id}`, /牧家小院/)
  await neighbour.go('/local-programmes')
  await settle(neighbour.page)
  expect(await neighbour.page.locator('body').textContent()).not.toContain(name)
  await neighbour.leave()
})
