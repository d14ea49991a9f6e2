import { expect, test } from 'vitest'
import { answersSchema } from '../../../core/field.ts'
import { hotlineContact } from '../../../programmes/hotline/contact.ts'
import { type Call, missingIn, newCall, openQuestions, type Said, screeningOf, signs, urgencyOf } from './call.ts'
import { answersOf, stepsOf } from './filed-call.ts'

const now = new Date('2026-03-02T01:30:00Z')
const later = new Date('2026-03-02T01:36:30Z')
const all = (said: Said) => Object.fromEntries(signs.map((sign) => [sign, said]))
const call = (given: Partial<Call> = {}): Call => ({ ...newCall(now, false), ...given })
const whole = call({
  anonymous: true,
  callerName: '不该留',
  callerPhone: '13800000000',
  category: 'violence',
  narrative: '这半年打得多了，上周掐过脖子。',
  advice: '可以申请保护令。',
  danger: { ...all('no'), choking: 'yes', weapon: 'unsure' },
  policeAt: now.toISOString(),
  outcome: 'toCase',
  basis: 'agrees',
})

test('open questions are counted until all nine are answered; nothing is assumed', () => {
  expect(openQuestions(call())).toBe(9)
  expect(openQuestions(call({ category: 'labour' }))).toBe(0)
  expect(openQuestions(call({ category: 'labour', danger: { weapon: 'no' } }))).toBe(8)
  expect(openQuestions(call({ category: 'violence', danger: all('unsure') }))).toBe(0)
  expect(screeningOf(call({ danger: { weapon: 'no' } }))).toBeUndefined()
})

test('the urgency of a call follows its answers; not knowing a grave sign is no all-clear', () => {
  expect(urgencyOf(call())).toBe('open')
  expect(urgencyOf(call({ danger: { weapon: 'no', choking: 'no', killing: 'no' } }))).toBe('open')
  expect(urgencyOf(call({ danger: all('no') }))).toBe('green')
  expect(urgencyOf(call({ danger: { ...all('no'), drink: 'yes' } }))).toBe('yellow')
  expect(urgencyOf(call({ danger: { ...all('no'), weapon: 'unsure' } }))).toBe('orange')
  expect(urgencyOf(whole)).toBe('red')
})

test('a call says what it lacks, and nothing when it is whole', () => {
  expect(missingIn(call())).toEqual(['caller', 'category', 'advice', 'outcome'])
  expect(missingIn(whole)).toEqual([])
  expect(missingIn({ ...whole, policeAt: '' })).toEqual(['police'])
  expect(missingIn({ ...whole, outcome: 'closeAdvice' })).toEqual(['care'])
  expect(missingIn({ ...whole, outcome: 'closeAdvice', ownWish: '她说先不要别的' })).toEqual([])
  expect(missingIn({ ...whole, fromPaper: true })).toEqual(['time'])
})

test('what is filed is a form the definition takes; an anonymous caller stays so', () => {
  const answers = answersOf(whole, later)
  expect(answersSchema(hotlineContact.fields).safeParse(answers).success).toBe(true)
  expect(answers).toMatchObject({ anonymous: true, minutes: 7, unsure: ['weapon'], receivedOn: '2026-03-02' })
  expect(JSON.stringify(answers)).not.toMatch(/不该留|1380/)
  const steps = stepsOf(whole)
  expect(steps.map(({ action }) => action)).toEqual(['alarm', 'tell110', 'answer', 'toCase'])
  for (const { action } of steps) expect(Object.keys(hotlineContact.actions)).toContain(action)
})

test('a paper form carries its own time and no length', () => {
  const paper = { ...whole, fromPaper: true, paperDay: '2026-02-27', paperTime: '23:50' }
  expect(answersOf(paper, later)).toMatchObject({ receivedOn: '2026-02-27', receivedAt: '2026-02-27T15:50:00.000Z' })
  expect(answersOf(paper, later)).not.toHaveProperty('minutes')
})
