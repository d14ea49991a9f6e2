import { sql } from 'kysely'
import { type Day, formatDay, todayInShanghai } from '../../core/day.ts'
import { differenceCauses } from '../../core/difference-words.ts'
import type { Numbered } from '../../core/draft/finding.ts'
import type { KnownFigure, KnownMeasure, KnownRelease } from '../../core/draft/known.ts'
import { formatPeriod } from '../../core/period.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Label } from '../../core/unit.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { dayOne } from '../figures/ask.ts'
import { explain } from '../releases/explain.ts'
import { traceOf } from '../releases/release-rows.ts'
import { daysOf } from './draft-period.ts'

/** So many differences are explained for one check: each holds two figures against each other entry by entry. */
const mostExplained = 10

interface Released {
  readonly number: string
  readonly position: number
  readonly title: string
  readonly measure: string
  readonly from_date: Day
  readonly to_date: Day
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

/**
 * What the own organisation has released of the measures and days a draft names: of several the newest that stands. Where the
 * figure of now is another, why, as far as she may know.
 */
export async function releasedOf(
  tx: Tx,
  actor: Actor,
  measures: ReadonlyMap<Numbered, KnownMeasure>,
  figures: readonly KnownFigure[],
): Promise<KnownRelease[]> {
  const wanted = [...new Set([...measures.values()].map(({ id }) => id))]
  const rows = await tx.rows<Released>(sql`
    SELECT r.number, r.title, f.position, f.measure, f.from_date, f.to_date, f.value, f.numerator, f.denominator
    FROM releases r JOIN release_figures f ON f.area = r.area AND f.release = r.id
    WHERE r.org = ${actor.org} AND f.org = ${actor.org} AND r.state = 'sealed' AND f.measure = ANY (${wanted}::text[])
      AND NOT EXISTS (SELECT FROM releases n WHERE n.supersedes = r.id AND n.state = 'sealed')
    ORDER BY r.decided_at DESC`)
  const today = todayInShanghai(new Date())
  const found: KnownRelease[] = []
  let explaining = 0
  for (const [one, measure] of measures) {
    const days = daysOf(one.n.period, today)
    if (!days || measure.unit !== one.n.unit) continue
    const stands = one.n.period?.kind === 'as-of'
    const row = rows.find((r) => r.measure === measure.id && covers(r, days, stands, today))
    const value = row && asDrafted(row, measure)
    if (!row || value === undefined) continue
    const trace = traceOf(row.number, row.position)
    const now = [measure.id, actor.org, row.from_date === dayOne ? days.from : row.from_date, days.to].join('~')
    const live = figures.find(({ draft, at }) => draft === one.draft && at === one.n.at)
    const because =
      live && live.figure.value !== value && explaining++ < mostExplained
        ? await whyOf(tx, actor, trace, now)
        : undefined
    found.push({
      draft: one.draft,
      at: one.n.at,
      ...(because && { because }),
      figure: {
        kind: 'release',
        id: trace,
        measure: measure.label,
        value,
        bound: '=',
        unit: measure.unit,
        period:
          row.from_date === dayOne
            ? `截至${formatDay(row.to_date, 'zh')}`
            : formatPeriod({ from: row.from_date, to: row.to_date }, 'zh'),
        org: '',
        source: row.title,
        link: `/figures/explain?${new URLSearchParams({ a: trace, b: now })}`,
      },
    })
  }
  return found
}

/** The same days; of a year that goes on, the part of it that was released. */
function covers(row: Released, days: { from: Day; to: Day }, stands: boolean, today: Day): boolean {
  if (stands || row.from_date === dayOne) return stands === (row.from_date === dayOne) && row.to_date === days.to
  if (row.from_date !== days.from) return false
  return row.to_date === days.to || (days.to === today && row.to_date.slice(0, 4) === today.slice(0, 4))
}

/** In the units of a draft: yuan, percent. */
function asDrafted({ value, numerator, denominator }: Released, measure: KnownMeasure): number | undefined {
  if (value === null) return denominator ? Number(((100 * (numerator ?? 0)) / denominator).toFixed(2)) : undefined
  return measure.unit === 'yuan' ? value / 100 : value
}

/** The causes of the difference, the heaviest first; undefined where she may not hold the two against each other. */
async function whyOf(tx: Tx, actor: Actor, a: string, b: string): Promise<Label | undefined> {
  try {
    const causes = (await explain(tx, actor, a, b)).parts
      .flatMap((part) => part.causes)
      .sort((x, y) => Math.abs(y.worth) - Math.abs(x.worth))
    if (causes.length === 0) return undefined
    return {
      zh: causes.map(({ cause, entries }) => `${differenceCauses[cause].zh} ${entries} 笔`).join('；'),
      en: causes.map(({ cause, entries }) => `${differenceCauses[cause].en} (${entries})`).join('; '),
    }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
