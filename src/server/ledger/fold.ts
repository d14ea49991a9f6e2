import { sql } from 'kysely'
import type pg from 'pg'
import { onDuty, type Tx } from '../database/actor.ts'
import { foldPersons } from './person-cells.ts'

/** One folder at a time in the whole house, whatever number of processes serve it. */
const foldLock = 6150003

/**
 * Folds entries that are not in the cells yet into them, all or nothing; gives how many it folded. 0 when there are none
 * or another folder is at work. No writer waits for it, and it never waits for a writer: what commits later is next
 * round's tail. Call it as often as you like (invariants 7 and 9).
 */
export function foldOnce(pool: pg.Pool): Promise<number> {
  return onDuty(
    pool,
    'fold',
    async (tx) => {
      const lock = await tx.first<{ mine: boolean }>(sql`SELECT pg_try_advisory_xact_lock(${foldLock}) AS mine`)
      return lock?.mine && (await hasTail(tx)) ? fold(tx, false) : 0
    },
    { repeatable: true },
  ).catch((error: { code?: string }) => {
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
        await fold(tx, true)
      },
      { repeatable: true },
    )
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [foldLock])
    client.release()
  }
}

// Areas are those of the directory: an entry's organisation is always in it. OFFSET 0 keeps the planner to the index on tx.
const tail = sql`
  SELECT e.* FROM (SELECT DISTINCT area FROM organisations) a
  LEFT JOIN fold_states f ON f.area = a.area
  CROSS JOIN measures m
  CROSS JOIN LATERAL (
    SELECT * FROM entries e WHERE e.area = a.area AND e.measure = m.no AND e.tx >= coalesce(f.snap_xmin, 0) OFFSET 0) e
  WHERE NOT coalesce(ledger_seen(e.tx, f.snap_xmin, f.snap_xmax, f.snap_xip), false)`
const everything = sql`SELECT * FROM entries`

/** Whether there is anything to fold: asked every second, so it must cost next to nothing. */
async function hasTail(tx: Tx): Promise<boolean> {
  const row = await tx.first<{ some: boolean }>(sql`
    SELECT NOT EXISTS (SELECT FROM fold_states) OR EXISTS (
      SELECT FROM fold_states f CROSS JOIN measures m CROSS JOIN LATERAL (
        SELECT e.tx FROM entries e WHERE e.area = f.area AND e.measure = m.no AND e.tx >= f.snap_xmin
          AND NOT ledger_seen(e.tx, f.snap_xmin, f.snap_xmax, f.snap_xip) ORDER BY e.tx LIMIT 1) e) AS some`)
  return row?.some ?? false
}

async function fold(tx: Tx, whole: boolean): Promise<number> {
  const source = whole ? everything : tail
  const folded = await tx.first<{ entries: number }>(sql`
    WITH days AS MATERIALIZED (
      SELECT area, measure, org - org % 10000000 AS org, on_date, grade, sum(value) AS value, count(*) AS entries
      FROM (${source}) t GROUP BY 1, 2, 3, 4, 5
    ), into_days AS (
      INSERT INTO day_cells AS c (area, measure, org, on_date, grade, value, entries)
      SELECT d.area, d.measure, o.org, d.on_date, d.grade, sum(d.value), sum(d.entries)
      FROM days d CROSS JOIN LATERAL (SELECT DISTINCT x.org FROM (VALUES
        (d.org - d.org % 1000000000000), (d.org - d.org % 10000000000)) x (org)) o
      GROUP BY 1, 2, 3, 4, 5
      ON CONFLICT (area, measure, org, on_date, grade)
        DO UPDATE SET value = c.value + excluded.value, entries = c.entries + excluded.entries
    ), into_months AS (
      INSERT INTO cells AS c (area, measure, org, month, grade, value, entries)
      SELECT d.area, d.measure, o.org, to_char(d.on_date, 'YYYYMM')::integer, d.grade, sum(d.value), sum(d.entries)
      FROM days d CROSS JOIN LATERAL (SELECT DISTINCT x.org FROM (VALUES
        (d.org - d.org % 1000000000000), (d.org - d.org % 10000000000), (d.org)) x (org)) o
      GROUP BY 1, 2, 3, 4, 5
      ON CONFLICT (area, measure, org, month, grade)
        DO UPDATE SET value = c.value + excluded.value, entries = c.entries + excluded.entries
    )
    SELECT coalesce(sum(entries), 0)::bigint AS entries FROM days`)
  if (!folded?.entries && !whole) return 0
  await foldPersons(tx, source, whole)
  await tx.change(sql`
    INSERT INTO fold_states (area, snap_xmin, snap_xmax, snap_xip)
    SELECT DISTINCT o.area, s.snap_xmin, s.snap_xmax, s.snap_xip FROM organisations o, ledger_snapshot() s
    ON CONFLICT (area) DO UPDATE SET snap_xmin = excluded.snap_xmin, snap_xmax = excluded.snap_xmax,
      snap_xip = excluded.snap_xip, folded_at = clock_timestamp()`)
  await tx.change(sql`
    INSERT INTO moments (at, snap_xmin, snap_xmax, snap_xip)
    SELECT now(), s.snap_xmin, s.snap_xmax, s.snap_xip FROM ledger_snapshot() s ON CONFLICT (at) DO NOTHING`)
  return folded?.entries ?? 0
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
