import { readDrafts } from '../../core/draft/check-draft.ts'
import type { Bound } from '../../core/draft/draft-number.ts'
import { measureOf } from '../../core/draft/known.ts'
import { Refusal } from '../../core/refusal.ts'
import { draftMeasures } from './known-measures.ts'
import type { NewStatement } from './statement-rows.ts'

const columns = [
  'id',
  'seed',
  'quote_zh',
  'figure_zh',
  'value',
  'unit_zh',
  'unit_kind',
  'programme',
  'period_note',
] as const
type Line = Record<(typeof columns)[number], string>

const kinds = new Set([
  'person',
  'person_time',
  'session',
  'item',
  'place',
  'household',
  'couple',
  'yuan',
  'percent',
  'other',
])
const mostRows = 5000

/**
 * Reads a sheet of published numbers (the columns of data/statements/figures.csv) as statements of grade D. Figures of speech
 * are left out: they are no statistics. `sourceOf` names the document of a row; `newId` gives each its id.
 * Refuses 'statements-wrong' with the first line that is.
 */
export function readStatementSheet(
  csv: string,
  sourceOf: (seed: string) => string,
  newId: (index: number) => string,
): NewStatement[] {
  const [head = [], ...rows] = readCsv(csv.replace(/^\ufeff/, ''))
  if (!columns.every((name) => head.includes(name)) || rows.length > mostRows)
    throw new Refusal('statements-wrong', { values: { line: 1 } })
  return rows.flatMap((cells, index) => {
    const line = Object.fromEntries(columns.map((name) => [name, cells[head.indexOf(name)]?.trim() ?? ''])) as Line
    if (line.programme === '(rhetorical)') return []
    const value = Number(line.value)
    if (!line.id || !line.quote_zh || line.value === '' || !(Math.abs(value) < 1e15) || !kinds.has(line.unit_kind))
      throw new Refusal('statements-wrong', { values: { line: index + 2 } })
    return [statementOf(line, value, sourceOf(line.seed), newId(index))]
  })
}

function statementOf(line: Line, value: number, source: string, id: string): NewStatement {
  const ground = readDrafts([{ name: line.id, text: line.quote_zh }])
  const one = ground.numbers.find(({ n }) => n.value === value)
  return {
    id,
    code: line.id.slice(0, 20),
    title: line.programme.slice(0, 200) || line.figure_zh.slice(0, 200),
    measure: (one && measureOf(ground, one, draftMeasures)?.id) ?? null,
    value,
    bound: one?.n.bound ?? boundOf(line.figure_zh),
    unit: line.unit_kind.replace('_', '-'),
    unit_label: line.unit_zh.slice(0, 20),
    period: one?.n.period?.text ?? '',
    as_of: null,
    version: null,
    grade: 'D',
    source: source.slice(0, 200),
    quote: line.quote_zh.slice(0, 500),
    approved_by: null,
    supersedes: null,
  }
}

const boundOf = (text: string): Bound =>
  /约/.test(text) ? '~' : /近|不足/.test(text) ? '<=' : /[余多超]/.test(text) ? '>=' : '='

/** Cells of a CSV: quotes may hold commas, lines and doubled quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ',' || c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++
      rows.at(-1)?.push(cell)
      cell = ''
      if (c !== ',') rows.push([])
    } else cell += c
  }
  rows.at(-1)?.push(cell)
  return rows.filter((row) => row.some((value) => value.trim()))
}
