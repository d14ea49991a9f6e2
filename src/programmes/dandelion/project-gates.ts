import { parseCreditCode } from '../../core/credit-code.ts'
import { addCalendarDays } from '../../core/day.ts'
import type { Facts } from '../../core/programme.ts'
import { parts } from './project-fields.ts'

type Case = Pick<Facts, 'answers' | 'history' | 'today'>
const times = ({ history }: Case, action: string) => history.filter((d) => d.action === action).length

export const creditCodeRight = ({ answers }: Case): boolean => parseCreditCode(String(answers.uscc ?? '')) !== undefined

/** Three sheets at least; each judge gives one (the step is `otherThan` itself). */
export const judgesIn = (c: Case): boolean => times(c, 'judge') >= 3

/** Sum of the five parts on every sheet, and how many sheets: the mean is shown as a fraction, never stored rounded. */
export function scoreOf({ history }: Pick<Facts, 'history'>): { points: number; sheets: number } {
  const sheets = history.filter((d) => d.action === 'judge')
  const points = sheets.reduce((sum, d) => sum + parts.reduce((part, key) => part + Number(d.answers[key] ?? 0), 0), 0)
  return { points, sheets: sheets.length }
}

/** A notice of three days at least. */
export const noticeLongEnough = ({ answers: a }: Case): boolean =>
  typeof a.noticeFrom === 'string' && typeof a.noticeTo === 'string' && a.noticeTo >= addCalendarDays(a.noticeFrom, 3)

export const noticeOver = ({ answers, today }: Case): boolean =>
  typeof answers.noticeTo === 'string' && (today === undefined || today > answers.noticeTo)

export const noOpenObjection = (c: Case): boolean => times(c, 'object') === times(c, 'settle')

export const withinAsked = ({ answers: a }: Case): boolean =>
  Number(a.granted ?? 0) > 0 && Number(a.granted) <= Number(a.asked ?? 0)
