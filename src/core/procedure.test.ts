import { expect, test } from 'vitest'
import { familyStory } from '../programmes/family-story/family-story.ts'
import { abilitiesOf, countsOf, mayEdit, type Standing, takeStep } from './procedure.ts'
import type { Facts } from './programme.ts'

const facts = (more: Partial<Facts> = {}): Facts => ({
  state: 'planned',
  on: '2026-11-20',
  answers: { title: '家书', heldOn: '2026-11-20', place: '嘎查' },
  history: [{ action: 'create', from: undefined, to: 'planned', on: '2026-11-20', answers: {} }],
  reached: {},
  person: undefined,
  attendance: [],
  heads: [],
  ...more,
})
const chair: Standing = { role: 'chair', own: true, above: false, handler: false, lastHand: true }
const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as { code?: string }).code
  }
  return undefined
}

test('a step that lacks its condition is refused with the condition, and shown as such beforehand', () => {
  expect(refusal(() => takeStep(familyStory, 'hold', facts(), chair, undefined))).toBe('needs-unmet')
  expect(abilitiesOf(familyStory, facts(), chair).find((a) => a.action === 'hold')).toMatchObject({ allowed: false })
  expect(
    takeStep(familyStory, 'hold', facts({ heads: [{ count: 12, grade: 'C', reason: '停电' }] }), chair, undefined),
  ).toBe('held')
})

test('going back needs a reason, a passed state is said, another organisation cannot', () => {
  const held = facts({ state: 'held' })
  expect(refusal(() => takeStep(familyStory, 'reopen', held, chair, ' '))).toBe('reason-needed')
  expect(refusal(() => takeStep(familyStory, 'hold', held, chair, undefined))).toBe('state-passed')
  expect(refusal(() => takeStep(familyStory, 'cancel', held, { ...chair, own: false, above: true }, '重复'))).toBe(
    'not-allowed',
  )
  expect(refusal(() => takeStep(familyStory, 'nothing', held, chair, undefined))).toBe('not-found')
  expect(mayEdit(familyStory, held, chair)).toBe(true)
  expect(mayEdit(familyStory, held, { ...chair, role: 'statistician' })).toBe(false)
})

test('an evening of 46 signed in and 12 counted is one session of grade A, 58 attendances, 46 persons', () => {
  const attendance = Array.from({ length: 46 }, (_, i) => ({ person: `p${i}`, minutes: null }))
  const counts = countsOf(
    familyStory,
    facts({ state: 'held', attendance, heads: [{ count: 12, grade: 'B', evidence: 'x' }] }),
  )
  const sum = (measure: string, grade: string) =>
    counts.filter((c) => c.measure === `family-story.${measure}` && c.grade === grade).reduce((n, c) => n + c.value, 0)
  expect([sum('sessions', 'A'), sum('attendances', 'A'), sum('attendances', 'B'), sum('people', 'A')]).toEqual([
    1, 46, 12, 46,
  ])
  expect(countsOf(familyStory, facts({ state: 'planned', attendance }))).toEqual([])
})
