import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, takeStep } from '../../core/procedure.ts'
import { riskClue } from './risk-clue.ts'
import { screeningRound } from './screening-round.ts'

const day = '2026-03-06'
const clue = { kind: 'safety', foundOn: day, source: 'neighbour', narrative: '夜里听到哭喊声，邻居说有三次' }
const worth = (facts: Parameters<typeof countsOf>[1], programme = riskClue) =>
  countsOf(programme, facts).map((c) => [c.measure, c.on, c.value])

test('a red clue is late after thirty minutes, a green one after five working days; a new grade stops the old clock', () => {
  const graded = (steps: Parameters<typeof historyOf>[2]) => clocksOf(riskClue.clocks, historyOf(riskClue, day, steps))
  const red = graded([['red', 'graded', day]]).find((r) => r.clock === 'goRed')
  expect(red).toMatchObject({ dueAt: '2026-03-06T02:30:00.000Z' })
  expect(graded([['green', 'graded', day]]).find((r) => r.clock === 'goGreen')).toMatchObject({ dueOn: '2026-03-13' })
  const changed = graded([
    ['red', 'graded', day],
    ['yellow', 'graded', day],
  ])
  expect(changed.find((r) => r.clock === 'goRed')?.endedOn).toBe(day)
  expect(changed.find((r) => r.clock === 'goYellow')).toEqual({
    clock: 'goYellow',
    startedOn: day,
    dueOn: '2026-03-09',
  })
  const visited = graded([
    ['red', 'graded', day],
    ['visit', 'visited', day],
  ])
  expect(visited.find((r) => r.clock === 'goRed')?.endedOn).toBe(day)
})

test('a clue is kept ninety days, or to the day that was said; only the house lets it expire', () => {
  const history = historyOf(riskClue, day)
  const kept = (answers = {}) => clocksOf(riskClue.clocks, history, answers).find((r) => r.clock === 'keep')?.dueOn
  expect(kept()).toBe('2026-06-04')
  expect(kept({ keepUntil: '2026-04-01' })).toBe('2026-04-01')
  expect(riskClue.clocks.keep?.expires).toBe('expire')
  const offered = abilitiesOf(riskClue, factsOf(history, clue), postOf('rights')).map((a) => a.action)
  expect(offered).not.toContain('expire')
  expect(takeStep(riskClue, 'expire', factsOf(history, clue), postOf('rights', { house: true }), undefined)).toBe(
    'expired',
  )
})

test('danger is not called unfounded, nor solved, before somebody has seen her', () => {
  const graded = factsOf(historyOf(riskClue, day, [['red', 'graded', day]]), clue)
  expect(() => takeStep(riskClue, 'unfounded', graded, postOf('chair'), '没事')).toThrow('needs-unmet')
  const seen = (safe: string) =>
    factsOf(
      historyOf(riskClue, day, [
        ['red', 'graded', day],
        ['visit', 'visited', day, { safe }],
      ]),
      clue,
    )
  expect(() => takeStep(riskClue, 'resolve', seen('unknown'), postOf('chair'), undefined)).toThrow('needs-unmet')
  expect(takeStep(riskClue, 'resolve', seen('yes'), postOf('chair'), undefined)).toBe('resolved')
  expect(takeStep(riskClue, 'unfounded', seen('yes'), postOf('chair'), '没事')).toBe('unfounded')
})

test('a converted clue opens a rights case with what was seen, and counts as a clue, not as a mediation', () => {
  const converted = factsOf(historyOf(riskClue, day, [['convert', 'converted', '2026-03-07']]), clue)
  const [start] = riskClue.actions.convert?.starts?.(converted) ?? []
  expect(start).toMatchObject({
    programme: 'rights-case',
    answers: { category: 'personal', narrative: clue.narrative },
  })
  expect(worth(converted)).toEqual([
    ['risk-clue.clues', day, 1],
    ['risk-clue.converted', '2026-03-07', 1],
  ])
  expect(worth({ ...converted, state: 'unfounded' })).toEqual([])
  expect(worth(factsOf(historyOf(riskClue, day), clue))).toEqual([])
})

test('a round counts its homes as visits to homes, never as households; it has no field for a family', () => {
  const done = factsOf(historyOf(screeningRound, day, [['finish', 'done', '2026-03-20']]), {
    households: 41,
    method: 'sheet',
  })
  expect(worth(done, screeningRound)).toEqual([
    ['screening-round.rounds', day, 1],
    ['screening-round.homes', day, 41],
  ])
  const kinds = Object.values(screeningRound.fields).map((f) => f.kind)
  expect(kinds.filter((kind) => kind === 'person' || kind === 'people' || kind === 'list')).toEqual([])
  expect(Object.values(screeningRound.measures).map((m) => m.unit)).not.toContain('household')
})

test('random walks', { timeout: 60_000 }, () => {
  const states = walk({
    programme: riskClue,
    runs: 80,
    always: ({ state, history }) => {
      if (state === 'resolved') expect(history.findLast((d) => d.action === 'visit')?.answers.safe).toBe('yes')
    },
  })
  expect([...states]).toEqual(expect.arrayContaining(['graded', 'assigned', 'visited', 'converted']))
  expect([...states]).not.toContain('expired')
  expect([...walk({ programme: screeningRound })]).toContain('done')
})
