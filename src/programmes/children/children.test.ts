import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { abilitiesOf, countsOf } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { childrensDay } from './childrens-day.ts'
import { holidayCare } from './holiday-care.ts'

const came: Partial<Facts> = {
  attendance: [
    { person: 'c1', minutes: null },
    { person: 'c2', minutes: null },
  ],
  heads: [
    { count: 40, grade: 'B', evidence: 'sheet' },
    { count: 9, grade: 'C', reason: '没有逐个签到' },
  ],
}
const at = (programme: Programme, on: string, held: boolean, answers: object, more: Partial<Facts> = came) =>
  factsOf(historyOf(programme, on, held ? [['hold', 'held', on]] : []), { ...answers }, { on, ...more })
const unmet = (programme: Programme, facts: Facts) =>
  abilitiesOf(programme, facts, postOf('family'))
    .find((a) => a.action === 'hold')
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)
const worth = (facts: Facts) =>
  countsOf(holidayCare, facts).map((c) => [c.measure.slice('holiday-care.'.length), c.value, c.grade])

const winter = { season: 'winter', photos: 'none' }

test('held in its holidays, on or after its day, with somebody there', () => {
  for (const [on, season, fits] of [
    ['2025-12-28', 'winter', true],
    ['2026-03-01', 'winter', true],
    ['2026-04-01', 'winter', false],
    ['2026-06-30', 'summer', true],
    ['2026-09-01', 'summer', true],
    ['2026-01-20', 'summer', false],
  ] as const)
    expect(unmet(holidayCare, at(holidayCare, on, false, { ...winter, season })), on).toEqual(fits ? [] : ['inSeason'])
  const ahead = at(holidayCare, '2026-01-20', false, winter, { ...came, today: '2026-01-19' })
  expect(unmet(holidayCare, ahead)).toEqual(['hasHappened'])
  expect(unmet(holidayCare, { ...ahead, today: '2026-01-20' })).toEqual([])
  expect(unmet(holidayCare, at(holidayCare, '2026-01-20', false, winter, {}))).toEqual(['someoneCame'])
})

test('a photo waits for every guardian; parents are counted with how (R-PRI-03)', () => {
  for (const programme of [holidayCare, childrensDay]) {
    const asked = (answers: object) => unmet(programme, at(programme, '2026-02-02', false, { ...winter, ...answers }))
    expect(asked({})).toEqual([])
    expect(asked({ photos: 'agreed' })).toEqual([])
    expect(asked({ photos: 'unasked' })).toEqual(['photosAgreed'])
    expect(asked({ photos: undefined })).toEqual(['photosAgreed'])
    expect(asked({ adults: 12 })).toEqual(['adultsKnown'])
    expect(asked({ adults: 12, adultsBy: 'sheet' })).toEqual([])
    expect(programme.fields.photos?.required).toBe(true)
  }
})

test('person-times of children by grade, children by name and parents apart (F095)', () => {
  const held = { ...winter, adults: 12, adultsBy: 'sheet' }
  expect(worth(at(holidayCare, '2026-02-02', false, held))).toEqual([])
  expect(worth(at(holidayCare, '2026-02-02', true, held))).toEqual([
    ['sessions', 1, 'A'],
    ['children', 2, 'A'],
    ['children', 40, 'B'],
    ['children', 9, 'C'],
    ['people', 1, 'A'],
    ['people', 1, 'A'],
    ['adults', 12, 'B'],
  ])
  const counted: Partial<Facts> = { heads: [{ count: 30, grade: 'B', evidence: 'sheet' }] }
  expect(worth(at(holidayCare, '2026-02-02', true, { ...held, adultsBy: 'estimate' }, counted))).toEqual([
    ['sessions', 1, 'B'],
    ['children', 30, 'B'],
    ['adults', 12, 'C'],
  ])
  const reopened = factsOf(
    historyOf(holidayCare, '2026-02-02', [
      ['hold', 'held', '2026-02-02'],
      ['reopen', 'planned', '2026-02-03'],
    ]),
    held,
    came,
  )
  expect(worth(reopened)).toEqual([])
})

test('random walks; nothing sealed is asked, so nothing of a child is kept here', { timeout: 60_000 }, () => {
  for (const programme of [holidayCare, childrensDay]) {
    walk({ programme })
    for (const field of Object.values(programme.fields)) expect(field.class).toBe('P1')
  }
})
