import type { Page } from 'playwright-core'

/** The number a figure page is about; undefined when it is nothing that opens (0 or hidden). */
export async function figureShown(page: Page): Promise<number> {
  const text = await page
    .getByRole('region', { name: /^(数字|The figure)$/ })
    .locator('.big')
    .textContent()
  return numberOf(text ?? '')
}

/** The table by organisation: its rows as shown, and the total below them. */
export async function tableShown(page: Page): Promise<{ rows: [name: string, value: number][]; total: number }> {
  await page.locator('table.kids tfoot').waitFor()
  const rows = await page
    .locator('table.kids tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [row.querySelector('.org')?.textContent ?? '', row.querySelector('td.r')?.textContent ?? '']),
    )
  const total = await page.locator('table.kids tfoot td.r').first().textContent()
  return { rows: rows.map(([name = '', value = '']) => [name, numberOf(value)]), total: numberOf(total ?? '') }
}

export const numberOf = (text: string) => Number(text.replaceAll(/[^\d.-]/g, '') || 'NaN')
