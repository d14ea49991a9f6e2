import { sql } from 'kysely'
import { z } from 'zod'
import * as api from '../../core/api/payments.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import { sendBook } from '../excel/send-book.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { postRoute, type Route } from '../http/route.ts'
import { type Desk, deskOf } from '../records/desk.ts'
import { readAnswers } from './answer-sheet.ts'
import { takeSheet, writeSheet } from './bank-sheet.ts'
import { showBatch } from './batch-page.ts'
import { batchAsData, pageOfBatches } from './batch-rows.ts'
import { approveBatch, cancelBatch } from './decide-batch.ts'
import { pageOfLines } from './list-lines.ts'
import { prepareBatch } from './prepare-batch.ts'
import { answerable, keepAnswers } from './take-answers.ts'

const payable = postRoute(api.listPayable, async ({ tx, actor }) => {
  const rows = await tx.rows<{ programme: string; fund: string; name: string; records: number; fen: number }>(sql`
    SELECT s.programme, s.fund, f.name, s.records, s.fen FROM payable_sums() s JOIN funds f ON f.id = s.fund ORDER BY s.programme, f.name`)
  return {
    items: rows.map(({ programme, fund, name, records, fen }) => ({
      programme,
      label: findProgramme(programme)?.label[actor.language] ?? programme,
      fund: { id: fund, name },
      records,
      fen,
    })),
  }
})

const list = postRoute(api.listBatches, async ({ tx, actor, query }) => {
  const after = readCursor(z.tuple([z.uuid()]), query.cursor)?.[0]
  const rows = await pageOfBatches(tx, query, after)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => batchAsData(row, actor.language)),
    next: rows.length > query.limit && last ? writeCursor([last.id]) : null,
    total: null,
  }
})

const add = postRoute(api.addBatch, async (c) => {
  const programme = findProgramme(c.body.programme)
  if (!programme?.payment) throw new Refusal('programme-unknown', { field: 'programme' })
  const desk = deskOf(c)
  return showBatch(desk, c.body.id, await prepareBatch(desk, programme, c.body))
})

const one = postRoute(api.getBatch, (c) => showBatch(deskOf(c), c.params.id))
const lines = postRoute(api.listLines, (c) => pageOfLines(deskOf(c), c.params, c.query))

const approve = postRoute(api.approveBatch, async (c) => {
  await approveBatch(deskOf(c), c.params.id, c.body.declared)
  return showBatch(deskOf(c), c.params.id)
})
const cancel = postRoute(api.cancelBatch, async (c) => {
  await cancelBatch(deskOf(c), c.params.id, c.body.reason)
  return showBatch(deskOf(c), c.params.id)
})

// A neutral name: the file lies about on a computer and in a bank's inbox.
const sheet = postRoute(api.takeSheet, async (c) => {
  const desk = deskOf(c)
  const taken = await takeSheet(desk, c.params.id)
  return sendBook(c.reply, `发放表-${desk.today}.xlsx`, (book) => writeSheet(desk, taken, book))
})

const answers = postRoute(api.giveAnswers, async (c) => {
  if (!c.upload) throw new Refusal('file-wrong', { field: 'file' })
  const desk = deskOf(c)
  const batch = await answerable(desk, c.params.id)
  const read = await readAnswers(c.upload.bytes, batch.lines, desk.today)
  await keepAnswers(desk, batch, read)
  return settleSoon(desk, batch.id)
})

const mark = postRoute(api.markLine, async (c) => {
  const desk = deskOf(c)
  const batch = await answerable(desk, c.params.id)
  const { result, reason, reference, on = desk.today } = c.body
  if (reason.length < 2) throw new Refusal('reason-needed', { field: 'reason' })
  if (c.params.no > batch.lines) throw new Refusal('not-found')
  if (on > desk.today) throw new Refusal('date-future', { field: 'on', values: { label: '日期' } })
  const answer = { row: 0, no: c.params.no, result, reason, reference, on, fen: undefined, sheet: undefined }
  await keepAnswers(desk, batch, [answer], true)
  return settleSoon(desk, batch.id)
})

async function settleSoon(desk: Desk, id: string) {
  await desk.house.enqueue('payments', { id })
  return showBatch(desk, id)
}

export const paymentRoutes: readonly Route[] = [payable, list, add, one, lines, approve, cancel, sheet, answers, mark]
