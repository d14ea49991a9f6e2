import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import { assessmentResult } from './assessment-result.ts'
import { committeeVisit } from './committee-visit.ts'
import { foundNeed } from './found-need.ts'

const day = '2026-03-02'
const visitors = [
  { person: 'm1', role: 'member' },
  { person: 'h1', role: 'helper' },
]

test('members who visited are persons (F045), women helped are person-times (F049)', () => {
  const facts = factsOf(historyOf(committeeVisit, day, [['visit', 'visited', day]]), {
    visitors,
    homes: 4,
    women: 5,
    helped: 2,
  })
  expect(countsOf(committeeVisit, facts).map((c) => [c.measure.slice(16), c.value, c.person])).toEqual([
    ['visits', 1, undefined],
    ['homes', 4, undefined],
    ['women', 5, undefined],
    ['helped', 2, undefined],
    ['members', 1, 'm1'],
  ])
  expect(countsOf(committeeVisit, { ...facts, state: 'planned' })).toEqual([])
})

test('nobody is helped who was not met, and no visit is told before its day', () => {
  const visit = (answers: object, today = day) =>
    takeStep(
      committeeVisit,
      'visit',
      factsOf(historyOf(committeeVisit, day), { visitors, homes: 1, ...answers }, { today }),
      postOf('chair'),
      undefined,
    )
  expect(visit({ women: 2, helped: 2 })).toBe('visited')
  expect(() => visit({ women: 2, helped: 3 })).toThrow('needs-unmet')
  expect(() => visit({})).toThrow('needs-unmet')
  expect(() => visit({ women: 2 }, '2026-03-01')).toThrow('needs-unmet')
})

test('she is answered within fifteen days, by the township or above (D36)', () => {
  const history = historyOf(foundNeed, day, [['reply', 'answered', '2026-03-17']])
  expect(clocksOf(foundNeed.clocks, history).find((r) => r.clock === 'reply')).toEqual({
    clock: 'reply',
    startedOn: day,
    dueOn: '2026-03-17',
    endedOn: '2026-03-17',
  })
  const facts = factsOf(historyOf(foundNeed, day))
  const village = postOf('chair', { level: 'village' })
  const township = postOf('chair', { own: false, above: true, level: 'township' })
  expect(() => takeStep(foundNeed, 'reply', facts, village, undefined)).toThrow('not-allowed')
  expect(takeStep(foundNeed, 'assign', facts, village, undefined)).toBe('assigned')
  expect(takeStep(foundNeed, 'reply', facts, township, undefined)).toBe('answered')
})

test('a need that was met counts its woman once, when it is named; a need that is taken up again does not', () => {
  const steps = [
    ['reply', 'answered', '2026-03-05'],
    ['resolve', 'done', '2026-03-20'],
  ] as const
  const worth = (answers: object, n = 2, extra: Parameters<typeof historyOf>[2] = []) =>
    countsOf(foundNeed, factsOf(historyOf(foundNeed, day, [...steps.slice(0, n), ...extra]), { ...answers })).map(
      (c) => [c.measure.slice(11), c.on],
    )
  expect(worth({ result: 'done', woman: 'w' })).toEqual([
    ['needs', day],
    ['answered', '2026-03-05'],
    ['solved', '2026-03-20'],
    ['women', '2026-03-20'],
  ])
  expect(worth({ result: 'not-possible', woman: 'w' })).toHaveLength(2)
  expect(worth({ result: 'done', woman: 'w' }, 2, [['again', 'assigned', '2026-03-25']])).toHaveLength(2)
  expect(worth({ result: 'done' }, 0, [['withdraw', 'withdrawn', day]])).toEqual([])
})

test('danger seen on a visit opens a clue with what was seen, and leaves her own words where they are', () => {
  const seen = '院里没有人应，孩子独自在家两天'
  const facts = factsOf(historyOf(foundNeed, day, [['danger', 'recorded', day, { seen }]]), {
    told: '她说的话',
    woman: 'w',
  })
  const [start] = foundNeed.actions.danger?.starts?.(facts) ?? []
  expect(start).toEqual({
    programme: 'risk-clue',
    answers: { kind: 'safety', foundOn: day, source: 'screening', narrative: seen, woman: 'w' },
  })
})

test('an assessment feeds no figure, and a rank or grade must be there to announce it', () => {
  expect([assessmentResult.measures, assessmentResult.counts(factsOf([]), {} as never)]).toEqual([{}, []])
  const scored = (answers: object) => factsOf(historyOf(assessmentResult, day), { ...answers })
  expect(() => takeStep(assessmentResult, 'announce', scored({}), postOf('rights'), undefined)).toThrow('needs-unmet')
  expect(takeStep(assessmentResult, 'announce', scored({ rank: 1 }), postOf('rights'), undefined)).toBe('announced')
})

test('random walks', { timeout: 60_000 }, () => {
  expect([...walk({ programme: foundNeed })]).toEqual(expect.arrayContaining(['answered', 'done', 'closed']))
  expect([...walk({ programme: committeeVisit })]).toContain('visited')
  walk({ programme: assessmentResult })
})
