import { clocksOf, type RunningClock } from '../../core/clock.ts'
import { dutyOf } from '../../core/clock-duty.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { nextLook } from '../../core/reminder.ts'
import type { Tx } from '../database/actor.ts'
import type { RecordRow } from '../records/record-row.ts'
import { type ClockRow, writeClocks } from './write-clocks.ts'

/** What a clock runs on. */
export type Clocked = Pick<RecordRow, 'area' | 'id' | 'org' | 'sealed' | 'handlers'> & {
  readonly receiver?: number | null
}

/** The rows of a record's runs, without the database. Two runs of one clock on one day are one row: the later matters. */
export function clockRows(programme: Programme, subject: Clocked, runs: readonly RunningClock[]): ClockRow[] {
  const rows = runs.flatMap((run): ClockRow[] => {
    const clock = programme.clocks[run.clock]
    if (!clock) return []
    const { roles, forOrg } = dutyOf(programme, run.clock, subject)
    const next = nextLook(run, clock, Number.NEGATIVE_INFINITY)
    return [
      {
        area: subject.area,
        record: subject.id,
        clock: run.clock,
        round: run.round ?? 0,
        kind: programme.kind,
        programme: programme.id,
        org: subject.org,
        for_org: forOrg ?? null,
        legal: clock.legal,
        sealed: subject.sealed,
        handlers: subject.handlers,
        roles,
        started_on: run.startedOn,
        due_on: run.dueOn,
        due_at: run.dueAt ?? null,
        paused_on: run.pausedOn ?? null,
        ended_on: run.endedOn ?? null,
        next_at: next === undefined ? null : new Date(next).toISOString(),
      },
    ]
  })
  return [...new Map(rows.map((row) => [`${row.clock} ${row.started_on} ${row.round}`, row])).values()]
}

/** Clocks follow from the history alone, so writing them all again is right and safe to repeat. `facts` are those after the step. */
export async function turnClocks(
  { tx }: { readonly tx: Tx },
  programme: Programme,
  subject: Clocked,
  facts: Facts,
): Promise<void> {
  if (Object.keys(programme.clocks).length === 0) return
  await writeClocks(tx, clockRows(programme, subject, clocksOf(programme.clocks, facts.history, facts.answers)))
}
