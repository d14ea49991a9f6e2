import { Refusal } from '../../core/refusal.ts'
import { type Cell, openWorkbook } from '../excel/read-workbook.ts'
import { textOf } from '../imports/read-value.ts'

/** A cell of an uploaded sheet with its address as the person sees it: C7. */
export interface SheetCell {
  readonly at: string
  readonly row: number
  readonly column: number
  readonly cell: Cell
  readonly text: string
}
type Grid = readonly (readonly (SheetCell | undefined)[])[]

/** What a column stands for; of an indicator only what was written, which may be no indicator at all. */
export type Heading =
  | { readonly kind: 'year'; readonly year: number; readonly part: Part }
  | { readonly kind: 'indicator'; readonly words: string; readonly part: Part }
export type Part = 'value' | 'numerator' | 'denominator'

export interface ReadArea {
  readonly name: SheetCell | undefined
  readonly code: SheetCell | undefined
  readonly cells: readonly { readonly heading: Heading; readonly cell: SheetCell }[]
}

/** A yearbook's table, whichever way round it stood: areas, and what is said of each under which heading. */
export interface ReadSheet {
  /** Said above the table. */
  readonly indicator: string | undefined
  readonly year: number | undefined
  readonly areas: readonly ReadArea[]
  /** All of it as it came, to be given back with its faults marked. */
  readonly grid: Grid
  readonly headerRow: number
}

const mostCells = 4_000
const areaWords = /^(地区|盟市|旗县|旗县区|区域|area|areas)$/i
const acrossWords = /^(年份|指标|year|indicator)$/i
const codeWords = /^(编码|代码|区划代码|code)$/i
const ignored = /^(问题|problem)$/i

export const columnName = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)

/**
 * Reads the first sheet of a workbook: rows areas and columns years or indicators, or the other way round. Refuses
 * 'file-wrong', 'indicator-sheet-wrong', 'indicator-sheet-large'.
 */
export async function readSheet(file: Buffer): Promise<ReadSheet> {
  const grid = await readGrid(file)
  const headerRow = grid.findIndex((row) =>
    row.slice(0, 3).some((c) => areaWords.test(c?.text ?? '') || acrossWords.test(c?.text ?? '')),
  )
  const header = grid[headerRow]
  if (!header) throw new Refusal('indicator-sheet-wrong')
  const above = grid.slice(0, headerRow).map((row) => row.map((c) => c?.text ?? '').join(' '))
  const said = (pattern: RegExp) => above.map((line) => pattern.exec(line)?.[1]).find(Boolean)
  const year = said(/(?:年份|year)\s*[:：]?\s*(\d{4})/i)
  const table = grid.slice(headerRow)
  const across = !header.slice(0, 3).some((c) => areaWords.test(c?.text ?? ''))
  return {
    indicator: said(/(?:指标|indicator)\s*[:：]?\s*([A-Z0-9][A-Z0-9-]{1,19})/i),
    year: year === undefined ? undefined : Number(year),
    areas: readAreas(across ? turned(table) : table),
    grid,
    headerRow,
  }
}

async function readGrid(file: Buffer): Promise<Grid> {
  const book = await openWorkbook(file)
  const [name] = book.sheets
  if (!name) throw new Refusal('file-wrong', { field: 'file' })
  const grid: (SheetCell | undefined)[][] = []
  let many = 0
  for await (const { number, cells } of book.rows(name)) {
    if (!Number.isInteger(number) || number < 1 || number > mostCells)
      throw new Refusal('file-wrong', { field: 'file' })
    while (grid.length < number) grid.push([])
    grid[number - 1] = Array.from(cells, (cell, column) => {
      if (!cell) return undefined
      many++
      return { at: `${columnName(column)}${number}`, row: number - 1, column, cell, text: textOf(cell) }
    })
    if (many > mostCells)
      throw new Refusal('indicator-sheet-large', { values: { limit: mostCells.toLocaleString('en') } })
  }
  return grid
}

const turned = (grid: Grid): Grid => {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => grid.map((row) => row[column]))
}

function headingOf(text: string): Heading {
  const part = /[（(\s]*(分子|numerator)[）)]?$/i.test(text)
    ? 'numerator'
    : /[（(\s]*(分母|denominator)[）)]?$/i.test(text)
      ? 'denominator'
      : 'value'
  const words = text.replace(/[（(\s]*(分子|分母|numerator|denominator)[）)]?$/i, '').trim()
  const year = /^(\d{4})\s*年?$/.exec(words)?.[1]
  return year ? { kind: 'year', year: Number(year), part } : { kind: 'indicator', words, part }
}

function readAreas([header = [], ...rows]: Grid): ReadArea[] {
  const named = header.findIndex((c) => areaWords.test(c?.text ?? '') || acrossWords.test(c?.text ?? ''))
  const coded = header.findIndex((c) => codeWords.test(c?.text ?? ''))
  const headings = header.map((c, column) =>
    c && column !== named && column !== coded && !ignored.test(c.text) ? headingOf(c.text) : undefined,
  )
  return rows.flatMap((row) => {
    const cells = row.flatMap((cell, column) => {
      const heading = headings[column]
      return cell && heading ? [{ heading, cell }] : []
    })
    const code = coded < 0 ? undefined : row[coded]
    return cells.length > 0 && !ignored.test(row[named]?.text ?? '') ? [{ name: row[named], code, cells }] : []
  })
}
