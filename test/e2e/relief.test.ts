import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { serveHouse } from '../support/served.ts'
import { figureShown } from './support/figure-page.ts'
import { dayAfter, today, turnTo } from './support/house-clock.ts'
import { payOut } from './support/pay-out.ts'
import { pick, registerNew, seek, step, stepButton } from './support/steps.ts'
import { arriveIn, nothingFor, type screens, settle, type Visitor } from './support/visitor.ts'

const { address } = await serveHouse()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const banner = orgCode(152921000000)
const woman = { name: '敖敦格日乐', gender: '女', born: '1975-06-01' } as const

const arrive = (name: string, screen: keyof typeof screens) => arriveIn(browser, address, name, screen)

/** What the village chair writes down at her table, on a phone. Gives the path of the record. */
async function apply({ page, go, look }: Visitor, person: (input: Locator) => Promise<unknown>): Promise<string> {
  await go('/records/two-cancers/new')
  await page.getByLabel('嘎查村（社区）代办').check()
  await page.getByLabel(/^申请日期/).fill(today)
  await person(page.getByLabel(/^本人(P|$|\s)/))
  await page.getByLabel(/^户籍所在苏木乡镇/).fill('吉兰泰镇')
  await page.getByLabel('低保对象').check()
  await page.getByLabel('宫颈浸润癌').check()
  await page.getByLabel('IIB 期', { exact: true }).check()
  await page.getByLabel(/^确诊日期/).fill(dayAfter(-90))
  await page.getByLabel(/^确诊医院/).fill('旗人民医院')
  await pick(page.locator('form').first(), /以前领过/, '否')
  await page.getByLabel(/^开户银行/).fill('农村信用社')
  await page.getByLabel(/^收款账号/).fill('6222000099')
  await look('两癌 申请')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('button', { name: '提交', exact: true }).waitFor()
  return new URL(page.url()).pathname.replace('/workbench', '')
}

async function consents(dialog: Locator): Promise<void> {
  for (const asked of [/声明所填属实/, /同意收集/, /四个部门/, /隐名公示/, /账号交给银行/])
    await pick(dialog, asked, '是')
}

const lookupOf = (which: string) => async (dialog: Locator) => {
  await pick(dialog, '核对什么', which)
  await pick(dialog, '结果', '相符')
  await dialog.getByLabel(/^查的哪里/).fill('部门系统')
  await dialog.getByLabel(/^对方经办人/).fill('经办人')
  await dialog.getByLabel(/^核对日期/).fill(today)
}

/** The list of names to be hung out: made by one, put on display by another. */
async function hangOut(maker: Visitor, second: Visitor): Promise<void> {
  const { page, go, look } = maker
  await go('/records/relief-notice/new')
  await page.getByLabel('救助对象公示').check()
  await page.getByLabel(/^公示开始/).fill(today)
  await page.getByLabel(/^公示结束/).fill(dayAfter(7))
  await page.getByLabel(/^年度/).fill(today.slice(0, 4))
  await page.getByLabel(/^监督电话/).fill('0483-0000000')
  await look('登记公示')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '救助对象公示' }).waitFor()
  await second.go(new URL(page.url()).pathname.replace('/workbench', ''))
  await step(second.page, '开始公示')
}

async function paidFigure({ page, go }: Visitor): Promise<number> {
  await go(`/figures?measure=two-cancers.paid&org=${banner}&from=${today}&to=${dayAfter(30)}`)
  await settle(page)
  return figureShown(page)
}

