import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { directories } from '../../directories.ts'
import { programmes } from '../../registry.ts'
import { onDuty } from '../database/actor.ts'
import { createPool } from '../database/pool.ts'
import { folderStore } from '../files/file-store.ts'
import { startJobs } from '../jobs/jobs.ts'
import { countDirectory } from '../ledger/directory.ts'
import { startFolding } from '../ledger/fold.ts'
import { loadDefinitions } from '../ledger/measures.ts'
import { loadLocal } from '../local/load-local.ts'
import type { Secrets } from '../secrets.ts'
import { buildApp } from './app.ts'
import type { House } from './route.ts'

export interface ServeOptions {
  readonly appUrl: string
  readonly ownerUrl: string
  readonly secrets: Secrets
  readonly port: number
  readonly home: string
}

/** Starts everything that serves: database pool, background jobs, HTTP on 127.0.0.1. Closes in the opposite order. */
export async function serve(options: ServeOptions): Promise<{ port: number; close: () => Promise<void> }> {
  const pool = createPool(options.appUrl, 16)
  const files = folderStore(join(options.home, 'files'))
  await loadDefinitions(pool, [...programmes, ...directories])
  await loadLocal(pool)
  await onDuty(pool, 'load', countDirectory)
  const jobs = await startJobs({ pool, ownerUrl: options.ownerUrl, files, secrets: options.secrets })
  const house: House = { pool, secrets: options.secrets, files, enqueue: jobs.enqueue }
  const app = await buildApp(house, { log: process.env.NIANGJIA_LOG !== 'off' })
  await app.listen({ host: '127.0.0.1', port: options.port })
  const folding = startFolding(pool)
  letGo()
  const address = app.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    close: async () => {
      await app.close()
      await folding.stop()
      await jobs.stop()
      await pool.end()
    },
  }
}

/** What starting left behind goes back to the machine at once: while the house stands idle, nothing would collect it. */
function letGo(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
