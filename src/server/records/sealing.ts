import { type FieldMap, isSealedClass } from '../../core/field.ts'
import { seal, unseal } from '../crypto/seal.ts'

export type Answers = Readonly<Record<string, unknown>>

/** How a P3 or P4 answer lies in the database. No field takes an object with this key, so an answer cannot pose as one. */
interface SealedAnswer {
  readonly $sealed: string
}

export const isSealedAnswer = (value: unknown): value is SealedAnswer =>
  typeof value === 'object' && value !== null && typeof (value as Partial<SealedAnswer>).$sealed === 'string'

/** What answers are sealed under: the record's salt, and where they stand (the record itself, or one action). */
export interface SealedUnder {
  readonly key: string
  readonly salt: Buffer | null
  readonly record: string
  readonly place: 'record' | `action:${string}`
}

const aadOf = (under: SealedUnder, field: string) => `record:${under.record}:${under.place}:${field}`

/** Answers as they are stored: P3 and P4 sealed with AES-256-GCM under the record's own key (R-PRI-05). */
export function sealAnswers(under: SealedUnder, fields: FieldMap, answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      const field = fields[key]
      if (!field || !isSealedClass(field.class) || !under.salt) return [key, value]
      return [
        key,
        { $sealed: seal(under.key, under.salt, JSON.stringify(value), aadOf(under, key)).toString('base64') },
      ]
    }),
  )
}

/** Answers in clear, for checks and counts on the server. A shredded record has none of its sealed ones. */
export function unsealAnswers(under: SealedUnder, stored: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) => {
      if (!isSealedAnswer(value)) return [[key, value]]
      if (!under.salt) return []
      return [[key, JSON.parse(unseal(under.key, under.salt, Buffer.from(value.$sealed, 'base64'), aadOf(under, key)))]]
    }),
  )
}
