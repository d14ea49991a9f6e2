import { Refusal } from '../../core/refusal.ts'
import { attribute, readXml, scanXml } from './xml-scanner.ts'
import { openZip, type ZipEntry } from './zip.ts'

/** One filled cell. A formula is never a value: what it shows was computed by whoever sent the file. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'formula' }
  | { readonly kind: 'error' }

/** A row with something in it: its number as the person sees it, and cells by column (0 = A). */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly (Cell | undefined)[]
}

export interface Workbook {
  /** Names of the sheets, hidden ones too. */
  readonly sheets: readonly string[]
  /** Days are counted from 1904 (old Mac files). */
  readonly from1904: boolean
  rows(sheet: string): AsyncIterable<SheetRow>
}

/** Inflated bytes of a whole workbook, and of the strings that must stay in memory while it is read. */
const maxBytes = 600 * 1024 * 1024
const maxStringCharacters = 64 * 1024 * 1024
const maxColumns = 400

/**
 * Opens an .xlsx held in memory (≤ 20 MB) for reading row by row: memory does not grow with the number of rows. Written
 * for this, since the libraries at hand keep every row or trust the sizes a file claims. Refuses 'file-wrong'.
 */
export async function openWorkbook(archive: Buffer): Promise<Workbook> {
  const entries = openZip(archive, maxBytes)
  const book = entries.get('xl/workbook.xml')
  const relations = entries.get('xl/_rels/workbook.xml.rels')
  if (!book || !relations) throw new Refusal('file-wrong')
  const targets = new Map<string, string>()
  await readXml(relations.read(), {
    open: (name, a) => {
      if (name === 'Relationship') targets.set(attribute(a, 'Id') ?? '', attribute(a, 'Target') ?? '')
    },
    close: () => undefined,
    text: () => undefined,
  })
  const files = new Map<string, ZipEntry>()
  let from1904 = false
  await readXml(book.read(), {
    open: (name, a) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(a, 'date1904') ?? '')
      if (name !== 'sheet') return
      const target = targets.get(attribute(a, 'id') ?? '') ?? ''
      const entry = entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
      if (entry) files.set(attribute(a, 'name') ?? '', entry)
    },
    close: () => undefined,
    text: () => undefined,
  })
  const shared = await sharedStrings(entries.get('xl/sharedStrings.xml'))
  return {
    sheets: [...files.keys()],
    from1904,
    rows: (sheet) => {
      const entry = files.get(sheet)
      if (!entry) throw new Refusal('sheet-wrong')
      return readRows(entry, shared)
    },
  }
}

async function sharedStrings(entry: ZipEntry | undefined): Promise<readonly string[]> {
  const strings: string[] = []
  if (!entry) return strings
  let characters = 0
  let inText = false
  let inPhonetic = false
  let text = ''
  await readXml(entry.read(), {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') inPhonetic = true
      else if (name === 't') inText = !inPhonetic
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'si') {
        characters += text.length + 16
        if (characters > maxStringCharacters) throw new Refusal('file-wrong')
        strings.push(text)
      }
    },
    text: (piece) => {
      if (inText) text += piece
    },
  })
  return strings
}

const columnOf = (reference: string): number => {
  let column = 0
  for (const c of reference) {
    const n = c.charCodeAt(0) - 64
    if (n < 1 || n > 26) break
    column = column * 26 + n
  }
  return column - 1
}

async function* readRows(entry: ZipEntry, shared: readonly string[]): AsyncIterable<SheetRow> {
  let ready: SheetRow[] = []
  let number = 0
  let cells: (Cell | undefined)[] = []
  let column = -1
  let type = ''
  let value = ''
  let reading = false
  let formula = false
  const steps = scanXml(entry.read(), {
    open: (name, a) => {
      if (name === 'row') {
        number = Number(attribute(a, 'r') ?? number + 1)
        cells = []
        column = -1
      } else if (name === 'c') {
        const reference = attribute(a, 'r')
        column = reference ? columnOf(reference) : column + 1
        type = attribute(a, 't') ?? 'n'
        value = ''
        formula = false
      } else if (name === 'f') formula = true
      else if (name === 'v' || name === 't') reading = true
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'c' && column >= 0 && column < maxColumns) cells[column] = cellOf(type, value, formula, shared)
      else if (name === 'row' && cells.some((c) => c !== undefined)) ready.push({ number, cells })
    },
    text: (piece) => {
      if (reading) value += piece
    },
  })
  for await (const _ of steps) {
    if (ready.length === 0) continue
    const rows = ready
    ready = []
    yield* rows
  }
  yield* ready
}

function cellOf(type: string, value: string, formula: boolean, shared: readonly string[]): Cell | undefined {
  if (formula) return { kind: 'formula' }
  if (type === 's') return textCell(shared[Number(value)] ?? '')
  if (type === 'str' || type === 'inlineStr' || type === 'd') return textCell(value)
  if (value === '') return undefined
  if (type === 'b') return { kind: 'yes-no', yes: value === '1' }
  if (type === 'e') return { kind: 'error' }
  const number = Number(value)
  return Number.isFinite(number) ? { kind: 'number', number } : { kind: 'error' }
}

const textCell = (text: string): Cell | undefined => (text.trim() === '' ? undefined : { kind: 'text', text })
