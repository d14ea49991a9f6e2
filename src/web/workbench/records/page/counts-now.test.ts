import { expect, test } from 'vitest'
import { readingEvening } from '../../../../../test/support/local-specs.ts'
import type { RecordView } from '../data/shapes.ts'
import { countsNow } from './counts-now.ts'

const evening = (state: string, more: Partial<RecordView>): RecordView =>
  ({
    programme: 'family-story',
    kind: 'activity',
    state,
    onDate: '2026-11-20',
    answers: { title: '家书里的家风', heldOn: '2026-11-20', place: '文化室' },
    history: [
      { action: 'create', from: null, to: 'planned', on: '2026-11-20', answers: {} },
      { action: 'hold', from: 'planned', to: state, on: '2026-11-20', answers: {} },
    ],
    persons: [],
    heads: [],
    attendance: { people: 0, minutes: 0, heads: 0 },
    ...more,
  }) as unknown as RecordView

test('an evening that was held counts as the ledger counts it', () => {
  const view = evening('held', {
    attendance: { people: 12, minutes: 0, heads: 30 },
    heads: [{ count: 30, grade: 'C', reason: '坐满三十把椅子' }],
  })
  expect(countsNow(view).map(({ measure, value, grade }) => [measure, value, grade])).toEqual([
    ['family-story.sessions', 1, 'A'],
    ['family-story.attendances', 12, 'A'],
    ['family-story.attendances', 30, 'C'],
    ['family-story.people', 12, 'A'],
  ])
})

test('one still to come counts as nothing, and an unknown programme as well', () => {
  expect(countsNow(evening('planned', {}))).toEqual([])
  expect(countsNow({ ...evening('held', {}), programme: 'elsewhere' })).toEqual([])
})

test('a local programme counts by the spec that came with it', () => {
  const view = evening('held', { programme: 'local-1529-0123456789', version: 1, heads: [{ count: 9, grade: 'B' }] })
  expect(
    countsNow(view, readingEvening).map(({ measure, value, grade }) => [measure.split('.')[1], value, grade]),
  ).toEqual([
    ['m1', 1, 'B'],
    ['m3', 9, 'B'],
  ])
  expect(countsNow(view)).toEqual([])
})
