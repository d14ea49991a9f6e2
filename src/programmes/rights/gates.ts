import type { Done, Facts } from '../../core/programme.ts'
import { isViolence, needsHelpNow, subcategoryFits } from '../../core/rights-words.ts'

export type Case = Pick<Facts, 'answers' | 'history'>

const last = (history: readonly Done[], ...actions: string[]) =>
  history.findLastIndex((done) => actions.includes(done.action))

export const grades = ['gradeRed', 'gradeOrange', 'gradeOther'] as const

export const violent = ({ answers }: Case): boolean => isViolence(answers.category, answers.danger)

/** A child is concerned: the duty to see to safety does not end with a withdrawal (R-REP-01). */
export const aboutChild = ({ answers }: Case): boolean =>
  answers.category === 'children' || (Array.isArray(answers.special) && answers.special.includes('minor'))

export const mustProtect = (f: Case): boolean => violent(f) || aboutChild(f)

/** Every sign asked when it is family violence (no way round the questions). */
export const dangerAsked = ({ answers }: Case): boolean =>
  answers.category !== 'violence' || answers.danger !== undefined

export const notGravest = ({ answers }: Case): boolean => !needsHelpNow(answers.danger)

export const graded = ({ history }: Case): boolean => last(history, ...grades) >= 0

/** A red or orange grade was answered by something that was done for her. */
export function respondedIfRed({ history }: Case): boolean {
  const at = last(history, ...grades)
  return history[at]?.action !== 'gradeRed' || last(history, 'respond') > at
}

export const noConflict = ({ history }: Case): boolean => last(history, 'declare') > last(history, 'recuse')

export const levelsFit = ({ answers }: Case): boolean => subcategoryFits(answers.category, answers.subcategory)

export const isPetition = ({ history }: Case): boolean => last(history, 'petition') > last(history, 'notPetition')

/** R-DV-02: a matter of violence is never closed as somebody else's business. */
export const neverSentAway = (f: Case): boolean => !(mustProtect(f) && f.answers.result === 'not-ours')

export const whyNotHelped = ({ answers }: Case): boolean =>
  answers.result !== 'could-not' || (typeof answers.resultWhy === 'string' && answers.resultWhy.length >= 10)

/** Follow-ups since the matter was resolved last. */
export function followUps({ history }: Pick<Facts, 'history'>): readonly Done[] {
  const since = history.findLastIndex((d) => d.from !== d.to && d.to === 'follow-up')
  return since < 0 ? [] : history.slice(since).filter((d) => d.action === 'visit')
}

/** D35: three follow-ups in matters of violence and of children, else one; none more when she wants none. */
export function followedUp(f: Case): boolean {
  const calls = followUps(f)
  return calls.at(-1)?.answers.reached === 'declined' || calls.length >= (mustProtect(f) ? 3 : 1)
}

export const planned = ({ answers }: Case): boolean => Array.isArray(answers.plan) && answers.plan.length > 0
