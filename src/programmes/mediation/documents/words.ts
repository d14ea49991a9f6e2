import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import { formatYuan } from '../../../core/money.ts'
import type { Done } from '../../../core/programme.ts'
import { clause } from '../forms.ts'

export type MediationState =
  | 'applied'
  | 'accepted'
  | 'mediating'
  | 'agreed'
  | 'performing'
  | 'done'
  | 'refused'
  | 'failed'
  | 'blocked'

export const makers = ['mediator', 'rights'] as const

interface Clause {
  readonly type?: string
  readonly content?: string
  readonly amount?: number
  readonly due?: string
}

export const clausesOf = (answers: Readonly<Record<string, unknown>>): readonly Clause[] =>
  Array.isArray(answers.clauses) ? (answers.clauses as Clause[]) : []

/** A clause as the agreement says it: what, how much, by when. */
export const clauseWords = ({ type, content, amount, due }: Clause): string =>
  [
    `（${choiceWords(clause.type.options, type).replace(/（.*）/, '')}）${textWords(content)}`,
    ...(amount === undefined ? [] : [`金额：${formatYuan(amount)}元`]),
    ...(due === undefined ? [] : [`${dayWords(due)}前履行`]),
  ].join('；')

/** Whether it touches what only a registry or a court decides: marriage, parentage (法释〔2011〕5号 第四条; R-MED-09). */
export const touchesStatus = (answers: Readonly<Record<string, unknown>>): boolean =>
  answers.dispute === 'divorce' || clausesOf(answers).some((one) => one.type === 'identity')

export const stepsTaken = (history: readonly Done[], action: string): readonly Done[] =>
  history.filter((done) => done.action === action)

export const committeeOf = (answers: Readonly<Record<string, unknown>>): string => textWords(answers.committee)
