import type { z } from 'zod'
import type { historyItem, maskedField } from '../../core/api/record-shapes.ts'
import type { FieldMap, PrivacyClass } from '../../core/field.ts'
import type { Programme } from '../../core/programme.ts'
import type { Label } from '../../core/unit.ts'
import type { ActionRow } from './facts.ts'
import { type Answers, isSealedAnswer } from './sealing.ts'

const houseActions: Readonly<Record<string, Label>> = {
  create: { zh: '建立', en: 'Made' },
  edit: { zh: '修改', en: 'Edited' },
  attend: { zh: '登记参加的人', en: 'Attendance list' },
  heads: { zh: '清点人数', en: 'Head-count' },
  'sign-in': { zh: '扫码签到', en: 'Sign-in by code' },
  'sign-out': { zh: '扫码签退', en: 'Sign-out by code' },
  handlers: { zh: '调整承办人', en: 'Handlers changed' },
  'handler-asked': { zh: '提出增加承办人', en: 'New handler proposed' },
}
const brand: Label = { zh: '品牌', en: 'Brand' }
const headCount: Label = { zh: '清点人数', en: 'Head-count' }

/**
 * What of some answers a page shows: P3 and P4 never, P2 texts to the organisation that handles the record. Persons stay as
 * ids, their names come masked beside them.
 */
export function shownAnswers(
  fields: FieldMap,
  answers: Answers,
  handled: boolean,
): { answers: Record<string, unknown>; masked: z.infer<typeof maskedField>[] } {
  const shown: Record<string, unknown> = {}
  const masked: { field: string; class: PrivacyClass }[] = []
  for (const [key, value] of Object.entries(answers)) {
    const field = fields[key]
    if (field && isMasked(field.class, field.kind, value, handled)) masked.push({ field: key, class: field.class })
    else shown[key] = value
  }
  return { answers: shown, masked }
}

const isMasked = (privacy: PrivacyClass, kind: string, value: unknown, handled: boolean) =>
  isSealedAnswer(value) || privacy >= 'P3' || (privacy === 'P2' && !handled && kind !== 'people' && kind !== 'person')

/** As the form asks them: jsonb keeps keys in an order of its own. */
function inOrder(programme: Programme, changes: ActionRow['changes']): [string, readonly [unknown, unknown]][] {
  const order = Object.keys(programme.fields)
  return Object.entries(changes).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
}

/** A record's history as a page shows it. */
export function timelineOf(
  programme: Programme,
  history: readonly ActionRow[],
  handled: boolean,
): z.infer<typeof historyItem>[] {
  return history.map((act) => ({
    id: act.id,
    action: act.action,
    from: act.from_state,
    to: act.to_state,
    on: act.made_on,
    at: act.at.toISOString(),
    revision: act.revision,
    label: programme.actions[act.action]?.label ?? houseActions[act.action] ?? { zh: act.action, en: act.action },
    toLabel: programme.states[act.to_state] ?? { zh: act.to_state, en: act.to_state },
    reason: act.reason,
    by: { name: act.by_name, role: act.by_role, org: { code: act.by_org, name: act.by_org_name } },
    ...shownAnswers(programme.actions[act.action]?.asks ?? {}, act.answers, handled),
    changes: inOrder(programme, act.changes).map(([key, [before, after]]) => {
      const field = programme.fields[key]
      const label = field?.label ?? (key === 'brand' ? brand : headCount)
      const masked =
        field !== undefined && (isMasked(field.class, field.kind, before, handled) || isSealedAnswer(after))
      return masked ? { field: key, label, masked } : { field: key, label, masked: false, before, after }
    }),
  }))
}
