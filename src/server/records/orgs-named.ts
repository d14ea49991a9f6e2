import { sql } from 'kysely'
import type { OrgRef } from '../../core/api/shared.ts'
import type { Programme } from '../../core/programme.ts'
import type { Tx } from '../database/actor.ts'
import type { ActionRow } from './facts.ts'
import { orgsIn } from './links.ts'
import type { Answers } from './sealing.ts'

/** Organisations that a record's answers and those of its steps name. */
export const orgsOf = (programme: Programme, answers: Answers, history: readonly ActionRow[]): number[] => [
  ...orgsIn(programme.fields, answers),
  ...history.flatMap((act) => orgsIn(programme.actions[act.action]?.asks ?? {}, act.answers)),
]

/** Names of organisations, each once. None asks nothing. */
export async function orgsNamed(tx: Tx, codes: readonly number[]): Promise<OrgRef[]> {
  if (codes.length === 0) return []
  return tx.rows(
    sql`SELECT code, name FROM organisations WHERE code = ANY(${[...new Set(codes)]}::bigint[]) ORDER BY code`,
  )
}
