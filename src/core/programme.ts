import type { Clock } from './clock.ts'
import type { Count, Counter, Grade } from './count.ts'
import type { Day } from './day.ts'
import type { DocumentTemplate } from './document.ts'
import type { AnswersOf, FieldMap } from './field.ts'
import type { LocalSpec } from './local/spec.ts'
import type { MeasureMap } from './measure.ts'
import type { Level, OrgCode } from './org-code.ts'
import type { Posting } from './posting.ts'
import type { Role } from './role.ts'
import type { Label } from './unit.ts'

export const recordKinds = [
  'case',
  'activity',
  'place',
  'team',
  'member',
  'award',
  'item',
  'listing',
  'response',
] as const
export type RecordKind = (typeof recordKinds)[number]

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
  /** The moment it was entered (ISO 8601): clocks of minutes and hours run from it. */
  readonly at?: string
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
  /** Steps that meet it: the page shows them where a main step waits for this. */
  readonly by?: readonly string[]
  /** Only time meets it: no form is opened before. */
  readonly waits?: true
  /** Which of two ways is open, nothing to be done about: a step it closes is not shown as waiting, but not shown. */
  readonly route?: true
  readonly met: (facts: Facts<F, S, A>) => boolean
}

/** A record that a step opens in another programme, kept by the same organisation: a danger found starts a report. */
export interface Start {
  readonly programme: string
  readonly answers: Readonly<Record<string, unknown>>
}

/** What only one living record may hold for a person: relief once in a life. Held until the definition gives it up. */
export interface Claim {
  readonly person: string
  readonly key: string
}

/**
 * Money a record is owed while it stands in one of the states `in`: the funds room pays it in batches and takes the steps
 * `paid` and `returned` itself, with the bank's answer. All four fields are the record's own.
 */
export interface Payment<F extends string = string, S extends string = string, A extends string = string> {
  readonly in: readonly S[]
  readonly fund: F
  readonly amount: F
  /** A person, an organisation, or the name of one. */
  readonly payee: F
  readonly account: F
  /** Whose account it is, when asked: another name than the payee's is paid only with `proof` (an agent's authority, seen). */
  readonly holder?: F
  readonly proof?: F
  readonly paid: A
  readonly returned: A
}

export interface Action<
  F extends FieldMap = FieldMap,
  S extends string = string,
  C extends string = string,
  D extends string = string,
