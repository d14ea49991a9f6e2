import { migrate } from '../server/database/migrate.ts'
import { openDatabase } from '../server/database/open.ts'
import { homeFolder } from '../server/paths.ts'

/** `niangjia migrate`: applies what is pending and names it. */
export async function run(): Promise<number> {
  const database = await openDatabase(homeFolder(), { migrated: false })
  try {
    const applied = await migrate(database.ownerUrl)
    console.log(applied.length ? applied.join('\n') : '数据库结构已是最新。 / The schema is up to date.')
    return 0
  } finally {
    await database.stop()
  }
}
