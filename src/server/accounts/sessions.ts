import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Tx } from '../database/actor.ts'
import { hashToken, sessionCookie } from '../http/caller.ts'
import { idleHours, longestDays } from './session-life.ts'

export interface NewSession {
  readonly area: number
  readonly account: string
  readonly post: string | undefined
  readonly secondStep: boolean
  readonly device: string
}

/** Begins a session; gives its token (256 random bits), of which the house keeps the SHA-256 only. */
export async function beginSession(tx: Tx, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.change(sql`INSERT INTO sessions (area, token_hash, account, post, second_step, expires_at, device)
    VALUES (${session.area}, ${hashToken(token)}, ${session.account}, ${session.post ?? null}, ${session.secondStep},
      now() + ${idleHours} * interval '1 hour', ${session.device})`)
  // What has run out is swept here, of this account only: nobody else is kept waiting for it.
  await tx.change(sql`DELETE FROM sessions WHERE account = ${session.account} AND expires_at < now()`)
  return token
}

/**
 * Gives a session that has just risen to a second step a new token; the old one is void, so that one that leaked before
 * does not rise with it. The end of its seven days stays.
 */
export async function raiseSession(tx: Tx, tokenHash: Buffer): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.change(
    sql`UPDATE sessions SET token_hash = ${hashToken(token)}, second_step = true WHERE token_hash = ${tokenHash}`,
  )
  return token
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<number> {
  return tx.change(sql`DELETE FROM sessions WHERE token_hash = ${tokenHash}`)
}

/** Ends the account's other sessions: after a new password or a new second step nothing older goes on. */
export async function endOtherSessions(tx: Tx, account: string, keep: Buffer): Promise<number> {
  return tx.change(sql`DELETE FROM sessions WHERE account = ${account} AND token_hash <> ${keep}`)
}

interface SessionRow {
  readonly token_hash: Buffer
  readonly device: string
  readonly second_step: boolean
  readonly created_at: Date
  readonly seen_at: Date
  readonly expires_at: Date
}

/** The account's living sessions, the one used last first. The id is the token's hash: it signs nobody in. */
export async function listSessions(tx: Tx, account: string, current: Buffer) {
  const rows = await tx.rows<SessionRow>(sql`SELECT token_hash, device, second_step, s.created_at, seen_at, expires_at
    FROM sessions s JOIN accounts a ON a.id = s.account
    WHERE s.account = ${account} AND expires_at > now() AND (a.signed_out_at IS NULL OR s.created_at > a.signed_out_at)
    ORDER BY seen_at DESC`)
  return rows.map((row) => ({
    id: row.token_hash.toString('base64url'),
    device: row.device,
    current: row.token_hash.equals(current),
    secondStep: row.second_step,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }))
}

const isHttps = (request: FastifyRequest) =>
  request.protocol === 'https' || String(request.headers['x-forwarded-proto'] ?? '').startsWith('https')

/** Hands a token over: as the cookie of the site, and in the answer only to an API client that asks for it. */
export function handOver(request: FastifyRequest, reply: FastifyReply, token: string): { token?: string } {
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isHttps(request),
    maxAge: longestDays * 86_400,
  } as const
  reply.setCookie(sessionCookie, token, options)
  return request.headers['x-niangjia-token'] === '1' ? { token } : {}
}

export function takeCookieBack(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, { path: '/' })
}

/** What a session list shows a device by: “Chrome · Android”. The raw header is not kept. */
export function deviceOf(request: FastifyRequest): string {
  const agent = String(request.headers['user-agent'] ?? '')
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1]
  const program = first([
    [/MicroMessenger/, '微信'],
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = first([
    [/HarmonyOS/, 'HarmonyOS'],
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ])
  return [program, system].filter(Boolean).join(' · ') || 'API'
}
