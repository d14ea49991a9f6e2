import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { createPool } from '../../src/server/database/pool.ts'
import { turnDeadlines } from '../../src/server/deadlines/deadlines-job.ts'
import { loadDemo } from '../../src/server/demo/load-demo.ts'
import { sheetImage, sheetKey } from '../../src/server/demo/sign-in-sheet.ts'
import { folderStore } from '../../src/server/files/file-store.ts'
import { serve } from '../../src/server/http/serve.ts'
import { repositoryRoot } from '../../src/server/paths.ts'
import type { Secrets } from '../../src/server/secrets.ts'
import type { TestCluster } from './cluster.ts'

/** Every league has something of everything, and the demo banner its to-dos; loads in seconds. */
const scale = 0.001
const template = 'niangjia_demo'
const demoLock = 7_301_099

// The same in every file of a run: the demo's sealed fields are cloned with its database.
const key = (name: string) => createHash('sha256').update(`test ${name}`).digest('base64')
const secrets: Secrets = {
  superPassword: key('super'),
  ownerPassword: key('owner'),
  appPassword: key('app'),
  dataKey: key('data'),
  hashKey: key('hash'),
  cookieKey: key('cookie'),
}

/**
 * The whole house as people meet it: the built pages and the server on a free port, over a small demo of region 15 of the
 * calling test file's own. Call it at the top of the file; gives the address. Everything ends with the file.
 */
export const serveDemo = async (): Promise<string> => (await serveHouse()).address

/** The same, for a file that turns the house's clock: `remind` does at once what its timekeeper would do at that hour. */
export async function serveHouse(): Promise<{ address: string; remind: () => Promise<void> }> {
  process.env.NIANGJIA_LOG = 'off'
  const cluster = inject('cluster')
  const home = mkdtempSync(join(tmpdir(), 'niangjia-served-'))
  const name = `served_${randomBytes(6).toString('hex')}`
  await withCluster(cluster, async (client) => {
    const held = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (held.rows.length === 0) {
      buildPages()
      await makeTemplate(cluster, client, home)
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER niangjia_owner STRATEGY file_copy`)
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO niangjia_app`)
  })
  await folderStore(join(home, 'files')).put(sheetKey, sheetImage)
  const { appUrl, ownerUrl } = urlsOf(cluster, name)
  const served = await serve({ appUrl, ownerUrl, secrets, port: 0, home })
  const pool = createPool(appUrl, 2)
  afterAll(async () => {
    await pool.end()
    await served.close()
    rmSync(home, { recursive: true, force: true })
  })
  return {
    address: `http://127.0.0.1:${served.port}`,
    remind: async () => {
      await turnDeadlines(
        { pool, secrets, files: folderStore(join(home, 'files')), enqueue: async () => undefined },
        new Date(),
      )
    },
  }
}

/** What `npm test` has done already; a single file run by hand is not to meet the pages of yesterday. */
function buildPages(): void {
  const program = "import('./bin/build.mjs').then(({ buildStale }) => buildStale(['web']))"
  const { status, stderr } = spawnSync(process.execPath, ['-e', program], { cwd: repositoryRoot, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the pages could not be built: ${stderr}`)
}

/** The first file of a run loads the demo once; it and the others clone it. */
async function makeTemplate(cluster: TestCluster, client: pg.Client, home: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${template}_draft`)
  await client.query(`CREATE DATABASE ${template}_draft TEMPLATE niangjia OWNER niangjia_owner STRATEGY file_copy`)
  await loadDemo({ ...urlsOf(cluster, `${template}_draft`), secrets, home }, scale)
  await client.query(`ALTER DATABASE ${template}_draft RENAME TO ${template}`)
}

function urlsOf(cluster: TestCluster, name: string): { appUrl: string; ownerUrl: string } {
  const inside = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return { appUrl: inside(cluster.appUrl), ownerUrl: inside(cluster.ownerUrl) }
}

/** One file at a time: the first makes what the others copy, and nobody may be in a database while it is copied. */
async function withCluster(cluster: TestCluster, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.superUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [demoLock])
    await work(client)
  } finally {
    await client.end()
  }
}
