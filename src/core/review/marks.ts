import type { Manner } from '../official-number.ts'

/** What a template asks for in the place where it stands. */
export type ReviewMark =
  /** One figure, of the period or of the same days a year earlier. */
  | { readonly mark: 'figure'; readonly measure: string; readonly manner: Manner; readonly before: boolean }
  /** How it compares with the same days a year earlier, in words. */
  | { readonly mark: 'change'; readonly measure: string }
  /** All that is counted of a service. */
  | { readonly mark: 'service'; readonly service: string }
  | { readonly mark: 'table'; readonly measures: readonly string[] }
  | { readonly mark: 'chart'; readonly measure: string }

/** Signs around the number of a mark in a text: from the private area, so that no text has them by itself. */
export const opening = '\uE000'
export const closing = '\uE001'

/** A text without such signs. */
export const withoutSigns = (text: string): string => text.replace(/[\uE000\uE001]/gu, '')
