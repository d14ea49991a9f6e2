import { PassThrough } from 'node:stream'
import type { Worksheet } from 'exceljs'
import { SheetWriter } from '../excel/write-sheets.ts'
import { type Column, confirmColumn, problemKey, rowKey } from './columns.ts'
import type { Layout, ReadRow } from './read-row.ts'
import { textOf } from './read-value.ts'
import { fillSheet, headerText, hiddenSheet, markWord, type SheetMark } from './template.ts'

/**
 * The sheet that goes back: rows that were not taken, as they were, with their row number and what is wrong in words.
 * It is a template itself: correct it and import it again. Written as the import goes, so memory does not grow.
 */
export class ResultSheet {
  private readonly out = new PassThrough()
  private readonly pieces: Buffer[] = []
  private readonly writer = new SheetWriter(this.out)
  private readonly sheet: Worksheet
  private readonly columns: readonly Column[]
  private readonly positions: ReadonlyMap<string, number>
  rows = 0

  constructor(columns: readonly Column[], layout: Layout) {
    this.out.on('data', (piece: Buffer) => this.pieces.push(piece))
    this.columns = [...columns, confirmColumn]
    this.positions = new Map([...layout].map(([position, column]) => [column.key, position]))
    this.sheet = this.writer.plainSheet(
      fillSheet,
      [
        { width: 40 },
        { width: 8 },
        // Text cells, so that a number corrected here keeps its digits.
        ...this.columns.map((c) => ({ width: Math.min(36, c.label.length * 2 + 6), style: { numFmt: '@' } })),
      ],
      2,
    )
    const keys = this.sheet.addRow([problemKey, rowKey, ...this.columns.map((c) => c.key)])
    keys.hidden = true
    keys.commit()
    const header = this.sheet.addRow(['问题', '原表行号', ...this.columns.map(headerText)])
    header.font = { bold: true }
    header.commit()
  }

  async add(row: ReadRow): Promise<void> {
    this.rows++
    await this.writer.row(this.sheet, [
      row.problems.join('；'),
      row.number,
      ...this.columns.map((c) => this.cellOf(row, c)),
    ])
  }

  private cellOf(row: ReadRow, column: Column): string | undefined {
    const value = row.values.get(column.key)
    // A day that was read is written as a day: its number in the sheet would say nothing without the format.
    if ((column.kind === 'day' || column.kind === 'date-time') && typeof value === 'string')
      return value.slice(0, 16).replace('T', ' ')
    const position = this.positions.get(column.key)
    return position === undefined ? undefined : textOf(row.source.cells[position])
  }

  /** Ends the workbook: summary lines, and the mark by which it is known when it comes back. */
  async end(mark: SheetMark, summary: readonly string[]): Promise<Buffer> {
    this.sheet.commit()
    const about = this.writer.plainSheet('结果', [{ width: 100 }], 0)
    for (const line of summary) await this.writer.row(about, [line])
    about.commit()
    const hidden = this.writer.hiddenSheet(hiddenSheet)
    await this.writer.row(hidden, [markWord, mark.what, mark.version])
    hidden.commit()
    await this.writer.end()
    return Buffer.concat(this.pieces)
  }
}
