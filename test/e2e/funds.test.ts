import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { openWorkbook } from '../../src/server/excel/read-workbook.ts'
import { textOf } from '../../src/server/imports/read-value.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { openBook } from '../support/sheets.ts'
import { enter, screens, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const year = new Date().getFullYear()

async function send(page: Page, path: string, data: unknown): Promise<void> {
  const answer = await page.request.post(`/api/v1${path}`, { headers: { 'x-niangjia-request': '1' }, data })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Presses a button and answers the dialog it opens. */
async function answer({ page }: Visitor, name: string, fill: () => Promise<unknown> = async () => undefined) {
  await page.getByRole('button', { name, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fill()
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('a fund opens from its balance to its postings; money comes in by two people, and a month is closed by two', {
  timeout: 240_000,
}, async () => {
  const finance = await visit(browser, address, screens.large)
  await enter(finance, 'caiwu')
  const { page, go, look } = finance
  await go('/')
  await page.getByRole('link', { name: '资金', exact: true }).click()
  await page.getByRole('link', { name: '妇女儿童关爱资金' }).waitFor()
  await look('资金')
  await page.getByRole('link', { name: '妇女儿童关爱资金' }).click()
  await page.getByRole('heading', { level: 1, name: '妇女儿童关爱资金' }).waitFor()
  await look('一笔资金')
  await page.getByRole('button', { name: /财政拨款/ }).click()
  await page.getByRole('complementary', { name: '流水' }).getByText('旗财政年初预算').waitFor()
  await look('流水')
  await answer(finance, '制单', async () => {
    await page.getByLabel('谁给的').selectOption('person')
    await page.getByLabel('金额').fill('1,200.50')
    await page.getByLabel('用途').fill('爱心捐款')
  })
  await go('/transfers')
  await page.getByText('爱心捐款').first().waitFor()
  expect(await page.getByRole('button', { name: '审批', exact: true }).count(), 'not her own').toBe(0)
  await look('收款与划转')

  const chair = await visit(browser, address, screens.desktop)
  await enter(chair, 'narenhua')
  await chair.go('/transfers')
  await answer(chair, '审批')
  await chair.page.getByText('已入账').first().waitFor()
  await chair.look('审批过的单据')

  await go('/periods')
  await page.getByText('未结账').first().waitFor()
  await look('结账')
  await page
    .getByRole('button', { name: /^提出结账/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '提出结账' }).click()
  await page.getByText('待主席确认').waitFor()
  await chair.go('/periods')
  await chair.page.getByRole('button', { name: /^确认结账/ }).click()
  await chair.page.getByRole('dialog').getByRole('button', { name: '确认结账' }).click()
  await chair.page.getByText('已结账', { exact: true }).waitFor()
  await chair.look('结了一个月')
  await chair.leave()

  const phone = await visit(browser, address, screens.phone)
  await enter(phone, 'caiwu')
  await phone.go('/funds')
  await phone.page.getByRole('link', { name: '妇女儿童关爱资金' }).click()
  await phone.page.getByText('从哪里来').waitFor()
  await phone.look('手机上的资金')
  await phone.leave()
  await finance.leave()
})

/** Women who are due their help from a fund: visited and approved by two people of the banner, through the API. */
async function makeDue(maker: Visitor, checker: Visitor, fund: string, count: number): Promise<void> {
  const people = await (await maker.page.request.get(`/api/v1/people?limit=${count}`)).json()
  for (const [n, { id: person }] of people.items.entries()) {
    const id = v7()
    const path = `/records/petition-care/${id}/actions`
    const on = `${year}-01-15`
    const situation = '丈夫重病，两个孩子上学。'
    const asked = { hardship: 'illness', appliedOn: on, person, situation }
    const found = { visitedOn: on, assessment: situation, fund, amount: 1_000_000 + n, account: `622200001${n}` }
    await send(maker.page, '/records/petition-care', { id, actionId: v7(), answers: asked })
    await send(maker.page, `${path}/assess`, { actionId: v7(), revision: 1, answers: found })
    await send(checker.page, `${path}/approve`, { actionId: v7(), revision: 2 })
  }
}

test('what is due becomes a batch, is approved by another, goes to the bank as a sheet and comes back answered', {
  timeout: 240_000,
}, async () => {
  const finance = await visit(browser, address, screens.large)
  await enter(finance, 'caiwu')
  const { page, go, look } = finance
  const chair = await visit(browser, address, screens.desktop)
  await enter(chair, 'narenhua')
  const rights = await visit(browser, address, screens.desktop)
  await enter(rights, 'lixiaomei')
  const listed = await (await page.request.get('/api/v1/funds')).json()
  const fund = listed.items.find(
    (one: { name: string; org: { code: number } }) =>
      one.org.code === orgCode(152921000000) && one.name.includes('关爱'),
  )
  await makeDue(rights, chair, fund.id, 3)

  await go('/payments')
  await page.getByRole('main').getByText('困难信访妇女关爱').first().waitFor()
  await look('待发放')
  await page.getByRole('button', { name: /^制批/ }).first().click()
  await page.getByLabel('批次名称').fill('关爱金')
  await page.getByRole('dialog').getByRole('button', { name: '制批', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '关爱金' }).waitFor()
  await page.getByText('…0010').waitFor()
  await look('待审批的批次')
  const batch = page.url().split('/').at(-1)

  await chair.go(`/payments/${batch}`)
  await answer(chair, '审批', () => chair.page.getByLabel('我与名单上的人没有亲属等利害关系').check())
  await chair.page.locator('.head').getByText('已审批').waitFor()
  await page.reload()
  const coming = page.waitForEvent('download')
  await answer(finance, '导出发放表')
  const path = await (await coming).path()
  const file = readFileSync(path)
  const rows: string[][] = []
  for await (const row of (await openWorkbook(file)).rows('发放表')) rows.push(row.cells.map(textOf))
  expect(rows.slice(1).map((row) => row.slice(2, 5))).toEqual(
    [0, 1, 2].map((n) => [`622200001${n}`, `10,000.0${n}`, '补助款']),
  )

  const book = await openBook(file)
  const sheet = book.getWorksheet('发放表')
  for (const [row, result] of [
    [2, '成功'],
    [3, '失败'],
    [4, '成功'],
  ] as const) {
    const line = sheet?.getRow(row)
    if (line) line.getCell(7).value = result
  }
  const filled = Buffer.from(await book.xlsx.writeBuffer())
  await page
    .getByLabel('回单文件')
    .setInputFiles({ name: '回单.xlsx', mimeType: 'application/octet-stream', buffer: filled })
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.locator('.head').getByText('已结清').waitFor({ timeout: 30_000 })
  await look('结清的批次')
  await go(`/funds/${fund.id}`)
  await page.getByRole('button', { name: /困难信访妇女关爱/ }).waitFor()
  await look('发放之后的资金')
  for (const visitor of [rights, chair, finance]) await visitor.leave()
})
