import type { Day } from '../../core/day.ts'
import { parseYuan } from '../../core/money.ts'
import { Refusal } from '../../core/refusal.ts'
import { type Cell, openWorkbook, type SheetRow } from '../excel/read-workbook.ts'
import type { Column } from '../imports/columns.ts'
import { readValue, textOf } from '../imports/read-value.ts'

export interface BankAnswer {
  readonly row: number
  readonly no: number
  readonly result: 'paid' | 'failed' | 'returned'
  readonly reason: string | undefined
  readonly reference: string | undefined
  readonly on: Day
  /** Where the sheet has them: they must be those of the line, so that another batch's answer is not taken for this one's. */
  readonly fen: number | undefined
  readonly sheet: string | undefined
}

/** Words banks write, and the columns they write them in: our own sheet filled in, or theirs with a header row. */
const results: Readonly<Record<string, BankAnswer['result']>> = {
  成功: 'paid',
  交易成功: 'paid',
  已付: 'paid',
  失败: 'failed',
  交易失败: 'failed',
  未付: 'failed',
  退汇: 'returned',
  退回: 'returned',
}
const headers = {
  no: ['序号', '行号'],
  result: ['结果', '处理结果', '交易结果'],
  reason: ['原因', '失败原因', '备注'],
  reference: ['流水号', '交易流水号', '凭证号'],
  on: ['日期', '交易日期', '入账日期'],
  fen: ['金额', '金额（元）', '金额(元)', '交易金额'],
  sheet: ['表号'],
} as const
type Key = keyof typeof headers
const longest = 100_000
const dayColumn: Column = { key: 'on', label: '日期', kind: 'day', required: false }

/**
 * Reads a bank's answer (.xlsx, ≤ 20 MB, ≤ 100,000 rows): line number, result, and reason, reference and day where it has
 * them. Rows without a result are lines the bank has not done. All or nothing: refuses 'file-wrong', 'sheet-wrong' (no such
 * columns), 'rows-too-many', 'answers-wrong' with the first wrong row.
 */
export async function readAnswers(file: Buffer, lines: number, today: Day): Promise<BankAnswer[]> {
  const book = await openWorkbook(file)
  const [name] = book.sheets
  if (!name) throw new Refusal('sheet-wrong')
  let columns: Map<Key, number> | undefined
  const answers: BankAnswer[] = []
  const wrong: { row: number; what: string }[] = []
  const said = new Map<number, BankAnswer['result']>()
  for await (const row of book.rows(name)) {
    if (!columns) {
      columns = headerOf(row)
      if (!columns && row.number > 10) throw new Refusal('sheet-wrong')
      continue
    }
    const read = readRow(row, columns, lines, today, book.from1904)
    if (read === undefined) continue
    if (typeof read === 'string') wrong.push({ row: row.number, what: read })
    else if (said.has(read.no) && said.get(read.no) !== read.result)
      wrong.push({ row: row.number, what: `序号 ${read.no} 出现两次，结果不同` })
    else if (!said.has(read.no)) {
      said.set(read.no, read.result)
      answers.push(read)
    }
    if (answers.length > longest) throw new Refusal('rows-too-many', { values: { limit: longest } })
  }
  if (!columns) throw new Refusal('sheet-wrong')
  const [first] = wrong
  if (first) throw new Refusal('answers-wrong', { values: { count: wrong.length, ...first } })
  return answers
}

function headerOf(row: SheetRow): Map<Key, number> | undefined {
  const texts = row.cells.map(textOf)
  const found = new Map<Key, number>()
  for (const key of Object.keys(headers) as Key[]) {
    const at = texts.findIndex((text) => (headers[key] as readonly string[]).includes(text))
    if (at >= 0) found.set(key, at)
  }
  return found.has('no') && found.has('result') ? found : undefined
}

function readRow(
  { number, cells }: SheetRow,
  columns: ReadonlyMap<Key, number>,
  lines: number,
  today: Day,
  from1904: boolean,
): BankAnswer | string | undefined {
  const cell = (key: Key): Cell | undefined => {
    const at = columns.get(key)
    return at === undefined ? undefined : cells[at]
  }
  const text = (key: Key, max: number) => textOf(cell(key)).slice(0, max) || undefined
  const word = text('result', 20)
  if (!word) return undefined
  const result = results[word]
  if (!result) return `结果“${word}”看不懂，请写成功、失败或退汇`
  const no = Number(textOf(cell('no')))
  if (!Number.isInteger(no) || no < 1 || no > lines) return `没有序号 ${textOf(cell('no'))}`
  const read = readValue(dayColumn, cell('on'), from1904)
  if (read && 'problem' in read) return `日期${read.problem}`
  const on = read ? String(read.value) : today
  if (on > today) return '日期在今天之后'
  const yuan = text('fen', 30)
  const fen = yuan === undefined ? undefined : parseYuan(yuan)
  if (yuan !== undefined && fen === undefined) return `金额“${yuan}”看不懂`
  return {
    row: number,
    no,
    result,
    reason: text('reason', 120),
    reference: text('reference', 60),
    on,
    fen,
    sheet: text('sheet', 36),
  }
}
