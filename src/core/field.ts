import { z } from 'zod'
import { isDay } from './day.ts'
import { isOrgCode } from './org-code.ts'
import type { Label } from './unit.ts'

/** P0 public, P1 work data without persons, P2 personal, P3 sensitive, P4 sealed (processes 0.2). */
export type PrivacyClass = 'P0' | 'P1' | 'P2' | 'P3' | 'P4'

export const isSealedClass = (c: PrivacyClass): boolean => c === 'P3' || c === 'P4'

interface FieldWords {
  readonly label: Label
  readonly class: PrivacyClass
  readonly required?: boolean
  readonly help?: Label
}

type Options = Readonly<Record<string, Label>>

interface Shapes {
  text: { readonly long: boolean; readonly max: number }
  choice: { readonly options: Options }
  choices: { readonly options: Options }
  day: { readonly past: boolean }
  'date-time': object
  integer: { readonly min: number; readonly max: number; readonly unitLabel?: Label }
  money: object
  'yes-no': object
  person: object
  people: { readonly roles: Options; readonly min: number; readonly max: number }
  /**
   * `standing`: only a record in one of these states may be named anew; what was named before stays named. `eachTime`: it is asked
   * again whenever the record is named, the same one too (she who is sent to a home again).
   */
  record: { readonly programme: string; readonly standing?: readonly string[]; readonly eachTime?: true }
  org: object
  fund: object
  screening: { readonly questions: Options }
  list: { readonly of: FieldMap; readonly max: number }
}
export type FieldKind = keyof Shapes

/** One question of a form: what it is called, how private, and the schema every face checks it with. */
export type Field<T = unknown> = {
  [K in FieldKind]: FieldWords & Shapes[K] & { readonly kind: K; readonly schema: z.ZodType<T> }
}[FieldKind]
export type FieldMap = Readonly<Record<string, Field>>

/** The answer type of a field, and of a whole form (every answer may still be missing). */
export type ValueOf<F> = F extends { readonly schema: z.ZodType<infer T> } ? T : never
export type AnswersOf<F extends FieldMap> = { readonly [K in keyof F]?: ValueOf<F[K]> }

type Typed<K extends FieldKind, T> = FieldWords & Shapes[K] & { readonly kind: K; readonly schema: z.ZodType<T> }

const uuid = z.uuid()
const keysOf = <O extends Options>(options: O) => Object.keys(options) as [keyof O & string, ...(keyof O & string)[]]
/** Plain text: trimmed, no control characters but line breaks. */
const plain = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((s) => !/[^\P{Cc}\n\r\t]/u.test(s), 'control')

/** Its schema is made when it is first asked for: there are thousands of fields, and a process needs few of them. */
function lazily<F extends object, T>(field: F, make: () => z.ZodType<T>): F & { readonly schema: z.ZodType<T> } {
  let made: z.ZodType<T> | undefined
  const get = () => {
    made ??= make()
    return made
  }
  return Object.defineProperty(field, 'schema', { enumerable: true, get }) as F & { readonly schema: z.ZodType<T> }
}

