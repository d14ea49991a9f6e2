import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { addCalendarDays, todayInShanghai } from '../../core/day.ts'

const house = await makeHouse()
const { call } = house
const today = todayInShanghai(new Date())
const ago = (days: number) => addCalendarDays(today, -days)
const township = await house.signIn('chair', orgs.township)
const family = await house.signIn('family', orgs.banner)
const chair = await house.signIn('chair', orgs.banner)
const development = await house.signIn('development', orgs.banner)
const insider = await house.signIn('guide', orgs.banner)
const author = '试作者'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let panel: number
let experts: readonly Signed[]
beforeAll(async () => {
  const made = await call(chair, 'POST', '/orgs', {
    id: v7(),
    under: orgs.banner,
    kind: 'partner',
    agency: 'education',
    name: '东旗教育局',
    on: today,
  })
  panel = made.body.code
  experts = await Promise.all((['partner', 'guide', 'lawyer'] as const).map((role) => house.signIn(role, panel)))
})

const create = (who: Signed, programme: string, answers: object, id = v7()) =>
  call(who, 'POST', `/records/${programme}`, { id, actionId: v7(), answers })
const make = async (who: Signed, programme: string, answers: object) => {
  const id = v7()
  const made = await create(who, programme, answers, id)
  expect(made.status, made.raw.body).toBe(200)
  return { id, path: `/records/${programme}/${id}` }
}
const act = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const { body } = await call(who, 'GET', path)
  const content = { actionId: v7(), revision: body.revision ?? 1, answers, reason: '引用政策原文，已注明出处' }
  return call(who, 'POST', `${path}/actions/${action}`, content)
}
const done = async (who: Signed, path: string, action: string, answers: object = {}) => {
  const acted = await act(who, path, action, answers)
  expect(acted.status, `${action}: ${acted.raw.body}`).toBe(200)
  return acted.body
}
const attach = async (who: Signed, path: string, name: string, forReceiver: boolean) => {
  const form = new FormData()
  form.set('id', v7())
  form.set('forReceiver', String(forReceiver))
  form.set('file', new Blob([png], { type: 'image/png' }), name)
  const raw = await house.app.inject({
    method: 'POST',
    url: `/api/v1${path}/attachments`,
    headers: who.headers,
    payload: form,
  })
  expect(raw.statusCode, raw.body).toBe(200)
  return raw.json().id as string
}
const criteria = [{ criterion: 'truth', weight: 100 }]
const text = (similarity: number, similarityLimit = 20) => ({
  similarity,
  similarityLimit,
  checkService: '外部查重服务',
  checkedOn: today,
})

async function submittedEssay(): Promise<{ id: string; path: string }> {
  const selection = await make(family, 'honour-call', {
    title: '家国同行征文',
    honour: 'essay',
    level: 'banner',
    opensOn: ago(30),
    closesOn: addCalendarDays(today, 30),
    criteria,
    noticeDays: 5,
    similarityLimit: 20,
    conditions: '原创，未发表。',
  })
  await done(chair, selection.path, 'publish')
  const entry = await make(township, 'contest-entry', {
    call: selection.id,
    level: 'banner',
    nominatedOn: ago(5),
    path: 'self',
    nominator: '南镇文联',
    short: '走访几户人家，写她们怎样互相帮着过日子。',
    honour: 'essay',
    work: '草原上的家书',
    entrant: await house.addPerson(orgs.township, author),
    age: 'none',
    original: true,
    school: '南镇中学',
    consent: true,
  })
  await done(township, entry.path, 'submit')
  return entry
}
const copyOf = (entry: { id: string }) => ({
  work: '草原上的家书',
  preparedOn: today,
  entry: entry.id,
  level: 'banner',
  abstract: '以走访所见说明邻里互助。',
  words: '正文，不含作者和单位。',
  criteria,
})

test('the limit is the call’s; above it nothing goes to the judges before another person gave a reason', async () => {
  const { path } = await submittedEssay()
  expect((await act(family, path, 'sendBlind')).body.code).toBe('needs-unmet')
  expect((await act(family, path, 'checkText', text(30, 40))).body.code).toBe('limit-differs')
  await done(family, path, 'checkText', text(30))
  expect((await act(family, path, 'sendBlind')).body.code).toBe('needs-unmet')
  expect((await act(family, path, 'passAnyway')).body.code).toBe('second-person')
  expect((await act(township, path, 'passAnyway')).body.code).toBe('second-person')
  expect((await call(family, 'GET', path)).body.abilities.actions.map((a: { id: string }) => a.id)).not.toContain(
    'openJury',
  )
  await done(chair, path, 'passAnyway')
  await done(family, path, 'sendBlind')
})

