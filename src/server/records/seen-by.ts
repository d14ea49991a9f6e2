import { sql } from 'kysely'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { getRecord } from '../../core/api/records.ts'
import { divisionOf, levelSpan } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { roles } from '../../core/role.ts'
import type { Tx } from '../database/actor.ts'
import type { RecordRow } from './record-row.ts'

/** Who can see a record: roles of its organisation and of those above; of a sealed one, its handlers and the own rights posts by name. */
export async function whoSees(
  tx: Tx,
  programme: Programme,
  row: Pick<RecordRow, 'sealed' | 'handlers' | 'org'>,
): Promise<ResponseOf<typeof getRecord>['seenBy']> {
  if (!row.sealed)
    return { sealed: false, roles: programme.access.see.map((role) => ({ role, label: roles[role] })), people: [] }
  const first = divisionOf(row.org) * levelSpan.village
  const people = await tx.rows<{ account: string; name: string | null; why: 'handler' | 'rights' }>(sql`
    SELECT h.account, c.display_name AS name, 'handler' AS why FROM unnest(${row.handlers}::uuid[]) h (account) LEFT JOIN accounts c ON c.id = h.account
    UNION ALL
    SELECT DISTINCT p.account, c.display_name, 'rights' FROM posts p LEFT JOIN accounts c ON c.id = p.account
    WHERE p.org IN (${first}, ${row.org}) AND p.role = 'rights' AND p.ended_at IS NULL
      AND (p.to_date IS NULL OR p.to_date >= current_date) AND p.account <> ALL(${row.handlers}::uuid[])`)
  return { sealed: true, roles: [], people }
}
