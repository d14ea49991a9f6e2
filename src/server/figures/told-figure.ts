import type { Figure, FigurePart } from '../../core/api/figures.ts'
import { halfYearsIn } from '../../core/half-year.ts'
import { levelSpan, type OrgCode } from '../../core/org-code.ts'
import { monthOf, monthRange, type Period, samePeriodLastYear } from '../../core/period.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { Known } from './catalogue.ts'
import { partOf, sumOf } from './part.ts'
import { childRows } from './rows.ts'
import { type Told, tell } from './told.ts'

interface Asked extends Period {
  readonly by: readonly ('child' | 'month' | 'grade')[]
}
type Rows = NonNullable<Figure['byChild']>

/** A part with nothing left to read. */
export function hide<P extends FigurePart>(part: P): P {
  const { numerator: _n, denominator: _d, ...rest } = part
  return { ...rest, value: null, grades: { A: 0, B: 0, C: 0, D: 0 }, suppressed: true } as unknown as P
}

/** A confidential figure of a league or banner for who does not handle the cases: closed half-years, nothing by the month. */
export async function toldFigure(tx: Tx, actor: Actor, known: Known, org: OrgCode, asked: Asked, at: Date) {
  const period = { from: asked.from, to: asked.to }
  const now = await tell(tx, actor, known, org, period, at)
  const before = samePeriodLastYear(now.covers ?? period)
  const then = await tell(tx, actor, known, org, before, at)
  const total = partOf(known, (m) => sumOf(now.answers, m, 0))
  const zero = { value: 0, grades: { A: 0, B: 0, C: 0, D: 0 } }
  return {
    ...period,
    covers: now.covers ?? null,
    ...(now.isHeld(0) ? hide(total) : total),
    entries: known.posted.reduce((n, m) => n + sumOf(now.answers, m, 0).entries, 0),
    previous: { value: then.isHeld(0) ? null : partOf(known, (m) => sumOf(then.answers, m, 0)).value, ...before },
    ...(asked.by.includes('child') ? { byChild: await rowsOf(tx, known, org, now, then) } : {}),
    ...(asked.by.includes('month')
      ? {
          byMonth: monthRange(monthOf(asked.from), monthOf(asked.to))
            .slice(0, 120)
            .map((month) => ({ month, ...hide(zero), previous: null, complete: false })),
        }
      : {}),
  }
}

/** The region's table by league, told like the leagues are; nothing while the range is not made of half-years. */
export async function toldChildren(
  tx: Tx,
  actor: Actor,
  known: Known,
  org: OrgCode,
  asked: Asked,
  at: Date,
): Promise<Rows> {
  if (!asked.by.includes('child') || !(known.stock || halfYearsIn(asked))) return []
  const now = await tell(tx, actor, known, org, asked, at)
  const then = await tell(tx, actor, known, org, samePeriodLastYear(now.covers ?? asked), at)
  return rowsOf(tx, known, org, now, then)
}

async function rowsOf(tx: Tx, known: Known, org: OrgCode, now: Told, then: Told): Promise<Rows> {
  // Below a banner nothing is broken down.
  if (org % levelSpan.league !== 0) return []
  const rows = await childRows(tx, known, org, now.answers, then.answers)
  return rows.map(({ before, ...row }) => ({
    ...(now.isHeld(row.org.code) ? hide(row) : row),
    previous: then.isHeld(row.org.code) ? null : before.value,
  }))
}
