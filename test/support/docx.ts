import { readXml } from '../../src/server/excel/xml-scanner.ts'
import { openZip } from '../../src/server/excel/zip.ts'

const most = 50 * 1024 * 1024

/** The parts of a Word file by name, as they lie in it. */
export async function partsOf(bytes: Buffer): Promise<Record<string, string>> {
  const parts: Record<string, string> = {}
  for (const [name, entry] of openZip(bytes, most)) {
    const pieces: Buffer[] = []
    for await (const piece of entry.read()) pieces.push(piece)
    parts[name] = Buffer.concat(pieces).toString('utf8')
  }
  return parts
}

/** What the pages of a Word file say: a line for each paragraph; every tag is closed that was opened. */
export async function linesOf(bytes: Buffer): Promise<string[]> {
  const lines: string[] = []
  const open: string[] = []
  let line = ''
  let inText = false
  const main = openZip(bytes, most).get('word/document.xml')
  if (!main) throw new Error('no pages')
  await readXml(main.read(), {
    open: (name) => {
      open.push(name)
      inText = name === 't'
      if (name === 'br') line += '\n'
    },
    close: (name) => {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
      inText = false
      if (name !== 'p') return
      if (line) lines.push(line)
      line = ''
    },
    text: (text) => {
      if (inText) line += text
    },
  })
  if (open.length > 0) throw new Error(`left open: ${open}`)
  return lines
}
