import { PassThrough } from 'node:stream'
import { safeText } from '../excel/safe-text.ts'
import { SheetWriter } from '../excel/write-sheets.ts'
import type { ReadSheet, SheetCell } from './read-sheet.ts'

/**
 * The sheet as it came, its wrong cells coloured and what is wrong written in a last column 问题, so that every address stays
 * what it was: mended, it can be sent again.
 */
export async function markedSheet(
  { grid, headerRow }: ReadSheet,
  problems: readonly { readonly cell: SheetCell; readonly text: string }[],
): Promise<Buffer> {
  const out = new PassThrough()
  const pieces: Buffer[] = []
  out.on('data', (piece: Buffer) => pieces.push(piece))
  const writer = new SheetWriter(out)
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0)
  const words = grid[headerRow]?.findIndex((cell) => cell?.text === '问题') ?? -1
  const last = words >= 0 ? words : width
  const sheet = writer.plainSheet(
    '导入结果',
    Array.from({ length: last + 1 }, (_, column) => ({ width: column === last ? 60 : 14 })),
    0,
  )
  grid.forEach((row, number) => {
    const said = problems.filter(({ cell }) => cell.row === number)
    const values: (string | number | null)[] = Array.from({ length: last + 1 }, (_, column) => {
      if (column === last)
        return number === headerRow ? '问题' : said.map(({ cell, text }) => `${cell.at}：${text}`).join('；')
      const cell = row[column]
      if (!cell) return null
      return cell.cell.kind === 'number' ? cell.cell.number : safeText(cell.text)
    })
    const written = sheet.addRow(values)
    for (const { cell } of said)
      written.getCell(cell.column + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE3E1' } }
    written.commit()
  })
  sheet.commit()
  await writer.end()
  return Buffer.concat(pieces)
}
