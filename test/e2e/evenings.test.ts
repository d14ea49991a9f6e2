import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { sheetImage } from '../../src/server/demo/sign-in-sheet.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { holdEvening, today } from './support/evening.ts'
import { figureShown } from './support/figure-page.ts'
import { enter, screens, settle, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const village = orgCode(152921112200)

/** How many the village counts this year. */
async function attendances(visitor: Visitor): Promise<number> {
  const { page, go } = visitor
  await go(`/figures?measure=family-story.attendances&org=${village}&from=${today.slice(0, 4)}-01-01&to=${today}`)
  await settle(page)
  return figureShown(page)
}

test('a village chair records an evening on her phone, and corrects it', { timeout: 180_000 }, async () => {
  const visitor = await visit(browser, address, screens.phone)
  const { page, go, look } = visitor
  await enter(visitor, 'gacha')
  const before = await attendances(visitor)

  await go('/')
  await page.getByRole('link', { name: '记家风故事分享会' }).click()
  await page.getByRole('heading', { level: 1, name: '记一场' }).waitFor()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText(/有 3 处要改/).waitFor()
  await look('新建 没填')
  await page.getByLabel(/^题目/).fill('灯下讲家风')
  await page.getByLabel(/^日期/).fill(today)
  await page.getByLabel(/^地点/).fill('嘎查党群服务中心')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '灯下讲家风' }).waitFor()
  const done = page.getByRole('button', { name: '办完了' })
  expect(await done.isDisabled()).toBe(true)
  await page.getByText('办完了：还差记下来了多少人').waitFor()
  await look('活动')

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '签到表.png', mimeType: 'image/png', buffer: sheetImage })
  await page.getByRole('link', { name: '签到表.png' }).waitFor()
  await page.getByRole('button', { name: '清点人数' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('多少人').fill('18')
  await dialog.getByLabel('签到表', { exact: true }).selectOption({ label: '签到表.png' })
  await look('清点人数')
  await dialog.getByRole('button', { name: '保存清点' }).click()
  await dialog.waitFor({ state: 'detached' })
  await done.click()
  await dialog.getByRole('button', { name: '办完了' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('已举办', { exact: true }).first().waitFor()
  await look('活动 办完')
  const record = page.url()
  expect(await attendances(visitor)).toBe(before + 18)

  await page.goto(record)
  await page.getByRole('button', { name: '清点人数' }).click()
  await dialog.getByLabel('多少人').fill('15')
  await dialog.getByRole('button', { name: '保存清点' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await attendances(visitor)).toBe(before + 15)
  await page.getByRole('region', { name: '数字' }).getByRole('button').click()
  await page
    .getByRole('link', { name: /^更正 · 灯下讲家风/ })
    .first()
    .waitFor()
  await look('更正')
  await visitor.leave()
})

test('the code at the door signs a phone without script in', { timeout: 120_000 }, async () => {
  const chair = await visit(browser, address, screens.phone)
  await enter(chair, 'gacha')
  const id = await holdEvening(chair, '门口有签到码', 3)
  await chair.go(`/records/family-story/${id}`)
  await chair.page.getByRole('button', { name: '签到码' }).click()
  const dialog = chair.page.getByRole('dialog')
  await dialog.getByRole('img', { name: '签到二维码' }).waitFor()
  await chair.look('签到码')
  const door = new URL((await dialog.locator('.hint').first().textContent()) ?? '', address).pathname
  await dialog.getByRole('button', { name: '关闭' }).click()

  const guest = await visit(browser, address, screens.phone, { javaScriptEnabled: false })
  await guest.page.goto(door)
  await guest.page.getByRole('heading', { level: 1, name: '门口有签到码' }).waitFor()
  for (const _twice of [1, 2]) {
    await guest.page.getByLabel('姓名').fill('乌日罕')
    await guest.page.getByLabel('手机号').fill('15000008231')
    await guest.page.getByRole('button', { name: '签到' }).click()
    await guest.page.getByText('✓ 已签到').waitFor()
    await guest.page.goto(door)
  }
  const eyes = await visit(browser, address, screens.phone)
  await eyes.page.goto(door)
  await eyes.look('门口')

  await chair.page.reload()
  const came = chair.page.locator('.came').getByText('签到', { exact: true }).locator('xpath=..')
  await expect.poll(() => came.textContent()).toMatch(/签到\s*1/)
  await chair.page.getByText('扫码').first().waitFor()
  for (const one of [chair, guest, eyes]) await one.leave()
})

test.each(['desktop', 'phone'] as const)(
  'two people change one evening: both versions are shown and nothing is lost: %s',
  {
    timeout: 120_000,
  },
  async (screen) => {
    const mine = await visit(browser, address, screens[screen])
    const theirs = await visit(browser, address, screens.phone)
    for (const one of [mine, theirs]) await enter(one, 'gacha')
    const id = await holdEvening(mine, '两个人同时改', 9)
    for (const one of [mine, theirs]) {
      await one.go(`/records/family-story/${id}/edit`)
      await one.page.getByLabel(/^地点/).waitFor()
    }
    await theirs.page.getByLabel(/^地点/).fill('文化活动室')
    await theirs.page.getByLabel(/^主持/).fill('娜布其')
    await theirs.page.getByRole('button', { name: '保存', exact: true }).click()
    await theirs.page.getByRole('heading', { level: 1, name: '两个人同时改' }).waitFor()

    await mine.page.getByLabel(/^地点/).fill('蒙古包前')
    await mine.page.getByLabel(/^讲述家庭/).fill('4')
    await mine.page.getByRole('button', { name: '保存', exact: true }).click()
    const dialog = mine.page.getByRole('dialog')
    await dialog.getByRole('heading', { name: '别人刚改过这条记录' }).waitFor()
    await dialog.getByText('蒙古包前').waitFor()
    await dialog.getByText('文化活动室').waitFor()
    await mine.look('两个版本')
    await dialog.getByRole('radio', { name: /文化活动室/ }).check()
    await dialog.getByRole('button', { name: '按选的保存' }).click()
    await dialog.waitFor({ state: 'detached' })
    await mine.page.getByRole('heading', { level: 1, name: '两个人同时改', exact: true }).waitFor()
    const said = mine.page.locator('.says')
    for (const words of ['文化活动室', '娜布其', '4 户']) await said.getByText(words).waitFor()
    for (const one of [mine, theirs]) await one.leave()
  },
)
