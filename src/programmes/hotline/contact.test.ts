import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clocksOf } from '../../core/clock.ts'
import { answersSchema } from '../../core/field.ts'
import { abilitiesOf, countsOf, reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts } from '../../core/programme.ts'
import { dangerSigns } from '../../core/rights-words.ts'
import { hotlineContact } from './contact.ts'
import { helpRecord } from './documents/help-record.ts'
import { startCase, startReport } from './starts.ts'

const day = '2026-03-02'
const at = '2026-03-02T01:30:00.000Z'
const calm = Object.fromEntries(Object.keys(dangerSigns).map((sign) => [sign, false]))
const call = {
  topic: 'service',
  receivedOn: day,
  receivedAt: at,
  channel: 'hotline',
  anonymous: true,
  category: 'violence',
  subcategory: 'violence-body',
  narrative: '这半年打得多了，上周掐过一次脖子。',
  advice: '可以申请人身安全保护令。',
  danger: { ...calm, escalation: true },
}
const done = (action: string, from: string | undefined, to: string, answers = {}): Done => ({
  action,
  from,
  to,
  on: day,
  at,
  answers,
})
const created = done('create', undefined, 'new')
const answered = done('answer', 'new', 'answered')
const factsOf = (history: Done[], answers: Record<string, unknown> = call): Facts => ({
  state: history.at(-1)?.to ?? 'new',
  on: day,
  answers,
  history,
  reached: reachedIn(history),
  person: undefined,
  attendance: [],
  heads: [],
})
const operator = { role: 'operator', own: true, above: false, handler: true, lastHand: false } as Standing
const unmet = (facts: Facts, action: string) =>
  abilitiesOf(hotlineContact, facts, operator)
    .find((ability) => ability.action === action)
    ?.checks.filter(({ met }) => !met)
    .map(({ check }) => check)
const worth = (facts: Facts) => countsOf(hotlineContact, facts).map((c) => c.measure.split('.')[1])

test('no matter in which violence may hide is answered before the nine questions are', () => {
  for (const category of ['violence', 'family', 'personal', 'children'])
    expect(
      unmet(factsOf([created], { ...call, category, subcategory: undefined, danger: undefined }), 'answer'),
    ).toEqual(['screened'])
  const wages = { ...call, category: 'labour', subcategory: 'labour-pay', danger: undefined }
  expect(unmet(factsOf([created], wages), 'answer')).toEqual([])
  // Eight of nine are no answer: the form itself does not take them.
  const { drink: _, ...eight } = calm
  expect(answersSchema(hotlineContact.fields).safeParse({ danger: eight }).success).toBe(false)
})

test('a second level belongs to its first, an anonymous caller has no name, the time lies on the day', () => {
  expect(unmet(factsOf([created], { ...call, subcategory: 'labour-pay' }), 'answer')).toEqual(['categoryChosen'])
  expect(unmet(factsOf([created], { ...call, callerPhone: '13800000000' }), 'answer')).toEqual(['nameless'])
  // Half past one at night in Shanghai is the evening before in London.
  expect(unmet(factsOf([created], { ...call, receivedAt: '2026-03-01T17:30:00.000Z' }), 'answer')).toEqual([])
  expect(unmet(factsOf([created], { ...call, receivedAt: '2026-03-02T17:30:00.000Z' }), 'answer')).toEqual(['timeFits'])
})

test('violence is never sent away with advice alone (R-DV-02)', () => {
  expect(unmet(factsOf([created, answered]), 'closeAdvice')).toEqual(['violenceCaredFor'])
  // Told in a call that began as a question about wages.
  const hidden = { ...call, category: 'labour', subcategory: 'labour-pay' }
  expect(unmet(factsOf([created, answered], hidden), 'closeAdvice')).toEqual(['violenceCaredFor'])
  for (const step of ['refer', 'ownWish'])
    expect(unmet(factsOf([created, answered, done(step, 'answered', 'answered')]), 'closeAdvice')).toEqual([])
  expect(
    unmet(
      factsOf([created, answered], { ...call, danger: calm, category: 'family', subcategory: undefined }),
      'closeAdvice',
    ),
  ).toEqual([])
})

test('where danger is now, nothing ends the call before 110 knows or she is made sure to be safe (D33)', () => {
  const now = { ...call, danger: { ...calm, choking: true } }
  for (const end of ['toCase', 'transfer']) {
    expect(unmet(factsOf([created, answered], now), end)).toEqual(['policeKnows'])
    for (const step of ['tell110', 'allClear'])
      expect(unmet(factsOf([created, answered, done(step, 'answered', 'answered')], now), end)).toEqual([])
  }
})

