import type { Label, Unit } from '../unit.ts'
import type { Bound, DraftNumber } from './draft-number.ts'
import { readDraft } from './find-numbers.ts'
import { type CheckGround, type Finding, find, type Numbered, wordsAround } from './finding.ts'
import { agrees, englishNumber, shortNumber } from './number-words.ts'
import { natureOf } from './rules/time.ts'
import { likeness, type Subject, sameSubject, subjectOf } from './subject.ts'

/** A measure as the checker needs it: its names, its programme's names, its unit. */
export interface KnownMeasure {
  readonly id: string
  readonly programme: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly about: readonly string[]
  readonly unit: Unit
  readonly unitLabel: string
}

/** A value the house stands behind, or has taken over. Yuan, not fen; percent as 44.75. */
export interface KnownValue {
  readonly kind: 'figure' | 'statement' | 'release'
  readonly id: string
  readonly measure: string
  readonly value: number
  readonly bound: Bound
  readonly unit: string
  readonly period: string
  readonly org: string
  readonly source: string
  /** Where it is told why this and the figure of now are not the same. */
  readonly link?: string
}

/** A published number with the words it was published in; its subject is read from them. */
export interface KnownStatement extends KnownValue {
  readonly quote: string
  /** Another published number of the same thing, and why the two are not the same. */
  readonly differs?: { readonly from: string; readonly because: string }
}

/** A figure asked for one number of a draft. */
export interface KnownFigure {
  readonly draft: number
  readonly at: number
  readonly figure: KnownValue
}

/** What was released of the same measure and days; `because`: why the figure of now is another, where it is. */
export interface KnownRelease extends KnownFigure {
  readonly because?: Label
}

export interface Known {
  readonly measures?: readonly KnownMeasure[]
  readonly statements?: readonly KnownStatement[]
  readonly figures?: readonly KnownFigure[]
  readonly releases?: readonly KnownRelease[]
}

