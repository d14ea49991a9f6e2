import { sql } from 'kysely'
import type { Count } from '../../core/count.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'

/** The source every entry names: a record and an action. */
export interface Source {
  readonly record: string
  /** Id of the row in `actions` that made the record what it is now. */
  readonly action: string
  /** The record's `ledger_org`: counts stay under the organisation that made it. */
  readonly org: OrgCode
}

/**
 * Posts what a record is worth now less what the ledger holds for it; gives the number of entries posted, 0 on a replay.
 * Call it in the transaction that changes the record, its row locked. `post` is the author: undefined under a duty of the
 * house. `desired` comes from countsOf: full measure ids, yuan in fen, persons by id (a merged person counts as the one she
 * was merged into). Ledger invariants 2, 4 and 9.
 */
export const postCounts = (
  tx: Tx,
  { post, ...source }: Source & { readonly post: string | undefined },
  desired: readonly Count[],
): Promise<number> => postMany(tx, post, [{ ...source, counts: desired }])

/** The same for many records in one statement. */
export async function postMany(
  tx: Tx,
  post: string | undefined,
  records: readonly (Source & { readonly counts: readonly Count[] })[],
): Promise<number> {
  if (records.length === 0) return 0
  const lines = records.flatMap((source) => source.counts.map((count) => ({ source, count })))
  // Each record is named once more without a count: one that is worth nothing now gives back what the ledger holds.
  const named = [...lines.map((line) => line.source), ...records]
  const row = await tx.first<{ posted: number }>(sql`
    SELECT post_counts(${post ?? null}::uuid, ${named.map((s) => s.record)}::uuid[], ${named.map((s) => s.action)}::uuid[],
      ${named.map((s) => s.org)}::bigint[], ${lines.map(({ count }) => count.measure)}::text[], ${lines.map(({ count }) => count.on)}::date[],
      ${lines.map(({ count }) => count.value)}::bigint[], ${lines.map(({ count }) => count.grade)}::text[],
      ${lines.map(({ count }) => count.person ?? null)}::uuid[]) AS posted`)
  return row?.posted ?? 0
}
