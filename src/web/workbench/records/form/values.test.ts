import { expect, test } from 'vitest'
import type { FieldShape } from '../data/shapes.ts'
import { changedAnswers, readForm, startValues, valuesOf } from './values.ts'

const shape = (key: string, kind: string, more: Partial<FieldShape> = {}): FieldShape => ({
  key,
  kind,
  label: { zh: key, en: key },
  class: 'P1',
  required: false,
  ...more,
})
const options = [
  { value: 'applicant', label: { zh: '申请人', en: 'Applicant' } },
  { value: 'respondent', label: { zh: '被申请人', en: 'Respondent' } },
]
const today = '2026-11-22'

test('answers go into the inputs and come back the same', () => {
  const fields = [
    shape('title', 'text'),
    shape('families', 'integer', { min: 0, max: 200 }),
    shape('amount', 'money'),
    shape('at', 'date-time'),
    shape('open', 'yes-no'),
    shape('clauses', 'list', { of: [shape('content', 'text', { required: true }), shape('amount', 'money')] }),
  ]
  const answers = {
    title: '家风故事',
    families: 12,
    amount: 123_450,
    at: '2026-11-20T09:30:00+08:00',
    open: false,
    clauses: [{ content: '每月给付', amount: 80_000 }],
  }
  const { answers: back, faults } = readForm(fields, valuesOf(fields, answers), today)
  expect(faults).toEqual({})
  expect(back).toEqual(answers)
  expect(changedAnswers(answers, back)).toEqual({})
})

test('what is missing or wrong is named by its path', () => {
  const fields = [
    shape('title', 'text', { required: true }),
    shape('families', 'integer', { min: 0, max: 200 }),
    shape('amount', 'money'),
    shape('on', 'day', { past: true }),
    shape('violence', 'screening', { required: true, options }),
    shape('clauses', 'list', { of: [shape('content', 'text', { required: true })] }),
  ]
  const values = {
    title: '  ',
    families: '201',
    amount: '-3',
    on: '2026-11-23',
    violence: { applicant: false },
    clauses: [{ content: '好' }, {}],
  }
  expect(readForm(fields, values, today).faults).toEqual({
    'answers.title': 'needed',
    'answers.families': 'range',
    'answers.amount': 'money',
    'answers.on': 'future',
    'answers.violence': 'unanswered',
    'answers.clauses.1.content': 'needed',
  })
})

test('a dispute starts with a row for each side, and empty rows are not sent', () => {
  const parties = shape('parties', 'people', { required: true, options, min: 2, max: 6 })
  const values = startValues([parties, shape('title', 'text')])
  expect(values).toEqual({
    parties: [
      { person: '', role: 'applicant' },
      { person: '', role: 'respondent' },
    ],
  })
  expect(readForm([parties], values, today).faults).toEqual({ 'answers.parties': 'needed' })
  const one = {
    parties: [
      { person: 'a', role: 'applicant' },
      { person: '', role: 'respondent' },
    ],
  }
  expect(readForm([parties], one, today).faults).toEqual({ 'answers.parties': 'needed' })
})

test('an edit sends what changed, and null for what was emptied', () => {
  const moment = { at: '2026-11-26T00:08:23.456Z' }
  expect(changedAnswers(moment, { at: '2026-11-26T08:08:00+08:00' }), 'the same minute').toEqual({})
  expect(Object.keys(changedAnswers(moment, { at: '2026-11-26T08:09:00+08:00' }))).toEqual(['at'])
  expect(changedAnswers({ title: '甲', place: '乙', note: '丙' }, { title: '甲', place: '丁', note: null })).toEqual({
    place: '丁',
    note: null,
  })
})
