import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { v7 } from 'uuid'
import { addCalendarDays, todayInShanghai } from '../src/core/day.ts'
import { type Actor, asActor } from '../src/server/database/actor.ts'
import { SheetWriter } from '../src/server/excel/write-sheets.ts'
import type { House } from '../src/server/http/route.ts'
import { beginImport } from '../src/server/imports/begin-import.ts'
import { findImport } from '../src/server/imports/import-row.ts'
import { runImport } from '../src/server/imports/run-import.ts'
import { deskOf } from '../src/server/records/desk.ts'

export interface ImportBench {
  readonly rows: number
  readonly wrong: number
  readonly fileMegabytes: number
  /** From the upload's first look to the returned sheet. */
  readonly seconds: number
  readonly rowsPerSecond: number
  /** Growth of the whole process over its size when the import began, at its largest. */
  readonly megabytesGrown: number
}

/**
 * Imports made family-story evenings from one sheet, as `actor` (a chair, family or publicity post): with validation,
 * duplicate check, history and posting, one row in 1,000 wrong. What it writes stays: give it a throw-away database.
 */
export async function benchImport(house: House, actor: Actor, rows = 100_000): Promise<ImportBench> {
  const content = await madeSheet(rows)
  const id = v7()
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let largest = before
  const watch = setInterval(() => {
    largest = Math.max(largest, process.memoryUsage().rss)
  }, 50)
  const from = performance.now()
  await asActor(house.pool, actor, (tx) =>
    beginImport(deskOf({ tx, actor, house }), {
      id,
      what: 'family-story',
      dryRun: false,
      fileName: 'bench.xlsx',
      content,
    }),
  )
  await runImport(house, id)
  const seconds = (performance.now() - from) / 1000
  clearInterval(watch)
  const row = await asActor(house.pool, actor, (tx) => findImport(tx, id))
  if (row?.state !== 'done' || row.rows_done !== rows)
    throw new Error(`import ended as ${row?.state} after ${row?.rows_done} rows: ${row?.message}`)
  return {
    rows,
    wrong: row.rows_wrong,
    fileMegabytes: content.length / 2 ** 20,
    seconds,
    rowsPerSecond: rows / seconds,
    megabytesGrown: (largest - before) / 2 ** 20,
  }
}

const columns = ['title', 'heldOn', 'place', 'theme', 'mode', 'families', 'note', '#counted', '#state']
const themes = ['家书家训', '孝老爱亲', '勤俭持家', '清廉家风']

async function madeSheet(rows: number): Promise<Buffer> {
  const out = new PassThrough()
  const file = buffer(out)
  const book = new SheetWriter(out)
  const sheet = book.plainSheet('填写', [], 0)
  await book.row(sheet, columns)
  await book.row(sheet, columns)
  const today = todayInShanghai(new Date())
  for (let n = 1; n <= rows; n++) {
    const theme = n % 1000 === 0 ? '没有这个主题' : (themes[n % themes.length] ?? '')
    await book.row(sheet, [
      `家风故事分享会第 ${n} 场`,
      addCalendarDays(today, -(n % 900)),
      `文化活动室 ${n % 300} 号`,
      theme,
      n % 3 ? '线下' : '线上线下结合',
      n % 12,
      `第 ${n} 场讲了祖辈的家书和邻里互助的旧事，来的人都说好。`,
      15 + (n % 60),
      '已举办',
    ])
    if (n % 1000 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  sheet.commit()
  const hidden = book.hiddenSheet('niangjia')
  await book.row(hidden, ['niangjia-sheet', 'family-story', 1])
  hidden.commit()
  await book.end()
  return file
}
