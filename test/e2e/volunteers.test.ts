import type { Browser, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCalendarDays } from '../../src/core/day.ts'
import { orgCode } from '../../src/core/org-code.ts'
import { launchBrowser } from '../support/browser.ts'
import { linesOf } from '../support/docx.ts'
import { serveDemo } from '../support/served.ts'
import { today } from './support/evening.ts'
import { figureShown } from './support/figure-page.ts'
import { pick, seek, step } from './support/steps.ts'
import { enter, screens, settle, type Visitor, visit } from './support/visitor.ts'

const address = await serveDemo()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const town = orgCode(152921112000)
// A shift of this half of the day: whenever the journey is made, it is within it.
const [starts, ends] = new Date(Date.now() + 8 * 3_600_000).getUTCHours() < 12 ? ['00:00', '12:00'] : ['12:00', '23:59']

const arrive = async (name: string, screen: keyof typeof screens = 'desktop') => {
  const visitor = await visit(browser, address, screens[screen])
  await enter(visitor, name)
  return visitor
}
const send = async ({ context }: Visitor, method: string, path: string, data: object) => {
  const answer = await context.request.fetch(`/api/v1${path}`, { method, headers: { 'x-niangjia-request': '1' }, data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}
const make = async (visitor: Visitor, programme: string, answers: object) => {
  const id = v7()
  await send(visitor, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
  return `/records/${programme}/${id}`
}
const act = async (visitor: Visitor, path: string, action: string, answers: object = {}) => {
  const { revision } = await (await visitor.context.request.get(`/api/v1${path}`)).json()
  await send(visitor, 'POST', `${path}/actions/${action}`, { actionId: v7(), revision, answers })
}
/** A registered volunteer of the town, by the interface the pages use. */
const volunteer = async (leader: Visitor, chair: Visitor, name: string, phone: string) => {
  const id = v7()
  await send(leader, 'POST', '/people', { id, name, org: town, gender: 'female', birthDate: '1985-05-05', phone })
  const path = await make(leader, 'volunteer', { name, person: id, joinedOn: today })
  await act(chair, path, 'verify')
  return { id, name, phone, path }
}
const minutesOf = async ({ page, go }: Visitor) => {
  await go(`/figures?measure=volunteer-session.minutes&org=${town}&from=${today}&to=${today}`)
  await settle(page)
  return (await figureShown(page)) || 0
}
const placeOf = (page: Page) => new URL(page.url()).pathname.replace('/workbench', '')

test('volunteers from the call to the certificate: checked before children, in and out by phone, hours settled and opened', {
  timeout: 300_000,
}, async () => {
  const leader = await arrive('duizhang')
  const chair = await arrive('jilantai')
  const { page, go, look } = leader

  // The call, published by another person.
  await go('/records/volunteer-project/new')
  await page.getByLabel(/^项目名称/).fill('周末绘本课')
  await page.getByLabel(/^从哪天/).fill(today)
  await page.getByLabel(/^到哪天/).fill(addCalendarDays(today, 60))
  await page.getByLabel(/^地点/).fill('吉兰泰镇儿童之家')
  await pick(page.locator('form'), /^服务类别/, '教育指导')
  await page.getByLabel(/^做什么/).fill('给孩子讲绘本，一起做手工。')
  await page.getByLabel(/^服务谁/).fill('镇上的留守儿童')
  await page
    .getByRole('button', { name: /^(再)?加一/ })
    .first()
    .click()
  await page.getByLabel(/^岗位/).fill('讲故事')
  await page.getByLabel(/^要几个人/).fill('2')
  await pick(page.locator('form'), /^危险/, '没有明显危险')
  await pick(page.locator('form'), /^直接接触孩子/, '是')
  await pick(page.locator('form'), /^服务前要培训/, '和孩子在一起的规矩')
  await pick(page.locator('form'), /^不向服务对象收钱/, '是')
  await look('写一份招募')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '周末绘本课' }).waitFor()
  const project = placeOf(page)
  await chair.go(project)
  await step(chair.page, '审核通过，发布招募')
  const village = await arrive('gacha', 'phone')
  await village.go(project)
  await village.page.getByRole('heading', { level: 1, name: '周末绘本课' }).waitFor()
  expect(await village.page.getByRole('link', { name: '排一个班次' }).count()).toBe(0)
  await village.look('下级看到的招募')

  // A shift with two places, opened to sign-ups.
  await page.reload()
  await page.getByRole('link', { name: '排一个班次' }).click()
  await page.getByLabel(/^做了什么/).fill('绘本课第一讲')
  await page.getByLabel(/^日期/).fill(today)
  await page.getByLabel(/^地点/).fill('吉兰泰镇儿童之家')
  await pick(page.locator('form'), /^服务类别/, '教育指导')
  await pick(page.locator('form'), /^直接接触孩子/, '是')
  await page.getByLabel(/^几点开始/).fill(`${today}T${starts}`)
  await page.getByLabel(/^几点结束/).fill(`${today}T${ends}`)
  await page.getByLabel(/^要几个人/).fill('2')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '绘本课第一讲' }).waitFor()
  const shift = placeOf(page)
  await step(page, '开放报名')

  // Signed up; not accepted before the check and the training.
  const women = [
    await volunteer(leader, chair, '试哈斯其木格', '13800006601'),
    await volunteer(leader, chair, '试乌仁图雅', '13800006602'),
  ]
  const signups = page.getByRole('region', { name: '报名' })
  await seek(page, page.getByLabel('替她报名'), women[0]?.name ?? '')
  await signups.getByRole('row').nth(1).waitFor()
  const told = { way: 'told', appliedOn: today, shift: shift.slice(-36), person: women[1]?.id }
  await make(leader, 'volunteer-signup', told)
  await page.reload()
  await signups.getByText('没有有效查询 · 没有培训').nth(1).waitFor()
  await signups.getByRole('button', { name: /^接受/ }).first().click()
  await signups.getByText('接触孩子的服务，要先有通过了、当天还有效的查询。').waitFor()
  await look('没有查询不能接受')
  const office = await arrive('zhaomin')
  const checks: string[] = []
  for (const { id } of women) {
    const check = await make(office, 'volunteer-check', { why: 'activity', askedOn: today, person: id, agreed: true })
    await act(office, check, 'pass', { checkedBy: '旗公安局', checkedOn: today, validTo: addCalendarDays(today, 200) })
    checks.push(check)
  }
  await office.go(checks[0] ?? '')
  await office.page.getByText('已通过', { exact: true }).first().waitFor()
  await office.look('查询')
  await go(checks[0] ?? '')
  await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  const training = await make(leader, 'volunteer-training', {
    title: '护童课',
    heldOn: today,
    kind: 'children',
    place: '镇里',
    trainer: '王老师',
    lasts: 60,
  })
  await send(leader, 'POST', `${training}/attendance`, {
    actionId: v7(),
    people: women.map(({ id }) => ({ person: id })),
  })
  await act(leader, training, 'hold')
  await go(shift)
  await signups.getByText('都符合').nth(1).waitFor()
  for (const left of ['1 人', '满了']) {
    await signups.getByRole('button', { name: /^接受/ }).first().click()
    await signups
      .locator('.came div')
      .filter({ hasText: `还差${left}` })
      .waitFor()
  }
  await look('接受了')

  // The day: in and out on a phone without script; the second forgets, and is settled with a reason.
  await step(page, '开始')
  await page.getByRole('button', { name: '签到码' }).click()
  const door = new URL((await page.getByRole('dialog').locator('.hint').first().textContent()) ?? '', address).pathname
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  const phone = await visit(browser, address, screens.phone, { javaScriptEnabled: false })
  const tap = async ({ name, phone: number }: { name: string; phone: string }, way: '签到' | '签退') => {
    await phone.page.goto(door)
    await phone.page.getByLabel('姓名').fill(name)
    await phone.page.getByLabel('手机号').fill(number)
    await phone.page.getByRole('button', { name: way, exact: true }).click()
    await phone.page.getByText(`✓ 已${way}`).waitFor()
  }
  const [first, second] = women
  if (!first || !second) throw new Error('two women')
  await tap(first, '签到')
  await tap(second, '签到')
  await tap(first, '签退')
  const eyes = await visit(browser, address, screens.phone)
  await eyes.page.goto(door)
  await eyes.look('签到、签退')
  await page.reload()
  await page.getByText('签到的人都签退了，或由队长补记了时长').first().waitFor()
  await page.getByRole('button', { name: /^补记/ }).nth(1).click()
  await page.getByLabel('服务了多少分钟').fill('95')
  await page.getByRole('dialog').getByLabel('原因').fill('忘了签退，散场时一起走的')
  await look('补记时长')
  await page.getByRole('button', { name: '记上' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const before = await minutesOf(chair)
  await step(page, '开展完了', async (dialog) => {
    await dialog.getByLabel(/^服务人次/).fill('12')
    await pick(dialog, /^怎么数的/, '清点，有签到表')
    await dialog.getByLabel(/^来了几个孩子/).fill('10')
    await dialog.getByLabel(/^其中监护人/).fill('10')
  })
  await look('开展完了')
  await go(project)
  await page.getByRole('region', { name: '班次' }).getByText('2 / 2').waitFor()
  await look('项目和班次')
  await chair.go(shift)
  await step(chair.page, '确认时长')

  // The figure, opened down to the session.
  expect((await minutesOf(chair)) - before).toBe(95)
  await chair.page.getByRole('region', { name: '数字' }).getByRole('button').click()
  await chair.page
    .getByRole('link', { name: /绘本课第一讲/ })
    .first()
    .click()
  await chair.page.getByRole('heading', { level: 1, name: '绘本课第一讲' }).waitFor()

  // The certificate: what she asks for, on paper.
  await chair.go(second.path)
  await step(chair.page, '出具志愿服务记录证明', async (dialog) => {
    await dialog.getByLabel(/时间，从/).fill(addCalendarDays(today, -1))
    await dialog.getByLabel(/时间，到/).fill(today)
    await pick(dialog, /^要写明每次做了什么/, '是')
    await pick(dialog, /^要写身份证号/, '否')
    await dialog.getByLabel(/^负责人/).fill('刘娟')
    await dialog.getByLabel(/^经办人/).fill('马玲')
    await dialog.getByLabel(/^核对电话/).fill('0483-8220000')
  })
  await chair.look('出了证明')
  const { issued } = await (await chair.context.request.get(`/api/v1${second.path}/documents`)).json()
  const file = await chair.context.request.get(
    `/api/v1/documents/${issued[0].id}/file?purpose=${encodeURIComponent('交给本人')}`,
  )
  const words = (await linesOf(Buffer.from(await file.body()))).join('\n')
  for (const said of [
    '志愿服务记录证明',
    issued[0].number,
    second.name,
    '1 小时 35 分钟',
    '绘本课第一讲',
    '刘娟',
    '马玲',
  ])
    expect(words).toContain(said)

  // Who has no part in it sees nothing of it.
  const publicity = await arrive('tuya')
  for (const path of [project, shift, second.path]) {
    await publicity.go(path)
    await publicity.page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  }
  for (const one of [leader, chair, village, office, phone, eyes, publicity]) await one.leave()
})
