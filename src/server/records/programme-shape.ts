import type { z } from 'zod'
import type { actionShape, fieldShape, programmeShape } from '../../core/api/record-shapes.ts'
import { type Field, type FieldMap, highestClass, type PrivacyClass } from '../../core/field.ts'
import { mayMake } from '../../core/local/fit.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { measureId } from '../../core/procedure.ts'
import type { Action, Programme } from '../../core/programme.ts'
import type { Role } from '../../core/role.ts'
import type { Label } from '../../core/unit.ts'

const optionsOf = (options: Readonly<Record<string, Label>>) =>
  Object.entries(options).map(([value, label]) => ({ value, label }))

function ownShape(field: Field): Partial<z.infer<typeof fieldShape>> {
  switch (field.kind) {
    case 'text':
      return { long: field.long, max: field.max }
    case 'choice':
    case 'choices':
      return { options: optionsOf(field.options) }
    case 'screening':
      return { options: optionsOf(field.questions) }
    case 'people':
      return { options: optionsOf(field.roles), min: field.min, max: field.max }
    case 'day':
      return { past: field.past }
    case 'integer':
      return { min: field.min, max: field.max, ...(field.unitLabel && { unitLabel: field.unitLabel }) }
    case 'record':
      return { programme: field.programme, ...(field.standing && { standing: [...field.standing] }) }
    case 'list':
      return { of: fieldsAsData(field.of), max: field.max }
    default:
      return {}
  }
}

/** A form's fields as data, in the order of the definition. */
export const fieldsAsData = (fields: FieldMap): z.infer<typeof fieldShape>[] =>
  Object.entries(fields).map(([key, field]) => ({
    key,
    kind: field.kind,
    label: field.label,
    class: field.class,
    required: field.required ?? false,
    ...(field.help && { help: field.help }),
    ...ownShape(field),
  }))

export const actionAsData = (id: string, action: Action): z.infer<typeof actionShape> => ({
  id,
  label: action.label,
  from: action.from === 'any' ? 'any' : [...action.from],
  to: action.to,
  roles: [...action.by],
  fills: [...(action.fills ?? [])],
  asks: fieldsAsData(action.asks ?? {}),
  needs: [...(action.needs ?? [])],
  reason: action.reason ?? false,
  secondPerson: action.secondPerson ?? false,
  moves: action.moves ?? null,
  tone: action.tone ?? 'plain',
})

/** The most private class of a programme's records and steps: the mark on its rows. */
export function classOf(programme: Programme): PrivacyClass {
  const forms = [programme.fields, ...Object.values(programme.actions).map((a) => a.asks ?? {})]
  return forms.map(highestClass).sort().at(-1) ?? 'P0'
}

/** A definition as the screens of this role are drawn from it. */
export function programmeAsData(
  programme: Programme,
  who: { role: Role; org: OrgCode },
): z.infer<typeof programmeShape> {
  const { id, version, kind, service, label, noun, help, confidential, title, dated } = programme
  return {
    id,
    version,
    kind,
    service,
    label,
    noun,
    help,
    confidential,
    title,
    dated,
    initial: programme.initial,
    numbered: programme.series !== undefined,
    class: classOf(programme),
    personField: programme.personField ?? null,
    parentField: programme.parentField ?? null,
    receiverField: programme.receiverField ?? null,
    receiverSees: [...programme.receiverSees],
    fields: fieldsAsData(programme.fields),
    opens: [...programme.opens],
    editableIn: [...programme.editableIn],
    states: Object.entries(programme.states).map(([state, words]) => ({ id: state, label: words })),
    actions: Object.entries(programme.actions).map(([key, action]) => actionAsData(key, action)),
    checks: Object.entries(programme.checks).map(([key, check]) => ({ id: key, label: check.label, rule: check.rule })),
    clocks: Object.entries(programme.clocks).map(([key, clock]) => ({
      id: key,
      label: clock.label,
      legal: clock.legal,
      law: clock.law ?? null,
    })),
    measures: Object.entries(programme.measures).map(([key, m]) => ({
      id: measureId(programme, key),
      label: m.label,
      unit: m.unit,
      unitLabel: m.flow === 'rate' ? null : (m.unitLabel ?? null),
      flow: m.flow,
      includes: m.includes,
      excludes: m.excludes,
    })),
    mayCreate: mayMake(programme, who),
    local: programme.local?.spec ?? null,
  }
}
