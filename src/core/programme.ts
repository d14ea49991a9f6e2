import type { Clock } from './clock.ts'
import type { Count, Counter, Grade } from './count.ts'
import type { Day } from './day.ts'
import type { AnswersOf, FieldMap } from './field.ts'
import type { MeasureMap } from './measure.ts'
import type { Role } from './role.ts'
import type { Label } from './unit.ts'

export type RecordKind = 'case' | 'activity' | 'place' | 'team' | 'member'

/** A head-count of people without a sign-in: B with its sheet attached, C an estimate with a reason. */
export interface Heads {
  readonly count: number
  readonly grade: Exclude<Grade, 'A'>
  readonly reason?: string
  readonly evidence?: string
}

/** A count, or nothing: lists of counts are written with && (a day not reached is undefined or ''). */
export type Counted = Count | undefined | false | ''

/** One thing that was done to a record, as the definition's checks and counts see it. */
export interface Done<S extends string = string, A extends string = string> {
  readonly action: A | 'create' | 'edit'
  readonly from: S | undefined
  readonly to: S
  readonly on: Day
  readonly answers: Readonly<Record<string, unknown>>
}

/** Everything a definition may look at. Persons are ids; what they are called is none of a count's business. */
export interface Facts<F extends FieldMap = FieldMap, S extends string = string, A extends string = string> {
  readonly state: S
  readonly on: Day
  readonly answers: AnswersOf<F>
  readonly history: readonly Done<S, A>[]
  /** The day each state was entered last; a state never reached is missing. */
  readonly reached: { readonly [K in S]?: Day }
  /** The member's person; the people at an activity; head-counts. Empty on other kinds. */
  readonly person: string | undefined
  readonly attendance: readonly { readonly person: string; readonly minutes: number | null }[]
  readonly heads: readonly Heads[]
  /** The day it is, for the checks of a step; a count never looks at it, or it would not be pure. */
  readonly today?: Day
}

/** A condition of an action, in the person's words: “双方自愿”. Shown with its state before anybody presses the button. */
export interface Check<F extends FieldMap, S extends string, A extends string> {
  readonly label: Label
  readonly rule: string
  readonly met: (facts: Facts<F, S, A>) => boolean
}

export interface Action<F extends FieldMap = FieldMap, S extends string = string, C extends string = string> {
  readonly label: Label
  readonly from: readonly S[] | 'any'
  readonly to: S | 'same'
  readonly by: readonly Role[]
  /** own: a post of the keeping organisation; below: also a post above it (an approval). Sealed records: handlers. */
  readonly reach?: 'own' | 'below'
  /** Record fields it fills in, and questions kept with the action only. */
  readonly fills?: readonly (keyof F & string)[]
  readonly asks?: FieldMap
  readonly needs?: readonly C[]
  /** Going back, rejecting, cancelling: a reason is mandatory (processes 0.1). */
  readonly reason?: boolean
  /** Not by the person who did the record's last step, nor its maker. */
  readonly secondPerson?: boolean
  /** How it looks: the one main step, an ordinary one, or a safety step (ink). */
  readonly tone?: 'main' | 'plain' | 'safety'
}

interface ProgrammeInput<
  F extends FieldMap,
  S extends string,
  C extends string,
  A extends string,
  K extends string,
  M extends MeasureMap,
> {
  readonly id: string
  readonly version: number
  readonly kind: RecordKind
  /** Programmes that belong together in menus: 'volunteering'. */
  readonly service: string
  readonly label: Label
  /** Two to four characters for tags and tiles: 调解. */
  readonly short: Label
  /** What one record is called: 一场, 一件. */
  readonly noun: Label
  readonly help: Label
  /** L-numbers and rules it answers. */
  readonly sources: readonly string[]
  /** Prefix of record numbers (processes 0.5); without it records are not numbered. */
  readonly series?: string
  /** Handlers and the own organisation's rights post only; figures still count (DESIGN 7). */
  readonly confidential?: boolean
  readonly access: { readonly see: readonly Role[]; readonly create: readonly Role[] }
  readonly fields: F
  /** Which field names the record, which dates it; a field that holds its person, and its parent record. */
  readonly title: keyof F & string
  readonly dated: keyof F & string
  readonly personField?: keyof F & string
  readonly parentField?: keyof F & string
  /** Fields asked at creation; the others are filled in by actions. Default: all. */
  readonly opens?: readonly (keyof F & string)[]
  readonly states: Readonly<Record<S, Label>>
  readonly initial: NoInfer<S>
  /** States in which fields may still be edited; default: every state. */
  readonly editableIn?: readonly NoInfer<S>[]
  readonly checks?: Readonly<Record<C, Check<NoInfer<F>, NoInfer<S>, string>>>
  readonly actions: Readonly<Record<A, Action<NoInfer<F>, NoInfer<S>, NoInfer<C>>>>
  readonly clocks?: Readonly<Record<K, Clock<NoInfer<S>, NoInfer<A>>>>
  readonly measures: M
  /** Pure: what this record is worth now. The ledger posts the difference to what it holds. */
  readonly counts: (facts: Facts<NoInfer<F>, NoInfer<S>, string>, count: Counter<NoInfer<M>>) => readonly Counted[]
}

/** A definition as the engine reads it, its literal types forgotten. */
export interface Programme {
  readonly id: string
  readonly version: number
  readonly kind: RecordKind
  readonly service: string
  readonly label: Label
  readonly short: Label
  readonly noun: Label
  readonly help: Label
  readonly sources: readonly string[]
  readonly series?: string
  readonly confidential: boolean
  readonly access: { readonly see: readonly Role[]; readonly create: readonly Role[] }
  readonly fields: FieldMap
  readonly title: string
  readonly dated: string
  readonly personField?: string
  readonly parentField?: string
  readonly opens: readonly string[]
  readonly states: Readonly<Record<string, Label>>
  readonly initial: string
  readonly editableIn: readonly string[]
  readonly checks: Readonly<Record<string, Check<FieldMap, string, string>>>
  readonly actions: Readonly<Record<string, Action>>
  readonly clocks: Readonly<Record<string, Clock>>
  readonly measures: MeasureMap
  readonly counts: (facts: Facts, count: Counter<MeasureMap>) => readonly Counted[]
}

/**
 * A programme, said once. A misspelt state, role, field, check, clock action or measure does not compile.
 * Gives the definition as every face of the house reads it.
 */
export function defineProgramme<
  const F extends FieldMap,
  const S extends string,
  const A extends string,
  const M extends MeasureMap,
  const C extends string = never,
  const K extends string = never,
>(input: ProgrammeInput<F, S, C, A, K, M>): Programme {
  return {
    confidential: false,
    opens: Object.keys(input.fields),
    editableIn: Object.keys(input.states),
    checks: {},
    clocks: {},
    ...input,
  } as unknown as Programme
}
