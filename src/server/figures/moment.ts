import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'

/** What a figure may count: transactions of a snapshot, and what was posted up to a clock time. Now: undefined. */
export interface Moment {
  readonly xmin: number
  readonly xmax: number
  readonly xip: readonly number[]
  readonly at?: string
}

/** An opaque name of a moment: 7203-7210-7204.7207, and the clock time when it was asked for by one. */
const shape = /^(\d{1,16})-(\d{1,16})-((?:\d{1,16}(?:\.\d{1,16}){0,40})?)(?:@(\d{13}))?$/

const write = (m: Moment) => `${m.xmin}-${m.xmax}-${m.xip.join('.')}${m.at ? `@${Date.parse(m.at)}` : ''}`

interface Asked {
  readonly moment: Moment | undefined
  readonly watermark: string
  readonly asOf: string
}

/**
 * Reads `asOf`: a watermark of an earlier answer gives exactly its moment; an ISO time gives the last moment the cells
 * were folded to before it, with what was posted since by its own clock. Without it: now, with the watermark of now.
 * Takes a transaction of one snapshot. Refuses 'as-of-wrong'. Ledger invariant 8.
 */
export async function readMoment(tx: Tx, asOf: string | undefined): Promise<Asked> {
  if (asOf === undefined) {
    const now = await tx.first<Snapshot & { at: Date }>(sql`SELECT s.*, now() AS at FROM ledger_snapshot() s`)
    if (!now) throw new Error('no snapshot')
    return { moment: undefined, watermark: write(momentOf(now)), asOf: now.at.toISOString() }
  }
  if (shape.test(asOf)) {
    const moment = momentNamed(asOf)
    return { moment, watermark: asOf, asOf: moment.at ?? (await clockOf(tx, moment)) }
  }
  const time = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(asOf) ? Date.parse(asOf) : Number.NaN
  if (Number.isNaN(time) || time < 0 || time > Date.now() + 86_400_000)
    throw new Refusal('as-of-wrong', { field: 'asOf' })
  const at = new Date(time).toISOString()
  const held = await tx.first<Snapshot>(sql`SELECT * FROM ledger_moment_at(${at}::timestamptz)`)
  const moment = { ...(held ? momentOf(held) : { xmin: 0, xmax: 0, xip: [] }), at }
  return { moment, watermark: write(moment), asOf: at }
}

/** The moment a watermark names. Refuses 'as-of-wrong'. */
export function momentNamed(watermark: string): Moment {
  const [, xmin, xmax, xip, at] = shape.exec(watermark) ?? []
  const moment = {
    xmin: Number(xmin),
    xmax: Number(xmax),
    xip: xip ? xip.split('.').map(Number) : [],
    ...(at ? { at: new Date(Number(at)).toISOString() } : {}),
  }
  if (!Number.isSafeInteger(moment.xmax) || moment.xmin > moment.xmax)
    throw new Refusal('as-of-wrong', { field: 'asOf' })
  return moment
}

interface Snapshot {
  snap_xmin: number
  snap_xmax: number
  snap_xip: number[]
}

const momentOf = (s: Snapshot): Moment => ({ xmin: s.snap_xmin, xmax: s.snap_xmax, xip: s.snap_xip })

// For display only: when the cells were folded past this moment first.
async function clockOf(tx: Tx, moment: Moment): Promise<string> {
  const row = await tx.first<{ at: Date }>(sql`SELECT ledger_clock_of(${moment.xmax}) AS at`)
  return (row?.at ?? new Date()).toISOString()
}
