import { v7 } from 'uuid'
import { z } from 'zod'
import {
  getImport,
  getImportResult,
  getImportTemplate,
  type ImportShape,
  listImports,
  startImport,
} from '../../core/api/imports.ts'
import { orgCode, uuid } from '../../core/api/shared.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import { asFile } from '../excel/send-book.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { postRoute, type Route } from '../http/route.ts'
import type { Upload } from '../http/upload.ts'
import { type Desk, deskOf } from '../records/desk.ts'
import { beginImport } from './begin-import.ts'
import { exchangeLabel, exchangeSheet } from './exchange-sheet.ts'
import { findImport, type ImportRow, pageOfImports } from './import-row.ts'
import { openFile } from './sealed-file.ts'
import { sheetKind } from './sheet-kind.ts'
import { templateBook } from './template.ts'

const labelOf = (what: string) =>
  Object.hasOwn(others, what) ? (others[what] ?? what) : (findProgramme(what)?.label.zh ?? what)
const others: Readonly<Record<string, string>> = {
  people: '人员',
  attendance: '参加名单',
  [exchangeSheet]: exchangeLabel,
}

const shapeOf = (row: ImportRow): ImportShape => ({
  id: row.id,
  what: row.programme,
  label: labelOf(row.programme),
  org: { code: row.org, name: row.org_name },
  record: row.record,
  fileName: row.file_name,
  dryRun: row.dry_run,
  state: row.state,
  rowsTotal: row.rows_total,
  rowsDone: row.rows_done,
  rowsWrong: row.rows_wrong,
  hasResult: row.result_as !== null,
  message: row.message,
  at: row.at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
})

const template = postRoute(getImportTemplate, async ({ actor, params, reply }) => {
  const kind = sheetKind(actor, params.what)
  const book = await templateBook(kind.mark, kind.label, kind.help, kind.columns)
  await reply.headers(asFile(`${kind.label}-导入模板.xlsx`)).send(book)
  return reply
})

/** Fields beside the file. A browser's form sends texts only. */
const formShape = z.object({
  what: z.string().min(1).max(60),
  dryRun: z.stringbool().default(true),
  org: orgCode.optional(),
  record: uuid.optional(),
  id: uuid.optional(),
})

function formOf({ fields }: Upload): z.infer<typeof formShape> {
  const text = (name: string) => (Object.hasOwn(fields, name) && fields[name] !== '' ? fields[name] : undefined)
  const form = formShape.safeParse({
    what: text('what') ?? text('programme'),
    dryRun: text('dryRun'),
    org: text('org'),
    record: text('record'),
    id: text('id'),
  })
  if (form.success) return form.data
  const field = form.error.issues[0]?.path.join('.') ?? 'body'
  throw new Refusal('input-invalid', { field, values: { what: field } })
}

async function begin(desk: Desk, upload: Upload): Promise<ImportShape> {
  const { id = v7(), ...target } = formOf(upload)
  const name = upload.name.split(/[/\\]/).at(-1)?.slice(0, 120) || 'sheet.xlsx'
  const row = await beginImport(desk, { id, ...target, fileName: name, content: upload.bytes })
  // The job waits for this transaction to commit (run-import.ts).
  await desk.house.enqueue('import', { id })
  return shapeOf(row)
}

// The sheet is read whole before the transaction begins: a slow phone must not hold a connection.
const start = postRoute(startImport, (c) => {
  if (!c.upload) throw new Refusal('file-wrong', { field: 'file' })
  return begin(deskOf(c), c.upload)
})

const list = postRoute(listImports, async ({ actor, tx, query }) => {
  const after = readCursor(z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]), query.cursor)
  const rows = await pageOfImports(tx, actor, after, query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(shapeOf),
    next: rows.length > query.limit && last ? writeCursor([last.at.toISOString(), last.id]) : null,
    total: null,
  }
})

async function ownImport(tx: Parameters<typeof findImport>[0], id: string): Promise<ImportRow> {
  const row = await findImport(tx, id)
  if (!row) throw new Refusal('not-found')
  return row
}

const one = postRoute(getImport, async ({ tx, params }) => shapeOf(await ownImport(tx, params.id)))

const result = postRoute(getImportResult, async ({ tx, params, house, reply }) => {
  const row = await ownImport(tx, params.id)
  if (!row.result_as) throw new Refusal('not-found')
  const file = openFile(house.secrets.dataKey, row.result_as, await house.files.get(row.result_as))
  await reply.headers(asFile(`${row.file_name.replace(/\.xlsx$/i, '')}-导入结果.xlsx`)).send(file)
  return reply
})

export const importRoutes: readonly Route[] = [template, start, list, one, result]
