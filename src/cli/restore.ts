import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkBackup, restore } from '../server/backup/restore.ts'
import { openDatabase } from '../server/database/open.ts'
import { homeFolder } from '../server/paths.ts'
import { loadSecrets } from '../server/secrets.ts'
import { StartupError } from '../server/startup-error.ts'

/** `niangjia restore FILE [--any-keys]`: puts a backup into an empty installation. Everything is looked at before anything is written. */
export async function run(args: string[]): Promise<number> {
  const anyKeys = args.includes('--any-keys')
  const file = args.find((arg) => !arg.startsWith('--'))
  if (!file) throw new StartupError('用法：niangjia restore 文件名 / usage: niangjia restore FILE')
  const home = homeFolder()
  // New keys would be made here, and a database with new passwords: the old ones would then fit neither.
  if (!anyKeys && !existsSync(join(home, 'secrets.json'))) {
    throw new StartupError(
      `请先把原来的 secrets.json 放进 ${home}。 / Put the secrets.json of the backup into ${home} first.`,
    )
  }
  const began = Date.now()
  await checkBackup(file, loadSecrets(home), { anyKeys })
  const database = await openDatabase(home, { migrated: false })
  try {
    const { tables, files, made } = await restore(database, file)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(`✓ 已恢复到 ${made} 的样子：${rows} 行，${files.count} 个文件，${seconds} 秒。 / Restored.`)
    console.log('请运行 niangjia verify 核对；所有人需重新登录。 / Run niangjia verify; everybody signs in again.')
    return 0
  } finally {
    await database.stop()
  }
}
