import type { Tx } from '../database/actor.ts'
import { isCounted, subjectsOf } from './directory.ts'
import type { Report } from './verify.ts'
import { compare } from './verify-records.ts'

/** Layer 1 for what has no records: what each organisation and each seat is worth is what the ledger holds for it. */
export async function verifyDirectory(tx: Tx, report: Report): Promise<void> {
  if (!(await isCounted(tx))) return
  for await (const subjects of subjectsOf(tx)) {
    const compared = subjects.map(({ programme, record, org, counts }) => ({
      row: { id: record, programme: programme.id, number: null, ledger_org: org },
      counts,
      shredded: false,
    }))
    await compare(tx, compared, report)
  }
}