const plain = (text: string) => text.replace(/[“”‘’「」"\s]/gu, '')

/** The measure a number is of, by the longest of its names near the number; undefined when none is named. */
export function measureOf(
  ground: CheckGround,
  one: Numbered,
  measures: readonly KnownMeasure[],
): KnownMeasure | undefined {
  const { before, after, sentence, clause } = wordsAround(ground, one)
  const near = plain(before + after)
  const around = plain(sentence)
  let best: { measure: KnownMeasure; score: number } | undefined
  for (const measure of measures) {
    const about = Math.max(
      0,
      ...measure.about.filter((word) => around.includes(plain(word))).map(({ length }) => length),
    )
    const names = [measure.label, ...measure.aliases]
      .map(plain)
      .filter((name) => name.length >= 4 && near.includes(name))
    const named = Math.max(0, ...names.map(({ length }) => length))
    const fits = sameKind(measure.unit, one.n.unit)
    const score =
      named >= 5 || (named > 0 && about > 0)
        ? named * 2 + about + (fits ? 20 : 0)
        : fits && about >= 4 && isPlainCount(measure, measures, plain(clause))
          ? about + 10
          : 0
    if (score > (best?.score ?? 0)) best = { measure, score }
  }
  return best?.measure
}

/** Sessions or attendances of a programme that is named, of which it has one measure; or the measure's own label. */
function isPlainCount(measure: KnownMeasure, measures: readonly KnownMeasure[], clause: string): boolean {
  if (clause.includes(plain(measure.label))) return true
  if (measure.unit !== 'session' && measure.unit !== 'person-time') return false
  return measures.filter((other) => other.programme === measure.programme && other.unit === measure.unit).length === 1
}

/** 支 and 个, 件 and 项: places and items are told apart by nouns, and a draft may use either word. */
const sameKind = (measure: string, said: string) =>
  measure === said || (['item', 'place'].includes(measure) && ['item', 'place'].includes(said))

const bodies = new Set(['person', 'person-time', 'household'])

/** 帮助1000多万妇女儿童, where the measure counts 人次. */
export function unitRules(ground: CheckGround, one: Numbered, measures: readonly KnownMeasure[]): Finding[] {
  if (!bodies.has(one.n.unit) || one.n.rhetorical) return []
  const measure = measureOf(ground, one, measures)
  if (!measure || sameKind(measure.unit, one.n.unit) || !bodies.has(measure.unit)) return []
  // Named by its programme alone, a number may be of another of its measures.
  const { before, after } = wordsAround(ground, one)
  const near = plain(before + after)
  const abouts = measure.about.map(plain)
  const own = [measure.label, ...measure.aliases].map(plain).filter((name) => !abouts.includes(name))
  const named = own.some((name) => name.length >= 4 && near.includes(name))
  const fitting = (other: KnownMeasure) => other.programme === measure.programme && sameKind(other.unit, one.n.unit)
  if (!named && measures.some(fitting)) return []
  return [
    find(ground, 'unit-differs', one, {
      why: {
        zh: `指标“${measure.label}”按${measure.unitLabel}计，“${one.n.text}”不是。`,
        en: `The measure “${measure.label}” counts ${measure.unit}; “${one.n.text}” does not.`,
      },
    }),
  ]
}

interface Read {
  readonly statement: KnownStatement
  readonly n: DraftNumber
  readonly subject: Subject
}

/** The number of each statement as its own words give it. */
function readStatements(statements: readonly KnownStatement[]): Read[] {
  return statements.flatMap((statement) => {
    const draft = readDraft(statement.source, statement.quote)
    const n =
      draft.numbers.find(({ value, unit }) => value === statement.value && sameKind(statement.unit, unit)) ??
      draft.numbers.find(({ value }) => value === statement.value)
    return n && !n.rhetorical ? [{ statement, n, subject: subjectOf(draft, n) }] : []
  })
}

/** Compares with what is known: figures of the house asked for this draft, what was released of them, and statements. */
export function knownRules(ground: CheckGround, { statements = [], figures = [], releases = [] }: Known): Finding[] {
  const read = readStatements(statements)
  const placeOf = ({ draft, at }: KnownFigure) => `${draft} ${at}`
  const figureAt = new Map(figures.map((one) => [placeOf(one), one.figure]))
  const releaseAt = new Map(releases.map((one) => [placeOf(one), one]))
  return ground.numbers.flatMap((one) => {
    if (one.n.rhetorical) return []
    const place = `${one.draft} ${one.n.at}`
    const figure = figureAt.get(place)
    const released = releaseAt.get(place)
    if (figure || released) return houseRules(ground, one, figure, released)
    return statementRules(ground, one, read)
  })
}

/** A number that is as it was released is right, also where the figure has gone on since: that is said as a note. */
function houseRules(
  ground: CheckGround,
  one: Numbered,
  figure: KnownValue | undefined,
  released: KnownRelease | undefined,
): Finding[] {
  const isNow = figure !== undefined && agrees(figure, one.n)
  if (!released) return isNow || !figure ? [] : [differs(ground, one, figure)]
  if (agrees(released.figure, one.n)) return isNow || !figure ? [] : [goneOn(ground, one, figure, released)]
  return [differsFromRelease(ground, one, released), ...(isNow || !figure ? [] : [differs(ground, one, figure)])]
}

function statementRules(ground: CheckGround, one: Numbered, read: readonly Read[]): Finding[] {
  const same = read.filter(({ n, subject }) => n.unit === one.n.unit && sameSubject(subject, one.subject, ground.weigh))
  const agreeing = same.filter(({ n }) => agrees(n, one.n))
  if (agreeing.length > 0) return explained(ground, one, agreeing, read)
  const first = same.reduce<Read | undefined>(
    (best, now) => (best && likeness(best.subject, one.subject) >= likeness(now.subject, one.subject) ? best : now),
    undefined,
  )
  if (first) return [differs(ground, one, first.statement)]
  if (read.some(({ n }) => n.unit === one.n.unit && n.value === one.n.value)) return []
  return natureOf(ground, one) || one.n.unit === 'percent' ? [unknown(ground, one)] : []
}

/** It is a published number of which somebody said why it is not another published one: whoever reads both may ask. */
function explained(ground: CheckGround, one: Numbered, agreeing: readonly Read[], all: readonly Read[]): Finding[] {
  const told = agreeing.find(({ statement }) => statement.differs)?.statement
  const other = all.find(({ statement }) => statement.id === told?.differs?.from)?.statement
  if (!told?.differs || !other) return []
  return [
    find(ground, 'figure-explained', one, {
      known: other,
      why: {
        zh: `与已发布数字（${other.source}）“${other.measure}”${shortNumber(other.value)}不同，已有说明：${told.differs.because}`,
        en: `Differs from the published number “${other.measure}” ${englishNumber(other.value)} (${other.source}); it was explained: ${told.differs.because}`,
      },
    }),
  ]
}

const goneOn = (ground: CheckGround, one: Numbered, now: KnownValue, { figure, because }: KnownRelease) =>
  find(ground, 'figure-explained', one, {
    known: figure,
    why: {
      zh: `与发布的${figure.id}一致；现在的数是 ${shortNumber(now.value)}${because ? `，因为${because.zh}` : ''}。`,
      en: `As released (${figure.id}); the figure of now is ${englishNumber(now.value)}${because ? `, because: ${because.en}` : ''}.`,
    },
  })

const differsFromRelease = (ground: CheckGround, one: Numbered, { figure, because }: KnownRelease) =>
  find(ground, 'release-differs', one, {
    known: figure,
    why: {
      zh: `发布的${figure.id}“${figure.measure}”（${figure.period}）是 ${shortNumber(figure.value)}，这里是“${one.n.text}”。${because ? `发布之后变了：${because.zh}。` : ''}`,
      en: `Release ${figure.id} “${figure.measure}” (${figure.period}) says ${englishNumber(figure.value)}; the text says ${englishNumber(one.n.value)}.${because ? ` Since then: ${because.en}.` : ''}`,
    },
  })

function differs(ground: CheckGround, one: Numbered, known: KnownValue): Finding {
  const what = known.kind === 'figure' ? '娘家的数字' : `已发布数字（${known.source}）`
  return find(ground, 'figure-differs', one, {
    known,
    level: known.kind === 'figure' ? 'error' : 'warning',
    why: {
      zh: `${what}“${known.measure}”${known.period ? `（${known.period}）` : ''}是 ${shortNumber(known.value)}，这里是“${one.n.text}”。`,
      en: `${known.kind === 'figure' ? 'The figure' : 'The published number'} “${known.measure}” is ${englishNumber(known.value)} (${known.source}); the text says ${englishNumber(one.n.value)}.`,
    },
  })
}

const unknown = (ground: CheckGround, one: Numbered) =>
  find(ground, 'figure-unknown', one, {
    why: {
      zh: `“${one.n.text}”在娘家的数字和已发布数字里都找不到。`,
      en: `“${one.n.text}” is neither a figure of the house nor a published number.`,
    },
  })