test('two-cancers relief from the village to the money in her hand: checked, contested, approved by others, paid once', {
  timeout: 480_000,
}, async () => {
  const village = await arrive('gacha', 'phone')
  const township = await arrive('jilantai', 'desktop')
  const rights = await arrive('lixiaomei', 'desktop')
  const family = await arrive('wangyan', 'desktop')
  const chair = await arrive('narenhua', 'desktop')
  const finance = await arrive('mengcaiwu', 'desktop')
  const leader = await arrive('alashan', 'desktop')
  const strangers = [await arrive('youqi', 'desktop'), await arrive('mengli', 'phone')]
  const before = await paidFigure(chair)

  const path = await apply(village, async (input) => {
    const dialog = await registerNew(village.page, input, woman)
    await dialog.getByRole('button', { name: '登记', exact: true }).waitFor({ state: 'detached' })
  })
  await step(village.page, '提交', async (dialog) => {
    await village.look('两癌 四项同意')
    await consents(dialog)
  })
  await village.page.getByText('已提交', { exact: true }).first().waitFor()
  await village.look('两癌 已提交 手机')
  await nothingFor(strangers, path, /敖敦|宫颈/)

  // The same woman once more, through the same door: she holds her one relief from the day she asked.
  await apply(village, (input) => seek(village.page, input, woman.name))
  await (await stepButton(village.page, '提交')).click()
  const again = village.page.getByRole('dialog')
  await consents(again)
  await again.getByRole('button', { name: '提交', exact: true }).click()
  await again.getByRole('alert').waitFor()
  await village.look('两癌 重复')
  expect(await again.getByRole('alert').textContent()).toMatch(/已有|一次|重复/)

  await township.go(path)
  await step(township.page, '初核通过', async (dialog) => {
    await pick(dialog, '户籍在本苏木乡镇', '是')
    await pick(dialog, '材料看得清、能对上', '是')
  })
  const desk = rights.page
  await rights.go(path)
  expect(await (await stepButton(desk, '四项核对完毕')).isDisabled()).toBe(true)
  await rights.look('两癌 核对')
  for (const which of ['困难类型（民政、乡村振兴）', '诊断与分期（卫生健康）', '报销情况（医保）', '户籍（公安）'])
    await step(desk, '记一项核对', lookupOf(which))
  await step(desk, '四项核对完毕', async (dialog) => {
    await pick(dialog, '户籍登记为女性', '是')
    await dialog.getByLabel(/^按哪年哪版办法/).fill('第1版')
    await dialog.getByLabel(/^状态截止日/).fill(dayAfter(30))
    await dialog.getByLabel(/^救助标准/).fill('10000')
  })
  // Whoever verified does not decide.
  await settle(desk)
  expect(await desk.getByRole('button', { name: '会商通过', exact: true }).count()).toBe(0)
  await chair.go(path)
  await step(chair.page, '会商通过', async (dialog) => {
    await pick(dialog, /没有亲属和利益关系/, '是')
    await dialog.getByLabel(/^联审会商纪要编号/).fill('会商〔2026〕1号')
  })

  await hangOut(family, rights)
  await family.go(path)
  await step(family.page, '列入公示', async (dialog) => {
    await dialog.getByLabel(/^哪一次公示/).click()
    await family.page.getByRole('option').first().click()
    await dialog.getByLabel(/^公示到哪天/).fill(dayAfter(7))
  })
  await step(family.page, '记异议', (dialog) => dialog.getByLabel(/^异议内容/).fill('听说她家有两辆车。'))
  await chair.go(path)
  await chair.page.getByText('有异议', { exact: true }).first().waitFor()
  await chair.look('两癌 有异议')
  await step(chair.page, '异议不成立', (dialog) =>
    dialog.getByLabel(/^调查结论/).fill('入户核实，没有车辆，低保有效。'),
  )
  expect(await (await stepButton(chair.page, '上报盟市')).isDisabled()).toBe(true)
  await chair.page.getByText('上报盟市：还差公示期已满。').waitFor()

  turnTo(dayAfter(8))
  await family.go(path)
  await step(family.page, '上报盟市')
  await finance.go(path)
  expect(await finance.page.locator('body').textContent(), 'finance needs no diagnosis').not.toMatch(/宫颈浸润癌/)
  await step(finance.page, '分配资金', async (dialog) => {
    await dialog.getByLabel(/^用哪笔资金/).selectOption({ label: '彩票公益金妇女救助专项（盟）（阿拉善盟妇联）' })
    await dialog.getByLabel(/^救助金额/).fill('10000')
    await dialog.getByLabel(/^资金分配文号/).fill('阿妇发〔2026〕8号')
  })
  expect(await paidFigure(chair), 'set aside is not paid').toBe(before)
  await payOut(finance, leader, '“两癌”救助')
  await nothingFor(strangers, path, /敖敦|宫颈/)

  expect(await paidFigure(chair)).toBe(before + 10_000)
  await chair.page.getByRole('region', { name: '数字' }).getByRole('button').click()
  const drawer = chair.page.getByRole('complementary', { name: '数字里的记录' })
  await drawer.getByRole('link').first().waitFor()
  await chair.look('两癌 数字')
  await drawer.locator(`a[href$="${path.split('/').at(-1)}"]`).click()
  await chair.page.getByText('已发放', { exact: true }).first().waitFor()
  await chair.look('两癌 已发放')

  turnTo(dayAfter(15))
  await village.go(path)
  await step(village.page, '她确认收到', (dialog) => pick(dialog, '怎么确认的', '本人签字'))
  await family.go(path)
  await step(family.page, '归档')
  await family.page.getByText('已归档', { exact: true }).first().waitFor()
  await family.look('两癌 归档')
  for (const one of [village, township, rights, family, chair, finance, leader, ...strangers]) await one.leave()
})
