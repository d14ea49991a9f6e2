import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { registerNew, step } from './support/steps.ts'
import { enter, screens, settle, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const region = orgCode(150000000000)
const summary = '赡养老人分工不清'
const facts = '兄弟二人对冬天老人住在谁家说法不一，都愿意当面谈。'

const registerParty = (page: Page, row: number, name: string, gender: '女' | '男') =>
  registerNew(page, page.getByLabel(`当事人 ${row}`), { name, gender, born: '1979-03-15' })

const consent = (side: '申请人' | '被申请人') => async (dialog: Locator) => {
  await dialog.getByLabel(side, { exact: true }).check()
  await dialog.getByLabel('是', { exact: true }).check()
  await dialog.getByLabel('本人签字').check()
}

async function screen(dialog: Locator): Promise<void> {
  await dialog.getByRole('group', { name: '双方分开询问' }).getByLabel('是', { exact: true }).check()
  for (const no of await dialog.getByRole('list').getByLabel('否', { exact: true }).all()) await no.check()
}

async function makeCase({ page, go, look }: Visitor): Promise<void> {
  await go('/records/mediation/new')
  await page.getByLabel(/^纠纷概述/).fill(summary)
  await page.getByLabel(/^申请日期/).fill(today)
  await page.getByLabel('赡养', { exact: true }).check()
  const first = await registerParty(page, 1, '苏仁格日勒', '男')
  await first.waitFor({ state: 'detached' })
  // The same name, birth date and place once more: she is asked before a second entry is made.
  const second = await registerParty(page, 2, '苏仁格日勒', '男')
  await second.getByRole('alert').waitFor()
  await look('可能是同一个人')
  await second.getByRole('button', { name: '取消' }).click()
  const other = await registerParty(page, 2, '苏仁毕力格', '男')
  await other.waitFor({ state: 'detached' })
  await page.getByLabel(/^事实与各方说法/).fill(facts)
  await look('登记一件')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: summary }).waitFor()
}

test('a mediator takes a case from application to its first session; the sealed part is opened with a purpose that stays on record', {
  timeout: 240_000,
}, async () => {
  const mediator = await visit(browser, address, screens.desktop)
  const { page, look } = mediator
  await enter(mediator, 'qiqige')
  await makeCase(mediator)
  const accept = page.getByRole('button', { name: '受理', exact: true })
  expect(await accept.isDisabled()).toBe(true)
  await page.getByText(/受理：还差双方自愿、权利已告知、无须回避/).waitFor()
  await look('案件 待受理')
  await step(page, '记同意', consent('申请人'))
  await step(page, '记同意', consent('被申请人'))
  await step(page, '告知权利义务')
  await step(page, '声明无须回避')
  await step(page, '安全筛查', screen)
  await step(page, '受理', async (dialog) => {
    await dialog.getByLabel(/^人民调解委员会/).fill('阿拉善左旗婚姻家庭纠纷人民调解委员会')
    await look('受理')
  })
  await page.getByText('已受理', { exact: true }).first().waitFor()
  await step(page, '记一次调解', async (dialog) => {
    await dialog.getByLabel('望', { exact: true }).check()
    await dialog.getByLabel(/^地点/).fill('旗妇联婚调室')
    await dialog.getByLabel(/^笔录要点/).fill('分开听了双方的说法，约好下次一起谈。')
  })
  await page.getByText('调解中', { exact: true }).first().waitFor()
  await look('案件 调解中')

  await page.locator('.says').getByRole('button', { name: '看原文' }).first().click()
  await page.getByRole('dialog').getByLabel('写文书').check()
  await look('写用途')
  await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText(facts).waitFor()
  const path = new URL(page.url()).pathname.replace('/workbench', '')

  const auditor = await visit(browser, address, screens.desktop)
  await enter(auditor, 'shenji')
  await auditor.go('/audit')
  const looks = auditor.page.getByRole('row').filter({ hasText: '写文书' }).filter({ hasText: '其其格' })
  await looks.first().waitFor()
  await auditor.look('查看记录')

  const mobile = await visit(browser, address, screens.phone)
  await enter(mobile, 'qiqige')
  await mobile.go(path)
  await mobile.page.getByRole('heading', { level: 1, name: summary }).waitFor()
  await mobile.look('案件 手机')

  const chair = await visit(browser, address, screens.phone)
  await enter(chair, 'quzhuxi')
  await chair.go(path)
  await chair.page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  expect(await chair.page.getByText(summary).count()).toBe(0)
  await chair.look('权限外')
  await chair.go(`/figures?measure=mediation.accepted&org=${region}`)
  await settle(chair.page)
  await chair.page.getByRole('region', { name: '数字' }).getByRole('button').click()
  await chair.page.getByRole('heading', { name: /^不在您的权限内/ }).waitFor()
  await chair.look('看数 权限外')
  for (const one of [mediator, auditor, mobile, chair]) await one.leave()
})
