import { sql } from 'kysely'
import type pg from 'pg'
import { onDuty } from '../database/actor.ts'

/** A session ends after so many hours without a request (NIANGJIA_IDLE_HOURS, 12), and after 7 days in any case. */
export const idleHours = Math.min(Math.max(Number(process.env.NIANGJIA_IDLE_HOURS) || 12, 0.25), 168)
export const longestDays = 7

const touchEvery = 60_000

/** It has been noted as in use within the last minute. */
export const isFresh = ({ seenAt }: { seenAt: Date }): boolean => Date.now() - seenAt.getTime() < touchEvery

/** Notes that a session is in use, at most once a minute, and moves its idle end on. */
export async function touchSession(pool: pg.Pool, session: { tokenHash: Buffer; seenAt: Date }): Promise<void> {
  if (isFresh(session)) return
  await onDuty(pool, 'sign-in', (tx) =>
    tx.change(sql`UPDATE sessions SET seen_at = now(),
        expires_at = least(now() + ${idleHours} * interval '1 hour', created_at + ${longestDays} * interval '1 day')
      WHERE token_hash = ${session.tokenHash} AND seen_at < now() - interval '1 minute'`),
  )
}
