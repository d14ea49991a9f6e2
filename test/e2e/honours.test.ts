import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCalendarDays } from '../../src/core/day.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { step } from './support/steps.ts'
import { enter, screens, settle, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const ago = (days: number) => addCalendarDays(today, -days)
const short = '十年如一日帮助邻居牧户接羔保育，从不收一分钱。'

const dates = (from: string, to: string) => async (dialog: Locator) => {
  await dialog.getByLabel(/公示开始/).fill(from)
  await dialog.getByLabel(/公示结束/).fill(to)
  const phone = dialog.getByLabel(/^监督电话/)
  if ((await phone.count()) > 0) await phone.fill('0483-8100000')
}

async function nominate({ page, go, look }: Visitor): Promise<void> {
  await go('/records/family-nomination/new')
  await page.getByLabel(/^哪一次评选/).fill('最美家庭')
  await page.getByRole('option', { name: /寻找“最美家庭”.*阿拉善左旗/ }).click()
  await page
    .getByRole('group', { name: /^报哪一级/ })
    .getByLabel('旗县市区级')
    .check()
  await page.getByLabel(/^推荐日期/).fill(ago(20))
  await page
    .getByRole('group', { name: /^怎么推荐的/ })
    .getByLabel('他荐')
    .check()
  await page.getByLabel(/^事迹（200字内）/).fill(short)
  await page.getByRole('group', { name: /^称号/ }).getByLabel('最美家庭').check()
  await page.getByLabel(/^代表家庭的人/).fill('苏仁格日勒')
  await page.getByRole('option', { name: '登记新人“苏仁格日勒”' }).click()
  const person = page.getByRole('dialog')
  await person.getByLabel('女').check()
  await person.getByLabel('出生日期').fill('1979-03-15')
  await person.getByLabel('本人口头同意登记建档').check()
  await person.getByRole('button', { name: '登记', exact: true }).click()
  await person.waitFor({ state: 'detached' })
  await page.getByRole('group', { name: /^类别/ }).getByLabel('邻里团结').check()
  await page
    .getByRole('group', { name: /同意申报和公示/ })
    .getByLabel('是', { exact: true })
    .check()
  for (const yes of await page.getByRole('list').getByLabel('是', { exact: true }).all()) await yes.check()
  await look('推荐一户')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '最美家庭' }).waitFor()
}

/** A judge at her desk: the sheet of this nomination, its marks, the statement. */
async function judge(
  name: string,
  number: string,
  mark: number,
  size: (typeof screens)['desktop'] = screens.desktop,
): Promise<Visitor> {
  const visitor = await visit(browser, address, size)
  const { page, look } = visitor
  await enter(visitor, name)
  await visitor.go('/judging')
  await page.getByRole('button').filter({ hasText: number }).click()
  await page.getByRole('heading', { name: '评分：最美家庭' }).waitFor()
  await page.getByText('还差 3 项').waitFor()
  for (const group of await page.locator('.jd-marks').all())
    await group.getByText(String(mark), { exact: true }).click()
  await page.getByText('还没有声明无利害关系').waitFor()
  expect(await page.getByRole('button', { name: '交评分' }).isDisabled()).toBe(true)
  await page.getByLabel(/^我与被推荐的没有/).check()
  await look(`评分 ${name}`)
  await page.getByRole('button', { name: '交评分' }).click()
  await page.getByText('您的评分已交。').waitFor()
  return visitor
}

