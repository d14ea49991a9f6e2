import type { Unit } from '../unit.ts'
import type { DraftPeriod } from './periods.ts'

/** A unit of the house, or one a draft may have besides: years of age, steps; persons and households in one number. */
export type DraftUnit = Unit | 'mixed' | 'other' | 'unknown'

/** What stands behind 余 多 超 (at least), 近 (at most), 约 (about). R-STAT-03. */
export type Bound = '=' | '>=' | '<=' | '~'

export interface Span {
  readonly at: number
  readonly end: number
}

/** A statistic found in a text. Offsets count UTF-16 units of the text, as the browser does. */
export interface DraftNumber extends Span {
  /** As written, hedges included: 约500万人次. */
  readonly text: string
  /** In whole units: persons, yuan (not fen), percent (44.75 for 44.75%). */
  readonly value: number
  readonly unit: DraftUnit
  /** As written after the number, or before it (参与人次超400万): 人次, 余场's 场. */
  readonly unitWord: string
  readonly bound: Bound
  readonly hedges: readonly string[]
  /** 千万妇女, 万名执委: a magnitude alone, said for its sound. */
  readonly rhetorical: boolean
  readonly sentence: Span
  readonly clause: Span
  readonly paragraph: Span
  readonly period?: DraftPeriod
}

/** Numerals that are no statistic, and what they are. */
export type OtherNumeralKind = 'date' | 'name' | 'title' | 'ordinal' | 'anniversary' | 'formula' | 'number' | 'duration'

export interface OtherNumeral extends Span {
  readonly kind: OtherNumeralKind
}

export interface Draft {
  /** The file's name, or how the page calls it. */
  readonly name: string
  readonly text: string
  readonly numbers: readonly DraftNumber[]
}
