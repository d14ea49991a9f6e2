import { dayWords, textWords } from './answer-words.ts'
import type { Block, DocumentData } from './document.ts'
import type { Done } from './programme.ts'

/** Pieces that many documents share. */

/** Title, and the two numbers every page bears. */
export const pageHead = (
  title: string,
  { documentNumber, recordNumber }: Pick<DocumentData, 'documentNumber' | 'recordNumber'>,
): readonly Block[] => [
  { block: 'heading', text: title },
  {
    block: 'rows',
    rows: [
      ['文书编号', documentNumber],
      ['案件编号', textWords(recordNumber)],
    ],
  },
]

/** A heading with one paragraph under it. */
export const section = (heading: string, text: string): readonly Block[] => [
  { block: 'heading', text: heading },
  { block: 'paragraph', text, indent: true },
]

/**
 * Marriage, adoption, inheritance: no electronic signature (电子签名法 第三条; R-MED-10). Said on the page, so that nobody
 * puts a picture of a name under it.
 */
export const signByHand: Block = {
  block: 'paragraph',
  text: '本文书须打印后由本人亲笔签名或按手印，不适用电子签名（《中华人民共和国电子签名法》第三条）。',
  indent: true,
}

export const seal = ({ org, today }: Pick<DocumentData, 'org' | 'today'>): Block => ({ block: 'seal', org, on: today })

/** Names of the people in one role of a field of people, as the document may print them. */
export function namesIn({ person }: Pick<DocumentData, 'person'>, people: unknown, role?: string): string {
  const list = Array.isArray(people) ? (people as { person?: unknown; role?: unknown }[]) : []
  const chosen = list.filter((one) => role === undefined || one.role === role)
  return textWords(chosen.map((one) => person(String(one.person)).name).join('、'))
}

/** The day a step was taken last, in words; blank when it never was. */
export const dayOfLast = (history: readonly Done[], ...actions: readonly string[]): string =>
  dayWords(history.findLast((done) => actions.includes(done.action))?.on)