/** Builders for the fields of definitions. */
export const field = {
  text: (words: FieldWords & { min?: number; max?: number }): Typed<'text', string> =>
    lazily(
      {
        ...words,
        kind: 'text',
        long: (words.max ?? 120) > 200,
        max: words.max ?? 120,
      },
      () => plain(words.min ?? 1, words.max ?? 120),
    ),
  choice: <O extends Options>(options: O, words: FieldWords): Typed<'choice', keyof O & string> =>
    lazily(
      {
        ...words,
        kind: 'choice',
        options,
      },
      () => z.enum(keysOf(options)) as unknown as z.ZodType<keyof O & string>,
    ),
  choices: <O extends Options>(options: O, words: FieldWords): Typed<'choices', (keyof O & string)[]> =>
    lazily(
      {
        ...words,
        kind: 'choices',
        options,
      },
      () => z.array(z.enum(keysOf(options))).max(keysOf(options).length) as unknown as z.ZodType<(keyof O & string)[]>,
    ),
  /** `past`: it has happened, so it cannot be later than today (checked on the server, in Shanghai time). */
  day: (words: FieldWords & { past?: boolean }): Typed<'day', string> =>
    lazily(
      {
        ...words,
        kind: 'day',
        past: words.past ?? false,
      },
      () => z.string().refine(isDay, 'day'),
    ),
  dateTime: (words: FieldWords): Typed<'date-time', string> =>
    lazily(
      {
        ...words,
        kind: 'date-time',
      },
      () => z.iso.datetime({ offset: true }),
    ),
  integer: (words: FieldWords & { min?: number; max: number; unitLabel?: Label }): Typed<'integer', number> =>
    lazily(
      {
        ...words,
        kind: 'integer',
        min: words.min ?? 0,
      },
      () =>
        z
          .number()
          .int()
          .min(words.min ?? 0)
          .max(words.max),
    ),
  /** Integer fen. */
  money: (words: FieldWords): Typed<'money', number> =>
    lazily(
      {
        ...words,
        kind: 'money',
      },
      () => z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    ),
  yesNo: (words: FieldWords): Typed<'yes-no', boolean> => lazily({ ...words, kind: 'yes-no' }, () => z.boolean()),
  person: (words: FieldWords): Typed<'person', string> => lazily({ ...words, kind: 'person' }, () => uuid),
  people: <O extends Options>(
    roles: O,
    words: FieldWords & { min: number; max: number },
  ): Typed<'people', { person: string; role: keyof O & string }[]> =>
    lazily(
      {
        ...words,
        kind: 'people',
        roles,
      },
      () =>
        z
          .array(z.strictObject({ person: uuid, role: z.enum(keysOf(roles)) }))
          .min(words.min)
          .max(words.max)
          .refine((l) => new Set(l.map((p) => p.person)).size === l.length, 'twice') as unknown as z.ZodType<
          { person: string; role: keyof O & string }[]
        >,
    ),
  /** Another record: the room of a case, the team of a volunteer. */
  record: (
    programme: string,
    words: FieldWords & { standing?: readonly string[]; eachTime?: true },
  ): Typed<'record', string> =>
    lazily(
      {
        ...words,
        kind: 'record',
        programme,
      },
      () => uuid,
    ),
  /** Another organisation, by its code: whom a referral goes to. */
  org: (words: FieldWords): Typed<'org', number> =>
    lazily(
      {
        ...words,
        kind: 'org',
      },
      () => z.number().int().refine(isOrgCode, 'org'),
    ),
  /** A fund of the own organisation or one above it: which money pays. */
  fund: (words: FieldWords): Typed<'fund', string> => lazily({ ...words, kind: 'fund' }, () => uuid),
  /** Yes/no questions that must all be answered. */
  screening: <O extends Options>(
    questions: O,
    words: FieldWords,
  ): Typed<'screening', Record<keyof O & string, boolean>> =>
    lazily(
      {
        ...words,
        kind: 'screening',
        questions,
      },
      () =>
        z.strictObject(Object.fromEntries(keysOf(questions).map((q) => [q, z.boolean()]))) as unknown as z.ZodType<
          Record<keyof O & string, boolean>
        >,
    ),
  list: <F extends FieldMap>(of: F, words: FieldWords & { max?: number }): Typed<'list', AnswersOf<F>[]> =>
    lazily(
      {
        ...words,
        kind: 'list',
        of,
        max: words.max ?? 30,
      },
      () => z.array(answersSchema(of)).max(words.max ?? 30) as unknown as z.ZodType<AnswersOf<F>[]>,
    ),
}

/** A form's schema: unknown keys are refused; a missing answer is allowed here, `missingIn` says what is required. */
export function answersSchema(fields: FieldMap): z.ZodType<Record<string, unknown>> {
  return z.strictObject(Object.fromEntries(Object.entries(fields).map(([key, f]) => [key, f.schema.optional()])))
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Keys of required fields without an answer. */
export function missingIn(fields: FieldMap, answers: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields)
    .filter(([key, f]) => f.required && isEmpty(answers[key]))
    .map(([key]) => key)
}

/** The most private class among the fields: what a record of them is marked with. */
export function highestClass(fields: FieldMap): PrivacyClass {
  return Object.values(fields).reduce<PrivacyClass>((top, f) => (f.class > top ? f.class : top), 'P0')
}
