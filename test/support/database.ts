import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { createPool } from '../../src/server/database/pool.ts'
import type {} from './cluster.ts'

export type TestDatabase = { ownerUrl: string; appUrl: string; superUrl: string; ownerPool: pg.Pool; appPool: pg.Pool }

/**
 * A migrated database of the calling test file's own, dropped when the file ends.
 * Call it at the top of the file: `const { appPool } = await withDatabase()`.
 * Note that forced row-level security holds for ownerPool too; superUrl passes it.
 */
export async function withDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(cluster.superUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE niangjia OWNER niangjia_owner STRATEGY file_copy`)
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO niangjia_app`)
  })
  const inside = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const ownerUrl = inside(cluster.ownerUrl)
  const appUrl = inside(cluster.appUrl)
  const ownerPool = createPool(ownerUrl, 4)
  const appPool = createPool(appUrl, 8)
  afterAll(async () => {
    await Promise.all([ownerPool.end(), appPool.end()])
    await asSuperuser(cluster.superUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  })
  return { ownerUrl, appUrl, superUrl: inside(cluster.superUrl), ownerPool, appPool }
}

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
