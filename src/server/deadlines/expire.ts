import { sql } from 'kysely'
import { v7 } from 'uuid'
import { clocksOf, isOver, lateFrom, type RunningClock } from '../../core/clock.ts'
import { addCalendarDays, type Day, todayInShanghai } from '../../core/day.ts'
import { regionOf } from '../../core/org-code.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { programmes } from '../../registry.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import type { House } from '../http/route.ts'
import { actOnMany, type ManyStep } from '../records/act-many.ts'
import { houseActor } from '../records/desk.ts'
import { loadManyFacts } from '../records/facts.ts'
import { lockMany } from '../records/record-row.ts'
import { turnClocks } from './turn-clocks.ts'

/** How many records are listed at a time; those of one programme share a transaction. */
const batch = 500
const againMs = 3_600_000

interface Expiring {
  readonly record: string
  readonly programme: string
}

/**
 * Takes the steps of clocks that expire and whose time is over: an order lapses, a clue expires. Records are locked and
 * decided anew from their histories: whoever comes second finds it done. One that cannot be expired (a condition is not
 * met) is tried again an hour later, and holds up no other. Gives how many steps were taken.
 */
export async function expireDue(house: House, now: Date): Promise<number> {
  let taken = 0
  for (;;) {
    const found = await onDuty(house.pool, 'clock', (tx) => listExpiring(tx, now))
    for (const programme of programmes) {
      const records = found.filter((f) => f.programme === programme.id).map((f) => f.record)
      if (records.length > 0) taken += await expireAll(house, programme, [...new Set(records)], now)
    }
    if (found.length < batch) return taken
  }
}

/** Records with a clock that is over and expires, as the table says. */
function listExpiring(tx: Tx, now: Date): Promise<Expiring[]> {
  const expiring = programmes.flatMap((p) => expiringClocks(p).map((clock) => ({ programme: p.id, clock })))
  if (expiring.length === 0) return Promise.resolve([])
  return tx.rows<Expiring>(sql`
    SELECT c.record, c.programme FROM clocks c
    WHERE c.next_at <= ${now} AND c.ended_on IS NULL AND c.paused_on IS NULL
      AND (c.programme, c.clock) IN (SELECT * FROM unnest(${expiring.map((e) => e.programme)}::text[], ${expiring.map((e) => e.clock)}::text[]))
      AND CASE WHEN c.due_at IS NULL THEN c.due_on < ${todayInShanghai(now)}::date ELSE c.due_at <= ${now} END
    ORDER BY c.next_at, c.record LIMIT ${batch}`)
}

const expiringClocks = (programme: Programme): string[] =>
  Object.keys(programme.clocks).filter((clock) => programme.clocks[clock]?.expires)

/** All in one transaction; when one of them stops it, in two halves, until it is alone and put off. */
async function expireAll(house: House, programme: Programme, records: readonly string[], now: Date): Promise<number> {
  try {
    return await onDuty(house.pool, 'clock', (tx) => expireLocked(house, tx, programme, records, now))
  } catch (error) {
    if (records.length > 1) {
      const middle = Math.ceil(records.length / 2)
      const first = await expireAll(house, programme, records.slice(0, middle), now)
      return first + (await expireAll(house, programme, records.slice(middle), now))
    }
    if (!(error instanceof Refusal))
      console.error('deadlines:', programme.id, (error as { code?: string }).code ?? 'error')
    await onDuty(house.pool, 'clock', (tx) => putOff(tx, programme, records, now))
    return 0
  }
}

async function expireLocked(
  house: House,
  tx: Tx,
  programme: Programme,
  records: readonly string[],
  now: Date,
): Promise<number> {
  const today = todayInShanghai(now)
  const rows = await lockMany(tx, programme, records)
  const known = await loadManyFacts(tx, house.secrets.dataKey, programme, rows, today)
  const steps = new Map<string, ManyStep[]>()
  const others: string[] = records.filter((id) => !known.has(id))
  for (const row of rows) {
    const facts = known.get(row.id)?.facts
    const run = facts && overdueRun(programme, facts, now)
    const action = run && programme.clocks[run.clock]?.expires
    if (run && action) {
      const step = { id: row.id, actionId: v7(), on: dayOfExpiry(run, facts) }
      steps.set(action, steps.get(action) ?? [])
      steps.get(action)?.push(step)
    } else {
      // The table was behind the history: it is set right, and no step taken.
      if (facts) await turnClocks({ tx }, programme, row, facts)
      others.push(row.id)
    }
  }
  let taken = 0
  for (const [action, many] of steps) {
    const actor = houseActor(regionOf(rows[0]?.org ?? 0))
    taken += (await actOnMany({ tx, house, today, actor }, programme, action, many)).length
  }
  if (others.length > 0) await putOff(tx, programme, others, now)
  return taken
}

/** The run that expires first among those that are over. */
function overdueRun(programme: Programme, facts: Facts, now: Date): RunningClock | undefined {
  return clocksOf(programme.clocks, facts.history, facts.answers)
    .filter((run) => !run.endedOn && !run.pausedOn && programme.clocks[run.clock]?.expires && isOver(run, now))
    .sort((a, b) => lateFrom(a) - lateFrom(b))[0]
}

/**
 * The first day it is no longer in force, whenever the house came to do it: figures do not depend on a machine that stood
 * still. Not before the step that led here.
 */
function dayOfExpiry(run: RunningClock, facts: Facts): Day {
  const on = run.dueAt === undefined ? addCalendarDays(run.dueOn, 1) : run.dueOn
  const last = facts.history.findLast((done) => done.from !== done.to)?.on ?? on
  return on < last ? last : on
}

async function putOff(tx: Tx, programme: Programme, records: readonly string[], now: Date): Promise<void> {
  await tx.change(sql`
    UPDATE clocks SET next_at = ${new Date(now.getTime() + againMs)}
    WHERE record = ANY(${records}::uuid[]) AND clock = ANY(${expiringClocks(programme)}::text[]) AND ended_on IS NULL AND next_at <= ${now}`)
}
