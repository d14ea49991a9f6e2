import { sql } from 'kysely'
import type pg from 'pg'
import { onDuty, type Tx } from '../database/actor.ts'
import { writeChanges } from './person-cells.ts'
import { personChanges } from './person-changes.ts'
import { rebuildPersons } from './rebuild-persons.ts'
import { foldSums } from './sum-cells.ts'

/** One folder at a time in the whole house, whatever number of processes serve it. */
const foldLock = 6150003

/**
 * Folds entries that are not in the cells yet into them, all or nothing; gives how many it folded. 0 when there are none
 * or another folder is at work. No writer waits for it, and it never waits for a writer: what commits later is next
 * round's tail. Call it as often as you like (invariants 7 and 9).
 */
export function foldOnce(pool: pg.Pool): Promise<number> {
  return onDuty(pool, 'fold', async (tx) => ((await begin(tx)) && (await hasTail(tx)) ? foldTail(tx) : 0), {
    repeatable: true,
  }).catch((error: { code?: string }) => {
    // Another folder committed between our snapshot and our lock: its work stands, ours is taken back.
    if (error.code === '40001') return 0
    throw error
  })
}

/** Makes every cell anew from the entries: after an import, a demo or a restore. Waits for a folder at work. */
export async function rebuildCells(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    // A lock of the session, not of the transaction: its snapshot must begin after the other folder has committed.
    await client.query('SELECT pg_advisory_lock($1)', [foldLock])
    await onDuty(
      pool,
      'load',
      async (tx) => {
        await tx.change(sql`DELETE FROM cells`)
        await tx.change(sql`DELETE FROM day_cells`)
        await tx.change(sql`DELETE FROM person_cells`)
        await tx.change(sql`DELETE FROM fold_states`)
        // A rebuild sorts all entries once: memory it gives back at its end, and plans for all rows.
        await tx.rows(sql`SELECT set_config('work_mem', '128MB', true), set_config('cursor_tuple_fraction', '1', true)`)
        await tx.first(foldSums(sql`SELECT * FROM entries`, true))
        await rebuildPersons(tx)
        await markFolded(tx)
      },
      { repeatable: true },
    )
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [foldLock])
    client.release()
  }
}

/** Takes the lock if it is free. Tails are short: what follows is to reach entries and cells through their indexes only. */
async function begin(tx: Tx): Promise<boolean> {
  const row = await tx.first<{ mine: boolean }>(sql`
    SELECT pg_try_advisory_xact_lock(${foldLock}) AS mine, set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
           set_config('enable_mergejoin', 'off', true), set_config('join_collapse_limit', '1', true)`)
  return row?.mine ?? false
}

// Areas are those of the directory: an entry's organisation is always in it. Each OFFSET 0 keeps the planner to the index
// on tx: pulled up, `since` is no plain column any more, and row-level security lets only those into an index condition.
const tail = sql`
  SELECT e.*
  FROM (SELECT a.area, coalesce(f.snap_xmin, 0) AS since, f.snap_xmin, f.snap_xmax, f.snap_xip
        FROM ledger_areas() a (area) LEFT JOIN fold_states f ON f.area = a.area OFFSET 0) f
  CROSS JOIN measures m
  CROSS JOIN LATERAL (SELECT * FROM entries e WHERE e.area = f.area AND e.measure = m.no AND e.tx >= f.since OFFSET 0) e
  WHERE NOT coalesce(ledger_seen(e.tx, f.snap_xmin, f.snap_xmax, f.snap_xip), false)`

/** Whether there is anything to fold: asked every second, so it must cost next to nothing. */
async function hasTail(tx: Tx): Promise<boolean> {
  const row = await tx.first<{ some: boolean }>(sql`SELECT EXISTS (${tail}) AS some`)
  return row?.some ?? false
}

async function foldTail(tx: Tx): Promise<number> {
  const folded = await tx.first<{ entries: number }>(foldSums(tail, false))
  await writeChanges(tx, await personChanges(tx, tail))
  await markFolded(tx)
  return folded?.entries ?? 0
}

/** The cells of this snapshot hold what it sees; and a moment to find it by. */
async function markFolded(tx: Tx): Promise<void> {
  await tx.change(sql`
    WITH marked AS (
      INSERT INTO fold_states (area, snap_xmin, snap_xmax, snap_xip)
      SELECT a.area, s.snap_xmin, s.snap_xmax, s.snap_xip FROM ledger_areas() a (area), ledger_snapshot() s
      ON CONFLICT (area) DO UPDATE SET snap_xmin = excluded.snap_xmin, snap_xmax = excluded.snap_xmax,
        snap_xip = excluded.snap_xip, folded_at = clock_timestamp())
    INSERT INTO moments (at, snap_xmin, snap_xmax, snap_xip)
    SELECT now(), s.snap_xmin, s.snap_xmax, s.snap_xip FROM ledger_snapshot() s ON CONFLICT (at) DO NOTHING`)
}

/** Folds every second while there is something to fold. stop() waits for the round at work. */
export function startFolding(pool: pg.Pool, everyMs = 1000): { stop: () => Promise<void> } {
  let stopped = false
  let wake: () => void = () => undefined
  const loop = async () => {
    while (!stopped) {
      // A restart of the database ends a round; figures stay right without it, the tail only grows. Next second again.
      await foldOnce(pool).catch(() => undefined)
      if (stopped) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = loop()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
