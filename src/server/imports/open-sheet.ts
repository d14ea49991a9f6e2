import { Refusal } from '../../core/refusal.ts'
import { type Cell, openWorkbook, type SheetRow, type Workbook } from '../excel/read-workbook.ts'
import type { Column } from './columns.ts'
import { type Layout, layoutOf, missingColumns } from './read-row.ts'
import { textOf } from './read-value.ts'
import { fillSheet, headerRows, hiddenSheet, markWord, maxRows, type SheetMark } from './template.ts'

/** A filled template, known to be one of ours and laid out by its hidden keys. */
export interface FilledSheet {
  readonly book: Workbook
  readonly layout: Layout
  rows(): AsyncIterable<SheetRow>
}

/**
 * Opens an uploaded sheet and makes sure it is the template of `mark`, in this version, with every required column.
 * Refuses 'file-wrong' and 'sheet-wrong'.
 */
export async function openSheet(file: Buffer, mark: SheetMark, columns: readonly Column[]): Promise<FilledSheet> {
  const book = await openWorkbook(file)
  if (!book.sheets.includes(fillSheet) || !book.sheets.includes(hiddenSheet)) throw new Refusal('sheet-wrong')
  const [word, what, version] = (await firstRow(book, hiddenSheet)).map(textOf)
  if (word !== markWord || what !== mark.what || Number(version) !== mark.version) throw new Refusal('sheet-wrong')
  const layout = layoutOf((await firstRow(book, fillSheet)).map(textOf), columns)
  if (layout.size === 0 || missingColumns(layout, columns).length > 0) throw new Refusal('sheet-wrong')
  return { book, layout, rows: () => dataRows(book, layout) }
}

async function firstRow(book: Workbook, sheet: string): Promise<(Cell | undefined)[]> {
  for await (const row of book.rows(sheet)) return row.number === 1 ? Array.from(row.cells) : []
  return []
}

/** Rows below the headers with something in a column of ours. */
async function* dataRows(book: Workbook, layout: Layout): AsyncIterable<SheetRow> {
  for await (const row of book.rows(fillSheet)) {
    if (row.number > headerRows && [...layout.keys()].some((position) => row.cells[position])) yield row
  }
}

/** How many rows there are to take. Refuses 'rows-too-many', and stops reading there. */
export async function countRows(sheet: FilledSheet): Promise<number> {
  let count = 0
  for await (const _ of sheet.rows()) {
    count++
    if (count > maxRows) throw new Refusal('rows-too-many', { values: { limit: maxRows.toLocaleString('en') } })
  }
  return count
}

/** Rows in chunks, as they are read. */
export async function* inChunks(rows: AsyncIterable<SheetRow>, size: number): AsyncIterable<SheetRow[]> {
  let chunk: SheetRow[] = []
  for await (const row of rows) {
    chunk.push(row)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
