import { ApiRefusal } from '../../../kit/api.ts'
import type { FieldShape } from '../data/shapes.ts'
import type { Fault, Faults } from './values.ts'

/** What is wrong with which field, in words, by path: answers.clauses.0.content. */
export type Wrongs = Readonly<Record<string, string>>

type Words = (fault: Fault) => string

/** The faults a form found by itself, in words. */
export function faultWrongs(faults: Faults, words: Words): Wrongs {
  return Object.fromEntries(Object.entries(faults).map(([path, fault]) => [path, words(fault)]))
}

/** The field a refusal concerns, when this form has it: its sentence stands at the field and not above the form. */
export function refusalWrongs(error: unknown, fields: readonly FieldShape[]): Wrongs {
  if (!(error instanceof ApiRefusal) || error.field === null) return {}
  const key = error.field.replace(/^answers\./, '').split('.')[0]
  const known = error.field === 'on' || error.field === 'reason' || fields.some((field) => field.key === key)
  return known ? { [error.field]: error.message } : {}
}

/** Puts the focus on the first field that is wrong, so that nobody has to look for it. */
export function focusFirstWrong(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const row = form?.querySelector<HTMLElement>('.form-row.bad')
    const control = row?.querySelector<HTMLElement>('input, select, textarea, button') ?? row
    control?.focus()
    row?.scrollIntoView({ block: 'center' })
  })
}
