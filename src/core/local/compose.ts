import { attendedChecks } from '../attended-checks.ts'
import { type Field, type FieldMap, field } from '../field.ts'
import type { MeasureMap } from '../measure.ts'
import { levelOf, levels, type OrgCode } from '../org-code.ts'
import type { Programme } from '../programme.ts'
import type { Role } from '../role.ts'
import type { Label } from '../unit.ts'
import { countsBy, measureOf } from './counting.ts'
import { procedureOf } from './patterns.ts'
import type { FieldSpec, LocalSpec } from './spec.ts'

/** Where a spec stands: the programme's id, its version, and the organisation whose subtree it is for. */
export interface LocalMark {
  readonly id: string
  readonly version: number
  readonly owner: OrgCode
  /** No new records; those there are go on. */
  readonly closed?: boolean
  /** What versions before this one counted, and it does not any more: their records still do. */
  readonly former?: MeasureMap
}

const inBoth = ({ zh, en }: { zh: string; en: string }): Label => ({ zh, en: en || zh })
const mostOfANumber = 99_999_999

/** The levels of an organisation's subtree, its own first. */
export const levelsBelow = (owner: OrgCode) => levels.slice(levels.indexOf(levelOf(owner)))

/**
 * A definition from a spec, like any other: pure, so that server, browser and verification compose the same. Give it a spec
 * that checkSpec let through.
 */
export function compose(spec: LocalSpec, mark: LocalMark): Programme {
  const { line, ...procedure } = procedureOf(spec)
  const steps = [spec.record, spec.check, spec.approve].flatMap((who) => who?.roles ?? [])
  const see: Role[] = [...new Set<Role>([...steps, ...spec.see])]
  const fields = fieldsOf(spec)
  const measures = Object.fromEntries(spec.measures.map((m) => [m.key, measureOf(spec, m)]))
  return {
    id: mark.id,
    version: mark.version,
    kind: spec.kind,
    service: 'local',
    label: inBoth(spec.label),
    short: inBoth(spec.short),
    noun: inBoth(spec.noun),
    help: inBoth(spec.help),
    sources: [],
    confidential: false,
    local: {
      owner: mark.owner,
      makers: spec.record.levels,
      closed: mark.closed ?? false,
      spec,
    },
    access: { see, create: spec.record.roles },
    fields,
    title: 'title',
    dated: 'on',
    opens: Object.keys(fields),
    ...procedure,
    silentIn: [],
    forgetsIn: [],
    shownBelow: [],
    checks: spec.kind === 'activity' ? attendedChecks : {},
    documents: {},
    receiverSees: [],
    measures: { ...mark.former, ...measures },
    counts: countsBy(spec, line),
  }
}

/** Every version of a programme, each with what those before it counted. `specs` are in order, version 1 first. */
export function composeVersions(specs: readonly LocalSpec[], mark: Omit<LocalMark, 'version' | 'former'>): Programme[] {
  return specs.map((spec, at) =>
    compose(spec, { ...mark, version: at + 1, former: formerOf(specs.slice(0, at), spec) }),
  )
}

/** Measures of earlier versions that a spec has no more: their figures stay, and say so. */
function formerOf(earlier: readonly LocalSpec[], spec: LocalSpec): MeasureMap {
  const kept = new Set(spec.measures.map(({ key }) => key))
  return Object.fromEntries(
    earlier.flatMap((before) =>
      before.measures
        .filter(({ key }) => !kept.has(key))
        .map((m) => {
          const measure = measureOf(before, m)
          const label = { zh: `${measure.label.zh}（前一版）`, en: `${measure.label.en} (earlier version)` }
          return [m.key, { ...measure, label }]
        }),
    ),
  )
}

function fieldsOf(spec: LocalSpec): FieldMap {
  const place: FieldMap =
    spec.kind === 'activity'
      ? { place: field.text({ label: { zh: '地点', en: 'Place' }, class: 'P1', required: true, min: 2, max: 80 }) }
      : {}
  return {
    title: field.text({
      label: inBoth(spec.title),
      class: 'P1',
      required: true,
      min: 2,
      max: 60,
      help: { zh: '不要写人的姓名。', en: 'No name of a person.' },
    }),
    on: field.day({ label: inBoth(spec.dated), class: 'P1', required: true, past: spec.kind !== 'activity' }),
    ...place,
    ...Object.fromEntries(spec.fields.map((f) => [f.key, asField(f)])),
  }
}

function asField({ kind, label, help, required, unit, options, ...f }: FieldSpec): Field {
  const said = { label: inBoth(label), class: f.class, required, ...(help && { help: { zh: help, en: help } }) }
  const choices = Object.fromEntries(options.map((o) => [o.key, inBoth(o.label)]))
  switch (kind) {
    case 'text':
      return field.text(said)
    case 'long-text':
      return field.text({ ...said, max: 1000 })
    case 'number':
      return field.integer({ ...said, max: mostOfANumber, ...(unit && { unitLabel: { zh: unit, en: unit } }) })
    case 'money':
      return field.money(said)
    case 'date':
      return field.day(said)
    case 'choice':
      return field.choice(choices, said)
    case 'choices':
      return field.choices(choices, said)
    case 'yes-no':
      return field.yesNo(said)
    case 'person':
      return field.person(said)
  }
}
