import { Refusal } from '../../core/refusal.ts'
import { readXml } from '../excel/xml-scanner.ts'
import { openZip } from '../excel/zip.ts'

/** Characters of one draft: an annual review of a region has some 20,000. */
export const longestDraft = 50_000
const maxBytes = 60 * 1024 * 1024

/** The text of a .docx or .txt, a line for each paragraph. Refuses 'draft-wrong', 'draft-empty', 'draft-too-long'. */
export async function readDraftFile(name: string, bytes: Buffer): Promise<string> {
  const isZip = bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50
  if (!isZip && !/\.(?:txt|md|text)$/i.test(name)) throw new Refusal('draft-wrong', { field: 'file' })
  return draftText(isZip ? await wordText(bytes) : plainText(bytes))
}

/** A text as it is checked: lines by \n alone. Refuses 'draft-empty', 'draft-too-long'. */
export function draftText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(/\p{Cc}/gu, (c) => (c === '\n' || c === '\t' ? c : ''))
  if (!clean.trim()) throw new Refusal('draft-empty')
  if (clean.length > longestDraft)
    throw new Refusal('draft-too-long', { values: { limit: longestDraft.toLocaleString('en') } })
  return clean
}

async function wordText(bytes: Buffer): Promise<string> {
  const main = openArchive(bytes).get('word/document.xml')
  if (!main) throw new Refusal('draft-wrong', { field: 'file' })
  let text = ''
  let inText = false
  let fallback = 0
  await readXml(main.read(), {
    open: (name) => {
      if (name === 'Fallback') fallback += 1
      inText = name === 't' && fallback === 0
      if (name === 'br') text += '\n'
      if (name === 'tab') text += ' '
    },
    close: (name) => {
      if (name === 'Fallback') fallback -= 1
      inText = false
      if (name === 'p') text += '\n'
    },
    text: (piece) => {
      if (inText) text += piece
    },
  }).catch(() => {
    throw new Refusal('draft-wrong', { field: 'file' })
  })
  return text
}

function openArchive(bytes: Buffer) {
  try {
    return openZip(bytes, maxBytes)
  } catch {
    throw new Refusal('draft-wrong', { field: 'file' })
  }
}

/** UTF-8, UTF-16 with its mark, or GB18030, as Chinese Windows saves it. */
function plainText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {}
  throw new Refusal('draft-wrong', { field: 'file' })
}
