import type { SheetRow } from '../excel/read-workbook.ts'
import { type Column, confirmColumn, confirmKey } from './columns.ts'
import { readValue } from './read-value.ts'

/** One row as read: values by column key, and what is wrong with it so far, in words. */
export interface ReadRow {
  /** The row as the person sees it in her sheet. */
  readonly number: number
  readonly values: ReadonlyMap<string, unknown>
  readonly problems: string[]
  /** She says that it is not the duplicate it looks like. */
  readonly confirmed: boolean
  readonly source: SheetRow
}

/** Columns of the sheet by position; positions of unknown keys (a problem column, a column of her own) are left out. */
export type Layout = ReadonlyMap<number, Column>

export function layoutOf(keys: readonly string[], columns: readonly Column[]): Layout {
  const known = new Map([...columns, confirmColumn].map((c) => [c.key, c]))
  const layout = new Map<number, Column>()
  keys.forEach((key, position) => {
    const column = known.get(key)
    if (column) layout.set(position, column)
  })
  return layout
}

/** Required columns a sheet has left out: every row would lack them. */
export function missingColumns(layout: Layout, columns: readonly Column[]): Column[] {
  const present = new Set([...layout.values()].map((c) => c.key))
  return columns.filter((c) => c.required && !present.has(c.key))
}

export function readRow(source: SheetRow, layout: Layout, from1904: boolean): ReadRow {
  const values = new Map<string, unknown>()
  const problems: string[] = []
  for (const [position, column] of layout) {
    const reading = readValue(column, source.cells[position], from1904)
    if (reading && 'problem' in reading) problems.push(`“${column.label}”${reading.problem}`)
    else if (reading) values.set(column.key, reading.value)
    else if (column.required) problems.push(`“${column.label}”没有填`)
  }
  return { number: source.number, values, problems, confirmed: values.get(confirmKey) === true, source }
}
