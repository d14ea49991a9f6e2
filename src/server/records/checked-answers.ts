import type { z } from 'zod'
import { type Field, type FieldMap, missingIn } from '../../core/field.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import type { Desk } from './desk.ts'
import { refuseUnknownLinks } from './links.ts'
import type { Answers } from './sealing.ts'

const wrong = {
  too_small: { zh: '太短、太小或太少', en: 'too short, too small or too few' },
  too_big: { zh: '太长、太大或太多', en: 'too long, too large or too many' },
  invalid_value: { zh: '不在可选项内', en: 'not one of the choices' },
  other: { zh: '格式不对', en: 'not in the right form' },
}

const whatIsWrong = (issue: z.core.$ZodIssue | undefined, language: Language) =>
  (issue && Object.hasOwn(wrong, issue.code) ? wrong[issue.code as keyof typeof wrong] : wrong.other)[language]

const isBlank = (value: unknown) => value === undefined || value === null || value === ''

function checkedValue(desk: Desk, path: string, field: Field, value: unknown): unknown {
  const result = field.schema.safeParse(value)
  const values = { label: field.label[desk.actor.language] }
  if (!result.success) {
    throw new Refusal('field-invalid', {
      field: path,
      values: { ...values, what: whatIsWrong(result.error.issues[0], desk.actor.language) },
    })
  }
  if (field.kind === 'day' && field.past && String(result.data) > desk.today)
    throw new Refusal('date-future', { field: path, values })
  if (field.kind === 'list') {
    ;(result.data as Answers[]).forEach((item, at) => {
      const inner = checkedForm(desk, field.of, item, `${path}.${at}.`)
      refuseMissing(desk, field.of, inner, `${path}.${at}.`)
    })
  }
  return result.data
}

function checkedForm(desk: Desk, fields: FieldMap, given: Answers, path: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (!field) throw new Refusal('field-unknown', { field: path + key, values: { label: key } })
      return [key, isBlank(value) ? null : checkedValue(desk, path + key, field, value)]
    }),
  )
}

/**
 * What a client sent, as the fields take it. A blank answer comes back as null: the field is emptied. Persons and records
 * it names must be this actor's to see, unless `held` names them already. Refuses 'field-unknown', 'field-invalid' and
 * 'date-future', each with the field's path. One or two statements when answers name people or records, else none.
 */
export async function checkAnswers(
  desk: Desk,
  fields: FieldMap,
  given: Answers,
  held: Answers = {},
): Promise<Record<string, unknown>> {
  const checked = checkedForm(desk, fields, given, 'answers.')
  await refuseUnknownLinks(desk, fields, checked, held)
  return checked
}

/** 'field-needed' for the first required field without an answer. */
export function refuseMissing(desk: Desk, fields: FieldMap, answers: Answers, path = 'answers.'): void {
  const [key] = missingIn(fields, answers)
  const field = key === undefined ? undefined : fields[key]
  if (key !== undefined && field)
    throw new Refusal('field-needed', { field: path + key, values: { label: field.label[desk.actor.language] } })
}

/** The answers after a form: emptied ones are gone. */
export const merged = (held: Answers, given: Answers): Record<string, unknown> =>
  Object.fromEntries(Object.entries({ ...held, ...given }).filter(([, value]) => value !== null))

/** Some fields of a definition, by key. */
export const pick = (fields: FieldMap, keys: readonly string[]): FieldMap =>
  Object.fromEntries(keys.flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])))
