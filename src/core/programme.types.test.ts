import { expect, test } from 'vitest'
import { field } from './field.ts'
import { flow } from './measure.ts'
import { defineProgramme } from './programme.ts'
import { addAmounts } from './unit.ts'

const words = (zh: string) => ({ label: { zh, en: zh }, class: 'P1' as const })
const label = { zh: '', en: '' }
const evening = {
  id: 'evening',
  version: 1,
  kind: 'activity',
  service: 'test',
  label,
  short: label,
  noun: label,
  help: label,
  sources: [],
  access: { see: ['chair'], create: ['chair'] },
  fields: { title: field.text(words('题目')), heldOn: field.day(words('日期')) },
  title: 'title',
  dated: 'heldOn',
  states: { planned: label, held: label },
  initial: 'planned',
} as const
const measures = {
  sessions: flow('session', { label, includes: '', excludes: '' }),
  people: flow('person', { label, includes: '', excludes: '' }),
}

test('tsc refuses misspelt names: each line below fails the build when it compiles', () => {
  // @ts-expect-error a state
  defineProgramme({ ...evening, initial: 'planed', actions: {}, measures, counts: () => [] })
  // @ts-expect-error a field
  defineProgramme({ ...evening, dated: 'heldon', actions: {}, measures, counts: () => [] })
  defineProgramme({
    ...evening,
    // @ts-expect-error a role
    actions: { hold: { label, from: ['planned'], to: 'held', by: ['chairs'] } },
    measures,
    counts: () => [],
  })
  defineProgramme({
    ...evening,
    // @ts-expect-error a state in an action
    actions: { hold: { label, from: ['planed'], to: 'held', by: ['chair'] } },
    measures,
    counts: () => [],
  })
  defineProgramme({
    ...evening,
    // @ts-expect-error a check that is not defined
    actions: { hold: { label, from: ['planned'], to: 'held', by: ['chair'], needs: ['nothing'] } },
    measures,
    counts: () => [],
  })
  // @ts-expect-error a measure
  defineProgramme({ ...evening, actions: {}, measures, counts: (e, count) => [count.one('session', e.on)] })
  // @ts-expect-error a person counted on a measure of sessions
  defineProgramme({ ...evening, actions: {}, measures, counts: (e, count) => [count.person('sessions', e.on, 'id')] })
  // @ts-expect-error two units added
  addAmounts({ unit: 'session', value: 1 }, { unit: 'person-time', value: 1 })
  // @ts-expect-error persons are united, never summed
  addAmounts({ unit: 'person', value: 1 }, { unit: 'person', value: 1 })
  expect(
    defineProgramme({ ...evening, actions: {}, measures, counts: (e, count) => [count.one('sessions', e.on)] }).id,
  ).toBe('evening')
})
