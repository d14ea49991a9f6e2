import { z } from 'zod'
import { levels } from '../org-code.ts'
import type { Role } from '../role.ts'

/**
 * What an administrator says of a local programme: choices from short lists and words, no expression and no code. It is
 * checked by these shapes and by check-spec.ts, and compose.ts makes a definition of it like any other.
 */
const plain = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((s) => !/[^\P{Cc}\n]/u.test(s), 'control')
const said = (max: number) => plain(max).refine((s) => s.length > 0, 'empty')
/** Chinese always; English where somebody wrote it. */
const words = (max: number) => z.strictObject({ zh: said(max), en: plain(max * 2).default('') })

export const localKinds = ['activity', 'case', 'place', 'item'] as const
export const patterns = ['record', 'check', 'approval'] as const
export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'yes-no',
  'person',
] as const
/** P4 is not offered: what must be sealed that far is no matter for a form made in a quarter of an hour. */
export const localClasses = ['P0', 'P1', 'P2', 'P3'] as const

/** Whose work a local programme may be: posts that serve, none that watches over, and no sealed work. */
export const recordingRoles = [
  'chair',
  'family',
  'rights',
  'development',
  'organisation',
  'publicity',
  'volunteer-leader',
] as const satisfies readonly Role[]
const role = z.enum(recordingRoles)
const roleList = z
  .array(role)
  .min(1)
  .max(recordingRoles.length)
  .refine((list) => new Set(list).size === list.length, 'twice')
const levelList = z
  .array(z.enum(levels as [(typeof levels)[number], ...(typeof levels)[number][]]))
  .min(1)
  .max(levels.length)
  .refine((list) => new Set(list).size === list.length, 'twice')

const optionKey = z.string().regex(/^o\d{1,3}$/)
export const fieldKey = z.string().regex(/^f\d{1,3}$/)
export const measureKey = z.string().regex(/^m\d{1,3}$/)

const fieldSpec = z.strictObject({
  /** Given by the composer, kept through every version, never used for another question. */
  key: fieldKey,
  kind: z.enum(fieldKinds),
  label: words(30),
  help: plain(120).default(''),
  class: z.enum(localClasses),
  required: z.boolean().default(false),
  /** Of a number: 本, 户次, 公里. */
  unit: plain(6).default(''),
  options: z
    .array(z.strictObject({ key: optionKey, label: words(30) }))
    .max(30)
    .default([]),
})
export type FieldSpec = z.infer<typeof fieldSpec>

const who = z.strictObject({ roles: roleList, levels: levelList })

const measureSpec = z.strictObject({
  key: measureKey,
  label: words(30),
  /** records that got to a state; the sum of a number or an amount; attendances; distinct persons. */
  counts: z.enum(['records', 'sum', 'attendances', 'persons']),
  /** From this state on it counts. */
  state: z.string().max(20),
  /** Of a sum, its field; of persons, a field that names one (an activity's own list when left out). */
  field: fieldKey.optional(),
  includes: said(120),
  excludes: said(120),
})
export type MeasureSpec = z.infer<typeof measureSpec>

export const localSpec = z.strictObject({
  kind: z.enum(localKinds),
  pattern: z.enum(patterns),
  label: words(20),
  /** Two to four characters, for tags. */
  short: words(4),
  /** What one record is called: 场, 件, 个. */
  noun: words(4),
  help: words(200),
  title: words(20),
  dated: words(20),
  fields: z.array(fieldSpec).max(30),
  /** Working days from handing in to the decision: a service promise. Of the patterns that have one. */
  days: z.number().int().min(1).max(90).optional(),
  record: who,
  check: who.optional(),
  approve: who.optional(),
  /** Besides those who take its steps: who reads its records. */
  see: z.array(z.enum([...recordingRoles, 'statistician'])).max(recordingRoles.length + 1),
  measures: z.array(measureSpec).min(1).max(12),
})
export type LocalSpec = z.infer<typeof localSpec>
