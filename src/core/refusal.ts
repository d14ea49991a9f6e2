import { type RefusalCode, refusalTexts } from './refusal-texts.ts'

export type { RefusalCode } from './refusal-texts.ts'
export type Language = 'zh' | 'en'

export interface RefusalDetail {
  /** The field it concerns, as a path: answers.attendees.0 */
  field?: string
  /** Values for the {placeholders} of the text; never a name, a number of a person, or an answer. */
  values?: Record<string, string | number>
  /** Facts the client acts on, e.g. both versions of a stale edit. */
  facts?: Record<string, unknown>
}

/** An expected failure: a stable code with a text for the person who has to do something about it. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return refusalTexts[this.code].status
  }
}

/** The sentence to show: what happened and what to do. */
export function refusalText(
  code: RefusalCode,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  return refusalTexts[code][language].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
}
