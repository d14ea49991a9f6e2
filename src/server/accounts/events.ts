import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { AccountEvent } from '../../core/account-event.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'

export interface EventEntry {
  readonly account: string
  /** Where auditors find it: the account's own organisation, or the post's. */
  readonly org: OrgCode
  readonly event: AccountEvent
  readonly by?: { readonly account: string; readonly post?: string | undefined } | undefined
  /** Codes, roles, addresses; never a password, a token or a code of the second step. */
  readonly detail?: Readonly<Record<string, string | number | null>>
}

/** Writes one line of an account's history, in the transaction of what happened. Append only (R-SEC-04). */
export async function writeEvent(tx: Tx, entry: EventEntry): Promise<void> {
  await tx.change(sql`INSERT INTO account_events (area, id, account, org, event, by_account, by_post, detail)
    VALUES (${areaOf(entry.org)}, ${v7()}, ${entry.account}, ${entry.org}, ${entry.event},
      ${entry.by?.account ?? null}, ${entry.by?.post ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb)`)
}
