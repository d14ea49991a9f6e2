import type { ReleasedDefinition, ReleasedFigure } from '../../core/api/releases.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { dayOne } from '../figures/ask.ts'
import { getMeasure, type Known, unitWordsOf } from '../figures/catalogue.ts'
import { askEach } from '../figures/many.ts'
import type { Moment } from '../figures/moment.ts'
import { type Answers, partOf, sumOf } from '../figures/part.ts'
import { getScopes, refuseScope } from '../figures/scope.ts'
import type { Asked } from './chunks.ts'

export type Taken = Omit<ReleasedFigure, 'trace'>
type Numbers = Pick<Taken, 'value' | 'numerator' | 'denominator' | 'grades' | 'entries'>

/**
 * The chosen figures at a moment. Refuses what a figure refuses and 'release-figure-twice'; what may leave the house of
 * a confidential one is refuseRevealing's to say.
 */
export async function takeFigures(
  tx: Tx,
  actor: Actor,
  chosen: readonly Omit<Asked, 'position'>[],
  moment: Moment | undefined,
): Promise<Taken[]> {
  if (new Set(chosen.map((c) => JSON.stringify([c.measure, c.org, c.from, c.to]))).size < chosen.length)
    throw new Refusal('release-figure-twice', { field: 'figures' })
  const asked = chosen.map((c, i) => ({ ...c, position: i + 1 }))
  for (const figure of asked) refuseScope(actor, getMeasure(figure.measure, actor), figure.org, figure)
  const scopes = await getScopes(
    tx,
    asked.map(({ org }) => org),
  )
  const numbers = await readNumbers(tx, asked, moment)
  return asked.flatMap(({ position, measure, org: code, from, to }, i) => {
    const known = getMeasure(measure)
    const org = scopes.get(code)
    const read = numbers[i]
    if (!org || !read) return []
    return [{ position, measure, definition: definitionOf(known), org, from: known.stock ? dayOne : from, to, ...read }]
  })
}

/** The numbers of figures at a moment (undefined: now), in two statements however many there are. */
export async function readNumbers(tx: Tx, asked: readonly Asked[], moment: Moment | undefined): Promise<Numbers[]> {
  const questions = asked.map(({ measure, org, from, to }) => ({
    known: getMeasure(measure),
    org,
    from,
    to,
    by: 'total' as const,
  }))
  const answers = await askEach(tx, questions, moment)
  return questions.map(({ known }, i) => numbersOf(known, answers[i]))
}

function numbersOf(known: Known, answers: Answers | undefined): Numbers {
  const part = partOf(known, (m) => sumOf(answers, m, 0))
  const open = !known.programme.confidential
  return {
    value: known.kind === 'rate' ? null : part.value,
    numerator: part.numerator ?? null,
    denominator: part.denominator ?? null,
    grades: open ? part.grades : null,
    entries: open ? known.posted.reduce((n, m) => n + sumOf(answers, m, 0).entries, 0) : null,
  }
}

export function definitionOf(known: Known): ReleasedDefinition {
  const { programme, measure, kind } = known
  return {
    label: measure.label,
    programme: programme.label,
    unit: measure.unit,
    unitLabel: unitWordsOf(known),
    kind,
    includes: measure.includes,
    excludes: measure.excludes,
    version: programme.version,
  }
}
