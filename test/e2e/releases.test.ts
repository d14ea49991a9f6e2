import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAxe, launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { enter, screens, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('figures are chosen, approved by another, sealed, open to anybody, computed again and withdrawn', {
  timeout: 180_000,
}, async () => {
  const maker = await visit(browser, address, screens.desktop)
  await enter(maker, 'suburi')
  await maker.go('/releases')
  await maker.page.getByText('还没有发布过数字。').waitFor()
  await maker.look('发布 空')
  await maker.page.getByRole('link', { name: '选数字发布' }).first().click()
  await maker.page.getByLabel('标题').fill('2026 年家庭工作数字')
  const send = maker.page.getByRole('button', { name: '送批' })
  expect(await send.isDisabled()).toBe(true)
  await maker.page.getByLabel('找指标').fill('家风')
  await maker.page.getByLabel(/^场次/).check()
  await maker.page.getByLabel(/^参加人次/).check()
  await maker.page.getByText('已选 2 个数').waitFor()
  await maker.page.getByLabel('附一张各地表').selectOption('family-story.sessions')
  await maker.look('选数字')
  await send.click()
  await maker.page.getByText('等主席岗批准。').waitFor()
  await maker.page.getByRole('row', { name: /^合计/ }).waitFor()
  await maker.look('待批')
  const path = new URL(maker.page.url()).pathname.replace('/workbench', '')

  const chair = await visit(browser, address, screens.phone)
  await enter(chair, 'quzhuxi')
  await chair.go(path)
  await chair.page.getByRole('button', { name: '批准并封存' }).click()
  await chair.look('批准 手机')
  await chair.page.getByRole('dialog').getByRole('button', { name: '批准并封存' }).click()
  await chair.page.getByText('已封存').waitFor()
  await chair.page.getByRole('button', { name: '重算核对' }).click()
  await chair.page.getByText(/一字不差：重读了/).waitFor()
  await chair.look('已封存 手机')

  const stranger = await visit(browser, address, screens.phone)
  await stranger.page.goto('/figures')
  await stranger.page.getByRole('link', { name: '2026 年家庭工作数字' }).click()
  await stranger.page.getByText(/^FB-150000-\d{4}-00001-01$/).waitFor()
  expect(await checkAxe(stranger.page)).toEqual([])
  await stranger.page.getByText('怎么算的').first().click()
  await stranger.page
    .getByText(/不包括/)
    .first()
    .waitFor()
  const [download] = await Promise.all([
    stranger.page.waitForEvent('download'),
    stranger.page.getByRole('link', { name: 'CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^FB-150000-\d{4}-00001\.csv$/)

  await maker.go(path)
  await maker.page
    .getByRole('link', { name: /打开这个数/ })
    .first()
    .click()
  await maker.page.waitForURL(/\/figures\?measure=family-story\.sessions/)
  await maker.go(path)
  await maker.page
    .getByRole('link', { name: /^和现在比/ })
    .first()
    .click()
  await maker.page.getByText('两个数相等，每一笔都一样。').waitFor()
  await maker.look('两个数')
  const released = await maker.page.getByLabel('第一个数').inputValue()
  await maker.page.getByLabel('第二个数').fill(released.replace(/-01$/, '-02'))
  await maker.page.getByRole('button', { name: '比一比' }).click()
  await maker.page.getByText(/不是同一个指标/).waitFor()
  await maker.look('两个指标')
  await chair.page.getByRole('button', { name: '撤回' }).click()
  await chair.page.getByRole('dialog').getByLabel('原因').fill('口径有误')
  await chair.page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await chair.page.getByText('已撤回').waitFor()
  await stranger.page.goto('/figures')
  expect(await checkAxe(stranger.page)).toEqual([])
  for (const visitor of [maker, chair, stranger]) await visitor.leave()
})
