import { closing, opening, type ReviewMark } from './marks.ts'

export type RawPiece = string | ReviewMark
export type RawBlock =
  | { readonly block: 'title'; readonly text: string }
  | { readonly block: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly block: 'paragraph' | 'item'; readonly pieces: readonly RawPiece[] }
  | { readonly block: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly RawPiece[])[][] }
  | { readonly block: 'mark'; readonly mark: ReviewMark }

const inline = new RegExp(`${opening}(\\d+)${closing}`, 'u')
const isWhole = ({ mark }: ReviewMark) => mark === 'service' || mark === 'table' || mark === 'chart'

/**
 * The blocks of a text: # title, ## and ### headings, - items, | tables |, and paragraphs, whose lines are joined as Chinese is,
 * without a space. A mark that stands for a whole block is one of its own wherever it stands. Pure.
 */
export function readMarkdown(text: string, marks: readonly ReviewMark[]): RawBlock[] {
  const blocks: RawBlock[] = []
  let held: string[] = []
  let table: string[] = []
  const flush = () => {
    if (held.length > 0) blocks.push(...withMarks('paragraph', joined(held), marks))
    if (table.length > 0) blocks.push(tableOf(table, marks))
    held = []
    table = []
  }
  for (const line of text.split('\n').map((one) => one.trim())) {
    const [, hashes, heading] = /^(#{1,6})\s+(.*)$/u.exec(line) ?? []
    const [, item] = /^[-*]\s+(.*)$/u.exec(line) ?? []
    if (/^\|.*\|$/u.test(line)) {
      if (held.length > 0) flush()
      table.push(line)
      continue
    }
    if (table.length > 0) flush()
    if (heading !== undefined || item !== undefined || line === '') flush()
    if (heading !== undefined)
      blocks.push(
        hashes === '#'
          ? { block: 'title', text: plain(heading) }
          : { block: 'heading', level: hashes === '##' ? 1 : 2, text: plain(heading) },
      )
    else if (item !== undefined) blocks.push(...withMarks('item', item, marks))
    else if (line !== '') held.push(line)
  }
  flush()
  return blocks
}

/** Chinese lines meet without a space, Latin ones with. */
const joined = (lines: readonly string[]) =>
  lines.reduce((text, line) => (/[\w.,;:!?)]$/u.test(text) && /^[\w(]/u.test(line) ? `${text} ${line}` : text + line))

/** Emphasis has no place in the official layout. */
const plain = (text: string) => text.replace(/\*\*|__|`/gu, '').replace(new RegExp(`[${opening}${closing}]`, 'gu'), '')

function piecesOf(text: string, marks: readonly ReviewMark[]): RawPiece[] {
  return text.split(inline).flatMap((part, i): RawPiece[] => {
    if (i % 2 === 0) return plain(part) ? [plain(part)] : []
    const mark = marks[Number(part)]
    return mark ? [mark] : []
  })
}

function withMarks(block: 'paragraph' | 'item', text: string, marks: readonly ReviewMark[]): RawBlock[] {
  const pieces = piecesOf(text, marks)
  const inText = pieces.filter((piece) => typeof piece === 'string' || !isWhole(piece))
  const whole = pieces.flatMap((piece): RawBlock[] =>
    typeof piece !== 'string' && isWhole(piece) ? [{ block: 'mark', mark: piece }] : [],
  )
  return [...(inText.length > 0 ? [{ block, pieces: inText }] : []), ...whole]
}

function tableOf(lines: readonly string[], marks: readonly ReviewMark[]): RawBlock {
  const rows = lines
    .filter((line) => !/^\|[\s:|-]+\|$/u.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => piecesOf(cell.trim(), marks).filter((piece) => typeof piece === 'string' || !isWhole(piece))),
    )
  const [head = [], ...body] = rows
  return { block: 'table', head: head.map((cell) => cell.filter((p) => typeof p === 'string').join('')), rows: body }
}
