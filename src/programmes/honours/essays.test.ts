import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import { contestEntry } from './contest-entry.ts'
import { essayReview } from './essay-review.ts'
import { honourCall } from './honour-call.ts'

const day = '2026-03-02'
type Steps = Parameters<typeof historyOf>[2]
const essay = { honour: 'essay', original: true, age: 'none', similarityLimit: 20 }
const submitted = ['submit', 'submitted', day] as const
const essayStep = (action: string, steps: Steps, more: object = {}, took: readonly string[] = []) =>
  takeStep(
    contestEntry,
    action,
    factsOf(historyOf(contestEntry, day, steps), { level: 'region', consent: true, ...essay, ...more }),
    postOf('family', { level: 'region', took }),
    '引用已注明出处',
  )

test('an essay is checked before its blind review; over the limit another person gives the reason (L025)', () => {
  const checked = ['checkText', 'submitted', day] as const
  const waved = ['passAnyway', 'submitted', day] as const
  expect(essayStep('checkText', [submitted])).toBe('submitted')
  expect(() => essayStep('checkText', [submitted], { honour: 'recital' })).toThrow('needs-unmet')
  expect(() => essayStep('sendBlind', [submitted], { similarity: 5 })).toThrow('needs-unmet')
  expect(essayStep('sendBlind', [submitted, checked], { similarity: 20 })).toBe('jury')
  expect(() => essayStep('sendBlind', [submitted, checked], { similarity: 20 }, ['submit'])).toThrow('second-person')
  const over = { similarity: 21 }
  expect(() => essayStep('sendBlind', [submitted, checked], over)).toThrow('needs-unmet')
  expect(() => essayStep('passAnyway', [submitted, checked], over, ['checkText'])).toThrow('second-person')
  expect(() => essayStep('passAnyway', [submitted, checked], { similarity: 20 })).toThrow('needs-unmet')
  expect(contestEntry.actions.passAnyway?.reason).toBe(true)
  expect(essayStep('passAnyway', [submitted, checked], over)).toBe('submitted')
  expect(essayStep('sendBlind', [submitted, checked, waved], over)).toBe('jury')
  // Checked once more, or handed in once more: the reason was for another text.
  expect(() => essayStep('sendBlind', [submitted, checked, waved, checked], over)).toThrow('needs-unmet')
  expect(() => essayStep('sendBlind', [submitted, checked, waved, submitted], over)).toThrow('needs-unmet')
})

test('an essay has no open judges; its record is never what a judge reads, and its percentage is in no notice', () => {
  for (const [action, state] of [
    ['openJury', 'submitted'],
    ['judge', 'jury'],
    ['closeJury', 'jury'],
  ] as const)
    expect(() => essayStep(action, [['x', state, day]])).toThrow('needs-unmet')
  expect(essayStep('closeBlind', [['x', 'jury', day]])).toBe('scored')
  for (const hidden of ['entry', 'level', 'panel']) expect(essayReview.receiverSees).not.toContain(hidden)
  expect(essayReview.actions.judge).toMatchObject({ reach: 'receiver', blindIn: ['jury'] })
  expect(contestEntry.fields.similarity?.class).not.toBe('P0')
  expect(JSON.stringify(contestEntry.documents)).not.toContain('similarity')
})

test('a blind copy is sent by another than who made it, and counted once it is judged', () => {
  const answers = {
    criteria: [{ criterion: 'truth', weight: 100 }],
    level: 'banner',
    entry: 'e',
    nameless: true,
    invited: true,
  }
  const send = (more: object, took: readonly string[] = []) =>
    takeStep(
      essayReview,
      'send',
      factsOf(historyOf(essayReview, day), { ...answers, ...more }),
      postOf('family', { took }),
      undefined,
    )
  expect(send({})).toBe('jury')
  expect(() => send({}, ['create'])).toThrow('second-person')
  for (const no of [{ nameless: false }, { invited: false }, { criteria: [{ criterion: 'truth', weight: 90 }] }])
    expect(() => send(no)).toThrow('needs-unmet')
  const worth = (steps: Steps) => countsOf(essayReview, factsOf(historyOf(essayReview, day, steps), answers))
  expect(worth([['send', 'jury', day]])).toEqual([])
  expect(
    worth([
      ['send', 'jury', day],
      ['closeJury', 'scored', '2026-03-20'],
    ]).map((c) => [c.measure, c.on, c.value]),
  ).toEqual([['essay-review.papers', '2026-03-20', 1]])
  const claims = (state: string) =>
    essayReview.claims?.(factsOf(historyOf(essayReview, day), answers, { state })).map(({ key }) => key)
  expect(claims('scored')).toEqual(['essay-review:e'])
  expect(claims('withdrawn')).toEqual([])
})

test('a call for essays says its limit', () => {
  const publish = (more: object) =>
    takeStep(
      honourCall,
      'publish',
      factsOf(historyOf(honourCall, day), {
        honour: 'essay',
        opensOn: day,
        closesOn: '2026-04-01',
        criteria: [{ criterion: 'truth', weight: 100 }],
        ...more,
      }),
      postOf('family'),
      undefined,
    )
  expect(publish({ similarityLimit: 20 })).toBe('open')
  expect(() => publish({})).toThrow('needs-unmet')
})

test('random walks', { timeout: 60_000 }, () => {
  const states = walk({
    programme: essayReview,
    everyHand: true,
    always: ({ state, answers, history }) => {
      if (state === 'jury') expect([answers.nameless, answers.invited]).toEqual([true, true])
      if (state === 'scored') expect(history.some((done) => done.action === 'send')).toBe(true)
    },
  })
  expect([...states]).toContain('withdrawn')
  const checked = walk({
    programme: contestEntry,
    everyHand: true,
    runs: 200,
    always: ({ state, answers, history }) => {
      if (state !== 'jury' || answers.honour !== 'essay') return
      expect(history.some((done) => done.action === 'checkText')).toBe(true)
      if (Number(answers.similarity) > Number(answers.similarityLimit))
        expect(history.some((done) => done.action === 'passAnyway')).toBe(true)
    },
  })
  expect([...checked]).toContain('jury')
})
