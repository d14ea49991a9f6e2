import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { enter, screens, settle, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each(['desktop', 'phone'] as const)(
  'a chair registers a brand, renames and ends it; a village below may use it and change nothing: %s',
  { timeout: 180_000 },
  async (screen) => {
    const name = `牧家和解 ${screen}`
    const chair = await visit(browser, address, screens[screen])
    await enter(chair, 'narenhua')
    const { page, go, look } = chair
    await go('/brands')
    await page
      .getByRole('cell', { name: /^和姐益家/ })
      .or(page.getByText('和姐益家'))
      .first()
      .waitFor()
    await look('品牌')
    const row = (of: string) => page.getByRole('row').filter({ hasText: of })
    // 和姐益家 belongs to the region: used here, changed there.
    expect(await row('和姐益家').getByRole('button').count()).toBe(0)
    await page.getByRole('button', { name: '建品牌' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '建品牌' }).click()
    await look('建品牌 缺名称')
    await dialog.getByLabel('名称').fill(name)
    await dialog.getByLabel('服务项目').selectOption({ label: '婚姻家庭纠纷调解' })
    await dialog.getByLabel('开始日期').fill(today)
    await dialog.getByRole('button', { name: '建品牌' }).click()
    await dialog.waitFor({ state: 'detached' })
    await row(name).waitFor()

    const filter = page.getByRole('region', { name: '品牌' }).getByRole('combobox')
    await filter.selectOption({ label: '家风故事分享会' })
    await row('百姓电视台').waitFor()
    await row('和姐益家').waitFor({ state: 'detached' })
    await look('按项目看品牌')
    await filter.selectOption({ label: '婚姻家庭纠纷调解' })
    await row(name).waitFor()

    const village = await visit(browser, address, screens.phone)
    await enter(village, 'gacha')
    await village.go('/brands')
    const theirs = village.page.getByRole('row').filter({ hasText: name })
    await theirs.waitFor()
    expect(await theirs.getByRole('button').count()).toBe(0)
    await village.look('品牌 村')
    await village.leave()

    await row(name).getByRole('button', { name: /^改名/ }).click()
    await dialog.getByLabel('名称').fill(`${name} 新`)
    await dialog.getByRole('button', { name: '改名' }).click()
    await dialog.waitFor({ state: 'detached' })
    await row(`${name} 新`).getByRole('button', { name: /^停用/ }).click()
    await look('停用品牌')
    await dialog.getByRole('button', { name: '停用' }).click()
    await dialog.waitFor({ state: 'detached' })
    await row(`${name} 新`).getByText(`${today} 停用`).waitFor()
    expect(await row(`${name} 新`).getByRole('button', { name: /^停用/ }).count()).toBe(0)
    await settle(page)
    await look('停用之后')
    await chair.leave()
  },
)
