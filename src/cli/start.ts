import { type OpenDatabase, openDatabase } from '../server/database/open.ts'
import { createPool } from '../server/database/pool.ts'
import { loadDemoIfEmpty } from '../server/demo/first-start.ts'
import { serve } from '../server/http/serve.ts'
import { loadDivisions } from '../server/organisations/load-divisions.ts'
import { homeFolder } from '../server/paths.ts'
import { StartupError } from '../server/startup-error.ts'

/** How long requests in flight may take to finish once we were asked to stop, in milliseconds. */
const patience = 8_000

/**
 * `niangjia start`: database, schema, divisions, demo, then serves on 127.0.0.1:PORT (default 8787) until SIGINT or
 * SIGTERM. A signal while still starting ends at once: the database stops by itself when we are gone.
 */
export async function run(): Promise<number> {
  const port = parsePort(process.env.PORT)
  const asked = stopSignal()
  const database = await openDatabase(homeFolder())
  if (database.source === 'joined') {
    throw new StartupError('这个数据文件夹的服务已在运行。 / A service is already running on this data folder.')
  }
  try {
    const accounts = await loadData(database)
    const server = await serve({ ...database, port }).catch(explainPort(port))
    console.log(`\n娘家 Niangjia  http://127.0.0.1:${port}\n`)
    for (const line of accounts) console.log(line)
    console.log('按 Ctrl-C 停止。 / Press Ctrl-C to stop.')
    await asked.toStop()
    console.log('\n正在停止… / stopping')
    // From here on we are leaving: a part that fails to close is told, and the database is stopped all the same.
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, tellLate)
    await Promise.race([
      server.close().catch(tellLate),
      new Promise((resolve) => setTimeout(resolve, patience).unref()),
    ])
  } finally {
    await database.stop()
  }
  return 0
}

const tellLate = (error: unknown) => console.error('停止时出错，不影响数据 / while stopping:', error)

/** Divisions and demo: the one place where a start fills an empty database. Gives the lines about demo accounts. */
async function loadData(database: OpenDatabase): Promise<string[]> {
  const region = Number(process.env.NIANGJIA_AREA || 15)
  const pool = createPool(database.appUrl, 2)
  await loadDivisions(pool, region).finally(() => pool.end())
  return loadDemoIfEmpty({ ...database, region })
}

/** Until toStop() is awaited a signal exits at once; from then on the first one resolves it and a later one exits. */
function stopSignal(): { toStop: () => Promise<void> } {
  const exit = () => void process.exit(130)
  let react: () => void = exit
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => react())
  const toStop = () =>
    new Promise<void>((resolve) => {
      react = () => {
        // npm and the terminal may deliver the same Ctrl-C twice: only a later one means impatience.
        react = () => undefined
        setTimeout(() => (react = exit), 1_000).unref()
        resolve()
      }
    })
  return { toStop }
}

function parsePort(text: string | undefined): number {
  const port = Number(text || 8787)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new StartupError(`PORT=${text} 不是端口号。 / PORT is not a port number.`)
}

function explainPort(port: number): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new StartupError(
      `端口 ${port} 已被占用，请用 PORT=… 另选一个。 / Port ${port} is taken; choose another with PORT=…`,
    )
  }
}
