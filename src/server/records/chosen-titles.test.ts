import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makeHouse, orgs, type Signed } from '../../../test/support/house.ts'
import { recordsOf } from '../../../test/support/records.ts'
import { openBook } from '../../../test/support/sheets.ts'
import { todayInShanghai } from '../../core/day.ts'

const house = await makeHouse()
const today = todayInShanghai(new Date())
const chair = await house.signIn('chair', orgs.banner)
const rights = await house.signIn('rights', orgs.banner)
const inEnglish = ({ headers }: Signed) => ({ headers: { ...headers, 'accept-language': 'en' } })

const get = async (who: Pick<Signed, 'headers'>, path: string) => {
  const answer = await house.call(who, 'GET', path)
  expect(answer.status, answer.raw.body).toBe(200)
  return answer.body
}
const { put } = recordsOf(house)
const titles = (page: { items: { title: string }[] }) => page.items.map(({ title }) => title)

const asked = (topic: string) => put(rights, 'legal-advice', { topic, askedOn: today, question: '她想问怎么办才好' })
const family = await asked('family')
await asked('land')

test('a title that was chosen is read in the reader’s language: list, page, to-dos', async () => {
  expect(titles(await get(rights, '/records/legal-advice')).sort()).toEqual(['土地草场', '婚姻家庭'])
  expect(titles(await get(inEnglish(rights), '/records/legal-advice')).sort()).toEqual([
    'Land and pasture',
    'Marriage and family',
  ])
  expect((await get(rights, family.path)).title).toBe('婚姻家庭')
  expect((await get(inEnglish(rights), family.path)).title).toBe('Marriage and family')
  const details = async (who: Pick<Signed, 'headers'>) =>
    Object.values<{ detail: string }[] | { items: { detail: string }[] }>(await get(who, '/todos?all=true'))
      .flatMap((part) => (Array.isArray(part) ? part : part.items))
      .map(({ detail }) => detail.split(' · ')[0])
      .sort()
  expect(await details(rights)).toEqual(['土地草场', '婚姻家庭'])
  expect(await details(inEnglish(rights))).toEqual(['Land and pasture', 'Marriage and family'])
})

test('she finds it by the words she reads', async () => {
  const found = async (who: Pick<Signed, 'headers'>, q: string) =>
    titles(await get(who, `/records/legal-advice?q=${encodeURIComponent(q)}`))
  expect(await found(inEnglish(rights), 'MARRIAGE')).toEqual(['Marriage and family'])
  expect(await found(inEnglish(rights), '婚姻')).toEqual(['Marriage and family'])
  expect(await found(rights, '婚姻')).toEqual(['婚姻家庭'])
  expect(await found(rights, 'marriage')).toEqual([])
  expect(await found(inEnglish(rights), 'employment')).toEqual([])
})

test('so do the agenda, what opens under a figure, and an export', async () => {
  const visitor = await house.addPerson(orgs.banner, '其其格')
  const visit = await put(chair, 'committee-visit', {
    purpose: 'festival',
    visitedOn: today,
    visitors: [{ person: visitor, role: 'member' }],
    homes: 3,
    women: 4,
  })
  const english = inEnglish(chair)
  const above = inEnglish(await house.signIn('chair', orgs.region))
  expect(titles(await get(above, '/records/committee-visit?q=festival'))).toEqual(['Festival visit'])
  expect(titles(await get(english, '/agenda'))).toEqual(['Festival visit'])
  const done = await house.call(chair, 'POST', `${visit.path}/actions/visit`, {
    actionId: v7(),
    revision: 1,
    answers: {},
  })
  expect(done.status, done.raw.body).toBe(200)
  const opened = `/figures/entries?measure=committee-visit.visits&org=${orgs.banner}&from=${today}&to=${today}`
  expect(titles(await get(english, opened))).toEqual(['Festival visit'])
  expect(titles(await get(chair, opened))).toEqual(['节日慰问'])

  const answer = await house.call(english, 'GET', '/records/committee-visit/export')
  const rows: unknown[][] = []
  const sheet = (await openBook(answer.raw.rawPayload)).worksheets[0]
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  expect(sheet?.name).toBe('Committee visit')
  expect(rows[0]?.slice(0, 3)).toEqual(['Organisation', 'State', 'Purpose'])
  expect(rows[1]?.slice(1, 3)).toEqual(['Visited', 'Festival visit'])
})
