import exceljs from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { serveDemo } from '../support/served.ts'
import { enter, screens, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const arrive = async (name: string, screen: keyof typeof screens = 'desktop'): Promise<Visitor> => {
  const visitor = await visit(browser, address, screens[screen])
  await enter(visitor, name)
  return visitor
}

async function sheet(rows: (string | number)[][]) {
  const book = new exceljs.Workbook()
  book.addWorksheet('表').addRows(rows)
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  return { name: '年鉴表.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer }
}
const rows = (league: string, value: string | number) => [
  ['指标：W-HEA-09 妇女常见病筛查率'],
  ['地区', '2020', '2022', '2022 分子', '2022 分母', '2025'],
  ['全区', 60, 70.5, 705, 1000, 76],
  [league, 61.2, 71, 71, 100, value],
]

test('an indicator is defined, a yearbook sheet mended and taken, checked by another, and read on its page', {
  timeout: 120_000,
}, async () => {
  const desk = await arrive('suburi')
  const { page } = desk
  await desk.go('/indicators')
  await page.getByRole('row').filter({ hasText: '孕产妇死亡率' }).getByText('已达到').waitFor()
  await page.getByText('不是女性里参保').first().waitFor()
  await desk.look('指标')

  await page.getByRole('button', { name: '定指标' }).click()
  const dialog = page.getByRole('dialog')
  for (const [label, text] of [
    ['编号', 'W-HEA-09'],
    ['指标', '妇女常见病筛查率'],
    ['分子', '筛查过的妇女'],
    ['分母', '应筛查的妇女'],
    ['数据部门', '卫生健康委'],
  ] as const)
    await dialog.getByLabel(label).first().fill(text)
  await dialog.getByLabel('领域').selectOption({ label: '妇女发展纲要 · 妇女与健康' })
  await dialog
    .getByRole('group', { name: '目标 2030' })
    .getByLabel(/^目标值/)
    .fill('80')
  await dialog.getByRole('group', { name: '目标 2030' }).getByLabel('纲要原文').fill('达到 80% 以上')
  await desk.look('定指标')
  await dialog.getByRole('button', { name: '定指标' }).click()
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('link', { name: '导入年鉴表' }).click()
  const send = async (file: Awaited<ReturnType<typeof sheet>>) => {
    await page.getByLabel('表（.xlsx）').setInputFiles(file)
    await page.getByRole('button', { name: '试导' }).click()
  }
  await page.getByLabel('出处').fill('统计年鉴 2026（测试）')
  await send(await sheet(rows('阿拉山盟', 77)))
  await page.getByText('1 格有错').waitFor()
  await page.getByRole('cell', { name: /没有叫“阿拉山盟”的地区/ }).waitFor()
  await send(await sheet([...rows('阿拉善盟', '七七'), ['呼和浩特', 60, 170, '', '', '']]))
  await page.getByText('2 格有错').waitFor()
  await page.getByRole('cell', { name: /“七七”不是数/ }).waitFor()
  await page.getByRole('cell', { name: /170 不可能是/ }).waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载标了错的表' }).click()
  expect((await saved).suggestedFilename()).toContain('导入结果')
  await desk.look('导入有错')
  await send(await sheet(rows('阿拉善盟', 77)))
  await page.getByText('能收下 6 个数').waitFor()
  await page.getByRole('button', { name: '正式导入' }).click()
  await page.getByText('收下 6 个数').waitFor()

  // A change told without its base is taken down, and stops at the second person.
  await desk.go('/indicators/W-PAR-01')
  await page.getByRole('button', { name: '报数' }).click()
  await dialog.getByLabel('年份').fill('2026')
  await dialog.getByLabel('报的是什么').selectOption('change')
  await dialog.getByLabel('增减（百分点）').fill('0.8')
  await dialog.getByLabel('出处').fill('换届公告（测试）')
  await dialog.getByRole('button', { name: '报上去' }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.go('/indicators/waiting')
  const own = page.getByRole('row').filter({ hasText: '换届公告（测试）' })
  await own.getByText('自己报的').waitFor()
  expect(await own.getByRole('checkbox').count()).toBe(0)
  await desk.leave()

  const second = await arrive('quzhuxi')
  const { page: hers } = second
  await second.go('/indicators/waiting')
  const act = async (button: '核对无误' | '发布', pick: string) => {
    const list = hers.getByRole('row').filter({ hasText: pick })
    await list.first().waitFor()
    for (const box of await list.getByRole('checkbox').all()) await box.check()
    await hers.getByRole('button', { name: button }).click()
    await hers.getByRole('dialog').getByRole('button', { name: button }).click()
  }
  await act('核对无误', '统计年鉴 2026（测试）')
  await hers.getByText('办了 6 个。').waitFor()
  await second.look('核对之后')
  await act('发布', '统计年鉴 2026（测试）')
  await hers.getByText('办了 6 个。').waitFor()
  await act('核对无误', '换届公告（测试）')
  await hers.getByText('办了 1 个。').waitFor()
  await hers.getByText('基数未说明，不发布').first().waitFor()
  await act('发布', '换届公告（测试）')
  await hers
    .getByRole('dialog')
    .getByText(/基数未说明，不能发布/)
    .waitFor()
  await hers.getByRole('dialog').getByRole('button', { name: '取消' }).click()

  await second.go('/indicators/W-HEA-09')
  await hers.getByRole('img', { name: /历年数值：2020 60.0、2022 70.5、2025 76.0/ }).waitFor()
  await hers.locator('.ind-now').getByText('在路上').waitFor()
  await hers.locator('.trend svg').waitFor()
  await second.look('指标页')
  await hers
    .getByRole('button', { name: /71.0|77.0/ })
    .first()
    .click()
  const drawer = hers.getByRole('complementary', { name: '一个数的来历' })
  await drawer.getByText('统计年鉴 2026（测试）').waitFor()
  await drawer.getByText(/核对 格根塔娜/).waitFor()
  await second.look('来历')
  await second.leave()
})

test('who has no such desk reads what is published and may do nothing to it; on a phone too', {
  timeout: 90_000,
}, async () => {
  const reader = await arrive('wangyan', 'phone')
  const { page } = reader
  await reader.go('/indicators')
  await page.getByText('妇女人均预期寿命').first().waitFor()
  for (const name of ['定指标', '导入年鉴表', /^等着办的/])
    expect(await page.getByRole('button', { name }).or(page.getByRole('link', { name })).count()).toBe(0)
  await reader.look('指标 手机')
  await reader.go('/indicators/W-SEC-01')
  await page.getByText('不是女性里参保').first().waitFor()
  await page.locator('.trend svg').waitFor()
  expect(await page.getByRole('button', { name: '报数' }).count()).toBe(0)
  await reader.look('指标页 手机')
  await page.locator('.ind-big').click()
  await page
    .getByRole('complementary')
    .getByText('证据等级 D')
    .or(page.getByTitle(/证据等级 D/))
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0)
  await reader.look('来历 手机')
  const waiting = await reader.context.request.get('/api/v1/indicator-values?waiting=true')
  expect((await waiting.json()).items).toEqual([])
  // What the region has in force is looked up below: its articles are there, and nothing may be done to them.
  await reader.go('/records/legal-document')
  await page.getByText('反家庭暴力条例（演示文本）').first().click()
  await page.getByText('本办法适用于演示数据里的地区。').waitFor()
  expect(await page.getByRole('button', { name: /废止|修改/ }).count()).toBe(0)
  await reader.look('法规 手机')
  await reader.leave()
})
