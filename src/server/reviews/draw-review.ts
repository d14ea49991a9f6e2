import type { DrawnReview } from '../../core/api/reviews.ts'
import { type Day, formatDay, todayInShanghai } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { formatPeriod, type Period, samePeriodLastYear } from '../../core/period.ts'
import { Refusal } from '../../core/refusal.ts'
import type { RawBlock } from '../../core/review/markdown.ts'
import type { ReviewMark } from '../../core/review/marks.ts'
import { type Service, services } from '../../core/service.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getMeasure, type Known, knownMeasures } from '../figures/catalogue.ts'
import { momentNamed, readMoment } from '../figures/moment.ts'
import { childrenOf, getScope, type Scope } from '../figures/scope.ts'
import { isTooFew, mayLeave } from '../releases/disclose.ts'
import { type Taken, takeFigures } from '../releases/take-figures.ts'
import { drawBlocks, type When } from './draw-blocks.ts'
import { readTemplate } from './read-template.ts'

/** Numbers of one review: its trace codes have three places. */
export const mostNumbers = 900

export interface ReviewText extends Period {
  readonly title: string
  readonly template: string
}

export interface Drawn extends DrawnReview {
  readonly watermark: string
  /** As a release takes them. */
  readonly taken: readonly Taken[]
}

/** Measures of a service, in the order of the registry. */
type MeasuresOf = (service: Service) => readonly Known[]
const measuresFor = (org: OrgCode): MeasuresOf => {
  const all = knownMeasures(org)
  return (service) => all.filter(({ programme }) => programme.service === service)
}

/** Reads a template for its faults alone; no figure is asked. Refuses what readTemplate does. */
export function checkTemplate(text: ReviewText, org: Scope, today: Day): readonly RawBlock[] {
  const covers = daysOf(text, today)
  const measuresOf = measuresFor(org.code)
  const scope = {
    title: text.title,
    org: org.name,
    year: text.to.slice(0, 4),
    period: formatPeriod(covers, 'zh'),
    as_of: formatDay(today, 'zh'),
    services: (Object.keys(services) as Service[])
      .filter((id) => measuresOf(id).length > 0)
      .map((id) => ({ id, label: services[id].zh })),
  }
  return readTemplate(text.template, scope, new Set(knownMeasures(org.code).map(({ id }) => id)))
}

/**
 * A review as it reads now: every number its template names, asked of the ledger in two statements however many they are. Call
 * it in a transaction of one snapshot. What may not leave the house is left out and said so. Refuses what readTemplate does,
 * 'period-wrong', 'review-too-many'.
 */
export async function drawReview(tx: Tx, actor: Actor, text: ReviewText): Promise<Drawn> {
  const today = todayInShanghai(new Date())
  const org = await getScope(tx, actor.org)
  const raw = checkTemplate(text, org, today)
  const measuresOf = measuresFor(org.code)
  const { watermark, asOf } = await readMoment(tx, undefined)
  const marks = raw.flatMap(marksIn)
  const below = marks.some(({ mark }) => mark === 'chart')
    ? (await childrenOf(tx, actor.org, [])).filter(({ ended }) => !ended)
    : []
  const asks = new Map<string, Ask>()
  const closed = new Set<string>()
  for (const mark of marks)
    for (const ask of asksOf(mark, { org, below, measuresOf, text, today })) {
      const { known } = ask
      if (mayLeave(known, { ...ask, org: ask.org })) asks.set(keyOf(known.id, ask.org, ask.when), ask)
      else closed.add(`${known.programme.label.zh}·${known.measure.label.zh}`)
    }
  const keys = [...asks.keys()]
  const taken = await takeFigures(
    tx,
    actor,
    [...asks.values()].map(({ known, org: code, from, to }) => ({ measure: known.id, org: code, from, to })),
    momentNamed(watermark),
  )
  const held = new Map<string, Taken>()
  // Few and none of something confidential read alike: to say which was held back would say that it is few.
  for (const [i, figure] of taken.entries()) {
    const known = getMeasure(figure.measure)
    const isNone = known.programme.confidential && (figure.value ?? figure.denominator) === 0
    if (!isNone && !isTooFew(known, figure)) held.set(keys[i] ?? '', figure)
  }
  const { blocks, used } = drawBlocks(raw, {
    find: (measure, when, code = org.code) => held.get(keyOf(measure, code, when)),
    below,
    measuresOf,
  })
  if (used.length > mostNumbers)
    throw new Refusal('review-too-many', { field: 'template', values: { limit: mostNumbers } })
  const placed = used.map((figure, i) => ({ ...figure, position: i + 1 }))
  return {
    asOf,
    watermark,
    blocks,
    figures: placed.map((figure) => ({ ...figure, trace: null })),
    taken: placed,
    closed: [...closed],
  }
}

interface Ask extends Period {
  readonly known: Known
  readonly org: number
  readonly when: When
}

const keyOf = (measure: string, org: number, when: When) => `${measure} ${org} ${when}`

const marksIn = (block: RawBlock): ReviewMark[] => {
  if (block.block === 'mark') return [block.mark]
  const pieces = block.block === 'table' ? block.rows.flat(2) : 'pieces' in block ? block.pieces : []
  return pieces.filter((piece) => typeof piece !== 'string')
}

/** The days of a review that have been: a year that goes on ends today. Refuses 'period-wrong' for one that has not begun. */
function daysOf({ from, to }: Period, today: Day): Period {
  if (from > today || from > to) throw new Refusal('period-wrong', { field: 'from' })
  return { from, to: to > today ? today : to }
}

interface Asking {
  readonly org: Scope
  readonly below: readonly Scope[]
  readonly measuresOf: MeasuresOf
  readonly text: Period
  readonly today: Day
}

/**
 * What a mark asks. The days end today, so that last year's are as many; a confidential measure is asked for its whole year, or
 * not at all, and compared only when the year is over.
 */
function asksOf(mark: ReviewMark, { org, below, measuresOf, text, today }: Asking): Ask[] {
  const ask = (measure: string, when: When, code = org.code): Ask[] => {
    const known = getMeasure(measure)
    const isWhole = known.programme.confidential
    if (isWhole && when === 'before' && text.to > today) return []
    const days = isWhole ? { from: text.from, to: text.to } : daysOf(text, today)
    return [{ known, org: code, when, ...(when === 'before' ? samePeriodLastYear(days) : days) }]
  }
  switch (mark.mark) {
    case 'figure':
      return ask(mark.measure, mark.before ? 'before' : 'now')
    case 'change':
      return [...ask(mark.measure, 'now'), ...ask(mark.measure, 'before')]
    case 'table':
      return mark.measures.flatMap((measure) => [...ask(measure, 'now'), ...ask(measure, 'before')])
    case 'chart':
      return below.flatMap(({ code }) => ask(mark.measure, 'now', code))
    case 'service':
      return measuresOf(mark.service as Service).flatMap((known, i, all) => [
        ...ask(known.id, 'now'),
        ...(known.programme !== all[i - 1]?.programme ? ask(known.id, 'before') : []),
      ])
  }
}
