import { sql } from 'kysely'
import type { Count } from '../../core/count.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'

/** The source every entry names: record, action and author. */
export interface Source {
  readonly record: string
  /** Id of the row in `actions` that made the record what it is now. */
  readonly action: string
  /** The acting post; undefined under the duties load, repost and sign-in. */
  readonly post: string | undefined
  /** The record's `ledger_org`: counts stay under the organisation that made it. */
  readonly org: OrgCode
}

/**
 * Posts what a record is worth now less what the ledger holds for it; gives the number of entries posted, 0 on a replay.
 * Call it in the transaction that changes the record, its row locked. `desired` comes from countsOf: full measure ids,
 * yuan in fen, persons by id (a merged person counts as the one she was merged into). Ledger invariants 2, 4 and 9.
 */
export async function postCounts(tx: Tx, at: Source, desired: readonly Count[]): Promise<number> {
  const row = await tx.first<{ posted: number }>(sql`
    SELECT post_counts(${at.record}::uuid, ${at.action}::uuid, ${at.post ?? null}::uuid, ${at.org}::bigint,
      ${desired.map((c) => c.measure)}::text[], ${desired.map((c) => c.on)}::date[], ${desired.map((c) => c.value)}::bigint[],
      ${desired.map((c) => c.grade)}::text[], ${desired.map((c) => c.person ?? null)}::uuid[]) AS posted`)
  return row?.posted ?? 0
}
