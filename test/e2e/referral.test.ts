import type { Browser, Locator } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { serveHouse } from '../support/served.ts'
import { dayAfter, today, turnTo } from './support/house-clock.ts'
import { because, pick, seek, step, stepButton } from './support/steps.ts'
import { arriveIn, nothingFor, type screens, settle, type Visitor } from './support/visitor.ts'

const { address, remind } = await serveHouse()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const arrive = (name: string, screen: keyof typeof screens) => arriveIn(browser, address, name, screen)

const need = '请派出所核实上次出警的记录。'
const ours = '她怕丈夫知道，先不要打家里电话。'

/** Opens a referral: what is asked, and why, which stays with us. */
async function open({ page, go }: Visitor): Promise<string> {
  await go('/records/referral/new')
  await page.getByLabel('请协助办理').check()
  await page.getByLabel(/^填写日期/).fill(today)
  await page.getByLabel(/^为什么要转/).fill(ours)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '请协助办理' }).waitFor()
  return new URL(page.url()).pathname.replace('/workbench', '')
}

/** What she agreed to share: how she is called, and what she needs. */
async function share(dialog: Locator): Promise<void> {
  await pick(dialog, '方式', '转介（我们继续跟进）')
  await pick(dialog, '转给哪类单位', '公安')
  await pick(dialog, '依据', '本人同意')
  await dialog.getByLabel(/^同意的日期/).fill(today)
  await pick(dialog, '怎么同意的', '签字')
  await pick(dialog, '同意告诉对方的内容', '怎么称呼她')
  await pick(dialog, '同意告诉对方的内容', '她需要什么')
  await dialog.getByLabel(/^发给对方：称呼/).fill('小敖')
  await dialog.getByLabel(/^发给对方：需要什么/).fill(need)
}

const sendTo = (sender: Visitor, org: string, due: string) => async (dialog: Locator) => {
  await seek(sender.page, dialog.getByLabel(/^收件单位/), org)
  await dialog.getByLabel(/^请对方哪天前答复/).fill(due)
}

