import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { loadSecrets } from '../secrets.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { prepareGivenDatabase } from './roles.ts'

// A server of its own, emptied to what a hosting provider gives: a database, a login that owns it, nothing of ours.
const home = mkdtempSync(join(tmpdir(), 'niangjia-given-'))
const server = await startEmbedded({ home, ephemeral: true })
const secrets = loadSecrets(home)
const given = (user: string, database: string) =>
  Object.assign(new URL(server.superUrl), { username: user, password: 'given', pathname: `/${database}` }).href
const administrator = new pg.Client({ connectionString: server.superUrl })
await administrator.connect()
for (const statement of [
  'DROP DATABASE niangjia',
  'DROP ROLE niangjia_app',
  'DROP ROLE niangjia_ledger',
  "CREATE ROLE maker LOGIN CREATEROLE PASSWORD 'given'",
  "CREATE ROLE plain LOGIN PASSWORD 'given'",
  'CREATE DATABASE given OWNER maker',
  'CREATE DATABASE theirs OWNER plain',
  "CREATE DATABASE latin OWNER maker ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0",
]) {
  await administrator.query(statement)
}
afterAll(async () => {
  await administrator.end()
  await server.stop()
  rmSync(home, { recursive: true })
})

test('a login that may not create roles is told what to ask the administrator for', async () => {
  await expect(prepareGivenDatabase(given('plain', 'theirs'), secrets)).rejects.toThrow(
    'CREATE ROLE niangjia_app LOGIN',
  )
  await expect(prepareGivenDatabase(given('plain', 'given'), secrets)).rejects.toThrow('GRANT CREATE, USAGE')
})

test('a database that is not UTF8 or does not answer is refused', async () => {
  await expect(prepareGivenDatabase(given('maker', 'latin'), secrets)).rejects.toThrow('UTF8')
  await expect(prepareGivenDatabase(given('nobody', 'given'), secrets)).rejects.toThrow('DATABASE_URL')
})

test('a login that may create roles gets them, the schema migrates, and a second start changes nothing', async () => {
  const { appUrl } = await prepareGivenDatabase(given('maker', 'given'), secrets)
  await migrate(given('maker', 'given'))
  expect(await prepareGivenDatabase(given('maker', 'given'), secrets)).toEqual({ appUrl })
  const { rows } = await administrator.query(
    "SELECT rolname, rolcanlogin, rolsuper OR rolbypassrls AS unsafe FROM pg_roles WHERE rolname IN ('niangjia_app', 'niangjia_ledger') ORDER BY 1",
  )
  expect(rows).toEqual([
    { rolname: 'niangjia_app', rolcanlogin: true, unsafe: false },
    { rolname: 'niangjia_ledger', rolcanlogin: false, unsafe: false },
  ])
})

test('with the roles made by the administrator, a plain login is enough', async () => {
  await administrator.query('GRANT niangjia_ledger TO plain')
  await prepareGivenDatabase(given('plain', 'theirs'), secrets)
  expect(await migrate(given('plain', 'theirs'))).not.toEqual([])
})

test('an application role that bypasses row security is refused', async () => {
  await administrator.query('ALTER ROLE niangjia_app BYPASSRLS')
  await expect(prepareGivenDatabase(given('maker', 'given'), secrets)).rejects.toThrow('must not bypass')
})
