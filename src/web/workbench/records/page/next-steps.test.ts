import { expect, test } from 'vitest'
import type { Ability } from '../data/shapes.ts'
import { gatesNow, mayOpen, nextSteps } from './next-steps.ts'

const check = (id: string, met: boolean, by: string[] = [], route = false) => ({
  check: id,
  label: { zh: id, en: id },
  rule: '',
  met,
  by,
  waits: false,
  route,
})
type Check = ReturnType<typeof check>

const step = (id: string, more: Partial<Ability> & { checks?: Check[] } = {}): Ability => ({
  id,
  label: { zh: id, en: id },
  fills: [],
  asks: [],
  reason: false,
  secondPerson: false,
  moves: null,
  tone: 'plain',
  checks: [],
  allowed: (more.checks ?? []).every(({ met }) => met),
  ...more,
})
const seen = (actions: Ability[]) => {
  const { primary, shown, folded } = nextSteps({
    checks: actions.flatMap(({ checks }) => checks),
    abilities: { actions },
  })
  return { primary: primary?.id, shown: shown.map(({ id }) => id), folded: folded.map(({ id }) => id) }
}

test('the main step with nothing in its way comes first; one that waits hands the lead to the only step that clears it', () => {
  const told = step('told')
  expect(seen([told, step('accept', { tone: 'main' })])).toEqual({
    primary: 'accept',
    shown: ['accept', 'told'],
    folded: [],
  })
  const waits = step('accept', { tone: 'main', checks: [check('rights', false, ['told'])] })
  expect(seen([waits, step('other'), told])).toEqual({
    primary: 'told',
    shown: ['told', 'accept', 'other'],
    folded: [],
  })
})

test('where she must choose between ways, none is pressed on her', () => {
  const waits = step('triage', { tone: 'main', checks: [check('graded', false, ['orange', 'ordinary'])] })
  expect(seen([waits, step('orange'), step('ordinary')]).primary).toBeUndefined()
})

test('more than six ordinary steps: what is waited for stands open, what is settled and the rest are folded', () => {
  const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => step(id))
  const waits = step('accept', {
    tone: 'main',
    checks: [check('rights', false, ['told']), check('consent', true, ['said'])],
  })
  const { shown, folded } = seen([waits, step('said'), ...others, step('told')])
  expect(shown).toEqual(['told', 'accept', 'a', 'b', 'c', 'd', 'e'])
  expect(folded).toEqual(['said', 'f'])
})

test('a form opens for a gap it fills itself, not for one another step must close; the closed one of two ways is not shown', () => {
  expect(mayOpen(step('accept', { fills: ['committee'], checks: [check('named', false)] }))).toBe(true)
  expect(mayOpen(step('agree', { fills: ['clauses', 'signed'], checks: [check('screened', false, ['screen'])] }))).toBe(
    false,
  )
  const early = step('contract', {
    fills: ['number', 'money'],
    checks: [{ ...check('noticeOver', false), waits: true }],
  })
  expect(mayOpen(early)).toBe(false)
  const closed = step('petition', { tone: 'main', checks: [check('isPetition', false, [], true)] })
  expect(seen([closed, step('accept', { tone: 'main' })]).shown).toEqual(['accept'])
})

test('conditions shown are those of the main steps from here', () => {
  const action = (from: string[], needs: string[], tone: string) => ({ from, needs, tone, label: { zh: '', en: '' } })
  const view = { state: 'new', checks: [check('now', false), check('later', false), check('way', true, [], true)] }
  const actions = [action(['new'], ['now', 'way'], 'main'), action(['old'], ['later'], 'main')]
  expect(gatesNow(view, actions).map((gate) => gate.check)).toEqual(['now'])
})
