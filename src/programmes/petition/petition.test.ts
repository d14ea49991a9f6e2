import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, takeStep } from '../../core/procedure.ts'
import type { Done } from '../../core/programme.ts'
import { petition } from './petition.ts'
import { petitionCare } from './petition-care.ts'

const day = '2026-03-02'
const claim = {
  matter: 'land',
  receivedOn: day,
  channel: 'visit',
  class: 'claim',
  claim: '反映草场承包',
  route: 'ours',
}
const run = (clock: string, history: Done[]) =>
  clocksOf(petition.clocks, history, claim).filter((r) => r.clock === clock)
const accepted = historyOf(petition, day, [
  ['declare', 'registered', day],
  ['tell', 'told', '2026-03-10'],
  ['accept', 'accepted', '2026-03-10'],
])
const unmet = (action: string, history: Done[], answers: Record<string, unknown>) =>
  abilitiesOf(petition, factsOf(history, answers), postOf('rights'))
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)

test('told within fifteen days, decided within sixty and once thirty more, on working days (D10, D12)', () => {
  expect(run('tell', accepted)).toEqual([{ clock: 'tell', startedOn: day, dueOn: '2026-03-17', endedOn: '2026-03-10' }])
  // 10 March + 60 days is Saturday, 9 May 2026, a made-up working day.
  expect(run('finish', accepted)[0]).toMatchObject({ dueOn: '2026-05-09' })
  const more = [...accepted, { ...accepted[3], action: 'extend', from: 'accepted' } as Done]
  const lengthened = run('finish', more)[0]?.dueOn ?? ''
  expect(lengthened).toBe('2026-06-08')
  expect(run('finish', [...more, more.at(-1) as Done])[0]?.dueOn).toBe(lengthened)
  for (const clock of Object.values(petition.clocks)) expect([clock.legal, Boolean(clock.law)]).toEqual([true, true])
})

test('a wrong transfer may be objected to within five working days of its receipt (D11)', () => {
  expect(run('object', historyOf(petition, day))).toEqual([])
  const passed = historyOf(petition, day, [['recordTransfer', 'registered', day]])
  expect(run('object', passed)).toMatchObject([{ dueOn: '2026-03-09' }])
  expect(unmet('object', passed, claim)).toEqual(['wasPassed'])
  expect(unmet('object', passed, { ...claim, channel: 'passed' })).toEqual([])
  const objected = [...passed, { ...passed[1], action: 'object', to: 'objected' } as Done]
  expect(countsOf(petition, factsOf(objected, claim))).toEqual([])
})

test('a hearing does not count in the thirty days of a re-review (D14)', () => {
  const steps = [
    ['decide', 'opinion', '2026-04-01'],
    ['review', 'reviewing', '2026-04-10'],
    ['reviewed', 'reviewed', '2026-04-20'],
    ['rereview', 'rereviewing', '2026-06-01'],
  ] as const
  const plain = historyOf(petition, day, steps)
  expect(run('askReview', plain)[0]).toMatchObject({ dueOn: '2026-05-06', endedOn: '2026-04-10' })
  expect(run('rereview', plain)[0]?.dueOn).toBe('2026-07-01')
  const heard = historyOf(petition, day, [
    ...steps,
    ['hear', 'hearing', '2026-06-05'],
    ['heard', 'rereviewing', '2026-06-15'],
  ])
  expect(run('rereview', heard)[0]?.dueOn).toBe('2026-07-13')
})

test('only a claim has the sixty days; whoever has an interest, or a group without representatives, stops it', () => {
  const told = historyOf(petition, day, [['tell', 'told', day]])
  expect(unmet('accept', told, claim)).toEqual([])
  expect(unmet('accept', told, { ...claim, class: 'accusation' })).toEqual(['isClaim'])
  expect(unmet('accept', told, { ...claim, route: 'transferred' })).toEqual(['isOurs'])
  expect(unmet('tell', historyOf(petition, day), { ...claim, people: 6 })).toEqual([
    'noInterest',
    'representativesNamed',
  ])
  expect(unmet('tell', accepted.slice(0, 2), { ...claim, people: 6, representatives: 5 })).toEqual([])
})

