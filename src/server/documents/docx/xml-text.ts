const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML 1.0 takes it: marks escaped, characters no XML may hold (half a surrogate pair is one) left out. */
export const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (mark) => escapes[mark] ?? '')

interface Look {
  /** Name of a font: the page names it, the reader's machine has it. */
  readonly font?: string
  /** Half points: 32 is 三号. */
  readonly size?: number
  /** Small and above the line, as the marks of notes are. */
  readonly raised?: boolean
}

/** One run of text; a line break where the text has one. */
export function run(text: string, { font, size, raised }: Look = {}): string {
  const look = [
    font === undefined ? '' : `<w:rFonts w:eastAsia="${font}" w:ascii="${font}" w:hAnsi="${font}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    raised ? '<w:vertAlign w:val="superscript"/>' : '',
  ].join('')
  const lines = text.split(/\r\n|\r|\n/).map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`
}

/** A paragraph: its properties in the order the schema wants them, then its runs. */
export const paragraph = (properties: string, runs: string): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
