import { cameByGrade, surestGrade } from '../attended.ts'
import type { Counter, Grade } from '../count.ts'
import type { Day } from '../day.ts'
import { flow, type Measure, type MeasureMap, type SumMeasure, stock } from '../measure.ts'
import type { Counted, Facts } from '../programme.ts'
import type { Label } from '../unit.ts'
import { gone } from './patterns.ts'
import type { FieldSpec, LocalSpec, MeasureSpec } from './spec.ts'

const inBoth = ({ zh, en }: { zh: string; en: string }): Label => ({ zh, en: en || zh })

/** People typed in as a number are attendances: nobody knows whether one of them came twice. */
const isPeopleWord = (unit: string) => /^(人|名|位|人次|名次)$/.test(unit)
/** Households told as a number are visits, never households (united by who stands for them); people alike. */
const additiveWord = (unit: string) => (unit === '户' ? '户次' : isPeopleWord(unit) ? '人次' : unit)

/** What one of its measures is, as the catalogue says it. */
export function measureOf(spec: LocalSpec, { counts, field, ...said }: MeasureSpec): Measure {
  const kind = { label: inBoth(said.label), includes: said.includes, excludes: said.excludes }
  const own = additiveWord(spec.noun.zh)
  const noun = own === spec.noun.zh ? spec.noun : { zh: own, en: '' }
  if (counts === 'persons') return flow('person', kind)
  if (counts === 'attendances') return flow('person-time', kind)
  if (counts === 'records') {
    if (spec.kind === 'activity') return flow('session', { ...kind, ...worded(own, '场', noun) })
    if (spec.kind === 'place') return stock('place', { ...kind, ...worded(own, '个', noun) })
    return flow('item', { ...kind, ...worded(own, '件', noun) })
  }
  const of = spec.fields.find(({ key }) => key === field)
  if (of?.kind === 'money') return flow('yuan', kind)
  if (isPeopleWord(of?.unit ?? '')) return flow('person-time', kind)
  const unit = additiveWord(of?.unit ?? '')
  return flow('item', { ...kind, ...worded(unit, '', { zh: unit, en: '' }) })
}

const worded = (unit: string, usual: string, word: { zh: string; en: string }): Pick<SumMeasure, 'unitLabel'> =>
  unit === '' || unit === usual ? {} : { unitLabel: inBoth(word) }

/**
 * What a record of this spec is worth. It counts while it stands in the measure's state or further on; an activity on its
 * day, everything else on the day it came to that state. A place that closed is taken off on that day.
 */
export function countsBy(spec: LocalSpec, line: readonly string[]) {
  const fields = new Map(spec.fields.map((f) => [f.key, f]))
  return (facts: Facts, count: Counter<MeasureMap>): readonly Counted[] =>
    spec.measures.flatMap((measure) => {
      const at = line.indexOf(measure.state)
      const stands = line.indexOf(facts.state) >= at
      const on = dayOf(spec, line, facts, measure.state)
      if (on === undefined) return []
      if (spec.kind === 'place' && measure.counts === 'records') {
        const ended = facts.state === gone && facts.reached[gone]
        if (!stands && !ended) return []
        return [count.one(measure.key as never, on), ended && count.gone(measure.key as never, ended)]
      }
      if (!stands) return []
      if (measure.counts === 'records')
        return [count.one(measure.key as never, on, spec.kind === 'activity' ? surestGrade(facts) : 'A')]
      return worth(measure, fields, facts, on, count, gradeOf(spec))
    })
}

/** Numbers that were typed in: counted where a second person checked them, an estimate where nobody did. */
const gradeOf = (spec: LocalSpec): Grade => (spec.pattern === 'record' ? 'C' : 'B')

function dayOf(spec: LocalSpec, line: readonly string[], facts: Facts, state: string): Day | undefined {
  if (spec.kind === 'activity' || state === line[0]) return facts.on
  return facts.reached[state]
}

function worth(
  { key, counts, field }: MeasureSpec,
  fields: ReadonlyMap<string, FieldSpec>,
  facts: Facts,
  on: Day,
  count: Counter<MeasureMap>,
  typed: Grade,
): Counted[] {
  const measure = key as never
  const answer = field === undefined ? undefined : facts.answers[field]
  if (counts === 'attendances') return cameByGrade(facts).map(({ grade, came }) => count.many(measure, came, on, grade))
  if (counts === 'persons') {
    if (field !== undefined) return [typeof answer === 'string' && count.person(measure, on, answer)]
    return facts.attendance.map(({ person }) => count.person(measure, on, person))
  }
  if (typeof answer !== 'number' || field === undefined) return []
  return fields.get(field)?.kind === 'money'
    ? [count.money(measure, answer, on, typed)]
    : [count.many(measure, answer, on, typed)]
}