test('judges from outside read a copy in which nothing tells who wrote it, where, or who sent it in', async () => {
  const entry = await submittedEssay()
  expect((await create(family, 'essay-review', copyOf(entry))).status).toBeGreaterThanOrEqual(400)
  await done(family, entry.path, 'checkText', text(8))
  await done(family, entry.path, 'sendBlind')
  expect((await create(township, 'essay-review', copyOf(entry))).body.code).toBe('blind-copy-elsewhere')
  expect((await create(family, 'essay-review', { ...copyOf(entry), level: 'league' })).body.code).toBe(
    'blind-copy-elsewhere',
  )
  const review = await make(family, 'essay-review', copyOf(entry))
  const meant = await attach(family, review.path, `${author}-南镇中学.png`, true)
  await attach(family, review.path, `${author}-查重报告.png`, false)
  const sending = { panel, nameless: true, invited: true }
  expect((await act(family, review.path, 'send', sending)).body.code).toBe('second-person')
  expect((await act(chair, review.path, 'send', { ...sending, panel: orgs.township })).body.code).toBe(
    'panel-of-the-author',
  )
  await done(chair, review.path, 'send', sending)
  // After somebody read it through nothing more goes to the judges.
  await attach(family, review.path, `${author}-补.png`, true)

  const number = String((await call(family, 'GET', entry.path)).body.number)
  const hidden = [author, '南镇', entry.id, number, String(orgs.township), township.actor.displayName]
  const [first, second, third] = experts as [Signed, Signed, Signed]
  const search = (what: string) => `?q=${encodeURIComponent(what)}`
  const file = `${review.path}/attachments/${meant}?purpose=${encodeURIComponent('评审')}`
  for (const who of experts) {
    const answers = await Promise.all(
      [
        review.path,
        '/records/essay-review',
        `/records/essay-review${search('家书')}`,
        `/records/contest-entry`,
        `/records/contest-entry${search('家书')}`,
        entry.path,
        file,
        `/todos`,
        `/people${search(author)}`,
        `/search${search('家书')}`,
        `/figures?measure=contest-entry.nominated&org=${orgs.banner}&from=${ago(30)}&to=${today}`,
        '/me',
      ].map((path) => call(who, 'GET', path)),
    )
    for (const { raw } of answers) {
      const said = `${JSON.stringify(raw.headers)} ${decodeURIComponent(String(raw.headers['content-disposition'] ?? ''))} ${raw.body}`
      for (const word of hidden) expect(said, `${raw.raw.req.url}: ${word}`).not.toContain(word)
    }
    const [seen, list] = answers
    expect(seen?.body).toMatchObject({ title: '草原上的家书', org: { code: orgs.banner }, history: [], linked: [] })
    expect(Object.keys(seen?.body.answers ?? {}).sort()).toEqual([
      'abstract',
      'criteria',
      'preparedOn',
      'words',
      'work',
    ])
    expect(seen?.body.attachments.map((a: { name: string }) => a.name)).toEqual([`稿件-${meant.slice(-4)}.png`])
    expect(list?.body.items).toHaveLength(1)
    expect(answers[6]?.status).toBe(200)
    expect([200, 403, 404]).toContain(answers[3]?.status)
    expect(answers[3]?.body.items ?? []).toEqual([])
    expect(answers[5]?.status).toBe(404)
    const open = { purpose: '看看', fields: ['entry'] }
    expect((await call(who, 'POST', `${review.path}/open`, open)).body.code).toBe('field-unknown')
  }
  // The keeper's file keeps its name for the keeper; in-house posts are no judges of an essay.
  expect((await call(family, 'GET', review.path)).body.attachments[0].name).toContain(author)
  const marks = (mark: number) => ({ marks: [{ criterion: 'truth', mark }], free: 'free' })
  for (const who of [insider, development])
    expect((await act(who, review.path, 'judge', marks(1))).body.code).toBe('not-allowed')
  expect((await act(insider, entry.path, 'judge', marks(1))).body.code).toBe('needs-unmet')

  await done(first, review.path, 'judge', marks(9))
  expect((await act(first, review.path, 'judge', marks(1))).body.code).toBe('second-person')
  await done(second, review.path, 'judge', marks(6))
  const sheets = async (who: Signed) =>
    (await call(who, 'GET', review.path)).body.history
      .filter((item: { action: string }) => item.action === 'judge')
      .map((item: { answers: { marks?: { mark: number }[] } }) => item.answers.marks?.[0]?.mark ?? null)
  expect(await sheets(first)).toEqual([9, null])
  expect(await sheets(third)).toEqual([null, null])
  expect(await sheets(family)).toEqual([null, null])
  expect((await act(family, review.path, 'closeJury')).body.code).toBe('needs-unmet')
  await done(third, review.path, 'judge', marks(8))
  await done(family, review.path, 'closeJury')
  expect(await sheets(family)).toEqual([9, 6, 8])

  const other = await submittedEssay()
  await done(family, other.path, 'checkText', text(1))
  await done(family, other.path, 'sendBlind')
  expect((await act(family, other.path, 'closeBlind', { review: review.id })).body.code).toBe('review-of-another')
  await done(family, entry.path, 'closeBlind', { review: review.id })
  for (const who of experts) expect((await call(who, 'GET', review.path)).raw.body).not.toContain(entry.id)
})
