import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { v7 } from 'uuid'
import { Refusal, refusalText } from '../core/refusal.ts'
import { programmes } from '../registry.ts'
import { type Actor, asActor } from '../server/database/actor.ts'
import { openDatabase } from '../server/database/open.ts'
import { createPool } from '../server/database/pool.ts'
import { folderStore } from '../server/files/file-store.ts'
import type { House } from '../server/http/route.ts'
import { beginImport } from '../server/imports/begin-import.ts'
import { findImport, type ImportRow } from '../server/imports/import-row.ts'
import { runImport } from '../server/imports/run-import.ts'
import { openFile } from '../server/imports/sealed-file.ts'
import { loadDefinitions } from '../server/ledger/measures.ts'
import { loadLocal } from '../server/local/load-local.ts'
import { homeFolder } from '../server/paths.ts'
import { deskOf } from '../server/records/desk.ts'
import { StartupError } from '../server/startup-error.ts'
import { actingAs } from './acting-as.ts'

const usage = `用法：niangjia import 文件.xlsx --programme 服务编号（或 people、attendance） --account 账号 [--post 岗位@组织代码]
      [--record 活动编号] [--dry-run] [--result 退回的表.xlsx]
 / niangjia import FILE --programme P --account NAME [--post ROLE@CODE] [--record ID] [--dry-run] [--result FILE]`

/**
 * `niangjia import`: an operator's import, done in the name and within the rights of an account's post, so that every record
 * says whose it is. Exit code 0 when every row was taken, 1 when rows were given back, 2 when the file was refused.
 */
export async function run(args: string[]): Promise<number> {
  const { file, programme, account, post, record, dryRun, result } = readArgs(args)
  const database = await openDatabase(homeFolder())
  const pool = createPool(database.appUrl, 4)
  const house: House = {
    pool,
    secrets: database.secrets,
    files: folderStore(join(database.home, 'files')),
    enqueue: async () => undefined,
  }
  try {
    await loadDefinitions(pool, programmes)
    await loadLocal(pool)
    const actor = await actingAs(pool, account, post)
    const content = await readFile(file).catch(() => {
      throw new StartupError(`读不到文件 ${file}。 / Cannot read ${file}.`)
    })
    const id = v7()
    await asActor(pool, actor, (tx) =>
      beginImport(deskOf({ tx, actor, house }), {
        id,
        what: programme,
        dryRun,
        record,
        fileName: basename(file),
        content,
      }),
    )
    const done = await watched(pool, actor, id, runImport(house, id))
    if (result && done.result_as)
      await writeFile(result, openFile(house.secrets.dataKey, done.result_as, await house.files.get(done.result_as)))
    console.log(`${done.message ?? ''}${result && done.rows_wrong > 0 ? `，见 ${result}` : ''}`)
    return done.state !== 'done' ? 2 : done.rows_wrong > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(
      refusalText(error.code, 'zh', error.detail.values),
      '/',
      refusalText(error.code, 'en', error.detail.values),
    )
    return 2
  } finally {
    await pool.end()
    await database.stop()
  }
}

function readArgs(args: string[]) {
  const options = {
    programme: { type: 'string' },
    account: { type: 'string' },
    post: { type: 'string' },
    record: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    result: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file] = positionals
    if (file && values.programme && values.account) {
      const { programme, account, post, record, result } = values
      return { file, programme, account, post, record, result, dryRun: values['dry-run'] }
    }
  } catch {}
  throw new StartupError(usage)
}

/** Says how far the import is, on one line of a terminal. */
async function watched(pool: pg.Pool, actor: Actor, id: string, work: Promise<void>): Promise<ImportRow> {
  const look = () => asActor(pool, actor, (tx) => findImport(tx, id))
  const timer = setInterval(() => {
    look().then(
      (row) => {
        if (row && process.stdout.isTTY) process.stdout.write(`\r${row.rows_done} / ${row.rows_total ?? '?'} `)
      },
      () => undefined,
    )
  }, 500)
  try {
    await work
  } finally {
    clearInterval(timer)
    if (process.stdout.isTTY) process.stdout.write('\r')
  }
  const row = await look()
  if (!row) throw new Error('the import is gone')
  return row
}
