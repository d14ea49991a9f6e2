import { sql } from 'kysely'
import { divisionOf, levelOf } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import type { Subject } from './commit-action.ts'
import type { Desk } from './desk.ts'

/**
 * Tells the posts a step names that something urgent is in hand at their organisation: the fact alone, without number,
 * programme or link. Below the banner nobody is told: in a village the bare fact would say whose it is.
 */
export async function tellFact({ tx, actor }: Desk, programme: Programme, subject: Subject, action: string) {
  const roles = Object.hasOwn(programme.actions, action) ? programme.actions[action]?.tells : undefined
  const level = levelOf(subject.org)
  if (!roles || level === 'township' || level === 'village') return
  await tx.change(sql`
    INSERT INTO notices (area, id, account, text_key, link, org)
    SELECT DISTINCT ON (p.account) ${subject.area}::integer, gen_random_uuid(), p.account, 'urgent-fact', '/', ${subject.org}::bigint
    FROM posts p
    WHERE p.org = ${divisionOf(subject.org) * 10_000} AND p.role = ANY(${[...roles]}::text[])
      AND p.ended_at IS NULL AND p.from_date <= current_date AND (p.to_date IS NULL OR p.to_date >= current_date)
      AND p.account IS DISTINCT FROM ${actor.account || null}::uuid`)
}
