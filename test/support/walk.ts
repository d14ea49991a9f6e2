import fc from 'fast-check'
import { expect } from 'vitest'
import { clocksOf } from '../../src/core/clock.ts'
import { addCalendarDays } from '../../src/core/day.ts'
import { answersSchema, type FieldMap, missingIn } from '../../src/core/field.ts'
import type { Level } from '../../src/core/org-code.ts'
import { abilitiesOf, countsOf, reachedIn, type Standing, takeStep } from '../../src/core/procedure.ts'
import type { Action, Done, Facts, Programme } from '../../src/core/programme.ts'
import { roleIds } from '../../src/core/role.ts'
import { findProgramme } from '../../src/registry.ts'
import { answersFor, type Draw, drawFrom } from './answers.ts'

export const firstDay = '2026-03-02'

export interface Walk {
  readonly programme: Programme
  /** Said of every record on the way, after each step that was taken. */
  readonly always?: (facts: Facts) => void
  readonly runs?: number
  /** Each step by a post of the level it asks for, and by the house where nobody else takes it. */
  readonly everyHand?: boolean
}

const handler = (role: Standing['role'], took: readonly string[], level: Level = 'banner'): Standing => ({
  role,
  own: true,
  above: false,
  handler: true,
  lastHand: false,
  level,
  took,
})
const house: Standing = { ...handler('finance', []), house: true }

/** What the definition says, read without the engine: state, post, condition, reason. */
function mayBeTaken(programme: Programme, action: Action, facts: Facts, who: Standing, reason: string): boolean {
  const rightState = action.from === 'any' || action.from.includes(facts.state)
  const rightPost =
    who.house || (action.by.includes(who.role) && (!action.at || (who.level && action.at.includes(who.level))))
  const another = !(action.otherThan ?? []).some((step) => who.took?.includes(step))
  const met = (action.needs ?? []).every((check) => programme.checks[check]?.met(facts))
  const near = who.house || action.reach !== 'receiver'
  return rightState && Boolean(rightPost) && another && met && near && !(action.reason && reason === '')
}

const fieldsOf = (all: FieldMap, keys: readonly string[]): FieldMap =>
  Object.fromEntries(keys.flatMap((key) => (all[key] ? [[key, all[key]]] : [])))

/** A record that a step opens elsewhere can be opened: its answers fit, and nothing required is missing. */
function expectStartable(action: Action, facts: Facts): void {
  for (const { programme: id, answers } of action.starts?.(facts) ?? []) {
    const target = findProgramme(id)
    expect(target, id).toBeDefined()
    if (!target) continue
    const opens = fieldsOf(target.fields, target.opens)
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined))
    expect(answersSchema(opens).safeParse(given).error?.message ?? '', id).toBe('')
    expect(missingIn(opens, given), id).toEqual([])
  }
}

function opened(programme: Programme, draw: Draw): Facts {
  const answers = { ...answersFor(fieldsOf(programme.fields, programme.opens), draw), [programme.dated]: firstDay }
  const history: Done[] = [
    {
      action: 'create',
      from: undefined,
      to: programme.initial,
      on: firstDay,
      at: `${firstDay}T01:00:00Z`,
      answers: {},
    },
  ]
  const person = programme.personField ? String(answers[programme.personField]) : undefined
  return {
    state: programme.initial,
    on: firstDay,
    answers,
    history,
    reached: reachedIn(history),
    person,
    attendance: [],
    heads: [],
  }
}

/** Steps that keep a record going; without them most walks end early in a closed state. */
const onwardFrom = (programme: Programme, state: string, main: boolean, byHouse: boolean): string[] =>
  Object.entries(programme.actions)
    .filter(
      ([, { from, to, tone, by }]) =>
        from !== 'any' &&
        from.includes(state) &&
        (tone === 'main' || (!main && to === 'same') || (byHouse && by.length === 0)),
    )
    .map(([name]) => name)

/**
 * Random steps by random posts, with and without a reason, through a definition: each is taken exactly when state, post,
 * conditions and reason allow it, leads where the table says, and leaves clocks and counts that can be told twice.
 * Walks on for some rounds while a state has not been met: a rare one is not left to luck.
 */
export function walk(how: Walk): Set<string> {
  const reachedStates = new Set([how.programme.initial])
  for (let round = 0; round < 4 && reachedStates.size < Object.keys(how.programme.states).length; round++)
    walkOnce(how, reachedStates)
  return reachedStates
}

function walkOnce({ programme, always, runs = 60, everyHand = false }: Walk, reachedStates: Set<string>): void {
  const names = Object.keys(programme.actions)
  const step = fc.record({
    action: fc.constantFrom(...names),
    role: fc.constantFrom(...roleIds),
    fits: fc.integer({ min: 0, max: 9 }),
    reason: fc.constantFrom('', '写明原因', '写明原因', '写明原因'),
    stranger: fc.integer({ min: 0, max: 11 }),
  })
  fc.assert(
    fc.property(fc.nat(), fc.array(step, { maxLength: 100, size: 'max' }), (seed, steps) => {
      const draw = drawFrom(seed)
      let facts = opened(programme, draw)
      for (const [i, { action: any, role, fits, reason, stranger }] of steps.entries()) {
        const onward = fits > 1 ? onwardFrom(programme, facts.state, fits > 5, everyHand) : []
        const name = onward.length > 0 ? (onward[draw(onward.length)] ?? any) : any
        const action = programme.actions[name]
        if (!action) continue
        const fitting = action.by[draw(action.by.length)]
        const took = draw(4) === 0 ? facts.history.map((done) => done.action) : []
        const level = everyHand ? action.at?.[draw(action.at.length)] : undefined
        const post = handler(fits > 0 && fitting ? fitting : role, took, level)
        const near = everyHand && action.by.length === 0 && fits > 1 && stranger > 0 ? house : post
        const who = stranger === 0 ? { ...near, own: false, handler: false } : near
        const filled = answersFor(fieldsOf(programme.fields, action.fills ?? []), draw)
        const before = { ...facts, answers: { ...facts.answers, ...filled } }
        const expected = stranger !== 0 && mayBeTaken(programme, action, before, who, reason)
        const offered = near.house
          ? expected
          : (abilitiesOf(programme, before, who).find((a) => a.action === name)?.allowed ?? false)
        if (reason !== '' && offered !== expected) expect.fail(`${name} is offered: ${offered}, may be: ${expected}`)
        let to: string | undefined
        try {
          to = takeStep(programme, name, before, who, reason)
        } catch {
          to = undefined
        }
        const lands = expected ? (action.to === 'same' ? facts.state : action.to) : undefined
        if (to !== lands) expect.fail(`${name} in ${facts.state} by ${who.role}: ${to} instead of ${lands}`)
        if (to === undefined) continue
        const on = addCalendarDays(firstDay, i)
        const answers = answersFor(action.asks ?? {}, draw)
        const history = [...facts.history, { action: name, from: facts.state, to, on, at: `${on}T02:00:00Z`, answers }]
        facts = { ...before, state: to, history, reached: reachedIn(history) }
        reachedStates.add(to)
        expectStartable(action, facts)
        always?.(facts)
      }
      const { on } = facts.history.at(-1) ?? { on: firstDay }
      expect(clocksOf(programme.clocks, facts.history, facts.answers).filter((run) => run.startedOn > on)).toEqual([])
      const counts = countsOf(programme, facts)
      expect(countsOf(programme, facts)).toEqual(counts)
      expect(counts.filter((count) => count.on < firstDay || !Number.isInteger(count.value))).toEqual([])
    }),
    { numRuns: runs, endOnFailure: true },
  )
}
