import { setTimeout as sleep } from 'node:timers/promises'
import type { Runner } from 'graphile-worker'

/**
 * Keeps a runner at work. One that cannot write down how a job went, since the database is away, ends: another is begun in
 * its place, every second until the database is back. `begin` also picks up what was cut short.
 */
export async function keepRunner(begin: () => Promise<Runner>): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  let runner: Runner | undefined = await begin()
  const keep = async () => {
    while (!stopping.signal.aborted) {
      await runner?.promise.catch(() => undefined)
      if (stopping.signal.aborted) return
      await sleep(1000, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (!stopping.signal.aborted) runner = await begin().catch(() => undefined)
    }
    await runner?.stop()
  }
  const kept = keep()
  return {
    stop: async () => {
      stopping.abort()
      // It may have ended by itself a moment ago.
      await runner?.stop().catch(() => undefined)
      await kept
    },
  }
}
