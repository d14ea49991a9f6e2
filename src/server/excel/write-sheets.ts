import type { Writable } from 'node:stream'
import type exceljs from 'exceljs'
import type { Worksheet } from 'exceljs'
import { loadExcel } from './load-excel.ts'
import { safeText } from './safe-text.ts'

export const xlsxMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a cell may hold: a number stays a number, everything else is text, made safe. */
export type CellValue = string | number | null | undefined

export interface SheetColumn {
  readonly header: string
  readonly width?: number
}

const shown = (value: CellValue): string | number | null =>
  typeof value === 'string' ? safeText(value) : typeof value === 'number' && Number.isFinite(value) ? value : null

/** What Excel does not take in a sheet's name; it takes 31 characters. */
const unnameable = /[*?:\\/[\]]/g

/** A workbook written row by row into a stream; what is written is let go, so its size does not matter. */
export class SheetWriter {
  private readonly book: exceljs.stream.xlsx.WorkbookWriter
  private readonly out: Writable

  constructor(out: Writable) {
    this.out = out
    const { stream } = loadExcel()
    this.book = new stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true })
    this.book.creator = '娘家'
  }

  /** A sheet with its header row bold and frozen. */
  sheet(name: string, columns: readonly SheetColumn[]): Worksheet {
    const sheet = this.plainSheet(
      name.replace(unnameable, ' ').slice(0, 31),
      columns.map((c) => ({ width: c.width ?? Math.min(40, Math.max(10, c.header.length * 2 + 4)) })),
      1,
    )
    const header = sheet.addRow(columns.map((c) => safeText(c.header)))
    header.font = { bold: true }
    header.commit()
    return sheet
  }

  /** A sheet without a header of its own; the first `frozen` rows stay in sight. */
  plainSheet(name: string, columns: readonly Partial<exceljs.Column>[], frozen: number): Worksheet {
    const sheet = this.book.addWorksheet(name, frozen > 0 ? { views: [{ state: 'frozen', ySplit: frozen }] } : {})
    sheet.columns = [...columns]
    return sheet
  }

  hiddenSheet(name: string): Worksheet {
    return this.book.addWorksheet(name, { state: 'veryHidden' })
  }

  /** One row; waits when the reader of the stream is slower than we are. */
  async row(sheet: Worksheet, values: readonly CellValue[]): Promise<void> {
    sheet.addRow(values.map(shown)).commit()
    if (this.out.writableNeedDrain) await drained(this.out)
  }

  /** Ends the workbook and its stream. */
  async end(): Promise<void> {
    await this.book.commit()
  }
}

const drained = (out: Writable) =>
  new Promise<void>((resolve, reject) => {
    const settle = () => {
      out.off('drain', settle).off('close', gone).off('error', reject)
      resolve()
    }
    const gone = () => reject(new Error('the reader of the sheet went away'))
    out.once('drain', settle).once('close', gone).once('error', reject)
  })
