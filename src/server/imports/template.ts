import type exceljs from 'exceljs'
import type { Worksheet } from 'exceljs'
import { loadExcel } from '../excel/load-excel.ts'
import type { Column } from './columns.ts'

/** What a sheet says about itself in its hidden part. */
export interface SheetMark {
  readonly what: string
  readonly version: number
}

/** Names of the sheets of a template. The hidden one holds the mark and the lists of choices. */
export const fillSheet = '填写'
export const helpSheet = '说明'
export const hiddenSheet = 'niangjia'
export const markWord = 'niangjia-sheet'

/** Rows above the first to fill in: hidden keys, then what the person reads. */
export const headerRows = 2
export const maxRows = 100_000

/** Rows that offer their choices in a list; further ones are checked at import like all. */
const rowsWithLists = 2_000

const numberFormats: Partial<Record<Column['kind'], string>> = {
  day: 'yyyy-mm-dd',
  'date-time': 'yyyy-mm-dd hh:mm',
  money: '0.00',
  number: '0',
  minutes: '0',
}

/**
 * The sheet to fill in, made from the columns of a definition: 填写 with the labels (required ones marked ＊), formats,
 * lists to choose from and notes; 说明 that says the same in words; a hidden sheet by which an upload is known.
 */
export async function templateBook(
  mark: SheetMark,
  title: string,
  help: string,
  columns: readonly Column[],
): Promise<Buffer> {
  const book = new (loadExcel().Workbook)()
  book.creator = '娘家'
  const fill = book.addWorksheet(fillSheet, { views: [{ state: 'frozen', ySplit: headerRows }] })
  const lists = markSheet(book, mark)
  layOut(fill, columns)
  for (const [index, column] of columns.entries()) offerChoices(fill, lists, column, index)
  explain(book.addWorksheet(helpSheet), title, help, columns)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The hidden sheet: what the workbook is a template of. */
export function markSheet(book: { addWorksheet: exceljs.Workbook['addWorksheet'] }, mark: SheetMark): Worksheet {
  const sheet = book.addWorksheet(hiddenSheet, { state: 'veryHidden' })
  sheet.getRow(1).values = [markWord, mark.what, mark.version]
  return sheet
}

function layOut(sheet: Worksheet, columns: readonly Column[]): void {
  sheet.columns = columns.map((c) => ({
    width: Math.min(36, Math.max(12, c.label.length * 2 + 4)),
    // Text by default: numbers of documents and phones keep their digits.
    style: { numFmt: numberFormats[c.kind] ?? '@' },
  }))
  const keys = sheet.getRow(1)
  keys.values = columns.map((c) => c.key)
  keys.hidden = true
  const labels = sheet.getRow(headerRows)
  labels.values = columns.map((c) => headerText(c))
  labels.height = 24
  columns.forEach((column, index) => {
    const cell = labels.getCell(index + 1)
    cell.font = { bold: true, color: { argb: column.required ? 'FFB4232F' : 'FF2A2A2A' } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF6F1EA' } }
    if (column.help) cell.note = column.help
  })
}

/** The header as the person reads it; also how returned sheets head their columns. */
export const headerText = (column: Column): string => (column.required ? `${column.label} ＊` : column.label)

function offerChoices(sheet: Worksheet, lists: Worksheet, column: Column, index: number): void {
  const options = [...(column.options?.keys() ?? [])]
  if (options.length === 0 || column.kind === 'choices') return
  // A list written into the rule may hold 255 characters; a range has no such end.
  const home = lists.getColumn(index + 5)
  options.forEach((option, row) => {
    lists.getCell(row + 2, index + 5).value = option
  })
  const range = `${hiddenSheet}!$${home.letter}$2:$${home.letter}$${options.length + 1}`
  const letter = sheet.getColumn(index + 1).letter
  const rules = (
    sheet as unknown as { dataValidations: { add: (range: string, rule: exceljs.DataValidation) => void } }
  ).dataValidations
  rules.add(`${letter}${headerRows + 1}:${letter}${headerRows + rowsWithLists}`, {
    type: 'list',
    allowBlank: !column.required,
    formulae: [range],
    showErrorMessage: true,
    errorTitle: '请从列表中选',
    error: options.slice(0, 12).join('、').slice(0, 200),
  })
}

const kindWords: Record<Column['kind'], string> = {
  text: '文字',
  number: '整数',
  money: '金额（元）',
  day: '日期，如 2026-11-22',
  'date-time': '日期和时间，如 2026-11-22 19:30',
  'yes-no': '是 / 否',
  choice: '从列表中选一项',
  choices: '可选几项，用顿号隔开',
  record: '名称或编号',
  org: '组织名称或代码',
  fund: '资金名称或编号',
  name: '姓名',
  document: '证件号码',
  phone: '电话',
  minutes: '分钟',
}

function explain(sheet: Worksheet, title: string, help: string, columns: readonly Column[]): void {
  sheet.columns = [{ width: 24 }, { width: 8 }, { width: 28 }, { width: 60 }]
  sheet.addRow([`${title} · 导入说明`]).font = { bold: true, size: 14 }
  for (const line of [
    help,
    `在“${fillSheet}”里一行填一条，最多 ${maxRows.toLocaleString('en')} 行。带 ＊ 的必须填。列可以调换顺序，没有的列可以删掉，表头不要改。`,
    '先用“试导”检查，不会写入任何数据。正式导入时，有问题的行会退回来，写明原因；改好后把退回的表再导一次即可，已经导入的不会重复。',
    '',
  ])
    sheet.addRow([line])
  sheet.addRow(['列', '必填', '怎么填', '说明']).font = { bold: true }
  for (const c of columns) {
    sheet.addRow([
      c.label,
      c.required ? '是' : '',
      kindWords[c.kind],
      [c.options && [...c.options.keys()].join('、'), c.help].filter(Boolean).join('。'),
    ])
  }
}
