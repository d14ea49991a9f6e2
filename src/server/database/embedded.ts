import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { loadSecrets, type Secrets } from '../secrets.ts'
import { StartupError } from '../startup-error.ts'
import { type Binaries, prepareBinaries } from './binaries.ts'
import { clearStale, findRunning, isAlive, type Postmaster, spawnPostmaster } from './postmaster.ts'
import { ensureDatabase } from './roles.ts'
import { findServerUser, isReachable, makePrivateFolder, type SystemUser, systemFolder } from './system-user.ts'

export type EmbeddedDatabase = {
  ownerUrl: string
  appUrl: string
  superUrl: string
  /** True when another process of ours runs the server and this one only joined it; stop() then leaves it alone. */
  joined: boolean
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL 18 from its npm package on 127.0.0.1 with roles and the database ready, or joins the one that
 * already serves this home. `ephemeral`: data in a temporary folder, no fsync, removed on stop (tests only).
 * A start that was killed is recovered from: its server is stopped or its pid file cleared first.
 */
export async function startEmbedded(options: { home: string; ephemeral?: boolean }): Promise<EmbeddedDatabase> {
  const ephemeral = options.ephemeral ?? false
  mkdirSync(options.home, { recursive: true, mode: 0o711 })
  const secrets = loadSecrets(options.home)
  const user = findServerUser()
  const data = ephemeral ? temporaryData(user) : findData(options.home, user)
  if (!claim(options.home)) return joinRunning(data, secrets)
  const binaries = prepareBinaries(options.home, user)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, secrets, user, !ephemeral)
  const place: Place = {
    program: binaries.postgres,
    data,
    logFile: join(options.home, 'postgres.log'),
    secrets,
    user,
    ephemeral,
  }
  const server = await keepServer(place)
  return {
    ...server.urls,
    joined: false,
    stop: async () => {
      await server.stop()
      rmSync(join(options.home, 'running.json'), { force: true })
      if (ephemeral) rmSync(data, { recursive: true, force: true })
    },
  }
}

type Urls = { ownerUrl: string; appUrl: string; superUrl: string }
type Place = {
  program: string
  data: string
  logFile: string
  secrets: Secrets
  user: SystemUser | undefined
  ephemeral: boolean
}
type Server = Postmaster & { urls: Urls }

/** Starts the server and, should it die under us, starts it again at the same address: connections fail until then. */
async function keepServer(place: Place): Promise<{ urls: Urls; stop: () => Promise<void> }> {
  let server = await recover(place)
  let stopping = false
  const keep = async () => {
    for (;;) {
      await server.exited
      if (stopping) return
      console.error('数据库意外停止，正在重启。 / The database stopped unexpectedly; starting it again.')
      // First where nobody knows it: it recovers, and the ledger leaps, before the first writer is back.
      await recover(place).then((recovered) => recovered.stop())
      if (stopping) return
      server = await startServer(place, server.port)
      if (stopping) return server.stop()
    }
  }
  const kept = place.ephemeral ? Promise.resolve() : keep()
  const stop = async () => {
    stopping = true
    await server.stop()
    await kept
  }
  return { urls: server.urls, stop }
}

/** Starts it where nobody knows it yet, so that nobody writes, and lets the ledger leap there. */
async function recover(place: Place): Promise<Server> {
  const server = await startServer(place)
  if (!place.ephemeral) await leapLedger(server.urls.superUrl)
  return server
}

async function startServer(place: Place, port?: number): Promise<Server> {
  const { program, data, logFile, secrets, user, ephemeral } = place
  await clearStale(data)
  // Right after a kill the old server's children may hold its memory for a moment: try again for a while.
  for (let attempt = 0; ; attempt++) {
    const server = await spawnPostmaster(program, data, logFile, { user, ephemeral, port })
    const urls = urlsOf(server.port, secrets)
    if (await answers(urls.superUrl, 120, server.hasExited)) {
      await ensureDatabase(urls.superUrl, secrets)
      return { ...server, urls }
    }
    await server.stop()
    if (attempt === 5)
      throw new StartupError(`内置 PostgreSQL 没有启动，见 ${logFile}。 / The embedded PostgreSQL did not start.`)
    await sleep(1_000)
  }
}

