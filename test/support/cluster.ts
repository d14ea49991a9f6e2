import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/server/database/embedded.ts'
import { migrate } from '../../src/server/database/migrate.ts'

export type TestCluster = { ownerUrl: string; appUrl: string; superUrl: string }

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster
  }
}

/** One throw-away PostgreSQL per run, its `niangjia` database migrated once and then only cloned. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'niangjia-home-'))
  const { ownerUrl, appUrl, superUrl, stop } = await startEmbedded({ home, ephemeral: true })
  const end = async () => {
    await stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await migrate(ownerUrl)
    const client = new pg.Client({ connectionString: superUrl })
    await client.connect()
    await client.query("UPDATE pg_database SET datistemplate = true WHERE datname = 'niangjia'")
    await client.end()
  } catch (error) {
    await end()
    throw error
  }
  project.provide('cluster', { ownerUrl, appUrl, superUrl })
  return end
}
