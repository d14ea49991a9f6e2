import { v5 } from 'uuid'
import { findProgramme } from '../../registry.ts'
import type { Desk } from '../records/desk.ts'
import { loadManyFacts } from '../records/facts.ts'
import { lockMany } from '../records/record-row.ts'
import { startRecords } from '../records/start-records.ts'

/**
 * Opens what the definitions of her records ask for when she is erased, once for each record, however often it is asked for. Call
 * it while what they hold can still be read; one that forgot before is past it.
 */
export async function startForErased(
  desk: Desk,
  records: readonly { readonly id: string; readonly programme: string }[],
): Promise<void> {
  for (const id of new Set(records.map(({ programme }) => programme))) {
    const programme = findProgramme(id)
    if (!programme?.startsErased) continue
    const hers = records.filter((record) => record.programme === id).map((record) => record.id)
    const rows = (await lockMany(desk.tx, programme, hers)).filter((row) => row.key_salt !== null)
    const known = await loadManyFacts(desk.tx, desk.house.secrets.dataKey, programme, rows, desk.today)
    for (const row of rows) {
      const facts = known.get(row.id)?.facts
      if (facts) await startRecords(desk, programme.startsErased(facts), { row, actionId: v5('erased', row.id) })
    }
  }
}
