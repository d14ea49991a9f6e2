import type { Locator, Page } from 'playwright-core'
import { settle } from './visitor.ts'

/** The button of a step, unfolded when it waits under “more”. */
export async function stepButton(page: Page, name: string): Promise<Locator> {
  await settle(page)
  const button = page.getByRole('button', { name, exact: true })
  if (!(await button.first().isVisible())) await page.getByRole('button', { name: /^其他可办的/ }).click()
  return button
}

/** Takes a step of the procedure: opens it, fills in what it asks, sends it. */
export async function step(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  await (await stepButton(page, name)).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.last().getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** A step that gives its reason. */
export const because = (words: string) => (dialog: Locator) => dialog.getByLabel('原因', { exact: true }).fill(words)

/** Answers a group of a form: what is asked, and which of the answers. */
export const pick = (dialog: Locator, asked: string | RegExp, answer: string) =>
  dialog.getByRole('group', { name: asked }).getByLabel(answer, { exact: true }).check()

/** Chooses what is found first by typing its name; whom a list shows as 王* is found by the whole name too. */
export async function seek(page: Page, input: Locator, text: string): Promise<void> {
  await input.fill(text)
  await settle(page)
  await page.getByRole('listbox').getByRole('option').filter({ hasNotText: '登记新人' }).first().click()
}

/** Registers somebody on the way, where a form asks for a person. */
export async function registerNew(
  page: Page,
  input: Locator,
  person: { name: string; gender: '女' | '男'; born: string },
): Promise<Locator> {
  await input.fill(person.name)
  await page.getByRole('option', { name: `登记新人“${person.name}”` }).click()
  const dialog = page.getByRole('dialog').last()
  await dialog.getByLabel(person.gender, { exact: true }).check()
  await dialog.getByLabel('出生日期').fill(person.born)
  await dialog.getByLabel('本人口头同意登记建档').check()
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  return dialog
}
