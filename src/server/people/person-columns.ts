import type { NewPerson } from '../../core/api/people.ts'
import { type Day, todayInShanghai } from '../../core/day.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import { readName, readNumber, readPhone, wrongField } from './identity.ts'

type Input = Partial<Pick<NewPerson, 'name' | 'gender' | 'birthDate' | 'idType' | 'idNumber' | 'phone' | 'address'>>

/** What was typed, read: undefined where nothing was said, null where it was taken away. */
export interface Reading {
  readonly name?: { name: string; nameKey: string }
  readonly document?: { kind: NonNullable<NewPerson['idType']>; number: string } | null
  readonly phone?: string | null
  readonly address?: string | null
  readonly birthDate?: Day | null
  readonly gender?: NewPerson['gender']
}

/**
 * Reads the fields of a person. Birth date and sex come from the document where it carries them; typed ones must agree.
 * Refuses field-invalid, id-number-wrong, phone-wrong, date-future, each with its field.
 */
export function readPersonFields(input: Input, language: Language): Reading {
  const today = todayInShanghai(new Date())
  const kind = input.idType ?? 'citizen-id'
  const document = input.idNumber ? readNumber(kind, input.idNumber, language) : undefined
  if (input.birthDate && input.birthDate > today) {
    throw new Refusal('date-future', {
      field: 'birthDate',
      values: { label: language === 'zh' ? '出生日期' : 'Birth date' },
    })
  }
  if (document?.bornOn && input.birthDate && input.birthDate !== document.bornOn)
    throw wrongField('birthDate', language)
  const sexDiffers = document?.sex && input.gender && input.gender !== 'unknown' && input.gender !== document.sex
  if (sexDiffers) throw wrongField('gender', language)
  if (input.address && [...input.address].length < 5) throw wrongField('address', language)
  return {
    ...(input.name === undefined ? {} : { name: readName(input.name, language) }),
    ...(input.idNumber === undefined ? {} : { document: document ? { kind, number: document.number } : null }),
    ...(input.phone === undefined ? {} : { phone: input.phone ? readPhone(input.phone) : null }),
    ...(input.address === undefined ? {} : { address: input.address || null }),
    ...(document?.bornOn
      ? { birthDate: document.bornOn }
      : input.birthDate === undefined
        ? {}
        : { birthDate: input.birthDate }),
    ...(document?.sex ? { gender: document.sex } : input.gender === undefined ? {} : { gender: input.gender }),
  }
}
