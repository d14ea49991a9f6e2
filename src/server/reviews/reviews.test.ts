import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { linesOf, partsOf } from '../../../test/support/docx.ts'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import type { DrawnReview, ReviewPiece } from '../../core/api/reviews.ts'
import type { Count } from '../../core/count.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { type Service, services } from '../../core/service.ts'
import { onDuty } from '../database/actor.ts'
import { knownMeasures } from '../figures/catalogue.ts'
import { foldOnce } from '../ledger/fold.ts'
import { postCounts } from '../ledger/post.ts'
import { verifyReleases } from '../releases/verify-release.ts'
import { annualTemplate } from './annual-template.ts'
import { serviceLeads } from './service-leads.ts'

const house = await makeHouse()
let statements = 0
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  statements++
  return query.apply(this, given)
} as typeof pg.Client.prototype.query
const { call, appPool } = house
let maker: Signed
let chair: Signed
let village: Signed
const period = { from: '2025-01-01', to: '2025-12-31' }

async function record(programme: string, kind: string, org: OrgCode, counts: Count[]): Promise<void> {
  const id = v7()
  await onDuty(appPool, 'load', async (tx) => {
    await tx.rows(sql`INSERT INTO records (area, kind, id, programme, version, org, ledger_org, title, state, on_date, sealed)
      VALUES (${areaOf(org)}, ${kind}, ${id}, ${programme}, 1, ${org}, ${org}, '一场', 'held', '2025-03-05', ${programme === 'mediation'})`)
    await postCounts(tx, { record: id, action: v7(), post: undefined, org }, counts)
  })
}
const story = (key: string, on: string, value: number): Count =>
  ({ measure: `family-story.${key}`, on, value, grade: 'A' }) as Count

beforeAll(async () => {
  maker = await house.signIn('statistician', orgs.region)
  chair = await house.signIn('chair', orgs.region)
  village = await house.signIn('chair', orgs.village)
  await record('family-story', 'activity', orgs.village, [
    story('sessions', '2025-03-05', 88_123),
    story('attendances', '2025-03-05', 8_801_234),
    story('sessions', '2024-03-05', 80_000),
  ])
  for (let i = 0; i < 7; i++)
    await record('mediation', 'case', orgs.otherBanner, [
      { measure: 'mediation.settled', on: '2025-05-06', value: 1, grade: 'A' },
    ])
  await record('mediation', 'case', orgs.otherBanner, [
    { measure: 'mediation.accepted', on: '2025-05-06', value: 1, grade: 'A' },
  ])
  await foldOnce(appPool)
})

const begin = async (who: Signed, more: object = {}) =>
  call(who, 'POST', '/reviews', { id: v7(), title: '2025年工作综述', ...period, ...more })
const draw = async (who: Signed, id: string): Promise<DrawnReview> =>
  (await call(who, 'GET', `/reviews/${id}/preview`)).body
const textOf = (pieces: readonly ReviewPiece[]) => pieces.map(({ text }) => text).join('')
const allText = (drawn: DrawnReview) =>
  drawn.blocks.map((b) => ('pieces' in b ? textOf(b.pieces) : 'text' in b ? b.text : '')).join('\n')
const approved = async (more: object = {}) => {
  const { body } = await begin(maker, more)
  const asked = await call(maker, 'POST', `/reviews/${body.id}/submit`, { version: 1 })
  expect(asked.status, asked.raw.body).toBe(200)
  const sealed = await call(chair, 'POST', `/reviews/${body.id}/decide`, { approve: true })
  expect(sealed.status, sealed.raw.body).toBe(200)
  return sealed.body
}

