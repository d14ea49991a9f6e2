import { headingFont, textWidth } from './page-parts.ts'
import { paragraph, run } from './xml-text.ts'

/** 四号 in tables: more fits a line. */
const size = 28
const edge = (side: string) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="auto"/>`
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')

function table(widths: readonly number[], rows: string): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const total = widths.reduce((sum, width) => sum + width, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>${paragraph('', '')}`
}

interface Cell {
  readonly text: string
  readonly font?: string
  readonly centred?: boolean
}

function row(widths: readonly number[], cells: readonly Cell[], head = false): string {
  const drawn = cells.map(({ text, font, centred }, i) => {
    const properties = `<w:tcPr><w:tcW w:w="${widths[i] ?? 0}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`
    const place = `<w:spacing w:line="440" w:lineRule="exact"/><w:jc w:val="${centred ? 'center' : 'left'}"/>`
    return `<w:tc>${properties}${paragraph(place, run(text, font === undefined ? { size } : { font, size }))}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${drawn.join('')}</w:tr>`
}

const labelled = [2600, textWidth - 2600] as const

/** Labels and values in two columns; nothing at all for no rows, since a table without one is no document. */
export function drawRows(rows: readonly (readonly [label: string, value: string])[]): string {
  if (rows.length === 0) return ''
  const drawn = rows.map(([label, value]) =>
    row(labelled, [{ text: label, font: headingFont, centred: true }, { text: value }]),
  )
  return table(labelled, drawn.join(''))
}

/** A list with its head on every page. Columns are as wide as what stands in them, within reason. */
export function drawTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (head.length === 0) return ''
  const widths = widthsFor(head, rows)
  const drawn = rows.map((cells) =>
    row(
      widths,
      head.map((_, i) => ({ text: cells[i] ?? '' })),
    ),
  )
  const titles = head.map((text) => ({ text, font: headingFont, centred: true }))
  return table(widths, [row(widths, titles, true), ...drawn].join(''))
}

function widthsFor(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const longest = head.map((title, i) =>
    rows.reduce((most, cells) => Math.max(most, Math.min(20, cells[i]?.length ?? 0)), Math.max(2, title.length)),
  )
  const all = longest.reduce((sum, length) => sum + length, 0)
  return longest.map((length) => Math.floor((textWidth * length) / all))
}
