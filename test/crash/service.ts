import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { repositoryRoot } from '../../src/server/paths.ts'
import type { Secrets } from '../../src/server/secrets.ts'

const built = join(repositoryRoot, 'dist', 'node', 'cli', 'main.js')
// The command as bin/niangjia.mjs runs it, without looking for sources that changed: nothing is rebuilt between two kills.
const program = `const { main } = await import(${JSON.stringify(pathToFileURL(built).href)}); process.exit(await main(process.argv.slice(1)))`

/** A real service in a process of its own, with a data folder and a database that syncs to disk, to be killed. */
export class Service {
  readonly home = mkdtempSync(join(tmpdir(), 'niangjia-crash-'))
  readonly url: string
  readonly #env: NodeJS.ProcessEnv
  #child: ChildProcess | undefined
  #errors = ''

  constructor(port: number) {
    // Any command builds what is stale first.
    if (spawnSync(process.execPath, [join(repositoryRoot, 'bin', 'niangjia.mjs'), 'help']).status !== 0)
      throw new Error('not built')
    const { DATABASE_URL: _given, ...clean } = process.env
    this.url = `http://127.0.0.1:${port}`
    this.#env = { ...clean, NIANGJIA_HOME: this.home, PORT: String(port), NIANGJIA_DEMO: 'off', NIANGJIA_LOG: 'off' }
  }

  /** Until it answers. A killed one is started like the first: nobody repairs anything in between. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, 'start'], {
      env: this.#env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr?.on('data', (text) => {
      this.#errors = `${this.#errors}${text}`.slice(-4000)
    })
    this.#child = child
    for (let tick = 0; tick < 1200; tick++) {
      if (this.hasEnded()) throw new Error(`ended with ${child.exitCode}: ${this.#errors}`)
      if (await this.#answers()) return
      await sleep(50)
    }
    throw new Error(`does not answer: ${this.#errors}`)
  }

  hasEnded(): boolean {
    return this.#child === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  get errors(): string {
    return this.#errors
  }

  async killApplication(): Promise<void> {
    if (!this.#child) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
  }

  killDatabase(): void {
    process.kill(this.#postmaster().pid, 'SIGKILL')
  }

  /** One backend dies as if the system had run out of memory. */
  killBackend(pid: number): void {
    process.kill(pid, 'SIGKILL')
  }

  async stop(): Promise<void> {
    if (this.#child && !this.hasEnded()) {
      const gone = once(this.#child, 'exit')
      this.#child.kill('SIGTERM')
      await gone
    }
    if (existsSync(join(this.#data(), 'postmaster.pid'))) this.killDatabase()
    if (dirname(this.#data()) !== this.home) rmSync(this.#data(), { recursive: true, force: true })
    rmSync(this.home, { recursive: true, force: true })
  }

  get secrets(): Secrets {
    return JSON.parse(readFileSync(join(this.home, 'secrets.json'), 'utf8'))
  }

  /** The application's own login, as of now: a restart may have moved the port. */
  appUrl(): string {
    return `postgres://niangjia_app:${encodeURIComponent(this.secrets.appPassword)}@127.0.0.1:${this.#postmaster().port}/niangjia`
  }

  #postmaster(): { pid: number; port: number } {
    const lines = readFileSync(join(this.#data(), 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) }
  }

  #data(): string {
    const pointer = join(this.home, 'data-folder')
    return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(this.home, 'pg')
  }

  #answers(): Promise<boolean> {
    return fetch(`${this.url}/api/v1/health`, { signal: AbortSignal.timeout(2_000) }).then(
      (answer) => answer.ok,
      () => false,
    )
  }
}