describe('a review', () => {
  test('begins with the annual template, every service with its paragraph, every number with its figure', async () => {
    const { body } = await begin(maker)
    expect(body).toMatchObject({ state: 'draft', version: 1, template: annualTemplate, release: null })
    const drawn = await draw(maker, body.id)
    const headings = drawn.blocks.flatMap((b) => (b.block === 'heading' ? [b.text.replace(/^.*、/, '')] : []))
    const counted = (Object.keys(services) as Service[]).filter((id) =>
      knownMeasures(orgs.region).some(({ programme }) => programme.service === id),
    )
    expect(headings.filter((text) => Object.values(services).some(({ zh }) => zh === text))).toEqual(
      counted.map((id) => services[id].zh),
    )
    for (const id of counted) expect(allText(drawn)).toContain(serviceLeads[id])
    const text = allText(drawn)
    expect(text).toContain('家风故事分享会：场次8.8万余场（比上年同期增长10.2%），参加人次880万余人次。')
    for (const block of drawn.blocks)
      for (const piece of 'pieces' in block ? block.pieces : [])
        if (piece.figure === undefined)
          expect(piece.text.replace(/\d{1,4}(?=年|月|日|[—-])/gu, ''), piece.text).not.toMatch(/\d/)
    const [bars] = drawn.blocks.filter((b) => b.block === 'chart')
    expect(bars).toMatchObject({ unit: '场', bars: [{ label: '试盟', value: 88_123, text: '88,123' }] })
  })

  test('leaves out what may not leave the house, says which, and releases the rest', async () => {
    const { body } = await begin(maker)
    const drawn = await draw(maker, body.id)
    expect(drawn.figures.map(({ measure }) => measure)).not.toContain('mediation.accepted')
    expect(drawn.closed, 'that it is few is not said either').toEqual([])
    expect(drawn.figures.some(({ measure, value }) => measure === 'mediation.settled' && value === 7)).toBe(true)
    const league = await house.signIn('statistician', orgs.league)
    const below = (await begin(league)).body
    const seen = await draw(league, below.id)
    expect(seen.figures.map(({ measure }) => measure).filter((m) => m.startsWith('mediation.'))).toEqual([])
    expect(seen.closed).toContain('婚姻家庭纠纷调解·化解')
    expect((await call(league, 'POST', `/reviews/${below.id}/submit`, { version: 1 })).body.state).toBe('asked')
  })

  test('is drafted, submitted, returned, saved anew, approved by another, and its numbers are a release', async () => {
    const { body } = await begin(maker)
    const path = `/reviews/${body.id}`
    expect((await call(village, 'GET', path)).status, 'a draft is its own organisation’s').toBe(404)
    expect((await call(village, 'GET', `${path}/preview`)).status).toBe(404)
    const asked = (await call(maker, 'POST', `${path}/submit`, { version: 1 })).body
    expect(asked).toMatchObject({ state: 'asked', abilities: { edit: { allowed: false } } })
    expect((await call(maker, 'POST', `${path}/decide`, { approve: true })).body.code).toBe('not-allowed')
    expect((await call(chair, 'POST', `${path}/decide`, { approve: false })).body.code).toBe('reason-needed')
    const back = (await call(chair, 'POST', `${path}/decide`, { approve: false, reason: '期间不对' })).body
    expect(back).toMatchObject({ state: 'returned', reason: '期间不对' })
    expect((await call(maker, 'POST', `${path}/submit`, { version: 1 })).body.code).toBe('review-not-draft')
    const text = {
      title: '改过的综述',
      ...period,
      template: '# 改过\n\n共{{ "family-story.sessions" | figure: "近" }}。',
    }
    expect((await call(maker, 'PUT', path, { ...text, version: 3 })).body.code).toBe('stale-edit')
    expect((await call(village, 'PUT', path, { ...text, version: 1 })).status).toBe(404)
    const saved = (await call(maker, 'PUT', path, { ...text, version: 1 })).body
    expect(saved).toMatchObject({ state: 'draft', version: 2, title: '改过的综述' })
    expect(allText(await draw(maker, body.id))).toContain('共近8.9万场。')
    await call(maker, 'POST', `${path}/submit`, { version: 2 })
    const sealed = (await call(chair, 'POST', `${path}/decide`, { approve: true })).body
    expect(sealed.state).toBe('sealed')
    expect(sealed.number).toMatch(/^FB-150000-\d{4}-\d{5}$/)
    const release = (await call(village, 'GET', `/releases/${sealed.release.id}`)).body
    expect(release.note).toContain(sealed.sha256)
    expect(release.figures).toMatchObject([
      { measure: 'family-story.sessions', value: 88_123, trace: `${sealed.number}-01` },
    ])
    const seen = (await call(village, 'GET', `${path}/preview`)).body
    expect(seen.figures[0].trace).toBe(`${sealed.number}-01`)
    expect((await call(village, 'GET', path)).body).toMatchObject({
      state: 'sealed',
      abilities: { edit: { allowed: false } },
    })
    // A later version supersedes the release of the one before.
    await call(maker, 'PUT', path, { ...text, version: 2 })
    expect((await call(village, 'GET', path)).body, 'others see what was approved').toMatchObject({
      version: 2,
      state: 'sealed',
    })
    await call(maker, 'POST', `${path}/submit`, { version: 3 })
    const again = (await call(chair, 'POST', `${path}/decide`, { approve: true })).body
    expect((await call(village, 'GET', `/releases/${sealed.release.id}`)).body.superseded.number).toBe(again.number)
    const gone = (await call(chair, 'POST', `${path}/withdraw`, { reason: '口径有误' })).body
    expect(gone).toMatchObject({ state: 'withdrawn', reason: '口径有误' })
  })

  test('nobody approves her own; others make none; the same id begins once', async () => {
    const { body } = await begin(chair)
    await call(chair, 'POST', `/reviews/${body.id}/submit`, { version: 1 })
    const own = (await call(chair, 'GET', `/reviews/${body.id}`)).body
    expect(own.abilities.decide).toEqual({ allowed: false, why: 'second-person' })
    expect((await call(chair, 'POST', `/reviews/${body.id}/decide`, { approve: true })).body.code).toBe('second-person')
    const family = await house.signIn('family', orgs.region)
    expect((await begin(family)).body.code).toBe('not-allowed')
    const id = v7()
    await begin(maker, { id })
    expect((await begin(maker, { id })).body.version).toBe(1)
    expect((await begin(maker, { id, title: '别的' })).body.code).toBe('action-reused')
    expect((await begin(maker, { from: '2099-01-01', to: '2099-12-31' })).body.code).toBe('period-wrong')
    expect((await call(maker, 'GET', '/reviews?limit=2')).body).toMatchObject({ mayMake: true })
  })

  test.each([
    ['{{ "a.b" | figure }}', 'review-measure-unknown'],
    ['{{ "nothing" | service }}', 'review-measure-unknown'],
    ['一行\n{{ "family-story.sessions" | nothing }}', 'review-template-wrong'],
    ['{% for i in (1..100000000) %}{{ i }}{% endfor %}', 'review-template-wrong'],
    ['{% include "/etc/passwd" %}', 'review-template-wrong'],
    ['{% render "x" %}', 'review-template-wrong'],
    ['{{ title.constructor.constructor }}', 'review-template-wrong'],
    ['{% if %}', 'review-template-wrong'],
  ])('a template that cannot be read is refused in words: %s', async (template, code) => {
    const answer = await begin(maker, { template })
    expect(answer.body.code, answer.raw.body).toBe(code)
  })

  test('a text without a number is not submitted', async () => {
    const { body } = await begin(maker, { template: '只有话。' })
    expect((await call(maker, 'POST', `/reviews/${body.id}/submit`, { version: 1 })).body.code).toBe(
      'review-no-figures',
    )
  })
})

