import type { Facts } from '../../core/programme.ts'
import { partFields, parts } from './fields.ts'

type Case = Pick<Facts, 'answers' | 'history' | 'today'>

const filled = (value: unknown) => typeof value === 'string' && value.trim() !== ''
const ticked = (answers: Facts['answers'], part: string) => Array.isArray(answers.share) && answers.share.includes(part)

/** Nothing is written that she did not agree to share. */
export const onlyAgreed = ({ answers }: Case): boolean =>
  Object.entries(partFields).every(([part, key]) => !filled(answers[key]) || ticked(answers, part))

/** Something is written, or the receiver would have nothing to act on. */
export const saysSomething = ({ answers }: Case): boolean =>
  Object.keys(parts).some((part) => ticked(answers, part) && filled(answers[partFields[part as keyof typeof parts]]))

/** Consent with its day and way, or the article that stands in for it (个人信息保护法 第十三条、第二十九条). */
export const basisKnown = ({ answers }: Case): boolean =>
  answers.basis === 'law' ? filled(answers.law) : filled(answers.consentOn) && filled(answers.consentWay)

/** The reply day has passed. Without a day to compare nothing is late. */
export const overdue = ({ answers, today }: Case): boolean =>
  today !== undefined && filled(answers.dueOn) && today > String(answers.dueOn)

export const wellDated = ({ answers, today }: Case): boolean =>
  today === undefined || (filled(answers.dueOn) && String(answers.dueOn) >= today)
