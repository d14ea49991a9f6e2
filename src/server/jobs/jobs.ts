import { Logger, run, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { FileStore } from '../files/file-store.ts'
import { importJob, unfinishedImports } from '../imports/import-job.ts'
import type { Secrets } from '../secrets.ts'

/** What a background job gets to work with. */
export interface JobHouse {
  readonly pool: pg.Pool
  readonly ownerUrl: string
  readonly files: FileStore
  readonly secrets: Secrets
}

export type Job = (house: JobHouse, payload: Record<string, unknown>) => Promise<void>

/** Jobs by name. A job that was cut short runs again at the next start, so each must be safe to repeat. */
const jobs: Readonly<Record<string, Job>> = { import: importJob }

/** Starts the job runner (its queue is in the database) and the loops that keep the ledger's cells. */
export async function startJobs(house: JobHouse): Promise<{
  enqueue: (job: string, payload: Record<string, unknown>) => Promise<void>
  stop: () => Promise<void>
}> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      (payload: unknown) => job(house, payload as Record<string, unknown>),
    ]),
  )
  const runner = await run({
    connectionString: house.ownerUrl,
    taskList,
    concurrency: 1,
    maxPoolSize: 3,
    noHandleSignals: true,
    pollInterval: 2000,
    parsedCronItems: [],
    logger: new Logger(() => () => undefined),
  })
  // A job that died with its process stays locked for hours; a new one under the same key takes its place at once.
  for (const id of await unfinishedImports(house.pool))
    await runner.addJob('import', { id }, { maxAttempts: 3, jobKey: `import ${id}` })
  return {
    enqueue: async (job, payload) => {
      await runner.addJob(job, payload, { maxAttempts: 3 })
    },
    stop: () => runner.stop(),
  }
}
