import { textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentData } from '../../../core/document.ts'
import type { Facts } from '../../../core/programme.ts'

const gone: readonly string[] = ['rejected', 'cancelled', 'recovered', 'returned', 'draft', 'refused', 'withdrawn']

/** Applications that are still on a list. */
export const living = ({ children }: Pick<DocumentData, 'children'>): readonly Facts[] =>
  children.filter(({ state }) => !gone.includes(state))

/** Those who agreed to be on a public list; the others are listed nowhere outside (R-CAN-07). */
export const agreed = (data: Pick<DocumentData, 'children'>): readonly Facts[] =>
  living(data).filter(({ answers }) => answers.consentNotice === true)

export const nameOf = ({ answers }: Facts, person: DocumentData['person']): string =>
  typeof answers.person === 'string' ? person(answers.person).name : textWords(undefined)

/** What she is to have: the amount given, or the standard while none is. */
export const sumOf = ({ answers: { amount, standard } }: Facts): number => Number(amount ?? standard ?? 0)

export const totalOf = (list: readonly Facts[]): string => yuanWords(list.reduce((sum, facts) => sum + sumOf(facts), 0))
