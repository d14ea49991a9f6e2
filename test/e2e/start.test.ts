import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'

const program = join(import.meta.dirname, '..', '..', 'bin', 'niangjia.mjs')
const home = mkdtempSync(join(tmpdir(), 'niangjia-start-'))
const port = 20_000 + (process.pid % 10_000)
const { DATABASE_URL: _given, ...clean } = process.env
const env = { ...clean, NIANGJIA_HOME: home, PORT: String(port) }
const started: ChildProcess[] = []
const said = new Map<ChildProcess, string>()

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(dirname(postmasterFile()), { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
})

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  started.push(child)
  child.stderr?.on('data', (text) => said.set(child, `${said.get(child) ?? ''}${text}`))
  for (let tick = 0; tick < 600; tick++) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${said.get(child)}`)
    const healthy = await fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return child
    await sleep(200)
  }
  throw new Error(`not healthy: ${said.get(child)}`)
}

/** As root the data may stand elsewhere: home keeps its name. */
function postmasterFile(): string {
  const pointer = join(home, 'data-folder')
  return join(existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(home, 'pg'), 'postmaster.pid')
}

test('a start serves, is joined by commands, refuses a second, survives kill -9, ends on Ctrl-C', async () => {
  const first = await start()
  const command = spawnSync(process.execPath, [program, 'migrate'], { env, encoding: 'utf8' })
  expect(command.stderr + command.status).toBe('0')
  const second = spawnSync(process.execPath, [program, 'start'], { env, encoding: 'utf8' })
  expect([second.status, second.stderr]).toEqual([1, expect.stringContaining('已在运行')])

  const database = Number(readFileSync(postmasterFile(), 'utf8').split('\n')[0])
  first.kill('SIGKILL')
  process.kill(database, 'SIGKILL')
  await once(first, 'exit')
  expect(existsSync(postmasterFile())).toBe(true)

  const again = await start()
  again.kill('SIGKILL') // only the application: its database must not outlive it
  await once(again, 'exit')
  const last = await start()
  last.kill('SIGINT')
  await once(last, 'exit')
  expect(last.exitCode, said.get(last)).toBe(0)
  expect(existsSync(postmasterFile())).toBe(false)
}, 300_000)
