import type { FieldShape } from '../data/shapes.ts'
import type { Values } from './values.ts'

/** A form that was left: what was typed, and what the people and records chosen in it are called. */
export interface Draft {
  values: Values
  names: Readonly<Record<string, string>>
}

const secret = (field: Pick<FieldShape, 'class'>) => field.class === 'P3' || field.class === 'P4'

/** P3 and P4 answers never stay on a device (R-PRI-06): they are typed again. */
export function keepable(fields: readonly FieldShape[], values: Values): Record<string, unknown> {
  const kept = fields.filter((field) => !secret(field) && values[field.key] !== undefined)
  return Object.fromEntries(
    kept.map((field) => {
      const value = values[field.key]
      const inner = field.of
      return [field.key, inner && Array.isArray(value) ? value.map((item) => keepable(inner, item)) : value]
    }),
  )
}

/** Keeps a draft for this tab until it is saved. A browser that forbids storage keeps none. */
export function writeDraft(key: string, fields: readonly FieldShape[], draft: Draft): void {
  try {
    sessionStorage.setItem(
      `niangjia.draft.${key}`,
      JSON.stringify({ ...draft, values: keepable(fields, draft.values) }),
    )
  } catch {}
}

export function readDraft(key: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(`niangjia.draft.${key}`)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function dropDraft(key: string): void {
  try {
    sessionStorage.removeItem(`niangjia.draft.${key}`)
  } catch {}
}
