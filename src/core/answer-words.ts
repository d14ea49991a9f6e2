import { formatYuan } from './money.ts'
import type { Label } from './unit.ts'

/** How an answer is written out in a document: empty answers as a line to fill in by hand. */
const blank = '　　　　'

export const textWords = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : blank

/** 2026-11-22 → 2026年11月22日 */
export function dayWords(value: unknown): string {
  const [year, month, day] = typeof value === 'string' ? value.slice(0, 10).split('-').map(Number) : []
  return year && month && day ? `${year}年${month}月${day}日` : blank
}

/** A choice, or several joined, by their Chinese words; a key that is no option is not printed. */
export function choiceWords(options: Readonly<Record<string, Label>>, value: unknown): string {
  const keys = Array.isArray(value) ? value : [value]
  const words = keys.flatMap((key) => (typeof key === 'string' && options[key] ? [options[key].zh] : []))
  return words.length > 0 ? words.join('、') : blank
}

export const yesNoWords = (value: unknown): string => (value === true ? '是' : value === false ? '否' : blank)

/** Fen as 10,000.00 元; nothing written for no answer. */
export const yuanWords = (value: unknown): string => (typeof value === 'number' ? `${formatYuan(value)} 元` : blank)
