import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { v7 } from 'uuid'
import { areaOf, type OrgCode } from '../src/core/org-code.ts'
import type { Role } from '../src/core/role.ts'
import { programmes } from '../src/registry.ts'
import { type Actor, onDuty } from '../src/server/database/actor.ts'
import { startEmbedded } from '../src/server/database/embedded.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { createPool } from '../src/server/database/pool.ts'
import { folderStore } from '../src/server/files/file-store.ts'
import { hashToken } from '../src/server/http/caller.ts'
import type { House } from '../src/server/http/route.ts'
import { loadDefinitions } from '../src/server/ledger/measures.ts'
import { loadDivisions } from '../src/server/organisations/load-divisions.ts'
import { loadSecrets } from '../src/server/secrets.ts'
import { type AppProcess, startApp } from './app-process.ts'

/** A post with a session, as its browser holds it. */
export interface Signed {
  readonly headers: Record<string, string>
  readonly actor: Actor
}

export interface BenchHouse {
  readonly house: House
  /** The database as its superuser: loads data, and asks the plain questions that no wall slows. */
  readonly raw: pg.Pool
  readonly startApp: () => Promise<AppProcess>
  readonly signIn: (role: Role, org: OrgCode) => Promise<Signed>
  readonly close: () => Promise<void>
}

/** A house of its own on the embedded server with the settings of production (fsync on), in a temporary folder. */
export async function makeBenchHouse(): Promise<BenchHouse> {
  const home = mkdtempSync(join(tmpdir(), 'niangjia-bench-'))
  chmodSync(home, 0o711) // the server's user walks through when we are root
  const database = await startEmbedded({ home })
  const stop = async () => {
    const elsewhere = join(home, 'data-folder')
    await database.stop()
    if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true })
    rmSync(home, { recursive: true, force: true })
  }
  const secrets = loadSecrets(home)
  const pool = createPool(database.appUrl, 16)
  const raw = createPool(Object.assign(new URL(database.superUrl), { pathname: '/niangjia' }).href, 16)
  const close = async () => {
    await Promise.all([pool.end(), raw.end()])
    await stop()
  }
  try {
    await migrate(database.ownerUrl)
    await loadDivisions(pool)
    await loadDefinitions(pool, programmes)
  } catch (error) {
    await close()
    throw error
  }
  const { ownerUrl, appUrl } = database
  return {
    house: { pool, secrets, files: folderStore(join(home, 'files')), enqueue: async () => undefined },
    raw,
    close,
    startApp: () => startApp({ appUrl, ownerUrl, secrets, home, port: 0 }),
    signIn: (role, org) => signIn(pool, role, org),
  }
}

export async function signIn(pool: pg.Pool, role: Role, org: OrgCode): Promise<Signed> {
  const [account, post, area] = [v7(), v7(), areaOf(org)]
  const token = randomBytes(32).toString('base64url')
  const name = `bench-${account}`
  await onDuty(pool, 'sign-in', async (tx) => {
    await tx.change(sql`INSERT INTO accounts (area, id, name, display_name, home_org, password)
                        VALUES (${area}, ${account}, ${name}, '测速', ${org}, 'none')`)
    await tx.change(
      sql`INSERT INTO posts (area, id, account, org, role) VALUES (${area}, ${post}, ${account}, ${org}, ${role})`,
    )
    await tx.change(sql`INSERT INTO sessions (area, token_hash, account, post, second_step, expires_at)
                        VALUES (${area}, ${hashToken(token)}, ${account}, ${post}, true, now() + interval '1 day')`)
  })
  return {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    actor: { account, displayName: '测速', post, role, org, language: 'zh' },
  }
}
