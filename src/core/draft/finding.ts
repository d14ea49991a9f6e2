import type { Label } from '../unit.ts'
import type { Draft, DraftNumber } from './draft-number.ts'
import type { KnownValue } from './known.ts'
import { type RuleId, rules } from './rule-texts.ts'
import { type Subject, subjectOf, weigher } from './subject.ts'

/** Where in which text; `quote` is the sentence. */
export interface Place {
  readonly draft: number
  readonly at: number
  readonly end: number
  readonly text: string
  readonly quote: string
}

/** error: cannot be right; warning: cannot be judged as it stands; note: right, and easily misread. */
export type Level = 'error' | 'warning' | 'note'

export interface Finding extends Place {
  readonly rule: RuleId
  readonly level: Level
  /** Names this finding across edits elsewhere in the text, so that an answer stays with it. */
  readonly key: string
  readonly why: Label
  readonly fix: Label
  /** The other place it disagrees with. */
  readonly other?: Place
  /** The figure or statement it disagrees with. */
  readonly known?: KnownValue
}

/** A number with the draft it stands in and what it is about. */
export interface Numbered {
  readonly draft: number
  readonly n: DraftNumber
  readonly subject: Subject
}

export interface CheckGround {
  readonly drafts: readonly Draft[]
  readonly numbers: readonly Numbered[]
  readonly bySentence: ReadonlyMap<string, readonly Numbered[]>
  readonly weigh: (term: string) => number
  /** People of the division the texts are about. */
  readonly population?: { readonly name: string; readonly people: number }
}

export function groundOf(drafts: readonly Draft[], population?: CheckGround['population']): CheckGround {
  const numbers = drafts.flatMap((draft, index) =>
    draft.numbers.map((n) => ({ draft: index, n, subject: subjectOf(draft, n) })),
  )
  const bySentence = new Map<string, Numbered[]>()
  for (const one of numbers) {
    const held = bySentence.get(sentenceOf(one))
    if (held) held.push(one)
    else bySentence.set(sentenceOf(one), [one])
  }
  return {
    drafts,
    numbers,
    bySentence,
    weigh: weigher(numbers.map(({ subject }) => subject)),
    ...(population && { population }),
  }
}

const sentenceOf = ({ draft, n }: Numbered) => `${draft} ${n.sentence.at}`

export function placeOf(ground: CheckGround, { draft, n }: Pick<Numbered, 'draft' | 'n'>): Place {
  const { text } = ground.drafts[draft] as Draft
  return { draft, at: n.at, end: n.end, text: n.text, quote: text.slice(n.sentence.at, n.sentence.end).trim() }
}

export interface Said {
  readonly why: Label
  readonly level?: Level
  readonly other?: Numbered
  readonly known?: KnownValue
}

/** A finding at a number; the fix is the rule's. */
export function find(ground: CheckGround, rule: RuleId, one: Pick<Numbered, 'draft' | 'n'>, said: Said): Finding {
  const place = placeOf(ground, one)
  const other = said.other && placeOf(ground, said.other)
  return {
    ...place,
    rule,
    level: said.level ?? rules[rule].level,
    key: keyOf(rule, place.text, place.quote, other?.text ?? said.known?.id ?? ''),
    why: said.why,
    fix: rules[rule].fix,
    ...(other && { other }),
    ...(said.known && { known: said.known }),
  }
}

/** FNV-1a over rule, number and sentence. */
function keyOf(...parts: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const c of parts.join('\u0001')) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 0x01000193)
  return `${parts[0]}-${(hash >>> 0).toString(16).padStart(8, '0')}`
}

/** The clause and the sentence of a number, and what stands around it in its clause. */
export function wordsAround(ground: CheckGround, { draft, n }: Pick<Numbered, 'draft' | 'n'>) {
  const { text } = ground.drafts[draft] as Draft
  return {
    before: text.slice(n.clause.at, n.at),
    after: text.slice(n.end, n.clause.end),
    clause: text.slice(n.clause.at, n.clause.end),
    sentence: text.slice(n.sentence.at, n.sentence.end),
    sentenceBefore: text.slice(n.sentence.at, n.at),
    sentenceAfter: text.slice(n.end, n.sentence.end),
  }
}

/** The other numbers of the sentence, in order. */
export function inSentence(ground: CheckGround, one: Numbered): readonly Numbered[] {
  return ground.bySentence.get(sentenceOf(one)) ?? []
}
