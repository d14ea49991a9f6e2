import type { Facts } from '../../core/programme.ts'

type Case = Pick<Facts, 'answers' | 'history'>
const last = (history: Case['history'], action: string) => history.findLastIndex((d) => d.action === action)

/** R-PET-05: nobody with an interest handles it; declared by whoever handles it. */
export const noInterest = ({ history }: Case): boolean => last(history, 'declare') >= 0

/** Art. 31: only a claim has the procedure with its sixty days. */
export const isClaim = ({ answers }: Case): boolean => answers.class === 'claim'
export const isOther = (c: Case): boolean => !isClaim(c)

/** Art. 20: a group of more than five sends at most five. */
export const representativesNamed = ({ answers }: Case): boolean =>
  Number(answers.people ?? 1) <= 5 || Number(answers.representatives ?? 0) > 0

export const isOurs = ({ answers }: Case): boolean => answers.route === 'ours'
export const isPassedOn = ({ answers }: Case): boolean => answers.route === 'transferred' && Boolean(answers.routeTo)
export const isRefused = ({ answers }: Case): boolean => answers.route === 'refused'

/** Passed to us by another body: only then can it have been passed wrongly (art. 23). */
export const wasPassed = ({ answers }: Case): boolean => answers.channel === 'passed'

/** The request to lengthen came after the last answer to one. */
export const extensionAsked = ({ history }: Case): boolean =>
  last(history, 'askExtension') > Math.max(last(history, 'extend'), last(history, 'refuseExtension'))

/** Art. 34: thirty days more, once. */
export const notYetExtended = ({ history }: Case): boolean => last(history, 'extend') < 0
