import { expect, test } from 'vitest'
import { familyStory } from '../programmes/family-story/family-story.ts'
import { field } from './field.ts'
import { flow } from './measure.ts'
import { abilitiesOf, countsOf, mayEdit, type Standing, takeStep } from './procedure.ts'
import { defineProgramme, type Facts } from './programme.ts'

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

const item = { made: flow('item', { label: { zh: '件', en: 'items' }, includes: '件', excludes: '无' }) }
const words = (zh: string) => ({ zh, en: zh })
const relief = defineProgramme({
  id: 'procedure-test',
  version: 1,
  kind: 'case',
  service: 'relief',
  label: words('试'),
  short: words('试'),
  noun: words('件'),
  help: words('试'),
  sources: [],
  access: { see: ['chair', 'rights', 'partner'], create: ['chair'] },
  fields: {
    title: field.text({ label: words('名称'), class: 'P1' }),
    on: field.day({ label: words('日期'), class: 'P1' }),
  },
  title: 'title',
  dated: 'on',
  states: { asked: words('申请'), checked: words('核实'), paid: words('发放') },
  initial: 'asked',
  actions: {
    check: { label: words('核实'), from: ['asked'], to: 'checked', by: ['chair'], at: ['township'], reach: 'below' },
    judge: { label: words('异议'), from: 'any', to: 'asked', by: ['chair'], otherThan: ['create', 'check'] },
    pay: { label: words('发放'), from: ['checked'], to: 'paid', by: [] },
    answer: { label: words('答复'), from: 'any', to: 'same', by: ['partner', 'chair'], reach: 'receiver' },
  },
  measures: item,
  counts: () => [],
})
const asked = facts({ state: 'asked', answers: { title: '试', on: '2026-11-20' } })
const offered = (who: Partial<Standing>, state = 'asked') =>
  abilitiesOf(relief, { ...asked, state }, { ...chair, ...who }).map((a) => a.action)

test('a step asked for at a township is no banner’s, and none of who does not say where she is', () => {
  expect(offered({ own: false, above: true, level: 'township' })).toEqual(['check'])
  expect(offered({ own: false, above: true, level: 'banner' })).toEqual([])
  expect(offered({})).toEqual(['judge'])
  expect(refusal(() => takeStep(relief, 'check', asked, { ...chair, level: 'village' }, undefined))).toBe('not-allowed')
})

test('who took a step before does not judge it; it is said as such', () => {
  expect(offered({ took: ['check'] })).toEqual([])
  expect(offered({ took: ['create'] })).toEqual([])
  expect(offered({ took: ['edit'] })).toEqual(['judge'])
  expect(refusal(() => takeStep(relief, 'judge', asked, { ...chair, took: ['check'] }, undefined))).toBe(
    'second-person',
  )
})

test('the house’s own step is offered to nobody and taken by the house alone, in its state', () => {
  const checked = { ...asked, state: 'checked' }
  for (const own of [true, false])
    expect(abilitiesOf(relief, checked, { ...chair, own, above: !own }).map((a) => a.action)).not.toContain('pay')
  expect(refusal(() => takeStep(relief, 'pay', checked, chair, undefined))).toBe('not-allowed')
  expect(takeStep(relief, 'pay', checked, { ...chair, house: true }, undefined)).toBe('paid')
  expect(refusal(() => takeStep(relief, 'pay', asked, { ...chair, house: true }, undefined))).toBe('state-passed')
})

test('a receiver takes her steps and no other; the keeper does not take them for her', () => {
  expect(offered({ role: 'partner', own: false, receiver: true })).toEqual(['answer'])
  expect(offered({ receiver: false })).toEqual(['judge'])
  expect(mayEdit(relief, asked, { ...chair, own: false, receiver: true })).toBe(false)
})
