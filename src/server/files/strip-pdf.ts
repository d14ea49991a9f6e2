import { deflateSync } from 'node:zlib'
import { stripJpeg } from './strip-jpeg.ts'

const xmpEnd = '</x:xmpmeta>'

/**
 * A PDF that does not say who made it: its Info is not pointed to any more and its words are blank, its XMP packets and the EXIF of
 * photos in it too. Every byte stays where it was, so its tables stay true.
 */
export function stripPdf(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  const silent = Buffer.from(bytes)
  const blank = (from: number, to: number) => silent.fill(' ', from, to)
  for (const { index, 0: whole, 1: number, 2: generation } of text.matchAll(/\/Info\s+(\d+)\s+(\d+)\s+R\b/g)) {
    blank(index, index + whole.length)
    for (const info of text.matchAll(new RegExp(`\\b${number}\\s+${generation}\\s+obj\\b`, 'g')))
      blankWords(text, info.index + info[0].length, silent)
  }
  for (let from = text.indexOf('<x:xmpmeta'); from >= 0; from = text.indexOf('<x:xmpmeta', from + 1)) {
    const to = text.indexOf(xmpEnd, from)
    if (to < 0) break
    blank(from, to + xmpEnd.length)
    from = to
  }
  for (const { index } of text.matchAll(/\/Subtype\s*\/XML\b/g)) blankStream(text, index, silent)
  for (const { index } of text.matchAll(/\/DCTDecode\b/g)) {
    const [from, to] = streamAfter(text, index) ?? [0, 0]
    if (bytes[from] !== 0xff || bytes[from + 1] !== 0xd8) continue
    const photo = stripJpeg(bytes.subarray(from, to))
    silent.fill(0, from, to)
    photo.copy(silent, from, 0, to - from)
  }
  return silent
}

/** The strings of one object: (…) with its escapes and inner brackets, <…> in hexadecimal. */
function blankWords(text: string, from: number, silent: Buffer): void {
  const end = text.indexOf('endobj', from)
  for (let at = from; at < end; at++) {
    if (text[at] === '(') {
      const close = closing(text, at, end)
      silent.fill(' ', at + 1, close)
      at = close
    } else if (text[at] === '<' && text[at + 1] !== '<' && text[at - 1] !== '<') {
      const found = text.indexOf('>', at)
      const close = found < 0 || found > end ? end : found
      silent.fill('20', at + 1, close)
      at = close
    }
  }
}

function closing(text: string, from: number, end: number): number {
  let open = 0
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') open++
    else if (text[at] === ')' && --open === 0) return at
  }
  return end
}

const nothing = deflateSync('')

/** The stream of the dictionary around `inside`: spaces, or what unpacks to nothing. */
function blankStream(text: string, inside: number, silent: Buffer): void {
  const [from, to] = streamAfter(text, inside) ?? [0, 0]
  const packed = text.slice(text.lastIndexOf('obj', inside), from).includes('/Filter')
  silent.fill(packed ? 0 : ' ', from, to)
  if (packed && to - from >= nothing.length) nothing.copy(silent, from)
}

/** Where the bytes lie that follow a dictionary, unless its object ends before. */
function streamAfter(text: string, inside: number): readonly [number, number] | undefined {
  const begin = /stream\r?\n|endobj/g
  begin.lastIndex = inside
  const found = begin.exec(text)
  if (!found || found[0] === 'endobj') return undefined
  const from = found.index + found[0].length
  const to = text.indexOf('endstream', from)
  return to < 0 ? undefined : [from, to]
}
