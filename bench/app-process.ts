import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { serve } from '../src/server/http/serve.ts'
import { type HttpClient, httpClient } from './http-client.ts'

export interface AppProcess {
  readonly client: HttpClient
  /** Resident memory in MB after the start, and the most that was seen since. */
  readonly idle: number
  readonly peak: () => number
  readonly stop: () => Promise<void>
}

/** Starts the application as it is served, and watches its memory by its own /metrics. */
export async function startApp(options: Parameters<typeof serve>[0]): Promise<AppProcess> {
  const child = fork(fileURLToPath(new URL('./app.js', import.meta.url)), {
    env: { ...process.env, NIANGJIA_LOG: 'off' },
    execArgv: [],
  })
  child.send(options)
  const [said] = (await once(child, 'message')) as [{ port?: number; error?: string }]
  if (said.port === undefined) throw new Error(said.error)
  const client = httpClient(said.port)
  const size = async () => {
    const { text } = await client.send('GET', '/metrics', {})
    return Number(/kind="rss"} (\d+)/.exec(text)?.[1]) / 1e6
  }
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const idle = await size()
  let peak = idle
  const watch = setInterval(() => {
    size().then(
      (now) => {
        peak = Math.max(peak, now)
      },
      () => undefined,
    )
  }, 500)
  return {
    client,
    idle,
    peak: () => peak,
    stop: async () => {
      clearInterval(watch)
      client.close()
      const gone = once(child, 'exit')
      child.send('stop')
      await gone
    },
  }
}