test('a nuisance is what two people say it is, and never a told violence', () => {
  const prank = { ...call, category: 'other', subcategory: undefined, danger: calm }
  const marked = factsOf([created, done('suspect', 'new', 'new')], prank)
  expect(() => takeStep(hotlineContact, 'nuisance', marked, { ...operator, lastHand: true }, '反复沉默')).toThrow(
    expect.objectContaining({ code: 'second-person' }),
  )
  expect(takeStep(hotlineContact, 'nuisance', marked, operator, '反复沉默')).toBe('nuisance')
  expect(unmet(factsOf([created], prank), 'nuisance')).toEqual(['suspected'])
  expect(unmet(factsOf([created]), 'suspect')).toEqual(['noViolence'])
})

test('a case takes over what she told; what was not answered is said in words', () => {
  const [start] = startCase(factsOf([created, answered], { ...call, unsure: ['weapon'], children: '1个，上小学' }))
  expect(start).toMatchObject({
    programme: 'rights-case',
    answers: {
      topic: 'service',
      category: 'violence',
      channel: 'hotline',
      danger: call.danger,
      children: '1个，上小学',
    },
  })
  expect(start?.answers.narrative).toBe(`${call.narrative}\n（以下未能答清：动过或备有刀具等凶器）`)
  expect(start?.answers).not.toHaveProperty('woman')
  const told = { situation: 'injury', what: '孩子身上有伤', where: '家里', childAge: '6-13' }
  expect(startReport(factsOf([created, done('report', 'new', 'new', told)]))).toEqual([
    { programme: 'mandatory-report', answers: { topic: 'minor', foundOn: day, ...told } },
  ])
})

test('a contact counts once for itself and once for its channel; the unidentified are no persons', () => {
  expect(worth(factsOf([created]))).toEqual(['contacts', 'calls', 'violence'])
  expect(worth(factsOf([created, answered])).sort()).toEqual([
    'answered',
    'calls',
    'contacts',
    'unidentified',
    'violence',
  ])
  expect(worth(factsOf([created, answered], { ...call, channel: 'visit', woman: 'p1' }))).toContain('women')
  expect(worth(factsOf([created, done('nuisance', 'new', 'nuisance')]))).toEqual([])
})

test('an unanswered contact waits one working day, a danger for nobody', () => {
  const runs = clocksOf(hotlineContact.clocks, [created, done('alarm', 'new', 'new')])
  expect(runs.map(({ clock }) => clock).sort()).toEqual(['police', 'respond', 'respondDanger'])
  expect(runs.find(({ clock }) => clock === 'respond')?.dueOn).toBe('2026-03-03')
})

test('the record of help says when she called, what she said, and that it was changed since (R-DV-03)', () => {
  const data = {
    facts: factsOf([created, answered, done('edit', 'answered', 'answered')], { ...call, callerName: '不该印出' }),
    recordNumber: 'RX-152921-2026-00001',
    documentNumber: '证〔2026〕1号',
    org: '东旗妇联',
    today: day,
    person: () => ({ name: '' }),
    children: [],
  }
  const page = JSON.stringify(helpRecord.body(data))
  for (const text of ['2026年3月2日 09:30', call.narrative, '第 2 版', '修改 1 次', '家庭暴力（身体暴力）'])
    expect(page).toContain(text)
  expect(page).not.toContain('不该印出')
})

test('random walks: a step is taken exactly when the table, the conditions and the post allow it', () => {
  const actions = Object.keys(hotlineContact.actions)
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...actions), { maxLength: 25 }),
      fc.boolean(),
      fc.constantFrom<Record<string, unknown>>(
        call,
        { ...call, danger: { ...calm, weapon: true } },
        { ...call, danger: calm, category: 'labour', subcategory: undefined },
      ),
      (steps, handler, answers) => {
        const history = [created]
        for (const step of steps) {
          const facts = factsOf(history, answers)
          const who = { ...operator, handler }
          const may = abilitiesOf(hotlineContact, facts, who).find(({ action }) => action === step)?.allowed ?? false
          let to: string | undefined
          try {
            to = takeStep(hotlineContact, step, facts, who, '原因')
          } catch {
            to = undefined
          }
          expect(to !== undefined).toBe(may)
          if (!handler) expect(to).toBeUndefined()
          if (to) history.push(done(step, facts.state, to))
          const passed = history.map(({ action }) => action)
          if (to === 'closed-advice' && answers.category === 'violence')
            expect(passed.includes('refer') || passed.includes('ownWish') || passed.includes('toCase')).toBe(true)
          if (
            to &&
            ['to-case', 'transferred', 'closed-advice'].includes(to) &&
            facts.state !== to &&
            answers.danger !== call.danger &&
            answers.category === 'violence'
          )
            expect(passed.includes('tell110') || passed.includes('allClear')).toBe(true)
          if (to === 'nuisance') expect(answers.category).toBe('labour')
        }
      },
    ),
    { numRuns: 200 },
  )
})
