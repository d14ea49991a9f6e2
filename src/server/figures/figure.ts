import type { Figure, FigurePart } from '../../core/api/figures.ts'
import type { Day } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { lastDayOf, monthOf, monthRange, type Period, samePeriodLastYear } from '../../core/period.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { dayOne, type Question } from './ask.ts'
import { getMeasure, type Known } from './catalogue.ts'
import { readMoment } from './moment.ts'
import { partOf, sumOf } from './part.ts'
import { answer, childRows, monthRows, type Paired } from './rows.ts'
import { getScope, hasChildren, isGuarded, refuseScope, type Scope } from './scope.ts'
import { isToldByHalfYear } from './told.ts'
import { toldChildren, toldFigure } from './told-figure.ts'

export interface Asked extends Period {
  readonly measure: string
  readonly org: OrgCode
  readonly asOf?: string | undefined
  readonly by: readonly ('child' | 'month' | 'grade')[]
}

/** Months a trend may have. */
const longest = 120

/**
 * A figure: the value for an organisation's subtree and a range of days, now or as of a moment, with last year's same
 * days and, when asked, its breakdown by child and by month. Call it in a transaction of one snapshot. Units: persons,
 * items…; yuan in fen; a rate as a fraction with its parts. Refuses what refuseScope, getScope and readMoment refuse.
 */
export async function getFigureOf(tx: Tx, actor: Actor, asked: Asked): Promise<Figure> {
  const known = getMeasure(asked.measure, actor)
  const period = { from: asked.from, to: asked.to }
  refuseScope(actor, known, asked.org, period)
  const guarded = isGuarded(actor, known, asked.org)
  if (guarded && isToldByHalfYear(asked.org)) {
    const [org, { watermark, asOf }] = await Promise.all([getScope(tx, asked.org), readMoment(tx, asked.asOf)])
    const told = await toldFigure(tx, actor, known, asked.org, asked, new Date(asOf))
    return { ...headOf(known, org), asOf, watermark, ...told }
  }
  const before = samePeriodLastYear(period)
  const children = !guarded && asked.by.includes('child') && hasChildren(known, asked.org)
  const months = asked.by.includes('month') ? monthRange(monthOf(period.from), monthOf(period.to)) : []
  if (months.length > longest) throw new Refusal('period-wrong', { field: 'from' })

  const questions: Question[] = [
    { org: asked.org, ...period, by: 'total' },
    { org: asked.org, ...before, by: 'total' },
  ]
  if (children) questions.push({ org: asked.org, ...period, by: 'child' }, { org: asked.org, ...before, by: 'child' })
  const trend = questions.length
  questions.push(...monthQuestions(known, asked.org, period, before, months.length > 0))
  // Asked together, unless the moment must be known first.
  const earlier = asked.asOf === undefined ? undefined : await readMoment(tx, asked.asOf)
  const moment = earlier?.moment
  const [org, { watermark, asOf }, answers] = await Promise.all([
    getScope(tx, asked.org),
    earlier ?? readMoment(tx, undefined),
    answer(tx, known, questions, moment),
  ])

  const [now, then, byChild, byChildThen] = answers
  const rows = guarded
    ? await toldChildren(tx, actor, known, org.code, asked, new Date(asOf))
    : children && finish(await childRows(tx, known, org.code, byChild, byChildThen))
  return {
    ...headOf(known, org),
    asOf,
    watermark,
    ...period,
    ...partOf(known, (m) => sumOf(now, m, 0)),
    entries: known.posted.reduce((n, m) => n + sumOf(now, m, 0).entries, 0),
    previous: { value: partOf(known, (m) => sumOf(then, m, 0)).value, ...before },
    ...(asked.by.includes('child') ? { byChild: rows || [] } : {}),
    ...(months.length > 0 ? { byMonth: finish(monthRows(known, period, months, answers.slice(trend))) } : {}),
  }
}

/** The rows as they are shown, each with its number a year before. */
const finish = <R extends FigurePart>(rows: readonly Paired<R>[]): (R & { previous: number | null })[] =>
  rows.map(({ before, ...row }) => ({ ...(row as unknown as R), previous: before.value }))

const headOf = (known: Known, { code, name }: Scope) => ({
  measure: known.id,
  unit: known.measure.unit,
  kind: known.kind,
  org: { code, name },
})

/** A trend is one question by month and one for the year before; persons that stand are asked for at each month's end. */
function monthQuestions(known: Known, org: OrgCode, period: Period, before: Period, wanted: boolean): Question[] {
  if (!wanted) return []
  if (!(known.person && known.stock))
    return [
      { org, ...period, by: 'month' },
      { org, ...before, by: 'month' },
    ]
  const ends = (p: Period) =>
    monthRange(monthOf(p.from), monthOf(p.to)).map(
      (m): Question => ({ org, from: dayOne, to: firstOf(lastDayOf(m), p.to), by: 'total' }),
    )
  return [...ends(period), ...ends(before)]
}

const firstOf = (a: Day, b: Day): Day => (a < b ? a : b)
