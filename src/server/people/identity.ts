import { type DocumentKind, documentProblems, readDocumentNumber } from '../../core/citizen-id.ts'
import { ageOn, type Day, todayInShanghai } from '../../core/day.ts'
import { maskPhone } from '../../core/mask.ts'
import { comparableName, parsePersonName } from '../../core/person-name.ts'
import { parsePhone } from '../../core/phone.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import { keyedHash, seal } from '../crypto/seal.ts'
import type { Secrets } from '../secrets.ts'

/** Under 14 everything about a child is sensitive (PIPL art. 28): names are masked, a guardian consents. */
export const childAge = 14

export function isChild(birthDate: Day | null, today: Day = todayInShanghai(new Date())): boolean {
  return birthDate !== null && ageOn(birthDate, today) < childAge
}

/** Which person and field a sealed value belongs to; it opens nowhere else. */
export const sealedAs = (person: string, field: 'idNumber' | 'phone') => `person:${person}:${field}`

export const hashDocument = (secrets: Secrets, kind: DocumentKind, number: string) =>
  keyedHash(secrets.hashKey, `${kind}:${number}`)
export const hashPhone = (secrets: Secrets, phone: string) => keyedHash(secrets.hashKey, `phone:${phone}`)

/** The name as it is kept and the form it is searched by. Refuses field-invalid. */
export function readName(text: string, language: Language): { name: string; nameKey: string } {
  const name = parsePersonName(text)
  if (name === undefined) throw wrongField('name', language)
  return { name, nameKey: comparableName(name) }
}

/** The number as it is kept, with the birth date and sex it carries. Refuses id-number-wrong (GB 11643). */
export function readNumber(kind: DocumentKind, text: string, language: Language) {
  const reading = readDocumentNumber(kind, text, todayInShanghai(new Date()))
  if (reading.ok) return reading
  throw new Refusal('id-number-wrong', {
    field: 'idNumber',
    values: { what: documentProblems[reading.problem][language] },
  })
}

/** The phone as it is kept. Refuses phone-wrong. */
export function readPhone(text: string): string {
  const phone = parsePhone(text)
  if (phone === undefined) throw new Refusal('phone-wrong', { field: 'phone' })
  return phone
}

/** Columns of a sealed document; all NULL for none. */
export function documentColumns(
  secrets: Secrets,
  person: string,
  salt: Buffer,
  document: { kind: DocumentKind; number: string } | null,
) {
  if (!document) return { idType: 'none', idSealed: null, idHash: null }
  return {
    idType: document.kind,
    idSealed: seal(secrets.dataKey, salt, document.number, sealedAs(person, 'idNumber')),
    idHash: hashDocument(secrets, document.kind, document.number),
  }
}

/** Columns of a sealed phone; all NULL for none. */
export function phoneColumns(secrets: Secrets, person: string, salt: Buffer, phone: string | null) {
  if (phone === null) return { phoneSealed: null, phoneHash: null, phoneMask: null, phoneTail: null }
  return {
    phoneSealed: seal(secrets.dataKey, salt, phone, sealedAs(person, 'phone')),
    phoneHash: hashPhone(secrets, phone),
    phoneMask: maskPhone(phone),
    phoneTail: phone.slice(-4),
  }
}

const wrongs = {
  name: { zh: ['姓名', '1–60 个字，只用文字、空格、“·”和“-”'], en: ['Name', '1–60 letters, spaces, “·” and “-” only'] },
  birthDate: { zh: ['出生日期', '与证件号码不一致'], en: ['Birth date', 'it differs from the identity number'] },
  gender: { zh: ['性别', '与证件号码不一致'], en: ['Gender', 'it differs from the identity number'] },
  address: { zh: ['住址', '5–120 个字'], en: ['Address', '5–120 characters'] },
} as const

export function wrongField(field: keyof typeof wrongs, language: Language): Refusal {
  const [label, what] = wrongs[field][language]
  return new Refusal('field-invalid', { field, values: { label, what } })
}
