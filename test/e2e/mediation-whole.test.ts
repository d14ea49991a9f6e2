import { readFileSync } from 'node:fs'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sheetImage } from '../../src/server/demo/sign-in-sheet.ts'
import { launchBrowser } from '../support/browser.ts'
import { linesOf } from '../support/docx.ts'
import { serveHouse } from '../support/served.ts'
import { dayAfter, turnTo } from './support/house-clock.ts'
import { because, pick, registerNew, step } from './support/steps.ts'
import { arriveIn, nothingFor, type screens, type Visitor } from './support/visitor.ts'

const { address, remind } = await serveHouse()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const told = '两人分开半年，孩子的抚养费和探望时间谈不拢，都愿意坐下来谈。'
const secret = /抚养费|温都苏|哈斯/

/** The operator writes the call down; it becomes a case. */
async function takeCall({ page, go }: Visitor): Promise<void> {
  await go('/hotline')
  await page.getByRole('button', { name: '接电话' }).click()
  await page.getByRole('heading', { name: '先问安全' }).waitFor()
  for (let question = 0; question < 9; question++) await page.keyboard.press('n')
  await page.keyboard.insertText(told)
  await page.getByLabel('打字找类别').fill('抚养')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: '愿意留' }).check()
  await page.getByLabel('称呼').fill('温都苏')
  await page.getByRole('textbox', { name: '答复' }).fill('可以申请人民调解，不收费。')
  await page.getByRole('radio', { name: '转为个案' }).check()
  await page.getByLabel('依据').selectOption({ label: '她同意' })
  await page.getByRole('button', { name: '结束并登记' }).click()
  await page.getByText(/^已登记 RX-/).waitFor()
}

async function screenApart(dialog: Locator): Promise<void> {
  await pick(dialog, '双方分开询问', '是')
  for (const no of await dialog.getByRole('list').getByLabel('否', { exact: true }).all()) await no.check()
}

const consentOf = (side: '申请人' | '被申请人') => async (dialog: Locator) => {
  await pick(dialog, '哪一方', side)
  await pick(dialog, '同意调解', '是')
  await pick(dialog, '方式', '本人签字')
}

const sessionOf =
  (...steps: string[]) =>
  async (dialog: Locator) => {
    for (const one of steps) await dialog.getByLabel(one, { exact: true }).check()
    await dialog.getByLabel(/^地点/).fill('旗妇联婚调室')
    await dialog.getByLabel(/^笔录要点/).fill('各说各的难处，数额接近了。')
  }

/** The clauses of the agreement, each with its type. */
async function writeClauses(dialog: Locator): Promise<void> {
  for (const [at, type, content] of [
    [1, '子女抚养费', '每月付抚养费一千二百元'],
    [2, '探望', '每月两个周末探望'],
  ] as const) {
    await dialog.getByRole('button', { name: /^加一.*协议条款/ }).click()
    const clause = dialog.getByRole('group', { name: new RegExp(`协议条款 ${at}`) })
    await pick(clause, '类型', type)
    await clause.getByLabel(/^内容/).fill(content)
  }
  await pick(dialog, /扫描件已附/, '是')
}

