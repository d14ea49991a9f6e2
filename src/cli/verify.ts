import { sql } from 'kysely'
import { onDuty } from '../server/database/actor.ts'
import { openDatabase } from '../server/database/open.ts'
import { createPool } from '../server/database/pool.ts'
import { type Report, verifyLedger } from '../server/ledger/verify.ts'
import { homeFolder } from '../server/paths.ts'
import { verifyReleases } from '../server/releases/verify-release.ts'
import { StartupError } from '../server/startup-error.ts'

const tell: Report = (layer, where, expected, found) =>
  console.log(`✗ ${layer}  ${where}  应为 ${expected}，实为 ${found} / expected ${expected}, found ${found}`)

/**
 * `niangjia verify`: recomputes records → counts → entries → cells → releases and prints each mismatch; exit 1 when there is
 * one. `--release NUMBER` recomputes one release only.
 */
export async function run(args: string[] = []): Promise<number> {
  const at = args.indexOf('--release')
  return at < 0 ? verifyAll() : verifyOne(args[at + 1] ?? '')
}

async function verifyOne(number: string): Promise<number> {
  const database = await openDatabase(homeFolder(), { migrated: false })
  const pool = createPool(database.appUrl, 2)
  let mismatches = 0
  try {
    const entries = await onDuty(
      pool,
      'verify',
      async (tx) => {
        const known = await tx.first(
          sql`SELECT FROM releases WHERE number = ${number} AND state IN ('sealed', 'withdrawn')`,
        )
        if (!known) throw new StartupError(`没有这次发布：${number} / There is no such sealed release.`)
        const report: Report = (...line) => {
          mismatches++
          tell(...line)
        }
        return verifyReleases(tx, database.secrets.dataKey, report, sql`r.number = ${number}`)
      },
      { repeatable: true },
    )
    console.log(
      mismatches === 0
        ? `✓ ${number} 与封存时一字不差（${entries} 笔分录）。 / As sealed.`
        : `✗ ${number}：${mismatches} 处不符。 / ${mismatches} mismatches.`,
    )
    return mismatches === 0 ? 0 : 1
  } finally {
    await pool.end()
    await database.stop()
  }
}

async function verifyAll(): Promise<number> {
  const database = await openDatabase(homeFolder(), { migrated: false })
  const pool = createPool(database.appUrl, 2)
  const began = Date.now()
  try {
    const { records, entries, mismatches } = await verifyLedger(pool, database.secrets.dataKey, tell)
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
