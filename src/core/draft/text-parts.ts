import type { Span } from './draft-number.ts'

export interface TextParts {
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Span[]
  readonly clauses: readonly Span[]
}

/** A sentence longer than this is none; it is cut, so that no text makes the rules slow. */
const longest = 800

const enders = new Set(['。', '！', '？', '!', '?'])
const breaks = new Set(['，', '；', ',', ';', '：', ':'])
const opening = '《（(〈“‘「『'
const closing = '》）)〉”’」』'

/** Paragraphs by line, sentences by 。！？, clauses by ，；： — not inside brackets, titles, quotes, nor in 3,200. */
export function partsOf(text: string): TextParts {
  const paragraphs: Span[] = []
  const sentences: Span[] = []
  const clauses: Span[] = []
  const marks = { paragraph: 0, sentence: 0, clause: 0 }
  let depth = 0
  const close = (list: Span[], from: keyof typeof marks, end: number) => {
    if (text.slice(marks[from], end).trim()) list.push({ at: marks[from], end })
    marks[from] = end
  }
  for (let i = 0; i <= text.length; i++) {
    const c = text[i] ?? '\n'
    if (c === '\n') {
      close(clauses, 'clause', i)
      close(sentences, 'sentence', i)
      close(paragraphs, 'paragraph', i)
      depth = 0
    } else if (i - marks.sentence >= longest) {
      close(clauses, 'clause', i)
      close(sentences, 'sentence', i)
      depth = 0
    } else if (opening.includes(c)) depth += 1
    else if (closing.includes(c)) depth = Math.max(0, depth - 1)
    else if (enders.has(c) && (depth === 0 || closing.includes(text[i + 1] ?? ' '))) {
      const end = closing.includes(text[i + 1] ?? ' ') ? i + 2 : i + 1
      close(clauses, 'clause', end)
      close(sentences, 'sentence', end)
    } else if (depth === 0 && breaks.has(c) && !isInNumber(text, i)) close(clauses, 'clause', i + 1)
  }
  return { paragraphs, sentences, clauses }
}

function isInNumber(text: string, i: number): boolean {
  return /[,:]/.test(text[i] ?? '') && /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '')
}

/** The part that holds an offset; parts are in order. */
export function partAt(parts: readonly Span[], at: number): Span {
  let lo = 0
  let hi = parts.length - 1
  while (lo < hi) {
    const middle = (lo + hi + 1) >> 1
    if ((parts[middle] as Span).at <= at) lo = middle
    else hi = middle - 1
  }
  return parts[lo] ?? { at, end: at }
}
