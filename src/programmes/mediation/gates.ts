import type { Done, Facts } from '../../core/programme.ts'
import { sides } from './forms.ts'

type Case = Pick<Facts, 'history'>

const last = (history: readonly Done[], action: string) => history.findLastIndex((done) => done.action === action)

/** The last word of each side was yes; one clear no ends the mediation (人民调解法 art. 17; R-MED-03). */
export function consentOfEachParty({ history }: Case): boolean {
  return Object.keys(sides).every(
    (side) => history.findLast((d) => d.action === 'consent' && d.answers.side === side)?.answers.agrees === true,
  )
}

/** An action that tells or declares something has been taken. */
export const told =
  (action: string) =>
  ({ history }: Case): boolean =>
    last(history, action) >= 0

/** Asked apart, and after the last session: each session is screened anew (R-MED-11). */
export function screenedSinceLastSession({ history }: Case): boolean {
  const at = last(history, 'screen')
  return at > last(history, 'session') && history[at]?.answers.apart === true
}

/** No yes in the last screening. Nothing asked is not a no: `screened` says so. */
export function noViolence({ history }: Case): boolean {
  const answers = history[last(history, 'screen')]?.answers.violence
  return typeof answers === 'object' && answers !== null && Object.values(answers).every((yes) => yes === false)
}
