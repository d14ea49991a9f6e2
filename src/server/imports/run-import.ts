import { sql } from 'kysely'
import type pg from 'pg'
import { todayInShanghai } from '../../core/day.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal, refusalText } from '../../core/refusal.ts'
import { isRole } from '../../core/role.ts'
import { type Actor, asActor, onDuty, type Tx } from '../database/actor.ts'
import type { SheetRow } from '../excel/read-workbook.ts'
import type { House } from '../http/route.ts'
import { type Desk, programmeOf } from '../records/desk.ts'
import { findImport, type ImportRow, noteImport } from './import-row.ts'
import { inChunks, openSheet } from './open-sheet.ts'
import { type ReadRow, readRow } from './read-row.ts'
import { ResultSheet } from './result-sheet.ts'
import type { RowTaker } from './row-taker.ts'
import { openFile, sealFile } from './sealed-file.ts'
import { sheetKind, takerFor } from './sheet-kind.ts'

/** Rows that are looked at and written in one transaction. */
const chunkRows = 500

type Tools = Pick<House, 'pool' | 'secrets' | 'files'>

/**
 * Runs an import to its end: every row checked, good ones written as the importer in chunks, the others given back with
 * reasons. Safe to run again: rows that are in stay as they are. Stops when the importer's post ends. Two runs of one
 * import never work at the same time.
 */
export async function runImport(tools: Tools, id: string): Promise<void> {
  const lock = await tools.pool.connect()
  try {
    const {
      rows: [held],
    } = await lock.query<{ mine: boolean }>('SELECT pg_try_advisory_lock(6150009, hashtext($1)) AS mine', [id])
    if (!held?.mine) return
    try {
      await runLocked(tools, id)
    } finally {
      await lock.query('SELECT pg_advisory_unlock(6150009, hashtext($1))', [id])
    }
  } finally {
    lock.release()
  }
}

async function runLocked(tools: Tools, id: string): Promise<void> {
  const row = await committedImport(tools.pool, id)
  if (!row || ['done', 'refused', 'failed'].includes(row.state)) return
  const actor = await importer(tools.pool, row)
  const note = (change: Parameters<typeof noteImport>[2]) =>
    onDuty(tools.pool, 'load', (tx) => noteImport(tx, row, change))
  try {
    if (!actor) throw new Refusal('not-allowed')
    await note({ state: row.dry_run ? 'checking' : 'writing', rows_done: 0, rows_wrong: 0 })
    await takeSheet(tools, row, actor)
  } catch (error) {
    if (error instanceof Refusal)
      return note({ state: 'refused', message: refusalText(error.code, 'zh', error.detail.values) })
    await note({
      state: 'failed',
      message: '系统出错，导入停在半路。已导入的行不会丢；请把同一个文件再导一次，不会重复。',
    })
    throw error
  }
}

