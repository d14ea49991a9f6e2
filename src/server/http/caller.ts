import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import { isRole, type Role, secondStepRoles } from '../../core/role.ts'
import { shelvedTurn } from '../../local-programmes.ts'
import { isFresh, touchSession } from '../accounts/session-life.ts'
import { loadLocal } from '../local/load-local.ts'

/** Who sent a request: the account behind its session token, and the post she acts under. */
export interface Caller {
  readonly area: number
  readonly account: string
  readonly name: string
  readonly displayName: string
  readonly homeOrg: number
  readonly mustChange: boolean
  readonly hasTotp: boolean
  readonly tokenHash: Buffer
  readonly seenAt: Date
  /** This session was begun, or raised, with a code of the second step. */
  readonly secondStep: boolean
  readonly post:
    | { readonly id: string; readonly role: Role; readonly org: number; readonly orgName: string }
    | undefined
  /** The post sees P3/P4 and she has not signed in with a second step (R-SEC-02). */
  readonly needsSecondStep: boolean
}

export const sessionCookie = 'niangjia_session'

/** Tokens are kept as hashes: a stolen backup signs nobody in. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The token of a request: the cookie of the site, or a bearer token of another system. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')
  return bearer?.[1] ?? request.cookies[sessionCookie]
}

const sessionActor = (tokenHash: Buffer) => ({
  name: 'session-actor',
  text: `SELECT *, coalesce((SELECT turn::text FROM definition_turns), '') AS turn FROM session_actor($1)`,
  values: [tokenHash],
})

/** Looks the caller up afresh for every request, so a revoked session or an ended post stops at once. */
export async function callerOf(pool: pg.Pool, request: FastifyRequest): Promise<Caller | undefined> {
  const token = tokenOf(request)
  if (!token) return undefined
  const tokenHash = hashToken(token)
  const { rows } = await pool.query<SessionActor>(sessionActor(tokenHash))
  const row = rows[0]
  if (!row) return undefined
  if (row.turn !== shelvedTurn()) await loadLocal(pool)
  await touchSession(pool, { tokenHash, seenAt: row.seen_at })
  return asCaller(row, tokenHash)
}

/**
 * The same for one who was here a moment ago, inside the transaction that was begun as her: whether nothing has changed, of
 * her and of the definitions this process knows.
 */
export async function isStill(client: pg.ClientBase, caller: Caller): Promise<boolean> {
  const { rows } = await client.query<SessionActor>(sessionActor(caller.tokenHash))
  const now = rows[0] && asCaller(rows[0], caller.tokenHash)
  return rows[0]?.turn === shelvedTurn() && isDeepStrictEqual({ ...now, seenAt: caller.seenAt }, caller)
}

function asCaller(row: SessionActor, tokenHash: Buffer): Caller {
  const post =
    row.post && row.role && isRole(row.role) && row.org
      ? { id: row.post, role: row.role, org: row.org, orgName: row.org_name ?? '' }
      : undefined
  return {
    area: row.area,
    account: row.account,
    name: row.name,
    displayName: row.display_name,
    homeOrg: row.home_org,
    mustChange: row.must_change,
    hasTotp: row.has_totp,
    tokenHash,
    seenAt: row.seen_at,
    secondStep: row.second_step,
    post,
    needsSecondStep: post !== undefined && secondStepRoles.includes(post.role) && !row.second_step,
  }
}

interface SessionActor {
  area: number
  account: string
  name: string
  display_name: string
  home_org: number
  must_change: boolean
  has_totp: boolean
  second_step: boolean
  seen_at: Date
  post: string | null
  role: string | null
  org: number | null
  org_name: string | null
  /** Of the definitions: another one than this process knows makes it load them. */
  turn: string
}

const guesses = new Map<string, Caller>()
const mostGuesses = 5000

const keyOf = (request: FastifyRequest): string => hashToken(tokenOf(request) ?? '').toString('base64')

/**
 * Who a token was when it was last looked up: good for beginning her transaction without waiting, never for believing it.
 * Not when her session is due to be noted as in use, which callerOf does.
 */
export function guessCaller(request: FastifyRequest): Caller | undefined {
  const guess = guesses.get(keyOf(request))
  return guess && isFresh(guess) ? guess : undefined
}

export function keepGuess(request: FastifyRequest, caller: Caller | undefined): void {
  const key = keyOf(request)
  guesses.delete(key)
  if (caller) guesses.set(key, caller)
  for (const [oldest] of guesses) {
    if (guesses.size <= mostGuesses) break
    guesses.delete(oldest)
  }
}
