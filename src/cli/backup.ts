import { statSync } from 'node:fs'
import { backUp } from '../server/backup/back-up.ts'
import { openDatabase } from '../server/database/open.ts'
import { homeFolder } from '../server/paths.ts'
import { StartupError } from '../server/startup-error.ts'

/** `niangjia backup FILE`: writes everything but the keys into one file, as of one moment, while people work. */
export async function run([file]: string[]): Promise<number> {
  if (!file) throw new StartupError('用法：niangjia backup 文件名 / usage: niangjia backup FILE')
  const began = Date.now()
  const database = await openDatabase(homeFolder(), { migrated: false })
  try {
    const { tables, files } = await backUp(database, file)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const mib = (statSync(file).size / 1024 ** 2).toFixed(1)
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(
      `✓ ${file}：${tables.length} 张表 ${rows} 行，${files.count} 个文件，${mib} MiB，${seconds} 秒。 / ${rows} rows, ${files.count} files.`,
    )
    console.log(
      '密钥 secrets.json 不在其中，请另外保管。 / The keys (secrets.json) are not in it: keep them elsewhere.',
    )
    return 0
  } finally {
    await database.stop()
  }
}