/** The job may be quicker than the transaction that asked for it. */
async function committedImport(pool: pg.Pool, id: string): Promise<ImportRow | undefined> {
  for (let tries = 0; tries < 30; tries++) {
    const row = await onDuty(pool, 'load', (tx) => findImport(tx, id))
    if (row) return row
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return undefined
}

const postNow = (account: string, post: string) => sql<{ role: string; org: number; name: string }>`
  SELECT p.role, p.org, a.display_name AS name FROM posts p JOIN accounts a ON a.id = p.account AND a.disabled_at IS NULL
  WHERE p.id = ${post} AND p.account = ${account} AND p.ended_at IS NULL AND p.from_date <= current_date
    AND (p.to_date IS NULL OR p.to_date >= current_date)`

async function importer(pool: pg.Pool, { account, post }: ImportRow): Promise<Actor | undefined> {
  const held = await onDuty(pool, 'load', (tx) =>
    tx.first<{ role: string; org: number; name: string }>(postNow(account, post)),
  )
  return held && isRole(held.role)
    ? { account, displayName: held.name, post, role: held.role, org: held.org, language: 'zh' }
    : undefined
}

async function takeSheet(tools: Tools, row: ImportRow, actor: Actor): Promise<void> {
  const kind = sheetKind(actor, row.programme)
  const file = openFile(tools.secrets.dataKey, row.stored_as, await tools.files.get(row.stored_as))
  const sheet = await openSheet(file, kind.mark, kind.columns)
  const record = row.record ? await activityOf(tools.pool, actor, row.record) : undefined
  const taker = takerFor(actor, {
    what: row.programme,
    org: row.org,
    importId: row.id,
    fileName: row.file_name,
    record,
  })
  const result = new ResultSheet(kind.columns, sheet.layout)
  let done = 0
  // The next chunk is read from the file while the database works on this one.
  const chunks = inChunks(sheet.rows(), chunkRows)[Symbol.asyncIterator]()
  for (let ahead = chunks.next(); ; ) {
    const { value: chunk, done: end } = await ahead
    if (end) break
    ahead = chunks.next()
    // It may fail before anybody waits for it; the failure is met on the next round.
    ahead.catch(() => undefined)
    const read = (source: SheetRow) => readRow(source, sheet.layout, sheet.book.from1904)
    const rows = await takeChunk(tools, row, actor, taker, () => chunk.map(read), {
      done: done + chunk.length,
      wrong: result.rows,
    })
    for (const wrong of rows.filter((r) => r.problems.length > 0)) await result.add(wrong)
    done += chunk.length
  }
  await keepResult(tools, row, result, kind.mark, done)
}

async function activityOf(pool: pg.Pool, actor: Actor, id: string): Promise<{ id: string; programme: Programme }> {
  return asActor(pool, actor, async (tx) => {
    const row = await tx.first<{ programme: string }>(sql`SELECT programme FROM activities WHERE id = ${id}`)
    if (!row) throw new Refusal('not-found')
    return { id, programme: await programmeOf({ tx, actor }, row.programme, id) }
  })
}

/** One transaction as the importer. Another writer may register the same person meanwhile: then the chunk is tried anew. */
async function takeChunk(
  tools: Tools,
  row: ImportRow,
  actor: Actor,
  taker: RowTaker,
  read: () => ReadRow[],
  so: { done: number; wrong: number },
): Promise<ReadRow[]> {
  for (let attempt = 1; ; attempt++) {
    const rows = read()
    try {
      await asActor(tools.pool, actor, async (tx) => {
        await refuseEndedPost(tx, actor)
        await taker.take(deskFor(tools, actor, tx), rows, row.dry_run)
        await noteImport(tx, row, {
          rows_done: so.done,
          rows_wrong: so.wrong + rows.filter((r) => r.problems.length > 0).length,
        })
      })
      return rows
    } catch (error) {
      if (attempt === 3 || !['23505', '40P01', '40001'].includes((error as { code?: string }).code ?? '')) throw error
    }
  }
}

const deskFor = (tools: Tools, actor: Actor, tx: Tx): Desk => ({
  tx,
  actor,
  today: todayInShanghai(new Date()),
  house: { ...tools, enqueue: async () => undefined },
})

/** A post that ended while its import was running stops it at the next chunk. */
async function refuseEndedPost(tx: Tx, actor: Actor): Promise<void> {
  if (!(await tx.first(postNow(actor.account, actor.post)))) throw new Refusal('not-allowed')
}

async function keepResult(
  tools: Tools,
  row: ImportRow,
  result: ResultSheet,
  mark: { what: string; version: number },
  done: number,
): Promise<void> {
  const wrong = result.rows
  const good = done - wrong
  const file = await result.end(mark, [
    `${row.file_name}：共 ${done} 行，${row.dry_run ? `可以导入 ${good} 行` : `已导入 ${good} 行`}，有问题 ${wrong} 行。`,
    ...(row.dry_run ? ['这是试导，没有写入任何数据。'] : []),
    ...(wrong > 0 ? ['有问题的行在“填写”里，第一列写明原因。改好后把这个文件再导一次即可；已导入的行不在里面。'] : []),
  ])
  const key = `imports/${row.id}/result.xlsx`
  await tools.files.put(key, sealFile(tools.secrets.dataKey, key, file))
  const message = row.dry_run ? `可以导入 ${good} 行，有问题 ${wrong} 行` : `已导入 ${good} 行，退回 ${wrong} 行`
  await onDuty(tools.pool, 'load', (tx) =>
    noteImport(tx, row, { state: 'done', rows_done: done, rows_wrong: wrong, result_as: key, message }),
  )
}
