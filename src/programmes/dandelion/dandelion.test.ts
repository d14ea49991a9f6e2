import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import { dandelionCall } from './dandelion-call.ts'
import { dandelionInstalment } from './dandelion-instalment.ts'
import { dandelionProject } from './dandelion-project.ts'
import { dandelionService } from './dandelion-service.ts'
import { scoreOf } from './project-gates.ts'

const day = '2026-03-02'
const project = {
  title: '家事调解进嘎查',
  uscc: '91350100M000100Y43',
  asked: 5_000_000,
  granted: 4_000_000,
  noticeFrom: '2026-04-01',
  noticeTo: '2026-04-06',
}
const step = (
  action: string,
  state: string,
  more: Parameters<typeof postOf>[1] = {},
  answers: object = {},
  today = '2026-04-07',
  role: 'chair' | 'finance' = 'chair',
) => {
  const history = historyOf(dandelionProject, day, [['x', state, day]])
  return takeStep(
    dandelionProject,
    action,
    factsOf(history, { ...project, ...answers }, { today }),
    postOf(role, more),
    '原因',
  )
}

test('a wrong credit code does not qualify', () => {
  expect(step('qualify', 'applied')).toBe('qualified')
  expect(() => step('qualify', 'applied', {}, { uscc: '91350100M000100Y44' })).toThrow('needs-unmet')
  expect(() => step('qualify', 'applied', { lastHand: true })).toThrow('second-person')
})

test('each judge gives one sheet, not who brought the project in, and three are needed', () => {
  expect(step('judge', 'judging')).toBe('judging')
  for (const took of [['judge'], ['create']]) expect(() => step('judge', 'judging', { took })).toThrow('second-person')
  const sheets = (n: number) =>
    historyOf(dandelionProject, day, [
      ['show', 'judging', day],
      ...Array.from(
        { length: n },
        () => ['judge', 'judging', day, { need: 20, way: 15, reach: 10, strength: 18, budget: 17 }] as const,
      ),
    ])
  const close = (n: number) =>
    takeStep(dandelionProject, 'score', factsOf(sheets(n), project), postOf('rights'), undefined)
  expect(() => close(2)).toThrow('needs-unmet')
  expect(close(3)).toBe('scored')
  expect(scoreOf({ history: sheets(3) })).toEqual({ points: 240, sheets: 3 })
})

test('no contract before the notice is over and its objections answered, nor for more than was asked (D18)', () => {
  expect(step('contract', 'noticed')).toBe('contracted')
  expect(() => step('contract', 'noticed', {}, {}, '2026-04-06')).toThrow('needs-unmet')
  expect(() => step('contract', 'noticed', {}, { granted: 5_000_001 })).toThrow('needs-unmet')
  expect(() => step('contract', 'noticed', { took: ['select'] })).toThrow('second-person')
  expect(() => step('select', 'scored', {}, { noticeTo: '2026-04-03' })).toThrow('needs-unmet')
  const objected = historyOf(dandelionProject, day, [
    ['select', 'noticed', day],
    ['object', 'noticed', day],
  ])
  const facts = factsOf(objected, project, { today: '2026-04-07' })
  expect(() => takeStep(dandelionProject, 'contract', facts, postOf('chair'), undefined)).toThrow('needs-unmet')
  expect(clocksOf(dandelionProject.clocks, objected, project).find((r) => r.clock === 'objection')).toMatchObject({
    dueOn: '2026-03-09',
  })
})

test('a project is one of the 304 from its contract; ended early it is no longer under way (F093)', () => {
  const steps = [
    ['contract', 'contracted', '2026-04-08'],
    ['begin', 'running', '2026-04-10'],
    ['terminate', 'terminated', '2026-06-01'],
  ] as const
  const worth = (n: number) =>
    countsOf(dandelionProject, factsOf(historyOf(dandelionProject, day, steps.slice(0, n)))).map((c) => [
      c.measure.slice(18),
      c.on,
      c.value,
    ])
  expect(worth(0)).toEqual([['applied', day, 1]])
  expect(worth(2)).toEqual([
    ['applied', day, 1],
    ['projects', '2026-04-08', 1],
    ['running', '2026-04-08', 1],
  ])
  expect(worth(3).slice(3)).toEqual([
    ['running', '2026-06-01', -1],
    ['terminated', '2026-06-01', 1],
  ])
})

test('an instalment is approved by another and booked; what a cancelled one set aside is given back', () => {
  const prepared = factsOf(historyOf(dandelionInstalment, day), { amount: 100, fund: 'f' })
  expect(() =>
    takeStep(dandelionInstalment, 'approve', prepared, postOf('chair', { lastHand: true }), undefined),
  ).toThrow('second-person')
  const booked = (steps: Parameters<typeof historyOf>[2]) => {
    const sums: Record<string, number> = {}
    for (const line of dandelionInstalment.postings?.(
      factsOf(historyOf(dandelionInstalment, day, steps), { amount: 100, fund: 'f' }),
    ) ?? [])
      sums[line.account] = (sums[line.account] ?? 0) + line.fen
    return sums
  }
  const approved = ['approve', 'approved', day] as const
  expect(booked([])).toEqual({})
  expect(booked([approved, ['pay', 'paid', day]])).toEqual({ allocated: 100, allocations: -100, paid: 100, cash: -100 })
  expect(booked([approved, ['cancel', 'cancelled', day]])).toEqual({ allocated: 0, allocations: 0 })
})

test('persons and homes of a service are two figures, never one (F094)', () => {
  const done = factsOf(
    historyOf(dandelionService, day, [['finish', 'done', day]]),
    { homes: 12, homesBy: 'estimate' },
    {
      attendance: [{ person: 'w', minutes: null }],
      heads: [{ count: 30, grade: 'B' }],
    },
  )
  expect(countsOf(dandelionService, done).map((c) => [c.measure.slice(18), c.value, c.grade])).toEqual([
    ['services', 1, 'A'],
    ['attendances', 1, 'A'],
    ['attendances', 30, 'B'],
    ['homes', 12, 'C'],
    ['people', 1, 'A'],
  ])
})

test('random walks', { timeout: 120_000 }, () => {
  const states = walk({
    programme: dandelionProject,
    runs: 80,
    always: ({ state, answers, history }) => {
      if (state === 'contracted') expect(Number(answers.granted)).toBeLessThanOrEqual(Number(answers.asked))
      if (state === 'scored') expect(history.filter((d) => d.action === 'judge').length).toBeGreaterThanOrEqual(3)
    },
  })
  expect([...states]).toContain('unqualified')
  expect([...walk({ programme: dandelionCall })]).toContain('dropped')
  const paid = [...walk({ programme: dandelionInstalment })]
  expect(paid).toEqual(expect.arrayContaining(['approved', 'cancelled']))
  expect(paid).not.toContain('paid')
  walk({ programme: dandelionService })
})