> {
  readonly label: Label
  readonly from: readonly S[] | 'any'
  readonly to: S | 'same'
  /** Empty: only the house takes it, when a clock runs out or a bank answers. */
  readonly by: readonly Role[]
  /**
   * own: a post of the keeping organisation; below: also a post above it (an approval); receiver: a post of the
   * organisation the record was sent to. Sealed records: handlers.
   */
  readonly reach?: 'own' | 'below' | 'receiver'
  /** Levels of the acting post's organisation: a township checks, a banner approves. */
  readonly at?: readonly Level[]
  /** Record fields it fills in, and questions kept with the action only. */
  readonly fills?: readonly (keyof F & string)[]
  readonly asks?: FieldMap
  /** States in which only who took it sees what she answered: a judge's sheet before all are in. */
  readonly blindIn?: readonly S[]
  readonly needs?: readonly C[]
  /** Going back, rejecting, cancelling: a reason is mandatory (processes 0.1). */
  readonly reason?: boolean
  /** Not by the person who did the record's last step, nor its maker. */
  readonly secondPerson?: boolean
  /** Not by anybody who took one of these steps (`create` is one): an objection is not judged by its first checker. */
  readonly otherThan?: readonly string[]
  /** Documents that are issued with it. */
  readonly makes?: readonly D[]
  /** Records it opens; the facts are those after the step. */
  readonly starts?: (facts: Facts) => readonly Start[]
  /** One of `asks`, an organisation the record goes to: whoever sends it loses sight of it, what it counted stays. */
  readonly moves?: string
  /** Posts of the keeping organisation, a banner's or above, that are told the bare fact: something urgent is in hand. */
  readonly tells?: readonly Role[]
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
  D extends string,
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
  /** States in which nothing of class P2 to P4 is shown or opened any more: an expired clue. */
  readonly silentIn?: readonly NoInfer<S>[]
  /**
   * On entering one of these the record forgets: its key is shredded, so that nothing sealed in it or its history is read
   * again, and its P2 answers and files go. What it counted stays.
   */
  readonly forgetsIn?: readonly NoInfer<S>[]
  /** States in which posts below the keeping organisation see it too, to read: a call, a plan. Nothing in it is above P1. */
  readonly shownBelow?: readonly NoInfer<S>[]
  readonly checks?: Readonly<Record<C, Check<NoInfer<F>, NoInfer<S>, string> & { readonly by?: readonly NoInfer<A>[] }>>
  readonly actions: Readonly<Record<A, Action<NoInfer<F>, NoInfer<S>, NoInfer<C>, NoInfer<D>>>>
  readonly clocks?: Readonly<Record<K, Clock<NoInfer<S>, NoInfer<A>, keyof NoInfer<F> & string>>>
  readonly documents?: Readonly<Record<D, DocumentTemplate<NoInfer<S>>>>
  /** A field of kind organisation: whose posts also see the record and take its steps of reach `receiver`. */
  readonly receiverField?: keyof F & string
  /** What the receiver sees; everything else, the history's reasons and files included, is not there for her. */
  readonly receiverSees?: readonly (keyof F & string)[]
  /** Files the receiver has of others go under a neutral name: a name may tell the author. */
  readonly namelessFiles?: boolean
  /** Records that are opened when its person is erased, by what it held until then: what was given away is asked back. */
  readonly startsErased?: (facts: Facts<NoInfer<F>, NoInfer<S>, string>) => readonly Start[]
  readonly claims?: (facts: Facts<NoInfer<F>, NoInfer<S>, string>) => readonly Claim[]
  readonly payment?: Payment<keyof NoInfer<F> & string, NoInfer<S>, NoInfer<A>>
  /** Pure: the money this record stands for now. The funds room books the difference to what it holds. */
  readonly postings?: (facts: Facts<NoInfer<F>, NoInfer<S>, string>) => readonly Posting[]
  readonly measures: M
  /** Pure: what this record is worth now. The ledger posts the difference to what it holds. */
  readonly counts: (facts: Facts<NoInfer<F>, NoInfer<S>, string>, count: Counter<NoInfer<M>>) => readonly Counted[]
}

/** Of a programme an organisation composed for its own subtree (core/local): nobody outside sees it or its records. */
export interface LocalPart {
  readonly owner: OrgCode
  /** Levels whose posts make records. */
  readonly makers: readonly Level[]
  /** No new records; those there are go on. */
  readonly closed: boolean
  readonly spec: LocalSpec
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
  readonly local?: LocalPart
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
  readonly silentIn: readonly string[]
  readonly forgetsIn: readonly string[]
  readonly shownBelow: readonly string[]
  readonly checks: Readonly<Record<string, Check<FieldMap, string, string>>>
  readonly actions: Readonly<Record<string, Action>>
  readonly clocks: Readonly<Record<string, Clock>>
  readonly documents: Readonly<Record<string, DocumentTemplate>>
  readonly receiverField?: string
  readonly receiverSees: readonly string[]
  readonly namelessFiles?: boolean
  readonly startsErased?: (facts: Facts) => readonly Start[]
  readonly claims?: (facts: Facts) => readonly Claim[]
  readonly payment?: Payment
  readonly postings?: (facts: Facts) => readonly Posting[]
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
  const D extends string = never,
>(input: ProgrammeInput<F, S, C, A, K, M, D>): Programme {
  return {
    confidential: false,
    opens: Object.keys(input.fields),
    editableIn: Object.keys(input.states),
    silentIn: [],
    forgetsIn: [],
    shownBelow: [],
    checks: {},
    clocks: {},
    documents: {},
    receiverSees: [],
    ...input,
  } as unknown as Programme
}
