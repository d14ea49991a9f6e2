import type pg from 'pg'

/** One connection that skips triggers and foreign keys: made rows are right by themselves. */
export async function loading(raw: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await raw.connect()
  try {
    await client.query(
      "SET session_replication_role = replica; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'",
    )
    await client.query('SELECT setseed(0.15)')
    await work(client)
  } finally {
    await client.query('RESET ALL')
    client.release()
  }
}

/** Rows first, indexes afterwards: a tenth of the time of keeping them while millions of rows arrive. */
export async function withoutIndexes(
  client: pg.PoolClient,
  table: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes
     WHERE tablename = $1 AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [table],
  )
  await client.query('BEGIN')
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
  await work()
  for (const { made } of rows) await client.query(made)
  await client.query('COMMIT')
}

/** First and last day of what is made: three years up to yesterday. */
export const years = (() => {
  const now = new Date()
  const year = now.getUTCFullYear()
  const days = Math.floor((now.getTime() - Date.UTC(year - 2, 0, 1)) / 86_400_000)
  return { first: `${year - 2}-01-01`, days, whole: [year - 2, year - 1] as const }
})()