test('a referral there and back: only what she agreed to goes over, it is returned, sent again, answered, and she is told', {
  timeout: 360_000,
}, async () => {
  const sender = await arrive('lixiaomei', 'desktop')
  const police = await arrive('gongan', 'phone')
  const strangers = [
    await arrive('fayuan', 'desktop'),
    await arrive('alashan', 'phone'),
    await arrive('youqi', 'desktop'),
  ]
  const { page, look } = sender
  const path = await open(sender)
  // The one thing to do next is said; sending waits for it.
  expect(await page.getByRole('button', { name: '发出', exact: true }).isDisabled()).toBe(true)
  await page.getByText(/发出：还差.*写明要告诉对方的内容/).waitFor()
  await look('转介 待发出')
  await step(page, '填写要告诉对方的内容', async (dialog) => {
    await share(dialog)
    // Written, but not agreed to: it does not go.
    await dialog.getByLabel(/安全的联系时间和方式/).fill('中午打单位电话')
    await dialog.getByRole('button', { name: '填写要告诉对方的内容', exact: true }).click()
    await dialog.getByRole('alert').filter({ hasText: '她同意' }).waitFor()
    await look('转介 没同意的不发')
    await dialog.getByLabel(/安全的联系时间和方式/).fill('')
  })
  await step(page, '发出', sendTo(sender, '左旗公安', dayAfter(15)))
  await page.getByText('已发出', { exact: true }).first().waitFor()
  await look('转介 已发出')
  await nothingFor(strangers, path, /派出所|家里电话/)

  await police.go('/records/referral')
  await police.look('协作单位的转介')
  await police.page.locator('.row-title a').first().click()
  await police.page.getByText(/转来。这里只有对方发来的内容/).waitFor()
  await police.look('协作单位看到的一件')
  const shown = (await police.page.locator('body').textContent()) ?? ''
  expect(shown).not.toContain(ours)
  expect(shown).not.toMatch(/为什么要转|中午打/)
  const sent = await (await police.page.request.get(`/api/v1${path}`)).json()
  expect(JSON.stringify(sent)).not.toMatch(/reason":"她|家里电话|中午打/)
  await step(police.page, '收到了')
  await step(police.page, '退回', because('缺出警日期，补上再转。'))
  await police.look('退回之后')

  await sender.go(path)
  await page.getByText('被退回', { exact: true }).first().waitFor()
  await page
    .getByText(/缺出警日期/)
    .first()
    .waitFor()
  await look('转介 被退回')
  await step(page, '发出', async (dialog) => {
    // Whom it went to is there already, by name.
    await dialog.getByText('左旗公安', { exact: false }).first().waitFor()
    await dialog.getByLabel(/^请对方哪天前答复/).fill(dayAfter(17))
  })
  await police.go(path)
  await step(police.page, '接办')
  await step(police.page, '答复', async (dialog) => {
    await pick(dialog, '办理结果', '已解决')
    await dialog.getByLabel(/^答复内容/).fill('记录已核实，出警回执可到所里取。')
  })
  await sender.go(path)
  await page.getByText('已答复', { exact: true }).first().waitFor()
  await look('转介 已答复')
  await step(page, '已告知本人，了结')
  await page.getByText('已了结', { exact: true }).first().waitFor()
  await nothingFor(strangers, path, /派出所|家里电话/)

  // A second one nobody answers: after its day both are told, and the sender may urge by letter.
  const late = await open(sender)
  await step(page, '填写要告诉对方的内容', share)
  await step(page, '发出', sendTo(sender, '左旗公安', dayAfter(7)))
  await settle(page)
  expect(await page.getByRole('button', { name: '督促处理', exact: true }).count(), 'not before its day').toBe(0)
  turnTo(dayAfter(9))
  await remind()
  await police.go('/todos')
  await police.page.getByText('答复转介').first().waitFor()
  await police.look('协作单位的待办')
  await sender.go(late)
  await step(page, '督促处理')
  await page.getByRole('link', { name: /^督促处理意见书 DC-/ }).waitFor()
  await look('转介 督促')
  for (const one of [sender, police, ...strangers]) await one.leave()
})

test('a case handed over whole is the other federation’s: who sent it sees it no more', {
  timeout: 180_000,
}, async () => {
  const sender = await arrive('lixiaomei', 'desktop')
  const receiver = await arrive('youqi', 'desktop')
  const { page, go } = sender
  const id = v7()
  const answers = {
    ...{ topic: 'service', receivedOn: today, channel: 'visit', category: 'family' },
    narrative: '她已经搬到右旗居住，想在那边继续办。',
  }
  const made = await page.request.post('/api/v1/records/rights-case', {
    headers: { 'x-niangjia-request': '1' },
    data: { id, actionId: v7(), answers },
  })
  expect(made.ok(), await made.text()).toBe(true)
  const path = `/records/rights-case/${id}`
  await nothingFor([receiver], path, /派出所|家里电话/)
  await go(path)
  await (await stepButton(page, '整件移交另一妇联')).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('移交后您就看不到了').waitFor()
  await seek(page, dialog.getByLabel(/^移交给/), '阿拉善右旗妇联')
  await because('她搬到右旗了')(dialog)
  await sender.look('移交')
  await dialog.getByRole('button', { name: '整件移交另一妇联', exact: true }).click()
  await page.getByText('已移交阿拉善右旗妇联').waitFor()
  await sender.look('已移交')
  await nothingFor([sender], path, /派出所|家里电话/)
  await receiver.go(path)
  await receiver.page.getByRole('heading', { level: 1, name: '权益服务事项' }).waitFor()
  await receiver.look('接到的个案')
  for (const one of [sender, receiver]) await one.leave()
})
