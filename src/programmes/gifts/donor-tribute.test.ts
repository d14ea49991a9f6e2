import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import type { DocumentData } from '../../core/document.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Facts } from '../../core/programme.ts'
import { donorHonour } from './donor-honour.ts'
import { donorTribute } from './donor-tribute.ts'

type Steps = Parameters<typeof historyOf>[2]
const day = '2026-03-02'
const agree: Steps = [['agree', 'agreed', '2026-03-05']]
const donor = (steps: Steps, shownAs: string, agreedOn: string): Facts =>
  factsOf(historyOf(donorHonour, day, steps), { kind: 'enterprise', donor: `${shownAs}全称`, shownAs, agreedOn })
const worth = (steps: Steps) =>
  countsOf(donorHonour, donor(steps, '甲', day)).map((c) => [c.measure.split('.')[1], c.on, c.value])

test('only who agreed is on the list, in the order they agreed, without a sum (L053, R-FUND-06)', () => {
  const page = donorTribute.documents['tribute-list']?.body({
    facts: factsOf(historyOf(donorTribute, day), { title: '关爱女儿公益致敬', from: '2025-01-01', to: '2025-12-31' }),
    org: '旗妇联',
    today: day,
    children: [
      donor(agree, '草原乳业', '2026-03-09'),
      donor([['refuse', 'unnamed', day]], '不留名的人', day),
      donor([...agree, ['withdraw', 'withdrawn', '2026-04-01']], '后来撤回的人', day),
      donor([], '还没答的人', day),
      donor(agree, '青山基金会', '2026-03-04'),
    ],
  } as unknown as DocumentData)
  const table = page?.find((block) => block.block === 'table')
  expect(table?.block === 'table' ? table.rows : []).toEqual([
    ['1', '青山基金会'],
    ['2', '草原乳业'],
  ])
  expect(JSON.stringify(page)).not.toMatch(/不留名的人|后来撤回的人|还没答的人|全称|元/)
  // Nor does the house show the name of who does not want it shown.
  expect(donorHonour.silentIn).toEqual(['unnamed', 'withdrawn'])
  expect(Object.values(donorHonour.fields).filter((f) => f.kind === 'money')).toEqual([])
})

test('a list is published by another person; a donor counts while the consent stands', () => {
  const facts = factsOf(historyOf(donorTribute, day), { from: '2025-01-01', to: '2025-12-31' })
  expect(() => takeStep(donorTribute, 'publish', facts, postOf('finance', { took: ['create'] }), '')).toThrow(
    'second-person',
  )
  expect(takeStep(donorTribute, 'publish', facts, postOf('finance'), '')).toBe('published')
  expect(worth([])).toEqual([])
  expect(worth([...agree, ['withdraw', 'withdrawn', '2026-04-01']])).toEqual([
    ['named', '2026-03-05', 1],
    ['named', '2026-04-01', -1],
  ])
})

test('random walks', { timeout: 60_000 }, () => {
  expect([...walk({ programme: donorTribute, everyHand: true })].sort()).toEqual(['draft', 'published', 'taken-down'])
  expect([...walk({ programme: donorHonour })].sort()).toEqual(['agreed', 'asked', 'unnamed', 'withdrawn'])
})
