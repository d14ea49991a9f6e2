import { Refusal } from '../../core/refusal.ts'

/** What a scanner meets: `open` also for <empty/>, followed by its `close`. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** &lt; &#20; &#x14; and the escapes of SpreadsheetML (_x000D_) as characters. */
export function decodeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(
        /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (name) return named[name] ?? whole
          const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
          return point <= 0x10ffff ? String.fromCodePoint(point) : whole
        },
      )
    : text
  return plain.includes('_x')
    ? plain.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain
}

/** The value of one attribute in a tag's text, decoded; undefined when it is not there. */
export function attribute(tag: string, name: string): string | undefined {
  // No regular expression: this runs some millions of times on a large sheet.
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const before = tag[at - 1]
    let end = at + name.length
    while (tag[end] === ' ') end++
    if (tag[end] !== '=' || (before !== ' ' && before !== ':' && before !== '\n' && before !== '\t' && before !== '\r'))
      continue
    do end++
    while (tag[end] === ' ')
    const quote = tag[end]
    const close = quote === '"' || quote === "'" ? tag.indexOf(quote, end + 1) : -1
    if (close >= 0) return decodeXml(tag.slice(end + 1, close))
  }
  return undefined
}

const nameOf = (tag: string) => {
  let start = 0
  let end = 0
  for (; end < tag.length; end++) {
    const c = tag.charCodeAt(end)
    if (c === 58) start = end + 1
    else if (c <= 32 || c === 47) break
  }
  return tag.slice(start, end)
}

/** Where the tag that begins at `from` ends: the first '>' outside quotes, or −1. */
function tagEnd(text: string, from: number): number {
  let end = text.indexOf('>', from)
  while (end >= 0) {
    let quote = ''
    const inside = text.slice(from, end)
    if (inside.includes('"') || inside.includes("'")) {
      for (const c of inside) if (quote === '' ? c === '"' || c === "'" : c === quote) quote = quote === '' ? c : ''
    }
    if (quote === '') return end
    end = text.indexOf('>', end + 1)
  }
  return -1
}

/** A tag or a text longer than this is no spreadsheet (a cell holds at most 32,767 characters). */
const longestPiece = 1 << 20

/**
 * Reads XML piece by piece; knows just what spreadsheets contain. Gives back control after each piece, so that rows can
 * be handed out while the file is still being read. A document type declaration is refused ('file-wrong'): that is where
 * entity bombs and outside references come from.
 */
export async function* scanXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): AsyncIterable<void> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of chunks) {
    rest = scanText(rest + decoder.decode(chunk, { stream: true }), handler)
    if (rest.length > longestPiece) throw new Refusal('file-wrong')
    yield
  }
}

/** Reads XML to its end. */
export async function readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of scanXml(chunks, handler));
}

function scanText(text: string, handler: XmlHandler): string {
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    // Text is passed on only whole, so that an entity or an escape is never cut in two.
    if (open < 0) return text.slice(at)
    const special = text.startsWith('<!', open) || text.startsWith('<?', open) ? closeOfSpecial(text, open) : undefined
    const end = special ? special.end : tagEnd(text, open + 1)
    if (end < 0) return text.slice(at)
    if (open > at) handler.text(decodeXml(text.slice(at, open)))
    if (special) {
      if (special.content !== undefined) handler.text(special.content)
      at = special.end + 1
      continue
    }
    const tag = text.slice(open + 1, end)
    if (tag.startsWith('/')) handler.close(nameOf(tag.slice(1)))
    else {
      const name = nameOf(tag)
      handler.open(name, tag)
      if (tag.endsWith('/')) handler.close(name)
    }
    at = end + 1
  }
}

function closeOfSpecial(text: string, open: number): { end: number; content?: string } {
  const within = (start: string, close: string) => {
    if (!text.startsWith(start, open)) return undefined
    const at = text.indexOf(close, open + start.length)
    return at < 0 ? { end: -1 } : { end: at + close.length - 1, content: text.slice(open + start.length, at) }
  }
  const comment = within('<!--', '-->') ?? within('<?', '?>')
  if (comment) return { end: comment.end }
  const data = within('<![CDATA[', ']]>')
  if (data) return data
  // Too little text yet to tell a comment from a declaration.
  if (text.length - open < 9) return { end: -1 }
  throw new Refusal('file-wrong')
}
