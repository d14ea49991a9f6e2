import { type Day, isDay } from './day.ts'
import type { Label } from './unit.ts'

/** Which document a number is from: it is chosen, never guessed. Domain rules R-CODE-03. */
export type DocumentKind = 'citizen-id' | 'residence-permit' | 'foreign-permanent' | 'passport'

export const documentKinds: Readonly<Record<DocumentKind, Label>> = {
  'citizen-id': { zh: '居民身份证', en: 'Citizen identity card' },
  'residence-permit': { zh: '港澳台居民居住证', en: 'Residence permit (Hong Kong, Macau, Taiwan)' },
  'foreign-permanent': { zh: '外国人永久居留身份证', en: 'Foreigner’s permanent residence card' },
  passport: { zh: '护照', en: 'Passport' },
}

export type DocumentProblem = 'shape' | 'checksum' | 'birth-date' | 'future' | 'kind'

/** What to say of each problem; fits the {what} of the refusal id-number-wrong. */
export const documentProblems: Readonly<Record<DocumentProblem, Label>> = {
  shape: { zh: '位数或字符不对', en: 'wrong length or characters' },
  checksum: { zh: '校验位不符，可能抄错了一位', en: 'the check digit does not fit; one digit may be miscopied' },
  'birth-date': { zh: '出生日期不存在', en: 'the birth date does not exist' },
  future: { zh: '出生日期晚于今天', en: 'the birth date is later than today' },
  kind: { zh: '与所选证件类型不符', en: 'it does not belong to the chosen document' },
}

export interface DocumentNumber {
  /** As it is stored and hashed: half-width, upper case, no spaces. */
  readonly number: string
  /** Where the number carries them; an old permanent residence card and a passport do not. */
  readonly bornOn?: Day
  readonly sex?: 'female' | 'male'
}

export type DocumentReading =
  | ({ readonly ok: true } & DocumentNumber)
  | { readonly ok: false; readonly problem: DocumentProblem }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th character for the first 17 digits: GB 11643, MOD 11-2. */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

const wrong = (problem: DocumentProblem): DocumentReading => ({ ok: false, problem })

/** Who may start with what: 81/82/83 are residence permits, 9 foreigners; regions since abolished are not refused. */
function kindOf(number: string): DocumentKind {
  if (/^8[123]/.test(number)) return 'residence-permit'
  return number.startsWith('9') ? 'foreign-permanent' : 'citizen-id'
}

function readEighteen(kind: DocumentKind, number: string, today: Day): DocumentReading {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return wrong('shape')
  if (kindOf(number) !== kind) return wrong('kind')
  if (checkCharacter(number) !== number[17]) return wrong('checksum')
  const bornOn = number.slice(6, 14).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')
  if (!isDay(bornOn) || bornOn < '1880-01-01') return wrong('birth-date')
  if (bornOn > today) return wrong('future')
  return { ok: true, number, bornOn, sex: Number(number[16]) % 2 === 0 ? 'female' : 'male' }
}

/**
 * Reads a document number as typed (spaces, full-width digits and a small x are forgiven) into the form kept.
 * Eighteen-character numbers are checked by GB 11643: shape, check character, a birth date that exists and is not after
 * `today`. Never a key, never shown: what comes back is for the cipher and the keyed hash.
 */
export function readDocumentNumber(kind: DocumentKind, text: string, today: Day): DocumentReading {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (kind === 'passport') return /^(?=.*\d)[A-Z\d]{5,17}$/.test(number) ? { ok: true, number } : wrong('shape')
  if (kind === 'foreign-permanent' && /^[A-Z]{3}\d{12}$/.test(number)) return { ok: true, number }
  return readEighteen(kind, number, today)
}

/**
 * A made citizen number with the region prefix 150000, which is never issued (R-SEC-07): for the demo and tests, so
 * that no real person can be hit. `sequence` 0–999, even for women.
 */
export function madeCitizenId(bornOn: Day, sequence: number): string {
  const first17 = `150000${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}