test('from the call to the last follow-up: a mediation with every gate, its agreement, its reminders and three visits', {
  timeout: 420_000,
}, async () => {
  const arrive = (name: string, screen: keyof typeof screens) => arriveIn(browser, address, name, screen)
  const operator = await arrive('rexian', 'desktop')
  const rights = await arrive('lixiaomei', 'desktop')
  const second = await arrive('baiyun', 'desktop')
  const mediator = await arrive('qiqige', 'desktop')
  const handheld = await arrive('qiqige', 'phone')
  const strangers = [await arrive('alashan', 'phone'), await arrive('youqi', 'desktop')]
  await takeCall(operator)
  await operator.leave()

  const { page, look, go } = rights
  await go('/records/rights-case?state=registered')
  await page.locator('.row-title a').first().click()
  await page.getByRole('heading', { level: 1, name: '权益服务事项' }).waitFor()
  const casePath = new URL(page.url()).pathname.replace('/workbench', '')
  expect(await page.getByRole('button', { name: '分诊', exact: true }).isDisabled()).toBe(true)
  await look('待分诊')
  await page.getByRole('link', { name: '修改' }).click()
  const woman = await registerNew(page, page.getByLabel(/^本人/), { name: '温都苏', gender: '女', born: '1986-02-11' })
  await woman.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await step(page, '定为一般', (dialog) => dialog.getByLabel('依据').fill('九问都答没有'))
  await step(page, '声明无须回避')
  await step(page, '分诊')
  await step(page, '受理并答复', async (dialog) => {
    await pick(dialog, '怎么告诉她的', '按约定时间电话')
    await dialog.getByLabel(/^告诉了什么/).fill('已经受理，先调解。')
  })
  await step(page, '转调解', async (dialog) => {
    const other = await registerNew(page, dialog.getByLabel(/^另一方/), {
      name: '哈斯额尔敦',
      gender: '男',
      born: '1984-05-20',
    })
    await other.getByRole('button', { name: '登记', exact: true }).waitFor({ state: 'detached' })
    await dialog
      .first()
      .getByLabel(/^写给调解员的经过/)
      .fill(told)
  })
  await page
    .getByRole('link', { name: /^婚姻家庭纠纷调解/ })
    .last()
    .click()
  await page.getByRole('heading', { level: 1, name: '家庭事务协商' }).waitFor()
  const path = new URL(page.url()).pathname.replace('/workbench', '')

  // The mediator is named by the rights post and agreed to by a second person.
  await page.getByRole('button', { name: '调整承办人' }).click()
  await page.getByRole('dialog').getByLabel('其其格').click()
  await page.getByRole('dialog').getByText('提出增加，等另一个人同意').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await nothingFor([mediator, ...strangers], path, secret)
  await second.go(path)
  const waiting = second.page.getByRole('region', { name: '新增承办人待批准' })
  await waiting.getByRole('button', { name: '同意', exact: true }).click()
  await waiting.waitFor({ state: 'detached' })
  await second.leave()

  const desk = mediator.page
  await mediator.go(path)
  await desk.getByRole('heading', { level: 1, name: '家庭事务协商' }).waitFor()
  await step(desk, '记同意', consentOf('申请人'))
  await step(desk, '记同意', consentOf('被申请人'))
  await step(desk, '告知权利义务')
  await step(desk, '声明无须回避')
  await step(desk, '安全筛查', screenApart)
  await step(desk, '受理', (dialog) => dialog.getByLabel(/^人民调解委员会/).fill('阿拉善左旗婚调委'))
  await mediator.look('已受理')
  await step(desk, '记一次调解', sessionOf('望', '闻'))
  // Each session is screened anew: the button says what it waits for.
  await desk.getByText(/记一次调解：还差本次调解前已做安全筛查/).waitFor()
  expect(await desk.getByRole('button', { name: '记一次调解', exact: true }).isDisabled()).toBe(true)
  turnTo(dayAfter(4))
  await desk.reload()
  await step(desk, '安全筛查', screenApart)
  await step(desk, '记一次调解', sessionOf('问', '切'))
  await step(desk, '安全筛查', screenApart)
  await desk.getByLabel('传附件').setInputFiles({
    name: '协议.png',
    mimeType: 'image/png',
    buffer: sheetImage,
  })
  await desk.getByRole('button', { name: '协议.png', exact: true }).waitFor()
  await step(desk, '达成协议', async (dialog) => {
    await writeClauses(dialog)
    await mediator.look('协议条款')
  })
  await desk.getByText('达成协议', { exact: true }).first().waitFor()
  await desk.getByRole('heading', { name: '法定 司法确认期限' }).waitFor()
  await mediator.look('达成协议')
  await nothingFor(strangers, path, secret)

  await desk.getByRole('button', { name: '人民调解协议书' }).click()
  await desk.getByRole('button', { name: /^打印 HJXY/ }).click()
  await desk.getByRole('dialog').getByLabel('写文书').check()
  const coming = desk.waitForEvent('download')
  await desk.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
  const paper = await linesOf(readFileSync(await (await coming).path()))
  expect(paper.join('\n')).toContain('每月付抚养费一千二百元')

  // Day 20 of 30: the house reminds the mediator, naming nothing.
  turnTo(dayAfter(24))
  await remind()
  await mediator.go('/todos')
  await desk.getByText('司法确认期限').first().waitFor()
  await desk.getByRole('button', { name: /^提醒/ }).click()
  await desk
    .getByText(/有一件事项将到期/)
    .first()
    .waitFor()
  await mediator.look('提醒')
  await mediator.go(path)
  await step(desk, '已共同申请司法确认')
  await step(desk, '法院已裁定', async (dialog) => {
    await pick(dialog, '裁定', '裁定有效')
  })
  await step(desk, '开始履行')
  for (const clause of ['1', '2'])
    await step(desk, '记一条的履行结果', async (dialog) => {
      await dialog.getByLabel(/^第几条/).fill(clause)
      await pick(dialog, '结果', '已履行')
    })
  turnTo(dayAfter(35))
  await desk.reload()
  await step(desk, '回访后办结', because('两条都履行了'))
  await desk.getByText('办结后回访').first().waitFor()

  for (const [day, round] of [
    [42, 1],
    [65, 2],
    [125, 3],
  ] as const) {
    turnTo(dayAfter(day))
    await mediator.go('/todos')
    await desk.getByText('办结后回访').first().waitFor()
    await mediator.go(path)
    await step(desk, '记一次回访', async (dialog) => {
      await pick(dialog, '联系上了', '是')
      await pick(dialog, '没有新的冲突和暴力', '是')
    })
    expect(await desk.getByText('记一次回访', { exact: true }).count()).toBeGreaterThan(round - 1)
  }
  await desk.getByRole('region', { name: '期限' }).waitFor({ state: 'detached' })
  await mediator.look('回访完')
  await handheld.go(path)
  await handheld.page.getByRole('heading', { level: 1, name: '家庭事务协商' }).waitFor()
  await handheld.look('回访完 手机')
  await nothingFor(strangers, path, secret)
  await nothingFor(strangers, casePath, secret)
  for (const one of [...strangers, handheld, mediator, rights]) await one.leave()
})
