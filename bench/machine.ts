import { cpus, loadavg, totalmem } from 'node:os'
import type pg from 'pg'
import { version } from '../src/server/paths.ts'

/** What the numbers were measured on. Names no host. */
export async function describeMachine(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ server_version: string }>('SHOW server_version')
  const model = cpus()[0]?.model.trim() || process.arch
  const gigabytes = (totalmem() / 1024 ** 3).toFixed(0)
  return [
    `${cpus().length} × ${model}, ${gigabytes} GB`,
    `Node ${process.versions.node}, PostgreSQL ${rows[0]?.server_version?.split(' ')[0]}, fsync on`,
    `Niangjia ${version}, ${new Date().toISOString().slice(0, 10)}`,
    // Above a few tenths somebody else was at work, and every time below is too long.
    `load average before the start ${loadavg()[0]?.toFixed(1)}`,
  ].join(' · ')
}
