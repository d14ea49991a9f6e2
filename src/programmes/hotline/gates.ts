import { todayInShanghai } from '../../core/day.ts'
import type { Facts } from '../../core/programme.ts'
import { isViolence, needsHelpNow, subcategoryFits } from '../../core/rights-words.ts'

type Contact = Pick<Facts, 'answers' | 'history'>

/** Matters in which violence may lie hidden: none of them is answered before the nine questions are (processes 1.3). */
const screenedCategories: readonly unknown[] = ['violence', 'family', 'personal', 'children']
export const needsScreening = (category: unknown): boolean => screenedCategories.includes(category)

const isTaken = ({ history }: Contact, action: string) => history.some((done) => done.action === action)

/** All nine answered, whenever the matter calls for it. */
export const screened = ({ answers }: Contact): boolean =>
  answers.danger !== undefined || !needsScreening(answers.category)

export const adviceGiven = ({ answers }: Contact): boolean => answers.advice !== undefined

export const categoryChosen = ({ answers }: Contact): boolean =>
  answers.category !== undefined && subcategoryFits(answers.category, answers.subcategory)

/** A contact of danger: the signs say that help is a matter of minutes. */
export const inDanger = ({ answers }: Contact): boolean => needsHelpNow(answers.danger)

/** Family violence, by its category or by the signs told: also in a call that began as something else. */
export const ofViolence = ({ answers }: Contact): boolean => isViolence(answers.category, answers.danger)

/** D33: where danger is now, 110 knows, or somebody has made sure that she is safe and said why. */
export const policeKnows = (contact: Contact): boolean =>
  !inDanger(contact) || isTaken(contact, 'tell110') || isTaken(contact, 'allClear')

/** R-DV-02: violence is never sent away with advice alone, unless that is her own wish, in her words. */
export const violenceCaredFor = (contact: Contact): boolean =>
  !ofViolence(contact) || isTaken(contact, 'refer') || isTaken(contact, 'toCase') || isTaken(contact, 'ownWish')

/** Nobody calls a told violence a nuisance; what was noted wrongly is corrected first, as a new version. */
export const noViolenceTold = (contact: Contact): boolean => !ofViolence(contact)

/** Somebody has said that it looks like a nuisance: who confirms it is another (secondPerson). */
export const suspected = (contact: Contact): boolean => isTaken(contact, 'suspect')

/** The moment she called lies on the day the record is dated. */
export const timeFits = ({ answers }: Contact): boolean =>
  typeof answers.receivedAt !== 'string' || todayInShanghai(new Date(answers.receivedAt)) === answers.receivedOn

/** Nobody is named in an anonymous contact. */
export const namelessIfAnonymous = ({ answers }: Contact): boolean =>
  answers.anonymous !== true || (answers.callerName === undefined && answers.callerPhone === undefined)
