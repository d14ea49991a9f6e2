import { sql } from 'kysely'
import { closingOf, halfYearsIn } from '../../core/half-year.ts'
import { levelSpan, type OrgCode, parentOf } from '../../core/org-code.ts'
import type { Period } from '../../core/period.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { addSum, noSum, type Question, type Sum } from './ask.ts'
import { type Known, opensRecords } from './catalogue.ts'
import { holdBack, isFew } from './hold-back.ts'
import { type Moment, readMoment } from './moment.ts'
import { type Answers, sumOf } from './part.ts'
import { answer } from './rows.ts'
import { childrenOf } from './scope.ts'

/** What is told of a confidential measure to who does not handle the cases. Key 0: the organisation; else the one right below. */
export interface Told {
  /** The closed half-years that the numbers cover; undefined when none of those asked for is closed. */
  readonly covers: Period | undefined
  readonly answers: Answers
  /** Whether a key's number is held back; it is not in the answers then. */
  readonly isHeld: (key: number) => boolean
}

/** Below the region; the region's own number is told as it stands, by the month: in all of it nobody can be found. */
export const isToldByHalfYear = (org: OrgCode): boolean => org % levelSpan.region !== 0

/**
 * The number of an organisation and of those right below it over whole half-years, as each stood when it was closed: later it
 * does not change, whatever is entered for it. Each half-year is told by itself, a longer range where all of its half-years
 * are, so that subtracting ranges, moments, parents or children gives nothing that is not told (decision 0009). Nothing is told
 * of a stock; persons are told of one half-year. Refuses 'period-half-years'.
 */
export function tell(tx: Tx, actor: Actor, known: Known, org: OrgCode, period: Period, at: Date): Promise<Told> {
  return tellTo(tx, { org: actor.org, sees: opensRecords(known, actor) }, known, org, period, at)
}

/**
 * What everybody may be told of the region's table: as `tell`, for a reader who handles no case anywhere. What has no closing,
 * being older than this house, is told as it stood at `otherwise`.
 */
export const tellEverybody = (
  tx: Tx,
  known: Known,
  org: OrgCode,
  period: Period,
  at: Date,
  otherwise: Moment,
): Promise<Told> => tellTo(tx, { org, sees: false, otherwise }, known, org, period, at)

/** Where a reader stands, and whether she sees the cases of her own organisation. */
interface Reader {
  readonly org: OrgCode
  readonly sees: boolean
  /** The moment of what was never closed; now. */
  readonly otherwise?: Moment
}

async function tellTo(tx: Tx, reader: Reader, known: Known, org: OrgCode, period: Period, at: Date): Promise<Told> {
  const halves = known.stock ? [] : halfYearsIn(period)
  if (!halves) throw new Refusal('period-half-years', { field: 'from' })
  const closed = halves.filter((half) => closingOf(half) <= at)
  const last = closed.at(-1)
  const covers = last && { from: period.from, to: last.to }
  const answers: Answers = new Map(known.posted.map((measure) => [measure, new Map<number, Sum>()]))
  if (!last || (known.person && closed.length > 1)) return { covers, answers, isHeld: () => true }
  const held = new Set<number>()
  for (const half of closed) {
    const part = await tellHalf(tx, reader, known, org, half)
    for (const key of part.held) held.add(key)
    for (const [measure, keys] of part.answers)
      for (const [key, sum] of keys) {
        const into = answers.get(measure)
        into?.set(key, addSum(into.get(key) ?? noSum(), sum))
      }
  }
  for (const keys of answers.values()) for (const key of held) keys.delete(key)
  return { covers, answers, isHeld: (key) => held.has(key) }
}

interface Half {
  readonly answers: Answers
  readonly held: ReadonlySet<number>
}

/** One half-year, from the reader's own organisation down: what is held back is held back below as well. */
async function tellHalf(tx: Tx, reader: Reader, known: Known, org: OrgCode, half: Period): Promise<Half> {
  const path = pathTo(org, reader.org)
  const tables = path.filter((code) => code % levelSpan.league === 0)
  const questions: Question[] = [
    { org: path[0] ?? org, ...half, by: 'total' },
    { org, ...half, by: 'total' },
    ...tables.map((code): Question => ({ org: code, ...half, by: 'child' })),
  ]
  const [top, whole, ...children] = await answer(
    tx,
    known,
    questions,
    (await closingMoment(tx, half)) ?? reader.otherwise,
  )
  let isHeld = isToldByHalfYear(path[0] ?? org) && partsOf(known, top, 0).some(isFew)
  let held = new Set<number>()
  for (const [i, parent] of tables.entries()) {
    const table = children[i]
    const keys = known.posted.flatMap((measure) => [...(table?.get(measure)?.keys() ?? [])])
    const codes = [...new Set([...(await childrenOf(tx, parent, keys)).map(({ code }) => code), ...keys])].sort(
      (a, b) => a - b,
    )
    held = heldIn(known, codes, table, parent, isHeld)
    const next = path[path.indexOf(parent) + 1]
    if (next !== undefined) isHeld = held.has(next)
  }
  const answers: Answers = new Map()
  const below = tables.includes(org) ? children.at(-1) : undefined
  for (const measure of known.posted) {
    const keys = new Map(below?.get(measure) ?? [])
    answers.set(measure, keys.set(0, sumOf(whole, measure, 0)))
  }
  if (!below) held = new Set()
  // She sees the cases of her own organisation one by one.
  if (org === reader.org && reader.sees) held.delete(org)
  if (isHeld) held.add(0)
  return { answers, held }
}

/** From the reader's own organisation to the one asked about. */
function pathTo(org: OrgCode, top: OrgCode): OrgCode[] {
  const above = org === top ? undefined : parentOf(org)
  return above === undefined ? [org] : [...pathTo(above, top), org]
}

/** The numbers that must not be few: each posted measure, and of a rate also what is not above its line. */
function partsOf(known: Known, answers: Answers | undefined, key: number): number[] {
  const values = known.posted.map((measure) => sumOf(answers, measure, key).value)
  if (known.kind !== 'rate') return values
  const under = known.under.reduce((sum, measure) => sum + sumOf(answers, measure, key).value, 0)
  return [...values, under - sumOf(answers, known.over, key).value]
}

function heldIn(
  known: Known,
  codes: readonly OrgCode[],
  table: Answers | undefined,
  parent: OrgCode,
  whole: boolean,
): Set<number> {
  const rows = codes.map((code) => partsOf(known, table, code))
  const own = codes.indexOf(parent)
  const columns = (rows[0] ?? []).map((_, i) =>
    holdBack(
      rows.map((row) => row[i] ?? 0),
      own < 0 ? undefined : own,
    ),
  )
  return new Set(
    codes.filter((_, row) => columns.some((column) => column[row]) || (whole && rows[row]?.some((n) => n !== 0))),
  )
}

/** How the ledger stood when a half-year was closed. What was brought in from before this house ran is told as it stands. */
async function closingMoment(tx: Tx, half: Period): Promise<Moment | undefined> {
  const at = closingOf(half)
  const held = await tx.first(sql`SELECT FROM ledger_moment_at(${at.toISOString()}::timestamptz)`)
  return held === undefined ? undefined : (await readMoment(tx, at.toISOString())).moment
}
