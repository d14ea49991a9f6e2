import { expect, test } from 'vitest'
import type { Programme } from '../../../../core/programme.ts'
import { familyStory } from '../../../../programmes/family-story/family-story.ts'
import { mediation } from '../../../../programmes/mediation/mediation.ts'
import type { HistoryItem, ProgrammeShape } from '../data/shapes.ts'
import { mainPath, stepsOf } from './path-of.ts'

/** The parts of a definition the path is read from, as the server sends them. */
const shapeOf = (programme: Programme): ProgrammeShape =>
  ({
    initial: programme.initial,
    states: Object.entries(programme.states).map(([id, label]) => ({ id, label })),
    actions: Object.entries(programme.actions).map(([id, { from, to, tone }]) => ({
      id,
      from,
      to,
      tone: tone ?? 'plain',
    })),
  }) as unknown as ProgrammeShape
const done = (action: string, from: string | null, to: string, on: string) => ({ action, from, to, on }) as HistoryItem
const words = { notYet: '未到', times: (count: number) => `第 ${count} 次` }

test('the way of a procedure follows its main steps', () => {
  expect(mainPath(shapeOf(mediation))).toEqual(['applied', 'accepted', 'mediating', 'agreed', 'performing', 'done'])
  expect(mainPath(shapeOf(familyStory))).toEqual(['planned', 'held'])
})

test('a case in its second session stands at mediating, with the days before and nothing after', () => {
  const history = [
    done('create', null, 'applied', '2026-10-26'),
    done('accept', 'applied', 'accepted', '2026-10-27'),
    done('session', 'accepted', 'mediating', '2026-11-05'),
    done('session', 'mediating', 'mediating', '2026-11-18'),
  ]
  const steps = stepsOf(shapeOf(mediation), { state: 'mediating', history }, 'zh', words)
  expect(steps.map((step) => `${step.label} ${step.note} ${step.state}`)).toEqual([
    '待受理 10-26 done',
    '已受理 10-27 done',
    '调解中 第 2 次 now',
    '达成协议 未到 todo',
    '履行中 未到 todo',
    '办结 未到 todo',
  ])
})

test('a case stopped for safety shows how far it came and that it ended there', () => {
  const history = [done('create', null, 'applied', '2026-10-26'), done('block', 'applied', 'blocked', '2026-10-27')]
  const steps = stepsOf(shapeOf(mediation), { state: 'blocked', history }, 'zh', words)
  expect(steps.map((step) => [step.key, step.state])).toEqual([
    ['applied', 'done'],
    ['blocked', 'now'],
  ])
})
