import { textWords } from '../../../core/answer-words.ts'

/** An anonymous donor is printed as such; the receipt says so too (慈善法 第三十八条). */
export const donorWords = (answers: Readonly<Record<string, unknown>>): string =>
  answers.anonymous === true ? '匿名' : textWords(answers.donor)
