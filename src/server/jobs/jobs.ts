import { Logger, makeWorkerUtils, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import { turnDeadlines } from '../deadlines/deadlines-job.ts'
import type { FileStore } from '../files/file-store.ts'
import { paymentsJob, unsettledBatches } from '../funds/payments-job.ts'
import { sweepDrafts } from '../hotline/sweep-drafts.ts'
import type { House } from '../http/route.ts'
import { importJob, unfinishedImports } from '../imports/import-job.ts'
import { freshenLocal } from '../local/load-local.ts'
import type { Secrets } from '../secrets.ts'
import { keepRunner } from './keep-runner.ts'

/** What a background job gets to work with. */
export interface JobHouse {
  readonly pool: pg.Pool
  readonly ownerUrl: string
  readonly files: FileStore
  readonly secrets: Secrets
}

export type Job = (house: JobHouse, payload: Record<string, unknown>) => Promise<void>

/** Jobs by name. A job that was cut short runs again at the next start, so each must be safe to repeat. */
const jobs: Readonly<Record<string, Job>> = { import: importJob, payments: paymentsJob }

/** One at a time in the queue of the house, however many processes serve it: a run that takes long is followed, not doubled. */
const everyMinute = { jobKey: 'deadlines', maxAttempts: 1 }

/** Starts the job runners (their queue is in the database); deadlines have a runner of their own, so that no import delays them. */
export async function startJobs(house: JobHouse): Promise<{
  enqueue: (job: string, payload: Record<string, unknown>) => Promise<void>
  stop: () => Promise<void>
}> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload: unknown) => {
        await freshenLocal(house.pool)
        await job(house, payload as Record<string, unknown>)
      },
    ]),
  )
  const queue = await makeWorkerUtils({ connectionString: house.ownerUrl, maxPoolSize: 2, logger })
  await queue.migrate()
  const enqueue: House['enqueue'] = async (job, payload) => {
    await queue.addJob(job, payload, { maxAttempts: 3 })
  }
  const runner = await keepRunner(async () => {
    // A job that died with its process, or its database, stays locked for hours; a new one under the same key takes its place.
    for (const id of await unfinishedImports(house.pool))
      await queue.addJob('import', { id }, { maxAttempts: 3, jobKey: `import ${id}` })
    for (const id of await unsettledBatches(house.pool))
      await queue.addJob('payments', { id }, { maxAttempts: 3, jobKey: `payments ${id}` })
    return startRunner(house, taskList)
  })
  const deadlines = async () => {
    await freshenLocal(house.pool)
    await turnDeadlines({ ...house, enqueue }, new Date())
    await sweepDrafts(house.pool)
  }
  const timekeeper = await keepRunner(async () => {
    // What fell due while nobody served.
    await queue.addJob('deadlines', {}, everyMinute)
    const item = { task: 'deadlines', match: '* * * * *', options: { backfillPeriod: 0, ...everyMinute } }
    return startRunner(house, { deadlines }, [item])
  })
  return {
    enqueue,
    stop: async () => {
      await Promise.all([runner.stop(), timekeeper.stop()])
      await queue.release()
    },
  }
}

const logger = new Logger(() => () => undefined)

function startRunner(
  house: JobHouse,
  taskList: TaskList,
  cron: Parameters<typeof parseCronItems>[0] = [],
): Promise<Runner> {
  return run({
    connectionString: house.ownerUrl,
    taskList,
    concurrency: 1,
    maxPoolSize: 3,
    noHandleSignals: true,
    pollInterval: 2000,
    parsedCronItems: parseCronItems(cron),
    logger,
    // Only what is written down in batches, if of one, has its failure handled: else the house would end with its database.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
}
