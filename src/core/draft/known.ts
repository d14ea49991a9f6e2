import type { Unit } from '../unit.ts'
import type { Bound } from './draft-number.ts'

/** A measure as the checker needs it: its names and its unit. */
export interface KnownMeasure {
  readonly id: string
  readonly label: string
  readonly aliases: readonly string[]
  /** Words that must stand near, too: the programme's name for a measure called 场次. */
  readonly about: readonly string[]
  readonly unit: Unit
  readonly unitLabel: string
}

/** A value the house stands behind, or has taken over: a figure of the ledger, or a statement. Yuan, not fen. */
export interface KnownValue {
  readonly kind: 'figure' | 'statement'
  readonly id: string
  readonly measure: string
  readonly value: number
  readonly bound: Bound
  readonly unit: string
  readonly unitLabel: string
  readonly period: string
  readonly org: string
  readonly source: string
  readonly grade: string
}
