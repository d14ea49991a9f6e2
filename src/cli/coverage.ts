import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { todayInShanghai } from '../core/day.ts'
import { programmes } from '../registry.ts'
import { figureTable } from '../server/articles/figure-table.ts'
import { openDatabase } from '../server/database/open.ts'
import { createPool } from '../server/database/pool.ts'
import { folderStore } from '../server/files/file-store.ts'
import { buildApp } from '../server/http/app.ts'
import { loadDefinitions } from '../server/ledger/measures.ts'
import { homeFolder, repositoryRoot } from '../server/paths.ts'
import { StartupError } from '../server/startup-error.ts'

const page = join(repositoryRoot, 'docs', 'coverage.md')
const [begin, end] = ['<!-- figures: npx niangjia coverage --write -->\n', '<!-- end of figures -->']

/** `niangjia coverage [--write]`: the articles' figures as the loaded demo computes them, printed or put into docs/coverage.md. */
export async function run(args: string[]): Promise<number> {
  const database = await openDatabase(homeFolder())
  const pool = createPool(database.appUrl, 4)
  await loadDefinitions(pool, programmes)
  const app = await buildApp({
    pool,
    secrets: database.secrets,
    files: folderStore(join(database.home, 'files')),
    enqueue: async () => undefined,
  })
  try {
    const table = await figureTable(app, todayInShanghai(new Date()))
    if (args.includes('--write')) writeFileSync(page, withTable(readFileSync(page, 'utf8'), table))
    else console.log(table)
    return 0
  } finally {
    await app.close()
    await pool.end()
    await database.stop()
  }
}

function withTable(text: string, table: string): string {
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new StartupError(`docs/coverage.md: ${begin}…${end}`)
  return `${before}${begin}\n${table}\n\n${end}${after}`
}
