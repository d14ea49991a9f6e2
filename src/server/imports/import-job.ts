import { sql } from 'kysely'
import type pg from 'pg'
import { onDuty } from '../database/actor.ts'
import type { Job } from '../jobs/jobs.ts'
import { runImport } from './run-import.ts'

export const importJob: Job = async (house, payload) => {
  if (typeof payload.id === 'string') await runImport(house, payload.id)
}

/** Imports that were cut short, to be started again when the house starts. */
export async function unfinishedImports(pool: pg.Pool): Promise<string[]> {
  const rows = await onDuty(pool, 'load', (tx) =>
    tx.rows<{ id: string }>(sql`
    SELECT id FROM imports WHERE state IN ('waiting', 'checking', 'writing') ORDER BY at`),
  )
  return rows.map((row) => row.id)
}
