import type { Done, Facts } from '../../core/programme.ts'
import { sides, steps } from './forms.ts'

type Case = Pick<Facts, 'history'>
type Agreed = Pick<Facts, 'history' | 'answers'>

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

/** Nobody mediates for kin or with an interest of her own: declared, and nothing known since. */
export const noConflict = ({ history }: Case): boolean => last(history, 'declare') > last(history, 'recuse')

/** 望闻问切: each step was done in some session, or skipped with its reason (L104). */
export function fourSteps({ history }: Case): boolean {
  const taken = new Set(
    history
      .filter((done) => done.action === 'session' || done.action === 'skip')
      .flatMap((done) => (Array.isArray(done.answers.step) ? done.answers.step : [])),
  )
  return Object.keys(steps).every((step) => taken.has(step))
}

const clausesOf = ({ answers }: Agreed): readonly { readonly type?: unknown }[] =>
  Array.isArray(answers.clauses) ? answers.clauses : []

/** A court confirms nothing about identity (法释〔2011〕5号 第四条): something else must be in the agreement. */
export const confirmable = (facts: Agreed): boolean => clausesOf(facts).some((clause) => clause.type !== 'identity')

/** Every clause has its own result since the agreement. */
export function clausesPerformed(facts: Agreed): boolean {
  const since = facts.history.slice(last(facts.history, 'agree') + 1)
  const known = new Set(since.filter((done) => done.action === 'result').map((done) => done.answers.clause))
  return clausesOf(facts).every((_, i) => known.has(i + 1))
}
