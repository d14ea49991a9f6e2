import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SystemUser } from './system-user.ts'

export type Postmaster = { port: number; exited: Promise<void>; stop: () => Promise<void>; hasExited: () => boolean }

/**
 * The shell that becomes PostgreSQL leaves a watcher behind: when our end of the pipe closes, however we died, it asks
 * PostgreSQL for a fast shutdown. The watcher is forked twice so that it is no child of PostgreSQL.
 */
const watchedExec = 'exec 3<&0; ( (cat <&3 >/dev/null; kill -INT $$) 2>/dev/null & ); exec "$0" "$@" </dev/null 3<&-'

/** Starts PostgreSQL on a port of 127.0.0.1, a free one unless named; the caller waits until it answers. */
export async function spawnPostmaster(
  program: string,
  data: string,
  logFile: string,
  options: { user: SystemUser | undefined; ephemeral: boolean; port?: number | undefined },
): Promise<Postmaster> {
  const port = options.port ?? (await findFreePort())
  const args = ['-D', data, '-p', String(port), ...settings(options.ephemeral).flatMap((setting) => ['-c', setting])]
  const log = openSync(logFile, 'a', 0o600)
  const [command, commandArgs] =
    process.platform === 'win32' ? [program, args] : ['/bin/sh', ['-c', watchedExec, program, ...args]]
  const child = spawn(command, commandArgs, {
    cwd: data,
    detached: true, // its own session: a Ctrl-C in the terminal reaches us first, and we close in order
    stdio: ['pipe', log, log],
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', TZ: 'Asia/Shanghai', LC_ALL: 'C' },
    ...options.user,
  })
  closeSync(log)
  const exited = onceExited(child)
  child.unref()
  return {
    port,
    exited,
    stop: () => stop(child, exited),
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
  }
}

/** What the data folder's postmaster.pid says of a running server, or undefined when none runs there. */
export function findRunning(data: string): { pid: number; port: number } | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  return pid > 0 && isServerOf(pid, data) ? { pid, port: Number(lines[3]) } : undefined
}

/** Ends what a killed start left in the data folder: waits for its server to stop, asks it to, removes a dead pid file. */
export async function clearStale(data: string): Promise<void> {
  for (let tick = 0; tick < 150; tick++) {
    const running = findRunning(data)
    if (!running) break
    if (tick === 20) process.kill(running.pid, 'SIGINT')
    if (tick === 100) process.kill(running.pid, 'SIGQUIT')
    await sleep(100)
  }
  // A pid file whose number now belongs to another program would make PostgreSQL refuse to start.
  if (!findRunning(data)) rmSync(join(data, 'postmaster.pid'), { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  const commandLine = join('/proc', String(pid), 'cmdline')
  if (!existsSync('/proc/self')) return true
  try {
    return readFileSync(commandLine, 'utf8').includes(data)
  } catch {
    return false
  }
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.ref()
  child.stdin?.destroy()
  const signal = (name: NodeJS.Signals, after: number) => setTimeout(() => child.kill(name), after)
  // The watcher has asked already; these are for a server that does not hear, and for Windows.
  const timers = [signal('SIGINT', process.platform === 'win32' ? 0 : 2_000), signal('SIGQUIT', 20_000)]
  await exited
  for (const timer of timers) clearTimeout(timer)
}

function onceExited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      child.stdin?.destroy()
      resolve()
    }
    child.stdin?.on('error', () => undefined)
    child.once('exit', finish)
    child.once('error', finish)
  })
}

function settings(ephemeral: boolean): string[] {
  const mib = Math.floor(totalmem() / 1024 ** 2)
  const roomy = mib > 6_000
  const always = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'password_encryption=scram-sha-256',
    'timezone=Asia/Shanghai',
    'log_timezone=Asia/Shanghai',
    `shared_buffers=${roomy ? 256 : 96}MB`,
    `effective_cache_size=${Math.floor(mib / 2)}MB`,
    `work_mem=${roomy ? 16 : 6}MB`,
    `maintenance_work_mem=${roomy ? 256 : 64}MB`,
    `max_wal_size=${roomy ? 4 : 1}GB`,
    'random_page_cost=1.1',
    'restart_after_crash=off', // every recovery goes through our own start: see ledgerLeap in embedded.ts
    'jit=off', // our queries are short: compiling them costs more than it gains
    `max_connections=${ephemeral ? 300 : 100}`,
    `dynamic_shared_memory_type=${hasSharedMemory() ? 'posix' : 'mmap'}`,
  ]
  const durability = ephemeral
    ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
    : ['wal_compression=on']
  return [...always, ...durability]
}

/** Containers often give /dev/shm 64 MB, which a parallel query overflows. */
function hasSharedMemory(): boolean {
  if (process.platform !== 'linux') return true
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 256 * 1024 ** 2
  } catch {
    return false
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
