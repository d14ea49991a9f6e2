import { sql } from 'kysely'
import { formatDay, todayInShanghai } from '../../core/day.ts'
import type { Draft } from '../../core/draft/draft-number.ts'
import type { CheckGround, Numbered } from '../../core/draft/finding.ts'
import { type Known, type KnownFigure, type KnownMeasure, measureOf } from '../../core/draft/known.ts'
import { formatPeriod, type Period } from '../../core/period.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getFigureOf } from '../figures/figure.ts'
import { daysOf } from './draft-period.ts'
import { draftMeasures } from './known-measures.ts'
import { releasedOf } from './known-releases.ts'
import { knownStatements } from './statement-rows.ts'

/** So many figures are asked for one check: each is a question to the ledger. */
const mostAsked = 60

/** The measure of each number that names one. */
export function measuresOf(ground: CheckGround): Map<Numbered, KnownMeasure> {
  return new Map(
    ground.numbers.flatMap((one) => {
      const measure = one.n.rhetorical ? undefined : measureOf(ground, one, draftMeasures)
      return measure ? [[one, measure] as const] : []
    }),
  )
}

/** All a draft is compared with. Call it in a transaction of one snapshot. */
export async function whatIsKnown(
  tx: Tx,
  actor: Actor,
  ground: CheckGround,
  measures: ReadonlyMap<Numbered, KnownMeasure> = measuresOf(ground),
): Promise<Known> {
  const statements = await knownStatements(tx, actor)
  const figures = await askFigures(tx, actor, ground, measures)
  const releases = await releasedOf(tx, actor, measures, figures)
  return { measures: draftMeasures, statements, figures, releases }
}

/**
 * Asks the ledger for what drafts about the actor's own organisation say: numbers with a measure, its unit, and days. What she
 * may not see is not compared.
 */
async function askFigures(
  tx: Tx,
  actor: Actor,
  ground: CheckGround,
  measures: ReadonlyMap<Numbered, KnownMeasure>,
): Promise<KnownFigure[]> {
  const own = await tx.first<{ name: string; short: string }>(
    sql`SELECT name, short_name AS short FROM organisations WHERE code = ${actor.org}`,
  )
  if (!own) return []
  const about = (draft: Draft | undefined) =>
    !!draft && (draft.text.includes(own.short) || draft.text.includes(own.name))
  const found: KnownFigure[] = []
  const today = todayInShanghai(new Date())
  for (const [one, measure] of [...measures].slice(0, mostAsked)) {
    const days = daysOf(one.n.period, today)
    if (!days || measure.unit !== one.n.unit || !about(ground.drafts[one.draft])) continue
    const value = await ask(tx, actor, measure, days)
    if (value === undefined) continue
    found.push({
      draft: one.draft,
      at: one.n.at,
      figure: {
        kind: 'figure',
        id: measure.id,
        measure: measure.label,
        value,
        bound: '=',
        unit: measure.unit,
        period: one.n.period?.kind === 'as-of' ? `截至${formatDay(days.to, 'zh')}` : formatPeriod(days, 'zh'),
        org: own.name,
        source: own.name,
      },
    })
  }
  return found
}

/** In the units of a draft: yuan, percent. undefined when it is closed to her, or there is nothing below a rate's line. */
async function ask(tx: Tx, actor: Actor, measure: KnownMeasure, days: Period): Promise<number | undefined> {
  try {
    const { value } = await getFigureOf(tx, actor, { measure: measure.id, org: actor.org, ...days, by: [] })
    if (value === null) return undefined
    if (measure.unit === 'yuan') return value / 100
    return measure.unit === 'percent' ? Number((value * 100).toFixed(2)) : value
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
