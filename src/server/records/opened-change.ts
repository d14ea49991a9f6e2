import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import type { ActionRow } from './facts.ts'
import { personsIn } from './links.ts'
import type { RecordRow } from './record-row.ts'
import { unsealAnswers } from './sealing.ts'

/**
 * `change:<action id>:<field>`: what a field said before and after an edit, each later edit being a new version (R-DV-03).
 * undefined for anything else that is asked; 'field-unknown' for a change that is not in the history as it may be shown.
 */
export function openedChange(
  key: string,
  programme: Programme,
  row: RecordRow,
  shown: readonly ActionRow[],
  asked: string,
): { value: { before: unknown; after: unknown }; persons: readonly string[] } | undefined {
  const [, actionId, field] = /^change:([0-9a-f-]{36}):([\w-]+)$/.exec(asked) ?? []
  if (actionId === undefined || field === undefined) return undefined
  const changes = shown.find((act) => act.id === actionId)?.changes ?? {}
  const held = Object.hasOwn(changes, field) ? changes[field] : undefined
  if (!held || !Object.hasOwn(programme.fields, field))
    throw new Refusal('field-unknown', { field: 'fields', values: { label: asked } })
  const under = { key, salt: row.key_salt, record: row.id, place: 'record' } as const
  const [before, after] = held.map((stored) => unsealAnswers(under, { [field]: stored })[field] ?? null)
  const persons = [before, after].flatMap((answer) => personsIn(programme.fields, { [field]: answer }))
  return { value: { before, after }, persons }
}
