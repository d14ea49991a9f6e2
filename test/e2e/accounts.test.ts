import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/server/accounts/demo-accounts.ts'
import { demoTotpSecret, totpCode } from '../../src/server/accounts/totp.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { enter, screens, settle, signInAs, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each(['desktop', 'phone'] as const)(
  'a wrong password is said so; a mediator signs in with a code: %s',
  {
    timeout: 60_000,
  },
  async (screen) => {
    const visitor = await visit(browser, address, screens[screen])
    const { page, go, look } = visitor
    await go('/')
    await page.getByRole('heading', { name: '登录工作台' }).waitFor()
    await look('登录')
    await signInAs(page, 'qiqige', 'caoyuan-cuowu')
    await page.getByText('账号或密码不对').waitFor()
    await look('登录 密码不对')
    await signInAs(page, 'qiqige', demoPassword)
    const code = page.getByLabel('动态码')
    await code.fill('000000')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('动态码不对或已用过').waitFor()
    await look('登录 动态码')
    await code.fill(totpCode(demoTotpSecret('qiqige')))
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /其其格|其格/ }).waitFor()
    await page.getByRole('button', { name: '阿拉善左旗妇联 · 调解岗' }).waitFor()
    await look('首页')
    await visitor.leave()
  },
)

test('whoever holds two posts works under one at a time', { timeout: 60_000 }, async () => {
  const visitor = await visit(browser, address)
  const { page, go, look } = visitor
  await enter(visitor, 'narenhua')
  await go('/')
  const held = page.getByRole('button', { name: /^阿拉善左旗妇联 · (主席|组织)岗$/ })
  const before = (await held.textContent()) ?? ''
  await held.click()
  await look('换岗位')
  const other = before.includes('主席岗') ? '组织岗' : '主席岗'
  await page
    .getByRole('listitem')
    .getByRole('button', { name: `阿拉善左旗妇联 · ${other}` })
    .click()
  await page
    .getByRole('banner')
    .getByRole('button', { name: `阿拉善左旗妇联 · ${other}`, exact: true })
    .waitFor()
  await page.reload()
  await page
    .getByRole('banner')
    .getByRole('button', { name: `阿拉善左旗妇联 · ${other}`, exact: true })
    .waitFor()
  await visitor.leave()
})

const officer = { name: 'sarula', displayName: '萨如拉', chosen: 'muchang fengche lantian' }

/** Makes an account as its administrator does. Gives the one-time password. */
async function makeAccount({ page, look }: Visitor): Promise<string> {
  await page.getByRole('button', { name: '新建账号' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(officer.displayName)
  await dialog.getByLabel('账号', { exact: true }).fill(officer.name)
  await look('新建账号')
  await dialog.getByRole('button', { name: '新建账号' }).click()
  await dialog.getByRole('heading', { name: '一次性密码' }).waitFor()
  await look('一次性密码')
  const first = (await dialog.locator('code').textContent()) ?? ''
  await dialog.getByRole('button', { name: '关上' }).click()
  return first
}

test('an administrator makes an account, gives a post and ends it, and the page under it loses its rights at once', {
  timeout: 120_000,
}, async () => {
  const admin = await visit(browser, address)
  await enter(admin, 'guanli')
  await admin.go('/accounts')
  await settle(admin.page)
  await admin.look('账号')
  // Nobody works on her own posts: her row has no button.
  const row = (name: string) => admin.page.getByRole('row').filter({ hasText: name })
  await row('guanli').waitFor()
  expect(await row('guanli').getByRole('button', { name: /^办理/ }).count()).toBe(0)
  const first = await makeAccount(admin)

  const fresh = await visit(browser, address, screens.phone)
  await fresh.go('/')
  await signInAs(fresh.page, officer.name, first)
  await fresh.page.getByRole('heading', { name: '先改初始密码' }).waitFor()
  await fresh.page.getByRole('link', { name: '去我的账号' }).click()
  await fresh.page.getByLabel('现在的密码').fill(first)
  await fresh.page.getByLabel('新密码', { exact: true }).fill(`${officer.name} 2026 ${officer.name}`)
  await fresh.page.getByLabel('再输一次新密码').fill(`${officer.name} 2026 ${officer.name}`)
  await fresh.page.getByRole('button', { name: '改密码' }).click()
  await fresh.page.getByRole('alert').first().waitFor() // her account's name is in it
  await fresh.look('改初始密码')
  await fresh.page.getByLabel('新密码', { exact: true }).fill(officer.chosen)
  await fresh.page.getByLabel('再输一次新密码').fill(officer.chosen)
  await fresh.page.getByRole('button', { name: '改密码' }).click()
  await fresh.page.getByText('这个账号还没有岗位').waitFor()

  await row(officer.name).getByRole('button', { name: /^办理/ }).click()
  const dialog = admin.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '给岗位' }).click()
  await dialog.getByLabel('岗位', { exact: true }).selectOption({ label: '家庭儿童岗' })
  await admin.look('给岗位')
  await dialog.getByRole('button', { name: '给岗位' }).click()
  await dialog.getByText('已办好').waitFor()

  await fresh.page.reload()
  const take = fresh.page.getByRole('main').getByRole('button', { name: '阿拉善左旗妇联 · 家庭儿童岗' })
  const ready = fresh.page.getByRole('heading', { level: 1, name: /萨如拉/ })
  await take.or(ready).first().waitFor()
  if (await take.isVisible()) await take.click()
  await ready.waitFor()
  await settle(fresh.page)

  await dialog.getByRole('button', { name: /^免去/ }).click()
  await dialog.getByRole('button', { name: '免去', exact: true }).click()
  await dialog.getByText('已办好').waitFor()
  await fresh.page.getByRole('button', { name: '菜单', exact: true }).click()
  const menu = fresh.page.getByRole('navigation', { name: '主菜单' })
  await menu.getByText('家庭家教家风', { exact: true }).click()
  await menu.getByRole('link', { name: '家风故事分享会' }).click()
  await fresh.page.getByText('请先选择一个岗位').or(fresh.page.getByText('还没有岗位')).first().waitFor()
  await fresh.page.reload()
  await fresh.page.getByText('这个账号还没有岗位').waitFor()
  await fresh.look('没有岗位')
  for (const one of [admin, fresh]) await one.leave()
})

test('a lost phone is signed out from the list of devices', { timeout: 60_000 }, async () => {
  const [here, lost] = [await visit(browser, address), await visit(browser, address, screens.phone)]
  for (const one of [lost, here]) {
    await enter(one, 'tuya')
    await one.go('/')
    await one.page.getByRole('heading', { level: 1, name: /图雅/ }).waitFor()
  }
  await here.go('/account')
  await here.page.getByText('这台设备', { exact: true }).waitFor()
  await here.look('我的账号')
  await here.page.getByRole('button', { name: '退出这台设备' }).first().click()
  await here.page.getByRole('button', { name: '退出这台设备' }).first().waitFor({ state: 'detached' })
  await lost.page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '看数' }).click()
  await lost.page.getByRole('heading', { name: '登录工作台' }).waitFor()
  for (const one of [here, lost]) await one.leave()
})
