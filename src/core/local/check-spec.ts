import type { OrgCode } from '../org-code.ts'
import { Refusal } from '../refusal.ts'
import { levelsBelow } from './compose.ts'
import { lineOf } from './patterns.ts'
import type { FieldSpec, LocalSpec, MeasureSpec } from './spec.ts'

/**
 * Refuses a spec that the shapes of spec.ts let through and that makes no sense. `earlier` are the versions before it, the
 * first one first: records are open and counted under them, so what a key meant once it means for ever. Refuses
 * 'local-pattern', 'local-level', 'local-twice', 'local-options', 'local-person-class', 'local-measure' and 'local-changed'.
 */
export function checkSpec(spec: LocalSpec, owner: OrgCode, earlier: readonly LocalSpec[] = []): void {
  for (const before of earlier) refuseChanged(spec, before)
  if (spec.kind === 'activity' && spec.pattern === 'approval') throw new Refusal('local-pattern', { field: 'pattern' })
  const needed = { record: true, check: spec.pattern !== 'record', approve: spec.pattern === 'approval' }
  const reachable = levelsBelow(owner)
  for (const step of ['record', 'check', 'approve'] as const) {
    const who = spec[step]
    if (needed[step] !== (who !== undefined)) throw new Refusal('local-pattern', { field: step })
    if (who?.levels.some((level) => !reachable.includes(level))) throw new Refusal('local-level', { field: step })
  }
  refuseTwice(spec.fields, 'fields')
  refuseTwice(spec.measures, 'measures')
  for (const f of spec.fields) checkField(f)
  for (const m of spec.measures) checkMeasure(spec, m)
}

function refuseTwice(list: readonly { key: string; label: { zh: string } }[], field: string): void {
  for (const of of [(one: (typeof list)[number]) => one.key, (one: (typeof list)[number]) => one.label.zh]) {
    const seen = new Set<string>()
    for (const one of list) {
      if (seen.has(of(one))) throw new Refusal('local-twice', { field, values: { label: one.label.zh } })
      seen.add(of(one))
    }
  }
}

function checkField({ kind, label, options, class: privacy }: FieldSpec): void {
  const values = { label: label.zh }
  const picks = kind === 'choice' || kind === 'choices'
  if (picks ? options.length < 2 : options.length > 0) throw new Refusal('local-options', { field: 'fields', values })
  refuseTwice(options, 'fields')
  if (kind === 'person' && privacy < 'P2') throw new Refusal('local-person-class', { field: 'fields', values })
}

function checkMeasure(spec: LocalSpec, { label, counts, state, field }: MeasureSpec): void {
  const wrong = () => new Refusal('local-measure', { field: 'measures', values: { label: label.zh } })
  if (!Object.hasOwn(lineOf(spec.kind, spec.pattern), state)) throw wrong()
  // What is only planned has happened to nobody yet.
  if (spec.kind === 'activity' && state === 'planned') throw wrong()
  const of = spec.fields.find(({ key }) => key === field)
  if (field !== undefined && !of) throw wrong()
  const fits = {
    records: field === undefined,
    attendances: field === undefined && spec.kind === 'activity',
    persons: field === undefined ? spec.kind === 'activity' : of?.kind === 'person',
    sum: (of?.kind === 'number' && of.unit !== '') || of?.kind === 'money',
  }[counts]
  if (!fits) throw wrong()
  // A sealed number is nobody's to add up, and money has its own kind of field.
  if (of?.class === 'P3' || (of?.kind === 'number' && /[元¥￥]/.test(of.unit))) throw wrong()
}

/** Procedure and kind are the programme's own; a key keeps what it is. Anything else is another key, or another programme. */
function refuseChanged(spec: LocalSpec, before: LocalSpec): void {
  const changed = (label: string) => new Refusal('local-changed', { values: { label } })
  if (spec.kind !== before.kind || spec.pattern !== before.pattern) throw changed(spec.label.zh)
  for (const f of spec.fields) {
    const held = before.fields.find(({ key }) => key === f.key)
    if (!held) continue
    if (held.kind !== f.kind || held.class !== f.class || held.unit !== f.unit) throw changed(f.label.zh)
    for (const option of f.options) {
      const meant = held.options.find(({ key }) => key === option.key)
      if (meant && meant.label.zh !== option.label.zh) throw changed(f.label.zh)
    }
  }
  for (const m of spec.measures) {
    const held = before.measures.find(({ key }) => key === m.key)
    if (held && (['counts', 'state', 'field', 'includes', 'excludes'] as const).some((part) => held[part] !== m[part]))
      throw changed(m.label.zh)
  }
}