/** Far more than the transactions whose traces a crash can lose (those of less than a second). */
const ledgerLeap = 2 ** 20

/**
 * Numbers of transactions that were rolled back right before a crash are given out again after it. A watermark made in
 * between would take the new ones for seen: so at every start, before anybody writes, the ledger's own numbers leap. Never
 * while somebody writes: an entry numbered before the leap and committed after the next fold's snapshot would count as folded.
 */
async function leapLedger(superUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(superUrl), { pathname: '/niangjia' }).href })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ made: boolean }>(
      "SELECT to_regclass('public.ledger_offset') IS NOT NULL AS made",
    )
    if (rows[0]?.made) await client.query('UPDATE public.ledger_offset SET value = value + $1', [ledgerLeap])
  } finally {
    await client.end()
  }
}

/** One process per home runs the server; false when a living one does. The file appears whole, by a link. */
function claim(home: string): boolean {
  const file = join(home, 'running.json')
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ pid: process.pid }), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number }
  if (isAlive(pid)) return false
  rmSync(file, { force: true })
  return claim(home)
}

async function joinRunning(data: string, secrets: Secrets): Promise<EmbeddedDatabase> {
  for (let tick = 0; tick < 600; tick++) {
    const running = findRunning(data)
    const urls = running?.port ? urlsOf(running.port, secrets) : undefined
    if (urls && (await answers(urls.ownerUrl, 1, () => false))) {
      return { ...urls, joined: true, stop: () => Promise.resolve() }
    }
    await sleep(100)
  }
  throw new StartupError(
    '另一个进程正在使用这个数据文件夹，但它的数据库没有应答。 / Another process holds this data folder and its database does not answer.',
  )
}

function urlsOf(port: number, secrets: Secrets): Urls {
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  return {
    ownerUrl: url('niangjia_owner', secrets.ownerPassword, 'niangjia'),
    appUrl: url('niangjia_app', secrets.appPassword, 'niangjia'),
    superUrl: url('niangjia_super', secrets.superPassword, 'postgres'),
  }
}

async function answers(url: string, seconds: number, gaveUp: () => boolean): Promise<boolean> {
  const until = Date.now() + seconds * 1_000
  while (Date.now() < until && !gaveUp()) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
      return true
    } catch {
      await sleep(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return false
}

/** The data folder stands in home where the server's user can reach it, else under the system folder by a kept name. */
function findData(home: string, user: SystemUser | undefined): string {
  if (!user || isReachable(home)) return join(home, 'pg')
  const pointer = join(home, 'data-folder')
  if (!existsSync(pointer)) writeFileSync(pointer, join(systemFolder, randomBytes(8).toString('hex')), { mode: 0o600 })
  return readFileSync(pointer, 'utf8').trim()
}

function temporaryData(user: SystemUser | undefined): string {
  const base = !user || isReachable(tmpdir()) ? tmpdir() : systemFolder
  mkdirSync(base, { recursive: true, mode: 0o755 })
  return mkdtempSync(join(base, 'niangjia-test-'))
}

/** Made beside its place and renamed, so that a first start that was killed half-way begins again. */
function initialise(
  binaries: Binaries,
  data: string,
  secrets: Secrets,
  user: SystemUser | undefined,
  sync: boolean,
): void {
  const draft = `${data}.new`
  rmSync(draft, { recursive: true, force: true })
  makePrivateFolder(draft, user)
  const passwordFile = `${data}.password`
  writeFileSync(passwordFile, secrets.superPassword, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const access = ['-U', 'niangjia_super', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const result = spawnSync(binaries.initdb, ['-D', draft, ...access, ...locale, ...(sync ? [] : ['--no-sync'])], {
    encoding: 'utf8',
    cwd: draft,
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'Asia/Shanghai' },
    ...user,
  })
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) throw new StartupError(`initdb: ${result.stderr || result.error?.message}`)
  rmSync(data, { recursive: true, force: true })
  renameSync(draft, data)
}