const golden = `# {{ title }}

{{ period }}，{{ org }}举办家风故事分享会{{ "family-story.sessions" | figure }}，{{ "family-story.sessions" | change }}，参加{{ "family-story.attendances" | figure: "超" }}。

## 一、表和图

- 调成{{ "mediation.settled" | figure }}
{{ "family-story.sessions" | chart }}
{{ "family-story.sessions, family-story.attendances" | table }}

### 小节

完。`

test('the golden Word file, read back word by word: layout, numbers with their marks, chart, trace appendix', async () => {
  const sealed = await approved({ template: golden, title: '2025年综述' })
  const file = await call(village, 'GET', `/reviews/${sealed.id}/file`)
  expect(decodeURIComponent(String(file.raw.headers['content-disposition']))).toContain(
    `2025年综述 ${sealed.number}.docx`,
  )
  const bytes = file.raw.rawPayload
  const today = (await draw(village, sealed.id)).asOf
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(today))
  const [y, m, d] = day.split('-').map(Number)
  const trace = (n: number) => `${sealed.number}-0${n}`
  const lines = await linesOf(bytes)
  const line = (n: number, measure: string, value: string, org: string, days: string, grade = '甲') => [
    String(n),
    measure,
    value,
    org,
    days,
    day,
    grade,
    trace(n),
  ]
  expect(lines).toEqual([
    '2025年综述',
    '2025年，试区妇联举办家风故事分享会8.8万余场1，比上年同期增长10.2%2，参加超880万人次3。',
    '一、表和图',
    '——调成7件4',
    '指标',
    '单位',
    '本期',
    '上年同期',
    '增减',
    '家风故事分享会·场次',
    '场',
    '88,123',
    '80,000',
    '增长10.2%',
    '家风故事分享会·参加人次',
    '人次',
    '8,801,234',
    '0',
    '—',
    '小节',
    '完。',
    '试区妇联',
    `${y}年${m}月${d}日`,
    '附件　数字追溯表',
    `正文中数字右上角的小字是本表序号。数字按${y}年${m}月${d}日的台账计算，发布号 ${sealed.number}，凭追溯码可在“公开数字”页打开。`,
    `正文校验值 SHA-256：${sealed.sha256}。`,
    '序号',
    '指标',
    '数',
    '组织',
    '期间',
    '截至',
    '凭证',
    '追溯码',
    ...line(1, '家风故事分享会·场次', '88,123场', '试区妇联', '2025年'),
    ...line(2, '家风故事分享会·场次', '80,000场', '试区妇联', '2024年'),
    ...line(3, '家风故事分享会·参加人次', '8,801,234人次', '试区妇联', '2025年'),
    ...line(4, '婚姻家庭纠纷调解·化解', '7件', '试区妇联', '2025年', '—'),
    ...line(5, '家风故事分享会·场次', '88,123场', '试盟妇联', '2025年'),
    ...line(6, '家风故事分享会·参加人次', '0人次', '试区妇联', '2024年', '—'),
  ])
  const parts = await partsOf(bytes)
  const chart = parts['word/charts/chart1.xml'] ?? ''
  expect([...chart.matchAll(/<c:v>([^<]*)<\/c:v>/gu)].map((match) => match[1])).toEqual(['场', '试盟', '88123'])
  expect(parts['word/_rels/document.xml.rels']).toContain('Id="rId5"')
  expect(parts['[Content_Types].xml']).toContain('/word/charts/chart1.xml')
  expect(parts['word/document.xml']).toMatch(/w:top="2098".*/)
  expect(parts['word/document.xml']).toContain('descr="各地家风故事分享会场次：试盟88123场"')
  expect(Object.values(parts).join('')).not.toMatch(/statistician|chair-/)
})

