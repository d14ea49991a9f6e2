import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import type pg from 'pg'
import { v7 } from 'uuid'
import { afterAll } from 'vitest'
import { areaOf, levelOf, type OrgCode, orgCode } from '../../src/core/org-code.ts'
import { comparableName } from '../../src/core/person-name.ts'
import type { Role } from '../../src/core/role.ts'
import { directories } from '../../src/directories.ts'
import { programmes } from '../../src/registry.ts'
import { type Actor, onDuty } from '../../src/server/database/actor.ts'
import { folderStore } from '../../src/server/files/file-store.ts'
import { buildApp } from '../../src/server/http/app.ts'
import { hashToken } from '../../src/server/http/caller.ts'
import type { House } from '../../src/server/http/route.ts'
import { loadDefinitions } from '../../src/server/ledger/measures.ts'
import { type TestDatabase, withDatabase } from './database.ts'

/** A small tree with made names: one region, one league, two banners, two townships, three villages. */
export const orgs = {
  region: orgCode(150000000000),
  league: orgCode(152900000000),
  banner: orgCode(152921000000),
  township: orgCode(152921100000),
  village: orgCode(152921100201),
  village2: orgCode(152921100202),
  township2: orgCode(152921101000),
  village3: orgCode(152921101201),
  otherBanner: orgCode(152922000000),
} as const

const names: Readonly<Record<keyof typeof orgs, string>> = {
  region: '试区妇联',
  league: '试盟妇联',
  banner: '东旗妇联',
  township: '南镇妇联',
  village: '红柳嘎查妇联',
  village2: '沙枣嘎查妇联',
  township2: '北镇妇联',
  village3: '胡杨嘎查妇联',
  otherBanner: '西旗妇联',
}

/** Somebody signed in under a post: put `headers` on a request, or act as `actor` in the database. */
export interface Signed {
  readonly headers: Record<string, string>
  readonly token: string
  readonly actor: Actor
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers it has just described
type Json = any
export interface Answer {
  readonly status: number
  readonly body: Json
  readonly raw: LightMyRequestResponse
}

export interface TestHouse extends TestDatabase {
  readonly house: House
  readonly app: FastifyInstance
  /** Background jobs that were asked for; none runs. */
  readonly asked: { job: string; payload: Record<string, unknown> }[]
  /** Makes an account with one post and a session with a second step. */
  readonly signIn: (role: Role, org: OrgCode) => Promise<Signed>
  /** A made person without documents. Gives her id. */
  readonly addPerson: (org: OrgCode, name: string) => Promise<string>
  /** A request below /api/v1 as somebody (or nobody), with the header the site's own pages send. */
  readonly call: (
    who: Pick<Signed, 'headers'> | undefined,
    method: InjectOptions['method'],
    path: string,
    body?: unknown,
  ) => Promise<Answer>
}

/** The whole application on a database of the test file's own. Call at the top: `const house = await makeHouse()`. */
export async function makeHouse(): Promise<TestHouse> {
  const database = await withDatabase()
  const pool = database.appPool
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-files-'))
  const key = () => randomBytes(32).toString('base64')
  const secrets = {
    superPassword: key(),
    ownerPassword: key(),
    appPassword: key(),
    dataKey: key(),
    hashKey: key(),
    cookieKey: key(),
  }
  const asked: TestHouse['asked'] = []
  const house: House = {
    pool,
    secrets,
    files: folderStore(folder),
    enqueue: async (job, payload) => {
      asked.push({ job, payload })
    },
  }
  await loadOrganisations(pool)
  await loadDefinitions(pool, [...programmes, ...directories])
  const app = await buildApp(house)
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    ...database,
    house,
    app,
    asked,
    signIn: (role, org) => signIn(pool, role, org),
    addPerson: (org, name) => addPerson(pool, org, name),
    call: async (who, method, path, body) => {
      const raw = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: { 'x-niangjia-request': '1', ...who?.headers },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return {
        status: raw.statusCode,
        body: String(raw.headers['content-type']).includes('json') ? raw.json() : {},
        raw,
      }
    },
  }
}

async function loadOrganisations(pool: pg.Pool): Promise<void> {
  const keys = Object.keys(orgs) as (keyof typeof orgs)[]
  await onDuty(pool, 'load', (tx) =>
    tx.rows(sql`
    INSERT INTO organisations (code, kind, level, name, short_name)
    SELECT code, 'federation', level, name, replace(name, '妇联', '')
    FROM unnest(${keys.map((k) => orgs[k])}::bigint[], ${keys.map((k) => levelOf(orgs[k]))}::text[], ${keys.map((k) => names[k])}::text[]) AS o (code, level, name)`),
  )
}

async function signIn(pool: pg.Pool, role: Role, org: OrgCode): Promise<Signed> {
  const account = v7()
  const post = v7()
  const area = areaOf(org)
  const token = randomBytes(32).toString('base64url')
  const name = `${role}-${account.slice(-8)}`
  await onDuty(pool, 'sign-in', async (tx) => {
    await tx.rows(
      sql`INSERT INTO accounts (area, id, name, display_name, home_org, password) VALUES (${area}, ${account}, ${name}, ${name}, ${org}, 'none')`,
    )
    await tx.rows(
      sql`INSERT INTO posts (area, id, account, org, role) VALUES (${area}, ${post}, ${account}, ${org}, ${role})`,
    )
    await tx.rows(sql`INSERT INTO sessions (area, token_hash, account, post, second_step, expires_at)
                      VALUES (${area}, ${hashToken(token)}, ${account}, ${post}, true, now() + interval '1 day')`)
  })
  return {
    token,
    headers: { authorization: `Bearer ${token}`, 'x-niangjia-request': '1' },
    actor: { account, displayName: name, post, role, org, language: 'zh' },
  }
}

async function addPerson(pool: pg.Pool, org: OrgCode, name: string): Promise<string> {
  const id = v7()
  await onDuty(pool, 'load', (tx) =>
    tx.rows(sql`
    INSERT INTO people (area, id, org, name, name_key, gender, key_salt)
    VALUES (${areaOf(org)}, ${id}, ${org}, ${name}, ${comparableName(name)}, 'female', ${randomBytes(16)})`),
  )
  return id
}