test('a family from its village to the certificate: level by level, judges who do not see each other, a notice, two who decide', {
  timeout: 400_000,
}, async () => {
  const village = await visit(browser, address, screens.desktop)
  const { page } = village
  await enter(village, 'gacha')
  await nominate(village)
  const path = new URL(page.url()).pathname.replace('/workbench', '')
  await step(page, '提交')
  await step(page, '评议会通过', async (dialog) => {
    await dialog.getByLabel(/^评议会日期/).fill(ago(18))
    for (const [label, many] of [
      ['到会', '9'],
      ['其中不是亲友的', '6'],
      ['同意', '8'],
      ['不同意', '1'],
    ] as const)
      await dialog.getByRole('textbox', { name: label, exact: true }).fill(many)
    await dialog
      .getByRole('group', { name: /^上门核实过/ })
      .getByLabel('是', { exact: true })
      .check()
    await village.look('评议会')
  })
  await step(page, '本村（单位）公示', dates(ago(17), ago(13)))
  await village.look('公示中')

  const township = await visit(browser, address, screens.desktop)
  await enter(township, 'jilantai')
  await township.go(path)
  await step(township.page, '审核推荐')
  await township.leave()

  const family = await visit(browser, address, screens.large)
  await enter(family, 'wangyan')
  await family.go(path)
  const number =
    (await family.page
      .getByRole('navigation')
      .getByText(/^JT-\d+/)
      .first()
      .textContent()) ?? ''
  for (const agency of ['公安', '民政'])
    await step(family.page, '记一家单位的意见', async (dialog) => {
      await dialog.getByLabel(agency, { exact: true }).check()
      await dialog.getByLabel('同意', { exact: true }).check()
      await dialog.getByRole('textbox', { name: /^日期/ }).or(dialog.getByLabel(/^日期/)).first().fill(ago(10))
    })
  await step(family.page, '意见征求完毕')
  await step(family.page, '交评委')

  const first = await judge('tuya', number, 9)
  const second = await judge('lixiaomei', number, 6)
  // Whoever looks now, sees two sheets and the marks of neither but her own.
  await second.go(path)
  await second.page.getByText('评委打分').first().waitFor()
  await settle(second.page)
  const marksIn = async ({ context }: Visitor) => {
    const answer = await context.request.get(`/api/v1${path}`)
    const { history } = (await answer.json()) as { history: { action: string; answers: { marks?: unknown } }[] }
    return history.filter(({ action }) => action === 'judge').map(({ answers }) => answers.marks !== undefined)
  }
  expect(await marksIn(first)).toEqual([true, false])
  expect(await marksIn(second)).toEqual([false, true])
  expect(await marksIn(family)).toEqual([false, false])
  const third = await judge('lvshi', number, 8, screens.phone)

  await family.go(path)
  await step(family.page, '评审结束')
  await family.go('/judging')
  await family.page.getByRole('button').filter({ hasText: number }).click()
  await family.page.getByRole('heading', { name: '汇总：最美家庭' }).waitFor()
  await family.page.getByRole('cell', { name: '76.7', exact: true }).waitFor()
  await family.look('评审汇总')
  await family.go(path)
  await step(family.page, '拟命名，公示', dates(ago(12), ago(1)))
  await family.page.getByText('公示中', { exact: true }).first().waitFor()
  expect(await family.page.getByRole('button', { name: '决定命名', exact: true }).count()).toBe(0)

  const chair = await visit(browser, address, screens.desktop)
  await enter(chair, 'narenhua')
  await chair.go(path)
  await step(chair.page, '决定命名', async (dialog) => {
    await dialog.getByLabel(/^哪次会议决定/).fill('主席办公会')
    await dialog.getByLabel(/^决定文号/).fill('（演示）妇发〔2026〕9号')
  })
  await family.go(path)
  await step(family.page, '命名，发证书')
  await family.page.getByText('已命名', { exact: true }).first().waitFor()
  await family.page.getByRole('link', { name: /荣誉/ }).last().click()
  await family.page
    .getByText(/^RY-152921-/)
    .first()
    .waitFor()
  await step(family.page, '发证书')
  await family.look('荣誉')

  await page.reload()
  await page.getByText('已命名', { exact: true }).first().waitFor()
  await village.look('村里看到结果')
  for (const one of [village, family, first, second, third, chair]) await one.leave()
})

test('a judge from outside marks an essay at her desk and is told nothing of who wrote it', {
  timeout: 120_000,
}, async () => {
  const visitor = await visit(browser, address, screens.phone)
  const { page, go, look, leave } = visitor
  await enter(visitor, 'pingwei')
  await go('/judging')
  await page.getByRole('button').filter({ hasText: /NM-/ }).first().click()
  await page.getByText('还差 2 项').waitFor()
  for (const group of await page.locator('.jd-marks').all()) await group.getByText('8', { exact: true }).click()
  await page.getByLabel(/^我同意担任评委/).check()
  await look('匿名评审')
  await page.getByRole('button', { name: '交评分' }).click()
  await page.getByText('您的评分已交。').waitFor()
  await page.getByRole('link', { name: '看全部材料' }).click()
  await page.getByText('（演示正文，不含作者和单位。）').waitFor()
  await look('匿名稿')
  expect(await page.getByText(/哪一件作品|ZP-/).count()).toBe(0)
  await leave()
})