test('who asked for more time does not grant it, and it is granted once', () => {
  const asked = [...accepted, { ...accepted[3], action: 'askExtension', from: 'accepted' } as Done]
  const facts = factsOf(asked, claim)
  expect(() => takeStep(petition, 'extend', facts, postOf('rights', { took: ['askExtension'] }), undefined)).toThrow(
    'second-person',
  )
  expect(takeStep(petition, 'extend', facts, postOf('rights'), undefined)).toBe('accepted')
  const granted = factsOf([...asked, { ...asked[3], action: 'extend' } as Done], claim)
  expect(() => takeStep(petition, 'askExtension', granted, postOf('rights'), '案情复杂')).toThrow('needs-unmet')
})

test('care: neither who applied nor who assessed approves; a withdrawn one gives its claim up', () => {
  const assessed = factsOf(
    historyOf(petitionCare, day, [['assess', 'assessed', day]]),
    { amount: 300_000, fund: 'f' },
    { person: 'w' },
  )
  for (const took of [['create'], ['assess']])
    expect(() => takeStep(petitionCare, 'approve', assessed, postOf('chair', { took }), undefined)).toThrow(
      'second-person',
    )
  expect(takeStep(petitionCare, 'approve', assessed, postOf('chair'), undefined)).toBe('approved')
  expect(petitionCare.claims?.(assessed)).toEqual([{ person: 'w', key: 'petition-care-2026' }])
  expect(petitionCare.claims?.({ ...assessed, state: 'withdrawn' })).toEqual([])
})

test('care: whatever the bank answers, the lines sum to zero and cash says what she holds', () => {
  const answers = { fund: 'f', amount: 300_000, account: '6222' }
  const steps = { approved: ['pay', 'bounceAtBank'], paid: ['bounce'], returned: ['correct'] } as const
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 8 }), (picks) => {
      let history = historyOf(petitionCare, day, [
        ['assess', 'assessed', day],
        ['approve', 'approved', '2026-03-05'],
      ])
      for (const pick of picks) {
        const from = history.at(-1)?.to as keyof typeof steps
        const action = steps[from][pick % steps[from].length]
        const to = action === 'pay' ? 'paid' : action === 'correct' ? 'approved' : 'returned'
        const named = action === 'bounceAtBank' ? 'bounce' : String(action)
        history = [...history, { action: named, from, to, on: '2026-03-09', answers: {} }]
      }
      const facts = factsOf(history, answers, { person: 'w' })
      const lines = petitionCare.postings?.(facts) ?? []
      expect(lines.reduce((sum, l) => sum + l.fen, 0)).toBe(0)
      const cash = lines.filter((l) => l.account === 'cash').reduce((sum, l) => sum + l.fen, 0)
      expect(cash).toBe(facts.state === 'paid' ? -300_000 : 0)
      const paid = countsOf(petitionCare, facts).find((c) => c.measure === 'petition-care.paid')
      expect((paid?.value ?? 0) + cash).toBe(0)
    }),
  )
})

test('random walks', { timeout: 60_000 }, () => {
  const states = walk({
    programme: petition,
    runs: 80,
    always: ({ state, answers }) => {
      if (state === 'accepted') expect([answers.class, answers.route]).toEqual(['claim', 'ours'])
    },
  })
  expect([...states]).toEqual(expect.arrayContaining(['opinion', 'closed', 'withdrawn']))
  const care = [...walk({ programme: petitionCare })]
  expect(care).toEqual(expect.arrayContaining(['approved', 'assessed', 'withdrawn']))
  // Only the house says that money went out.
  expect(care).not.toContain('paid')
})