test('the public page shows approved reviews only, each number leading to its line of the release', async () => {
  const sealed = await approved({ template: golden, title: '公开的 <综述>' })
  const waiting = (await begin(maker, { title: '没有批的综述' })).body
  const get = (path: string, headers = {}) => house.app.inject({ url: path, headers })
  const list = await get('/reviews')
  expect(list.headers['cache-control']).toBe('public, max-age=300')
  expect(list.body).toContain('公开的 &#60;综述&#62;')
  expect(list.body).not.toContain(waiting.title)
  const page = await get(`/reviews/${sealed.number}`)
  expect(page.body).toContain(`<a class="n" href="/figures/${sealed.number}#${sealed.number}-01">8.8万余场</a>`)
  expect(page.body).toContain(sealed.sha256)
  expect(page.body).not.toContain(maker.actor.displayName)
  expect(page.body).not.toMatch(/<script/i)
  expect((await get(`/figures/${sealed.number}`)).body).toContain(`id="${sealed.number}-01"`)
  const file = await get(`/reviews/${sealed.number}.docx`)
  expect((await linesOf(file.rawPayload))[0]).toBe('公开的 <综述>')
  expect((await get(`/reviews/${sealed.number}`, { 'accept-language': 'en' })).body).toContain('in Chinese only')
  for (const path of ['/reviews/FB-1', '/reviews/..%2f', `/reviews/${waiting.id}`, '/reviews/FB-150000-2026-99999'])
    expect((await get(path)).statusCode, path).toBe(404)
  await call(chair, 'POST', `/reviews/${sealed.id}/withdraw`, { reason: '有误' })
  expect((await get(`/reviews/${sealed.number}`)).body).toContain('已撤回：有误')
})

test('a sealed text that was touched is found by verify', async () => {
  const sealed = await approved({ template: golden, title: '要核对的综述' })
  const verify = async () => {
    const found: string[] = []
    await onDuty(appPool, 'verify', (tx) =>
      verifyReleases(
        tx,
        house.house.secrets.dataKey,
        (layer, where) => found.push(`${layer} ${where}`),
        sql`r.number = ${sealed.number}`,
      ),
    )
    return found
  }
  expect(await verify()).toEqual([])
  await house.ownerPool.query('ALTER TABLE review_versions DISABLE ROW LEVEL SECURITY')
  await house.ownerPool.query(
    "UPDATE review_versions SET document = jsonb_set(document, '{blocks,0,text}', '\"改\"') WHERE release = $1",
    [sealed.release.id],
  )
  await house.ownerPool.query('ALTER TABLE review_versions ENABLE ROW LEVEL SECURITY')
  expect(await verify()).toEqual([`release ${sealed.number} text`])
})

test('how many statements a preview takes does not grow with its numbers', async () => {
  const { id } = (await begin(maker)).body
  const one = (await begin(maker, { template: '{{ "family-story.sessions" | figure }}' })).body.id
  const count = async (which: string) => {
    statements = 0
    await draw(maker, which)
    return statements
  }
  const few = await count(one)
  expect(few).toBeGreaterThan(3)
  // The organisations below, for the chart, and persons, of whom the one number is none.
  expect(await count(id)).toBeLessThanOrEqual(few + 2)
})
