import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { openBook } from '../../support/sheets.ts'
import type { Visitor } from './visitor.ts'

/** The batch from what is due to what the bank answers; two people, as everywhere with money. */
export async function payOut(finance: Visitor, chair: Visitor, programme: string): Promise<void> {
  const { page, go, look } = finance
  await go('/payments')
  await page.getByRole('listitem').filter({ hasText: programme }).getByRole('button', { name: /^制批/ }).click()
  await page.getByLabel('批次名称').fill('一批款')
  await page.getByRole('dialog').getByRole('button', { name: '制批', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '一批款' }).waitFor()
  const batch = new URL(page.url()).pathname.replace('/workbench', '')
  expect(await page.getByRole('button', { name: '审批', exact: true }).count(), 'not by who made it').toBe(0)
  await chair.go(batch)
  await chair.page.getByRole('button', { name: '审批', exact: true }).click()
  await chair.page.getByLabel('我与名单上的人没有亲属等利害关系').check()
  await chair.page.getByRole('dialog').getByRole('button', { name: '审批', exact: true }).click()
  await chair.page.locator('.head').getByText('已审批').waitFor()
  await page.reload()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出发放表', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '导出发放表', exact: true }).click()
  const book = await openBook(readFileSync(await (await coming).path()))
  const sheet = book.getWorksheet('发放表')
  sheet?.eachRow((row, at) => {
    if (at > 1) row.getCell(7).value = '成功'
  })
  await page.getByLabel('回单文件').setInputFiles({
    name: '回单.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  })
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.locator('.head').getByText('已结清').waitFor({ timeout: 30_000 })
  await look('结清的一批')
}
