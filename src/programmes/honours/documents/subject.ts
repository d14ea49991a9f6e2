import { textWords } from '../../../core/answer-words.ts'
import type { DocumentData } from '../../../core/document.ts'

/** Who or what is named: a person, a family by who stands for it, a collective, a work. */
export function subjectOf({ facts: { answers: a }, person }: Pick<DocumentData, 'facts' | 'person'>): string {
  const things = [a.name, a.holder, a.work].find((one) => typeof one === 'string')
  const who = [a.head, a.person, a.entrant].find((one) => typeof one === 'string')
  const named = typeof who === 'string' ? person(who).name : undefined
  if (a.honour === 'beautiful-family') return named === undefined ? textWords(undefined) : `${named}家庭`
  return [things, named].filter(Boolean).join('，') || textWords(undefined)
}
