import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { childLevel, divisionOf, isWithin, levelOf, levelSpan, type OrgCode, serialOf } from '../../core/org-code.ts'
import { firstDayOf, lastDayOf, monthOf, type Period } from '../../core/period.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { type Known, opensRecords } from './catalogue.ts'

export interface Scope {
  readonly code: OrgCode
  readonly name: string
}

/** A post of the organisation that handles the programme's records: nothing is suppressed for her. */
export const handles = (actor: Actor, known: Known, org: OrgCode): boolean =>
  divisionOf(actor.org) === divisionOf(org) && opensRecords(known, actor)

/**
 * Whether the answer must not show small numbers of what lies below (DESIGN 7, R-STAT). A league or region counts its
 * banners' cases, which it does not handle, so nobody there is spared.
 */
export const isGuarded = (actor: Actor, known: Known, org: OrgCode): boolean =>
  known.programme.confidential && (org % levelSpan.league === 0 || !handles(actor, known, org))

/** Whether the measure is broken down by child here: what lies below banner level stays closed for a confidential one. */
export const hasChildren = (known: Known, org: OrgCode): boolean =>
  !known.programme.confidential || org % levelSpan.league === 0

/**
 * Refuses 'out-of-scope', 'period-wrong', and for a confidential measure 'figure-confidential' below banner level and
 * 'period-whole-months'. The database holds the same lines.
 */
export function refuseScope(actor: Actor, known: Known, org: OrgCode, period: Period): void {
  if (!isWithin(org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
  if (period.from > period.to || tooLong(period)) throw new Refusal('period-wrong', { field: 'from' })
  if (!isGuarded(actor, known, org)) return
  if (org % levelSpan.banner > 0) throw new Refusal('figure-confidential', { field: 'org' })
  // Below the region by half-years, which the telling itself asks for (told.ts).
  if (org % levelSpan.region === 0 && !known.stock && !isWhole(period))
    throw new Refusal('period-whole-months', { field: 'from' })
}

/** The organisation asked about, after refuseScope. Refuses 'out-of-scope' for one that is not. */
export async function getScope(tx: Tx, org: OrgCode): Promise<Scope> {
  const row = await tx.first<Scope>(sql`SELECT code, name FROM organisations WHERE code = ${org}`)
  if (!row) throw new Refusal('out-of-scope', { field: 'org' })
  return row
}

const tooLong = ({ from, to }: Period) => from < '1900-01-01' || to > '2299-12-31'
const isWhole = ({ from, to }: { from: Day; to: Day }) =>
  from === firstDayOf(monthOf(from)) && to === lastDayOf(monthOf(to))

/** Several at once, by code. Refuses 'out-of-scope' where one of them is not. */
export async function getScopes(tx: Tx, orgs: readonly OrgCode[]): Promise<ReadonlyMap<OrgCode, Scope>> {
  const wanted = [...new Set(orgs)]
  const rows = await tx.rows<Scope>(sql`SELECT code, name FROM organisations WHERE code = ANY (${wanted}::bigint[])`)
  if (rows.length < wanted.length) throw new Refusal('out-of-scope', { field: 'org' })
  return new Map(rows.map((row) => [row.code, row]))
}

export interface Child extends Scope {
  readonly short: string
  readonly ended: boolean
}

/** The organisations right below, in the order of their codes, and those of `also` (a figure knows them already). */
export function childrenOf(tx: Tx, org: OrgCode, also: readonly OrgCode[]): Promise<Child[]> {
  const below = childLevel(levelOf(org))
  if (serialOf(org) > 0 || !below) return Promise.resolve([])
  const span = levelSpan[below]
  // A region or league has at most 99 parts: their codes are guessed, the directory below them is not read. Two statements,
  // not one with OR: planned for values unknown, that one would read the directory after all.
  const guessed = span >= levelSpan.banner ? Array.from({ length: 99 }, (_, i) => org + (i + 1) * span) : undefined
  const among = guessed
    ? sql`code = ANY (${[...guessed, ...also]}::bigint[])`
    : sql`(code = ANY (${also}::bigint[]) OR (code BETWEEN ${org + 1} AND ${org + levelSpan[levelOf(org)] - 1} AND code % ${span}::bigint = 0))`
  return tx.rows<Child>(sql`
    SELECT code, name, short_name AS short, successor IS NOT NULL OR valid_to IS NOT NULL AS ended FROM organisations
    WHERE ${among}
    ORDER BY code`)
}
