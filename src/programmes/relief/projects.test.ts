import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { heldOf } from '../../core/grant-money.ts'
import { abilitiesOf, countsOf, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { projectSpending } from './project-spending.ts'
import { reliefProject } from './relief-project.ts'

type Steps = Parameters<typeof historyOf>[2]
const at = (programme: Programme, steps: Steps, answers: object) =>
  factsOf(historyOf(programme, firstDay, steps), { ...answers })
const worth = (programme: Programme, facts: Facts) =>
  countsOf(programme, facts).map((c) => [c.measure.slice(programme.id.length + 1), c.on, c.value])
const booked = (facts: Facts) => {
  const sums: Record<string, number> = {}
  for (const { account, fen } of projectSpending.postings?.(facts) ?? []) sums[account] = (sums[account] ?? 0) + fen
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0))
}
const unmet = (programme: Programme, facts: Facts, action: string) =>
  abilitiesOf(programme, facts, postOf('rights'))
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)

const plan = { planned: 1_123_500_00, beneficiaries: 900, fund: 'f', filing: '备案-1', endsOn: '2026-12-31' }
const running: Steps = [
  ['approve', 'approved', '2026-03-05'],
  ['run', 'running', '2026-03-10'],
]
const accepted: Steps = [...running, ['accept', 'accepted', '2026-11-02']]

test('a plan is a measure of its own: nothing of it is raised, spent or booked, and it ends with the project (F050, C24)', () => {
  const planned = [
    ['planned', firstDay, 1_123_500_00],
    ['projects', firstDay, 1],
  ]
  for (const steps of [[], running]) expect(worth(reliefProject, at(reliefProject, steps, plan))).toEqual(planned)
  expect(worth(reliefProject, at(reliefProject, accepted, plan))).toEqual([...planned, ['accepted', '2026-11-02', 1]])
  expect(worth(reliefProject, at(reliefProject, [['cancel', 'cancelled', '2026-03-09']], plan))).toEqual([])
  expect(reliefProject.postings).toBeUndefined()
  expect(reliefProject.measures.planned?.label.zh).toContain('拟')
  for (const words of ['实际募集', '实际支出'])
    expect(reliefProject.measures.planned?.flow === 'flow' && reliefProject.measures.planned.excludes).toContain(words)
})

test('approved and accepted by another; raised after the filing of the plan (慈善法 第二十四条); run on a fund of its own', () => {
  const proposed = (more: object) => at(reliefProject, [], { ...plan, ...more })
  expect(unmet(reliefProject, proposed({}), 'approve')).toEqual([])
  expect(unmet(reliefProject, proposed({ planned: 0, endsOn: firstDay }), 'approve')).toEqual(['something', 'ahead'])
  expect(() => takeStep(reliefProject, 'approve', proposed({}), postOf('rights', { lastHand: true }), '')).toThrow(
    'second-person',
  )
  const approved = (more: object) => at(reliefProject, running.slice(0, 1), { ...plan, ...more })
  expect(unmet(reliefProject, approved({ filing: undefined }), 'raise')).toEqual(['filed'])
  expect(unmet(reliefProject, approved({ fund: undefined }), 'run')).toEqual(['funded'])
  expect(() =>
    takeStep(reliefProject, 'accept', at(reliefProject, running, plan), postOf('chair', { lastHand: true }), ''),
  ).toThrow('second-person')
})

test('progress is published every three months, and everything within three months of the end (慈善法 第七十九条)', () => {
  const due = (steps: Steps, clock: string) =>
    clocksOf(reliefProject.clocks, historyOf(reliefProject, firstDay, steps))
      .filter((run) => run.clock === clock && !run.endedOn)
      .map((run) => run.dueOn)
  expect(due(running, 'running')).toEqual(['2026-06-10'])
  const published: Steps = [...running, ['progress', 'running', '2026-06-09']]
  expect(due(published, 'running')).toEqual(['2026-09-10'])
  expect(due(accepted, 'running')).toEqual([])
  expect(due(accepted, 'disclose')).toEqual(['2027-02-02'])
  expect(due([...accepted, ['disclose', 'disclosed', '2027-02-02']], 'disclose')).toEqual([])
  for (const clock of Object.values(reliefProject.clocks)) expect(clock).toMatchObject({ legal: true })
})

const bill = { project: 'p', fund: 'f', amount: 30_000_00, papers: true, payee: '某培训学校' }
const paid: Steps = [
  ['approve', 'approved', '2026-03-05'],
  ['pay', 'paid', '2026-03-12'],
]

test('a project pays an organisation on papers seen and another’s word, within five working days', () => {
  expect(unmet(projectSpending, at(projectSpending, [], bill), 'approve')).toEqual([])
  expect(unmet(projectSpending, at(projectSpending, [], { ...bill, papers: false, amount: 0 }), 'approve')).toEqual([
    'something',
    'papersSeen',
  ])
  expect(() =>
    takeStep(projectSpending, 'approve', at(projectSpending, [], bill), postOf('chair', { lastHand: true }), ''),
  ).toThrow('second-person')
  expect(
    clocksOf(projectSpending.clocks, historyOf(projectSpending, firstDay)).find((run) => run.clock === 'approve')
      ?.dueOn,
  ).toBe('2026-03-09')
  const bounced = at(projectSpending, [...paid, ['bounce', 'bank-returned', '2026-03-13']], bill)
  expect(() =>
    takeStep(projectSpending, 'correct', bounced, postOf('chair', { took: ['approve'] }), '账号有误'),
  ).toThrow('second-person')
})

test('only what left is spent; what the bank sent back is taken off', () => {
  const aside = { allocated: 30_000_00, allocations: -30_000_00 }
  expect(booked(at(projectSpending, [], bill))).toEqual({})
  expect(booked(at(projectSpending, paid.slice(0, 1), bill))).toEqual(aside)
  expect(worth(projectSpending, at(projectSpending, paid.slice(0, 1), bill))).toEqual([])
  expect(booked(at(projectSpending, paid, bill))).toEqual({ ...aside, paid: 30_000_00, cash: -30_000_00 })
  expect(worth(projectSpending, at(projectSpending, paid, bill))).toEqual([
    ['payments', '2026-03-12', 1],
    ['paid', '2026-03-12', 30_000_00],
  ])
  const back: Steps = [...paid, ['bounce', 'bank-returned', '2026-03-13'], ['cancel', 'cancelled', '2026-03-16']]
  expect(booked(at(projectSpending, back, bill))).toEqual({ paid: 30_000_00, returned: -30_000_00 })
  expect(worth(projectSpending, at(projectSpending, back, bill))).toEqual([
    ['paid', '2026-03-12', 30_000_00],
    ['paid', '2026-03-13', -30_000_00],
  ])
})

test('random walks: no more is with the payee than was approved', { timeout: 60_000 }, () => {
  const spent = walk({
    programme: projectSpending,
    everyHand: true,
    always: (facts) => {
      const lines = projectSpending.postings?.(facts) ?? []
      expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(0)
      const held = heldOf(facts.history, Number(facts.answers.amount ?? 0))
      const cash = lines.filter((line) => line.account === 'cash').reduce((sum, line) => sum + line.fen, 0)
      expect(cash + held).toBe(0)
    },
  })
  for (const state of ['approved', 'paid', 'bank-returned', 'refused', 'cancelled']) expect(spent).toContain(state)
  const projects = walk({ programme: reliefProject, everyHand: true })
  for (const state of ['approved', 'raising', 'running', 'accepted', 'cancelled']) expect(projects).toContain(state)
})
