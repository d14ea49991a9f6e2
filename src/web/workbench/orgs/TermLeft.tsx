import { calendarDaysBetween } from '../../../core/day.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { orgsTexts } from '../texts/orgs.ts'
import type { Term } from './org-data.ts'

/** Half a year before a term ends the election is to be prepared. */
const soon = 183

export function TermLeft({ term, ended }: { term: Term; ended: boolean }) {
  const t = useTexts(orgsTexts)
  const { today } = useMe()
  const left = calendarDaysBetween(today, term.to)
  const state = left < 0 ? ' late' : left <= soon ? ' soon' : ''
  return (
    <ul className="rows">
      <li>
        <b>{t.termNumber(term.number)}</b>
        {!ended && <span className={`due${state}`}>{left < 0 ? t.termLate(-left) : t.termLeft(left)}</span>}
        <span className="end">{t.termDays(term.from, term.to)}</span>
      </li>
    </ul>
  )
}
