import { openDatabase } from '../server/database/open.ts'
import { createPool } from '../server/database/pool.ts'
import { verifyLedger } from '../server/ledger/verify.ts'
import { homeFolder } from '../server/paths.ts'

/** `niangjia verify`: recomputes records → counts → entries → cells and prints each mismatch; exit 1 when there is one. */
export async function run(): Promise<number> {
  const database = await openDatabase(homeFolder(), { migrated: false })
  const pool = createPool(database.appUrl, 2)
  const began = Date.now()
  try {
    const { records, entries, mismatches } = await verifyLedger(
      pool,
      database.secrets.dataKey,
      (layer, where, expected, found) =>
        console.log(`✗ ${layer}  ${where}  应为 ${expected}，实为 ${found} / expected ${expected}, found ${found}`),
    )
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(
      mismatches === 0
        ? `✓ 账实相符：${records} 条记录，${entries} 笔分录，${seconds} 秒。 / All layers agree.`
        : `✗ ${mismatches} 处不符（${records} 条记录，${entries} 笔分录，${seconds} 秒）。 / ${mismatches} mismatches.`,
    )
    return mismatches === 0 ? 0 : 1
  } finally {
    await pool.end()
    await database.stop()
  }
}
